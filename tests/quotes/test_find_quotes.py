"""Quotes and their speakers in whole texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.quotes import find_quotes
from digest.quotes.record import quote_record

SPEAKERS = {
    "subject before verb": ("“The dam holds,” Ilse Brandt said.", ["Ilse Brandt"]),
    "verb before subject": ("“The dam holds,” said Ilse Brandt, the mayor.", ["Ilse Brandt"]),
    "a verb no list knows": ("“The dam holds,” Ilse Brandt chuckled.", ["Ilse Brandt"]),
    "a lead with a colon": ("Ilse Brandt said: “The dam holds.”", ["Ilse Brandt"]),
    "according to": ("“The dam holds,” according to Ilse Brandt.", ["Ilse Brandt"]),
    "a title with a dot is no end of a sentence": ("“The dam holds,” Mr. Okoro said.", ["Okoro"]),
    "initials are no end of a sentence": ("“The dam holds,” said J. R. Okoro, a baker.", ["J. R. Okoro"]),
    "an apposition between subject and verb": (
        "“The dam holds,” Ilse Brandt, the mayor of Vellmar, said.",
        ["Ilse Brandt"],
    ),
    "the name in apposition to a role": ("“The dam holds,” the chief engineer, Ruth Ashe, said.", ["Ruth Ashe"]),
    "X told Y": ("“The dam holds,” Ilse Brandt told Tomas Okoro.", ["Ilse Brandt"]),
    "two pieces of one quote": ("“The dam,” Ilse Brandt said, “holds for now.”", ["Ilse Brandt"]),
    "a pronoun of fitting gender": (
        "Ilse Brandt met Tomas Okoro in Vellmar.\n\n“The dam holds,” she said.",
        ["Ilse Brandt"],
    ),
    "a second sentence of the same paragraph": (
        "“The dam holds,” Ilse Brandt said. “Nobody needs to leave the valley.”",
        ["Ilse Brandt"],
    ),
    "speech inside speech": ("“He said ‘run’ to all of us,” Ruth Ashe said.", ["Ruth Ashe"]),
}


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_speaker(text, speakers):
    assert [quote.speaker.name for quote in find_quotes("a", text)] == speakers


def test_a_quote_in_pieces_has_each_piece():
    text = "“The dam,” Ilse Brandt said, “holds for now.”"
    (quote,) = find_quotes("a", text)
    assert [span.of(text) for span in quote.fragments] == ["The dam,", "holds for now."]


def test_a_language_without_table_has_no_quotes():
    assert find_quotes("a", "“Der Damm hält”, sagte Ilse Brandt.", language="xx") == ()


def test_the_record_has_the_fields_of_the_command():
    text = "“The dam holds,” mayor Ilse Brandt said."
    (quote,) = find_quotes("a", text)
    record = quote_record(quote)
    assert text[record["start"] : record["end"]] == record["text"] == "The dam holds,"
    assert record["speaker_resolved"] == "Ilse Brandt"
    assert record["role"] == "mayor"
    assert record["fragments"] == [[1, 15]]


MARKS = "\"'“”‘’„«»`´"
PROSE = st.lists(
    st.sampled_from(
        [
            *MARKS,
            "''",
            " ",
            " ",
            ", ",
            ". ",
            "\n\n",
            "“",
            "”",
            "said",
            "Ilse Brandt",
            "he",
            "the mayor",
            "told",
            "Mr.",
            "(",
            "İ",
            "\u2028",
            "\ud7ff",
        ]
    ),
    max_size=60,
).map("".join)


@given(PROSE | st.text(max_size=80), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=2))
def test_every_quote_is_a_slice_on_any_text(text, blocks):
    quotes = find_quotes("a", text, block_quotes=tuple(Span(*block) for block in blocks))
    for quote in quotes:
        assert quote.text == quote.span.of(text) != ""
        assert quote.fragments
        assert quote.content
        assert 0 <= quote.confidence <= 1
        assert all(span.of(text).strip() for span in quote.fragments)
        assert quote.speaker.span is None or quote.speaker.span.of(text) == quote.speaker.mention
    assert [quote.span for quote in quotes] == sorted(quote.span for quote in quotes)
