"""Pairs of articles that may be copies, from an inverted index of shingles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.copies.postings import Postings
from digest.text.sets import counted, packed, unpacked

SAMPLED = 2
"""One shingle in how many is looked up, chosen by its hash: half of 350 words still leave 170 chances of meeting."""
EARLIEST = 4
"""How many of a shingle's first holders are compared with each later one: the original is among the first."""
PREVIOUS = 2
"""How many holders just before an article are compared with it: an update resembles the last version most."""
LEAST_SHARED = 3
"""Sampled shingles two articles must share. Two shared sentences of ten words give about 8."""


def candidate_pairs(held: Postings) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs (older, newer) of rows that share shingles, the newer one of tonight, in ascending order.

    Each holder of a shingle is paired with the shingle's first holders and those just before it, so that the
    cost is linear in the articles even where a thousand outlets print one text.
    """
    sampled = held.shingles % SAMPLED == 0
    shingle, row = held.shingles[sampled], held.rows[sampled]
    if not len(row):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    fresh = np.flatnonzero(np.concatenate(([True], shingle[1:] != shingle[:-1])))
    begin = np.repeat(fresh, np.diff(np.concatenate((fresh, [len(row)]))))
    place = np.flatnonzero((row >= held.first_new) & (begin < np.arange(len(row))))
    begin = begin[place]
    found = []
    for step in range(EARLIEST):
        valid = begin + step < place
        found.append(packed(row[begin[valid] + step], row[place[valid]]))
    for step in range(1, PREVIOUS + 1):
        valid = place - step >= begin + EARLIEST
        found.append(packed(row[place[valid] - step], row[place[valid]]))
    pairs, shared = counted(np.concatenate(found))
    return unpacked(pairs[shared >= LEAST_SHARED])
