"""Reported speech: which words report, and where what they report begins and ends."""

import math

import pytest

from digest.languages.reports import ReportTable, parse_reports
from digest.languages.tables import report_table, speech_table
from digest.model import QuoteKind, Span
from digest.quotes import engine, find_quotes
from digest.quotes.extent import Place, chances
from digest.quotes.indirect import LEAST
from digest.quotes.tokens import tokens_of, word_at


def reported(text):
    """The reported words of a text, with their cues."""
    return [(quote.text, quote.cue) for quote in find_quotes("a", text) if quote.kind is QuoteKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ilse Brandt said the dam was safe.", ("the dam was safe", "said")),
        ("Ilse Brandt told the council that the dam was safe.", ("that the dam was safe", "told")),
        (
            "The dam is safe and will hold for years, Ilse Brandt said.",
            ("The dam is safe and will hold for years", "said"),
        ),
        (
            "The dam was built in nine months, according to the council.",
            ("The dam was built in nine months", "according to"),
        ),
        (
            "According to the council, the dam was built in nine months.",
            ("the dam was built in nine months", "According to"),
        ),
        ("Tomas Okoro declined to comment.", ("to comment", "declined")),
        ("Ilse Brandt said the dam was safe, adding that it would hold.", ("the dam was safe", "said")),
    ],
)
def test_what_a_word_reports_is_found_in_each_construction(text, said):
    assert said in reported(text)


def test_what_follows_an_addressee_or_an_adverb_is_read_from_its_opening_on():
    text = "Ilse Brandt told the people of the valley on Monday that the dam was safe."
    assert reported(text) == [("that the dam was safe", "told")]


def test_words_around_a_quotation_begin_at_the_cue_that_governs_them_all():
    text = "Ilse Brandt said she believed that the plan of the council was “not worth the paper.”"
    (quote,) = find_quotes("a", text)
    assert quote.kind is QuoteKind.MIXED
    assert [span.of(text) for span in quote.content] == [
        "she believed that the plan of the council was “not worth the paper.”"
    ]


def test_reported_words_never_hold_a_part_of_a_quotation():
    text = "Ilse Brandt said the dam “is safe, and it will hold,” and that the council knew."
    quotes = find_quotes("a", text)
    inside = [span for quote in quotes if quote.kind is not QuoteKind.INDIRECT for span in quote.fragments]
    pieces = [span for quote in quotes for span in quote.content]
    for fragment in inside:
        for piece in pieces:
            apart = piece.end <= fragment.start or fragment.end <= piece.start
            assert apart or (piece.start <= fragment.start and fragment.end <= piece.end)


@pytest.mark.parametrize(("chance", "found"), [(LEAST + 0.01, True), (LEAST - 0.01, False)])
def test_a_reading_counts_from_a_least_chance_on(monkeypatch, chance, found):
    table = ReportTable(frozenset(["said"]), {"bias": math.log(chance / (1 - chance))}, {})
    monkeypatch.setattr(engine, "report_table", lambda _: table)
    assert bool(reported("Brandt said so twice.")) is found


def test_of_equal_places_the_first_is_taken_and_their_chances_are_shared():
    first, second = Place(1, ("a",)), Place(2, ("b",))
    assert chances([first, second], {}) == (first, 0.5)
    place, chance = chances([first, second], {"b": math.log(3)})
    assert place is second
    assert chance == pytest.approx(0.75)


def test_a_table_of_weights_is_read_with_signs_that_are_marks():
    table = parse_reports("# a remark\n[words]\nsaid\n[cues]\nright-# 1.5\n[places]\ne-[ -0.25\n")
    assert table == ReportTable(frozenset(["said"]), {"right-#": 1.5}, {"e-[": -0.25})


def test_a_language_without_a_table_reports_nothing():
    assert report_table("xx").words == frozenset()


def test_a_title_behind_of_is_no_quote_and_words_that_somebody_reports_are():
    title = "On Monday’s episode of “The Morning Boat,” Ilse Brandt said that the dam was safe."
    assert [quote.kind for quote in find_quotes("a", title)] == [QuoteKind.INDIRECT]
    words = "Ilse Brandt said that the council had gone for a “Peace With Water” again."
    assert [quote.kind for quote in find_quotes("a", words)] == [QuoteKind.MIXED]


def test_a_name_behind_any_verb_right_after_a_quotation_speaks():
    (quote,) = find_quotes("a", "“It holds!” beamed Ilse Brandt of Dam Watch, who had come by boat.")
    assert (quote.speaker.name, quote.cue) == ("Ilse Brandt", "beamed")


def test_a_stop_behind_the_marks_counts_as_one_inside_them():
    inside, behind = (
        "The crew of Ilse Brandt left for an “unknown boat was near.”",
        "The crew of Ilse Brandt left for an “unknown boat was near”.",
    )
    assert len(find_quotes("a", inside)) == len(find_quotes("a", behind))


def test_a_short_sentence_is_no_term():
    text = "“The dam is for all,” Ilse Brandt said. “We’re Vellmar.”"
    assert [text[span.start : span.end] for quote in find_quotes("a", text) for span in quote.fragments] == [
        "The dam is for all,",
        "We’re Vellmar.",
    ]


def test_a_sentence_ends_with_the_stop_of_a_quotation_in_it():
    text = "Ilse Brandt said that the plan was “not worth the paper.” She also asked for a new dam at the mouth of the valley."
    (quote,) = (one for one in find_quotes("a", text) if one.kind is QuoteKind.MIXED)
    assert [span.of(text) for span in quote.content] == ["that the plan was “not worth the paper.”"]


def test_no_weight_knows_a_name_or_a_number():
    speech = speech_table("en")
    assert speech is not None
    tokens = tokens_of("Brandt left 40 men", Span(0, 18), speech)
    assert [word_at(tokens, at) for at in range(-1, 5)] == ["edge", "capital", "left", "number", "men", "edge"]


def test_nobody_says_what_a_text_lets_us_say():
    text = "THE DAM Let’s say the dam holds for a year."
    assert [quote.speaker.mention for quote in find_quotes("a", text)] in ([], [None])
