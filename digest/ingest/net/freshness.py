"""How long an answer says to wait: Retry-After, Cache-Control, Expires and the feed's own TTL."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from digest.ingest.net.wire import Answer

LONGEST_WAIT = timedelta(days=7)
"""Longest wait that is granted: also the last step of back-off, so no answer can silence a source for good."""

NO_WAIT = timedelta(0)
MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?([0-9]{1,10})", re.IGNORECASE)
NOT_KEPT = re.compile(r"(?:^|[\s,])no-(?:cache|store)", re.IGNORECASE)
TTL = re.compile(rb"<ttl>\s*([0-9]{1,7})\s*</ttl>", re.IGNORECASE)
TTL_WITHIN_BYTES = 64 * 1024
"""Where a channel's TTL is looked for: it stands before the entries, and an entry may not set it."""


def retry_after(answer: Answer, night: datetime) -> datetime | None:
    """When Retry-After allows the next request, at most ``LONGEST_WAIT`` after ``night``; None without it.

    Seconds and HTTP dates are read (RFC 9110, 10.2.3); a date in the past is no wait.
    """
    value = (answer.header("retry-after") or "").strip()
    if re.fullmatch(r"[0-9]{1,10}", value):
        return night + min(timedelta(seconds=int(value)), LONGEST_WAIT)
    moment = http_date(value)
    return None if moment is None else min(max(moment, night), night + LONGEST_WAIT)


def fresh_until(answer: Answer, body: bytes, night: datetime) -> datetime | None:
    """Until when the answer calls itself fresh by max-age, Expires or TTL, whichever is latest; None if it does not.

    Above ``LONGEST_WAIT`` it is taken for the setting of a host of unchanging files, and means nothing.
    """
    waits = (_cache_lifetime(answer, night), _ttl(body))
    wait = max((wait for wait in waits if wait <= LONGEST_WAIT), default=NO_WAIT)
    return night + wait if wait > NO_WAIT else None


def http_date(value: str) -> datetime | None:
    """The moment of an HTTP date in UTC, None where it is none.

    >>> http_date("Wed, 04 Mar 2026 02:00:00 GMT")
    datetime.datetime(2026, 3, 4, 2, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        moment = parsedate_to_datetime(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _cache_lifetime(answer: Answer, night: datetime) -> timedelta:
    control = answer.header("cache-control") or ""
    if NOT_KEPT.search(control):
        return NO_WAIT
    stated = MAX_AGE.search(control)
    if stated:
        age = answer.header("age") or "0"
        passed = int(age[:10]) if age.isascii() and age.isdecimal() else 0
        return timedelta(seconds=max(0, int(stated[1]) - passed))
    expires = http_date(answer.header("expires") or "")
    if expires is None:
        return NO_WAIT
    sent = http_date(answer.header("date") or "") or night
    return max(NO_WAIT, expires - sent)


def _ttl(body: bytes) -> timedelta:
    stated = TTL.search(body[:TTL_WITHIN_BYTES])
    return timedelta(minutes=int(stated[1])) if stated else NO_WAIT
