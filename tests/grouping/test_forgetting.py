"""Articles that leave grouping's memory leave no words in it, and what stays goes on as before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.grouping import Memory, changed_rows, group_night, without_articles
from digest.model import Article

DAY = datetime(2026, 3, 4, 6, tzinfo=UTC)

MILL = """ARNHOLT - The paper mill at Arnholt let dye into the river Sella for nine days, inspectors of Tessin county said.

The owner, Gero Malkin, was fined 40,000 crowns and must empty two settling ponds before the anglers' feast in May."""

MILL_AGAIN = """Gero Malkin said he would not appeal the fine of 40,000 crowns for dye from his Arnholt paper mill in the Sella.

Anglers in Tessin county had found the river red on nine days running and called the inspectors."""

MILL_LATER = """The settling ponds of the Arnholt paper mill are empty, inspectors of Tessin county said on Thursday.

Gero Malkin had been fined 40,000 crowns for dye in the river Sella. Anglers will hold their feast in May."""

BRIDGE = """A lorry hung over the rail of the Ostrow swing bridge for five hours until a crane from Kessel lifted it back.

Nobody was hurt, the harbour master Ines Bahr said, and the cargo of tinned peas stayed dry."""


def article(name: str, text: str, headline: str, hours: float = 0) -> Article:
    when = DAY + timedelta(hours=hours)
    return Article(name, "feed", f"Outlet of {name}", None, headline, text, when, name, published=when)


ARTICLES = (
    article("first", MILL, "Arnholt paper mill fined for dye in the Sella"),
    article("copy", MILL, "Mill at Arnholt fined", 1),
    article("own", MILL_AGAIN, "Malkin will pay fine for Arnholt mill", 2),
    article("bridge", BRIDGE, "Lorry hangs over Ostrow swing bridge", 3),
)
LATER = article("later", MILL_LATER, "Ponds of the Arnholt paper mill are empty", 20)


def remembered(*gone: str) -> Memory:
    memory = group_night(ARTICLES, Memory.empty()).memory
    return without_articles(memory, gone, {a.id: a for a in ARTICLES if a.id not in gone})


def test_a_copy_speaks_for_its_group_once_the_original_is_gone() -> None:
    before = group_night([LATER], remembered("own"))
    after = group_night([LATER], remembered("first", "own"))
    assert [story.id for story in after.stories] == [story.id for story in before.stories]
    assert after.stories[0].groups == ("first", "later")


def test_the_second_to_speak_may_go_too() -> None:
    memory = without_articles(remembered("first"), ["copy"], {"own": ARTICLES[2]})
    assert [block.ids for block in memory.blocks] == [("own", "bridge")]
    assert group_night([LATER], memory).stories[0].groups == ("own", "later")


def test_a_story_whose_articles_are_all_gone_wins_no_more() -> None:
    memory = remembered("first", "copy", "own")
    (story,) = group_night([LATER], memory).stories
    assert story.groups == ("later",)


def test_the_name_of_an_emptied_story_is_given_to_no_other() -> None:
    namesake = article("namesake", MILL_LATER, ARTICLES[0].headline or "", 2)
    taken = group_night(ARTICLES, Memory.empty()).memory
    (story,) = group_night([namesake], remembered("first", "copy", "own")).stories
    assert story.id not in taken.raw_stories


def test_what_is_not_known_changes_nothing() -> None:
    memory = remembered()
    after = without_articles(memory, ["nobody"], {})
    assert changed_rows(memory, after) == ((), ())


@given(st.sets(st.sampled_from([a.id for a in ARTICLES])))
@settings(deadline=None, max_examples=16)
def test_the_rows_that_change_lead_to_the_memory_without_them(gone: set[str]) -> None:
    memory, after = remembered(), remembered(*gone)
    rows = dict(memory.rows())
    new, dropped = changed_rows(memory, after)
    rows = {key: value for key, value in (rows | dict(new)).items() if key not in dropped}
    read = Memory.from_rows(rows.items())
    assert {own for block in read.blocks for own in block.ids} == {a.id for a in ARTICLES} - gone
    assert group_night([LATER], read).stories == group_night([LATER], after).stories
