"""How two articles overlap: shared shingles, aligned paragraphs, agreeing numbers and names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.text.ragged import places, starts_of, sums

ALIGNED_FROM = 0.3
"""Share of a paragraph's shingles found in the other text from which it counts as taken from there (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of pairs, seen from the other: one value a pair, and ragged columns of paragraphs.

    ``shingles`` is the number of shingles that are not boilerplate, ``shared`` those found in the other article.
    ``numbers`` and ``names`` count the facts of aligned paragraphs, ``numbers_met`` and ``names_met`` those of them that
    the other article has anywhere. ``new`` marks paragraphs that have words of their own and are not aligned.
    """

    shingles: NDArray[np.float64]
    shared: NDArray[np.float64]
    numbers: NDArray[np.float64]
    numbers_met: NDArray[np.float64]
    names: NDArray[np.float64]
    names_met: NDArray[np.float64]
    paragraph_starts: NDArray[np.int64]
    new: NDArray[np.bool_]

    @property
    def containment(self) -> NDArray[np.float64]:
        """Share of this side's shingles found in the other article; 0 for an article without any."""
        return self.shared / np.maximum(self.shingles, 1)


def side(records: CopyRecords, own: NDArray[np.bool_], rows: NDArray[np.int64], others: NDArray[np.int64]) -> Side:
    """What each of ``rows`` shares with the article of ``others`` at the same place."""
    flat, starts = places(records.shingle_starts, rows)
    mine = own[flat]
    met = _found(records.shingles, records.shingle_starts, rows, others) & mine
    paragraph_starts = starts_of(records.paragraphs[rows].astype(np.int64) + 1)
    pair = np.repeat(np.arange(len(rows)), np.diff(starts))
    at = paragraph_starts[pair] + records.shingle_paragraph[flat]
    total = np.bincount(at[mine], minlength=int(paragraph_starts[-1])).astype(np.float64)
    shared = np.bincount(at[met], minlength=int(paragraph_starts[-1])).astype(np.float64)
    aligned = shared >= np.maximum(total, 1) * ALIGNED_FROM
    facts, fact_starts = places(records.fact_starts, rows)
    fact_pair = np.repeat(np.arange(len(rows)), np.diff(fact_starts))
    inside = aligned[paragraph_starts[fact_pair] + records.fact_paragraph[facts]]
    agrees = _found(records.facts, records.fact_starts, rows, others)
    number = records.fact_numbers[facts]
    return Side(
        shingles=sums(mine, starts),
        shared=sums(met, starts),
        numbers=sums(inside & number, fact_starts),
        numbers_met=sums(inside & number & agrees, fact_starts),
        names=sums(inside & ~number, fact_starts),
        names_met=sums(inside & ~number & agrees, fact_starts),
        paragraph_starts=paragraph_starts,
        new=(total > 0) & ~aligned,
    )


def _found(
    values: NDArray[np.uint32], starts: NDArray[np.int64], rows: NDArray[np.int64], others: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """For each item of ``rows``, row after row, whether the row of ``others`` at the same place has it too."""
    flat, mine = places(starts, rows)
    other_flat, other = places(starts, others)
    pair = np.repeat(np.arange(len(rows), dtype=np.uint64), np.diff(mine))
    other_pair = np.repeat(np.arange(len(rows), dtype=np.uint64), np.diff(other))
    keys = pair << np.uint64(32) | values[flat]
    table = np.sort(other_pair << np.uint64(32) | values[other_flat])
    if not len(table):
        return np.zeros(len(keys), np.bool_)
    at = np.minimum(np.searchsorted(table, keys), len(table) - 1)
    return table[at] == keys
