"""Speakers' names get fuller across a story, and never wrong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.model import Article, Quote, QuoteKind, Span, Speaker, SpeakerKind
from digest.quotes.join import join_speakers


def article(number: int, text: str) -> Article:
    when = datetime(2026, 3, 4, number, tzinfo=UTC)
    return Article(f"a{number}", "test", f"Outlet {number}", None, None, text, when, f"hash{number}")


def quote(of: Article, mention: str, name: str | None, kind: SpeakerKind = SpeakerKind.PERSON) -> Quote:
    start = of.text.index(mention)
    speaker = Speaker(mention, Span(start, start + len(mention)), name, kind)
    span = Span(0, len(of.text))
    return Quote(
        of.id, span, of.text, (span,), (span,), QuoteKind.DIRECT, speaker, "said", 0.4 if name is None else 0.9, "cue"
    )


NAME_CASES = {
    "a surname takes the full name another article prints": (
        ["“We knew,” Brandt said of the dam.", "The infrastructure minister, Ilse Brandt, left early."],
        "Brandt",
        "Brandt",
        "Ilse Brandt",
    ),
    "an Arabic article is no other name": (
        ["“It is false,” Haddu said on Friday.", "The report angered President Omar al-Haddu of Zamir."],
        "Haddu",
        "Haddu",
        "Omar al-Haddu",
    ),
    "a son keeps what tells him from his father": (
        ["“I did that,” Lanning Jr. replied.", "President Piet Lanning said that Piet Lanning Jr. had replied."],
        "Lanning Jr.",
        "Lanning Jr.",
        "Piet Lanning Jr.",
    ),
    "two bearers of a surname leave it alone": (
        ["“We knew,” Brandt said of the dam.", "The minister, Ilse Brandt, left early, and so did Mayor Tomas Brandt."],
        "Brandt",
        "Brandt",
        "Brandt",
    ),
    "a surname nobody prints in full stays": (
        ["“We knew,” Brandt said.", "Nothing else was said."],
        "Brandt",
        "Brandt",
        "Brandt",
    ),
    "spellings of one name take the one printed most": (
        [
            "“We knew,” Mohamed Haddu said to us.",
            "The minister Mohammed Haddu left. Later Mohammed Haddu came back to the old dam.",
        ],
        "Mohamed Haddu",
        "Mohamed Haddu",
        "Mohammed Haddu",
    ),
    "an initial takes the name written out": (
        ["“We knew,” I. Brandt said to us.", "The minister, Ilse Brandt, left the dam early."],
        "I. Brandt",
        "I. Brandt",
        "Ilse Brandt",
    ),
}


@pytest.mark.parametrize("case", NAME_CASES)
def test_names(case: str) -> None:
    texts, mention, name, expected = NAME_CASES[case]
    articles = [article(number, text) for number, text in enumerate(texts)]
    joined = join_speakers(articles, [quote(articles[0], mention, name)])
    assert [q.speaker.name for q in joined] == [expected]


NOMINAL_CASES = {
    "an organisation introduced as what the nominal says": (
        ["“They lied,” the rights watchdog said.", "Jail Monitor, a rights watchdog, published it."],
        "the rights watchdog",
        "Jail Monitor",
    ),
    "two organisations introduced alike leave it alone": (
        [
            "“They lied,” the rights watchdog said.",
            "The rights watchdog Jail Monitor and the rights watchdog Cell Count agree.",
        ],
        "the rights watchdog",
        None,
    ),
    "a full name near by serves where it is the story's only organisation": (
        ["Jail Watch published a report. “They lied,” the rights watchdog said."],
        "the rights watchdog",
        "Jail Watch",
    ),
    "a nominal for a person is not touched": (
        ["“They lied,” the president said.", "The president of Jail Watch, a rights watchdog, left."],
        "the president",
        None,
    ),
}


@pytest.mark.parametrize("case", NOMINAL_CASES)
def test_nominals(case: str) -> None:
    texts, mention, expected = NOMINAL_CASES[case]
    articles = [article(number, text) for number, text in enumerate(texts)]
    (joined,) = join_speakers(articles, [quote(articles[0], mention, None, SpeakerKind.UNKNOWN)])
    assert joined.speaker.name == expected
    assert joined.speaker.mention == mention


def test_the_order_of_articles_changes_nothing() -> None:
    for texts, mention, name, _ in NAME_CASES.values():
        articles = [article(number, text) for number, text in enumerate(texts)]
        quotes = [quote(articles[0], mention, name)]
        assert join_speakers(articles, quotes) == join_speakers(articles[::-1], quotes)
