"""Feeds and pages come in from a real server of this machine, and a night can be replayed without it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.intake import Intake, Network, take_in
from digest.progress import Progress
from digest.store import Store
from tests.conftest import LOOPBACK

NIGHT = datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC)


def take(tmp_path: Path, root: str, network: Network, query: str = "") -> Intake:
    feeds = tmp_path / "feeds"
    feeds.mkdir(exist_ok=True)
    (feeds / "list.yml").write_text(
        f"sources:\n  - name: Harbour Post\n    url: {root}/feed.xml{query}\n", encoding="utf-8"
    )
    with Store.in_memory() as store:
        return take_in(feeds, store, network, night=NIGHT, progress=Progress(quiet=True))


def test_a_teaser_is_completed_from_its_page(tmp_path: Path, root: str) -> None:
    (entry,) = take(tmp_path, root, Network(LOOPBACK)).entries
    assert "stopped a drifting ferry with 80 people" in entry.text
    assert entry.full_text


def test_a_source_that_wants_no_pages_gets_none_though_another_wants_the_same(tmp_path: Path, root: str) -> None:
    feeds = tmp_path / "feeds"
    feeds.mkdir()
    (feeds / "list.yml").write_text(
        f"sources:\n  - name: Harbour Post\n    url: {root}/feed.xml\n"
        f"  - name: Headlines\n    url: {root}/feed.xml?headlines\n    full_text: never\n",
        encoding="utf-8",
    )
    with Store.in_memory() as store:
        intake = take_in(feeds, store, Network(LOOPBACK), night=NIGHT, progress=Progress(quiet=True))
    assert {entry.source: entry.full_text for entry in intake.entries} == {"Harbour Post": True, "Headlines": False}


@pytest.mark.parametrize("sources", [("Harbour Post",), ("Harbour Post", "Vellmar Radio")])
def test_a_page_that_cannot_be_had_is_told_once_to_each_source(
    sources: tuple[str, ...], tmp_path: Path, root: str
) -> None:
    feeds = tmp_path / "feeds"
    feeds.mkdir()
    rows = (f"  - name: {name}\n    url: {root}/feed.xml?{number}\n" for number, name in enumerate(sources))
    (feeds / "list.yml").write_text("sources:\n" + "".join(rows), encoding="utf-8")
    for page in (tmp_path / "served").glob("*.html"):
        page.unlink()
    with Store.in_memory() as store:
        intake = take_in(feeds, store, Network(LOOPBACK), night=NIGHT, progress=Progress(quiet=True))
    assert [problem.source for problem in intake.problems] == list(sources)


def test_a_night_is_replayed_without_the_network(tmp_path: Path, root: str) -> None:
    kept = take(tmp_path, root, Network(LOOPBACK, keep_raw=tmp_path / "raw"))
    (tmp_path / "served" / "feed.xml").unlink()
    replayed = take(tmp_path, root, Network(LOOPBACK, replay=tmp_path / "raw"))
    assert replayed.entries == kept.entries != ()


def test_offline_asks_nothing(tmp_path: Path, root: str) -> None:
    intake = take(tmp_path, root, Network())
    assert intake.entries == ()
    assert intake.problems == ()


def test_a_feed_that_is_gone_costs_itself_and_leaves_a_problem(tmp_path: Path, root: str) -> None:
    (tmp_path / "served" / "feed.xml").unlink()
    intake = take(tmp_path, root, Network(LOOPBACK))
    assert intake.entries == ()
    assert [problem.source for problem in intake.problems] == ["Harbour Post"]


def test_a_feed_that_cannot_be_read_is_asked_for_in_full_again(tmp_path: Path, root: str) -> None:
    (tmp_path / "served" / "feed.xml").write_bytes(b"{ this was a feed once")
    (delivery,) = take(tmp_path, root, Network(LOOPBACK)).deliveries
    assert delivery.fetch is not None
    assert not delivery.fetch.has_validator


def test_a_secret_that_is_not_set_is_told_once(tmp_path: Path, root: str) -> None:
    intake = take(tmp_path, root, Network(LOOPBACK), query="?key=${WIRE_KEY}")
    assert [problem.code for problem in intake.problems] == ["missing-variable"]
    assert [problem.code for problem in take(tmp_path, root, Network(), query="?key=${WIRE_KEY}").problems] == [
        "missing-secret"
    ]
