"""Pairs of articles that may be copies, from an inverted index of shingles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.text.ragged import owners

SAMPLED = 2
"""One shingle in how many is looked up, chosen by its hash: half of 350 words still leave 170 chances of meeting."""
EARLIEST = 4
"""How many of a shingle's first holders are compared with each later one: the original is among the first."""
PREVIOUS = 2
"""How many holders just before an article are compared with it: an update resembles the last version most."""
LEAST_SHARED = 3
"""Sampled shingles two articles must share. Two shared sentences of ten words give about 8."""


def candidate_pairs(
    starts: NDArray[np.int64], hashes: NDArray[np.uint32], own: NDArray[np.bool_], first_new: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Pairs (older, newer, sampled shingles shared) of rows, the newer from ``first_new`` on.

    Rows are in time order; ``own`` marks the shingles that are not boilerplate. Each holder of a shingle is paired
    with the shingle's first holders and those just before it, so that the cost is linear in the articles even
    where a thousand outlets print one text.
    """
    rows = owners(starts)
    kept = own & (hashes % SAMPLED == 0)
    kept &= _met_by(hashes, kept & (rows >= first_new))
    keys = np.unique(hashes[kept].astype(np.uint64) << np.uint64(32) | rows[kept].astype(np.uint64))
    row = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    shingle = keys >> np.uint64(32)
    if len(keys) < 2:
        return _count(np.zeros(0, np.uint64))
    fresh = np.flatnonzero(np.concatenate(([True], shingle[1:] != shingle[:-1])))
    begin = np.repeat(fresh, np.diff(np.concatenate((fresh, [len(keys)]))))
    place = np.arange(len(keys))
    found = []
    for older in [begin + step for step in range(EARLIEST)] + [place - step for step in range(1, PREVIOUS + 1)]:
        valid = (older >= begin) & (older < place) & (row >= first_new)
        if len(found) >= EARLIEST:
            valid &= older - begin >= EARLIEST
        found.append(row[older[valid]].astype(np.uint64) << np.uint64(32) | row[valid].astype(np.uint64))
    return _count(np.concatenate(found))


def _met_by(hashes: NDArray[np.uint32], wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which hashes may equal a wanted one: a bitmap spares sorting those of the whole window."""
    bits = np.zeros(1 << 24, np.bool_)
    bits[hashes[wanted] >> 8] = True
    return bits[hashes >> 8]


def _count(pairs: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    found, shared = np.unique(pairs, return_counts=True)
    enough = shared >= LEAST_SHARED
    found = found[enough]
    older = (found >> np.uint64(32)).astype(np.int64)
    return older, (found & np.uint64(0xFFFFFFFF)).astype(np.int64), shared[enough].astype(np.int64)
