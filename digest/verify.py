"""Proves a built site against the state: every printed word, every link, nothing active."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from digest.allowances import allowances
from digest.errors import DigestError, ProofError, UsageError
from digest.model import Article
from digest.render.words import plural
from digest.site.check import Fault, StoredText, check_site
from digest.site.publish import Publisher
from digest.state import Findings
from digest.store import Store

VERSIONS_KEPT = 4096
"""Articles whose earlier versions are remembered while a site is checked."""
MOST_TOLD = 5
"""Faults told on one line; `digest verify` on a copy of the pages tells all."""


class StoredTexts(Mapping[str, StoredText]):
    """The articles of a store by id, each read when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._allowed = allowances(store)
        self._read: dict[str, StoredText | None] = {}

    def __getitem__(self, article: str) -> StoredText:
        if article not in self._read:
            found = self._store.articles.get(article)
            self._read[article] = self._stored(found) if found else None
        stored = self._read[article]
        if stored is None:
            raise KeyError(article)
        return stored

    def _stored(self, article: Article) -> StoredText:
        allowed = self._allowed.of(article.source) if self._allowed else None
        return StoredText(
            article.text,
            article.content_hash,
            excerpt=allowed.excerpt if allowed else None,
            quoted=allowed.quoted if allowed else None,
        )

    def __iter__(self) -> Iterator[str]:
        return (article.id for article in self._store.articles.all())

    def __len__(self) -> int:
        return sum(1 for _ in self)


class EarlierTexts(Mapping[str, StoredText]):
    """The ``articles`` as they stood ``back`` changes ago; ``versions`` gives those of an article, the newest last."""

    def __init__(self, articles: frozenset[str], versions: Callable[[str], Sequence[Article]], back: int) -> None:
        self._articles = articles
        self._versions = versions
        self._back = back

    def __getitem__(self, article: str) -> StoredText:
        if article not in self._articles:
            raise KeyError(article)
        then = self._versions(article)[-self._back]
        return StoredText(then.text, then.content_hash)

    def __contains__(self, article: object) -> bool:
        return article in self._articles

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._articles))

    def __len__(self) -> int:
        return len(self._articles)


def earlier_states(store: Store) -> tuple[Mapping[str, StoredText], ...]:
    """The articles as they stood before their last change, before the one before, and so on; each is read when it is asked for."""

    @lru_cache(VERSIONS_KEPT)
    def versions(article: str) -> tuple[Article, ...]:
        found = sorted(store.versions.where("article", [article]), key=lambda version: version.until)
        return tuple(version.article for version in found)

    changes = store.versions.counts("article")
    return tuple(
        EarlierTexts(frozenset(one for one, count in changes.items() if count >= back), versions, back)
        for back in range(1, max(changes.values(), default=0) + 1)
    )


class StoredConfidences(Mapping[tuple[str, int, int], float]):
    """How certain the state is of the speaker of each quote, by article, start and end; a story is read when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[tuple[str, int, int], float] = {}
        self._articles: set[str] = set()
        self._stories: set[str] = set()

    def __getitem__(self, quote: tuple[str, int, int]) -> float:
        self._read_story_of(quote[0])
        return self._read[quote]

    def _read_story_of(self, article: str) -> None:
        if article in self._articles:
            return
        self._articles.add(article)
        placement = self._store.placements.get(article)
        if placement is None or placement.story in self._stories:
            return
        self._stories.add(placement.story)
        found = self._store.findings.get(placement.story)
        self._read.update(_confidences(found) if found else {})

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        return (place for found in self._store.findings.all() for place in _confidences(found))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _confidences(found: Findings) -> dict[tuple[str, int, int], float]:
    return {(quote.article, quote.span.start, quote.span.end): quote.confidence for quote in found.quotes}


def prove(store: Store, made: Publisher) -> None:
    """Check the files of a site that is made but not published; ProofError, naming the first faults, where one does not hold."""
    only = [address for address in made.touched if not address.startswith(".")]
    faults = check_site(
        made.site,
        StoredTexts(store),
        confidences=StoredConfidences(store),
        only=only,
        where=made.where,
        earlier=earlier_states(store),
    )
    if faults:
        told = "; ".join(str(fault) for fault in faults[:MOST_TOLD])
        raise ProofError(
            f"{made.site}: the new site has {plural(len(faults), 'fault')} and was not published: {told}. "
            "Yesterday's site stands. This is a bug of Digest: report it with these lines."
        )


def hold_size(made: Publisher, limit: int) -> None:
    """DigestError where the site would keep less than ``limit`` per cent of its pages."""
    if not made.removed:
        return
    before = sum(1 for _ in made.site.rglob("index.html"))
    gone = sum(address.endswith("/index.html") and not made.has(address) for address in made.touched)
    if before and 100 * (before - gone) < limit * before:
        raise DigestError(
            f"{made.site}: would keep only {before - gone} of {before} pages and was not published; "
            "if that is right, build again with --allow-shrink"
        )


def verify(store: Store, site: Path) -> tuple[tuple[Fault, ...], str]:
    """Every fault of the finished ``site``, and one line that sums up.

    Raises UsageError where ``site`` is no folder.
    """
    if not site.is_dir():
        raise UsageError(f"{site}: is no folder; run `digest build` first or name another with --site")
    faults = check_site(site, StoredTexts(store), confidences=StoredConfidences(store), earlier=earlier_states(store))
    pages = sum(1 for _ in site.rglob("*.html"))
    summary = f"{site}: {pages} pages, " + (f"{len(faults)} faults" if faults else "every printed word is proven")
    return faults, summary
