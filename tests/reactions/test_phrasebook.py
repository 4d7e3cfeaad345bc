"""Phrases looked for together are found as each would be found alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.languages import stance_en, stance_said_en
from digest.languages.openings import openings
from digest.languages.phrasebook import Phrasebook, phrase, small

SHAPES = [
    small(r"said|says|sa(?:w|id)\s+so|(?:was|were)\s+(?!not\b)(?:[\w-]+\s+){0,2}?sure"),
    phrase(r"(?:deeply\s+)?sorry|(?:\w+ly\s+)?sad|[“\"‘']so|[st]aid|no(?:t|w){1,2}?|ſure"),
    phrase(r"(?P<who>we|I)(?:[’']re|\s+are)\s+(?:sad|sure)|(?=s)sa\w*|(?-i:[A-Z]aid)\s+so"),
    small(r"(?:had|has)?\s*acted|\x77as|so{1,3}|un{0}sure|\.\.\.\s+said"),
]
WORDS = st.sampled_from(
    [
        "said",
        "says",
        "saw",
        "so",
        "was",
        "were",
        "not",
        "quite",
        "sure",
        "Sorry",
        "deeply",
        "sadly",
        "sad",
        "“so”",
        "'so",
        "staid",
        "now",
        "notw",
        "I",
        "we",
        "We’re",
        "we're",
        "had",
        "acted",
        "Said",
        "ſaid",
        "Kaid",
        "sooo",
        "usure",
        "unsure",
        "...",
        "ﬁsh",
        "İs",
        "—",
        "sad-said",
        "said-so",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "  ", "\n", "\u00a0", ", ", "-", ""]))).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
ENGLISH = {
    "predicates": [*stance_en.PASSIVES, *stance_en.PREDICATES],
    "quoted": stance_said_en.QUOTED.rows,
    "reported": stance_said_en.REPORTED.rows,
    "named": stance_said_en.NAMED.rows,
}


def alone(patterns: list[re.Pattern[str]], text: str) -> list[tuple[int, int, int]]:
    """What each pattern finds by itself, in the order in which a phrasebook tells it."""
    found = [(m.start(), rank, m.end()) for rank, pattern in enumerate(patterns) for m in pattern.finditer(text)]
    return sorted(found)


def together(patterns: list[re.Pattern[str]], text: str) -> list[tuple[int, int, int]]:
    return [(match.start(), rank, match.end()) for rank, match in Phrasebook(enumerate(patterns)).found(text)]


@given(TEXTS)
@settings(max_examples=300)
def test_patterns_find_together_what_each_finds_alone(text: str) -> None:
    assert together(SHAPES, text) == alone(SHAPES, text)


@given(st.text(alphabet=st.sampled_from("saidow yſ’'-.\n\x1aSW")))
def test_patterns_find_together_what_each_finds_alone_in_any_text(text: str) -> None:
    assert together(SHAPES, text) == alone(SHAPES, text)


def words_of(pattern: re.Pattern[str]) -> list[str]:
    return re.findall(r"[a-z’]{2,}", pattern.pattern)


@pytest.mark.parametrize("table", ENGLISH)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_tables_find_together_what_each_of_their_patterns_finds_alone(table: str, data: st.DataObject) -> None:
    patterns = [pattern for _, pattern in ENGLISH[table]]
    telling = sorted({word for pattern in patterns for word in words_of(pattern)})
    words = data.draw(st.lists(st.sampled_from(["the", "Rand", "is", "was", "by", "we", "a", *telling]), max_size=20))
    text = " ".join(words)
    assert together(patterns, text) == alone(patterns, text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("said|(?:re)?told", {"said", "reto", "told"}),
        (r"is\s+not", {"is "}),
        (r"\w+ly sad", {""}),
        (r"(?!not)so(?=\s)", {"so"}),
        ("[st]aid", {"said", "taid"}),
        ("[a-z]aid", {""}),
        ("no{1,2}w", {"no"}),
        ("ſaid", {""}),
    ],
)
def test_openings_are_the_first_letters_of_every_match(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


def test_a_pattern_that_is_no_whole_phrase_is_refused() -> None:
    with pytest.raises(ValueError, match="no whole phrase"):
        Phrasebook([("any", re.compile("said"))])
