"""Tonight's copy groups gathered into stories, old and new."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.stories.evidence import shared_terms
from digest.stories.linkage import PAIRED_FROM, SAME_STORY_FROM, Cluster, Merge, average_link
from digest.stories.records import StoryRecords
from digest.stories.sagas import earlier_stories
from digest.stories.scores import DAY_SECONDS, Scores, inside_sums, pair_scores, term_values, without_strangers
from digest.text.ragged import starts_of
from digest.text.sets import among, counted, packed, unpacked
from digest.text.vectors import Vocabulary

Between = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one of tonight's copy groups went: its story's number and the mean score at which it joined.

    ``shared`` are places among the row's terms with what each gave to the score; empty for a group that is alone.
    ``days`` lie between it and the nearest in time of its story, None where a date is missing. ``nearest`` is the
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
    """``placings`` has one entry for each of tonight's rows; ``earlier`` leads from a new story to the one it continues."""

    placings: tuple[Placing, ...]
    earlier: dict[int, int]


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
    between = _between(records, scores)
    clusters = _clusters(records, values, between, first_new)
    merges = average_link(clusters, between)
    story = _final(records, merges)
    placings = _placings(records, values, clusters, between, merges, story, first_new)
    opened = frozenset(story[first_new:].tolist()) - frozenset(records.story[:first_new].tolist())
    return Gathering(placings, earlier_stories(scores, story, opened))


def _between(records: StoryRecords, scores: Scores) -> Between:
    """The summed scores between the clusters that there are before anything is merged."""
    left, right = records.story[scores.older], records.story[scores.newer]
    scored = scores.score > 0
    keys = packed(np.minimum(left, right)[scored], np.maximum(left, right)[scored])
    order = np.argsort(keys, kind="stable")
    pairs, counts = counted(keys)
    low, high = unpacked(pairs)
    totals = np.add.reduceat(scores.score[scored][order], starts_of(counts)[:-1]) if len(pairs) else np.zeros(0)
    return dict(zip(zip(low.tolist(), high.tolist(), strict=True), totals.tolist(), strict=True))


def _clusters(
    records: StoryRecords, values: NDArray[np.float32], between: Between, first_new: int
) -> dict[int, Cluster]:
    """The clusters that some score touches, and each of tonight's rows."""
    names, members = counted(records.story)
    size = dict(zip(names.tolist(), members.tolist(), strict=True))
    touched = {name for pair in between for name in pair}
    close = {
        low
        for (low, high), total in between.items()
        if low < first_new and size[low] >= PAIRED_FROM and total >= SAME_STORY_FROM / 2 * size[low]
    }
    inside = inside_sums(records, values, np.array(sorted(close), np.int64))
    known = {
        name: Cluster(size[name], inside.get(name, 0.0), fixed=True) for name in sorted(touched) if name < first_new
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


def _placings(
    records: StoryRecords,
    values: NDArray[np.float32],
    clusters: dict[int, Cluster],
    between: Between,
    merges: tuple[Merge, ...],
    story: NDArray[np.int64],
    first_new: int,
) -> tuple[Placing, ...]:
    """Where each of tonight's rows went, and why."""
    score: dict[int, float] = {}
    for merge in merges:
        for part in (merge.left, merge.right):
            score.setdefault(part, merge.score)
    nearest = _nearest(clusters, between, story, first_new)
    order = np.argsort(story, kind="stable")
    ordered = story[order]
    rows = np.arange(first_new, len(records))
    begins = np.searchsorted(ordered, story[rows]).tolist()
    ends = np.searchsorted(ordered, story[rows], side="right").tolist()
    members = [order[begin:end] for begin, end in zip(begins, ends, strict=True)]
    shared = shared_terms(records, values, rows, members)
    placings = []
    for row, own, others, terms in zip(rows.tolist(), story[rows].tolist(), members, shared, strict=True):
        close, other = nearest.get(row, (0.0, -1))
        days = _days(records, row, others)
        placings.append(Placing(row, own, score.get(row, 1.0), terms, days, other, close))
    return tuple(placings)


def _days(records: StoryRecords, row: int, members: NDArray[np.int64]) -> float | None:
    if len(members) < 2 or not records.dated[row]:
        return None
    others = members[(members != row) & records.dated[members]]
    if not len(others):
        return None
    return float(np.abs(records.when[others] - records.when[row]).min() / DAY_SECONDS)


def _nearest(
    clusters: dict[int, Cluster], between: Between, story: NDArray[np.int64], first_new: int
) -> dict[int, tuple[float, int]]:
    """For each of tonight's rows the best score with a cluster that became another story, and that story."""
    nearest: dict[int, tuple[float, int]] = {}
    for (low, high), total in between.items():
        mean = total / (clusters[low].members * clusters[high].members)
        for mine, other in ((low, high), (high, low)):
            if mine >= first_new and mean > 0 and story[mine] != story[other]:
                nearest[mine] = max(nearest.get(mine, (0.0, -1)), (mean, int(story[other])))
    return nearest
