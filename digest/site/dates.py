"""Days and times in words, in the time zone that cuts the site's days."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from digest.render.words import day_alone

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def moment(text: str, zone: ZoneInfo) -> datetime:
    """A time of the data (ISO 8601, UTC) in ``zone``."""
    return datetime.fromisoformat(text).astimezone(zone)


def short_day(day: date) -> str:
    """A day without its year.

    >>> short_day(date(2026, 3, 4))
    '4 March'
    """
    return f"{day.day} {MONTHS[day.month - 1]}"


def short_moment(text: str, zone: ZoneInfo) -> str:
    """A time of the data as a day and the time, short; the day alone where nobody told a time.

    >>> short_moment("2026-03-04T08:12:00Z", ZoneInfo("UTC")), short_moment("2026-03-04T23:59:59Z", ZoneInfo("UTC"))
    ('4 Mar 08:12', '4 Mar')
    """
    when = moment(text, zone)
    alone = day_alone(when, zone)
    day = alone or when
    return f"{day.day} {MONTHS[day.month - 1][:3]}" + ("" if alone else f" {when:%H:%M}")
