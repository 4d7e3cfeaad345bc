"""Dates from a closed list of written forms, with their zones; never guessed, never from the clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from digest.languages.dates import MONTH_NAMES, ZONE_MINUTES, ZONE_PLACES

LONGEST_DATE_CHARS = 80
"""A written date is shorter (range 40 to 200; the longest seen in 1,100 feeds had 45 characters)."""
EARLIEST_YEAR, LATEST_YEAR = 1700, 2199
"""Years in which a news text can have appeared: newspapers begin soon after the first, the second only bounds nonsense."""
WIDEST_OFFSET_MINUTES = 14 * 60
"""No place on earth is further from Greenwich (Kiritimati, +14:00)."""
CENTURY_TURNS = 69
"""Two-digit years below this are 20xx, the others 19xx (POSIX strptime, RFC 2822 section 4.3 for years of RFC 822)."""

MONTHS: Mapping[str, int] = {
    name: number
    for names in MONTH_NAMES.values()
    for number, spellings in enumerate(names, 1)
    for name in spellings.split()
}

_CLOCK = (
    r"(?P<hour>\d{1,2})[:h.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
)
_ZONE = r"(?:\s*(?P<zone>[^\s\d(),][^\s()]*(?:\s?[+-]\d[\d:]*)?))?(?:\s*\([^()]*\))?"
_WORD = r"[^\W\d_]+"
FORMS = (
    # ISO 8601 and RFC 3339, extended and basic, and what IPTC and W3C derive from them
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T\s]\s?" + _CLOCK + _ZONE + ")?Z?",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?"
    + _ZONE
    + ")?",
    r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?",
    r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:\s" + _CLOCK + _ZONE + ")?",
    r"(?P<year>\d{4})-?W(?P<week>\d{2})(?:-?(?P<weekday>[1-7]))?",
    r"(?P<year>\d{4})-(?P<ordinal>\d{3})",
    # RFC 822 and 2822 with the liberties feeds take: other languages' names, no weekday, dashes, no seconds
    rf"(?:{_WORD}\.?,?\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|\.)?[\s-]?(?:de\s)?(?P<name>{_WORD})\.?,?[\s-]?(?:de\s)?"
    r"(?P<year>\d{4}|\d{2})(?:,?\s(?:at\s)?" + _CLOCK + _ZONE + ")?",
    # US order, asctime and date(1)
    rf"(?:{_WORD}\.?,?\s)?(?P<name>{_WORD})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})"
    r"(?:,?\s(?:at\s)?" + _CLOCK + _ZONE + ")?",
    rf"(?:{_WORD}\s)?(?P<name>{_WORD})\s(?P<day>\d{{1,2}})\s"
    + _CLOCK
    + r"(?:\s(?P<zone>[A-Z]{1,5}|[+-]\d{4}))?\s(?P<year>\d{4})",
    # Year first with a month's name (Hungarian), the German order, and East Asian signs
    rf"(?P<year>\d{{4}})[.\s-]\s?(?P<name>{_WORD})\.?[\s-](?P<day>\d{{1,2}})\.?T?(?:\s?" + _CLOCK + _ZONE + ")?",
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?:,?\s" + _CLOCK + _ZONE + ")?",
    r"(?P<year>\d{4})[年년]\s?(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일](?:\s?" + _CLOCK + ")?" + _ZONE,
)
"""The closed list, each compiled when it is first tried. No form matches ``2/1/2023``: whether that is January or February is a guess."""

_YEAR_FIRST = tuple(form for form in FORMS if form.startswith("(?P<year>"))
_OTHERS = tuple(form for form in FORMS if form not in _YEAR_FIRST)
_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_PLACE = re.compile(r"[A-Za-z]{2,20}(?:/[A-Za-z_-]{2,30}){1,2}")


class WrittenDate(NamedTuple):
    """What a date says: the ``moment`` in UTC, and whether only its day was written (then it is that day's midnight)."""

    moment: datetime
    day_only: bool


def parse_date(written: str) -> datetime | None:
    """The moment that ``written`` names, in UTC, or None where it is in no known form or cannot be.

    A form without a zone is read as UTC, without a clock as midnight. A leap second counts as the next second, 24:00 as the
    next day. The first second of 1970 is refused: it is what software writes for "no date".

    >>> parse_date("Mon, 02 Jan 2023 10:00:00 EST")
    datetime.datetime(2023, 1, 2, 15, 0, tzinfo=datetime.timezone.utc)
    >>> parse_date("2023-02-30T00:00:00Z") is None
    True
    """
    found = read_date(written)
    return found.moment if found else None


def read_date(written: str) -> WrittenDate | None:
    """``parse_date``, and whether ``written`` names a day alone.

    >>> [found.day_only for written in ("2026-03-04", "2026-03-04T00:00Z") if (found := read_date(written))]
    [True, False]
    """
    if len(written) > LONGEST_DATE_CHARS * 2:
        return None
    written = " ".join(written.split()).removesuffix(" Uhr")
    if not written or len(written) > LONGEST_DATE_CHARS:
        return None
    for form in _YEAR_FIRST if written[:4].isdecimal() else _OTHERS:
        found = _compiled(form).fullmatch(written)
        if found:
            parts = {name: value for name, value in found.groupdict().items() if value is not None}
            moment = _moment(parts)
            if moment is not None:
                return WrittenDate(moment, "hour" not in parts)
    return None


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """A form ready to match. Most feeds write one or two forms: the cage's child need not wait for the others."""
    return re.compile(form, re.IGNORECASE)


def _moment(parts: Mapping[str, str]) -> datetime | None:
    """The moment given by the named parts of a form; None where it cannot be."""
    day = _day(parts)
    if day is None:
        return None
    hour, minute, second = (int(parts.get(name, "0")) for name in ("hour", "minute", "second"))
    if "half" in parts:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if parts["half"].casefold() == "p" else 0)
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and (minute or second)):
        return None
    local = day + timedelta(hours=hour, minutes=minute, seconds=second)
    moment = _in_utc(local, parts.get("zone", "Z"))
    if moment is None or not EARLIEST_YEAR <= moment.year <= LATEST_YEAR or moment == datetime(1970, 1, 1, tzinfo=UTC):
        return None
    return moment


