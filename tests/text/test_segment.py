"""Paragraphs and sentences: what ends one and what does not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.segment import paragraphs, sentences

ONE_SENTENCE = {
    "a title before a name": "Mr. Brandt met Sen. Ada Okoro and Gov. Vale.",
    "initials": "J. R. Okoro and M.T. Vale signed.",
    "a country in spaced letters": "He said the U. S. has left and U.S. President Vale knew.",
    "decimals and amounts": "It cost 3.5 million crowns at 5 p.m. Tuesday.",
    "a month before a day": "The dam broke on Feb. 7 near Vellmar.",
    "a company in mid-sentence": "Okoro Inc. said profits rose, as did Vale Co. shares.",
    "a number word": "It is No. 5 on the list.",
    "a party and state": "Ada Brandt (D-Mo.) spoke.",
    "an omission in dots": "We . . . Vellmar people … know.",
    "a question inside marks that goes on": "“Is this fair?” Ilse Brandt asked.",
    "an exclamation inside marks that goes on": '"No!" he cried.',
    "a numbered item": "1. First things.",
    "a host with capitals": "He wrote to www.Vellmar.Gazette.example at once.",
    "a mailbox with capitals": "He wrote to ada.Okoro@gazette.Example there.",
    "initials without blanks": "He met J.R. Okoro of Vale.com there.",
}

SENTENCES = {
    "a closing mark belongs to its sentence": ["“It is over.”", "He smiled."],
    "a country at the end": ["He came from the U.S.", "The war is over."],
    "a company at the end": ["She runs Okoro Inc.", "It is large."],
    "small words that look like abbreviations": ["They sat.", "Brandt fell ill.", "Okoro saw the sun.", "Vale left."],
    "a bracket round a sentence": ["(It was late.)", "So they left."],
    "a question answered by another voice": ["“Why?”", "Nobody knew."],
    "a quote that opens the next": ["It ended.", "“We won,” he said."],
    "stops of other scripts": ["他来了。", "她走了。"],
    "an article before a proper noun": ["They met at 5 p.m.", "The talks failed."],
}


@pytest.mark.parametrize("text", ONE_SENTENCE.values(), ids=ONE_SENTENCE.keys())
def test_does_not_end_a_sentence(text):
    assert [span.of(text) for span in sentences(text)] == [text]


@pytest.mark.parametrize("parts", SENTENCES.values(), ids=SENTENCES.keys())
def test_ends_a_sentence(parts):
    text = " ".join(parts)
    assert [span.of(text) for span in sentences(text)] == parts


GLUED = [
    ["The dam broke.", "Nobody died."],
    ["They meet at 7 p.m.", '"It is over," he said.'],
    ["Is it safe?", "The town asks."],
    ["The dam broke.", "I saw it."],
]


@pytest.mark.parametrize("parts", GLUED)
def test_a_sentence_ends_where_the_next_is_glued_to_it(parts):
    text = "".join(parts)
    assert [span.of(text) for span in sentences(text)] == parts


def test_a_sentence_never_crosses_a_paragraph():
    text = "Dam gives way\n\nThe dam\nbroke. Nobody died.\n \n\n  End  "
    assert [span.of(text) for span in sentences(text)] == ["Dam gives way", "The dam\nbroke.", "Nobody died.", "End"]


def test_paragraphs_have_no_blanks_at_their_edges():
    text = "\n\n  One. \n \t\nTwo\nlines.\n\n\n\n"
    assert [span.of(text) for span in paragraphs(text)] == ["One.", "Two\nlines."]


@given(
    st.text(alphabet=st.sampled_from("Aa b.?!\"”“'\n(U。é\u2028"), max_size=80),
    st.sampled_from(["en", "de", "", "x-y"]),
)
def test_sentences_cover_every_word_once_and_in_order(text, language):
    spans = sentences(text, language)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


def test_long_runs_of_marks_and_blanks_are_read_once():
    """Sizes at which quadratic work would take minutes."""
    for text in ("." * 300_000, ". " * 150_000, "\n" * 300_000, '"' * 300_000, "A. " * 100_000, " " * 300_000 + "x"):
        assert len(sentences(text)) <= len(text)
