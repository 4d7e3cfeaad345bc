"""Article pages: fetched for the text that a feed only hints at, where the site's robots.txt allows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from digest.incoming import Entry, Problem, Source
from digest.ingest.net.address import WebAddress, parse_address
from digest.ingest.net.faults import Fault, problem
from digest.ingest.net.fetch import HOST_FAULTS, all_within, open_wire
from digest.ingest.net.follow import Trail, follow
from digest.ingest.net.judge import status_fault
from digest.ingest.net.policy import PRODUCT, FetchPolicy
from digest.ingest.net.robots import MAX_ROBOTS_BYTES, Robots, parse_robots
from digest.ingest.net.wire import Wire
from digest.ingest.reading import Reading

ROBOTS_KEPT = timedelta(days=1)
"""How long a robots.txt is used before it is asked for again (RFC 9309, 2.4)."""

UNAVAILABLE = range(400, 500)
PAGE_TYPES = ("text/html", "application/xhtml+xml")
PAGE_HEADERS = (("Accept", "text/html, application/xhtml+xml;q=0.9"),)


@dataclass(frozen=True, slots=True)
class PageRequest:
    """An article page that is wanted: its URL and the name of the source that led there."""

    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """What asking for one page gave. ``url`` is the URL wanted, ``final_url`` where redirects ended.

    ``body`` is None where the page could not or may not be read; then ``problems`` say why. Where pages are read as they
    come, ``reading`` is what was read and ``body`` is not kept.
    """

    source: str
    url: str
    body: bytes | None = field(default=None, repr=False)
    final_url: str | None = None
    content_type: str | None = None
    problems: tuple[Problem, ...] = ()
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class RobotsRecord:
    """The robots.txt of one origin as it was answered. ``body`` is None where it could not be reached."""

    origin: str
    asked: datetime
    body: str | None

    def to_json(self) -> dict[str, Any]:
        """The record as values that JSON knows."""
        return {"origin": self.origin, "asked": self.asked.isoformat(), "body": self.body}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The record that ``to_json`` gave."""
        return cls(stored["origin"], datetime.fromisoformat(stored["asked"]), stored["body"])


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages in the order they were wanted, and the robots.txt records to keep, by origin."""

    pages: tuple[Page, ...]
    robots: tuple[RobotsRecord, ...]


def wants_page(source: Source, entry: Entry) -> bool:
    """Whether the article page of ``entry`` is to be fetched: ``full_text`` of its source says always, never or auto.

    ``auto`` means where the feed gives only a teaser. Files dropped into the folder never lead to the network.
    """
    if source.url is None or entry.url is None or source.full_text == "never":
        return False
    return source.full_text == "always" or not entry.full_text


def fetch_pages(
    wanted: Sequence[PageRequest],
    *,
    robots: Sequence[RobotsRecord] = (),
    night: datetime,
    policy: FetchPolicy,
    keep_raw: Path | None = None,
    replay: Path | None = None,
    read: Callable[[Page], Reading] | None = None,
) -> Pages:
    """The pages of ``wanted``, each URL asked for once. Never raises for a page's sake.

    ``robots`` are the records that an earlier call gave. ``keep_raw`` and ``replay`` are as in ``fetch_night``.
    Of one host at most ``policy.pages_per_host`` pages are asked for, the first ones wanted, with a pause between them.
    ``read`` is given each page that has a body, one at a time in a thread of its own while other pages are fetched; its
    result is kept in place of the body, so that a night of thousands of pages needs no more memory than one of few.
    """
    return asyncio.run(_fetch(wanted, robots, night=night, policy=policy, keep_raw=keep_raw, replay=replay, read=read))


@dataclass(slots=True)
class _Round:
    """What the workers of one call share; lives as long as the call."""

    wire: Wire
    policy: FetchPolicy
    night: datetime
    robots: dict[str, RobotsRecord]
    reader: ThreadPoolExecutor
    read: Callable[[Page], Reading] | None
    rules: dict[str, Robots] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    kept_bytes: int = 0

    async def done(self, wanted: PageRequest, outcome: Trail | Fault) -> None:
        """Takes what asking for one page gave, and has it read."""
        page = _page(wanted, outcome)
        size = len(page.body or b"")
        self.kept_bytes += size
        if self.read is not None and page.body is not None:
            reading = await asyncio.get_running_loop().run_in_executor(self.reader, self.read, page)
            page = replace(page, reading=reading, body=None)
            self.kept_bytes -= size
        self.pages[wanted.url] = page


async def _fetch(
    wanted: Sequence[PageRequest],
    robots: Sequence[RobotsRecord],
    *,
    night: datetime,
    policy: FetchPolicy,
    keep_raw: Path | None,
    replay: Path | None,
    read: Callable[[Page], Reading] | None,
) -> Pages:
    folders = [folder and folder / "pages" for folder in (keep_raw, replay)]
    pace = replace(policy, page_delay_seconds=0.0, max_page_delay_seconds=0.0) if replay else policy
    fresh = {record.origin: record for record in robots if night - ROBOTS_KEPT < record.asked <= night}
    async with open_wire(policy, night, *folders) as wire:
        with ThreadPoolExecutor(1, "reading") as reader:
            shared = _Round(wire, pace, night, fresh, reader, read)
            queues = await _by_host(shared, wanted)
            await all_within(policy.night_seconds, [_fetch_host(shared, queue) for queue in queues])
    pages = tuple(_for(request, shared.pages) for request in wanted)
    return Pages(pages, tuple(shared.robots[origin] for origin in sorted(shared.robots)))


def _for(request: PageRequest, pages: Mapping[str, Page]) -> Page:
    """The page of ``request``, told as its own where another source wanted it first."""
    page = pages.get(request.url) or _page(request, Fault("night-over"))
    if page.source == request.source:
        return page
    return replace(
        page,
        source=request.source,
        problems=_told(page.problems, request.source),
        reading=page.reading and replace(page.reading, problems=_told(page.reading.problems, request.source)),
    )


def _told(problems: tuple[Problem, ...], source: str) -> tuple[Problem, ...]:
    return tuple(replace(found, source=source) for found in problems)


async def _by_host(shared: _Round, wanted: Sequence[PageRequest]) -> list[list[tuple[PageRequest, WebAddress]]]:
    unique: dict[str, PageRequest] = {}
    for request in wanted:
        unique.setdefault(request.url, request)
    queues: dict[str, list[tuple[PageRequest, WebAddress]]] = {}
    for request in unique.values():
        try:
            address = parse_address(request.url)
            queues.setdefault(address.host, []).append((request, address))
        except Fault as fault:
            await shared.done(request, fault)
    return list(queues.values())


async def _fetch_host(shared: _Round, queue: Sequence[tuple[PageRequest, WebAddress]]) -> None:
    failures = 0
    refusals = 0
    asked = 0
    outcome: Trail | Fault | None = None
    for request, address in queue:
        if isinstance(outcome, Fault) and outcome.code == "rate-limited":
            pass  # it holds for the whole host
        elif failures >= shared.policy.host_failures:
            outcome = Fault("host-unreachable")
        elif refusals >= shared.policy.host_refusals:
            outcome = Fault("refused", "as for other pages of this host, so it was not asked again")
        elif asked >= shared.policy.pages_per_host:
            outcome = Fault("page-limit", f"{shared.policy.pages_per_host}")
        elif shared.kept_bytes >= shared.policy.night_bytes:
            outcome = Fault("night-over")
        else:
            outcome = await _ask(shared, address, first=asked == 0)
            asked += not _was_spared(outcome)
            code = outcome.code if isinstance(outcome, Fault) else None
            failures = failures + 1 if code in HOST_FAULTS else 0
            refusals = refusals + 1 if code == "refused" else 0
        await shared.done(request, outcome)


async def _ask(shared: _Round, address: WebAddress, *, first: bool) -> Trail | Fault:
    """One page, after its site's robots.txt was heard and the pause it asks for was kept."""
    policy = shared.policy

    async def heed(target: WebAddress) -> None:
        await _heed_robots(shared, target)

    try:
        await heed(address)
        rules = shared.rules[address.origin]
        if not first:
            pause = max(policy.page_delay_seconds, rules.crawl_delay_seconds or 0.0)
            await asyncio.sleep(min(pause, policy.max_page_delay_seconds))
        trail = await follow(shared.wire, address, policy, headers=PAGE_HEADERS, accepts=PAGE_TYPES, before=heed)
    except Fault as fault:
        return fault
    status = trail.answer.status
    return trail if status == 200 else status_fault(status)


