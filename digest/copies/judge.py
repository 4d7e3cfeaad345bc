"""Whether a pair is original and copy, and of which relation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.overlap import Side
from digest.text.ragged import sums
from digest.text.shingles import WORDS

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
SHARED_SHARE = 0.15
"""Share of the smaller article, learned boilerplate included, that must be shared besides boilerplate (0 to 1).

What is left of a template after its frame is known are names and figures, which meet by chance.
"""
SLOTS_LEAST = 3
"""Facts that must differ before a text is taken for another filling of a template; a correction changes one or two."""
SLOTS_SHARE = 0.6
"""Share of what the shared paragraphs lost that differing facts must explain, at three shingles a fact (0 to 1)."""
FACTS_LEAST = 2
"""Facts from which their agreement is judged; one may be a slip."""


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
    least = np.maximum(SHARED_LEAST, np.minimum(older.all_shingles, newer.all_shingles) * SHARED_SHARE)
    overlap = (containment >= CONTAINED_FROM) & (shared >= least)
    template = (_differs(older) & _differs(newer) | _only_slots(older) & _only_slots(newer)) & ~_updated(older, newer)
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


def _only_slots(side: Side) -> NDArray[np.bool_]:
    """Whether the shared paragraphs differ in their facts and hardly in anything else: a form filled in twice."""
    slots = side.numbers + side.names - side.numbers_met - side.names_met
    return (slots >= SLOTS_LEAST) & (slots * WORDS >= side.lost * SLOTS_SHARE)


def _updated(older: Side, newer: Side) -> NDArray[np.bool_]:
    """Whether the names agree and the newer side has news besides changed figures."""
    named = (newer.names >= FACTS_LEAST) & (newer.names_met >= newer.names * NAMES_AGREE_FROM)
    news = sums(newer.new, newer.paragraph_starts)
    return named & (older.names_met >= older.names * NAMES_AGREE_FROM) & (news > 0)
