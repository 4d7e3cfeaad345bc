"""States of every schema that was ever released open, and the next night goes on with their stories."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest.errors import StateError
from digest.export import import_state
from digest.report import BuildReport
from digest.store import FILE, SCHEMA, Store

Build = Callable[..., BuildReport]
GOLDEN = Path(__file__).parent / "state"
SCHEMAS = sorted(path.name for path in GOLDEN.glob("schema-*"))
LATER = """title: Tarn weir gets a second winch
outlet: Harbour Post
url: https://harbour.example/winch
date: 2026-03-06

The port authority will put a second winch at the Tarn weir, where lock keeper Ada Merrin stopped a drifting ferry with 80 people aboard.
"""


def test_the_present_schema_has_a_golden_state() -> None:
    assert f"schema-{SCHEMA}" in SCHEMAS


@pytest.fixture(params=SCHEMAS)
def golden(request: pytest.FixtureRequest) -> Path:
    return GOLDEN / str(request.param)


@pytest.mark.parametrize("kept_as", ["the file itself", "its export"])
def test_the_next_night_keeps_every_story_and_address(kept_as: str, golden: Path, tmp_path: Path, run: Build) -> None:
    if kept_as == "its export":
        import_state(golden / "export", tmp_path / "state")
    else:
        (tmp_path / "state").mkdir()
        shutil.copyfile(golden / FILE, tmp_path / "state" / FILE)
    with Store.open(tmp_path / "state", create=False) as store:
        before = {state.story.id: (state.story.path, state.days) for state in store.stories.all()}
        articles = {article.id: article for article in store.articles.all()}
        assert store.faults() == ()
    assert len(before) == 2
    feeds = tmp_path / "later"
    shutil.copytree(GOLDEN / "feeds", feeds)
    (feeds / "later.txt").write_text(LATER, encoding="utf-8")
    night = run(6, feeds=feeds).nights[0]
    assert (night.new, night.updated) == (1, 0)
    with Store.open(tmp_path / "state", create=False) as store:
        after = {state.story.id: (state.story.path, state.days) for state in store.stories.all()}
        assert {article.id: article for article in store.articles.all() if article.id in articles} == articles
    for story, (path, days) in before.items():
        assert after[story][0] == path
        assert after[story][1][: len(days)] == days
        assert (tmp_path / "site" / "stories" / path / "index.html").is_file()


def test_the_export_holds_all_that_the_file_holds(golden: Path, tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    shutil.copyfile(golden / FILE, tmp_path / "file" / FILE)
    import_state(golden / "export", tmp_path / "export")
    with Store.open(tmp_path / "file") as file, Store.open(tmp_path / "export") as export:
        for one, other in zip(file.tables(), export.tables(), strict=True):
            assert list(other.all()) == list(one.all()), one.table
        assert dict(export.memory()) == dict(file.memory())
        assert dict(export.facts()) == dict(file.facts())


def test_a_state_of_a_later_schema_is_refused_with_the_way_out(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(StateError, match="upgrade Digest"):
        Store.open(tmp_path)


def test_a_state_without_a_table_that_came_later_gets_it(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("DROP TABLE quarantine")
    with Store.open(tmp_path) as store:
        assert list(store.quarantine.all()) == []
