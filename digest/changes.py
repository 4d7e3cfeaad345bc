"""What a publisher changed in an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher

from digest.model import Article, Change
from digest.text.segment import sentences

MOST_CHANGES = 12
"""Changes told of one update (range 3 to 50); a text written anew is one change, not a hundred."""
REWRITTEN = 0.4
"""Share of kept sentences below which an article counts as written anew (range .2 to .6); a corrected figure keeps .9."""


def changes(before: Article, after: Article, when: datetime) -> tuple[Change, ...]:
    """What differs between two versions of one article: the headline, and sentences replaced, dropped or added.

    A sentence only added tells nothing was wrong before, so it is no change, unless it announces a correction by standing
    where another stood. Of a text mostly written anew only the first change is told.
    """
    found = []
    if before.headline != after.headline and before.headline and after.headline:
        found.append(Change(after.id, when, before.headline, after.headline))
    old, new = _sentences(before), _sentences(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    most = len(found) + 1 if old and new and matcher.ratio() < REWRITTEN else MOST_CHANGES
    found += [Change(after.id, when, one, other) for one, other in _replaced(matcher, old, new)]
    return tuple(found[:most])


def _sentences(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in sentences(article.text, article.language)]


def _replaced(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            yield " ".join(old[start:end]), " ".join(new[new_start:new_end])
