"""Average-link clustering of tonight's texts with the stories there are (Sokal and Michener 1958)."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Merge:
    """Cluster ``right`` became part of ``left`` at the mean ``score`` of their pairs."""

    left: int
    right: int
    score: float


def average_link(
    sizes: Mapping[int, int], sums: Mapping[tuple[int, int], float], fixed: frozenset[int], threshold: float
) -> tuple[Merge, ...]:
    """The merges that average link makes, best first, until no pair of clusters reaches ``threshold``.

    ``sizes`` are the members of each starting cluster, ``sums`` the summed scores of all pairs of members of two
    clusters (left below right; pairs not given score 0). Two clusters of ``fixed`` are never merged: they are pages
    already. A merged cluster keeps the name of its fixed part, else the lower one. Ties go to the lower names.

    >>> average_link({0: 1, 1: 1, 2: 1}, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.3}, frozenset(), 0.4)
    (Merge(left=0, right=1, score=0.9), Merge(left=0, right=2, score=0.4))
    """
    size = dict(sizes)
    near: dict[int, dict[int, float]] = {cluster: {} for cluster in sizes}
    for (left, right), total in sums.items():
        near[left][right] = near[right][left] = total
    heap = [
        (-total / (size[left] * size[right]), left, right)
        for (left, right), total in sums.items()
        if not (left in fixed and right in fixed)
    ]
    heapq.heapify(heap)
    merges = []
    while heap and -heap[0][0] >= threshold:
        score, left, right = heapq.heappop(heap)
        if left not in near or right not in near[left]:
            continue
        if score != -near[left][right] / (size[left] * size[right]):
            continue
        if right in fixed:
            left, right = right, left
        merges.append(Merge(left, right, -score))
        _absorb(left, right, size, near, heap, fixed)
    return tuple(merges)


def _absorb(
    left: int,
    right: int,
    size: dict[int, int],
    near: dict[int, dict[int, float]],
    heap: list[tuple[float, int, int]],
    fixed: frozenset[int],
) -> None:
    size[left] += size.pop(right)
    others = near.pop(right)
    del near[left][right]
    for other, total in others.items():
        if other == left:
            continue
        del near[other][right]
        near[left][other] = near[other][left] = near[left].get(other, 0.0) + total
    for other, total in near[left].items():
        if not (left in fixed and other in fixed):
            low, high = min(left, other), max(left, other)
            heapq.heappush(heap, (-total / (size[left] * size[other]), low, high))
