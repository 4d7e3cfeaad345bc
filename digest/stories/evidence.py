"""What texts share with their stories: the terms that made the score."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from digest.stories.likeness import shared, shortness
from digest.stories.records import StoryRecords
from digest.text.ragged import places, starts_of
from digest.text.sets import packed

TOLD = 6
"""Shared terms told as evidence; further ones add little to the score."""
COMPARED = 8
"""Newest members of a story that its terms are taken from; enough to tell what it is about."""

Shared = tuple[tuple[int, float], ...]


def shared_terms(
    records: StoryRecords, values: NDArray[np.float32], rows: NDArray[np.int64], members: Sequence[NDArray[np.int64]]
) -> list[Shared]:
    """For each of ``rows`` the terms that give most to its mean score with its ``members``, the greatest share first.

    Each is told by its place among the row's terms, with its share of the score; at most ``TOLD``, none for a row
    that has no members besides itself. All rows are compared at once: one by one takes as long as all the scores.
    """
    newest = [others[others != row][-COMPARED:] for row, others in zip(rows.tolist(), members, strict=True)]
    sizes = np.array([len(others) for others in newest], np.int64)
    mine, starts = places(records.term_starts, rows)
    owner = np.repeat(np.arange(len(rows)), np.diff(starts))
    keys = packed(owner, records.terms[mine])
    order = np.argsort(keys, kind="stable")
    table = keys[order]
    against = np.concatenate((np.zeros(0, np.int64), *newest))
    flat, theirs = places(records.term_starts, against)
    wanted = packed(np.repeat(np.repeat(np.arange(len(rows)), sizes), np.diff(theirs)), records.terms[flat])
    if not len(table) or not len(wanted):
        return [()] * len(rows)
    at = np.minimum(np.searchsorted(table, wanted), len(table) - 1)
    met = np.flatnonzero(table[at] == wanted)
    place = order[at[met]]
    short = shortness(records, np.repeat(rows, sizes), against)
    given = shared(values[mine[place]], values[flat[met]], np.searchsorted(met, theirs), short)
    total = np.bincount(place, given, minlength=len(mine))
    return _greatest(total / np.maximum(sizes, 1)[owner], starts, owner)


def _greatest(share: NDArray[np.float64], starts: NDArray[np.int64], owner: NDArray[np.int64]) -> list[Shared]:
    """The greatest positive shares of each row with their places in it; ties go to the earlier place."""
    positive = np.flatnonzero(share > 0)
    best = positive[np.lexsort((positive, -np.round(share[positive], 6), owner[positive]))]
    places_in = (best - starts[owner[best]]).tolist()
    amounts = np.round(share[best], 4).tolist()
    ends = starts_of(np.bincount(owner[best], minlength=len(starts) - 1)).tolist()
    cuts = ((start, min(end, start + TOLD)) for start, end in pairwise(ends))
    return [tuple(zip(places_in[start:end], amounts[start:end], strict=True)) for start, end in cuts]
