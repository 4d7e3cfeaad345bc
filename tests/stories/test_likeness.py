"""Likeness of words: one shared word is little, names count, short texts are measured by what they hold."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from digest.stories.likeness import (
    BREVITY_BONUS,
    LONG_TERMS,
    MOST_OF_TERM,
    NAMELESS_SHARE,
    TERM_OF_SHORT,
    likeness,
    shared,
)
from digest.stories.records import StoryRecords
from digest.text.fingerprints import NAME, NUMBER, WORD
from digest.text.ragged import starts_of


def records(*rows: dict[int, int]) -> tuple[StoryRecords, NDArray[np.float32]]:
    """Rows of terms with their kinds, and the value of every term: all of a row tell the same."""
    count = len(rows)
    terms = [term for row in rows for term in row]
    made = StoryRecords(
        when=np.zeros(count, np.int64),
        dated=np.ones(count, np.bool_),
        alone=np.zeros(count, np.bool_),
        story=np.arange(count),
        term_starts=starts_of([len(row) for row in rows]),
        terms=np.array(terms, np.int32),
        weights=np.ones(len(terms), np.float16),
        kinds=np.array([kind for row in rows for kind in row.values()], np.uint8),
    )
    return made, np.concatenate([np.full(len(row), max(len(row), 1) ** -0.5, np.float32) for row in rows])


def of(*rows: dict[int, int]) -> float:
    made, values = records(*rows)
    return float(likeness(made, values, np.array([0]), np.array([1]))[0])


def long_text(kind: int, shared: int, own: int) -> dict[int, int]:
    """A text of ``LONG_TERMS`` terms, the first ``shared`` of them those of every such text."""
    return dict.fromkeys([*range(shared), *range(own, own + LONG_TERMS - shared)], kind)


def test_one_shared_name_gives_no_more_than_its_bound() -> None:
    short = 1 - 2 / LONG_TERMS
    bound = MOST_OF_TERM * (1 + TERM_OF_SHORT * short) * (1 + BREVITY_BONUS * short)
    assert of({1: NAME, 2: WORD}, {1: NAME, 3: WORD}) == pytest.approx(bound)


def test_the_bound_of_a_term_is_that_of_its_own_pair_of_texts() -> None:
    terms = np.array([1.0, 0.1, 1.0], np.float32)
    given = shared(terms, terms, np.array([0, 0, 2, 3]), np.array([0.5, 0.0, 1.0]))
    assert given.tolist() == pytest.approx([MOST_OF_TERM, 0.01, MOST_OF_TERM * (1 + TERM_OF_SHORT)])


@pytest.mark.parametrize("kind", [NAME, NUMBER])
def test_what_shares_no_name_and_no_number_counts_less(kind: int) -> None:
    named = of(long_text(kind, 20, 100), long_text(WORD, 20, 300))
    plain = of(long_text(WORD, 20, 100), long_text(WORD, 20, 300))
    assert plain == pytest.approx(named * NAMELESS_SHARE)


def test_long_texts_have_no_bonus_and_a_short_one_has() -> None:
    assert of(long_text(NAME, 20, 100), long_text(NAME, 20, 300)) == pytest.approx(20 / LONG_TERMS)
    short = dict.fromkeys(range(LONG_TERMS // 2), NAME)
    assert of(short, short) == pytest.approx(1 + BREVITY_BONUS / 2, rel=1e-5)


def test_texts_without_terms_are_like_none() -> None:
    assert of({}, {1: NAME}) == of({}, {}) == 0.0
