"""`digest add`: from the address of a site, a feed or a file to the sources it offers and what they yield."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from digest.incoming import Problem, Source
from digest.ingest.cage import Cage
from digest.ingest.folder import read_folder, read_local
from digest.ingest.net.address import parse_address
from digest.ingest.net.faults import Fault, problem
from digest.ingest.net.fetch import open_wire
from digest.ingest.net.follow import Trail, follow
from digest.ingest.net.judge import ACCEPT, is_html, status_fault
from digest.ingest.net.links import guessed_feeds, linked_feeds
from digest.ingest.net.policy import FetchPolicy
from digest.ingest.net.redact import VARIABLE, Secrets, expand, shown_url
from digest.ingest.net.wire import Wire
from digest.ingest.read import read_document
from digest.ingest.reading import Reading

FEED_KINDS = frozenset({"rss", "atom", "jsonfeed", "jsonlines", "ninjs", "newsml-g2", "nitf"})
"""Kinds of documents that are worth asking for every night."""

MOST_NAME_CHARS = 80
"""Longest name that is proposed for a source; feeds put whole sentences into their titles."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that can be added, and what it yields now.

    ``found`` says how it was come by: ``given`` (the address is a feed), ``linked``, ``guessed`` or ``listed`` (in a list file).
    ``reading`` is None for sources of a list, as a file causes no network traffic.
    """

    source: Source
    found: str
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What can be added, the best first; without candidates ``problems`` say why."""

    candidates: tuple[Candidate, ...]
    problems: tuple[Problem, ...] = ()


def discover(
    url: str,
    *,
    env: Mapping[str, str],
    policy: FetchPolicy,
    night: datetime,
    taken: Collection[str] = (),
) -> Discovery:
    """The feeds that ``url`` offers: itself, if it is one; else those its page links to; else those at common places.

    ``url`` may lack its scheme and may hold ``${NAME}``, filled in from ``env``. Each candidate was fetched and read.
    ``taken`` are names that other sources have already. Never raises for the address's sake.
    """
    return asyncio.run(_discover(url.strip(), env, policy, night, taken))


def discover_file(path: Path, *, env: Mapping[str, str], taken: Collection[str] = ()) -> Discovery:
    """The sources that a local file offers, without any network traffic.

    Those of a list (OPML or YAML), or the feed itself where a saved one says where it lives.
    A file that is neither is best copied into the feeds folder as it is; then there are no candidates.
    Raises ``OSError`` where there is no such file.
    """
    path.stat()
    folder = read_folder(path, env=env)
    listed = [Candidate(source, "listed") for source in folder.sources]
    saved = [_saved(document.source, read_local(document)) for document in folder.documents]
    candidates = [*listed, *(candidate for candidate in saved if candidate)]
    return Discovery(_named_apart(candidates, taken), folder.problems)


@dataclass(frozen=True, slots=True)
class _Search:
    """What the steps of one discovery share."""

    wire: Wire
    policy: FetchPolicy
    secrets: Secrets
    cage: Cage


async def _discover(
    template: str, env: Mapping[str, str], policy: FetchPolicy, night: datetime, taken: Collection[str]
) -> Discovery:
    shown = shown_url(template)
    try:
        urls, secrets = _expanded(template, env)
        async with open_wire(policy, night, None, None) as wire:
            with Cage() as cage:
                search = _Search(wire, policy, secrets, cage)
                trail = await _first_answer(search, urls)
                candidates = await _candidates(search, trail, template)
    except Fault as fault:
        return Discovery((), (problem(shown, fault.code, fault.detail),))
    problems = () if candidates else (problem(shown, "nothing-found"),)
    return Discovery(_named_apart(candidates, taken), problems)


def _expanded(template: str, env: Mapping[str, str]) -> tuple[tuple[str, ...], Secrets]:
    """The URLs to try, in order: where the scheme is missing, https before http."""
    url, secrets = expand(template, env)
    if "://" in url:
        return (url,), secrets
    return tuple(f"{scheme}://{url}" for scheme in ("https", "http")), secrets


async def _first_answer(search: _Search, urls: Iterable[str]) -> Trail:
    fault = Fault("bad-address")
    for url in urls:
        try:
            return await _ask(search, url)
        except Fault as found:
            fault = found
    raise fault


async def _ask(search: _Search, url: str) -> Trail:
    headers = (("Accept", f"text/html, {ACCEPT}"),)
    trail = await follow(search.wire, parse_address(url), search.policy, secrets=search.secrets, headers=headers)
    if trail.answer.status != 200:
        raise status_fault(trail.answer.status)
    return trail


async def _candidates(search: _Search, trail: Trail, template: str) -> list[Candidate]:
    """The address itself, or what its page leads to. The address as it was given is kept unless it has moved for good."""
    own = _read(search, trail, trail.moved_to or _with_scheme(template, trail), "given")
    if own:
        return [own]
    page = trail.answer.body
    linked = [await _try(search, url, "linked") for url in linked_feeds(page, trail.url)]
    found = {candidate.source.url: candidate for candidate in reversed(linked) if candidate}
    if found:
        return list(reversed(found.values()))
    for url in guessed_feeds(trail.url):
        guessed = await _try(search, url, "guessed")
        if guessed:
            return [guessed]
    return []


def _with_scheme(template: str, trail: Trail) -> str:
    if "://" in template or VARIABLE.match(template):
        return template
    first = trail.url if not trail.hops else trail.hops[0].target
    return f"{first.partition('://')[0]}://{template}"


async def _try(search: _Search, url: str, found: str) -> Candidate | None:
    try:
        trail = await _ask(search, url)
    except Fault:
        return None  # a link that leads nowhere is no candidate
    return _read(search, trail, trail.moved_to or search.secrets.hide(url), found)


def _read(search: _Search, trail: Trail, url: str, found: str) -> Candidate | None:
    """The candidate that an answer makes, or None where it is no feed."""
    content_type = trail.answer.header("content-type")
    body = search.secrets.hide_in_body(trail.answer.body)
    if is_html(body, content_type):
        return None
    source = Source(name=shown_url(url), url=url)
    reading = read_document(body, source, content_type=content_type, cage=search.cage)
    if reading.kind not in FEED_KINDS:
        return None
    return Candidate(_named(source, reading, trail.url), found, reading)


def _saved(source: Source, reading: Reading) -> Candidate | None:
    if reading.kind not in FEED_KINDS or not reading.self_url:
        return None
    try:
        address = parse_address(reading.self_url)
    except Fault:
        return None
    return Candidate(_named(replace(source, url=reading.self_url, path=None), reading, address.url), "given", reading)


def _named(source: Source, reading: Reading, url: str) -> Source:
    host = parse_address(url).host.removeprefix("www.")
    name = " ".join((reading.title or host).split())[:MOST_NAME_CHARS].strip()
    return replace(source, name=name or host, language=reading.language)


def _named_apart(candidates: Iterable[Candidate], taken: Collection[str]) -> tuple[Candidate, ...]:
    """The candidates, each with a name that no other source has."""
    names = set(taken)
    apart = []
    for candidate in candidates:
        name, number = candidate.source.name, 1
        while name in names:
            number += 1
            name = f"{candidate.source.name} {number}"
        names.add(name)
        apart.append(replace(candidate, source=replace(candidate.source, name=name)))
    return tuple(apart)
