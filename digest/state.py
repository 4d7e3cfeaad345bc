"""The records that the state keeps besides the vocabulary of ``model``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from digest.edition.views import Correction
from digest.model import Article, Entry, Problem, Quote, Reaction, Source, SourceDay, Span, Story, Utterance


@dataclass(frozen=True, slots=True)
class Identity:
    """A key by which an entry is known again (guid, canonical URL, headline and day), and the article it names."""

    key: str
    article: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article is: its copy group and story."""

    article: str
    group: str
    story: str


@dataclass(frozen=True, slots=True)
class StoryState:
    """A story with the days that brought something new to it, oldest first; the last is the edition its page was made for."""

    story: Story
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class ArticleQuotes:
    """The quotes of one article as far as the article tells."""

    article: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one story: quotes with speakers joined, statements folded, those worth showing first, reactions.

    ``hidden`` are stretches of articles that may not be printed, as they were said by or name a person who was taken down;
    ``untitled`` are the articles whose headline or author's line does.
    """

    story: str
    quotes: tuple[Quote, ...]
    utterances: tuple[Utterance, ...]
    key_utterances: tuple[Utterance, ...]
    reactions: tuple[Reaction, ...]
    topics: tuple[str, ...]
    hidden: tuple[tuple[str, Span], ...] = ()
    untitled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryCorrections:
    """What publishers corrected in one story, for the page of all corrections."""

    story: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood until ``until``, kept for what was quoted from it."""

    article: Article
    until: datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article that its publisher took back; it is printed no more."""

    article: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that came before its time; it is judged again every night until it has come in."""

    key: str
    entry: Entry


def waiting(entry: Entry, identity_keys: Sequence[str]) -> Waiting:
    """``entry`` to wait under all of its ``identity_keys``, as one alone may name several; without any, under its words."""
    known_by = "\x1f".join(identity_keys) or entry.text
    return Waiting(sha256(known_by.encode("utf-8", "replace")).hexdigest()[:32], entry)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """The newest document of ``source`` that could not be read whole, fetched for ``day``. ``body`` is compressed (zlib)."""

    source: Source
    day: date
    body: bytes
    content_type: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What was taken down for good: a salted hash of its identity, never the identity itself.

    ``address`` is the page below the site's root that stays and says so; a story's address stands in the story.
    """

    hash: str
    kind: str
    when: datetime
    reason: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of one source: its recent days, oldest first, and the state of its fetching as JSON."""

    source: Source
    days: tuple[SourceDay, ...] = ()
    last_new: datetime | None = None
    failing_since: date | None = None
    fetch: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class NightRecord:
    """One night that is whole: its figures and problems, and when its articles were seen."""

    day: date
    problems: tuple[Problem, ...] = ()
    figures: dict[str, int] = field(default_factory=dict)
