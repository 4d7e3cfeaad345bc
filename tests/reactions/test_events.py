"""What a story is about, and on which side its actors are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.model import Article
from digest.reactions import LEXICONS, main_actors
from digest.reactions.actors import actors_of
from digest.reactions.events import find_event, same_party

LEXICON, TABLE = LEXICONS["en"]

EVENTS: dict[str, tuple[list[str], list[str]]] = {
    "Jail Watch published a report on Tuesday accusing the Syrian government of torture.": (
        ["Jail Watch"],
        ["Syrian government"],
    ),
    "The United States imposed sanctions on three Belarusian oil companies on Tuesday.": (
        ["United States"],
        ["three Belarusian oil companies"],
    ),
    "Norvik Bank was fined 300 million euros by the financial watchdog on Wednesday.": (
        ["financial watchdog"],
        ["Norvik Bank"],
    ),
    "OSTRA, 14 August (Baltic Press) — Prime Minister Karel Duda dismissed Health Minister Bozena Lis on Friday.": (
        ["Karel Duda"],
        ["Bozena Lis"],
    ),
    "The regulator blocked the takeover of Kestrel by its rival Orvane.": (["regulator"], ["Kestrel", "Orvane"]),
    "A public inquiry found that the diocese of Marl had protected priests.": (["public inquiry"], ["diocese of Marl"]),
    "President Omar Haddu of Syria rejected a report by Jail Watch on his prisons.": (["Jail Watch"], ["Omar Haddu"]),
    "A strong earthquake struck early on Monday.": ([], []),
}


def article(text: str, number: int = 1) -> Article:
    when = datetime(2026, 3, number, tzinfo=UTC)
    return Article(f"a{number}", "test", "Outlet", None, None, text, when, "hash", published=when)


@pytest.mark.parametrize("lead", EVENTS)
def test_events(lead: str) -> None:
    event = find_event([article(lead)], LEXICON, TABLE)
    assert ([actor.name for actor in event.main], [actor.name for actor in event.affected]) == EVENTS[lead]


def test_an_earlier_report_tells_the_event_and_a_later_one_the_answer() -> None:
    first = article("The United States imposed sanctions on three Belarusian oil companies on Tuesday.")
    second = article("Belarus expelled two American diplomats in answer to new sanctions.", 2)
    assert main_actors([second, first]) == ("United States",)


def test_no_articles_have_no_event() -> None:
    assert main_actors([]) == ()


def test_a_company_answers_under_its_short_name() -> None:
    full, short, other = (actors_of(name, LEXICON)[0] for name in ("Norvik Bank", "Norvik", "Norvik Party"))
    assert same_party(full, short)
    assert not same_party(full, other)