def _day(parts: Mapping[str, str]) -> datetime | None:
    """Midnight of the day named, without a zone."""
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year < CENTURY_TURNS else 1900
    try:
        if "week" in parts:
            return datetime.fromisocalendar(year, int(parts["week"]), int(parts.get("weekday", "1")))
        if "ordinal" in parts:
            first = datetime(year, 1, 1)  # noqa: DTZ001 - the zone is applied by the caller
            found = first + timedelta(days=int(parts["ordinal"]) - 1)
            return found if found.year == year else None
        month = MONTHS.get(parts["name"].casefold(), 0) if "name" in parts else int(parts.get("month", "1"))
        return datetime(year, month, int(parts.get("day", "1")))  # noqa: DTZ001 - the zone is applied by the caller
    except (ValueError, OverflowError):
        return None


def _in_utc(local: datetime, zone: str) -> datetime | None:
    """``local`` time of a written zone in UTC; None for a zone nobody knows."""
    minutes = ZONE_MINUTES.get(zone.casefold().rstrip("."))
    offset = _OFFSET.fullmatch(zone)
    if offset:
        sign, hours, rest = offset.groups()
        minutes = (int(hours) * 60 + int(rest or "0")) * (-1 if sign == "-" else 1)
        if int(rest or "0") > 59 or abs(minutes) > WIDEST_OFFSET_MINUTES:
            return None
    try:
        if minutes is not None:
            return local.replace(tzinfo=timezone(timedelta(minutes=minutes))).astimezone(UTC)
        place = ZONE_PLACES.get(zone.casefold(), zone)
        if _PLACE.fullmatch(place):
            return _in_utc_at(local, place)
    except (OverflowError, ValueError, OSError):
        return None
    return None


def _in_utc_at(local: datetime, place: str) -> datetime | None:
    """``local`` time of a place in UTC; None for a place nobody knows."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - a part of the time the cage's child takes to start, and few dates name a place

    try:
        return local.replace(tzinfo=ZoneInfo(place)).astimezone(UTC)
    except ZoneInfoNotFoundError:
        return None
