"""How alike two texts are as reports of one event: shared words and names, less for every day between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from digest.stories.records import StoryRecords
from digest.text.ragged import places, starts_of
from digest.text.sets import counted, distinct, packed
from digest.text.vectors import Vocabulary, matrix, unit_values

LEAST_PAIR = 0.04
"""Scores below this are counted as 0: they are noise, and leaving them out keeps the pairs few."""
GAP_COST = 0.04
"""Taken from the score for every e-fold of days between two dated texts.

Twin incidents lie weeks apart, reports of one days: pairwise F1 of GVA .69 without, .75 with it, of STREAM .78 and .85.
"""
GAP_DAYS = 30.0
"""Days from which more days cost no more: archives carry dates of a crawl."""
ROWS_AT_ONCE = 256
"""Rows of tonight multiplied with the window at a time; bounds the memory of the product."""
DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Scored pairs of rows: ``newer`` is of tonight, ``older`` any row before it.

    ``likeness`` is that of the words alone, ``score`` what the days between them leave of it.
    """

    older: NDArray[np.int64]
    newer: NDArray[np.int64]
    likeness: NDArray[np.float64]
    score: NDArray[np.float64]


def term_values(records: StoryRecords, vocabulary: Vocabulary) -> NDArray[np.float32]:
    """The value of every term in its text's vector."""
    return unit_values(records.term_starts, records.terms, records.weights, records.kinds, vocabulary.rarity())


def pair_scores(records: StoryRecords, values: NDArray[np.float32], words: int, first_new: int) -> Scores:
    """Scores of the rows from ``first_new`` on with all rows before them, as far as their words reach ``LEAST_PAIR``.

    ``values`` are those of ``term_values``; ``words`` is the size of the vocabulary.
    """
    column = np.full(words, -1, np.int32)
    tonight = distinct(records.terms[records.term_starts[first_new] :])
    column[tonight] = np.arange(len(tonight), dtype=np.int32)
    vectors = matrix(records.term_starts, column[records.terms], values, len(tonight))
    turned = vectors.T.tocsr()
    parts = [_product(records, vectors, turned, start) for start in range(first_new, len(records), ROWS_AT_ONCE)]
    return Scores(*(np.concatenate([getattr(part, name) for part in parts]) for name in Scores.__slots__))


def _product(records: StoryRecords, vectors: sparse.csr_matrix, turned: sparse.csr_matrix, start: int) -> Scores:
    product = vectors[start : start + ROWS_AT_ONCE] @ turned
    near = np.flatnonzero(product.data >= LEAST_PAIR)
    newer = np.searchsorted(product.indptr, near, side="right") - 1 + start
    older = product.indices[near].astype(np.int64)
    older_first = older < newer
    newer, older, near = newer[older_first], older[older_first], near[older_first]
    likeness = np.round(product.data[near].astype(np.float64), 5)
    score = np.round(likeness - gap_cost(records, older, newer), 5)
    return Scores(older, newer, likeness, np.where(score >= LEAST_PAIR, score, 0.0))


def gap_cost(records: StoryRecords, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """What the time between two rows takes from their score; nothing where one has no date."""
    days = np.abs(records.when[left] - records.when[right]) / DAY_SECONDS
    cost = GAP_COST * np.log1p(np.minimum(days, GAP_DAYS))
    return np.where(records.dated[left] & records.dated[right], cost, 0.0)


def inside_sums(records: StoryRecords, values: NDArray[np.float32], stories: NDArray[np.int64]) -> dict[int, float]:
    """The summed scores of all pairs within each of ``stories`` (ascending, each of two rows or more).

    The sum of all dot products is half the squared length of the summed vectors less the texts' own.
    """
    at = np.minimum(np.searchsorted(stories, records.story), len(stories) - 1)
    rows = np.flatnonzero(stories[at] == records.story) if len(stories) else np.zeros(0, np.int64)
    flat, starts = places(records.term_starts, rows)
    keys = packed(np.repeat(at[rows], np.diff(starts)), records.terms[flat])
    order = np.argsort(keys, kind="stable")
    pairs, counts = counted(keys)
    totals = (
        np.add.reduceat(values[flat][order].astype(np.float64), starts_of(counts)[:-1]) if len(pairs) else np.zeros(0)
    )
    lengths = np.bincount((pairs >> np.uint64(32)).astype(np.int64), totals**2, minlength=len(stories))
    sums = {}
    for place, story in enumerate(stories.tolist()):
        members = rows[at[rows] == place]
        left, right = np.triu_indices(len(members), 1)
        cost = float(gap_cost(records, members[left], members[right]).sum())
        sums[story] = max((float(lengths[place]) - len(members)) / 2 - cost, 0.0)
    return sums
