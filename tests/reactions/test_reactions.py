"""Who answered a story's event, in small invented stories."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Article
from digest.reactions import find_reactions

LEAD = "The campaign group Jail Watch published a report on Tuesday accusing the Zamiri government of torture."


def article(text: str, number: int = 1) -> Article:
    when = datetime(2026, 3, number, tzinfo=UTC)
    return Article(f"a{number}", "test", f"Outlet {number}", None, None, text, when, f"hash{number}", published=when)


def lines(*texts: str) -> list[tuple[str, str]]:
    articles = [article(text, number) for number, text in enumerate(texts, 1)]
    return [(reaction.actor, reaction.stance.value) for reaction in find_reactions("story", articles, ())]


CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a verb of stance": ("Poland condemned the abuse.", [("Poland", "condemns")]),
    "two actors of one verb": (
        "Poland and Lithuania condemned the abuse.",
        [("Poland", "condemns"), ("Lithuania", "condemns")],
    ),
    "two clauses with an actor each": (
        "Poland condemned the abuse, while Chile urged restraint.",
        [("Poland", "condemns"), ("Chile", "calls for")],
    ),
    "the passive": ("The report was welcomed by the Lind Bar Association.", [("Lind Bar Association", "welcomes")]),
    "a noun of feeling": ("Mayor Jonna Rehn voiced her dismay on Friday.", [("Jonna Rehn", "regrets")]),
    "a quotation": ("“This is an outrage,” said Jonna Rehn, the mayor of Aske.", [("Jonna Rehn", "condemns")]),
    "somebody who declined": ("The Norra Bank declined to comment.", [("Norra Bank", "no comment")]),
    "a post": (
        "Shameful news from Zamir tonight — Graham Tull (@grahamtull) March 3, 2026",
        [("Graham Tull", "condemns")],
    ),
    "nobody declined": ("The Norra Bank did not respond to a request for comment.", []),
    "the main actor's own words": ("“It is a disgrace,” said Jail Watch director Mara Lind.", []),
    "the main actor speaking again": ("Jail Watch later called for an inquiry.", []),
    "an old position": ("Poland condemned the abuse last year.", []),
    "a thing said before": ("Poland had condemned the abuse.", []),
    "another year": ("In 2019 Poland condemned the abuse.", []),
    "another event": ("Poland also condemned a separate attack.", []),
    "bare fact": ("Police chief Otto Lenz said 41 people had left the town.", []),
    "words within words": ("Lind said a guard had told her, “This is an outrage.”", []),
}


@pytest.mark.parametrize("case", CASES)
def test_reactions(case: str) -> None:
    sentence, expected = CASES[case]
    assert lines(f"{LEAD}\n\n{sentence}") == expected


def test_the_response_of_the_accused_comes_first() -> None:
    first = f"{LEAD}\n\nPoland condemned the abuse."
    assert lines(first, "Zamir's president, Omar Haddu, dismissed the report as fiction.") == [
        ("Omar Haddu", "response"),
        ("Poland", "condemns"),
    ]


def test_one_line_for_an_actor_and_stance_however_many_outlets_tell_it() -> None:
    assert lines(f"{LEAD}\n\nPoland condemned the abuse.", "“Outrageous,” Poland said.") == [("Poland", "condemns")]


def test_evidence_is_a_slice_of_its_article() -> None:
    articles = [article(f"{LEAD}\n\n{sentence}", number) for number, (sentence, _) in enumerate(CASES.values(), 1)]
    found = find_reactions("story", articles, ())
    texts = {one.id: one.text for one in articles}
    assert found
    assert all(reaction.span.of(texts[reaction.article]) == reaction.evidence for reaction in found)


@settings(deadline=None, max_examples=25)
@given(
    st.permutations(
        [article(f"{LEAD}\n\n{sentence}", number) for number, (sentence, _) in enumerate(CASES.values(), 1)]
    )
)
def test_the_order_of_articles_changes_nothing(shuffled: list[Article]) -> None:
    assert find_reactions("story", shuffled, ()) == find_reactions("story", sorted(shuffled, key=lambda a: a.id), ())


@settings(deadline=None)
@given(st.text(alphabet="Poland condemned “the” 'abuse'.,—(@x)\n 2026said", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for reaction in find_reactions("story", [article(text)], ()):
        assert reaction.span.of(text) == reaction.evidence
