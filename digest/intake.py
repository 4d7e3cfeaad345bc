"""What comes in: the feeds folder read, its remote feeds fetched, teasers completed from their pages. All effects of ingest meet here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from digest.ingest.articles import identity_keys
from digest.ingest.cage import Cage
from digest.ingest.folder import Folder, LocalDocument, read_folder, read_local
from digest.ingest.net import (
    Fetched,
    FetchPolicy,
    FetchState,
    Page,
    PageRequest,
    RobotsRecord,
    fetch_night,
    fetch_pages,
    wants_page,
)
from digest.ingest.read import read_document
from digest.ingest.reading import Reading
from digest.model import Entry, Problem, Source
from digest.progress import Progress
from digest.quarantine import Unread
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one source brought. ``fetch`` is what to remember of its fetching, None for a file.

    ``unread`` is the fetched document where it could not be read whole.
    """

    source: Source
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    fetch: FetchState | None = None
    unread: Unread | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that came in: the folder with its topics and overrules, and a delivery for each source."""

    folder: Folder
    deliveries: tuple[Delivery, ...]
    robots: tuple[RobotsRecord, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all sources."""
        return tuple(entry for delivery in self.deliveries for entry in delivery.entries)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, the folder's first; what the folder says of a missing secret only where the fetch does not say it."""
        faults = [fault for delivery in self.deliveries for fault in delivery.problems]
        told = {fault.source for fault in faults if fault.code == "missing-variable"}
        own = (fault for fault in self.folder.problems if fault.code != "missing-secret" or fault.source not in told)
        return (*own, *faults)


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is used this night: ``policy`` None asks nothing; answers may be kept in or taken from a folder."""

    policy: FetchPolicy | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    keep_raw: Path | None = None
    replay: Path | None = None


def take_in(feeds: Path, store: Store, network: Network, *, night: datetime, progress: Progress) -> Intake:
    """Read the folder ``feeds`` and what its source lists name; ``night`` is the moment the newest edition closes.

    Nothing that comes in raises: a source that cannot be read is a delivery without entries and with a problem.
    """
    folder = read_folder(feeds, env=network.env)
    with Cage() as cage:
        desk = _Desk(store, network, night, cage)
        files = progress.over(folder.documents, "Reading", len(folder.documents))
        local = [_local(document, cage) for document in files]
        remote = _remote(folder.sources, desk, progress)
        remote, robots = _complete(remote, desk)
    return Intake(folder, (*local, *remote), robots)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the steps of one intake share."""

    store: Store
    network: Network
    night: datetime
    cage: Cage


def _local(document: LocalDocument, cage: Cage) -> Delivery:
    reading = read_local(document, cage=cage)
    return Delivery(document.source, reading.entries, reading.problems)


def _remote(sources: Sequence[Source], desk: _Desk, progress: Progress) -> list[Delivery]:
    """A delivery for each source with an address; none where the network is not to be asked, as nothing is known of them then."""
    if desk.network.policy is None or not sources:
        return []
    known = {
        state.source.name: state.fetch
        for state in desk.store.sources.where("name", [source.name for source in sources])
    }
    states = {name: FetchState.from_json(fetch) for name, fetch in known.items() if fetch}
    progress.say(f"Fetching {len(sources)} feeds")
    fetched = fetch_night(
        sources,
        states,
        night=desk.night,
        env=desk.network.env,
        policy=desk.network.policy,
        keep_raw=desk.network.keep_raw,
        replay=desk.network.replay,
    )
    by_name = {source.name: source for source in sources}
    return [_delivery(by_name[answer.source], answer, desk.cage) for answer in fetched]


def _delivery(source: Source, answer: Fetched, cage: Cage) -> Delivery:
    """What an answer brought, and what to remember of it now that its body has been read."""
    if answer.body is None:
        return Delivery(source, problems=answer.problems, fetch=answer.state)
    reading = read_document(answer.body, source, content_type=answer.content_type, cage=cage)
    unread = Unread(answer.body, answer.content_type, reading.problems) if reading.problems else None
    # What could not be read at all must come again: with its validator kept, the next answer would be "not modified".
    state = answer.state if reading.entries or not reading.problems else answer.state.forget_body()
    return Delivery(source, reading.entries, (*answer.problems, *reading.problems), state, unread)


def _complete(deliveries: list[Delivery], desk: _Desk) -> tuple[list[Delivery], tuple[RobotsRecord, ...]]:
    """The deliveries with teasers completed from their article pages, each page asked for once in its life."""
    robots = tuple(desk.store.robots.all())
    wanted = [
        PageRequest(delivery.source.name, entry.url)
        for delivery in deliveries
        for entry in delivery.entries
        if entry.url and wants_page(delivery.source, entry) and not _is_whole(entry, desk.store)
    ]
    if desk.network.policy is None or not wanted:
        return deliveries, ()
    sources = {delivery.source.name: delivery.source for delivery in deliveries}
    found = fetch_pages(
        wanted,
        robots=robots,
        night=desk.night,
        policy=desk.network.policy,
        keep_raw=desk.network.keep_raw,
        replay=desk.network.replay,
        read=lambda page: _page_reading(sources[page.source], page, desk.cage),
    )
    pages = {(page.source, page.url): page for page in found.pages}
    return [_with_pages(delivery, pages) for delivery in deliveries], found.robots


def _is_whole(entry: Entry, store: Store) -> bool:
    """Whether the full text of ``entry`` is known already."""
    ids = {identity.article for identity in store.identities.where("key", identity_keys([entry]))}
    return any(article.full_text for article in store.articles.where("id", ids))


def _with_pages(delivery: Delivery, pages: Mapping[tuple[str, str], Page]) -> Delivery:
    """``delivery`` with the pages its source wanted, by source and address; what another source wanted is nothing to it."""
    source = delivery.source
    entries: list[Entry] = []
    problems = list(delivery.problems)
    for entry in delivery.entries:
        page = pages.get((source.name, entry.url or ""))
        if page is None:
            entries.append(entry)
            continue
        problems += page.problems
        problems += [replace(fault, source=source.name) for fault in (page.reading.problems if page.reading else ())]
        found = page.reading.entries if page.reading else ()
        entries.append(with_page(entry, found[0]) if found else entry)
    return replace(delivery, entries=tuple(entries), problems=tuple(dict.fromkeys(problems)))


def _page_reading(source: Source, page: Page, cage: Cage) -> Reading:
    if page.body is None:
        return Reading("html")
    at = replace(source, url=page.final_url or page.url)
    return read_document(page.body, at, content_type=page.content_type, cage=cage)


def with_page(entry: Entry, page: Entry) -> Entry:
    """``entry`` with the text of its article page, where that says more; what the feed says of dates and headline stays."""
    if len(page.text) <= len(entry.text):
        return entry
    return replace(
        entry,
        text=page.text,
        block_quotes=page.block_quotes,
        full_text=True,
        headline=entry.headline or page.headline,
        byline=entry.byline or page.byline,
        dateline=entry.dateline or page.dateline,
        agency=entry.agency or page.agency,
        published=entry.published or page.published,
        day_only=entry.day_only if entry.published else page.day_only,
        updated=entry.updated or page.updated,
        language=entry.language or page.language,
    )
