"""Fetched documents that could not be read whole are kept, so that a later Digest can read what this one could not."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from digest.ingest.articles import identity_keys
from digest.ingest.cage import Cage
from digest.ingest.read import read_document
from digest.ingest.reading import Reading
from digest.lock import lock
from digest.model import Entry, Problem, Source
from digest.state import Quarantined, waiting
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Unread:
    """A document as it was fetched, with what was wrong with it when it was read."""

    body: bytes
    content_type: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Retried:
    """What a document of ``source`` gave when it was read again: entries in all, those not known before, what is still wrong."""

    source: str
    day: date
    entries: int
    new: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        told = f"{self.source} of {self.day}: {self.entries} entries readable, {self.new} not known before"
        if not self.problems:
            return f"{told}; whole now"
        first = self.problems[0]
        return f"{told}; {len(self.problems)} problems stay: {first.detail} {first.remedy}"


def keep_unread(store: Store, unread: Iterable[tuple[Source, Unread]], day: date) -> None:
    """Keep the documents that came on ``day``, each in place of an older one of its source."""
    store.quarantine.put(
        Quarantined(source, day, zlib.compress(document.body), document.content_type, document.problems)
        for source, document in unread
    )


def retry(state: Path) -> tuple[Retried, ...]:
    """Read every document in the quarantine of ``state`` again; gives what each came to, in order of sources.

    Entries that the state does not know yet wait for the next build; a document that is whole leaves the quarantine.
    Raises StateError where there is no state, LockedError while a build runs.
    """
    with lock(state), Store.open(state, create=False) as store, Cage() as cage:
        kept = tuple(store.quarantine.all())
        readings = [(document, _read(document, cage)) for document in kept]
        with store.transaction():
            return tuple(_retried(store, document, reading) for document, reading in readings)


def _read(document: Quarantined, cage: Cage) -> Reading:
    body = zlib.decompress(document.body)
    return read_document(body, document.source, content_type=document.content_type, cage=cage)


def _retried(store: Store, document: Quarantined, reading: Reading) -> Retried:
    fresh = tuple(_unknown(store, reading.entries))
    store.waiting.put(waiting(entry, identity_keys([entry])) for entry in fresh)
    name = document.source.name
    if reading.problems:
        store.quarantine.put([replace(document, problems=reading.problems)])
    else:
        store.quarantine.drop([name])
    return Retried(name, document.day, len(reading.entries), len(fresh), reading.problems)


def _unknown(store: Store, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that no article is known by: an old document must not put old words into a newer article."""
    known = {identity.key for identity in store.identities.where("key", identity_keys(entries))}
    return (entry for entry in entries if known.isdisjoint(identity_keys([entry])))
