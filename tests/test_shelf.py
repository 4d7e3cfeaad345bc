"""Lists are counted from lines; they say what they would say were every record read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest

from digest.edition import Edition, StorySummary, edition
from digest.edition.catalogue import Extras, Touched, catalogue, compiled
from digest.edition.lines import StatementLine, StoryLine
from digest.edition.views import Statement
from digest.render.files import Site, render_indexes
from digest.report import BuildReport
from digest.shelf import Alike, StoreShelf, Told
from digest.store import Store

Build = Callable[..., BuildReport]
SITE = Site()
SAMPLE = Path(__file__).parent.parent / "feeds" / "sample"


@pytest.fixture
def store(run: Build, tmp_path: Path) -> Iterator[Store]:
    for day in (4, 5, 6):
        run(day, feeds=SAMPLE)
    with Store.open(tmp_path / "state", create=False) as store:
        yield store


def whole(store: Store, only: Touched | None) -> dict[str, bytes]:
    """The pages that list stories, from records that are all read whole."""
    summaries = list(store.summaries.all())
    days = sorted(map(date.fromisoformat, store.nights.all_keys()))
    editions: list[Edition] = [edition(day, [s for s in summaries if s.day == day]) for day in days]
    newest: dict[str, StorySummary] = {summary.id: summary for summary in summaries}
    made = catalogue(editions, newest.values(), store.statements.all(), known=store.people.all(), only=only)
    return {file.path: file.data for file in render_indexes(made, SITE)}


def in_lines(store: Store, only: Touched | None) -> dict[str, bytes]:
    none: frozenset[str] = frozenset()
    made = compiled(
        Told.of(store).counted(store, none, none), StoreShelf(store, none, none, none), (), Extras(), only=only
    )
    return {file.path: file.data for file in render_indexes(made, SITE)}


@pytest.mark.slow
def test_lists_counted_from_lines_say_what_whole_records_say(store: Store) -> None:
    assert in_lines(store, None) == whole(store, None)
    newest = max(store.summaries.all(), key=lambda summary: (len(summary.people), summary.id))
    last = store.last_night()
    assert last is not None
    some = Touched(
        days=frozenset({last, last - timedelta(days=1)}),
        dates=frozenset({date(*map(int, newest.path.split("/")[:3]))}),
        people=frozenset(person.slug for person in newest.people),
        outlets=frozenset({"harbour-post"}),
        topics=frozenset(),
    )
    assert in_lines(store, some) == whole(store, some)


@pytest.mark.parametrize(("line", "record"), [(StoryLine, StorySummary), (StatementLine, Statement)])
def test_a_line_has_no_field_that_its_record_lacks(line: type, record: type) -> None:
    assert {one.name for one in fields(line)} < {one.name for one in fields(record)}


def test_equal_values_are_kept_once() -> None:
    alike = Alike()
    one, other = alike.of((date(2026, 3, 4),)), alike.of((date(2026, 3, 4),))
    assert one is other
    assert alike.of(()) == ()
