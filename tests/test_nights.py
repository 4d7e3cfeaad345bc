"""Days are cut in one zone, asked days win, and missed nights are caught up."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from digest.errors import UsageError
from digest.nights import day_of, due_days, end_of, target_day

VIENNA = ZoneInfo("Europe/Vienna")
NOW = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "epoch", "expected"),
    [
        pytest.param("2026-03-01", "0", date(2026, 3, 1), id="the day asked for wins"),
        pytest.param(None, "1772582400", date(2026, 3, 4), id="then SOURCE_DATE_EPOCH"),
        pytest.param(None, None, date(2026, 3, 5), id="then today in the site's zone"),
    ],
)
def test_which_day_is_built(asked: str | None, epoch: str | None, expected: date) -> None:
    assert target_day(asked, epoch, NOW, VIENNA) == expected


@pytest.mark.parametrize(("asked", "epoch"), [("yesterday", None), (None, "soon"), (None, "9" * 40)])
def test_what_is_no_day_is_refused_in_one_line(asked: str | None, epoch: str | None) -> None:
    with pytest.raises(UsageError):
        target_day(asked, epoch, NOW, VIENNA)


def test_a_day_ends_at_midnight_even_when_clocks_change() -> None:
    assert day_of(end_of(date(2026, 3, 29), VIENNA), VIENNA) == date(2026, 3, 29)
    assert (end_of(date(2026, 3, 29), VIENNA) - end_of(date(2026, 3, 28), VIENNA)).total_seconds() == 23 * 3600


@pytest.mark.parametrize(
    ("last", "target", "expected"),
    [
        pytest.param(None, 6, [6], id="a first build is one night"),
        pytest.param(6, 6, [6], id="a night can be run again"),
        pytest.param(3, 6, [4, 5, 6], id="missed nights are caught up one a day"),
        pytest.param(1, 28, [26, 27, 28], id="but not without end"),
    ],
)
def test_nights_that_are_due(last: int | None, target: int, expected: list[int]) -> None:
    known = date(2026, 3, last) if last else None
    assert [day.day for day in due_days(known, date(2026, 3, target), 3)] == expected


def test_what_was_published_is_not_rewritten() -> None:
    with pytest.raises(UsageError, match="already at 2026-03-06"):
        due_days(date(2026, 3, 6), date(2026, 3, 5), 3)
