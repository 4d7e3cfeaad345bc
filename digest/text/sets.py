"""Sets and counts of hashes by sorting, which vector instructions make several times faster than hashing."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_SIEVE_BITS = (12, 20)
"""Least and most binary digits of a place in the sieve: a larger one falls out of the processor's cache."""
_SLOTS_OF_ONE = 8
"""Places of the sieve for each value of the table: with fewer many values share one and have to be searched."""
_WORTH_SIEVE = 4_096
"""Values from which filling a sieve before searching pays."""

Number = TypeVar("Number", bound=np.number)


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The different values, ascending.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(values)
    return ordered[_fresh(ordered)]


def counted(values: NDArray[Number]) -> tuple[NDArray[Number], NDArray[np.int64]]:
    """The different values, ascending, and how often each occurs.

    >>> [part.tolist() for part in counted(np.array([3, 1, 3]))]
    [[1, 3], [1, 2]]
    """
    ordered = np.sort(values)
    first = np.flatnonzero(_fresh(ordered))
    return ordered[first], np.diff(first, append=len(ordered))


def _fresh(ordered: NDArray[Number]) -> NDArray[np.bool_]:
    """Which of ascending values differ from the one before."""
    fresh = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return fresh


def among(values: NDArray[Number], table: NDArray[Number]) -> NDArray[np.bool_]:
    """Which values stand in ``table``, which is ascending.

    >>> among(np.array([3, 2]), np.array([1, 3])).tolist()
    [True, False]
    """
    if not len(table):
        return np.zeros(len(values), np.bool_)
    bits = max(_SIEVE_BITS[0], (len(table) * _SLOTS_OF_ONE).bit_length())
    if len(values) < _WORTH_SIEVE or bits > _SIEVE_BITS[1]:
        return _searched(values, table)
    # Each slot holds one value of the table; what lost its slot to another is looked for by itself.
    slots = _slots(table, bits)
    filled, held = np.zeros(1 << bits, np.bool_), np.zeros(1 << bits, table.dtype)
    filled[slots], held[slots] = True, table
    at = _slots(values, bits)
    likely, found = filled[at], held[at] == values
    found &= likely
    lost = table[held[slots] != table]
    if len(lost):
        rest = np.flatnonzero(likely & ~found)
        found[rest] = _searched(values[rest], lost)
    return np.asarray(found)


def _searched(values: NDArray[Number], table: NDArray[Number]) -> NDArray[np.bool_]:
    return np.asarray(table[np.minimum(np.searchsorted(table, values), len(table) - 1)] == values)


def _slots(values: NDArray[Number], bits: int) -> NDArray[np.int64]:
    """A slot of the sieve, which has two to the power of ``bits`` of them, for each value; equal values have equal slots."""
    if values.dtype == np.uint32:
        narrow = values.astype(np.uint32, copy=False)
        return np.asarray((narrow ^ (narrow >> np.uint32(23))) & np.uint32((1 << bits) - 1), np.int64)
    whole = values.astype(np.uint64)
    slots = (whole ^ (whole >> np.uint64(23)) ^ (whole >> np.uint64(41))) & np.uint64((1 << bits) - 1)
    return np.asarray(slots, np.int64)


def packed(high: NDArray[np.integer], low: NDArray[np.integer]) -> NDArray[np.uint64]:
    """Pairs of numbers of at most 32 bits as one number each, ordered by ``high``, then ``low``."""
    return high.astype(np.uint64) << np.uint64(32) | low.astype(np.uint64)


def unpacked(pairs: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The two numbers of each pair that ``packed`` made."""
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def ordered_pairs(high: NDArray[np.integer], low: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """The order in which pairs stand by ``high``, ``low`` (of at most 32 bits) and then place, and the pairs in it, packed.

    Sorting one number that holds the pair and its place is many times faster than a stable sort of places, but needs
    room for all three; where there is none, places are sorted.

    >>> order, pairs = ordered_pairs(np.array([1, 0, 1]), np.array([5, 9, 5]))
    >>> order.tolist(), unpacked(pairs)[1].tolist()
    ([1, 0, 2], [9, 5, 5])
    """
    pairs = packed(high, low)
    bits = np.uint64(len(pairs).bit_length())
    if len(pairs) and int(np.max(high)).bit_length() + int(bits) > 32:
        order = np.argsort(pairs, kind="stable")
        return order, pairs[order]
    keys = np.sort(pairs << bits | np.arange(len(pairs), dtype=np.uint64))
    return (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64), keys >> bits
