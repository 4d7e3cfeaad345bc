"""Tonight's copy groups gathered into stories, old and new."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.stories.evidence import shared_terms
from digest.stories.linkage import PAIRED_FROM, SAME_STORY_FROM, Cluster, Merge, average_link, may_meet
from digest.stories.merging import StoryMerge, story_merges
from digest.stories.records import StoryRecords
from digest.stories.sagas import earlier_stories
from digest.stories.scores import DAY_SECONDS, Scores, inside_sums, pair_scores, term_values, without_strangers
from digest.text.ragged import starts_of, sums
from digest.text.sets import among, counted, distinct, ordered_pairs, unpacked
from digest.text.vectors import Vocabulary


@dataclass(frozen=True, slots=True)
class _Between:
    """Pairs of the clusters that there are before anything is merged, with the sum and the mean of their scores.

    ``low`` and ``high`` name the clusters as ``story`` names stories; pairs ascend.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    total: NDArray[np.float64]
    mean: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one of tonight's copy groups went: its story's number and the mean score at which it joined.

    ``shared`` are places among the row's terms with what each gave to the score; empty for a group that opens its story.
    ``days`` lie between it and the nearest in time of its story, None where it opens one or a date is missing. ``nearest`` is the
    story it came closest to without joining, -1 for none, with its score.
    """

    row: int
    story: int
    score: float
    shared: tuple[tuple[int, float], ...]
    days: float | None
    nearest: int
    nearest_score: float


@dataclass(frozen=True, slots=True)
class Gathering:
    """``placings`` has one entry for each of tonight's rows; ``earlier`` leads from a new story to the one it continues.

    ``merges`` are the known stories that turned out to be one; ``placings`` tell of them as they were.
    """

    placings: tuple[Placing, ...]
    earlier: dict[int, int]
    merges: tuple[StoryMerge, ...] = ()


def gather(records: StoryRecords, first_new: int, vocabulary: Vocabulary, apart: NDArray[np.uint64]) -> Gathering:
    """The story of each copy group from row ``first_new`` on.

    Known stories keep their numbers; a new story has the number of its first row. All of the night is
    decided together, so the order within it changes nothing. ``apart`` are pairs of rows (packed (older, newer),
    ascending) that are known to be of two events.
    """
    if first_new == len(records):
        return Gathering((), {})
    values = term_values(records, vocabulary)
    scores = without_strangers(pair_scores(records, values, vocabulary, first_new), records, apart)
    size = np.bincount(records.story, minlength=len(records))
    between = _between(records, scores, size)
    close = _within(between, may_meet(between.low, between.high, between.mean))
    merges = average_link(_clusters(records, values, close, size, first_new), _sums(close))
    story = _final(records, merges)
    placings = _placings(records, values, _nearest(between, story, first_new), merges, story, first_new)
    opened = frozenset(story[first_new:].tolist()) - frozenset(records.story[:first_new].tolist())
    merged = story_merges(records, values, story, _bridges(between, story, first_new), apart)
    return Gathering(placings, earlier_stories(scores, story, opened), merged)


def _between(records: StoryRecords, scores: Scores, size: NDArray[np.int64]) -> _Between:
    """The pairs of clusters of which some members score; ``size`` counts the members of each."""
    left, right = records.story[scores.older], records.story[scores.newer]
    scored = scores.score > 0
    order, keys = ordered_pairs(np.minimum(left, right)[scored], np.maximum(left, right)[scored])
    pairs, counts = counted(keys)
    low, high = unpacked(pairs)
    total = sums(scores.score[scored][order], starts_of(counts))
    return _Between(low, high, total, total / (size[low] * size[high]))


def _within(between: _Between, kept: NDArray[np.bool_]) -> _Between:
    return _Between(*(getattr(between, name)[kept] for name in _Between.__slots__))


def _sums(between: _Between) -> dict[tuple[int, int], float]:
    return dict(zip(zip(between.low.tolist(), between.high.tolist(), strict=True), between.total.tolist(), strict=True))


def _clusters(
    records: StoryRecords, values: NDArray[np.float32], between: _Between, size: NDArray[np.int64], first_new: int
) -> dict[int, Cluster]:
    """The clusters that some pair touches, and each of tonight's rows."""
    touched = distinct(np.concatenate((between.low, between.high)))
    large = (between.low < first_new) & (size[between.low] >= PAIRED_FROM)
    large &= between.total >= SAME_STORY_FROM / 2 * size[between.low]
    inside = inside_sums(records, values, distinct(between.low[large]))
    known = {
        name: Cluster(members, inside.get(name, 0.0), fixed=True)
        for name, members in zip(touched.tolist(), size[touched].tolist(), strict=True)
        if name < first_new
    }
    return known | {row: Cluster(1) for row in range(first_new, len(records))}


