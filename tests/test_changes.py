"""A publisher's change is told with what stood before and what stands after."""

from dataclasses import replace
from datetime import UTC, datetime

from digest.changes import changes
from digest.model import Article

WHEN = datetime(2026, 3, 5, 22, 59, 59, tzinfo=UTC)
TEXT = "The audit found cracks. It said 14 of the 60 gauges had not been read. Nobody was hurt."
ARTICLE = Article("a1", "wire", "National Wire", None, "Audit finds cracks", TEXT, WHEN, "0")


def told(after: Article) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change in changes(ARTICLE, after, WHEN)]


def test_a_corrected_figure_is_told_as_two_sentences() -> None:
    after = replace(ARTICLE, text=TEXT.replace("14", "41"))
    assert told(after) == [
        ("It said 14 of the 60 gauges had not been read.", "It said 41 of the 60 gauges had not been read.")
    ]


def test_a_new_headline_is_a_change() -> None:
    assert told(replace(ARTICLE, headline="Audit finds holes")) == [("Audit finds cracks", "Audit finds holes")]


def test_a_withdrawn_sentence_is_a_change_and_an_added_one_is_not() -> None:
    assert told(replace(ARTICLE, text=TEXT.replace(" Nobody was hurt.", ""))) == [("Nobody was hurt.", "")]
    assert told(replace(ARTICLE, text=TEXT + " The minister was told.")) == []


def test_of_a_text_written_anew_one_change_is_told() -> None:
    other = "Snow fell in Ostrow. Trains stood still. The mayor opened a hall for travellers."
    assert len(told(replace(ARTICLE, text=other))) == 1
