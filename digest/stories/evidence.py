"""What a text shares with its story: the terms that made the score."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.stories.records import StoryRecords
from digest.text.ragged import places

TOLD = 6
"""Shared terms told as evidence; further ones add little to the score."""
COMPARED = 8
"""Newest members of a story that its terms are taken from; enough to tell what it is about."""


def shared_terms(
    records: StoryRecords, values: NDArray[np.float32], row: int, members: NDArray[np.int64], place: NDArray[np.int32]
) -> tuple[tuple[int, float], ...]:
    """The terms of ``row`` that give most to its mean score with ``members``, the greatest share first.

    Each is told by its place among the row's terms, with its share of the score; at most ``TOLD``. ``place`` is
    room for one number a word of the vocabulary, all -1 before and after: filling it anew for every row would take
    longer than all the rest.
    """
    newest = members[members != row][-COMPARED:]
    if not len(newest):
        return ()
    start, end = int(records.term_starts[row]), int(records.term_starts[row + 1])
    mine = records.terms[start:end]
    place[mine] = np.arange(end - start, dtype=np.int32)
    flat, _ = places(records.term_starts, newest)
    at = place[records.terms[flat]]
    place[mine] = -1
    met = at >= 0
    share = np.bincount(at[met], values[flat[met]], minlength=end - start) * values[start:end] / len(newest)
    best = np.argsort(-np.round(share, 6), kind="stable")[:TOLD]
    return tuple(
        (term, round(amount, 4)) for term, amount in zip(best.tolist(), share[best].tolist(), strict=True) if amount > 0
    )
