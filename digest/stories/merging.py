"""Known stories that turn out to be one: tonight's reports stand in both, and all of their texts agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digest.stories.likeness import likeness
from digest.stories.linkage import needed
from digest.stories.records import StoryRecords
from digest.stories.scores import COHESION_ROWS, DAY_SECONDS, LEAST_PAIR, gap_cost, inside_sums
from digest.text.fingerprints import WORD
from digest.text.ragged import places
from digest.text.sets import among, distinct, packed

MERGED_FROM = 0.2
"""Mean score of the pairs of two published stories from which they are one (0 to 1): a third more than two texts need.

A page that was read should move for good reasons only. On the development sets, full and cut to 300 characters, three pairs
reach .2 that hold the rest of what is asked here, and all are one event; at .16 five of eleven are twins.
"""
WEAKEST_SHARE = 0.6
"""Share of that which every single text must reach with the other story: a round-up that tells of both does not make them one.

At .3 two pages of GENERAL meet of which one mixes two launches of a missile, and its pairs fall from .884 to .879; at .6 not.
"""
SHARED_NAMES = 3
"""Names and numbers that stand in half of the texts of either story: two events of one kind share fewer."""
MERGED_DAYS = 3.0
"""Days between the nearest reports of the two: stories further apart are a saga, and linked."""


@dataclass(frozen=True, slots=True)
class StoryMerge:
    """Two known stories, by their numbers, that are one.

    ``score`` is the mean of the pairs of their texts, ``needed`` what they had to reach, ``names`` how many names and
    numbers they share.
    """

    left: int
    right: int
    score: float
    needed: float
    names: int


def story_merges(
    records: StoryRecords,
    values: NDArray[np.float32],
    story: NDArray[np.int64],
    near: tuple[NDArray[np.int64], NDArray[np.int64]],
    apart: NDArray[np.uint64],
) -> tuple[StoryMerge, ...]:
    """The pairs of known stories that are one, the surest first; a story is in one pair at most, so no merge feeds another.

    ``story`` is the story of every row after tonight. ``near`` are tonight's rows that joined a known story and each another
    known story that they resemble as well. ``apart`` are pairs of rows (packed (older, newer), ascending) of two events.
    """
    placed = replace(records, story=story)
    row, other = near
    pairs = sorted({(min(pair), max(pair)) for pair in zip(story[row].tolist(), other.tolist(), strict=True)})
    judged = (_judged(placed, values, pair, apart) for pair in pairs)
    return tuple(_once(sorted((m for m in judged if m), key=lambda m: (-m.score, m.left, m.right))))


def _once(merges: list[StoryMerge]) -> Iterator[StoryMerge]:
    taken: set[int] = set()
    for merge in merges:
        if taken.isdisjoint((merge.left, merge.right)):
            taken |= {merge.left, merge.right}
            yield merge


def _judged(
    records: StoryRecords,
    values: NDArray[np.float32],
    pair: tuple[int, int],
    apart: NDArray[np.uint64],
) -> StoryMerge | None:
    """The merge of two stories, or None where they are not proven to be one."""
    mine, theirs = (np.flatnonzero(records.story == name) for name in pair)
    left, right = np.repeat(mine, len(theirs)), np.tile(theirs, len(mine))
    if records.alone[mine].any() or records.alone[theirs].any() or _days(records, left, right) > MERGED_DAYS:
        return None
    if among(packed(np.minimum(left, right), np.maximum(left, right)), apart).any():
        return None
    names = _shared_names(records, mine, theirs)
    if names < SHARED_NAMES:
        return None
    score, least = _agreement(records, values, pair, mine, theirs)
    return StoryMerge(*pair, score, least, names) if score >= least else None


def _days(records: StoryRecords, left: NDArray[np.int64], right: NDArray[np.int64]) -> float:
    return float(np.abs(records.when[left] - records.when[right]).min() / DAY_SECONDS)


def _shared_names(records: StoryRecords, mine: NDArray[np.int64], theirs: NDArray[np.int64]) -> int:
    """Names and numbers that stand in half of the texts of both."""
    return len(np.intersect1d(_usual_names(records, mine), _usual_names(records, theirs), assume_unique=True))


def _usual_names(records: StoryRecords, rows: NDArray[np.int64]) -> NDArray[np.int32]:
    flat, _ = places(records.term_starts, rows)
    terms, texts = np.unique(records.terms[flat][records.kinds[flat] != WORD], return_counts=True)
    return np.asarray(terms[texts * 2 >= len(rows)])


def _agreement(
    records: StoryRecords,
    values: NDArray[np.float32],
    pair: tuple[int, int],
    mine: NDArray[np.int64],
    theirs: NDArray[np.int64],
) -> tuple[float, float]:
    """The mean score between two stories and the one that is needed; of large stories the newest rows speak.

    The mean is 0 where one text does not agree with the other story: then others bridge what is two.
    """
    newest, others = mine[-COHESION_ROWS:], theirs[-COHESION_ROWS:]
    left, right = np.repeat(newest, len(others)), np.tile(others, len(newest))
    scores = likeness(records, values, left, right) - gap_cost(records, left, right)
    table = np.where(scores >= LEAST_PAIR, scores, 0.0).reshape(len(newest), len(others))
    several = np.array([name for name, rows in zip(pair, (mine, theirs), strict=True) if len(rows) > 1], np.int64)
    inside = inside_sums(records, values, distinct(several))
    sums = (inside.get(pair[0], 0.0), inside.get(pair[1], 0.0))
    least = max(MERGED_FROM, needed((len(mine), len(theirs)), sums))
    weakest = min(np.min(table.mean(0)), np.min(table.mean(1)))
    return round(float(table.mean()) if weakest >= WEAKEST_SHARE * least else 0.0, 5), least
