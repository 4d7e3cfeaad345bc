"""Fingerprints: terms, shingles and facts of an article, a function of the article alone."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.columns import decode, encode
from digest.text.fingerprints import NAME, NUMBER, WORD, Fingerprints, fingerprints
from digest.text.tokens import word_hash
from digest.text.vectors import Vocabulary, unit_values

TEXTS = st.lists(st.text(alphabet="abC1 .\n", max_size=80), min_size=1, max_size=6)


def terms(prints: Fingerprints) -> dict[int, tuple[float, int]]:
    return {
        int(term): (float(weight), int(kind))
        for term, weight, kind in zip(prints.terms, prints.weights, prints.kinds, strict=True)
    }


def test_headline_and_lead_count_more_and_stop_words_not_at_all() -> None:
    found = terms(fingerprints(["Dam audit"], ["The dam of Vellmar cracked in 1999"]))
    assert found[word_hash("dam")] == (5.0, WORD)
    assert found[word_hash("audit")] == (3.0, WORD)
    assert found[word_hash("Vellmar")] == (2.0, NAME)
    assert found[word_hash("1999")] == (2.0, NUMBER)
    assert word_hash("the") not in found


def test_a_capital_that_opens_a_sentence_makes_no_name() -> None:
    found = terms(fingerprints([""], ["Cracks widened. Engineers met Brandt."]))
    assert [found[word_hash(word)][1] for word in ("cracks", "engineers", "brandt")] == [WORD, WORD, NAME]


def test_words_of_boilerplate_are_no_terms_and_its_shingles_are_marked() -> None:
    prints = fingerprints([""], ["The dam cracked again.\n\nSign up for our letter, all about gardens."])
    assert word_hash("gardens") not in terms(prints)
    assert set(prints.shingle_paragraph[prints.furniture].tolist()) == {1}


def test_an_opening_marks_boilerplate_only_at_the_start_of_a_paragraph() -> None:
    prints = fingerprints([""], ["Read more: five gardens\n\nThe pupils read more books this year"])
    assert set(prints.shingle_paragraph[prints.furniture].tolist()) == {0}


def test_a_headline_can_announce_a_round_up() -> None:
    assert fingerprints(["Your Morning Briefing: rain", "Rain in the morning"], ["", ""]).round_up.tolist() == [
        True,
        False,
    ]


def test_facts_are_numbers_and_names_with_their_paragraphs() -> None:
    prints = fingerprints([""], ["It was Brandt.\n\nOver 14 cracks"])
    assert prints.facts.tolist() == [word_hash("Brandt"), word_hash("14")]
    assert prints.fact_paragraph.tolist() == [0, 1]
    assert prints.fact_numbers.tolist() == [False, True]


@settings(deadline=None)
@given(TEXTS)
def test_many_texts_have_the_fingerprints_of_each(texts: list[str]) -> None:
    headlines = [text[:10] for text in texts]
    together = fingerprints(headlines, texts)
    parts = [fingerprints([headline], [text]) for headline, text in zip(headlines, texts, strict=True)]
    for column in fields(Fingerprints):
        if not column.name.endswith("_starts"):
            joined = np.concatenate([getattr(part, column.name) for part in parts])
            assert getattr(together, column.name).tolist() == joined.tolist()


def test_a_night_has_the_fingerprints_of_its_articles_however_it_is_cut() -> None:
    texts = [f"Dam {number} of Vellmar holds. " * (1 + number % 7 * 300) for number in range(300)]
    whole, single = fingerprints([""] * 300, texts), [fingerprints([""], [text]) for text in texts]
    assert whole.terms.tolist() == np.concatenate([each.terms for each in single]).tolist()
    assert whole.shingles.tolist() == np.concatenate([each.shingles for each in single]).tolist()
    assert whole.places.tolist() == np.concatenate([each.places for each in single]).tolist()


@settings(deadline=None)
@given(TEXTS)
def test_columns_read_back_equal(texts: list[str]) -> None:
    prints = fingerprints(texts, texts)
    columns = {column.name: getattr(prints, column.name) for column in fields(Fingerprints)}
    read = decode(encode(columns))
    assert {name: (column.dtype, column.tolist()) for name, column in read.items()} == {
        name: (column.dtype, column.tolist()) for name, column in columns.items()
    }


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), unique=True, max_size=8), min_size=1, max_size=6))
def test_a_vocabulary_counts_texts_and_keeps_numbers(texts: list[list[int]]) -> None:
    vocabulary = Vocabulary.empty()
    numbers: dict[int, int] = {}
    for text in texts:
        terms = np.array(text, np.uint32)
        vocabulary = vocabulary.learned(terms, 1)
        for term, number in zip(text, vocabulary.numbers(terms).tolist(), strict=True):
            assert numbers.setdefault(term, number) == number
    assert vocabulary.texts == len(texts)
    assert {term: int(vocabulary.seen[number]) for term, number in numbers.items()} == {
        term: sum(term in text for text in texts) for term in numbers
    }


def test_vectors_have_unit_length_and_rare_words_weigh_more() -> None:
    starts = np.array([0, 2, 2])
    values = unit_values(starts, np.array([0, 1]), np.ones(2), np.zeros(2, np.uint8), np.array([1.0, 3.0], np.float32))
    assert np.isclose((values**2).sum(), 1)
    assert values[1] > values[0]
