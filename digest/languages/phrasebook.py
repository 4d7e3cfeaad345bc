"""Long lists of phrases looked for together, in a fraction of the time that each pattern takes on its own.

A list of a thousand phrases is tried anew at every word of a text. Most words open none of them: the first letters tell
which phrases can begin there, and only those are tried. (The idea is that of Aho and Corasick, "Efficient string matching",
1975, with the tables kept to the first letters, as the phrases are patterns.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from digest.languages.openings import LETTERS, branches, openings

T = TypeVar("T")
BEFORE, BEHIND = r"(?<![\w-])(?:", r")(?![\w-])"
"""What stands around the alternatives of a phrase, so that it begins and ends with whole words."""
_START = re.compile(r"(?<![\w-])[^\x00-\x08\x0e-\x1f]")
_SPACE = re.compile(r"\s")


def small(pattern: str) -> re.Pattern[str]:
    """``pattern`` as a whole phrase of small letters; without the flag for capitals a search takes half the time."""
    return re.compile(f"{BEFORE}{pattern}{BEHIND}")


def phrase(pattern: str) -> re.Pattern[str]:
    """``pattern`` as a whole phrase, in any capitals."""
    return re.compile(f"{BEFORE}{pattern}{BEHIND}", re.IGNORECASE)


class Phrasebook(Generic[T]):
    """Patterns made by ``small`` and ``phrase``, each with what it means; the place of a row is its rank.

    ValueError for a pattern that is no whole phrase.
    """

    def __init__(self, rows: Iterable[tuple[T, re.Pattern[str]]]) -> None:
        self.rows = tuple(rows)
        self._by_opening: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._asked: dict[str, tuple[tuple[int, re.Pattern[str]], ...]] = {}
        for rank, (_, pattern) in enumerate(self.rows):
            if not (pattern.pattern.startswith(BEFORE) and pattern.pattern.endswith(BEHIND)):
                raise ValueError(f"{pattern.pattern[:40]!r} is no whole phrase; make it with small() or phrase()")
            for place, branch in enumerate(branches(pattern.pattern[len(BEFORE) : -len(BEHIND)])):
                for opening in openings(branch):
                    self._by_opening[opening].append((rank, place, branch))

    def found(self, text: str) -> Iterator[tuple[T, re.Match[str]]]:
        """Every match of every pattern with its meaning, by place and, of those that begin alike, by rank.

        Each pattern finds what it would find alone: its own matches do not overlap.
        """
        ends = [0] * len(self.rows)
        for start in _START.finditer(text):
            at = start.start()
            key = text[at : at + LETTERS]
            asked = self._asked.get(key)
            for rank, pattern in self._candidates(key) if asked is None else asked:
                match = pattern.match(text, at) if at >= ends[rank] else None
                if match:
                    ends[rank] = match.end()
                    yield self.rows[rank][0], match

    def _candidates(self, key: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
        """The patterns that can match where a text goes on with ``key``, of each the alternatives alone that can."""
        if not key.isascii() or len(key) < LETTERS:  # rare; a letter beyond ASCII may equal one within
            return tuple((rank, pattern) for rank, (_, pattern) in enumerate(self.rows))
        plain = _SPACE.sub(" ", key.lower())
        told = {row for end in range(LETTERS + 1) for row in self._by_opening.get(plain[:end], ())}
        able: defaultdict[int, list[str]] = defaultdict(list)
        for rank, _, branch in sorted(told):
            able[rank].append(branch)
        self._asked[key] = tuple(
            (rank, re.compile(f"{BEFORE}{'|'.join(kept)}{BEHIND}", self.rows[rank][1].flags))
            for rank, kept in able.items()
        )
        return self._asked[key]
