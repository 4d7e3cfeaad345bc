"""Days and the moments that end them: the only place where a day becomes a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from digest.errors import UsageError


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last second of ``day`` in ``zone``, in UTC: the clock of that day's edition.

    >>> end_of(date(2026, 3, 4), ZoneInfo("Europe/Vienna")).isoformat()
    '2026-03-04T22:59:59+00:00'
    """
    midnight = datetime.combine(day + timedelta(days=1), time(), zone)
    return midnight.astimezone(UTC) - timedelta(seconds=1)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day that ``moment`` belongs to in ``zone``."""
    return moment.astimezone(zone).date()


def parse_day(text: str) -> date:
    """The day that ``YYYY-MM-DD`` names; UsageError otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text}: is no day; write it as 2026-03-04") from error


def target_day(asked: str | None, source_date_epoch: str | None, now: datetime, zone: ZoneInfo) -> date:
    """The day to build: the one asked for, else that of SOURCE_DATE_EPOCH, else today in ``zone``.

    ``now`` is aware. Raises UsageError where what was given is no day or no number of seconds.
    """
    if asked is not None:
        return parse_day(asked)
    if not source_date_epoch:
        return day_of(now, zone)
    try:
        return day_of(datetime.fromtimestamp(int(source_date_epoch), UTC), zone)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH={source_date_epoch}: is no number of seconds; unset or mend it") from error


def due_days(last: date | None, target: date, most: int) -> tuple[date, ...]:
    """The days to run, oldest first: ``target`` alone at first or again, else all missed since ``last``, at most ``most``.

    Raises UsageError for a day before ``last``: what was published is not rewritten.

    >>> [day.day for day in due_days(date(2026, 3, 4), date(2026, 3, 6), 31)]
    [5, 6]
    """
    if last is None or last == target:
        return (target,)
    if target < last:
        raise UsageError(
            f"--date {target}: the state is already at {last}; give that day or a later one, or another --state"
        )
    missed = min((target - last).days, max(most, 1))
    return tuple(target - timedelta(days=back) for back in range(missed - 1, -1, -1))
