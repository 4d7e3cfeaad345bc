"""What one printing of some words kept of another, left out and put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.differences import differences

CASES = {
    "marks and capitals alone are no difference, and stand as the other prints them": (
        "We count people, and we pay.",
        "we count people — and we pay",
        [("kept", "we count people "), ("inserted", "— "), ("kept", "and we pay")],
    ),
    "a word is exchanged": (
        "not one is in danger",
        "nobody is in danger",
        [("deleted", "not one "), ("inserted", "nobody "), ("kept", "is in danger")],
    ),
    "the beginning is cut": (
        "It holds. We looked.",
        "We looked.",
        [("deleted", "It holds. "), ("kept", "We looked.")],
    ),
    "nothing is nothing": ("", " ", []),
}


@pytest.mark.parametrize("case", CASES)
def test_differences(case: str) -> None:
    shown, other, expected = CASES[case]
    assert [(piece.kind, piece.text) for piece in differences(shown, other)] == expected


@given(st.text(), st.text())
def test_both_printings_can_be_read_off(shown: str, other: str) -> None:
    pieces = differences(shown, other)
    assert "".join(p.text for p in pieces if p.kind != "deleted") == (other if other.split() else "")
    kept = [len(p.text.split()) for p in pieces if p.kind != "inserted"]
    assert sum(kept) == len(shown.split())


@given(st.text())
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {piece.kind for piece in differences(text, text)} <= {"kept"}
