"""However many people were ever quoted, their register stays one that a reader can open, and the index names all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edition.catalogue import Catalogue
from digest.edition.tallies import Tally
from digest.render import limits
from digest.render.files import Site, render_indexes
from digest.render.limits import registered

DAY = date(2026, 3, 5)
TALLIES = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), max_size=12).map(
    lambda drawn: [
        Tally(f"Ada {number}", f"ada-{number}", count, DAY - timedelta(days=age))
        for number, (count, age) in enumerate(drawn)
    ]
)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REGISTERED", 5)


@given(TALLIES)
def test_a_register_has_who_was_quoted_last_in_the_order_given(people: list[Tally]) -> None:
    kept = registered(people)
    assert list(kept) == [one for one in people if one in kept]
    assert len(kept) == min(len(people), 5)
    left = [one for one in people if one not in kept]
    assert all((one.last, one.count) >= (other.last, other.count) for one in kept for other in left)


def test_a_long_register_says_how_many_there_are_and_the_index_has_all(shelf: Catalogue, site: Site) -> None:
    everybody = tuple(Tally(f"Ada {number}", f"ada-{number}", 1, DAY) for number in range(9))
    written = {file.path: file.data.decode() for file in render_indexes(replace(shelf, all_people=everybody), site)}
    assert "The 5 quoted last of 9, by last name; search finds everybody." in written["people/index.md"]
    register = json.loads(written["data/people/index.json"])
    assert (register["count"], len(register["items"])) == (9, 5)
    assert written["data/feeds.opml"].count("people/ada-") == 2 * 5
    assert len(json.loads(written["data/index.json"])["people"]) == 9
