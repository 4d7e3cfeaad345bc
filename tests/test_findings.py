"""What one story's engines find fits together: one name and one kind for each speaker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from digest.findings import find_in_story
from digest.model import Article, Quote, QuoteKind, Span, Speaker, SpeakerKind
from digest.quotes.engine import find_quotes
from digest.state import Findings

WHEN = datetime(2026, 3, 4, 8, tzinfo=UTC)


def found(*texts: str, quotes: tuple[Quote, ...] | None = None) -> Findings:
    articles = [
        Article(f"a{n}", "s", f"Outlet {n}", None, None, text, WHEN, f"h{n}", published=WHEN)
        for n, text in enumerate(texts)
    ]
    own = quotes or tuple(
        quote for each in articles for quote in find_quotes(each.id, each.text, language="en", block_quotes=())
    )
    return find_in_story("dam", articles, own, known=frozenset(), limit=5)


def test_who_is_quoted_and_who_reacts_bears_one_name() -> None:
    findings = found(
        "The group Dam Watch accused the government of President Omar al-Haddu of hiding cracks in the dam.\n\n"
        "Omar al-Haddu rejected the report of Dam Watch.",
        "“The report is wrong from the first page to the last,” President Omar Haddu said.",
    )
    names = {quote.speaker.name for quote in findings.quotes if quote.speaker.kind is SpeakerKind.PERSON}
    actors = {reaction.actor for reaction in findings.reactions if "Haddu" in reaction.actor}
    assert names | actors == {"Omar al-Haddu"}


def test_a_firm_is_no_person_where_its_name_is_printed_as_a_firm_s() -> None:
    text = "Arn Paper said so. He said no."
    span, other = Span(0, 18), Span(19, 30)
    firm = Speaker("Arn Paper", Span(0, 9), "Arn Paper", SpeakerKind.ORGANISATION)
    said = Quote("a0", span, span.of(text), (), (span,), QuoteKind.INDIRECT, firm, "said", 0.8, "test")
    his = replace(said, span=other, text=other.of(text), content=(other,))
    his = replace(his, speaker=Speaker("He", Span(19, 21), "Arn Paper", SpeakerKind.PERSON))
    assert {quote.speaker.kind for quote in found(text, quotes=(said, his)).quotes} == {SpeakerKind.ORGANISATION}
