"""Dates come from a closed list of forms, and what cannot be is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.adapt import Item, to_entry
from digest.ingest.dates import parse_date, read_date
from digest.model import Source

READ = {
    "RFC 822 with a numeric zone": ("Wed, 04 Mar 2026 10:30:00 +0530", datetime(2026, 3, 4, 5, 0, tzinfo=UTC)),
    "RFC 822 with a named zone": ("Wed, 04 Mar 2026 10:30:00 EST", datetime(2026, 3, 4, 15, 30, tzinfo=UTC)),
    "a weekday that does not fit is not believed": (
        "Mon, 04 Mar 2026 10:30:00 GMT",
        datetime(2026, 3, 4, 10, 30, tzinfo=UTC),
    ),
    "two digits of a year": ("4 Mar 26 10:30 GMT", datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
    "a comment behind the zone": ("4 Mar 2026 10:30:00 +0100 (CET)", datetime(2026, 3, 4, 9, 30, tzinfo=UTC)),
    "RFC 3339": ("2026-03-04T10:30:00.123456789-05:00", datetime(2026, 3, 4, 15, 30, tzinfo=UTC)),
    "ISO 8601 basic": ("20260304T103000Z", datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
    "a blank for the T": ("2026-03-04 10:30", datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
    "a day alone is its midnight": ("2026-03-04", datetime(2026, 3, 4, tzinfo=UTC)),
    "a week": ("2026-W10-3", datetime(2026, 3, 4, tzinfo=UTC)),
    "an ordinal day": ("2026-063", datetime(2026, 3, 4, tzinfo=UTC)),
    "the end of a day": ("2026-03-04T24:00:00Z", datetime(2026, 3, 5, tzinfo=UTC)),
    "a leap second": ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, tzinfo=UTC)),
    "a place for a zone": ("4 Jul 2026 12:00:00 America/New_York", datetime(2026, 7, 4, 16, 0, tzinfo=UTC)),
    "a zone that knows summer time": ("4 Jul 2026 12:00:00 PT", datetime(2026, 7, 4, 19, 0, tzinfo=UTC)),
    "US order with a half of the day": ("March 4, 2026 at 5:30 p.m.", datetime(2026, 3, 4, 17, 30, tzinfo=UTC)),
    "asctime": ("Wed Mar  4 10:30:00 2026", datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
    "German": ("4. März 2026", datetime(2026, 3, 4, tzinfo=UTC)),
    "French": ("mercredi 4 mars 2026", datetime(2026, 3, 4, tzinfo=UTC)),
    "Portuguese": ("4 de março de 2026", datetime(2026, 3, 4, tzinfo=UTC)),
    "German figures": ("04.03.2026 10:30 Uhr", datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
    "Chinese": ("2026年3月4日", datetime(2026, 3, 4, tzinfo=UTC)),
}
REFUSED = {
    "a day that no month has": "Tue, 31 Feb 2026 10:00:00 GMT",
    "a zone nobody lives in": "Wed, 04 Mar 2026 10:00:00 +9999",
    "a zone with ninety minutes": "2026-03-04T10:00:00+01:90",
    "a zone nobody knows": "Wed, 04 Mar 2026 10:00:00 QQT",
    "day or month first, nobody can tell": "02/01/2026",
    "the clock's word": "now",
    "a number of seconds": "1772620200",
    "the first second of 1970, which means nothing": "Thu, 01 Jan 1970 00:00:00 GMT",
    "before newspapers": "Mon, 01 Jan 0001 00:00:00 GMT",
    "after everybody": "Sat, 31 Dec 9999 23:59:59 GMT",
    "a negative year": "-0001-01-01T00:00:00Z",
    "25 o'clock": "2026-03-04T25:00:00Z",
    "thirteen in the afternoon": "March 4, 2026 13:00 p.m.",
    "nothing": "",
    "a very long row of blanks": "Mon, " + " " * 100_000 + "x",
    "a very long row of digits": "1" * 100_000,
}


@pytest.mark.parametrize("case", READ)
def test_a_known_form_is_read_in_utc(case: str) -> None:
    written, moment = READ[case]
    assert parse_date(written) == moment


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_in_no_form_or_cannot_be_is_refused(case: str) -> None:
    assert parse_date(REFUSED[case]) is None


@settings(deadline=None)
@given(st.integers(min_value=365 * 86400, max_value=6_900_000_000))
def test_every_moment_survives_being_written_as_iso(second: int) -> None:
    moment = datetime.fromtimestamp(second, UTC)
    assert parse_date(moment.isoformat()) == moment


@settings(deadline=None)
@given(st.text(max_size=90))
def test_any_text_is_a_date_in_utc_or_none(text: str) -> None:
    moment = parse_date(text)
    assert moment is None or moment.tzinfo is UTC


DAYS_ALONE = {
    "2026-03-04": True,
    "4 March 2026": True,
    "20260304": True,
    "2026-03": True,
    "2026-03-04T00:00:00Z": False,
    "2026-03-04 08:12": False,
    "Wed, 04 Mar 2026 00:00:00 GMT": False,
}


@pytest.mark.parametrize("written", DAYS_ALONE)
def test_a_date_tells_whether_a_time_was_written(written: str) -> None:
    found = read_date(written)
    assert found is not None
    assert found.day_only == DAYS_ALONE[written]


@pytest.mark.parametrize("written", DAYS_ALONE)
def test_an_entry_says_that_its_date_is_a_day(written: str) -> None:
    entry, _ = to_entry(Item(title="Dam", body="The dam holds.", published=written), Source("s"))
    assert entry.day_only == DAYS_ALONE[written]
