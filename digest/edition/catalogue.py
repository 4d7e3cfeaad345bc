"""What the pages that list stories are made from: a record a page, and short tallies for the lists of all pages.

``compiled`` makes them from a line for each story and what a shelf fetches: whole summaries, of which a site has most, are held
only for the pages that a night touched. ``catalogue`` does so from whole lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta, tzinfo
from typing import Protocol

from digest.edition.lines import ListedStory
from digest.edition.page_records import (
    SHOWN,
    DateRecord,
    DayTally,
    MonthRecord,
    MonthTally,
    OutletRecord,
    PersonRecord,
    TopicRecord,
    date_of,
    date_records,
    month_records,
    newest_first,
    outlet_counts,
    person_records,
    topic_records,
)
from digest.edition.slugs import slug
from digest.edition.tallies import PersonTallies, Tally, latest_statement
from digest.edition.views import Correction, Edition, Person, Statement, StorySummary, Voices
from digest.model import KnownPerson, SourceHealth, Topic


@dataclass(frozen=True, slots=True)
class Moved:
    """A story that became part of another: its own id and path, and the path and headline of the other."""

    id: str
    path: str
    to_path: str
    headline: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A story that was taken down: only its id and path are left."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class Takedown:
    """Something taken down for good: the ``day``, the ``kind`` (article or person) and the ``reason``, and never what it was.

    ``page`` is the Markdown file that stays and says so, where it is not a story's.
    """

    day: date
    kind: str
    reason: str
    page: str | None = None


def _no_voices(_: date) -> Sequence[Voices]:
    return ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the index pages of one night are made from. ``home`` is the newest edition that has stories.

    ``editions``, ``dates``, ``months``, ``people``, ``outlets`` and ``topics`` are the pages to write;
    the tallies are complete, since the lists of pages are written every night. ``recent`` feeds the whole site's feeds, newest first.
    ``open_stories`` are those with a feed that may still grow, newest first.
    ``silent`` are addresses of people whom an edition names and whose words are in no source any longer: their pages stay and say so.
    ``tables`` are the days whose table and mail are written from their ``voices``; None where the site has none of them.
    """

    home: Edition
    editions: Iterable[Edition]
    dates: tuple[DateRecord, ...]
    months: tuple[MonthRecord, ...]
    people: tuple[PersonRecord, ...]
    outlets: tuple[OutletRecord, ...]
    topics: tuple[TopicRecord, ...]
    all_days: tuple[DayTally, ...]
    all_months: tuple[MonthTally, ...]
    all_people: tuple[Tally, ...]
    all_outlets: tuple[Tally, ...]
    all_topics: tuple[Tally, ...]
    recent: tuple[StorySummary, ...]
    open_stories: tuple[ListedStory, ...] = ()
    health: tuple[SourceHealth, ...] = ()
    corrections: tuple[Correction, ...] = ()
    moved: tuple[Moved, ...] = ()
    removed: tuple[Removed, ...] = ()
    takedowns: tuple[Takedown, ...] = ()
    silent: frozenset[str] = frozenset()
    tables: tuple[date, ...] | None = None
    voices: Callable[[date], Sequence[Voices]] = _no_voices

    @property
    def day(self) -> date:
        """The day of the edition on home."""
        return self.home.day


@dataclass(frozen=True, slots=True)
class Touched:
    """The pages that a night changes: ``days`` of editions, ``dates`` of stories' addresses, the others by slug."""

    days: AbstractSet[date]
    dates: AbstractSet[date]
    people: AbstractSet[str]
    outlets: AbstractSet[str]
    topics: AbstractSet[str]


def touched(summaries: Iterable[ListedStory], day: date, before: Iterable[ListedStory] = ()) -> Touched:
    """What the stories rendered tonight change; ``before`` are the same stories as they stood (for what they left)."""
    both = [*summaries, *before]
    return Touched(
        days=frozenset({day}),
        dates=frozenset(date_of(summary) for summary in both),
        people=frozenset(person.slug for summary in both for person in summary.people),
        outlets=frozenset(slug(share.outlet) for summary in both for share in summary.shares),
        topics=frozenset(slug(topic) for summary in both for topic in summary.topics),
    )


