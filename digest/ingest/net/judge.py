"""Judgement of fetching, without effects: what to ask of a source tonight, and what its answer means."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from digest.incoming import Problem, Source
from digest.ingest.net.decode import GZIP_MAGIC
from digest.ingest.net.faults import FAULTS, Fault, problem
from digest.ingest.net.follow import Trail
from digest.ingest.net.freshness import fresh_until, retry_after
from digest.ingest.net.links import linked_feeds
from digest.ingest.net.redact import NO_SECRETS, Secrets, shown_url
from digest.ingest.net.state import Fetched, FetchState
from digest.ingest.net.wire import Answer

BACKOFF_NIGHTS = (1, 2, 4, 7)
"""How many nights a source rests after its first, second, third and every later failure in a row."""

NIGHT_SLACK = timedelta(hours=2)
"""How much earlier than the night before a night may begin without being taken for the same one."""

MOVES_BEFORE_PROPOSAL = 3
"""Equal permanent redirects on this many nights in a row make a move believable; one may be a fault or a portal."""

PROBE_GONE_AFTER = timedelta(days=30)
"""A feed that was called gone is asked once more after this long, as 410 is sometimes a fault of the host."""

EMPTY_NIGHTS = 3
"""For so many nights in a row an emptied feed is a fault; after that it is taken for one that has nothing to say."""

MAX_CLOCK_LEAD = timedelta(days=8)
"""A stored wait further ahead than this was made by a clock that was wrong, and does not count."""

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
VALIDATOR = re.compile(r"[\x20-\x7e\x80-\xff]{1,1024}")
ENTRY = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?(?:item|entry)[\s/>]")
JSON_ITEMS = re.compile(rb'"items"\s*:\s*\[\s*(\]?)')
BEFORE_ROOT = re.compile(rb"(?:\s+|<\?[^>]*>|<!--.*?-->)+", re.DOTALL)
HTML_ROOT = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
FEED_ROOT = re.compile(
    rb"<(?:[A-Za-z][\w.-]*:)?(?:rss|feed|rdf|channel|newsmessage|newsitem|opml)\b|\A\s*[{\[]", re.IGNORECASE
)
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
SNIFFED_BYTES = 4096
"""How much of a body is looked at to tell a feed from a web page: room for a licence comment before the root."""

STATUS_FAULTS = {
    401: "refused",
    403: "refused",
    407: "refused",
    451: "refused",
    404: "not-found",
    410: "gone",
    408: "timeout",
    425: "rate-limited",
    429: "rate-limited",
    511: "captive-portal",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """The source is to be asked, with these headers."""

    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """The source is not to be asked. ``problem`` says why, unless that is as it should be."""

    problem: Problem | None = None


def remembered(source: Source, state: FetchState) -> FetchState:
    """``state`` if it is of the source's present URL, else a fresh one: a new address begins anew."""
    address = shown_url(source.url or "")
    return state if state.address == address else FetchState(address=address)


def decide(source: Source, state: FetchState, night: datetime) -> Ask | Wait:
    """Whether to ask ``source`` on ``night``, and with which headers.

    A validator once received is always sent back. Without one, one request a night is the most. A source that failed, is
    paused or asked to be left alone waits, and says so on every night that it waits.
    """
    if state.gone_since is not None and night < state.gone_since + PROBE_GONE_AFTER:
        return Wait(problem(source.name, "gone", f"since {state.gone_since:%Y-%m-%d}"))
    if _holds(state.not_before, night):
        return Wait(_resting(source, state))
    if _holds(state.fresh_until, night + NIGHT_SLACK):
        return Wait()
    if not state.has_validator and state.last_asked and _same_night(state.last_asked, night):
        return Wait()
    validators = (("If-None-Match", state.etag), ("If-Modified-Since", state.last_modified))
    sent = tuple((name, value) for name, value in validators if value and VALIDATOR.fullmatch(value))
    return Ask((("Accept", ACCEPT), *sent))


def interpret(
    source: Source, state: FetchState, night: datetime, outcome: Trail | Fault, secrets: Secrets = NO_SECRETS
) -> Fetched:
    """What ``outcome`` of asking ``source`` means: what to read, what to remember, what to tell the operator."""
    if isinstance(outcome, Fault):
        return failed(source, state, night, Fault(outcome.code, secrets.hide(outcome.detail)))
    answer = _without_secrets(outcome.answer, secrets)
    trail = replace(outcome, answer=answer)
    if answer.status == 304 and state.has_validator:
        return _succeeded(source, state, night, trail, None)
    if answer.status == 200:
        return _read(source, state, night, trail)
    fault = status_fault(answer.status)
    result = failed(source, state, night, fault, status=answer.status)
    if fault.code == "gone":
        return replace(result, state=replace(result.state, gone_since=state.gone_since or night, not_before=None))
    later = retry_after(answer, night)
    not_before = max(filter(None, (result.state.not_before, later)), default=None)
    return replace(result, state=replace(result.state, not_before=not_before))


def failed(source: Source, state: FetchState, night: datetime, fault: Fault, *, status: int | None = None) -> Fetched:
    """A request that gave nothing: what was known is kept, and the source rests for longer each time."""
    step = next((nights for nights in BACKOFF_NIGHTS if nights > state.backoff_nights), BACKOFF_NIGHTS[-1])
    rested = replace(
        state,
        last_asked=night,
        backoff_nights=step,
        not_before=night + timedelta(days=step) - NIGHT_SLACK,
        failing=fault.code,
        failing_since=state.failing_since or night,
    )
    return Fetched(source.name, None, status, rested, (problem(source.name, fault.code, fault.detail),))


