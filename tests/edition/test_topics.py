"""What a team watches is found by words, phrases and their combinations."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edition.topics import compile_expression, compile_topics, match_topics
from digest.model import Article, Topic

MATCHES = {
    "a word": ("dam", "The dam holds.", True),
    "letter case does not count": ("DAM", "The dam holds.", True),
    "a part of a word is none": ("dam", "The damage is done.", False),
    "a star stands for any ending": ("dam*", "The damage is done.", True),
    "words side by side are a phrase": ("Vellmar dam", "The Vellmar dam holds.", True),
    "over any blanks": ("Vellmar dam", "The Vellmar\ndam holds.", True),
    "but not apart": ("Vellmar dam", "Vellmar has a dam.", False),
    "AND wants both": ("Vellmar AND dam", "Vellmar has a dam.", True),
    "AND is not content with one": ("Vellmar AND weir", "Vellmar has a dam.", False),
    "OR wants either": ("weir OR dam", "Vellmar has a dam.", True),
    "NOT forbids": ("dam AND NOT beaver", "A beaver dam.", False),
    "NOT after a phrase means AND NOT": ("dam NOT beaver", "A dam.", True),
    "AND binds tighter than OR": ("bridge OR dam AND audit", "A bridge.", True),
    "brackets bind tightest": ("(bridge OR dam) AND audit", "A bridge.", False),
    "marks make an operator a word": ('"this AND that"', "Now this and that.", True),
    "curly marks too": ("“not” AND dam", "It is not a dam.", True),
    "signs at the ends of a word count": ("C++", "Written in C++ by hand.", True),
    "letters of any script": ("плотина", "Это плотина.", True),
}


@pytest.mark.parametrize("case", MATCHES)
def test_expressions(case: str) -> None:
    expression, text, expected = MATCHES[case]
    assert compile_expression(expression)(text) is expected


FAULTS = ("", "AND", "dam AND", "OR dam", "(dam", "dam)", "NOT", "()", "...", "dam (" * 30 + "dam" + ")" * 30)


@pytest.mark.parametrize("expression", FAULTS)
def test_a_bad_expression_is_left_out_with_a_problem_and_the_others_hold(expression: str) -> None:
    watches, problems = compile_topics((Topic("Dams", (expression, "weir")),))
    assert [(problem.code, problem.source) for problem in problems] == [("bad-topic", "Dams")]
    assert watches[0].matches("A weir.")


@given(st.text(alphabet='ab ()"“”*ANDORNT', max_size=30), st.text(max_size=20))
def test_any_expression_is_understood_or_refused_in_words(expression: str, text: str) -> None:
    with suppress(ValueError):
        assert compile_expression(expression)(text) in (True, False)


def test_a_story_bears_the_topics_any_of_its_articles_satisfies(article: Callable[..., Article]) -> None:
    watches, problems = compile_topics(
        (Topic("Schools", ("school*",)), Topic("Dams", ("dam",)), Topic("Ships", ("ferry",)))
    )
    articles = (article("a", "The dam.", headline="Schools shut"), article("b", "Nothing."))
    assert problems == ()
    assert match_topics(watches, articles) == ("Schools", "Dams")
