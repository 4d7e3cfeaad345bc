"""Which country words name, and for which one somebody speaks by his office."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages.countries_en import countries
from digest.reactions.lexicon import Lexicon, any_of


@lru_cache(4096)
def country_of(text: str) -> str | None:
    """The one country that ``text`` names or describes, or None for none or more than one."""
    found = {
        country
        for name, country in countries().items()
        if name in text and re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)
    }
    if len(found) > 1:
        found = {country for country in found if not any(country != other and country in other for other in found)}
    return found.pop() if len(found) == 1 else None


def office_country(name: str, words: str, lexicon: Lexicon) -> str | None:
    """The country an actor speaks for: it is the country, or holds an office of it."""
    if name in countries():
        return countries()[name]
    offices = {word.casefold().strip("’'s") for word in words.split()} & lexicon.stances.offices
    return country_of(words) or _land(words, lexicon) if offices else None


def _land(words: str, lexicon: Lexicon) -> str | None:
    """The land that no table knows in "Zamir's president", "the Zamiri government", "government of Zamir"."""
    offices = any_of(lexicon.stances.offices)
    name = r"(?P<land>[A-Z][\w-]{3,})"
    for pattern in (
        rf"{name}[’']s?\s(?:\w+\s)?(?i:{offices})\b",
        rf"(?i:{offices})\s(?:[A-Z]\w+\s)*of\s{name}",
        rf"(?<!\A){name}\s(?:\w+\s)?(?i:{offices})\b",
    ):
        match = re.search(pattern, words)
        if (
            match
            and match["land"].casefold() not in lexicon.names.titles | lexicon.names.roles | lexicon.stances.offices
        ):
            return lexicon.stances.grammar.land_ending.sub("", match["land"])
    return None
