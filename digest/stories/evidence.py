"""What a text shares with its story: the terms that made the score."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.stories.records import StoryRecords
from digest.text.ragged import places
from digest.text.sets import among

TOLD = 6
"""Shared terms told as evidence; further ones add little to the score."""
COMPARED = 20
"""Newest members of a story that its terms are taken from; enough to tell what it is about."""


def shared_terms(
    records: StoryRecords, values: NDArray[np.float32], row: int, members: NDArray[np.int64]
) -> tuple[tuple[int, float], ...]:
    """The terms of ``row`` that give most to its mean score with ``members``, the greatest share first.

    Each is told by its place among the row's terms, with its share of the score; at most ``TOLD``.
    """
    newest = members[members != row][-COMPARED:]
    if not len(newest):
        return ()
    start, end = int(records.term_starts[row]), int(records.term_starts[row + 1])
    mine = records.terms[start:end]
    flat, _ = places(records.term_starts, newest)
    order = np.argsort(mine)
    met = flat[among(records.terms[flat], mine[order])]
    at = order[np.searchsorted(mine[order], records.terms[met])]
    share = np.bincount(at, values[met], minlength=end - start) * values[start:end] / len(newest)
    best = np.lexsort((np.arange(len(share)), -np.round(share, 6)))[:TOLD]
    return tuple((int(place), round(float(share[place]), 4)) for place in best if share[place] > 0)
