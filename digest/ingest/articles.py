"""Entries to articles: which are new, which are known, which changed, which must wait. Pure judgement; the store does the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from digest.ingest.dateline import agency_of, read_dateline
from digest.ingest.headline import clean_byline, clean_headline, endings, settled_headline
from digest.ingest.identity import (
    FEWEST_HEADLINE_WORDS,
    Keys,
    alike,
    content_hash,
    could_be_one,
    keys_of,
    new_id,
    sane_keys,
)
from digest.ingest.language import detect_language
from digest.ingest.links import host_of
from digest.ingest.reading import condense, problem
from digest.model import Article, Entry, Problem, Source, Status
from digest.text.normalise import fold

FAR_FUTURE_DAYS = 30
"""Articles dated further ahead are reported as faults (range 7 to 400); nearer ones are scheduled or in another time zone."""


@dataclass(frozen=True, slots=True)
class KnownIdentities:
    """What the store remembers: identity keys with the article each belongs to, those articles as last stored, and the withdrawn ids."""

    ids: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Update:
    """A known article that changed: as it was, and as it is."""

    before: Article
    after: Article


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What one night's entries come to. ``keys`` are pairs of identity key and article id to remember.

    ``unchanged`` are ids seen again as they were, ``waiting`` entries whose date, embargo or newer version is after the night (they are judged
    again when they come again), ``withdrawn`` ids that their publisher withheld or cancelled.
    """

    new: tuple[Article, ...] = ()
    updated: tuple[Update, ...] = ()
    unchanged: tuple[str, ...] = ()
    waiting: tuple[Entry, ...] = ()
    withdrawn: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def identity_keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Every key that ``to_articles`` may ask the store for, sorted."""
    return tuple(sorted({key for entry in entries for key in keys_of(entry).all()}))


def to_articles(entries: Sequence[Entry], known: KnownIdentities, *, night: datetime) -> Arrivals:
    """Judges the entries of one night, of all sources together.

    ``night`` is the moment the edition closes: what is dated or embargoed past it waits, and so does a later version of an article of
    which there is one already. An entry is the same article as a known one where
    they share an identifier, an address, the whole wording, or headline and day with much the same text. The order of the entries changes
    nothing but which of equals speaks for an article that came twice.
    """
    fit, problems = _fit(entries)
    waiting = tuple(entry for entry in fit if _waits(entry, night))
    ready = [entry for entry in fit if not _waits(entry, night)]
    problems += [
        _far_future(entry, night) for entry in waiting if _when(entry, night) > night + timedelta(days=FAR_FUTURE_DAYS)
    ]
    desk = _Desk(known, night)
    # Keys come from the entries as they came in, so that the store can be asked for them beforehand.
    early = [
        entry
        for entry, clean, keys in zip(ready, _cleaned(ready), sane_keys(ready), strict=True)
        if not desk.take(clean, keys)
    ]
    return replace(desk.arrivals(), waiting=(*waiting, *early), problems=condense(problems))


def _fit(entries: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """The entries that can be articles, in an order of their own; the others leave a problem."""
    fit, problems = [], []
    for entry in entries:
        source = Source(entry.source)
        label = entry.guid or entry.url or entry.headline
        if entry.medium != "text":
            detail, remedy = f"The item is a {entry.medium}, not a text.", "Nothing to do: Digest reads texts."
            problems.append(problem(source, "not-text", detail, remedy, label))
        elif not entry.text and not entry.headline and entry.status is Status.USABLE:
            detail, remedy = "The entry has neither headline nor text.", "Tell the publisher, or give another feed."
            problems.append(problem(source, "empty-entry", detail, remedy, label))
        else:
            fit.append(entry)
    return sorted(fit, key=_order), problems


def _order(entry: Entry) -> tuple[str, ...]:
    """Oldest first, then by version, then by content, so that the order of input decides nothing."""
    version = (
        f"{int(entry.version):012d}" if entry.version and entry.version.isdecimal() and len(entry.version) < 12 else ""
    )
    moments = (entry.published or entry.updated, entry.updated or entry.published)
    return (
        *(moment.isoformat() if moment else "9999" for moment in moments),
        version,
        str(entry.status is not Status.USABLE),
        str(entry.full_text),
        *(part or "" for part in (entry.source, entry.guid, entry.url, entry.headline)),
        entry.text,
    )


def _when(entry: Entry, night: datetime) -> datetime:
    return entry.published or entry.updated or night


def _day_only(entry: Entry, before: Article | None) -> bool:
    """Whether the date that stands, the first one known, names a day without a time."""
    if before is not None and before.published is not None:
        return before.day_only
    return entry.published is not None and entry.day_only


def _waits(entry: Entry, night: datetime) -> bool:
    return _when(entry, night) > night or (entry.embargo is not None and entry.embargo > night)


def _far_future(entry: Entry, night: datetime) -> Problem:
    detail = f"The entry is dated {_when(entry, night).date().isoformat()}; it waits until then."
    remedy = "If the date is wrong, tell the publisher; nothing is shown before it."
    return problem(Source(entry.source), "future-date", detail, remedy, entry.guid or entry.url or entry.headline)


def _cleaned(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with headline, byline, dateline, agency and language as they will be stored."""
    headlines: dict[str, list[str]] = {}
    for entry in entries:
        if entry.headline:
            headlines.setdefault(entry.source, []).append(entry.headline)
    learned = {source: endings(lines) for source, lines in headlines.items()}
    datelines = [read_dateline(entry.text) for entry in entries]
    local = frozenset(fold(dateline.agency) for dateline in datelines if dateline.agency)
    cleaned = []
    for entry, dateline in zip(entries, datelines, strict=True):
        host = host_of(entry.url)
        own = (entry.outlet, host, _site_name(host), _site_name(entry.outlet))
        names = {fold(name) for name in own if name} | learned.get(entry.source, frozenset())
        byline = clean_byline(entry.byline)
        cleaned.append(
            replace(
                entry,
                headline=clean_headline(entry.headline, names - {""}) if entry.headline else None,
                byline=byline,
                dateline=entry.dateline or dateline.text,
                agency=entry.agency or agency_of(byline, dateline.agency, entry.outlet, local),
                language=detect_language(entry.text or entry.headline or "", entry.language),
            )
        )
    return cleaned


