"""Whether a pair is original and copy, and of which relation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.overlap import Side

CONTAINED_FROM = 0.3
"""Share of the smaller article's shingles inside the larger from which it is a copy (0 to 1).

Unrelated pairs stay below .2 (95 %), independent reports of one event below .11; real reprints lie at .4 and more.
"""
SHARED_LEAST = 5
"""Shingles that must be shared: one sentence of eight words. Less is a phrase."""
FACTS_AGREE_FROM = 0.55
"""Share of the numbers and names of aligned paragraphs that the other side must have (0 to 1).

Filled-in templates share a tenth to a third, copies nine in ten even after careless rewriting.
"""
NAMES_AGREE_FROM = 0.8
"""Share of names that must agree where numbers do not: an update changes figures, not people and places."""
FACTS_LEAST = 2
"""Facts from which their agreement is judged; one may be a slip."""
WHOLE_FROM = 0.85
"""Share of an article's shingles inside the other from which all of it counts as taken (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One value a pair: whether it is a copy, how much alike (0 to 1), and whether only figures differ."""

    copy: NDArray[np.bool_]
    score: NDArray[np.float64]
    resemblance: NDArray[np.float64]
    template: NDArray[np.bool_]


def judge(older: Side, newer: Side) -> Verdicts:
    """Verdicts on pairs whose sides are given.

    Overlap alone cannot tell a reprint from a second filling of one template (results, forecasts, obituaries), so
    the numbers and names of the shared paragraphs must agree too. The better side counts: a copy may add facts.
    """
    shared = np.minimum(older.shared, newer.shared)
    containment = np.maximum(older.containment, newer.containment)
    resemblance = shared / np.maximum(older.shingles + newer.shingles - shared, 1)
    overlap = (containment >= CONTAINED_FROM) & (shared >= SHARED_LEAST)
    template = _differs(older) & _differs(newer) & ~_updated(older, newer)
    score = np.maximum(resemblance, containment * 0.9)
    return Verdicts(
        copy=overlap & ~template,
        score=np.where(overlap & ~template, score, 0.0),
        resemblance=resemblance,
        template=overlap & template,
    )


def _differs(side: Side) -> NDArray[np.bool_]:
    facts = side.numbers + side.names
    return (facts >= FACTS_LEAST) & (side.numbers_met + side.names_met < facts * FACTS_AGREE_FROM)


def _updated(older: Side, newer: Side) -> NDArray[np.bool_]:
    """Whether the names agree and the newer side has news besides changed figures."""
    named = (newer.names >= FACTS_LEAST) & (newer.names_met >= newer.names * NAMES_AGREE_FROM)
    per_pair = (
        np.add.reduceat(np.concatenate((newer.new, [False])), newer.paragraph_starts[:-1]) if len(named) else named
    )
    return named & (older.names_met >= older.names * NAMES_AGREE_FROM) & (per_pair > 0)
