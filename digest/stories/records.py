"""What story grouping works on: columns of copy groups in time order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.text.ragged import Starts, places, starts_of

_ROWS = ("when", "story")
_TERMS = ("terms", "weights", "kinds")


@dataclass(frozen=True, slots=True)
class StoryRecords:
    """Columns of copy groups, each told by the text of its original, in time order.

    ``when`` is in seconds since 1970, ``story`` a number shared by the groups of a known story and -1 for tonight's.
    ``terms``, ``weights`` and ``kinds`` are those of ``digest.text.fingerprints``.
    """

    when: NDArray[np.int64]
    story: NDArray[np.int64]
    term_starts: Starts
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]
    kinds: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.when)


def take(records: StoryRecords, rows: NDArray[np.int64]) -> StoryRecords:
    """The copy groups of ``rows``, in that order."""
    flat, starts = places(records.term_starts, rows)
    columns = {name: getattr(records, name)[rows] for name in _ROWS}
    return StoryRecords(term_starts=starts, **columns, **{name: getattr(records, name)[flat] for name in _TERMS})


def concatenate(parts: Sequence[StoryRecords]) -> StoryRecords:
    """The copy groups of all parts (at least one), part after part."""
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _ROWS + _TERMS}
    return StoryRecords(term_starts=starts_of(np.concatenate([np.diff(part.term_starts) for part in parts])), **columns)
