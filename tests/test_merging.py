"""Two pages of one event become one overnight: what readers, editors and the operator see of it."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from digest.model import Article
from digest.report import BuildReport
from digest.restore import restore
from digest.store import Store
from digest.verify import verify
from digest.why import why
from tests.grouping.two_pages import OLDER, YOUNGER, first_night, second_night

Build = Callable[..., BuildReport]


def page_of(story: str) -> str:
    year, month, day, slug = story.split("-", 3)
    return f"stories/{year}/{month}/{day}/{slug}"


def write(feeds: Path, articles: Iterable[Article]) -> None:
    for article in articles:
        head = (
            f"title: {article.headline}\noutlet: {article.outlet}\nurl: {article.url}\ndate: {article.when.isoformat()}"
        )
        (feeds / f"{article.id}.txt").write_text(f"{head}\n\n{article.text}\n", encoding="utf-8")


@pytest.fixture
def world(feeds: Path, run: Build) -> Path:
    """Two nights: the two pages of the first became one on the second."""
    shutil.rmtree(feeds)
    feeds.mkdir()
    write(feeds, [*first_night(), *second_night()])
    assert [run(day).nights[0].merged for day in (4, 5)] == [0, 1]
    return feeds


def test_the_younger_page_leads_to_the_older_and_that_tells_of_it(world: Path) -> None:
    folder = world.parent
    moved = (folder / "pages" / f"{page_of(YOUNGER)}.md").read_text(encoding="utf-8")
    assert "This story moved" in moved
    shown = (folder / "site" / page_of(YOUNGER) / "index.html").read_text(encoding="utf-8")
    (target,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', shown)
    way = PurePosixPath(page_of(YOUNGER)) / target
    assert posixpath.normpath(way) == f"{page_of(OLDER)}/index.html"


def test_the_page_says_which_page_became_part_of_it_and_why(world: Path) -> None:
    folder = world.parent
    page = (folder / "pages" / f"{page_of(OLDER)}.md").read_text(encoding="utf-8")
    assert "became part of this one" in page
    assert "Volunteers cooked soup" in page
    data = json.loads((folder / "pages" / "data" / f"{page_of(OLDER)}.json").read_text(encoding="utf-8"))
    assert [merge["url"] for merge in data["merges"]] == [f"{page_of(YOUNGER)}/"]
    assert "names and numbers" in data["merges"][0]["reason"]


def test_why_tells_of_the_merge_for_the_story_and_for_an_article(world: Path) -> None:
    with Store.open(world.parent / "state", create=False) as store:
        (asleep,) = (article.id for article in store.articles.all() if "gymnasiums of" in (article.headline or ""))
        assert f"It came with {YOUNGER}" in why(store, asleep)
        assert f"Page: {page_of(OLDER)}/" in why(store, asleep)
        assert f"Merged into {OLDER}" in why(store, YOUNGER)


def test_the_site_is_proven_and_a_night_run_again_changes_nothing(world: Path, run: Build) -> None:
    folder = world.parent
    with Store.open(folder / "state", create=False) as store:
        verify(store, folder / "site")
    before = (folder / "pages" / f"{page_of(OLDER)}.md").read_bytes()
    assert run(5).nights[0].merged == 0
    assert (folder / "pages" / f"{page_of(OLDER)}.md").read_bytes() == before


def test_a_split_gives_the_old_address_its_story_back(world: Path, run: Build) -> None:
    folder = world.parent
    with Store.open(folder / "state", create=False) as store:
        (asleep,) = (article.id for article in store.articles.all() if "gymnasiums of" in (article.headline or ""))
    rule = f"overrules:\n  - split: [{asleep}]\n    reason: Another night.\n"
    (world / "decisions.yml").write_text(rule, encoding="utf-8")
    run(6)
    page = (folder / "pages" / f"{page_of(YOUNGER)}.md").read_text(encoding="utf-8")
    assert "Volunteers cooked soup" in page
    assert "Another night." in page
    assert "became part" not in (folder / "pages" / f"{page_of(OLDER)}.md").read_text(encoding="utf-8")
    assert (folder / "pages" / "data" / f"{page_of(YOUNGER)}.json").exists()
    with Store.open(folder / "state", create=False) as store:
        verify(store, folder / "site")


def test_a_lost_state_remembers_the_merge(world: Path, run: Build) -> None:
    folder = world.parent
    shutil.rmtree(folder / "state")
    restore(folder / "site" / "data", folder / "state", ZoneInfo("UTC"))
    with Store.open(folder / "state", create=False) as store:
        state = store.stories.get(OLDER)
    assert state is not None
    assert YOUNGER in {join.came_from for join in state.story.joins}
    assert run(6).nights[0].merged == 0
    assert "became part of this one" in (folder / "pages" / f"{page_of(OLDER)}.md").read_text(encoding="utf-8")
