"""Articles folded into copy groups, a night at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.boilerplate import own_shingles
from digest.copies.candidates import candidate_pairs
from digest.copies.judge import SHARED_LEAST, Verdicts, judge
from digest.copies.overlap import Side, side
from digest.copies.records import CopyRecords
from digest.copies.relation import Adoption, adoptions

PAIRS_AT_ONCE = 20_000
"""Pairs compared in one go: about 100 MB of shingles of ordinary articles."""
BRIDGED_GROUPS = 3
"""Unrelated texts of which an article holds pieces from which it is a round-up or live blog and folds nothing."""
BRIDGED_SHARE = 0.6
"""Share of an article's shingles from one text above which it is that text's copy, whatever else it holds (0 to 1)."""
SAME_TEXT_FROM = 0.25
"""Resemblance from which two texts count as one when the texts inside a round-up are counted (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Folding:
    """``group`` is the row of each article's group's first article, ``bridge`` marks round-ups.

    ``adoptions`` holds, for every group that won an article, its original and the relation of all its members.
    """

    group: NDArray[np.int64]
    bridge: NDArray[np.bool_]
    adoptions: tuple[Adoption, ...]


@dataclass(frozen=True, slots=True)
class _Pairs:
    older: NDArray[np.int64]
    newer: NDArray[np.int64]
    older_share: NDArray[np.float64]
    newer_share: NDArray[np.float64]
    shared: NDArray[np.float64]
    verdicts: Verdicts


def fold(records: CopyRecords, first_new: int) -> Folding:
    """Copy groups of ``records``, those from row ``first_new`` on being tonight's.

    Each article joins the group of the older article that it resembles most. Groups never fuse over a third
    article: containment would chain everything that a round-up mentions.
    """
    own = own_shingles(records, first_new)
    older, newer, _ = candidate_pairs(records.shingle_starts, records.shingles, own, first_new)
    pairs = _compare(records, own, older, newer)
    bridge = records.bridge | _bridges(pairs, len(records), first_new)
    group = _join(records, pairs, bridge, first_new)
    return Folding(group, bridge, adoptions(records, own, group, first_new))


def _compare(
    records: CopyRecords, own: NDArray[np.bool_], older: NDArray[np.int64], newer: NDArray[np.int64]
) -> _Pairs:
    parts = []
    for start in range(0, max(len(older), 1), PAIRS_AT_ONCE):
        some, others = older[start : start + PAIRS_AT_ONCE], newer[start : start + PAIRS_AT_ONCE]
        left, right = side(records, own, some, others), side(records, own, others, some)
        parts.append(_pairs_of(some, others, left, right))
    return _joined(parts)


def _pairs_of(older: NDArray[np.int64], newer: NDArray[np.int64], left: Side, right: Side) -> _Pairs:
    shared = np.minimum(left.shared, right.shared)
    return _Pairs(older, newer, left.containment, right.containment, shared, judge(left, right))


def _joined(parts: list[_Pairs]) -> _Pairs:
    columns = [np.concatenate([getattr(part, name) for part in parts]) for name in _Pairs.__slots__[:-1]]
    names = Verdicts.__slots__
    verdicts = Verdicts(*(np.concatenate([getattr(part.verdicts, name) for part in parts]) for name in names))
    return _Pairs(*columns, verdicts)


def _bridges(pairs: _Pairs, count: int, first_new: int) -> NDArray[np.bool_]:
    """Which articles hold pieces of several unrelated texts and are no copy of any."""
    same = pairs.verdicts.resemblance >= SAME_TEXT_FROM
    text = _components(count, zip(pairs.older[same].tolist(), pairs.newer[same].tolist(), strict=True))
    held: dict[int, set[int]] = defaultdict(set)
    mostly: set[int] = set()
    touching = (pairs.shared >= SHARED_LEAST) & ~pairs.verdicts.template
    for at in np.flatnonzero(touching).tolist():
        for row, other, share in (
            (int(pairs.older[at]), int(pairs.newer[at]), pairs.older_share[at]),
            (int(pairs.newer[at]), int(pairs.older[at]), pairs.newer_share[at]),
        ):
            held[row].add(text[other])
            if share >= BRIDGED_SHARE:
                mostly.add(row)
    bridge = np.zeros(count, np.bool_)
    for row, texts in held.items():
        bridge[row] = row >= first_new and row not in mostly and len(texts - {text[row]}) >= BRIDGED_GROUPS
    return bridge


def _components(count: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    """The least row of each row's connected component."""
    parent = list(range(count))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for left, right in edges:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    return [root(row) for row in range(count)]


def _join(records: CopyRecords, pairs: _Pairs, bridge: NDArray[np.bool_], first_new: int) -> NDArray[np.int64]:
    """The group of every row: that of the best older original, else its own."""
    group = records.group.copy()
    group[first_new:] = np.arange(first_new, len(records))
    usable = pairs.verdicts.copy & ~bridge[pairs.older] & ~bridge[pairs.newer]
    score, older, newer = pairs.verdicts.score[usable], pairs.older[usable], pairs.newer[usable]
    order = np.lexsort((older, -score, newer))
    joined = -1
    for at in order.tolist():
        if newer[at] != joined:
            joined = int(newer[at])
            group[joined] = group[older[at]]
    return group
