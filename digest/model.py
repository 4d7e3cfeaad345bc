"""The vocabulary of Digest: frozen values that pass between the steps.

Every value is complete when made and is never edited; a step takes values and returns new ones.
Offsets count code points of ``Article.text``; times are aware and in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from digest.incoming import Entry, Problem, Source, Span, Status

__all__ = [
    "Article",
    "Change",
    "Copy",
    "CopyGroup",
    "Dossier",
    "Entry",
    "Evidence",
    "Join",
    "KnownPerson",
    "Overrule",
    "Printing",
    "Problem",
    "Quote",
    "QuoteKind",
    "Reaction",
    "Relation",
    "Source",
    "SourceHealth",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Status",
    "Story",
    "StoryLink",
    "Topic",
    "Utterance",
    "Variant",
]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a team watches: a story whose articles satisfy any of ``match`` belongs to it."""

    name: str
    match: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overrule:
    """A person's decision on grouping: ``merge``, ``split`` or ``keep_out`` of story or article ids."""

    action: str
    ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """Our normalised record of one published text.

    ``id`` never changes once given. ``text`` is plain NFC text whose paragraphs are separated by one blank line;
    every offset anywhere counts its code points. ``headline`` may be missing.
    ``published`` is None where the source gives no possible date, and with ``day_only`` names a day; ``first_seen`` is the night it came in.
    """

    id: str
    source: str
    outlet: str
    url: str | None
    headline: str | None
    text: str
    first_seen: datetime
    content_hash: str
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str = "en"
    block_quotes: tuple[Span, ...] = ()
    full_text: bool = True
    day_only: bool = False

    @property
    def when(self) -> datetime:
        """The moment used for order: published, else first seen.

        Published on a day without a time it comes after what has one, at the day's last second, but not after the night it came in.
        """
        if self.published is None or not self.day_only:
            return self.published or self.first_seen
        return max(self.published, min(self.published + timedelta(days=1, seconds=-1), self.first_seen))


