"""No page prints more of an article than its source or the settings allow, also where they allow less than they used to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from digest.allowances import Allowances, allowances, keep_allowances, of_night
from digest.edition import Allowance
from digest.model import Source
from digest.pipeline import BuildOptions, Places, build, publish
from digest.progress import Progress
from digest.revision import keep_page
from digest.settings import Settings, SiteName
from digest.store import Store
from digest.verify import verify

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
WINCH = "I saw the rope go and I ran for the winch"
OVEN = "My hands are older than the oven"
NEIGHBOURS = re.compile(r'"(prefix|suffix)": ".*"')
Night = Callable[..., None]


@pytest.fixture
def night(tmp_path: Path, feeds: Path) -> Night:
    """Build a day of March 2026 under some settings."""

    def night(day: int, **settings: Any) -> None:
        state, pages, site = (tmp_path / name for name in ("state", "pages", "site"))
        options = BuildOptions(feeds, state, pages, site, CONFIG, date(2026, 3, day), offline=True)
        build(options, Settings(**settings), SiteName(), Progress(quiet=True))

    return night


def faults(folder: Path) -> list[str]:
    with Store.open(folder / "state", create=False) as store:
        return [fault.code for fault in verify(store, folder / "site")[0]]


def holding(folder: Path, words: str) -> list[str]:
    """The files of the site that print ``words``: neither what the builder remembers nor what finds a passage by its neighbours."""
    found = (path for path in sorted((folder / "site").rglob("*")) if path.is_file() and ".digest" not in path.parts)
    return [
        path.relative_to(folder / "site").as_posix()
        for path in found
        if words in NEIGHBOURS.sub("", path.read_bytes().decode("utf-8", "replace"))
    ]


def test_quotes_longer_than_allowed_are_printed_nowhere(tmp_path: Path, night: Night) -> None:
    night(4, quote_chars=35)
    assert holding(tmp_path, WINCH) == []
    assert "data/days/2026/03/04.csv" in holding(tmp_path, OVEN)
    assert faults(tmp_path) == []


def test_nothing_in_the_reporters_words_where_no_excerpt_is_allowed(tmp_path: Path, night: Night) -> None:
    night(4, excerpt_chars=0)
    stories = [json.loads(path.read_bytes()) for path in (tmp_path / "site/data/stories").rglob("*.json")]
    pages = [story for story in stories if "brief" in story]
    assert [story["brief"] for story in pages] == [[], []]
    assert holding(tmp_path, WINCH) != []
    assert faults(tmp_path) == []


def test_allowing_less_cuts_every_page_that_was_printed(tmp_path: Path, night: Night) -> None:
    night(4)
    assert len(holding(tmp_path, WINCH)) > 5
    night(5, quote_chars=35, excerpt_chars=30)
    assert holding(tmp_path, WINCH) == []
    assert "data/days/2026/03/04.csv" in holding(tmp_path, OVEN)
    assert faults(tmp_path) == []


def test_a_source_of_its_own_word_is_heard_and_no_other_suffers(tmp_path: Path, night: Night) -> None:
    night(4)
    with Store.open(tmp_path / "state", create=False) as store:
        with store.transaction():
            wanted = of_night(store, [Source("baker.txt", quote_chars=0)], Settings())
            stories = keep_allowances(store, wanted)
            for state in store.stories.where("id", stories):
                keep_page(store, state, Settings())
            store.mark_unprinted(stories)
        publish(
            store,
            Places(tmp_path / "pages", tmp_path / "site", CONFIG),
            SiteName(),
            Settings(),
            everything=False,
            may_shrink=True,
        )
    assert len(stories) == 1
    assert holding(tmp_path, OVEN) == []
    assert len(holding(tmp_path, WINCH)) > 5
    assert faults(tmp_path) == []


def test_a_site_that_prints_more_than_allowed_is_caught(tmp_path: Path, night: Night) -> None:
    night(4)
    with Store.open(tmp_path / "state", create=False) as store:
        kept = allowances(store)
        assert kept is not None
        with store.transaction():
            keep_allowances(store, replace(kept, everyone=Allowance(excerpt=400, quoted=35)))
    assert set(faults(tmp_path)) == {"allowance"}


def test_what_a_source_said_stands_until_it_says_otherwise() -> None:
    with Store.in_memory() as store:
        strict = Source("Wire", excerpt_chars=0)
        assert keep_allowances(store, of_night(store, [strict], Settings())) == frozenset()
        assert of_night(store, [], Settings()) == Allowances(Allowance(400, 3000), {"Wire": (0, None)})
        assert of_night(store, [], Settings()).of("Wire") == Allowance(0, 3000)
        assert of_night(store, [Source("Wire")], Settings()).own == {}
