"""Tonight's copy groups gathered into stories, old and new."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.stories.linkage import COHESIVE_FROM, SAME_STORY_FROM, Cluster, Merge, average_link
from digest.stories.records import StoryRecords
from digest.stories.scores import Scores, inside_sums, pair_scores, term_values
from digest.text.ragged import starts_of
from digest.text.sets import counted, packed, unpacked
from digest.text.vectors import Vocabulary

Between = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one of tonight's copy groups went: its story's number, the score, and the nearest other story."""

    row: int
    story: int
    score: float
    nearest: int
    nearest_score: float


def gather(records: StoryRecords, first_new: int, vocabulary: Vocabulary) -> tuple[Placing, ...]:
    """The story of each copy group from row ``first_new`` on.

    Known stories keep their numbers; a new story has the number of its first row. All of the night is
    decided together, so the order within it changes nothing.
    """
    if first_new == len(records):
        return ()
    values = term_values(records, vocabulary)
    scores = pair_scores(records, values, len(vocabulary.words), first_new)
    between = _between(records, scores)
    clusters = _clusters(records, values, between, first_new)
    merges = average_link(clusters, between)
    return _placings(between, clusters, merges, first_new, len(records))


def _between(records: StoryRecords, scores: Scores) -> Between:
    """The summed scores between the clusters that there are before anything is merged."""
    left, right = records.story[scores.older], records.story[scores.newer]
    keys = packed(np.minimum(left, right), np.maximum(left, right))
    order = np.argsort(keys, kind="stable")
    pairs, counts = counted(keys)
    low, high = unpacked(pairs)
    totals = np.add.reduceat(scores.score[order], starts_of(counts)[:-1]) if len(pairs) else np.zeros(0)
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
        if low < first_new and size[low] >= COHESIVE_FROM and total >= SAME_STORY_FROM / 2 * size[low]
    }
    inside = inside_sums(records, values, np.array(sorted(close), np.int64))
    known = {
        name: Cluster(size[name], inside.get(name, 0.0), fixed=True) for name in sorted(touched) if name < first_new
    }
    return known | {row: Cluster(1) for row in range(first_new, len(records))}


def _placings(
    between: Between, clusters: dict[int, Cluster], merges: tuple[Merge, ...], first_new: int, count: int
) -> tuple[Placing, ...]:
    into: dict[int, int] = {}
    score: dict[int, float] = {}
    for merge in merges:
        into[merge.right] = merge.left
        for part in (merge.left, merge.right):
            score.setdefault(part, merge.score)

    def end(name: int) -> int:
        while name in into:
            name = into[name]
        return name

    nearest: dict[int, tuple[float, int]] = {}
    for (low, high), total in between.items():
        mean = total / (clusters[low].members * clusters[high].members)
        for mine, other in ((low, high), (high, low)):
            if mine >= first_new and end(mine) != end(other):
                nearest[mine] = max(nearest.get(mine, (0.0, -1)), (mean, end(other)))
    return tuple(
        Placing(row, end(row), score.get(row, 1.0), nearest.get(row, (0.0, -1))[1], nearest.get(row, (0.0, -1))[0])
        for row in range(first_new, count)
    )
