"""What the pages that list stories are made from: a record a page, and short tallies for the lists of all pages.

``catalogue`` makes them from whole lists. Of statements, of which a site has most, it keeps only those of the people whose
pages a night touched; the others are counted as they go by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta, tzinfo

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
    outlet_records,
    outlet_tally,
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


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the index pages of one night are made from. ``home`` is the newest edition that has stories.

    ``editions``, ``dates``, ``months``, ``people``, ``outlets`` and ``topics`` are the pages to write;
    the tallies are complete, since the lists of pages are written every night. ``recent`` feeds the whole site's feeds, newest first.
    ``open_stories`` are those with a feed that may still grow, newest first.
    ``silent`` are addresses of people whom an edition names and whose words are in no source any longer: their pages stay and say so.
    ``tables`` are the days whose table and mail are written from ``voices``; None where the site has none of them.
    """

    home: Edition
    editions: tuple[Edition, ...]
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
    open_stories: tuple[StorySummary, ...] = ()
    health: tuple[SourceHealth, ...] = ()
    corrections: tuple[Correction, ...] = ()
    moved: tuple[Moved, ...] = ()
    removed: tuple[Removed, ...] = ()
    takedowns: tuple[Takedown, ...] = ()
    silent: frozenset[str] = frozenset()
    voices: tuple[Voices, ...] = ()
    tables: tuple[date, ...] | None = None

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


def touched(summaries: Iterable[StorySummary], day: date, before: Iterable[StorySummary] = ()) -> Touched:
    """What the stories rendered tonight change; ``before`` are the same stories as they stood (for what they left)."""
    both = [*summaries, *before]
    return Touched(
        days=frozenset({day}),
        dates=frozenset(date_of(summary) for summary in both),
        people=frozenset(person.slug for summary in both for person in summary.people),
        outlets=frozenset(slug(share.outlet) for summary in both for share in summary.shares),
        topics=frozenset(slug(topic) for summary in both for topic in summary.topics),
    )


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

    ``known`` are the persons that have addresses, for the fullest name of each and the others printed. ``only`` limits the pages to write (the previous and the next day of a new edition are written with it, as they point to it).
    ``voices`` are what was said on all days, or with ``only`` on its days; without them no day has a table or a mail.
    Stories that moved or were removed are in no list. ``zone`` cuts days; a story without news for ``open_days`` of them is closed.
    Raises ValueError without an edition.
    """
    dropped = {item.id for item in removed}
    gone = dropped | {item.id for item in moved}
    persons = PersonTallies({person.slug: person for person in known})
    stories = sorted((s for s in summaries if s.id not in gone), key=newest_first)
    whole = _everything(
        _standing_editions(editions, dropped),
        stories,
        [s for s in persons.over(s for s in statements if s.story not in gone) if not only or s.slug in only.people],
        topics,
        persons,
        zone,
    )
    since = whole.editions[-1].day - timedelta(days=open_days)
    days = [edition.day for edition in whole.editions]
    silent = _silent(whole, persons.known, {item.page for item in takedowns})
    whole = replace(whole, people=(*whole.people, *silent), silent=frozenset(record.person.slug for record in silent))
    return replace(
        _limited(whole, only) if only else whole,
        open_stories=tuple(s for s in stories if s.is_open and s.last.astimezone(zone).date() > since),
        health=tuple(health),
        corrections=tuple(sorted(corrections, key=lambda c: (-c.when.timestamp(), c.article, c.before))),
        moved=tuple(moved),
        removed=tuple(removed),
        takedowns=tuple(takedowns),
        voices=tuple(v for v in voices or () if v.story not in dropped),
        tables=None if voices is None else tuple(day for day in days if only is None or day in only.days),
    )


def _silent(
    whole: Catalogue, known: Mapping[str, KnownPerson], emptied: AbstractSet[str | None]
) -> tuple[PersonRecord, ...]:
    """Empty records of people whom an edition names while no source holds words of theirs any longer; not of those taken down."""
    named = {
        person.slug: person for edition in whole.editions for summary in edition.stories for person in summary.people
    }
    gone = sorted(named.keys() - {tally.slug for tally in whole.all_people})
    return tuple(
        PersonRecord(Person(known[slug].name if slug in known else named[slug].name, slug, None, 0), 0, 0, ())
        for slug in gone
        if f"people/{slug}.md" not in emptied
    )


def _standing_editions(editions: Sequence[Edition], dropped: AbstractSet[str]) -> tuple[Edition, ...]:
    """The editions oldest first, without stories that were removed."""
    if not editions:
        raise ValueError("a catalogue needs at least one edition; give that of the night, even if it has no stories")
    ordered = sorted(editions, key=lambda e: e.day)
    return tuple(Edition(e.day, tuple(s for s in e.stories if s.id not in dropped)) for e in ordered)


def _everything(
    editions: tuple[Edition, ...],
    stories: Sequence[StorySummary],
    said: Sequence[Statement],
    topics: Sequence[Topic],
    persons: PersonTallies,
    zone: tzinfo,
) -> Catalogue:
    """The catalogue with a record for every page, those of people for whom ``said`` holds; ``stories`` are newest first."""
    dates, people = date_records(stories), person_records(sorted(said, key=latest_statement), persons.known)
    months = month_records(dates)
    outlets, watched = outlet_records(stories), topic_records(stories, topics, editions)
    return Catalogue(
        home=next((e for e in reversed(editions) if e.stories), editions[-1]),
        editions=editions,
        dates=dates,
        months=months,
        people=people,
        outlets=outlets,
        topics=watched,
        all_days=tuple(DayTally(e.day, len(e.stories)) for e in reversed(editions)),
        all_months=tuple(MonthTally(m.year, m.month, m.stories) for m in months),
        all_people=persons.tallies(zone),
        all_outlets=tuple(outlet_tally(record) for record in outlets),
        all_topics=tuple(Tally(t.name, t.slug, t.stories, t.shown[0].days[-1] if t.shown else None) for t in watched),
        recent=tuple(stories[:SHOWN]),
    )


def _limited(whole: Catalogue, only: Touched) -> Catalogue:
    """The same catalogue with the records of touched pages alone.

    Topics stay: a watched topic's trend moves every day, whether or not there is news of it.
    """
    months = {(day.year, day.month) for day in only.dates}
    return replace(
        whole,
        editions=_near_days(whole.editions, only),
        dates=tuple(d for d in whole.dates if d.day in only.dates),
        months=tuple(m for m in whole.months if (m.year, m.month) in months),
        outlets=tuple(o for o in whole.outlets if o.slug in only.outlets),
    )


def _near_days(editions: Sequence[Edition], only: Touched) -> tuple[Edition, ...]:
    """The editions touched, those before and after them, which point to them, and the one that was home before."""
    near: set[int] = set()
    for place, edition in enumerate(editions):
        if edition.day in only.days:
            home = next((back for back in range(place - 1, -1, -1) if editions[back].stories), place)
            near |= {place - 1, place, place + 1, home}
    return tuple(e for place, e in enumerate(editions) if place in near)
