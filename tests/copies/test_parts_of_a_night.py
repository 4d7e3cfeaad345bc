"""Boilerplate is learned a part of the shingles at a time; the parts change no result."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.copies import boilerplate
from digest.copies.boilerplate import learn_boilerplate, without
from digest.copies.postings import Postings, by_shingle

ROWS = 12
PAIRS = st.sets(st.tuples(st.integers(0, 9), st.integers(0, ROWS - 1)), max_size=60).map(sorted)


def postings(pairs: list[tuple[int, int]]) -> Postings:
    shingles = np.array([shingle for shingle, _ in pairs], np.uint32)
    return Postings(shingles, np.array([row for _, row in pairs], np.int64), first_new=ROWS - 3)


@given(PAIRS, st.integers(1, 20))
def test_parts_hold_all_in_order_and_share_no_shingle(pairs: list[tuple[int, int]], most: int) -> None:
    parts = list(by_shingle(postings(pairs), most))
    assert [pair for part in parts for pair in zip(part.shingles.tolist(), part.rows.tolist(), strict=True)] == pairs
    seen = [set(part.shingles.tolist()) for part in parts]
    assert sum(map(len, seen)) == len(set().union(*seen))


@given(PAIRS, st.integers(1, 20), st.lists(st.integers(0, 2), min_size=3 * ROWS, max_size=3 * ROWS))
def test_what_is_learned_in_parts_is_what_is_learned_at_once(
    pairs: list[tuple[int, int]], most: int, facts: list[int]
) -> None:
    held = postings(pairs)
    group, outlet, least = np.array(facts, np.int64).reshape(3, ROWS)
    columns = group, outlet.astype(np.uint32), least.astype(np.uint32)
    whole = learn_boilerplate(held, *columns)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boilerplate, "by_shingle", partial(by_shingle, most=most))
        parted = learn_boilerplate(held, *columns)
        rest = without(held, whole, columns[1])
    assert whole.everywhere.tolist() == parted.everywhere.tolist()
    assert whole.of_outlet.tolist() == parted.of_outlet.tolist()
    assert rest.rows.tolist() == without(held, whole, columns[1]).rows.tolist()