class Shelf(Protocol):
    """Where what a catalogue holds in full is fetched, so that it need not hold all there is."""

    def summaries(self, stories: Sequence[ListedStory]) -> Sequence[StorySummary]:
        """The summaries of ``stories`` as these stand, in their order."""

    def editions(self, days: Sequence[date]) -> Sequence[Edition]:
        """The editions of ``days``, the earliest first, without stories that were removed."""

    def statements(self, people: AbstractSet[str] | None) -> Iterable[Statement]:
        """What ``people`` said, by slug, or everybody, in stories that stand."""

    def voices(self, day: date) -> Sequence[Voices]:
        """What was said in each story as of the edition of ``day``, without stories that were removed."""


@dataclass(frozen=True, slots=True)
class Counted:
    """All that was ever published, a line each: what the lists and tallies of a site are made of.

    ``days`` are all editions, the earliest first, with their stories; ``stories`` those that stand, newest first, as they stand.
    """

    days: tuple[tuple[date, tuple[ListedStory, ...]], ...]
    stories: tuple[ListedStory, ...]
    people: PersonTallies


@dataclass(frozen=True, slots=True)
class Extras:
    """What a catalogue holds besides, as it is given: see there."""

    health: tuple[SourceHealth, ...] = ()
    corrections: tuple[Correction, ...] = ()
    moved: tuple[Moved, ...] = ()
    removed: tuple[Removed, ...] = ()
    takedowns: tuple[Takedown, ...] = ()
    has_tables: bool = False


def catalogue(
    editions: Sequence[Edition],
    summaries: Iterable[StorySummary],
    statements: Iterable[Statement],
    topics: Sequence[Topic] = (),
    *,
    known: Iterable[KnownPerson] = (),
    only: Touched | None = None,
    zone: tzinfo = UTC,
    open_days: int = 14,
    health: Sequence[SourceHealth] = (),
    corrections: Sequence[Correction] = (),
    moved: Sequence[Moved] = (),
    removed: Sequence[Removed] = (),
    takedowns: Sequence[Takedown] = (),
    voices: Sequence[Voices] | None = None,
) -> Catalogue:
    """The catalogue of everything published, from the newest summary of every story and all statements.

    ``known`` are the persons that have addresses, for the fullest name of each and the others printed; the rest is as in ``compiled``.
    """
    dropped = {item.id for item in removed}
    standing = _standing_editions(editions, dropped)
    gone = dropped | {item.id for item in moved}
    said = [statement for statement in statements if statement.story not in gone]
    people = PersonTallies({person.slug: person for person in known})
    for statement in said:
        people.count(statement)
    stories = sorted((s for s in summaries if s.id not in gone), key=newest_first)
    counted = Counted(tuple((e.day, e.stories) for e in standing), tuple(stories), people)
    extras = Extras(
        tuple(health),
        tuple(corrections),
        tuple(moved),
        tuple(removed),
        tuple(takedowns),
        voices is not None,
    )
    shelf = _Held({s.id: s for s in stories}, standing, said, [v for v in voices or () if v.story not in dropped])
    return compiled(counted, shelf, topics, extras, only=only, zone=zone, open_days=open_days)


@dataclass(frozen=True, slots=True)
class _Held:
    """A shelf of what is at hand."""

    stories: Mapping[str, StorySummary]
    all_editions: tuple[Edition, ...]
    said: Sequence[Statement]
    told: Sequence[Voices]

    def summaries(self, stories: Sequence[ListedStory]) -> Sequence[StorySummary]:
        return [self.stories[story.id] for story in stories]

    def editions(self, days: Sequence[date]) -> Sequence[Edition]:
        wanted = frozenset(days)
        return [edition for edition in self.all_editions if edition.day in wanted]

    def statements(self, people: AbstractSet[str] | None) -> Iterable[Statement]:
        return (statement for statement in self.said if people is None or statement.slug in people)

    def voices(self, day: date) -> Sequence[Voices]:
        return [voices for voices in self.told if voices.day == day]


@dataclass(frozen=True, slots=True)
class _Editions:
    """The editions of ``days``, each fetched when its turn comes: of a large site one takes tens of megabytes."""

    days: Sequence[date]
    shelf: Shelf

    def __iter__(self) -> Iterator[Edition]:
        for day in self.days:
            yield from self.shelf.editions([day])


