"""Average-link clustering of tonight's texts with the stories there are (Sokal and Michener 1958), held back by cohesion."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2

import numpy as np
from numpy.typing import NDArray

SAME_STORY_FROM = 0.15
"""Mean score of the pairs of two clusters from which they are one story (0 to 1).

On both halves of the development sets .13 to .16 are alike. A real night holds more texts of one topic than a
labelled set does, so the upper part is right.
"""
COHESIVE_FROM = 3
"""Members from which a cluster's own mean score says how alike the texts of one event are."""
PAIRED_FROM = 2
"""Members from which it says a little: two texts found each other because they are alike."""
PAIR_SHARE = 0.5
"""Share of the looser cluster's own mean that two clusters must reach between them where one is such a pair (0 to 1).

At .5 two reports of one fire stay out of the story of another fire, and no figure of the development sets falls by more than
.005; .6 splits true stories.
"""
COHESION_SHARE = 0.58
"""Share of the tighter cluster's own mean that two such clusters must reach between them (0 to 1).

Twin events (one kind, other date or place) are tight in themselves and loose between them: pairwise F1 of
GENERAL .81 without, .88 with it. At .5 two twin events of GENERAL still meet, .6 splits true stories.
"""


GROWN_FROM = 6
"""Members from which a story must agree better to grow further: what many loosely alike texts share is a topic."""
GROWTH_COST = 0.25
"""Share by which the threshold rises each time such a story doubles.

True large stories are tight (nine and more members agree to .24 and better in three of four cases, teasers too).
"""


ROUNDING = 1e-9
"""Share by which a mean may differ for the order of its summands; far more than it does."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A story that is there, or one of tonight's texts: its members and the summed score of all their pairs.

    ``fixed`` clusters are pages already and never merge with one another.
    """

    members: int
    inside: float = 0.0
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Cluster ``right`` became part of ``left`` at the mean ``score`` of their pairs."""

    left: int
    right: int
    score: float


def average_link(
    clusters: Mapping[int, Cluster], between: Mapping[tuple[int, int], float], threshold: float = SAME_STORY_FROM
) -> tuple[Merge, ...]:
    """The merges that average link makes, best first, until no pair of clusters may be merged.

    ``between`` holds the summed scores of all pairs of members of two clusters (left below right); pairs not
    given score 0. A merged cluster keeps the name of its fixed part, else the lower one. Ties go to the lower names.

    >>> between = {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.3}
    >>> average_link({0: Cluster(1), 1: Cluster(1), 2: Cluster(1)}, between, 0.4)
    (Merge(left=0, right=1, score=0.9), Merge(left=0, right=2, score=0.4))
    """
    work = _Work.of(clusters, between, threshold)
    merges = []
    while work.heap:
        score, left, right = heapq.heappop(work.heap)
        if work.stands(left, right, -score) and -score >= work.needed(left, right):
            if work.fixed[right]:
                left, right = right, left
            merges.append(Merge(left, right, -score))
            work.merge(left, right)
    return tuple(merges)


def needed(sizes: tuple[int, int], inside: tuple[float, float], threshold: float = SAME_STORY_FROM) -> float:
    """The mean score between two clusters from which they are one, by their sizes and the summed scores of their own pairs.

    >>> round(needed((2, 1), (0.5, 0.0)), 3), round(needed((3, 3), (1.2, 0.9)), 3)
    (0.15, 0.232)
    """
    least = threshold * (1 + GROWTH_COST * max(0.0, log2(sum(sizes) / GROWN_FROM)))
    fewest = min(sizes)
    if fewest < PAIRED_FROM:
        return least
    own = [total / (size * (size - 1) / 2) for size, total in zip(sizes, inside, strict=True)]
    if fewest < COHESIVE_FROM:
        return max(least, PAIR_SHARE * min(own))
    return max(least, COHESION_SHARE * max(own))


def may_meet(
    low: NDArray[np.int64], high: NDArray[np.int64], mean: NDArray[np.float64], threshold: float = SAME_STORY_FROM
) -> NDArray[np.bool_]:
    """Which of the pairs of clusters average link may ask for, given their mean scores.

    These are pairs whose clusters hang together by pairs that reach the threshold: the mean of merged clusters lies among
    the means of their parts, so that no others can ever reach it. Most pairs are alike by chance and need not be kept.

    >>> may_meet(np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3]), np.array([0.5, 0.1, 0.5, 0.1]), 0.4).tolist()
    [True, True, True, False]
    """
    strong = np.flatnonzero(mean >= threshold * (1 - ROUNDING))
    least = np.arange(int(np.max(high, initial=-1)) + 1)
    before = least[::-1]
    while not np.array_equal(least, before):
        before = least.copy()
        both = np.minimum(least[low[strong]], least[high[strong]])
        np.minimum.at(least, low[strong], both)
        np.minimum.at(least, high[strong], both)
        least = least[least]
    return np.asarray(least[low] == least[high])


@dataclass(slots=True)
class _Work:
    """The clusters while they merge; a heap entry that no longer stands is passed over."""

    size: dict[int, int]
    inside: dict[int, float]
    fixed: dict[int, bool]
    threshold: float
    near: dict[int, dict[int, float]] = field(default_factory=dict)
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, clusters: Mapping[int, Cluster], between: Mapping[tuple[int, int], float], threshold: float) -> _Work:
        """The start: every cluster by itself."""
        work = cls(
            {name: cluster.members for name, cluster in clusters.items()},
            {name: cluster.inside for name, cluster in clusters.items()},
            {name: cluster.fixed for name, cluster in clusters.items()},
            threshold,
            {name: {} for name in clusters},
        )
        for (left, right), total in between.items():
            work.near[left][right] = work.near[right][left] = total
        for left, right in between:
            work.offer(left, right)
        return work

    def mean(self, left: int, right: int) -> float:
        """The mean score of the pairs between two clusters."""
        return self.near[left][right] / (self.size[left] * self.size[right])

    def offer(self, left: int, right: int) -> None:
        """Put a pair into the heap if it may ever be merged as it stands."""
        mean = self.mean(left, right)
        if mean >= self.threshold and not (self.fixed[left] and self.fixed[right]):
            heapq.heappush(self.heap, (-mean, min(left, right), max(left, right)))

    def stands(self, left: int, right: int, mean: float) -> bool:
        """Whether both clusters are there still and their mean is what it was."""
        return left in self.near and right in self.near[left] and self.mean(left, right) == mean

    def needed(self, left: int, right: int) -> float:
        """The mean score at which the two may merge."""
        return needed((self.size[left], self.size[right]), (self.inside[left], self.inside[right]), self.threshold)

    def merge(self, left: int, right: int) -> None:
        """Make ``right`` part of ``left`` and offer the pairs that changed."""
        self.inside[left] += self.inside.pop(right) + self.near[left].pop(right)
        self.size[left] += self.size.pop(right)
        others = self.near.pop(right)
        others.pop(left)
        for other, total in others.items():
            del self.near[other][right]
            self.near[left][other] = self.near[other][left] = self.near[left].get(other, 0.0) + total
        for other in self.near[left]:
            self.offer(left, other)
