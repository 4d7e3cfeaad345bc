"""Stories linked into sagas: what continues an older story is a story of its own and tells so."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.stories.scores import Scores
from digest.text.ragged import starts_of
from digest.text.sets import counted, packed, unpacked

SAME_SAGA_FROM = 0.26
"""Mean likeness of the words of two stories, whatever the time between them, from which they are one saga (0 to 1).

On GVA by saga pairwise F1 is .80 from .26 up, .78 at .24, .68 at .2; at .28 no story links to another.
"""


def earlier_stories(scores: Scores, story: NDArray[np.int64], opened: frozenset[int]) -> dict[int, int]:
    """For each story of ``opened`` that continues an older one, that story: the most alike.

    ``story`` is the story of every row; a story's number is its first row, so an older one has a lower number.
    """
    left, right = story[scores.older], story[scores.newer]
    apart = left != right
    keys = packed(np.maximum(left, right)[apart], np.minimum(left, right)[apart])
    order = np.argsort(keys, kind="stable")
    pairs, counts = counted(keys)
    if not len(pairs):
        return {}
    totals = np.add.reduceat(scores.likeness[apart][order], starts_of(counts)[:-1])
    names, members = counted(story)
    size = dict(zip(names.tolist(), members.tolist(), strict=True))
    best: dict[int, tuple[float, int]] = {}
    for later, earlier, total in zip(*(part.tolist() for part in (*unpacked(pairs), totals)), strict=True):
        mean = total / (size[later] * size[earlier])
        if later in opened and mean >= SAME_SAGA_FROM:
            best[later] = max(best.get(later, (0.0, 0)), (mean, -earlier))
    return {later: -earlier for later, (_, earlier) in sorted(best.items())}
