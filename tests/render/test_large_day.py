"""A night that brings hundreds of stories: two dozen are told, the others are a line each, and nothing is lost."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from digest.edition import edition
from digest.edition.catalogue import catalogue
from digest.edition.page_records import SHOWN_OF_DATE
from digest.edition.story import StoryPage
from digest.edition.views import STORIES_TOLD
from digest.render.files import Site, render_indexes
from digest.render.limits import LISTED

TODAY = date(2026, 3, 5)
MORE = 9
"""Stories beyond those that home names."""


@pytest.fixture
def day(fire: StoryPage, site: Site) -> dict[str, str]:
    count = STORIES_TOLD + LISTED + MORE
    summaries = tuple(
        replace(fire.summary, id=f"s{n}", path=f"2026/03/05/fire-{n:03}", headline=f"Fire {n:03}") for n in range(count)
    )
    shelf = catalogue((edition(TODAY, summaries),), summaries, (), (), voices=())
    return {file.path: file.data.decode() for file in render_indexes(shelf, site)}


def names(text: str) -> list[str]:
    return re.findall(r"Fire \d{3}", text)


def test_home_tells_two_dozen_names_forty_and_leads_to_the_rest(day: dict[str, str]) -> None:
    told, listed = day["index.md"].split("## In a line")
    assert len(set(names(told.split("---", 2)[2]))) == STORIES_TOLD
    assert len(names(listed)) == LISTED
    assert f"[All {STORIES_TOLD + LISTED + MORE} stories of the day](days/2026/03/05.md)" in listed


def test_the_page_of_the_day_and_its_data_leave_nothing_out(day: dict[str, str]) -> None:
    listed = day["days/2026/03/05.md"].split("## In a line")[1]
    assert len(names(listed)) == LISTED + MORE
    assert "stories of the day" not in listed
    data = json.loads(day["data/days/2026/03/05.json"])
    assert (len(data["stories"]), data["told"]) == (STORIES_TOLD + LISTED + MORE, STORIES_TOLD)


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_the_mail_says_how_many_more_there_are(day: dict[str, str], ending: str) -> None:
    mail = day[f"data/days/2026/03/05.mail.{ending}"]
    assert len(set(names(mail))) == STORIES_TOLD + LISTED
    assert f"{MORE} more stories on the page of the day" in mail
    assert "https://digest.example/days/2026/03/05/" in mail


def test_the_month_names_the_newest_of_a_date_and_leads_to_all(day: dict[str, str]) -> None:
    page = day["stories/2026/03.md"]
    assert len(names(page)) == SHOWN_OF_DATE
    rest = STORIES_TOLD + LISTED + MORE - SHOWN_OF_DATE
    assert f"{rest} more stories of this date: see [all of them](03/05.md)." in page
    month = json.loads(day["data/stories/2026/03.json"])
    assert [(one["stories"], len(one["shown"])) for one in month["dates"]] == [(month["stories"], SHOWN_OF_DATE)]


def test_the_page_of_a_date_and_its_data_leave_nothing_out(day: dict[str, str]) -> None:
    count = STORIES_TOLD + LISTED + MORE
    assert len(names(day["stories/2026/03/05.md"])) == count
    assert len(json.loads(day["data/stories/2026/03/05.json"])["stories"]) == count
