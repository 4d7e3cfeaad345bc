"""Shingles that are no part of the report: footers, teasers of other pages, the frame of a template."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.text.ragged import owners

GROUPS_FROM = 4
"""Known copy groups that hold a shingle from which it is a phrase or a frame. Real texts have one, or two by chance."""
OUTLET_TEXTS_FROM = 4
"""Different texts of one outlet, tonight's included, that hold a shingle from which it is the outlet's boilerplate."""


def own_shingles(records: CopyRecords, first_new: int) -> NDArray[np.bool_]:
    """Which shingles belong to the report itself.

    Known groups have been told apart already, so what several of them share is boilerplate. Of one outlet's
    texts, tonight's may be versions of one another; they count as different by the least of their
    hashes, which versions mostly share.
    """
    rows = owners(records.shingle_starts)
    repeated = _repeated(records.shingles, records.group[rows], rows < first_new, GROUPS_FROM)
    own = ~records.furniture & ~_among(records.shingles, repeated)
    return own & ~_of_outlet(records, rows)


def _repeated(
    hashes: NDArray[np.uint32], holder: NDArray[np.int64], counted: NDArray[np.bool_], least: int
) -> NDArray[np.uint32]:
    """Hashes, ascending, that at least ``least`` different holders have."""
    keys = np.unique(hashes[counted].astype(np.uint64) << np.uint64(32) | holder[counted].astype(np.uint64))
    values, counts = np.unique((keys >> np.uint64(32)).astype(np.uint32), return_counts=True)
    return values[counts >= least]


def _among(values: NDArray[np.uint32], table: NDArray[np.uint32]) -> NDArray[np.bool_]:
    if not len(table):
        return np.zeros(len(values), np.bool_)
    at = np.minimum(np.searchsorted(table, values), len(table) - 1)
    return table[at] == values


def _of_outlet(records: CopyRecords, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Shingles that an outlet repeats in unlike texts."""
    count = len(records)
    sign = np.full(count, 0xFFFFFFFF, np.uint32)
    np.minimum.at(sign, rows[~records.furniture], records.shingles[~records.furniture])
    named = records.outlet[rows] != 0
    paired = records.shingles.astype(np.uint64) << np.uint64(32) | records.outlet[rows].astype(np.uint64)
    values, code = np.unique(paired[named], return_inverse=True)
    texts = np.unique(code.astype(np.uint64) << np.uint64(32) | sign[rows[named]].astype(np.uint64))
    counts = np.bincount((texts >> np.uint64(32)).astype(np.int64), minlength=len(values))
    repeated = np.zeros(len(rows), np.bool_)
    repeated[named] = counts[code] >= OUTLET_TEXTS_FROM
    return repeated
