"""A build that dies or finds the disk full or broken tears no page, and the next run makes everything as if nothing had happened."""

from __future__ import annotations

import importlib.util
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest

from digest.store import Store

if sys.platform == "win32":
    pytest.skip("Windows has no kill -9 and no fork", allow_module_level=True)


def _soak() -> ModuleType:
    file = Path(__file__).parent.parent / "bench" / "soak_kill.py"
    spec = importlib.util.spec_from_file_location("soak_kill", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


soak = _soak()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> object:
    return soak.Bench(tmp_path_factory.mktemp("soak"))


@pytest.mark.slow
def test_a_build_that_is_killed_is_made_whole_by_the_next(bench: object) -> None:
    assert [told for told in soak.killed(bench, 4, seed=1) if told[1]] == []


@pytest.mark.slow
def test_a_disk_that_fails_is_told_and_made_good_by_the_next_run(bench: object) -> None:
    assert [told for told in soak.faulted(bench, 60) if told[1]] == []


@pytest.mark.slow
def test_a_full_disk_below_the_database_is_told_and_made_good(bench: object) -> None:
    rounds = list(soak.full(bench, 3))
    assert rounds
    assert [told for told in rounds if told[1]] == []


def test_half_a_page_would_be_seen() -> None:
    before, after = {"a": b"old", "b": b"same"}, {"a": b"new", "b": b"same"}
    assert soak.torn({"a": b"ne", "b": b"same"}, before, after) == ["a"]
    assert soak.torn({"a": b"new"}, before, after) == ["b"]
    assert soak.torn({"a": b"new", "b": b"same"}, before, after) == []


def test_a_full_disk_leaves_the_state_as_it_was(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.set_fact("kept", "yes")
        (pages,) = store.articles.database.execute("PRAGMA page_count").fetchone()
        store.articles.database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(sqlite3.Error, match="full"), store.transaction():
            store.set_fact("kept", "no")
            store.set_fact("long", "x" * 1_000_000)
        assert store.fact("kept") == "yes"
