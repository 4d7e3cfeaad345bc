"""Words as arrays: what a word is, where it stands, what kind it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.segment import paragraphs
from digest.text.tokens import Tokens, tokenise, word_hash

WORDS = {
    "letters and digits make words, marks do not": ("Dam (cracked) – 14 mm!", ["Dam", "cracked", "14", "mm"]),
    "a comma or point between digits belongs to the number": (
        "1,500 of 3.25, and 7.",
        ["1,500", "of", "3.25", "and", "7"],
    ),
    "an apostrophe parts a word": ("Brandt's don’t", ["Brandt", "s", "don", "t"]),
    "each ideograph is a word": ("大坝 dam", ["大", "坝", "dam"]),
    "accents belong to letters": ("Véllmar Œuvre", ["Véllmar", "Œuvre"]),
    "a combining mark belongs to its letter": ("e\u0301t", ["e\u0301t"]),
    "no words": ("… – !", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert printed(tokenise([text]), [text]) == words


def printed(tokens: Tokens, texts: list[str]) -> list[str]:
    rows = zip(tokens.text.tolist(), tokens.start.tolist(), tokens.end.tolist(), strict=True)
    return [texts[text][start:end] for text, start, end in rows]


OPENINGS = {
    "the first word of a text opens": ("Dam holds", [True, False]),
    "a word after a full stop opens, marks between or not": ("It held. “Rain” fell", [True, False, True, False]),
    "a word after a comma and a mark does not": ("he said, “The dam", [True, False, False, False]),
    "a word on a new line opens": ("A headline\nKestrin", [True, False, True]),
}


@pytest.mark.parametrize(("text", "openings"), OPENINGS.values(), ids=OPENINGS)
def test_openings(text: str, openings: list[bool]) -> None:
    assert tokenise([text]).opening.tolist() == openings


def test_capitals_and_numbers_are_marked() -> None:
    tokens = tokenise(["the Dam of B12 and 3 Ärzte"])
    assert tokens.capital.tolist() == [False, True, False, True, False, False, True]
    assert tokens.number.tolist() == [False, False, False, True, False, True, False]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="aB1é. ,\n’“大\x00😀", max_size=30), max_size=5))
def test_texts_do_not_touch_one_another(texts: list[str]) -> None:
    together = tokenise(texts)
    for at, text in enumerate(texts):
        alone = tokenise([text])
        assert together.word[together.text == at].tolist() == alone.word.tolist()
        assert together.paragraph[together.text == at].tolist() == alone.paragraph.tolist()
        assert together.opening[together.text == at].tolist() == alone.opening.tolist()
        assert together.paragraphs[at] == alone.paragraphs[0]


@settings(deadline=None)
@given(st.text(alphabet="ab1. \n", max_size=60))
def test_paragraphs_are_those_of_the_text(text: str) -> None:
    spans = paragraphs(text)
    tokens = tokenise([text])
    assert tokens.paragraphs.tolist() == [len(spans)]
    for start, paragraph in zip(tokens.start.tolist(), tokens.paragraph.tolist(), strict=True):
        assert spans[paragraph].start <= start < spans[paragraph].end


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_words_of_letters_and_digits_at_their_places(text: str) -> None:
    assert all(re.search(r"\w", word) or not word.isascii() for word in printed(tokenise([text]), [text]))


@pytest.mark.parametrize("word", ["d", "Vellmar", "x" * 64, "dam" * 30, "Œ" * 90, "a1" * 40])
def test_a_word_has_one_hash_wherever_it_stands_and_another_than_its_neighbours(word: str) -> None:
    words = tokenise([word, f"so – {word} ”", "é大 " * 40 + word]).word
    assert int(words[0]) == int(words[2]) == int(words[-1]) == word_hash(word.lower()) != word_hash(word + "e")


def test_hashes_are_the_same_on_every_machine() -> None:
    assert [word_hash("dam"), word_hash("Vellmar"), word_hash("")] == [2201767176, 1906674461, 0]
    assert word_hash("dam" * 30) == 3346360896
    assert len({word_hash(word) for word in ("dam", "mad", "dams", "da", "d")}) == 5
