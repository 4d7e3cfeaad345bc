"""What story grouping works on: columns of copy groups in time order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.text.ragged import Starts, starts_of

_ROWS = ("when", "dated", "alone", "story")
_TERMS = ("terms", "weights", "kinds")


@dataclass(frozen=True, slots=True)
class StoryRecords:
    """Columns of copy groups, each told by the text of its first article, in time order.

    ``when`` is in seconds since 1970, ``dated`` tells whether the source gave it. ``alone``
    marks round-ups, rubrics and filled-in forms, which belong to no story but their own. ``story`` is a number shared by the groups of a known story, for a new group its row.
    ``terms`` are numbers of words in a ``digest.text.vectors.Vocabulary``, ascending by hash; for ``weights`` and
    ``kinds`` see ``digest.text.fingerprints``.
    """

    when: NDArray[np.int64]
    dated: NDArray[np.bool_]
    alone: NDArray[np.bool_]
    story: NDArray[np.int64]
    term_starts: Starts
    terms: NDArray[np.int32]
    weights: NDArray[np.float16]
    kinds: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.when)


def concatenate(parts: Sequence[StoryRecords]) -> StoryRecords:
    """The copy groups of all parts (at least one), part after part."""
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _ROWS + _TERMS}
    return StoryRecords(term_starts=starts_of(np.concatenate([np.diff(part.term_starts) for part in parts])), **columns)
