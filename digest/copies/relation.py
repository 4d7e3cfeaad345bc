"""What each member of a copy group is to its original."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digest.copies.judge import judge
from digest.copies.overlap import Side, side
from digest.copies.records import CopyRecords
from digest.model import Relation
from digest.text.sets import among, distinct

SAME_HOUR_SECONDS = 3600
"""Seconds by which an agency's own text goes before reprints: papers set the clock of their feeds as they like."""


@dataclass(frozen=True, slots=True)
class Member:
    """A copy's row, its relation to the original, how much alike (0 to 1), and the paragraphs only it has."""

    row: int
    relation: Relation
    score: float
    new_paragraphs: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """A copy group as it now stands: the row that names it, its original's row, and its copies in time order."""

    group: int
    original: int
    members: tuple[Member, ...]


def adoptions(
    records: CopyRecords, own: NDArray[np.bool_], group: NDArray[np.int64], first_new: int, window: NDArray[np.int64]
) -> tuple[Adoption, ...]:
    """Every group of two or more that holds an article of tonight, in order of its original.

    ``window`` turns rows of ``records`` into those of the whole window, which the result tells.
    """
    rows = np.flatnonzero(among(group, distinct(group[first_new:])))
    if not len(rows):
        return ()
    order = np.lexsort((rows, records.when[rows] - records.wire[rows] * SAME_HOUR_SECONDS, group[rows]))
    rows = rows[order]
    begins = np.concatenate(([True], group[rows][1:] != group[rows][:-1]))
    original = rows[np.maximum.accumulate(np.where(begins, np.arange(len(rows)), 0))]
    copies, originals = rows[~begins], original[~begins]
    members = _members(records, own, originals, copies)
    found: dict[int, list[Member]] = {}
    for first, member in zip(originals.tolist(), members, strict=True):
        found.setdefault(first, []).append(member)
    return tuple(
        Adoption(int(group[first]), int(window[first]), tuple(replace(m, row=int(window[m.row])) for m in found[first]))
        for first in sorted(found)
    )


def _members(
    records: CopyRecords, own: NDArray[np.bool_], originals: NDArray[np.int64], copies: NDArray[np.int64]
) -> list[Member]:
    if not len(copies):
        return []
    left, right = side(records, own, originals, copies), side(records, own, copies, originals)
    verdicts = judge(left, right)
    found = []
    for at, row in enumerate(copies.tolist()):
        new = np.flatnonzero(right.new[right.paragraph_starts[at] : right.paragraph_starts[at + 1]])
        missing = left.new[left.paragraph_starts[at] : left.paragraph_starts[at + 1]].any()
        exact = records.whole[row] == records.whole[originals[at]]
        relation = Relation.EXACT if exact else _relation(right, at, len(new) > 0, bool(missing))
        kept, held = float(right.containment[at]), float(left.containment[at])
        score = 1.0 if exact else float(max(verdicts.resemblance[at], kept, held))
        reason = f"{round(kept * 100)} % of it in the original, {round(held * 100)} % of the original in it"
        found.append(Member(row, relation, round(score, 4), tuple(new.tolist()), reason))
    return found


def _relation(newer: Side, at: int, adds: bool, lacks: bool) -> Relation:
    if adds and newer.numbers_met[at] < newer.numbers[at] and newer.names_met[at] >= newer.names[at] * 0.8:
        return Relation.UPDATE
    if adds:
        return Relation.MIXED if lacks else Relation.EXTENDED
    return Relation.EXCERPT if lacks else Relation.NEAR
