"""Quotations as print sets them."""

from __future__ import annotations

import pytest

from digest.edition.views import Passage
from digest.render.quoting import block_quote, spoken_paragraphs, words_of

SPOKEN = {
    "one piece": ("[Not one of them is in danger,]", ("“Not one of them is in danger”",)),
    "pieces that a cue parts": (
        "[We counted gauges,]” Brandt said. “[We count people.]",
        ("“We counted gauges” … “We count people.”",),
    ),
    "a quotation over two paragraphs": (
        "[We counted gauges.]\n\n“[We count people.]",
        ("“We counted gauges.", "“We count people.”"),
    ),
    "a cue and a new paragraph": (
        "[We counted gauges,]” Brandt said.\n\n“[We count people.]",
        ("“We counted gauges”", "… “We count people.”"),
    ),
    "marks alone between": ("[We counted gauges.]” “[We count people.]", ("“We counted gauges.” “We count people.”",)),
}


def passage_of(marked: str) -> Passage:
    """A passage whose pieces stand in square brackets."""
    text, fragments, start = "", [], 0
    for sign in marked:
        if sign == "[":
            start = len(text)
        elif sign == "]":
            fragments.append((start, len(text)))
        else:
            text += sign
    return Passage("a", "1", "1-post", "Post", 0, len(text), text, "h", fragments=tuple(fragments))


@pytest.mark.parametrize("case", SPOKEN)
def test_direct_speech_is_set_as_in_print(case: str) -> None:
    marked, expected = SPOKEN[case]
    passage = passage_of(marked)
    assert spoken_paragraphs(passage) == expected
    assert words_of(passage, "direct") == " ".join(expected)
    assert block_quote(passage, "direct") == "\n>\n".join(f"> {line}" for line in expected)


def test_speech_that_is_not_direct_gets_no_marks_of_ours() -> None:
    passage = Passage("a", "1", "1-post", "Post", 0, 24, "called it “a *decoration*”", "h")
    assert words_of(passage, "mixed") == r"called it “a \*decoration\*”"
    assert block_quote(passage, "indirect").startswith("> called it")


def test_the_words_are_encoded_and_the_marks_are_not() -> None:
    assert words_of(passage_of("[*a* {{b}},]"), "direct") == r"“\*a\* &#123;&#123;b&#125;&#125;”"
