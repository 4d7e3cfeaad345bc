"""What grouping remembers from night to night: the articles of a time window as compact columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec
import numpy as np
from numpy.typing import NDArray

from digest.errors import StateError
from digest.model import CopyGroup, Story
from digest.text.columns import decode, encode

VERSION = b"1"
"""Of the rows below; a state with another one is rebuilt, not guessed at."""
WINDOW_NIGHTS = 30
"""Nights whose articles are remembered: what comes later opens a new story of the same saga."""
WINDOW_ARTICLES = 20_000
"""Articles remembered even from older nights: a small team's state stays small, and its stories pause longer."""
COPY_NIGHTS = 10
"""Nights whose shingles are remembered; copies come within two days, and shingles are most of the bytes."""


@dataclass(frozen=True)
class Night:
    """The articles of one night, one place in every column for each, in order of time.

    ``placed`` are their ids, copy groups and stories; ``terms`` and ``shingles`` hold the columns of the story
    and copy rooms by name; ``shingles`` is empty once they are forgotten.
    """

    number: int
    ids: tuple[str, ...]
    groups: tuple[str, ...]
    stories: tuple[str, ...]
    terms: Mapping[str, NDArray[np.generic]]
    shingles: Mapping[str, NDArray[np.generic]]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Memory:
    """A window of nights with the copy groups and stories of their articles, each kept as JSON until it is asked for."""

    nights: tuple[Night, ...] = ()
    raw_groups: Mapping[str, bytes] = field(default_factory=dict)
    raw_stories: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def empty(cls) -> Memory:
        """The memory before the first night."""
        return cls()

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, bytes]]) -> Memory:
        """The memory that ``rows`` gave, in any order.

        Raises StateError where rows are of another version or cannot be read.
        """
        found = dict(rows)
        if not found:
            return cls()
        if found.get("version") != VERSION:
            raise StateError("the memory of grouping has another version; rebuild the state from its export")
        try:
            nights = tuple(_night(number, found) for number in sorted(_numbers(found)))
        except (ValueError, KeyError) as error:
            raise StateError(f"the memory of grouping cannot be read ({error}); rebuild the state") from error
        return cls(nights, dict(_below("group/", found)), dict(_below("story/", found)))

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """All that is remembered as keys and bytes, in order of keys."""
        if not self.nights:
            return
        found = {"version": VERSION}
        for night in self.nights:
            found |= night_rows(night)
        found |= {f"group/{name}": raw for name, raw in self.raw_groups.items()}
        found |= {f"story/{name}": raw for name, raw in self.raw_stories.items()}
        yield from sorted(found.items())

    def group(self, name: str) -> CopyGroup:
        """The copy group of that id; KeyError if no night of the window has it."""
        return msgspec.json.decode(self.raw_groups[name], type=CopyGroup)

    def story(self, name: str) -> Story:
        """The story of that id; KeyError if no night of the window has it."""
        return msgspec.json.decode(self.raw_stories[name], type=Story)


def night_rows(night: Night) -> dict[str, bytes]:
    """The rows of one night; that of its shingles is missing once they are forgotten."""
    key = f"night/{night.number:08d}"
    placed = json.dumps([night.ids, night.groups, night.stories], ensure_ascii=False, separators=(",", ":"))
    rows = {f"{key}/placed": placed.encode(), f"{key}/terms": encode(night.terms)}
    return rows | ({f"{key}/shingles": encode(night.shingles)} if night.shingles else {})


def changed_rows(before: Memory, after: Memory) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """What must be written, and which keys dropped, to turn the rows of ``before`` into those of ``after``."""
    old_nights = {night.number: night for night in before.nights}
    new: dict[str, bytes] = {} if before.nights else {"version": VERSION}
    dropped: set[str] = set()
    for night in after.nights:
        old = old_nights.pop(night.number, None)
        if old is not night:
            old_rows = night_rows(old) if old else {}
            rows = night_rows(night)
            new |= {key: value for key, value in rows.items() if old_rows.get(key) != value}
            dropped |= old_rows.keys() - rows.keys()
    for night in old_nights.values():
        dropped |= night_rows(night).keys()
    for prefix, old_raw, raw in (
        ("group/", before.raw_groups, after.raw_groups),
        ("story/", before.raw_stories, after.raw_stories),
    ):
        new |= {prefix + name: value for name, value in raw.items() if old_raw.get(name) != value}
        dropped |= {prefix + name for name in old_raw.keys() - raw.keys()}
    return tuple(sorted(new.items())), tuple(sorted(dropped))


def _numbers(rows: Mapping[str, bytes]) -> set[int]:
    return {int(key.split("/")[1]) for key in rows if key.startswith("night/")}


def _night(number: int, rows: Mapping[str, bytes]) -> Night:
    key = f"night/{number:08d}"
    ids, groups, stories = json.loads(rows[f"{key}/placed"])
    shingles = rows.get(f"{key}/shingles")
    return Night(
        number,
        tuple(ids),
        tuple(groups),
        tuple(stories),
        decode(rows[f"{key}/terms"]),
        decode(shingles) if shingles else {},
    )


def _below(prefix: str, rows: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    return ((key.removeprefix(prefix), value) for key, value in rows.items() if key.startswith(prefix))
