"""What grouping remembers from night to night: the articles of a time window as compact columns."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from digest.errors import StateError
from digest.model import CopyGroup, Story
from digest.text.columns import decode, encode
from digest.text.vectors import Vocabulary

VERSION = b"1"
"""Of the rows below; a state with another one is rebuilt, not guessed at."""
WINDOW_NIGHTS = 30
"""Nights whose articles are remembered: what comes later opens a new story of the same saga."""
WINDOW_ARTICLES = 20_000
"""Articles remembered even from older nights: a small team's state stays small, and its stories pause longer."""
COPY_NIGHTS = 10
"""Nights whose shingles are remembered; copies come within two days, and shingles are most of the bytes."""
BLOCK_ARTICLES = 1_000
"""Articles up to which nights share a block, so that a thousand small nights are not a thousand small arrays."""


@dataclass(frozen=True, eq=False)
class Block:
    """The articles of one night, or of a few small ones: one place in every column for each, in order of coming.

    ``ids``, ``groups`` and ``stories`` name each article, its copy group and its story. ``columns`` hold what the rooms
    need, by name; ``shingles`` those of copy detection alone, and nothing once they are forgotten.
    """

    number: int
    ids: tuple[str, ...]
    groups: tuple[str, ...]
    stories: tuple[str, ...]
    columns: Mapping[str, NDArray[np.generic]]
    shingles: Mapping[str, NDArray[np.generic]]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def last_night(self) -> int:
        """The number of the newest night in the block."""
        return int(self.columns["night"][-1])


@dataclass(frozen=True, eq=False)
class Memory:
    """A window of nights, the words seen so far, and the copy groups and stories of the window's articles.

    Groups and stories are kept as JSON until they are asked for.
    """

    blocks: tuple[Block, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary.empty)
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
            blocks = tuple(_block(number, found) for number in sorted(_numbers(found)))
            vocabulary = _vocabulary(found["vocabulary"])
        except (ValueError, KeyError) as error:
            raise StateError(f"the memory of grouping cannot be read ({error}); rebuild the state") from error
        return cls(blocks, vocabulary, dict(_below("group/", found)), dict(_below("story/", found)))

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """All that is remembered as keys and bytes, in order of keys."""
        return iter(changed_rows(Memory(), self)[0] if self.blocks else ())

    def group(self, name: str) -> CopyGroup:
        """The copy group of that id; KeyError if no night of the window has it."""
        return msgspec.json.decode(self.raw_groups[name], type=CopyGroup)

    def story(self, name: str) -> Story:
        """The story of that id; KeyError if no night of the window has it."""
        return msgspec.json.decode(self.raw_stories[name], type=Story)


def remembered(memory: Memory, groups: Mapping[str, bytes], stories: Mapping[str, Story]) -> Memory:
    """The memory with what changed (``groups`` as JSON), and without what lies outside the window."""
    blocks = _trimmed(memory.blocks)
    raw_groups = {**memory.raw_groups, **groups}
    raw_stories = {**memory.raw_stories, **{name: msgspec.json.encode(story) for name, story in stories.items()}}
    if len(blocks) < len(memory.blocks):
        kept_groups = {name for past in blocks for name in past.groups}
        kept_stories = {name for past in blocks for name in past.stories}
        raw_groups = {name: raw for name, raw in raw_groups.items() if name in kept_groups}
        raw_stories = {name: raw for name, raw in raw_stories.items() if _is_kept(name, raw, kept_stories)}
    return replace(memory, blocks=blocks, raw_groups=raw_groups, raw_stories=raw_stories)


def _is_kept(name: str, raw: bytes, kept: Collection[str]) -> bool:
    """Whether a story has articles in the window, or became part of one that has: a person may part them again."""
    return name in kept or msgspec.json.decode(raw, type=Story).merged_into in kept


def _trimmed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks inside the window, and with shingles only those inside the window of copies."""
    left, kept = sum(map(len, blocks)), []
    night = blocks[-1].last_night if blocks else 0
    for block in blocks:
        left -= len(block)
        if block.last_night > night - WINDOW_NIGHTS or left < WINDOW_ARTICLES:
            stale = block.last_night <= night - COPY_NIGHTS and left >= WINDOW_ARTICLES
            kept.append(replace(block, shingles={}) if stale and block.shingles else block)
    return tuple(kept)


def changed_rows(before: Memory, after: Memory) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """What must be written, and which keys dropped, to turn the rows of ``before`` into those of ``after``."""
    new: dict[str, bytes] = {} if before.blocks or not after.blocks else {"version": VERSION}
    if after.vocabulary is not before.vocabulary:
        words = {"words": after.vocabulary.words, "seen": after.vocabulary.seen}
        new["vocabulary"] = encode(words | {"texts": np.array([after.vocabulary.texts])})
    dropped: set[str] = set()
    old_blocks = {block.number: block for block in before.blocks}
    for block in after.blocks:
        old = old_blocks.pop(block.number, None)
        if old is not block:
            rows, old_rows = _block_rows(block), _block_rows(old) if old else {}
            new |= {key: value for key, value in rows.items() if old_rows.get(key) != value}
            dropped |= old_rows.keys() - rows.keys()
    for block in old_blocks.values():
        dropped |= _block_rows(block).keys()
    for prefix, old_raw, raw in (
        ("group/", before.raw_groups, after.raw_groups),
        ("story/", before.raw_stories, after.raw_stories),
    ):
        new |= {prefix + name: value for name, value in raw.items() if old_raw.get(name) != value}
        dropped |= {prefix + name for name in old_raw.keys() - raw.keys()}
    return tuple(sorted(new.items())), tuple(sorted(dropped))


def _block_rows(block: Block) -> dict[str, bytes]:
    """The rows of one block; that of its shingles is missing once they are forgotten."""
    key = f"block/{block.number:08d}"
    placed = json.dumps([block.ids, block.groups, block.stories], ensure_ascii=False, separators=(",", ":"))
    rows = {f"{key}/placed": placed.encode(), f"{key}/columns": encode(block.columns)}
    return rows | ({f"{key}/shingles": encode(block.shingles)} if block.shingles else {})


def _numbers(rows: Mapping[str, bytes]) -> set[int]:
    return {int(key.split("/")[1]) for key in rows if key.startswith("block/")}


def _block(number: int, rows: Mapping[str, bytes]) -> Block:
    key = f"block/{number:08d}"
    ids, groups, stories = json.loads(rows[f"{key}/placed"])
    shingles = rows.get(f"{key}/shingles")
    columns = decode(rows[f"{key}/columns"])
    return Block(number, tuple(ids), tuple(groups), tuple(stories), columns, decode(shingles) if shingles else {})


def _vocabulary(row: bytes) -> Vocabulary:
    columns = decode(row)
    return Vocabulary(columns["words"], columns["seen"], int(columns["texts"][0]))  # type: ignore[arg-type]  # by name


def _below(prefix: str, rows: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    return ((key.removeprefix(prefix), value) for key, value in rows.items() if key.startswith(prefix))
