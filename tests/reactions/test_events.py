"""What a story is about, and on which side its actors are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from digest.model import Article
from digest.reactions import LEXICONS, events_of, main_actors
from digest.reactions.actors import actors_of
from digest.reactions.events import find_event
from digest.reactions.parties import same_party
from digest.reactions.sides import is_insider

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
    "For the first time since Tomas Okoro told of its deals last June, a town committee has voted to send a bill to the council that would shut the bank.": (
        [],
        ["bank"],
    ),
    "Eldish public prosecutors on Wednesday charged three referees with taking bribes.": (
        ["Eldish public prosecutors"],
        ["three referees"],
    ),
    "An air strike by the Northern Alliance hit a hospital in Omba on Friday, killing nine.": (
        ["Northern Alliance"],
        [],
    ),
    "Elden's deputy prime minister, Otto Brandt, caused an outcry on Monday.": (["Otto Brandt"], []),
    "Investigative reporter Lena Ruud was shot dead outside her home on Tuesday.": ([], []),
    "Almost 50,000 teachers in Elden will walk off the job next week, their unions said.": (["teachers in Elden"], []),
    "Faulty sensors caused the crash of a jet, crash investigators said in their final report on Sunday.": (
        ["crash investigators"],
        [],
    ),
    "The town council asked for a survey, hours after an audit found cracks.": ([], []),
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
    assert main_actors(events_of([second, first])) == ("United States",)


def test_those_whom_the_first_sentence_names_are_touched_but_not_who_tells_it() -> None:
    lead = "The Supreme Court struck down the curfew, a blow to Ada Holm, clerk Otto Brandt said on Monday."
    assert [actor.name for actor in find_event([article(lead)], LEXICON, TABLE).touched] == ["Ada Holm"]


def test_a_headline_tells_whom_a_report_accuses() -> None:
    text = "Prisoners are beaten as a matter of policy, Jail Watch said in a report on Tuesday."
    event = find_event([replace(article(text), headline="Jail Watch accuses Norvik Bank of torture")], LEXICON, TABLE)
    assert [actor.name for actor in event.affected] == ["Norvik Bank"]


def test_who_heads_a_body_without_a_name_speaks_from_inside_it() -> None:
    event = find_event([article("The environment agency fined Norvik Bank on Tuesday.")], LEXICON, TABLE)
    heads = [
        actors_of(phrase, LEXICON)[0]
        for phrase in (
            "Ada Holm, who heads the agency",
            "The head of the environment agency, Ada Holm",
            "Ada Holm, who heads the league",
        )
    ]
    assert [is_insider(actor, event, LEXICON.stances) for actor in heads] == [True, True, False]


def test_no_articles_have_no_event() -> None:
    assert main_actors(events_of([])) == ()


def test_a_company_answers_under_its_short_name() -> None:
    full, short, other = (actors_of(name, LEXICON)[0] for name in ("Norvik Bank", "Norvik", "Norvik Party"))
    assert same_party(full, short)
    assert not same_party(full, other)
