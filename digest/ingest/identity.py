"""What an entry can be known by from night to night: identifier, address, or headline and day."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from digest.ingest.links import canonical
from digest.model import Article, Entry
from digest.text.normalise import fold

ID_BYTES = 10
"""Bytes of hash in an article's id (range 8 to 16): with 10, a million articles meet by accident once in two million archives."""
ALIKE = 0.5
"""Share of three-word runs two texts must have in common to be versions of one (range .3 to .8; a corrected figure leaves .95, a
rewritten report .2)."""
FEWEST_HEADLINE_WORDS = 4
"""Shorter headlines ("Weather") name no article even with their day (range 3 to 6)."""
FEWEST_TEXT_CHARS = 200
"""Shorter texts name no article, however exactly they are repeated (range 100 to 400)."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one entry. Each is a short hash; None where the entry has nothing sane of that kind."""

    guid: str | None
    url: str | None
    wording: str | None
    headline: str | None

    def all(self) -> tuple[str, ...]:
        """The keys there are, strongest first."""
        return tuple(key for key in (self.guid, self.url, self.wording, self.headline) if key)


def digest_of(*parts: str) -> str:
    """A short hash of some texts, the same on every machine."""
    hashed = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).digest()
    return base64.b32encode(hashed[:ID_BYTES]).decode("ascii").casefold()


def content_hash(headline: str | None, text: str) -> str:
    """A hash of what an article says; equal hashes mean that nothing changed."""
    return hashlib.sha256(f"{headline or ''}\x1f{text}".encode("utf-8", "replace")).hexdigest()[:32]


def keys_of(entry: Entry) -> Keys:
    """The keys of ``entry``. Identifiers that are no addresses count within their source, addresses everywhere."""
    guid = None
    if entry.guid:
        is_address = entry.guid.startswith(("http://", "https://", "tag:", "urn:"))
        guid = "g" + digest_of(entry.guid if is_address else f"{entry.source}\x1f{entry.guid}")
    page = canonical(entry.url) if entry.url else None
    outlet = fold(entry.outlet or entry.source)
    headline = fold(entry.headline or "")
    when = entry.published or entry.updated
    return Keys(
        guid=guid,
        url="u" + digest_of(page) if page else None,
        wording="w" + digest_of(outlet, headline, entry.text) if len(entry.text) >= FEWEST_TEXT_CHARS else None,
        headline="h" + digest_of(outlet, headline, when.date().isoformat() if when else "") if headline else None,
    )


def sane_keys(entries: Iterable[Entry]) -> tuple[Keys, ...]:
    """The keys of each entry, in their order, without identifiers and addresses that several unlike entries share.

    A feed that gives all items one identifier, or the address of its home page, names none by it.
    """
    listed = list(entries)
    keys = [keys_of(entry) for entry in listed]
    shared: dict[str, list[Entry]] = {}
    for entry, own in zip(listed, keys, strict=True):
        for key in (own.guid, own.url):
            if key:
                shared.setdefault(key, []).append(entry)
    insane = {key for key, holders in shared.items() if _are_unlike(holders)}
    return tuple(
        Keys(
            None if own.guid in insane else own.guid, None if own.url in insane else own.url, own.wording, own.headline
        )
        for own in keys
    )


def _are_unlike(holders: list[Entry]) -> bool:
    """Whether entries under one key differ in everything else that could make them one."""
    first = holders[0]
    return any(not could_be_one(first.guid, first.url, first.headline, other) for other in holders[1:])


def could_be_one(guid: str | None, url: str | None, headline: str | None, entry: Entry) -> bool:
    """Whether an entry that shares one key shares another too: identifier, address or headline."""
    same_guid = guid is not None and guid == entry.guid
    pages = (canonical(url) if url else None, canonical(entry.url) if entry.url else None)
    same_page = pages[0] is not None and pages[0] == pages[1]
    same_headline = fold(headline or "") == fold(entry.headline or "")
    comparable = sum((guid is not None and entry.guid is not None, pages[0] is not None and pages[1] is not None))
    return same_headline or (same_guid and same_page) or comparable < 2


def alike(one: str, other: str) -> bool:
    """Whether two texts are versions of one, by the runs of three words they share (Broder 1997)."""
    if one == other:
        return True
    runs = [_runs(text) for text in (one, other)]
    union = len(runs[0] | runs[1])
    return bool(union) and len(runs[0] & runs[1]) >= ALIKE * union


def _runs(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))} if words else set()


def new_id(entry: Entry, keys: Keys, taken: Mapping[str, Article]) -> str:
    """An id for life, from the strongest key; where another article has it already (a reused identifier), from headline and day too."""
    name = keys.guid or keys.url or keys.headline or keys.wording or digest_of(entry.source, entry.text)
    found = digest_of(name)
    attempt = 0
    while found in taken:
        found = digest_of(name, entry.headline or "", _day(entry.published), entry.text[:200], str(attempt))
        attempt += 1
    return found


def _day(when: datetime | None) -> str:
    return when.date().isoformat() if when else ""
