"""Sets of hashes agree with Python's, whatever their size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.sets import among, counted, distinct, ordered_pairs, packed, unpacked

HASHES = st.lists(st.integers(0, 2**32 - 1) | st.integers(0, 20), max_size=40)


@settings(deadline=None)
@given(HASHES)
def test_distinct_and_counted_agree_with_a_counter(values: list[int]) -> None:
    array = np.array(values, np.uint32)
    found, counts = counted(array)
    assert distinct(array).tolist() == sorted(set(values))
    assert dict(zip(found.tolist(), counts.tolist(), strict=True)) == {value: values.count(value) for value in values}


@settings(deadline=None)
@given(HASHES, HASHES)
def test_among_agrees_with_a_set(values: list[int], table: list[int]) -> None:
    array, ordered = np.array(values, np.uint32), np.array(sorted(set(table)), np.uint32)
    assert among(array, ordered).tolist() == [value in set(table) for value in values]


def test_among_says_the_same_through_the_sieve() -> None:
    values = np.random.default_rng(4).integers(0, 50_000, 20_000).astype(np.uint32)
    table = np.arange(0, 50_000, 7, dtype=np.uint32)
    assert (among(values, table) == (values % 7 == 0)).all()


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1)), min_size=1))
def test_packed_pairs_come_back_and_sort_by_their_first(pairs: list[tuple[int, int]]) -> None:
    high, low = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    keys = np.sort(packed(high, low))
    assert list(zip(*(part.tolist() for part in unpacked(keys)), strict=True)) == sorted(pairs)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2**32 - 1) | st.integers(0, 3)), max_size=40),
    st.sampled_from([1, 2**28]),
)
def test_pairs_are_ordered_by_both_numbers_then_by_place_with_room_or_without(
    pairs: list[tuple[int, int]], scale: int
) -> None:
    high, low = np.array([high * scale for high, _ in pairs], np.int64), np.array([low for _, low in pairs], np.int64)
    order, keys = ordered_pairs(high, low)
    assert order.tolist() == sorted(range(len(pairs)), key=lambda at: (pairs[at], at))
    assert keys.tolist() == packed(high, low)[order].tolist()


@pytest.mark.parametrize("kind", [np.uint32, np.uint64])
@pytest.mark.parametrize("entries", [3, 5_000, 400_000])
def test_among_agrees_with_numpy_for_tables_of_any_size(kind: type[np.unsignedinteger], entries: int) -> None:
    draw = np.random.default_rng(5)
    table = distinct(draw.integers(0, np.iinfo(kind).max, entries, dtype=kind))
    values = draw.permutation(np.concatenate((draw.choice(table, 5_000), draw.integers(0, 2**32, 5_000, dtype=kind))))
    assert (among(values, table) == np.isin(values, table)).all()
