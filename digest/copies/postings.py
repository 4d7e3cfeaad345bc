"""The part of the window that tonight's articles touch: who holds the shingles that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.text.ragged import owners

_BITS = 24


@dataclass(frozen=True, slots=True)
class Postings:
    """Shingles with the row that holds each; rows count through the blocks, tonight's articles last.

    Shingles of earlier nights that tonight lacks are mostly left out; known boilerplate is left out wholly.
    """

    shingles: NDArray[np.uint32]
    rows: NDArray[np.int64]
    first_new: int


def postings(blocks: Sequence[CopyRecords], tonight: CopyRecords) -> Postings:
    """The shingles of ``tonight``, and of ``blocks`` those that may be among them.

    A bitmap of 16 MB spares sorting the window: of its shingles about one in a hundred passes.
    """
    own = ~tonight.furniture
    bitmap = np.zeros(1 << _BITS, np.bool_)
    shift = np.uint32(32 - _BITS)
    bitmap[tonight.shingles[own] >> shift] = True
    shingles, rows = [], []
    first = 0
    for block in blocks:
        met = np.flatnonzero(bitmap[block.shingles >> shift] & ~block.furniture)
        shingles.append(block.shingles[met])
        rows.append(np.searchsorted(block.shingle_starts, met, side="right") - 1 + first)
        first += len(block)
    shingles.append(tonight.shingles[own])
    rows.append(owners(tonight.shingle_starts)[own] + first)
    return Postings(np.concatenate(shingles), np.concatenate(rows), first)
