"""A fetched document that could not be read whole is kept, and what becomes readable comes in later; nothing else is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.cli import main
from digest.grouping import Memory
from digest.ingest.folder import Folder
from digest.ingest.net import FetchState
from digest.ingest.read import read_document
from digest.intake import Delivery, Intake
from digest.model import Entry, Problem, Source
from digest.night import run_night
from digest.progress import Progress
from digest.quarantine import Unread, retry
from digest.report import BuildReport
from digest.settings import Settings
from digest.state import waiting
from digest.store import Store
from digest.takedown import take_down

Build = Callable[..., BuildReport]
COAST = Source("coast", url="https://coast.example/feed")
DAY = date(2026, 3, 5)
FAULT = Problem("coast", "ingest", "unknown-format", "Nothing was readable.", "Wait for a newer Digest.")
ITEM = "<item><title>Ferry number {n} is late again</title><link>https://coast.example/{n}</link><description>The ferry {n} came late.</description></item>"

BROKEN = (bytes(range(256)) * 4, b"<rss><channel><title>Half a he", b'{"items": [', b"\x1f\x8b\x08\x00half a gzip", b"")
"""Documents of which no reader can make anything."""


def feed(*numbers: int) -> bytes:
    items = "".join(ITEM.format(n=number) for number in numbers)
    return f"<rss version='2.0'><channel><title>Coast</title>{items}</channel></rss>".encode()


def night(store: Store, delivery: Delivery, day: date = DAY) -> None:
    intake = Intake(Folder((), (), (), (), ()), (delivery,))
    memory = Memory.from_rows(store.memory())
    run_night(store, intake, day, memory, settings=Settings(), progress=Progress(quiet=True))


def unread(body: bytes) -> Delivery:
    """What intake makes of a document of which this Digest could read nothing."""
    return Delivery(COAST, (), (FAULT,), FetchState(), Unread(body, "application/rss+xml", (FAULT,)))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def test_what_is_readable_now_comes_in_with_the_next_night(state: Path) -> None:
    with Store.open(state) as store:
        night(store, unread(feed(1, 2)))
    (told,) = retry(state)
    assert str(told) == "coast of 2026-03-05: 2 entries readable, 2 not known before; whole now"
    with Store.open(state) as store:
        assert list(store.quarantine.all()) == []
        night(store, Delivery(COAST, fetch=FetchState()), date(2026, 3, 6))
        assert len(list(store.articles.all())) == 2
    assert retry(state) == ()


def test_entries_that_are_known_are_not_taken_from_an_old_document(state: Path) -> None:
    with Store.open(state) as store:
        night(store, unread(feed(1, 2)))
        night(store, Delivery(COAST, read_document(feed(1), COAST).entries, fetch=FetchState()), date(2026, 3, 6))
    (told,) = retry(state)
    assert (told.entries, told.new) == (2, 1)


def test_what_is_still_broken_stays_and_says_why(state: Path) -> None:
    with Store.open(state) as store:
        night(store, unread(b"\x00\x01 no feed at all"))
    (told,) = retry(state)
    assert told.problems
    assert told.problems[0].remedy in str(told)
    with Store.open(state) as store:
        assert [kept.source for kept in store.quarantine.all()] == [COAST]


def test_only_the_newest_document_of_a_source_is_kept(state: Path) -> None:
    with Store.open(state) as store:
        night(store, unread(feed(1)))
        night(store, unread(feed(2, 3)), date(2026, 3, 6))
    assert [(told.day, told.entries) for told in retry(state)] == [(date(2026, 3, 6), 2)]


def test_the_command_prints_a_line_a_document(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(state) as store:
        night(store, unread(feed(1)))
    assert main(["retry", "--state", str(state)]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_a_takedown_empties_the_quarantine(state: Path) -> None:
    with Store.open(state) as store:
        night(store, unread(feed(1)))
        night(store, Delivery(COAST, read_document(feed(2), COAST).entries, fetch=FetchState()), date(2026, 3, 6))
        now = datetime(2026, 3, 7, tzinfo=UTC)
        take_down(store, "https://coast.example/2", "Asked for.", now=now, settings=Settings())
        assert list(store.quarantine.all()) == []


def test_entries_that_share_an_identifier_wait_side_by_side() -> None:
    one, other = (Entry("coast", None, "same", None, headline, "") for headline in ("One", "Other"))
    assert waiting(one, ("g1", "h1")).key != waiting(other, ("g1", "h2")).key


def test_of_many_documents_exactly_the_bad_ones_are_missing_each_with_its_reason(
    tmp_path: Path, feeds: Path, run: Build
) -> None:
    bad = {f"note-{number:03}.xml" for number in range(0, 300, 23)}
    for number in range(300):
        name = f"note-{number:03}.xml"
        (feeds / name).write_bytes(BROKEN[number % len(BROKEN)] if name in bad else feed(number))
    report = run(5)
    with Store.open(tmp_path / "state", create=False) as store:
        came = {article.source for article in store.articles.all() if article.source.startswith("note")}
    assert came == {f"note-{number:03}.xml" for number in range(300)} - bad
    assert {problem.source for problem in report.problems} == bad
    assert all(problem.stage and problem.detail and problem.remedy for problem in report.problems)