def _site_name(host: str | None) -> str | None:
    """A host's own name, ``harbourpost`` of ``www.harbourpost.example``; None of what is no host."""
    parts = host.split(".") if host and " " not in host else []
    return parts[-2] if len(parts) > 1 else None


class _Desk:
    """The night's articles as they are judged one after another. Lives for one call of ``to_articles``."""

    def __init__(self, known: KnownIdentities, night: datetime) -> None:
        self._known = known
        self._night = night
        self._ids: dict[str, str] = {}
        self._articles: dict[str, Article] = dict(known.articles)
        self._guids: dict[str, str | None] = {}
        self._seen: dict[str, None] = {}
        self._withdrawn: dict[str, None] = {}

    def take(self, entry: Entry, keys: Keys) -> bool:
        """Judges one entry; whether its time has come."""
        article_id = self._find(entry, keys) or new_id(entry, keys, self._articles)
        for key in keys.all():
            self._ids[key] = article_id
        if entry.status is not Status.USABLE:
            self._withdrawn[article_id] = None
            return True
        self._withdrawn.pop(article_id, None)
        self._seen[article_id] = None
        self._guids[article_id] = entry.guid
        before = self._articles.get(article_id)
        if before is not None and self._is_early(entry):
            return False
        after = self._article(entry, article_id, before)
        if before is None or _supersedes(after, before, entry):
            self._articles[article_id] = after
        elif _is_retitled(after, before, entry):
            self._articles[article_id] = replace(
                before,
                headline=after.headline,
                updated=after.updated or before.updated,
                content_hash=content_hash(after.headline, before.text),
            )
        return True

    def _is_early(self, entry: Entry) -> bool:
        """Whether a version was made after the night. A date far ahead is a fault and holds nothing back."""
        return entry.updated is not None and self._night < entry.updated <= self._night + timedelta(FAR_FUTURE_DAYS)

    def _find(self, entry: Entry, keys: Keys) -> str | None:
        """The article an entry is a version of, if it is of one."""
        for key in keys.all():
            article_id = self._ids.get(key) or self._known.ids.get(key)
            article = self._articles.get(article_id) if article_id else None
            if article_id and (article is None or self._is_version(entry, article, key, keys)):
                return article_id
        return None

    def _is_version(self, entry: Entry, article: Article, key: str, keys: Keys) -> bool:
        if key == keys.wording:
            return True
        if key == keys.headline:
            named = keys.guid or keys.url
            long_enough = len((entry.headline or "").split()) >= FEWEST_HEADLINE_WORDS
            return not named or article.url is None or (long_enough and alike(entry.text, article.text))
        guid = self._guids.get(article.id, entry.guid if key == keys.guid else None)
        return could_be_one(guid, article.url, article.headline, entry) or alike(entry.text, article.text)

    def _article(self, entry: Entry, article_id: str, before: Article | None) -> Article:
        """The article an entry makes; what it was first known by stays."""
        headline = settled_headline(entry.headline, before.headline if before else None)
        return Article(
            id=article_id,
            source=before.source if before else entry.source,
            outlet=before.outlet if before else entry.outlet or entry.source,
            url=entry.url or (before.url if before else None),
            headline=headline,
            text=entry.text,
            first_seen=before.first_seen if before else self._night,
            content_hash=content_hash(headline, entry.text),
            byline=entry.byline,
            dateline=entry.dateline,
            agency=entry.agency,
            published=(before.published if before else None) or entry.published or entry.updated,
            updated=entry.updated,
            language=entry.language or "und",
            block_quotes=entry.block_quotes,
            full_text=entry.full_text,
            day_only=_day_only(entry, before),
        )

    def arrivals(self) -> Arrivals:
        """What the entries taken so far come to."""
        gone = self._known.withdrawn | set(self._withdrawn)
        new, updated, unchanged = [], [], []
        for article_id in self._seen:
            before, after = self._known.articles.get(article_id), self._articles[article_id]
            if article_id in gone:
                continue
            if before is None:
                new.append(after)
            elif before.content_hash != after.content_hash:
                updated.append(Update(before, after))
            else:
                unchanged.append(article_id)
        return Arrivals(
            new=tuple(sorted(new, key=lambda article: (article.when, article.id))),
            updated=tuple(sorted(updated, key=lambda update: update.after.id)),
            unchanged=tuple(sorted(unchanged)),
            withdrawn=tuple(sorted(self._withdrawn)),
            keys=tuple(sorted(self._ids.items())),
        )


def _supersedes(after: Article, before: Article, entry: Entry) -> bool:
    """Whether a version takes the place of the one there is.

    A teaser never does that to the whole text, an older one never to a newer. Another source's does only where it is newer or far longer
    and of the same outlet: else anyone could rewrite an article by naming its address.
    """
    if before.full_text and not after.full_text and len(after.text) < len(before.text):
        return False
    if after.updated and before.updated and after.updated < before.updated:
        return False
    if entry.source != before.source:
        if fold(entry.outlet or entry.source) != fold(before.outlet):
            return False
        newer = bool(after.updated and before.updated and after.updated > before.updated)
        return newer or len(after.text) > 2 * len(before.text)
    if after.full_text and not before.full_text:
        return True
    return after.content_hash != before.content_hash


def _is_retitled(after: Article, before: Article, entry: Entry) -> bool:
    """Whether a teaser brings another headline for the text there is."""
    older = after.updated and before.updated and after.updated < before.updated
    shorter = before.full_text and not after.full_text
    return bool(
        entry.source == before.source and shorter and not older and after.headline and after.headline != before.headline
    )
