"""Sets and counts of hashes by sorting, which vector instructions make several times faster than hashing."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_SIEVE = 1 << 20
_BIN_BITS = 22
"""Bins, as a power of two, in which hashes are counted before they are sorted: some for each shingle of 5,000 articles."""
_WORTH_SIEVE = 4_096
"""Values from which looking into a bitmap before searching pays."""

Number = TypeVar("Number", bound=np.number)


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The different values, ascending.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    return counted(values)[0]


def counted(values: NDArray[Number]) -> tuple[NDArray[Number], NDArray[np.int64]]:
    """The different values, ascending, and how often each occurs.

    >>> [part.tolist() for part in counted(np.array([3, 1, 3]))]
    [[1, 3], [1, 2]]
    """
    ordered = np.sort(values)
    if not len(ordered):
        return ordered, np.zeros(0, np.int64)
    fresh = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    return ordered[fresh], np.diff(np.concatenate((fresh, [len(ordered)])))


def may_repeat(hashes: NDArray[np.uint32], times: int) -> NDArray[np.bool_]:
    """Which of ``hashes`` may stand there ``times`` or more; those that do all pass, and few others.

    Spares sorting the many that are rare.

    >>> may_repeat(np.array([1 << 30, 5, 1 << 30], np.uint32), 2).tolist()
    [True, False, True]
    """
    bins = (hashes >> np.uint32(32 - _BIN_BITS)).astype(np.intp)
    return np.asarray((np.bincount(bins, minlength=1 << _BIN_BITS) >= times)[bins])


def among(values: NDArray[Number], table: NDArray[Number]) -> NDArray[np.bool_]:
    """Which values stand in ``table``, which is ascending.

    >>> among(np.array([3, 2]), np.array([1, 3])).tolist()
    [True, False]
    """
    if not len(table):
        return np.zeros(len(values), np.bool_)
    if len(values) < _WORTH_SIEVE or len(table) > _SIEVE >> 3:
        return _searched(values, table)
    # Each slot holds one value of the table; what lost its slot to another is looked for by itself.
    slots = _slots(table)
    filled, held = np.zeros(_SIEVE, np.bool_), np.zeros(_SIEVE, table.dtype)
    filled[slots], held[slots] = True, table
    at = _slots(values)
    likely, found = filled[at], held[at] == values
    found &= likely
    lost = table[held[slots] != table]
    if len(lost):
        rest = np.flatnonzero(likely & ~found)
        found[rest] = _searched(values[rest], lost)
    return np.asarray(found)


def _searched(values: NDArray[Number], table: NDArray[Number]) -> NDArray[np.bool_]:
    return np.asarray(table[np.minimum(np.searchsorted(table, values), len(table) - 1)] == values)


def _slots(values: NDArray[Number]) -> NDArray[np.int64]:
    """A slot of the sieve for each value; equal values have equal slots."""
    whole = values.astype(np.uint64)
    slots = (whole ^ (whole >> np.uint64(23)) ^ (whole >> np.uint64(41))) & np.uint64(_SIEVE - 1)
    return np.asarray(slots, np.int64)


def packed(high: NDArray[np.integer], low: NDArray[np.integer]) -> NDArray[np.uint64]:
    """Pairs of numbers of at most 32 bits as one number each, ordered by ``high``, then ``low``."""
    return high.astype(np.uint64) << np.uint64(32) | low.astype(np.uint64)


def unpacked(pairs: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The two numbers of each pair that ``packed`` made."""
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
