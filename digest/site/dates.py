"""Days and times in words, in the time zone that cuts the site's days."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

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


def short_moment(when: datetime) -> str:
    """A day and the time, short.

    >>> short_moment(datetime(2026, 3, 4, 8, 12))
    '4 Mar 08:12'
    """
    return f"{when.day} {MONTHS[when.month - 1][:3]} {when:%H:%M}"
