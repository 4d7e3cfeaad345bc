"""Tonight's copy groups gathered into stories, old and new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from digest.stories.linkage import Merge, average_link
from digest.stories.records import StoryRecords
from digest.text.vectors import vectors

SAME_STORY_FROM = 0.24
"""Mean score of pairs from which texts are one story (0 to 1)."""
LEAST_PAIR = 0.06
"""Scores below this are counted as 0: they are noise, and leaving them out keeps the pairs few."""
PRIOR_TEXTS = 200.0
"""Texts imagined besides those at hand when the rarity of words is counted."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one of tonight's copy groups went: its story's number, the score, and the nearest other story."""

    row: int
    story: int
    score: float
    nearest: int
    nearest_score: float


def gather(records: StoryRecords, first_new: int) -> tuple[Placing, ...]:
    """The story of each copy group from row ``first_new`` on.

    Known stories keep their numbers; a new story has the number of its first row. All of the night is
    decided together, so the order within it changes nothing.
    """
    matrix = vectors(records.term_starts, records.terms, records.weights, records.kinds, PRIOR_TEXTS)
    scores = pair_scores(matrix, first_new)
    sizes, sums, fixed = _clusters(records, scores, first_new)
    merges = average_link(sizes, sums, fixed, SAME_STORY_FROM)
    return _placings(records, sums, sizes, merges, first_new)


def pair_scores(matrix: sparse.csr_matrix, first_new: int) -> sparse.coo_matrix:
    """Scores of tonight's rows with all rows before them, at least ``LEAST_PAIR``."""
    product = (matrix[first_new:] @ matrix.T).tocoo()
    keep = (product.data >= LEAST_PAIR) & (product.col < product.row + first_new)
    return sparse.coo_matrix(
        (product.data[keep], (product.row[keep] + first_new, product.col[keep])), shape=(matrix.shape[0],) * 2
    )


def _clusters(
    records: StoryRecords, scores: sparse.coo_matrix, first_new: int
) -> tuple[dict[int, int], dict[tuple[int, int], float], frozenset[int]]:
    """Starting clusters: each known story one, each of tonight's rows one; and the summed scores between them."""
    story = records.story.copy()
    story[first_new:] = np.arange(first_new, len(records))
    left, right = story[scores.col], story[scores.row]
    low, high = np.minimum(left, right), np.maximum(left, right)
    keys, code = np.unique(low << 32 | high, return_inverse=True)
    totals = np.bincount(code, np.round(scores.data.astype(np.float64), 6), minlength=len(keys))
    sums = {(int(key >> 32), int(key & 0xFFFFFFFF)): float(total) for key, total in zip(keys, totals, strict=True)}
    names, members = np.unique(story, return_counts=True)
    sizes = dict(zip(names.tolist(), members.tolist(), strict=True))
    return sizes, sums, frozenset(np.unique(story[:first_new]).tolist())


def _placings(
    records: StoryRecords,
    sums: dict[tuple[int, int], float],
    sizes: dict[int, int],
    merges: tuple[Merge, ...],
    first_new: int,
) -> tuple[Placing, ...]:
    into: dict[int, int] = {}
    score: dict[int, float] = {}
    for merge in merges:
        into[merge.right] = merge.left
        for side in (merge.left, merge.right):
            score.setdefault(side, merge.score)
    nearest: dict[int, tuple[float, int]] = defaultdict(lambda: (0.0, -1))

    def end(name: int) -> int:
        while name in into:
            name = into[name]
        return name

    for (low, high), total in sorted(sums.items()):
        mean = total / (sizes[low] * sizes[high])
        for mine, other in ((low, high), (high, low)):
            if mine >= first_new and end(mine) != end(other):
                nearest[mine] = max(nearest[mine], (mean, end(other)))
    return tuple(
        Placing(row, end(row), score.get(row, 1.0), nearest[row][1], nearest[row][0])
        for row in range(first_new, len(records))
    )
