"""How two articles overlap: shared shingles, aligned paragraphs, agreeing numbers and names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.text.ragged import places, starts_of, sums
from digest.text.sets import among

TAKEN_FROM = 0.7
"""Share of a paragraph's shingles found in the other text from which all of it was taken (0 to 1)."""
TAKEN_SHINGLES = 6
"""Shingles a paragraph must have to count as taken: shorter ones are phrases and figures."""
ALIGNED_FROM = 0.3
"""Share of a paragraph's shingles found in the other text from which it counts as taken from there (0 to 1)."""


NEW_BELOW = 0.1
"""Share of a paragraph's shingles in the other text below which it is news and not a rewriting (0 to 1)."""
RETOLD_FACTS = 2
"""Numbers and names of a paragraph from which their agreement shows that it was only put in other words."""
RETOLD_FROM = 0.65
"""Share of such facts that must stand in the other text (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of pairs, seen from the other: one value a pair, and ragged columns of paragraphs.

    ``shingles`` is the number of shingles that are not boilerplate, ``shared`` those of them found in the other article,
    ``all_shingles`` counts learned boilerplate too.
    ``numbers`` and ``names`` count the facts of aligned paragraphs, ``numbers_met`` and ``names_met`` those of them that
    the other article has anywhere. ``lost`` counts the shingles of aligned paragraphs that the other lacks, ``taken`` is
    the first paragraph that stands in it whole, -1 for none. ``new`` marks paragraphs that have words of their own and are not aligned.
    """

    shingles: NDArray[np.float64]
    shared: NDArray[np.float64]
    all_shingles: NDArray[np.float64]
    numbers: NDArray[np.float64]
    numbers_met: NDArray[np.float64]
    names: NDArray[np.float64]
    names_met: NDArray[np.float64]
    lost: NDArray[np.float64]
    taken: NDArray[np.int64]
    paragraph_starts: NDArray[np.int64]
    new: NDArray[np.bool_]

    @property
    def containment(self) -> NDArray[np.float64]:
        """Share of this side's shingles found in the other article; 0 for an article without any."""
        return self.shared / np.maximum(self.shingles, 1)


def side(records: CopyRecords, own: NDArray[np.bool_], rows: NDArray[np.int64], others: NDArray[np.int64]) -> Side:
    """What each of ``rows`` shares with the article of ``others`` at the same place."""
    flat, starts = places(records.shingle_starts, rows)
    mine, solid = own[flat], ~records.furniture[flat]
    met = _found(records.shingles, records.shingle_starts, rows, others)
    paragraph_starts = starts_of(records.paragraphs[rows].astype(np.int64) + 1)
    pair = np.repeat(np.arange(len(rows)), np.diff(starts))
    at = paragraph_starts[pair] + records.shingle_paragraph[flat]
    total, shared, special = (
        np.bincount(at[kept], minlength=int(paragraph_starts[-1])).astype(np.float64)
        for kept in (solid, solid & met, mine)
    )
    # A learned frame counts here: the facts that fill it must be compared all the same.
    aligned = shared >= np.maximum(total, 1) * ALIGNED_FROM
    facts, fact_starts = places(records.fact_starts, rows)
    fact_pair = np.repeat(np.arange(len(rows)), np.diff(fact_starts))
    fact_at = paragraph_starts[fact_pair] + records.fact_paragraph[facts]
    inside = aligned[fact_at]
    agrees = _found(records.facts, records.fact_starts, rows, others)
    number = records.fact_numbers[facts]
    told = np.bincount(fact_at, minlength=len(total))
    retold = (told >= RETOLD_FACTS) & (np.bincount(fact_at[agrees], minlength=len(total)) >= told * RETOLD_FROM)
    return Side(
        shingles=sums(mine, starts),
        shared=sums(mine & met, starts),
        all_shingles=sums(solid, starts),
        numbers=sums(inside & number, fact_starts),
        numbers_met=sums(inside & number & agrees, fact_starts),
        names=sums(inside & ~number, fact_starts),
        names_met=sums(inside & ~number & agrees, fact_starts),
        lost=sums((total - shared) * aligned, paragraph_starts),
        taken=_first((shared >= total * TAKEN_FROM) & (special >= TAKEN_SHINGLES), paragraph_starts),
        paragraph_starts=paragraph_starts,
        new=(special > 0) & (shared < total * NEW_BELOW) & ~retold,
    )


def _first(flags: NDArray[np.bool_], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of the first flag in each row, -1 in a row without one."""
    marks = np.flatnonzero(flags)
    at = np.searchsorted(marks, starts[:-1])
    found = np.append(marks, len(flags))[at]
    return np.where(found < starts[1:], found - starts[:-1], -1)


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
    return among(keys, table)
