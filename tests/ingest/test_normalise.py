"""Clean text is in NFC, visible, and cleaning it again changes nothing."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.normalise import clean, fold, join_paragraphs, one_line, plain_paragraphs

TEXTS = st.text(max_size=200) | st.text(
    alphabet="ae\u0301\u0308\u200b\u202e \t\r\n\x00\x1b\ufeff\u1100\u1161\u0915\u093c", max_size=40
)


@settings(deadline=None)
@given(TEXTS)
def test_clean_text_is_nfc_and_clean_again(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n" for sign in cleaned)


@settings(deadline=None)
@given(TEXTS)
def test_a_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line == one_line(line) == " ".join(line.split())


@settings(deadline=None)
@given(TEXTS)
def test_paragraphs_joined_part_again(text: str) -> None:
    paragraphs = plain_paragraphs(text)
    assert plain_paragraphs("\n\n".join(paragraphs)) == paragraphs
    assert join_paragraphs(paragraphs) == "\n\n".join(paragraphs)


@settings(deadline=None)
@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_long_lines_without_blank_ones_are_paragraphs_and_short_ones_are_wrapped() -> None:
    long = "The minister said that the dam was safe. " * 4
    assert len(plain_paragraphs(f"{long}\n{long}")) == 2
    assert len(plain_paragraphs("The minister said\nthat the dam\nwas safe.")) == 1


def test_letters_of_other_scripts_stay() -> None:
    text = "Плотина 大坝 سد 𝒳 👩\u200d🚒"
    assert clean(text) == text
