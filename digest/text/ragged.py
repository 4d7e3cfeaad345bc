"""Rows of unequal length kept in one flat array: row ``i`` is ``flat[starts[i]:starts[i + 1]]``."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Starts = NDArray[np.int64]
Flat = NDArray[np.int64]


def starts_of(counts: ArrayLike) -> Starts:
    """Where each row starts, and at the end where the last one ends.

    >>> starts_of([2, 0, 1]).tolist()
    [0, 2, 2, 3]
    """
    lengths = np.asarray(counts, np.int64)
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def owners(starts: Starts) -> Flat:
    """The row of every item.

    >>> owners(starts_of([2, 0, 1])).tolist()
    [0, 0, 2]
    """
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))


def places(starts: Starts, rows: NDArray[np.int64]) -> tuple[Flat, Starts]:
    """Flat places of the items of ``rows`` one row after another, and the starts of the new rows.

    >>> flat, starts = places(starts_of([2, 0, 1]), np.array([2, 0]))
    >>> flat.tolist(), starts.tolist()
    ([2, 0, 1], [0, 1, 3])
    """
    counts = starts[rows + 1] - starts[rows]
    fresh = starts_of(counts)
    return np.arange(fresh[-1]) + np.repeat(starts[rows] - fresh[:-1], counts), fresh


def sums(values: NDArray[np.number | np.bool_], starts: Starts) -> NDArray[np.float64]:
    """The sum of each row; 0 for an empty one.

    >>> sums(np.array([1, 2, 4]), starts_of([2, 0, 1])).tolist()
    [3.0, 0.0, 4.0]
    """
    result = np.zeros(len(starts) - 1, np.float64)
    filled = starts[1:] > starts[:-1]
    if filled.any():
        kind = np.int64 if values.dtype == np.bool_ else np.float64
        result[filled] = np.add.reduceat(values, starts[:-1][filled], dtype=kind)
    return result
