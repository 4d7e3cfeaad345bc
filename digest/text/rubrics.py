"""Headlines that give a kind and a day and nothing else: forecasts, tables of results, agendas."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from digest.languages.dates import MONTH_NAMES
from digest.languages.stopwords import STOPWORDS

MOST_WORDS = 2
"""Words beside the date, stop words left out, that name a kind of text; news needs more. Longer ones are left alone."""
DAYS_OFF = 1
"""Days between publication and the day that a headline may give: forecasts come the evening before, tables the day after."""

_WORD = re.compile(r"\d{4}-\d\d-\d\d|[^\W_]+")


def is_rubric(headline: str, language: str, day: date) -> bool:
    """Whether the headline of a text published on ``day`` names little more than that day.

    Such a text comes again with other figures; what it shares with the next one, or with a report of one of its lines,
    is no event.

    >>> is_rubric("Results, 4 March", "en", date(2026, 3, 4)), is_rubric("Weather for March 5", "en", date(2026, 3, 4))
    (True, True)
    >>> is_rubric("Results, 4 February", "en", date(2026, 3, 4))
    False
    >>> is_rubric("Brandt must answer to parliament by 4 March", "en", date(2026, 3, 4))
    False
    """
    if not any(map(str.isdigit, headline)):  # most headlines: no day without a figure
        return False
    words = _WORD.findall(headline.lower())
    if not any(_names(words, day + timedelta(off)) for off in range(-DAYS_OFF, DAYS_OFF + 1)):
        return False
    if sum(word[0].isdigit() for word in words) > 1:  # a year or an hour: a line of print taken for the headline
        return False
    dull = _months().keys() | set(STOPWORDS.get(language, "").split())
    return len([word for word in words if word not in dull and not word[0].isdigit()]) <= MOST_WORDS


def _names(words: list[str], day: date) -> bool:
    """Whether a month and a day stand side by side, or the whole date in figures."""
    pairs = [pair for left, right in pairwise(words) for pair in ((left, right), (right, left))]
    written = any(_months().get(month) == day.month and _number(number) == day.day for month, number in pairs)
    return written or day.isoformat() in words


def _number(word: str) -> int:
    digits = re.match(r"\d{1,2}(?!\d)", word)
    return int(digits.group()) if digits else 0


@cache
def _months() -> dict[str, int]:
    """The number of each month by all its names."""
    return {
        name: number for names in MONTH_NAMES.values() for number, row in enumerate(names, 1) for name in row.split()
    }
