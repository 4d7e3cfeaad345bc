"""Articles folded into copy groups, a night at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digest.copies.boilerplate import learn_boilerplate, own_shingles, without
from digest.copies.candidates import candidate_pairs
from digest.copies.judge import Verdicts, judge
from digest.copies.overlap import Side, side
from digest.copies.postings import postings
from digest.copies.records import CopyRecords, concatenate, gathered
from digest.copies.relation import Adoption, adoptions
from digest.text.ragged import sums
from digest.text.sets import among, distinct

PAIRS_AT_ONCE = 8_000
"""Pairs compared in one go: about 40 MB of shingles of ordinary articles."""
BRIDGED_GROUPS = 3
"""Unrelated texts of which an article holds pieces from which it is a round-up or live blog and folds nothing."""
BRIDGED_SHARE = 0.6
"""Share of an article's shingles from one text above which it is that text's copy, whatever else it holds (0 to 1)."""
FRAME_SHARE = 0.5
"""Share of an article's shingles that is learned boilerplate from which it is a filled-in form (0 to 1)."""
FORM_PARTNERS = 2
"""Other texts of one template from which an article is a form; with one it may be a correction."""
SAME_TEXT_FROM = 0.25
"""Resemblance from which two texts count as one when the texts inside a round-up are counted (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Folding:
    """Where tonight's articles went; rows count through the blocks, tonight's articles last.

    ``group`` has for each of tonight's articles the number of its copy group, ``bridge`` whether it is a round-up,
    ``form`` whether it fills in a template that others fill in too. ``templates`` are pairs (older, newer) of rows that
    share a template and not their facts.
    ``adoptions`` holds every group that won an article, with its original and the relation of all its members.
    """

    group: NDArray[np.int64]
    bridge: NDArray[np.bool_]
    form: NDArray[np.bool_]
    templates: tuple[NDArray[np.int64], NDArray[np.int64]]
    adoptions: tuple[Adoption, ...]


@dataclass(frozen=True, slots=True)
class _Pairs:
    older: NDArray[np.int64]
    newer: NDArray[np.int64]
    older_share: NDArray[np.float64]
    newer_share: NDArray[np.float64]
    older_taken: NDArray[np.int64]
    newer_taken: NDArray[np.int64]
    verdicts: Verdicts


_COLUMNS = ("older", "newer", "older_share", "newer_share", "older_taken", "newer_taken")


def fold(blocks: Sequence[CopyRecords], tonight: CopyRecords) -> Folding:
    """Copy groups of ``tonight`` among themselves and with the articles of ``blocks``.

    Each article joins the group of the older article that it resembles most. Groups never fuse over a third
    article: containment would chain everything that a round-up mentions. A group is numbered by the row of its first
    article; ``group`` of ``blocks`` follows the same count.
    """
    held = postings(blocks, tonight)
    group, outlet, least = (
        np.concatenate([getattr(part, name) for part in (*blocks, tonight)]) for name in ("group", "outlet", "least")
    )
    group[held.first_new :] = np.arange(held.first_new, len(group))
    boilerplate = learn_boilerplate(held, group, outlet, least)
    older, newer = candidate_pairs(without(held, boilerplate, outlet))
    near = np.flatnonzero(among(group[: held.first_new], distinct(group[older[older < held.first_new]])))
    rows = np.concatenate((near, np.arange(held.first_new, len(group))))
    local = replace(concatenate([gathered(blocks, near), tonight] if len(near) else [tonight]), group=group[rows])
    own = own_shingles(local, boilerplate)
    pairs = _compare(local, own, np.searchsorted(rows, older), np.searchsorted(rows, newer))
    bridge = local.bridge | _bridges(pairs, local.bridge, len(near))
    joined = _join(local, pairs, bridge)
    template = pairs.verdicts.template
    return Folding(
        joined[len(near) :],
        bridge[len(near) :],
        _forms(local, own, pairs)[len(near) :],
        (rows[pairs.older[template]], rows[pairs.newer[template]]),
        adoptions(local, own, joined, len(near), rows),
    )


def _forms(local: CopyRecords, own: NDArray[np.bool_], pairs: _Pairs) -> NDArray[np.bool_]:
    """Which articles are mostly a frame that is known, or share one with two others or more."""
    solid = ~local.furniture
    frame = sums(solid & ~own, local.shingle_starts) >= FRAME_SHARE * np.maximum(sums(solid, local.shingle_starts), 1)
    template = pairs.verdicts.template
    partners = np.bincount(np.concatenate((pairs.older[template], pairs.newer[template])), minlength=len(local))
    return frame | (partners >= FORM_PARTNERS)


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
    verdicts = judge(left, right)
    return _Pairs(older, newer, left.containment, right.containment, left.taken, right.taken, verdicts)


def _joined(parts: list[_Pairs]) -> _Pairs:
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _COLUMNS}
    verdicts = {name: np.concatenate([getattr(part.verdicts, name) for part in parts]) for name in Verdicts.__slots__}
    return _Pairs(verdicts=Verdicts(**verdicts), **columns)


def _bridges(pairs: _Pairs, known: NDArray[np.bool_], first_new: int) -> NDArray[np.bool_]:
    """Which of tonight's articles hold paragraphs of several unrelated texts and are no copy of any.

    Each text must give another paragraph, and ``known`` round-ups give none: else three round-ups that open
    with one report would make a round-up of the report.
    """
    same = pairs.verdicts.resemblance >= SAME_TEXT_FROM
    text = _components(len(known), zip(pairs.older[same].tolist(), pairs.newer[same].tolist(), strict=True))
    given: dict[int, dict[int, int]] = defaultdict(dict)
    mostly: set[int] = set()
    for at in np.flatnonzero(~pairs.verdicts.template).tolist():
        for row, other, share, taken in (
            (int(pairs.older[at]), int(pairs.newer[at]), pairs.older_share[at], int(pairs.older_taken[at])),
            (int(pairs.newer[at]), int(pairs.older[at]), pairs.newer_share[at], int(pairs.newer_taken[at])),
        ):
            if taken >= 0 and not known[other] and text[other] != text[row]:
                given[row].setdefault(taken, text[other])
            if share >= BRIDGED_SHARE:
                mostly.add(row)
    bridge = np.zeros(len(known), np.bool_)
    for row, texts in given.items():
        bridge[row] = row >= first_new and row not in mostly and len(set(texts.values())) >= BRIDGED_GROUPS
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


def _join(records: CopyRecords, pairs: _Pairs, bridge: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The group of every row: that of the best older article, else its own."""
    group = records.group.copy()
    bridging = bridge[pairs.older] | bridge[pairs.newer]
    usable = pairs.verdicts.copy & (~bridging | (pairs.verdicts.resemblance >= BRIDGED_SHARE))
    score, older, newer = pairs.verdicts.score[usable], pairs.older[usable], pairs.newer[usable]
    joined = -1
    for at in np.lexsort((older, -score, newer)).tolist():
        if newer[at] != joined:
            joined = int(newer[at])
            group[joined] = group[older[at]]
    return group
