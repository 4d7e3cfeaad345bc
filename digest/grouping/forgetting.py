"""Articles that leave grouping's memory for good, with all that was made of their words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from digest.grouping.folded import night_fingerprints
from digest.grouping.memory import Block, Memory
from digest.grouping.window import half_precise
from digest.model import Article, Copy, CopyGroup, Story
from digest.text.ragged import places, starts_of, sums
from digest.text.vectors import Vocabulary

Column = NDArray[np.generic]

ORIGINAL_GONE = "copied from an article that is no longer here"

_RAGGED = {
    "shingle_starts": ("shingles", "shingle_paragraph", "furniture"),
    "fact_starts": ("facts", "fact_paragraph", "fact_numbers"),
}
_TERMS = ("terms", "weights", "kinds")
_UNITS = {"unit", "term_starts", *_TERMS}


def without_articles(memory: Memory, gone: Collection[str], standing: Mapping[str, Article]) -> Memory:
    """The memory as if the articles of ``gone`` had left no words in it.

    Ids of copy groups and stories stay: pages bear them. Where a group's first article goes, its oldest copy tells from
    then on what the group is about, by its text in ``standing``; one whose text is not there tells nothing. A story
    without articles stays as a bare name while the window lasts, so that no other story takes its address.
    """
    gone = frozenset(gone)
    placed = [row for block in memory.blocks for row in zip(block.ids, block.groups, block.stories, strict=True)]
    left = {name: group_without(memory.group(name), gone) for own, name, _ in placed if own in gone}
    told = {name: story_without(memory.story(name), left, gone) for _, group, name in placed if group in left}
    heads = _new_heads(memory.blocks, gone)
    blocks = (_block_without(block, gone, heads, standing, memory.vocabulary) for block in memory.blocks)
    raw_groups = {name: raw for name, raw in memory.raw_groups.items() if name not in left}
    raw_groups |= {name: msgspec.json.encode(group) for name, group in left.items() if group}
    return replace(
        memory,
        blocks=tuple(block for block in blocks if len(block)),
        raw_groups=raw_groups,
        raw_stories={**memory.raw_stories, **{name: msgspec.json.encode(story) for name, story in told.items()}},
    )


def group_without(group: CopyGroup, gone: Collection[str]) -> CopyGroup | None:
    """The copy group without the articles of ``gone``; None if nothing is left of it.

    The oldest copy follows an original that goes; how the others resemble it is not known any more.
    """
    copies = tuple(copy for copy in group.copies if copy.article not in gone)
    if group.original not in gone:
        return replace(group, copies=copies)
    if not copies:
        return None
    return replace(group, original=copies[0].article, copies=tuple(_orphaned(copy) for copy in copies[1:]))


def story_without(story: Story, left: Mapping[str, CopyGroup | None], gone: Collection[str]) -> Story:
    """The story after its copy groups of ``left`` lost articles of ``gone``: groups that are None leave it.

    The evidence of a join is printed as the group's first article, whose id it bears, has it; it goes with that article.
    """
    joins = tuple(
        replace(join, evidence=()) if join.group in gone else join
        for join in story.joins
        if left.get(join.group, ...) is not None
    )
    return replace(story, groups=tuple(name for name in story.groups if left.get(name, ...) is not None), joins=joins)


def _orphaned(copy: Copy) -> Copy:
    return replace(copy, reason=ORIGINAL_GONE)


def _new_heads(blocks: Sequence[Block], gone: Collection[str]) -> frozenset[str]:
    """The oldest articles left of copy groups that lose the article whose terms speak for them."""
    headless = {block.groups[at] for block in blocks for at in block.columns["unit"].tolist() if block.ids[at] in gone}
    found: dict[str, str] = {}
    for block in blocks:
        for own, name in zip(block.ids, block.groups, strict=True):
            if name in headless and own not in gone:
                found.setdefault(name, own)
    return frozenset(found.values())


def _block_without(
    block: Block, gone: Collection[str], heads: Collection[str], standing: Mapping[str, Article], vocabulary: Vocabulary
) -> Block:
    """The block without the rows of ``gone``, and with terms of those of its articles that are in ``heads``."""
    rows = np.array([at for at, own in enumerate(block.ids) if own not in gone], np.int64)
    ids, groups, stories = (
        tuple(names[at] for at in rows.tolist()) for names in (block.ids, block.groups, block.stories)
    )
    led = {at: standing.get(own) for at, own in enumerate(ids) if own in heads}
    if len(rows) == len(block) and not led:
        return block
    columns = {name: column[rows] for name, column in block.columns.items() if name not in _UNITS}
    place = np.full(len(block), -1, np.int64)
    place[rows] = np.arange(len(rows))
    columns |= _merged(_kept_units(block, place), _fresh_units(led, vocabulary))
    return Block(block.number, ids, groups, stories, columns, _taken(block.shingles, rows))


def _taken(shingles: Mapping[str, Column], rows: NDArray[np.int64]) -> dict[str, Column]:
    """The ragged columns of ``rows`` alone; nothing where the shingles are forgotten."""
    found: dict[str, Column] = {}
    for starts, names in _RAGGED.items() if shingles else ():
        flat, fresh = places(shingles[starts].astype(np.int64), rows)
        found |= {starts: fresh} | {name: shingles[name][flat] for name in names}
    return found


def _kept_units(block: Block, place: NDArray[np.int64]) -> dict[str, Column]:
    """The terms of the block's groups whose first article stays; ``place`` has each article's new row, -1 for none."""
    unit = place[block.columns["unit"]]
    kept = np.flatnonzero(unit >= 0)
    flat, starts = places(block.columns["term_starts"].astype(np.int64), kept)
    terms = {name: block.columns[name][flat] for name in _TERMS}
    return {"unit": unit[kept].astype(np.int32), "term_starts": starts, **terms}


def _fresh_units(led: Mapping[int, Article | None], vocabulary: Vocabulary) -> dict[str, Column]:
    """The terms of articles by their rows, as far as the vocabulary has them; none for an article that is not given."""
    prints = night_fingerprints([article for article in led.values() if article])
    known = np.isin(prints.terms, vocabulary.words)
    told = sums(known, prints.term_starts).astype(np.int64).tolist()
    counts = [told.pop(0) if article else 0 for article in led.values()]
    return {
        "unit": np.array(list(led), np.int32),
        "term_starts": starts_of(counts),
        "terms": vocabulary.numbers(prints.terms[known]),
        "weights": half_precise(prints.weights[known]),
        "kinds": prints.kinds[known],
    }


def _merged(kept: Mapping[str, Column], fresh: Mapping[str, Column]) -> dict[str, Column]:
    """Both kinds of units in the order of their rows."""
    unit = np.concatenate((kept["unit"], fresh["unit"]))
    order = np.argsort(unit, kind="stable")
    lengths = np.concatenate([np.diff(part["term_starts"].astype(np.int64)) for part in (kept, fresh)])
    flat, starts = places(starts_of(lengths), order)
    terms = {name: np.concatenate((kept[name], fresh[name]))[flat] for name in _TERMS}
    return {"unit": unit[order], "term_starts": starts, **terms}
