"""Proves a built site against the state: every printed word, every link, nothing active."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from digest.errors import UsageError
from digest.site.check import Fault, StoredText, check_site
from digest.store import Store


class StoredTexts(Mapping[str, StoredText]):
    """The articles of a store by id, each read when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, StoredText | None] = {}

    def __getitem__(self, article: str) -> StoredText:
        if article not in self._read:
            found = self._store.articles.get(article)
            self._read[article] = StoredText(found.text, found.content_hash) if found else None
        stored = self._read[article]
        if stored is None:
            raise KeyError(article)
        return stored

    def __iter__(self) -> Iterator[str]:
        return (article.id for article in self._store.articles.all())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def confidences(store: Store) -> dict[tuple[str, int, int], float]:
    """How certain the state is of the speaker of each quote, by article, start and end."""
    return {
        (quote.article, quote.span.start, quote.span.end): quote.confidence
        for found in store.findings.all()
        for quote in found.quotes
    }


def verify(store: Store, site: Path) -> tuple[tuple[Fault, ...], str]:
    """Every fault of the finished ``site``, and one line that sums up.

    Raises UsageError where ``site`` is no folder.
    """
    if not site.is_dir():
        raise UsageError(f"{site}: is no folder; run `digest build` first or name another with --site")
    faults = check_site(site, StoredTexts(store), confidences=confidences(store))
    pages = sum(1 for _ in site.rglob("*.html"))
    summary = f"{site}: {pages} pages, " + (f"{len(faults)} faults" if faults else "every printed word is proven")
    return faults, summary