class Relation(StrEnum):
    """What a copy is to its original."""

    EXACT = "exact"
    NEAR = "near"
    EXCERPT = "excerpt"
    EXTENDED = "extended"
    MIXED = "mixed"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of an original. ``score`` is the resemblance or containment (0 to 1) that decided.

    ``new_paragraphs`` are indices of the copy's paragraphs that its original lacks.
    """

    article: str
    relation: Relation
    score: float
    new_paragraphs: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """An original and its copies. Copy groups partition the articles."""

    id: str
    original: str
    copies: tuple[Copy, ...] = ()
    agency: str | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """Ids of all articles of the group, the original first."""
        return (self.original, *(copy.article for copy in self.copies))


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason of a join: ``kind`` (names, words, places, numbers, copy, time, merge, overrule) and what was shared."""

    kind: str
    detail: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Join:
    """Why a copy group is in its story, and the nearest story it was kept out of.

    ``score`` is 0 to 1; the group that opened the story has score 1 and no evidence. ``came_from`` names the story
    with which it came, where two turned out to be one.
    """

    group: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    nearest: str | None = None
    nearest_score: float = 0.0
    nearest_reason: str = ""
    came_from: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event and its direct developments. Stories partition the copy groups.

    ``id`` comes from the first article and never changes, as does ``path`` (``YYYY/MM/DD/slug``), below ``stories/``.
    ``saga`` is shared by stories that continue one another. ``merged_into`` names the older story this one became part of.
    """

    id: str
    slug: str
    path: str
    saga: str
    first_seen: datetime
    last_seen: datetime
    groups: tuple[str, ...]
    joins: tuple[Join, ...] = ()
    merged_into: str | None = None


class QuoteKind(StrEnum):
    """Whether all, some or none of the attributed words are inside marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What kind of voice speaks. A spokesperson for X is not X."""

    PERSON = "person"
    ORGANISATION = "organisation"
    SPOKESPERSON = "spokesperson"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the mention as printed with its place, and the name it was resolved to (None rather than a guess).

    ``name`` is the name alone, without title, party or suffix. ``role`` is the role as printed.
    """

    mention: str | None
    span: Span | None
    name: str | None
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker. ``article.text[span]`` is ``text``, always.

    ``fragments`` are the stretches inside marks, marks excluded, one a paragraph (for indirect: the clause);
    ``content`` all attributed words without the cue; ``span`` covers them.
    ``confidence`` (0 to 1) is that of the speaker: pages print a speaker from ``PRINTED_FROM`` up. ``rule`` names the decision.
    """

    article: str
    span: Span
    text: str
    fragments: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: QuoteKind
    speaker: Speaker
    cue: str | None
    confidence: float
    rule: str


PRINTED_FROM = 0.5
"""Least confidence (0 to 1) at which a page prints a speaker; fixed by the design, calibrated in ``quotes``."""


class Variant(StrEnum):
    """How another printing of an utterance differs from the one shown."""

    SAME = "same"
    SHORTENED = "shortened"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of an utterance: the quote and how it differs from the version shown."""

    quote: Quote
    variant: Variant


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement, however many outlets printed it. ``quote`` is the version shown, ``others`` the rest in time order.

    ``carried_by`` are the outlets that printed it, first carrier first. ``name`` is the speaker's full name
    joined across the story, or None. ``weight`` orders key quotes, greater first.
    """

    quote: Quote
    others: tuple[Printing, ...]
    carried_by: tuple[str, ...]
    name: str | None
    role: str | None
    weight: float = 0.0


class Stance(StrEnum):
    """How an actor answers an event."""

    RESPONSE = "response"
    CONDEMNS = "condemns"
    WELCOMES = "welcomes"
    REJECTS = "rejects"
    DENIES = "denies"
    CALLS_FOR = "calls for"
    WARNS = "warns"
    REGRETS = "regrets"
    SUPPORTS = "supports"
    NO_COMMENT = "no comment"


@dataclass(frozen=True, slots=True)
class Reaction:
    """What an actor other than the event's main one said or did in answer to it.

    ``article.text[span]`` is ``evidence``, a whole sentence, always.
    """

    story: str
    actor: str
    role: str | None
    stance: Stance
    article: str
    span: Span
    evidence: str
    when: datetime
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class SourceDay:
    """What one source brought on one day."""

    day: date
    entries: int
    new: int
    problems: int

    @property
    def failed(self) -> bool:
        """Whether nothing could be read."""
        return self.problems > 0 and self.entries == 0


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """What one source did this night and before. ``last_new`` is when it last brought an article we did not know.

    ``silent_since`` is set when it is silent beyond its own rhythm; ``failing_since`` while it cannot be read.
    ``history`` are its last nights, oldest first; this night is the last of them.
    """

    source: Source
    entries: int
    new: int
    problems: tuple[Problem, ...] = ()
    last_new: datetime | None = None
    failing_since: date | None = None
    silent_since: date | None = None
    history: tuple[SourceDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A correction made by a source: what stood in ``article`` before and what stands there since ``when``."""

    article: str
    when: datetime
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known of one story up to a day: what its page is made from.

    ``articles``, ``groups``, ``quotes``, ``reactions`` and ``changes`` are those of the story alone.
    ``known`` are the ids of the articles that an earlier edition has shown (empty on the first day), ``previous_day`` that edition's day.
    ``saga`` are the other stories of the saga, oldest first, ``overrules`` the decisions of people that concern it.
    ``utterances`` are the statements, folded over all outlets, ``key_utterances`` those worth showing first, strongest first.
    ``nearest`` are links to the stories that the joins name as nearest, ``merged`` the paths of stories that turned out to be this one, each with its id.
    ``hidden`` are stretches of articles that may not be printed.
    ``person_pages`` are names of speakers, each with the address (slug) of the person's page.
    """

    story: Story
    articles: tuple[Article, ...]
    groups: tuple[CopyGroup, ...]
    quotes: tuple[Quote, ...]
    reactions: tuple[Reaction, ...]
    topics: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    known: frozenset[str] = frozenset()
    previous_day: date | None = None
    saga: tuple[StoryLink, ...] = ()
    overrules: tuple[Overrule, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    key_utterances: tuple[Utterance, ...] = ()
    nearest: tuple[StoryLink, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    hidden: tuple[tuple[str, Span], ...] = ()
    person_pages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person with an address. ``slug`` never changes; ``name`` is the fullest known, ``other_names`` (sorted) were printed too."""

    slug: str
    name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A pointer to another story's page: enough to print a link to it."""

    id: str
    path: str
    headline: str
    day: date