def _final(records: StoryRecords, merges: tuple[Merge, ...]) -> NDArray[np.int64]:
    """The story of every row after the merges."""
    into = {merge.right: merge.left for merge in merges}

    def end(name: int) -> int:
        while name in into:
            name = into[name]
        return name

    story = records.story.copy()
    for row in np.flatnonzero(among(story, np.array(sorted(into), np.int64))).tolist():
        story[row] = end(int(story[row]))
    return story


def _bridges(
    between: _Between, story: NDArray[np.int64], first_new: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Tonight's rows that joined a known story, and each another known story with which they reach the threshold too."""
    near = (between.mean >= SAME_STORY_FROM) & (between.low < first_new) & (between.high >= first_new)
    row, other = between.high[near], between.low[near]
    known = (story[row] < first_new) & (story[row] != other)
    return row[known], other[known]


def _placings(
    records: StoryRecords,
    values: NDArray[np.float32],
    nearest: dict[int, tuple[float, int]],
    merges: tuple[Merge, ...],
    story: NDArray[np.int64],
    first_new: int,
) -> tuple[Placing, ...]:
    """Where each of tonight's rows went, and why."""
    score: dict[int, float] = {}
    for merge in merges:
        for part in (merge.left, merge.right):
            score.setdefault(part, merge.score)
    own = story[first_new:]
    rows = np.flatnonzero(own != np.arange(first_new, len(records))) + first_new
    members = _members(story, rows)
    shared = dict(zip(rows.tolist(), shared_terms(records, values, rows, members), strict=True))
    days = {row: _days(records, row, others) for row, others in zip(rows.tolist(), members, strict=True)}
    placings = []
    for row, name in enumerate(own.tolist(), first_new):
        close, other = nearest.get(row, (0.0, -1))
        placings.append(Placing(row, name, score.get(row, 1.0), shared.get(row, ()), days.get(row), other, close))
    return tuple(placings)


def _members(story: NDArray[np.int64], rows: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """For each of ``rows`` all rows of its story."""
    order = np.argsort(story, kind="stable")
    ordered = story[order]
    begins = np.searchsorted(ordered, story[rows]).tolist()
    ends = np.searchsorted(ordered, story[rows], side="right").tolist()
    return [order[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _days(records: StoryRecords, row: int, members: NDArray[np.int64]) -> float | None:
    if not records.dated[row]:
        return None
    others = members[(members != row) & records.dated[members]]
    if not len(others):
        return None
    return float(np.abs(records.when[others] - records.when[row]).min() / DAY_SECONDS)


def _nearest(between: _Between, story: NDArray[np.int64], first_new: int) -> dict[int, tuple[float, int]]:
    """For each of tonight's rows the best mean score with a cluster that became another story, and that story."""
    mine, other = np.concatenate((between.low, between.high)), np.concatenate((between.high, between.low))
    apart = np.flatnonzero((mine >= first_new) & (story[mine] != story[other]))
    mine, other = mine[apart], story[other[apart]]
    mean = np.tile(between.mean, 2)[apart]
    order = np.lexsort((other, mean, mine))
    best = order[np.flatnonzero(np.diff(mine[order], append=-1))]
    told = zip(mean[best].tolist(), other[best].tolist(), strict=True)
    return dict(zip(mine[best].tolist(), told, strict=True))
