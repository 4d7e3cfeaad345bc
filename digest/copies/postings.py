"""The part of the window that tonight's articles touch: who holds the shingles that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.text.ragged import owners
from digest.text.sets import distinct, packed

_BITS = 24
_AT_ONCE = 65_536
_WORKED_ON = 1 << 19
"""Postings worked on at a time (range 2 to the power of 16 to 22): some 50 MB, where eleven nights of 5,000 texts have six million."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Shingles with the row that holds each; rows count through the blocks, tonight's articles last.

    Ascending by shingle, then row, each pair once. Shingles that one row alone holds lead nowhere and are left out, and
    so is known boilerplate.
    """

    shingles: NDArray[np.uint32]
    rows: NDArray[np.int64]
    first_new: int


def postings(blocks: Sequence[CopyRecords], tonight: CopyRecords) -> Postings:
    """The shingles that rows of ``tonight`` share with one another or with rows of ``blocks``.

    A sieve of 2 MB spares sorting the window: of its shingles about one in ten passes.
    """
    own = ~tonight.furniture
    sieve = _sieve(tonight.shingles[own])
    keys = []
    first = 0
    for block in blocks:
        met = np.flatnonzero(_passes(sieve, block.shingles) & ~block.furniture)
        rows = np.searchsorted(block.shingle_starts, met, side="right") - 1 + first
        keys.append(packed(block.shingles[met], rows))
        first += len(block)
    keys.append(packed(tonight.shingles[own], owners(tonight.shingle_starts)[own] + first))
    return _held_by(_in_order(keys), 2, first)


def _in_order(parts: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """The different values of ``parts``, ascending. Each part is let go when it is taken: they are the most that a night holds."""
    keys = np.empty(sum(map(len, parts)), np.uint64)
    end = len(keys)
    while parts:
        part = parts.pop()
        keys[end - len(part) : end] = part
        end -= len(part)
    keys.sort()
    return keys if np.all(keys[1:] != keys[:-1]) else distinct(keys)


def _sieve(values: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """A set of one bit for each beginning of ``_BITS`` binary digits that a value has."""
    filled = np.zeros(1 << _BITS, np.bool_)
    filled[values >> np.uint32(32 - _BITS)] = True
    return np.packbits(filled, bitorder="little")


def _passes(sieve: NDArray[np.uint8], values: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which values may be among those of the sieve; looked at piece by piece, which stays in the processor's cache."""
    passed = np.empty(len(values), np.bool_)
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE] >> np.uint32(32 - _BITS)
        bits = sieve.take(some >> np.uint32(3)) >> (some.astype(np.uint8) & np.uint8(7))
        np.not_equal(bits & np.uint8(1), 0, out=passed[start : start + _AT_ONCE])
    return passed


def by_shingle(held: Postings, most: int = _WORKED_ON) -> Iterator[Postings]:
    """The same postings in parts of about ``most``, one at least, which share no shingle: what works on all at once takes ten times their room."""
    start = 0
    while True:
        end = start + most
        if end < len(held.shingles):
            last = held.shingles[end - 1]
            end = int(np.searchsorted(held.shingles, last, side="right"))
        yield Postings(held.shingles[start:end], held.rows[start:end], held.first_new)
        start = end
        if start >= len(held.shingles):
            return


def widely_held(held: Postings, least: int) -> Postings:
    """The shingles that ``least`` rows or more hold."""
    return _held_by(packed(held.shingles, held.rows), least, held.first_new)


def _held_by(keys: NDArray[np.uint64], least: int, first_new: int) -> Postings:
    """The shingles of ``keys`` (packed with their rows, ascending) that ``least`` rows or more hold."""
    shingle = (keys >> np.uint64(32)).astype(np.uint32)
    alike = shingle[least - 1 :] == shingle[: max(len(keys) - least + 1, 0)]
    many = np.zeros(len(keys), np.bool_)
    for step in range(least):
        many[step : step + len(alike)] |= alike
    return Postings(shingle[many], (keys[many] & np.uint64(0xFFFFFFFF)).astype(np.int64), first_new)