def not_asked(source: Source, state: FetchState, fault: Fault) -> Fetched:
    """A source that no request was made for: nothing is held against it."""
    return Fetched(source.name, None, None, state, (problem(source.name, fault.code, fault.detail),))


def status_fault(status: int) -> Fault:
    """The fault that an HTTP status other than success is.

    >>> status_fault(503).code, status_fault(418).code
    ('server-error', 'odd-status')
    """
    return Fault(STATUS_FAULTS.get(status, "server-error" if status >= 500 else "odd-status"), f"HTTP {status}")


def is_html(body: bytes, content_type: str | None = None) -> bool:
    """Whether ``body`` is a web page: by its first tag, or because it is called one and has no root of a feed.

    >>> is_html(b"<!-- x --><!DOCTYPE html><p>"), is_html(b"<?xml version='1.0'?><rss>", "text/html")
    (True, False)
    """
    head = body[:SNIFFED_BYTES].replace(b"\0", b"")
    for mark in BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    start = BEFORE_ROOT.match(head)
    if HTML_ROOT.match(head, start.end() if start else 0):
        return True
    called_html = (content_type or "").lower().startswith(("text/html", "application/xhtml"))
    return called_html and bool(head.strip()) and not FEED_ROOT.search(head) and not head.startswith(GZIP_MAGIC)


def has_entries(body: bytes) -> bool:
    """Whether ``body`` holds at least one entry, by its tags; a packed body counts as holding some.

    >>> has_entries(b"<rss><channel></channel></rss>"), has_entries(b'{"items": [{}]}')
    (False, True)
    """
    plain = body.replace(b"\0", b"")
    items = JSON_ITEMS.search(plain)
    return body.startswith(GZIP_MAGIC) or bool(ENTRY.search(plain)) or (items is not None and not items[1])


def _without_secrets(answer: Answer, secrets: Secrets) -> Answer:
    """The answer with keys taken out of its body, and without headers that repeat one."""
    encoded = ((name, value, value.encode("utf-8", "surrogatepass")) for name, value in answer.headers)
    headers = tuple((name, value) for name, value, plain in encoded if secrets.hide_in_body(plain) == plain)
    return replace(answer, headers=headers, body=secrets.hide_in_body(answer.body))


def _read(source: Source, state: FetchState, night: datetime, trail: Trail) -> Fetched:
    body = trail.answer.body
    if is_html(body, trail.answer.header("content-type")):
        code = "captive-portal" if trail.left_host and state.last_success else "html-instead-of-feed"
        named = linked_feeds(body, trail.url)[:1] if code == "html-instead-of-feed" else ()
        return failed(source, state, night, Fault(code, "".join(f"it names {url}" for url in named)), status=200)
    if not body.strip():
        return failed(source, state, night, Fault("empty-answer"), status=200)
    if state.had_entries and state.empty_nights < EMPTY_NIGHTS and not has_entries(body):
        again = state.last_asked is not None and _same_night(state.last_asked, night)
        kept = replace(state, last_asked=night, empty_nights=state.empty_nights + (not again))
        return Fetched(source.name, None, 200, kept, (problem(source.name, "emptied-feed"),))
    return _succeeded(source, state, night, trail, body)


def _succeeded(source: Source, state: FetchState, night: datetime, trail: Trail, body: bytes | None) -> Fetched:
    answer = trail.answer
    validators = (_validator(answer.header("etag")), _validator(answer.header("last-modified")))
    if body is None:
        validators = (validators[0] or state.etag, validators[1] or state.last_modified)
    digest = state.body_hash if body is None else hashlib.sha256(body).hexdigest()
    moved_to, moved_count = _moved(state, night, trail)
    known = FetchState(
        address=state.address,
        etag=validators[0],
        last_modified=validators[1],
        last_asked=night,
        last_success=night,
        fresh_until=fresh_until(answer, body or b"", night),
        moved_to=moved_to,
        moved_count=moved_count,
        body_hash=digest,
        had_entries=state.had_entries if body is None else has_entries(body),
    )
    proposals = (problem(source.name, "moved", moved_to),) if moved_to and moved_count >= MOVES_BEFORE_PROPOSAL else ()
    unchanged = body is None or digest == state.body_hash
    return Fetched(source.name, body, answer.status, known, proposals, answer.header("content-type"), unchanged)


def _moved(state: FetchState, night: datetime, trail: Trail) -> tuple[str | None, int]:
    target = trail.moved_to
    if target is None:
        return None, 0
    if target != state.moved_to:
        return target, 1
    again = state.last_asked is not None and _same_night(state.last_asked, night)
    return target, state.moved_count + (not again)


def _validator(value: str | None) -> str | None:
    return value if value and VALIDATOR.fullmatch(value) else None


def _holds(until: datetime | None, night: datetime) -> bool:
    return until is not None and night < until <= night + MAX_CLOCK_LEAD


def _same_night(asked: datetime, night: datetime) -> bool:
    return asked <= night < asked + timedelta(days=1) - NIGHT_SLACK


def _resting(source: Source, state: FetchState) -> Problem:
    assert state.not_before is not None
    code = state.failing if state.failing in FAULTS else "no-connection"
    return problem(source.name, code, f"asked again after {state.not_before:%Y-%m-%d %H:%M} UTC")