def compiled(
    counted: Counted,
    shelf: Shelf,
    topics: Sequence[Topic],
    extras: Extras,
    *,
    only: Touched | None = None,
    zone: tzinfo = UTC,
    open_days: int = 14,
) -> Catalogue:
    """The catalogue of all that was ``counted``; what pages print in full comes from the ``shelf``.

    ``only`` limits the pages to write (the previous and the next day of a new edition are written with it, as they point to it).
    Days have a table and a mail where ``extras`` say so.
    Stories that moved or were removed are in no list. ``zone`` cuts days; a story without news for ``open_days`` of them is closed.
    Raises ValueError without an edition.
    """
    whole = _everything(counted, shelf, topics, only, zone)
    newest, _ = counted.days[-1]
    since = newest - timedelta(days=open_days)
    silent = _silent(whole, counted, {item.page for item in extras.takedowns})
    return replace(
        whole,
        people=(*whole.people, *silent),
        silent=frozenset(record.person.slug for record in silent),
        open_stories=tuple(s for s in counted.stories if s.is_open and s.last.astimezone(zone).date() > since),
        health=extras.health,
        corrections=tuple(sorted(extras.corrections, key=lambda c: (-c.when.timestamp(), c.article, c.before))),
        moved=extras.moved,
        removed=extras.removed,
        takedowns=extras.takedowns,
        tables=tuple(day for day, _ in counted.days if not only or day in only.days) if extras.has_tables else None,
        voices=shelf.voices,
    )


def _silent(whole: Catalogue, counted: Counted, emptied: AbstractSet[str | None]) -> tuple[PersonRecord, ...]:
    """Empty records of people whom an edition names while no source holds words of theirs any longer; not of those taken down."""
    known = counted.people.known
    said = {tally.slug for tally in whole.all_people}
    names = {
        person.slug: person.name
        for _, told in counted.days
        for story in told
        for person in story.people
        if person.slug not in said
    }
    return tuple(
        PersonRecord(Person(known[slug].name if slug in known else names[slug], slug, None, 0), 0, 0, ())
        for slug in sorted(names)
        if f"people/{slug}.md" not in emptied
    )


def _standing_editions(editions: Sequence[Edition], dropped: AbstractSet[str]) -> tuple[Edition, ...]:
    """The editions oldest first, without stories that were removed."""
    if not editions:
        raise ValueError("a catalogue needs at least one edition; give that of the night, even if it has no stories")
    ordered = sorted(editions, key=lambda e: e.day)
    return tuple(Edition(e.day, tuple(s for s in e.stories if s.id not in dropped)) for e in ordered)


def _everything(
    counted: Counted, shelf: Shelf, topics: Sequence[Topic], only: Touched | None, zone: tzinfo
) -> Catalogue:
    """The catalogue with complete tallies, and a record for every page that ``only`` names, or for all.

    Topics are written in any case: a watched topic's trend moves every day, whether or not there is news of it.
    """
    days, stories = counted.days, counted.stories
    dates, outlets = date_records(stories), outlet_counts(stories)
    months = month_records(dates)
    touched_months = {(day.year, day.month) for day in only.dates} if only else set()
    watched = topic_records(stories, topics, days, shelf.summaries)
    said = sorted(shelf.statements(only.people if only else None), key=latest_statement)
    home = next((day for day, told in reversed(days) if told), days[-1][0])
    near = [day for day, _ in days] if only is None else _near_days(days, only)
    (newest,) = shelf.editions([home])
    return Catalogue(
        home=newest,
        editions=_Editions(near, shelf),
        dates=tuple(record for record in dates if only is None or record.day in only.dates),
        months=tuple(m for m in months if only is None or (m.year, m.month) in touched_months),
        people=person_records(said, counted.people.known),
        outlets=tuple(one.record(shelf.summaries) for one in outlets if only is None or one.slug in only.outlets),
        topics=watched,
        all_days=tuple(DayTally(day, len(told)) for day, told in reversed(days)),
        all_months=tuple(MonthTally(m.year, m.month, m.stories) for m in months),
        all_people=counted.people.tallies(zone),
        all_outlets=tuple(one.tally() for one in outlets),
        all_topics=tuple(Tally(t.name, t.slug, t.stories, t.shown[0].days[-1] if t.shown else None) for t in watched),
        recent=tuple(shelf.summaries(stories[:SHOWN])),
    )


def _near_days(days: Sequence[tuple[date, Sequence[ListedStory]]], only: Touched) -> list[date]:
    """The days touched, those before and after them, which point to them, and the one that was home before."""
    near: set[int] = set()
    for place, (day, _) in enumerate(days):
        if day in only.days:
            home = next((back for back in range(place - 1, -1, -1) if days[back][1]), place)
            near |= {place - 1, place, place + 1, home}
    return [day for place, (day, _) in enumerate(days) if place in near]
