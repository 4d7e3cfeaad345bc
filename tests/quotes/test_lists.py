"""Lists of answers: labels, signatures, and paragraphs whose headings got lost."""

from __future__ import annotations

import pytest

from digest.model import PRINTED_FROM
from digest.quotes import find_quotes

LABELS = {
    "a name and an office before a colon": (
        "Ilse Brandt, president of Norra: “We wish the house well.”",
        "Ilse Brandt",
    ),
    "a name alone": ("Ilse Brandt: “We wish the house well.”", "Ilse Brandt"),
    "a noun phrase that names a place": ("A minister of Norra: “We wish the house well.”", None),
    "a signature on the next line": ("“We wish the new house well.”\n– Ilse Brandt, president of Norra", "Ilse Brandt"),
}


@pytest.mark.parametrize(("text", "name"), LABELS.values(), ids=LABELS.keys())
def test_a_label_or_signature_names_the_speaker(text: str, name: str | None) -> None:
    (quote,) = find_quotes("a", text)
    assert (quote.speaker.name if quote.confidence >= PRINTED_FROM else None) == name


def test_a_speaker_does_not_go_on_through_a_list_that_lost_its_headings() -> None:
    text = (
        "“We look forward to working with her,” President Ilse Brandt said.\n\n"
        "“It is a good day for all of us in the union.”\n\n"
        "“We will not take part in this house at all.”\n\n"
        "“The ports have waited for this day for years.”\n\n"
        "“Our farmers expect the worst of it.”"
    )
    printed = [quote.speaker.name for quote in find_quotes("a", text) if quote.confidence >= PRINTED_FROM]
    assert printed == ["Ilse Brandt"]


def test_a_speaker_goes_on_over_the_next_paragraph() -> None:
    text = "“We look forward to it,” President Ilse Brandt said.\n\n“It is a good day for all of us.”\n\nIt rained."
    assert [quote.speaker.name for quote in find_quotes("a", text) if quote.confidence >= PRINTED_FROM] == [
        "Ilse Brandt"
    ] * 2
