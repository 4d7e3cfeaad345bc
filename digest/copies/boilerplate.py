"""Shingles that are no part of the report: footers, teasers of other pages, the frame of a template."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.postings import Postings, by_shingle, widely_held
from digest.copies.records import CopyRecords
from digest.text.ragged import owners
from digest.text.sets import among, counted, distinct, packed, unpacked

GROUPS_FROM = 4
"""Known copy groups that hold a shingle from which it is a phrase or a frame. Real texts have one, or two by chance."""
OUTLET_TEXTS_FROM = 4
"""Different texts of one outlet, tonight's included, that hold a shingle from which it is the outlet's boilerplate."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Learned boilerplate: shingles (ascending), and shingles with the outlet they are boilerplate of (packed, ascending)."""

    everywhere: NDArray[np.uint32]
    of_outlet: NDArray[np.uint64]


def learn_boilerplate(
    held: Postings, group: NDArray[np.int64], outlet: NDArray[np.uint32], least: NDArray[np.uint32]
) -> Boilerplate:
    """The boilerplate among tonight's shingles.

    ``group``, ``outlet`` and ``least`` are columns of all rows. Known groups have been told apart already, so what
    several of them share is boilerplate. Of one outlet's texts, tonight's may be versions of one another; they
    count as different by the least of their hashes, which versions mostly share.
    """
    parts = [_learn(part, group, outlet, least) for part in by_shingle(held)]
    return Boilerplate(*(np.concatenate([getattr(part, name) for part in parts]) for name in Boilerplate.__slots__))


def _learn(
    held: Postings, group: NDArray[np.int64], outlet: NDArray[np.uint32], least: NDArray[np.uint32]
) -> Boilerplate:
    """The boilerplate among some shingles, with all who hold them."""
    held = widely_held(held, min(GROUPS_FROM, OUTLET_TEXTS_FROM))
    known = held.rows < held.first_new
    pairs = distinct(packed(held.shingles[known], group[held.rows[known]]))
    shingles, groups = counted(pairs >> np.uint64(32))
    everywhere = shingles[groups >= GROUPS_FROM].astype(np.uint32)
    return Boilerplate(everywhere, _of_outlets(held, outlet, least))


def _of_outlets(held: Postings, outlet: NDArray[np.uint32], least: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Shingles with an outlet that repeats them in unlike texts."""
    often = np.flatnonzero((outlet != 0)[held.rows])
    rows = held.rows[often]
    pairs = packed(held.shingles[often], outlet[rows])
    order = np.argsort(pairs)
    ordered, signs = pairs[order], least[rows][order]
    if not len(ordered):
        return ordered
    fresh = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    code = np.cumsum(fresh) - 1
    codes, _ = unpacked(distinct(packed(code, signs)))
    return ordered[fresh][np.bincount(codes) >= OUTLET_TEXTS_FROM]


def own_shingles(records: CopyRecords, boilerplate: Boilerplate) -> NDArray[np.bool_]:
    """Which shingles of ``records`` belong to the report itself."""
    rows = owners(records.shingle_starts)
    return np.asarray(~records.furniture & ~_is_dull(records.shingles, rows, records.outlet, boilerplate))


def without(held: Postings, boilerplate: Boilerplate, outlet: NDArray[np.uint32]) -> Postings:
    """The postings that are not boilerplate."""
    kept = [~_is_dull(part.shingles, part.rows, outlet, boilerplate) for part in by_shingle(held)]
    own = np.concatenate(kept)
    return Postings(held.shingles[own], held.rows[own], held.first_new)


def _is_dull(
    shingles: NDArray[np.uint32], rows: NDArray[np.int64], outlet: NDArray[np.uint32], boilerplate: Boilerplate
) -> NDArray[np.bool_]:
    """Which of ``shingles``, held by the texts of ``rows``, are boilerplate everywhere or of their outlet."""
    dull = among(shingles, boilerplate.everywhere)
    near = np.flatnonzero(among(shingles, distinct(boilerplate.of_outlet >> np.uint64(32)).astype(np.uint32)))
    dull[near] |= among(packed(shingles[near], outlet[rows[near]]), boilerplate.of_outlet)
    return dull
