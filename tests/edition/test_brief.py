"""In brief: verbatim sentences that stand alone, none of them said twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.edition.allowance import Ledger
from digest.edition.brief import brief, stands_alone
from digest.edition.passages import number_sources
from digest.model import Article, Copy, CopyGroup, Relation, Span

Make = Callable[..., Article]

AUDIT = """VELLMAR (National Wire) — The audit office on Wednesday found cracks in the spillway of the Vellmar dam.

It said 41 of 60 gauges had not been read since 2021. The ministry called the report of the audit office alarmist.

“We count people,” said the minister of the Vellmar dam in front of the audit office on Wednesday.

I have never seen such a thing in my life at this dam."""
COUNCIL = """The town council asked for an independent survey of the Vellmar dam before the spring melt.

Cracks in the spillway of the Vellmar dam were found by the audit office on Wednesday."""

STANDING = {
    "a plain sentence stands alone": ("The audit office found cracks in the spillway.", True),
    "a sentence that opens with a pronoun does not": ("It said that 41 gauges had not been read.", False),
    "nor one that opens with a connective": ("However the ministry called the report alarmist.", False),
    "nor one with a pronoun right after its first word": ("What he had struck was the keel of a boat.", False),
    "nor one in the reporter's own voice": ("The dam, we have learned, is not being watched.", False),
    "nor one with somebody's words in it": ("The office called the gauges “mere decorations” on Wednesday.", False),
    "nor a question": ("Did the audit office find cracks in the dam?", False),
    "nor a scrap": ("The dam holds.", False),
    "nor furniture of the page": ("Read more about the audit of the dam here.", False),
    "nor a line with an address": ("The office may be asked at press@dam.example for a copy.", False),
    "nor one that begins in the middle": ("and the audit office found cracks in the dam.", False),
}


@pytest.mark.parametrize("case", STANDING)
def test_what_stands_alone(case: str, article: Make) -> None:
    text, expected = STANDING[case]
    assert stands_alone(article("a", text), Span(0, len(text))) is expected


def test_the_brief_is_made_of_sentences_of_different_content_with_their_numbers(article: Make) -> None:
    articles = (article("a", AUDIT), article("b", COUNCIL, hour=10))
    sources = number_sources(articles, (CopyGroup("g1", "a"), CopyGroup("g2", "b")))
    found = brief(sources, articles[0], {}, most=4, ledger=Ledger(lambda _: 400))
    assert [(passage.number, passage.text) for passage in found] == [
        ("1", "The audit office on Wednesday found cracks in the spillway of the Vellmar dam."),
        ("1", "The ministry called the report of the audit office alarmist."),
        ("2", "The town council asked for an independent survey of the Vellmar dam before the spring melt."),
    ]


def test_no_article_gives_more_than_its_excerpt(article: Make) -> None:
    only = article("a", AUDIT)
    sources = number_sources((only,), ())
    assert len(brief(sources, only, {}, most=4, ledger=Ledger(lambda _: 100))) == 1


def test_words_of_a_quotation_stay_out(article: Make) -> None:
    text = "The dam of Vellmar is safe and will remain so, the minister told the council."
    only = article("a", f"The audit office found cracks in the spillway of the dam.\n\n{text}")
    sources = number_sources((only,), ())
    quoted = {"a": [Span(only.text.index("The dam of"), only.text.index(", the minister"))]}
    assert text in [p.text for p in brief(sources, only, {}, most=4, ledger=Ledger(lambda _: 400))]
    assert text not in [p.text for p in brief(sources, only, quoted, most=4, ledger=Ledger(lambda _: 400))]


def test_a_corrected_figure_is_printed_as_corrected(article: Make) -> None:
    before = "The audit office found that 14 of 60 gauges of the dam were not read."
    after = before.replace("14", "41")
    articles = (article("a", before), article("b", after, hour=11))
    sources = number_sources(articles, (CopyGroup("g", "a", (Copy("b", Relation.UPDATE, 0.9),)),))
    found = brief(sources, articles[0], {}, most=4, ledger=Ledger(lambda _: 400))
    assert [(passage.number, passage.text) for passage in found] == [("1a", after)]


def test_a_text_without_a_sentence_that_stands_alone_gives_its_first(article: Make) -> None:
    only = article("a", "It is over. They won.")
    assert [p.text for p in brief(number_sources((only,), ()), only, {}, most=4, ledger=Ledger(lambda _: 400))] == [
        "It is over."
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Tab .!?“”\n", max_size=200), st.permutations(["a", "b", "c"]))
def test_every_sentence_is_a_slice_and_the_order_of_input_changes_nothing(text: str, order: list[str]) -> None:
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    def made(name: str) -> Article:
        when = datetime(2026, 3, 4, ord(name) - 90, tzinfo=UTC)
        return Article(name, "s", "Post", None, None, text + AUDIT + name, when, "h")

    articles = {name: made(name) for name in order}
    sources = number_sources(tuple(articles[name] for name in order), ())
    again = number_sources(tuple(articles[name] for name in sorted(order)), ())
    found = brief(sources, articles["a"], {}, most=4, ledger=Ledger(lambda _: 400))
    assert found == brief(again, articles["a"], {}, most=4, ledger=Ledger(lambda _: 400))
    assert all(articles[p.article].text[p.start : p.end] == p.text for p in found)
