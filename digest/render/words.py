"""Days, times, counts and lists in plain English, whatever the machine's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, tzinfo

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST_SECOND = time(23, 59, 59)
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def day_words(day: date, *, weekday: bool = False, year: bool = True) -> str:
    """A day as a newspaper writes it.

    >>> day_words(date(2026, 3, 4)), day_words(date(2026, 3, 5), weekday=True), day_words(date(2026, 3, 4), year=False)
    ('4 March 2026', 'Thursday, 5 March 2026', '4 March')
    """
    plain = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
    return f"{WEEKDAYS[day.weekday()]}, {plain}" if weekday else plain


def days_words(first: date, last: date) -> str:
    """A stretch of days, nothing said twice.

    >>> days_words(date(2026, 3, 4), date(2026, 3, 5))
    '4–5 March 2026'
    >>> days_words(date(2026, 2, 27), date(2026, 3, 5))
    '27 February – 5 March 2026'
    >>> days_words(date(2025, 12, 31), date(2026, 1, 2))
    '31 December 2025 – 2 January 2026'
    """
    if first == last:
        return day_words(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    return f"{day_words(first, year=first.year != last.year)} – {day_words(last)}"


def month_words(year: int, month: int) -> str:
    """A month by name: ``March 2026``."""
    return f"{MONTHS[month - 1]} {year}"


def moment_words(when: datetime, zone: tzinfo, *, year: bool = True, clock: bool = True) -> str:
    """A moment as it was in ``zone``, without a time where nobody told one.

    >>> moment_words(datetime(2026, 3, 4, 8, 12, tzinfo=UTC), UTC), moment_words(datetime(2026, 3, 4, tzinfo=UTC), UTC)
    ('4 March 2026, 08:12', '4 March 2026')
    """
    day = day_alone(when, zone)
    if day is not None:
        return day_words(day, year=year)
    local = when.astimezone(zone)
    return day_words(local.date(), year=year) + (f", {local:%H:%M}" if clock else "")


def day_alone(when: datetime, zone: tzinfo) -> date | None:
    """The day of a moment whose time nobody told, or None where it has one.

    The last second of a day in ``zone`` is the clock of a night and none of an event; midnight and the last second in UTC stand
    for a date that was written without a time, and for that day wherever it is read.

    >>> day_alone(datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC), UTC), day_alone(datetime(2026, 3, 4, 8, tzinfo=UTC), UTC)
    (datetime.date(2026, 3, 4), None)
    """
    local, universal = when.astimezone(zone), when.astimezone(UTC)
    if local.time().replace(microsecond=0) == LAST_SECOND:
        return local.date()
    return universal.date() if universal.time().replace(microsecond=0) in (time(), LAST_SECOND) else None


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun; from ten thousand with commas.

    >>> plural(1, "copy", "copies"), plural(12345, "report")
    ('1 copy', '12,345 reports')
    """
    number = f"{count:,}" if count >= 10_000 else str(count)
    return f"{number} {one if count == 1 else many or one + 's'}"


def spelled(count: int) -> str:
    """A count as prose has it: in words up to twelve.

    >>> spelled(2), spelled(41)
    ('two', '41')
    """
    return SMALL[count] if 0 <= count < len(SMALL) else f"{count:,}"


def listing(items: Sequence[str]) -> str:
    """Items joined for reading.

    >>> listing(["A"]), listing(["A", "B"]), listing(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def opened(sentence: str) -> str:
    """``sentence`` with a capital first letter; the rest stays."""
    return sentence[:1].upper() + sentence[1:]