async def _heed_robots(shared: _Round, address: WebAddress) -> None:
    """Raises ``Fault`` where robots.txt of the address's own site does not allow it: a redirect is no way around it."""
    record = shared.robots.get(address.origin)
    if record is None:
        record = shared.robots[address.origin] = await _robots_record(shared, address)
    if address.origin not in shared.rules:
        shared.rules[address.origin] = parse_robots((record.body or "").encode(), PRODUCT)
    if record.body is None:
        raise Fault("robots-unreachable")
    if not shared.rules[address.origin].allows(address.target):
        raise Fault("robots")


async def _robots_record(shared: _Round, address: WebAddress) -> RobotsRecord:
    """What robots.txt says: nothing where there is none (4xx), everything forbidden where it cannot be reached."""
    robots_address = WebAddress(address.scheme, address.host, address.port, "/robots.txt")
    try:
        trail = await follow(shared.wire, robots_address, shared.policy)
    except Fault as fault:
        if fault.code in HOST_FAULTS:
            raise  # the page's own request would fail alike, and the host is to be counted as down
        unlimited = fault.code in {"too-many-redirects", "redirect-loop"}  # RFC 9309, 2.3.1.2
        return RobotsRecord(address.origin, shared.night, "" if unlimited else None)
    status = trail.answer.status
    if status == 200:
        text = trail.answer.body[:MAX_ROBOTS_BYTES].decode("utf-8", "replace")
        return RobotsRecord(address.origin, shared.night, text)
    absent = status in UNAVAILABLE and status != 429
    return RobotsRecord(address.origin, shared.night, "" if absent else None)


def _was_spared(outcome: Trail | Fault) -> bool:
    return isinstance(outcome, Fault) and outcome.code in {"robots", "robots-unreachable"}


def _page(request: PageRequest, outcome: Trail | Fault) -> Page:
    if isinstance(outcome, Fault):
        found = problem(request.source, outcome.code, outcome.detail, item=request.url)
        return Page(request.source, request.url, problems=(found,))
    answer = outcome.answer
    return Page(request.source, request.url, answer.body, outcome.url, answer.header("content-type"))
