"""The tables of one language that reactions are read with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from digest.languages.names import NameTable
from digest.languages.stance import StanceTable


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language that actors are read with."""

    names: NameTable
    stances: StanceTable


@lru_cache(maxsize=64)
def any_of(words: frozenset[str]) -> str:
    """``words`` of a table as alternatives of a pattern, longer ones first; put together once, as every sentence asks for them."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
