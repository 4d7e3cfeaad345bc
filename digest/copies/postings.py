"""The part of the window that tonight's articles touch: who holds the shingles that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.text.ragged import owners
from digest.text.sets import distinct, packed

_BITS = 24


@dataclass(frozen=True, slots=True)
class Postings:
    """Shingles with the row that holds each; rows count through the blocks, tonight's articles last.

    Ascending by shingle, then row, each pair once. Shingles that one row alone holds lead nowhere and are left out, and
    so is known boilerplate.
    """

    shingles: NDArray[np.uint32]
    rows: NDArray[np.int64]
    first_new: int


def postings(blocks: Sequence[CopyRecords], tonight: CopyRecords) -> Postings:
    """The shingles that rows of ``tonight`` share with one another or with rows of ``blocks``.

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
    keys = distinct(packed(np.concatenate(shingles), np.concatenate(rows)))
    return _held_by(keys, 2, first)


def widely_held(held: Postings, least: int) -> Postings:
    """The shingles that ``least`` rows or more hold."""
    return _held_by(packed(held.shingles, held.rows), least, held.first_new)


def _held_by(keys: NDArray[np.uint64], least: int, first_new: int) -> Postings:
    """The shingles of ``keys`` (packed with their rows, ascending) that ``least`` rows or more hold."""
    shingle = (keys >> np.uint64(32)).astype(np.uint32)
    many = np.zeros(len(keys), np.bool_)
    alike = np.flatnonzero(shingle[least - 1 :] == shingle[: max(len(keys) - least + 1, 0)])
    for step in range(least):
        many[alike + step] = True
    return Postings(shingle[many], (keys[many] & np.uint64(0xFFFFFFFF)).astype(np.int64), first_new)
