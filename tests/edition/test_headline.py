"""The headline is a report's own, or a clause of a lead in the words of its article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from digest.edition.headline import choose_headline, lead_clause
from digest.edition.passages import number_sources
from digest.model import Article, Copy, CopyGroup, Relation

Make = Callable[..., Article]
TEXT = "The minister rejected an audit of the Vellmar dam on Wednesday.\n\nThe audit found cracks in the dam."

BETTER = {
    "one that says more of what all share": ("Minister rejects audit of the Vellmar dam", "A quarrel in the valley"),
    "a plain one before a shouted one": (
        "Minister rejects audit of Vellmar dam",
        "MINISTER REJECTS AUDIT OF VELLMAR DAM",
    ),
    "a statement before a question": ("Minister rejects audit of the dam", "Minister rejects audit of the dam?"),
    "news before a live page": ("Minister rejects audit of the dam", "LIVE: Minister rejects audit of the dam"),
    "one of a good length before an endless one": (
        "Minister rejects audit of the Vellmar dam",
        "Minister rejects audit of the Vellmar dam " + "on Wednesday after the audit found cracks in the dam " * 3,
    ),
}


@pytest.mark.parametrize("case", BETTER)
def test_the_better_headline_wins_in_either_order(case: str, article: Make) -> None:
    better, worse = BETTER[case]
    for first, second in ((better, worse), (worse, better)):
        articles = (article("a", TEXT, headline=first), article("b", TEXT + " Indeed.", headline=second, hour=9))
        headline = choose_headline(number_sources(articles, ()))
        assert headline is not None
        assert headline.text == better.strip()


def test_a_copys_headline_serves_only_where_no_original_has_one(article: Make) -> None:
    articles = (article("a", TEXT), article("b", TEXT, headline="Minister rejects audit", hour=9, outlet="Radio"))
    sources = number_sources(articles, (CopyGroup("g", "a", (Copy("b", Relation.EXACT, 1.0),)),))
    headline = choose_headline(sources)
    assert headline is not None
    assert (headline.text, headline.number, headline.outlet) == ("Minister rejects audit", "1a", "Radio")


CLAUSES = {
    "the whole sentence where it is short": ("The dam is safe. More.", "The dam is safe"),
    "without the dateline": (
        "VELLMAR, March 4 (Wire) - The dam is safe and sound today.",
        "The dam is safe and sound today",
    ),
    "without a last clause that says who reported it": (
        "The dam is safe and will stay open, a court heard on Friday.",
        "The dam is safe and will stay open",
    ),
    "with a last clause that says more": (
        "The dam is safe and will stay open, although cracks were found.",
        "The dam is safe and will stay open, although cracks were found",
    ),
    "cut at a clause where it is long": (
        "The dam is safe and will stay open to everybody in the valley below it, "
        + "and so it goes on and on " * 8
        + ".",
        "The dam is safe and will stay open to everybody in the valley below it",
    ),
    "a line that is only a date tells nothing": (
        "Published March 4, 2026, 7:32 p.m.\n\nThe dam is safe and will stay open.",
        "The dam is safe and will stay open",
    ),
    "a line that is only a date where there is nothing else": ("Published March 4", "Published March 4"),
    "cut at a word where no clause ends": ("Word " * 60 + ".", "Word " * 39 + "Word"),
}


@pytest.mark.parametrize("case", CLAUSES)
def test_the_clause_of_a_lead(case: str, article: Make) -> None:
    text, expected = CLAUSES[case]
    span = lead_clause(article("a", text))
    assert span is not None
    assert span.of(text) == expected


def test_a_headline_out_of_a_lead_carries_its_proof(article: Make) -> None:
    only = article("a", TEXT)
    headline = choose_headline(number_sources((only,), ()))
    assert headline is not None
    assert headline.passage is not None
    assert only.text[headline.passage.start : headline.passage.end] == headline.text


def test_a_story_without_words_has_no_headline(article: Make) -> None:
    assert choose_headline(number_sources((article("a", "  "),), ())) is None
