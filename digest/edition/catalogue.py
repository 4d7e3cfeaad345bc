"""What the pages that list stories are made from: a record a page, and short tallies for the lists of all pages.

``catalogue`` makes them from whole lists. Of statements, of which a site has most, it keeps only those of the people whose
pages a night touched; the others are counted as they go by.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, date, tzinfo

from digest.edition.slugs import slug
from digest.edition.tallies import PersonTallies, Tally, by_last_name, latest_statement, unknown_person
from digest.edition.views import Correction, Edition, Person, Statement, StorySummary, Voices
from digest.model import KnownPerson, SourceHealth, Topic

SHOWN = 60
"""Most stories or statements that a page of a person, outlet or topic lists, the newest first; the months list all.
With 200 a night of 200 stories on 20,000 wrote 124 MB, most of it lists that nobody scrolls through."""
TREND_DAYS = 30
"""Days that a topic's trend goes back."""


@dataclass(frozen=True, slots=True)
class DayTally:
    """One line of the calendar: a day that has an edition, and how many stories."""

    day: date
    stories: int


@dataclass(frozen=True, slots=True)
class MonthTally:
    """One line of the list of months."""

    year: int
    month: int
    stories: int


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person's page: the newest ``shown`` of ``statements`` in ``stories`` stories; ``other_names`` were printed as well."""

    person: Person
    stories: int
    statements: int
    shown: tuple[Statement, ...]
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """An outlet's page: in how many stories it was, how many it had first, its own reports and copies."""

    name: str
    slug: str
    stories: int
    firsts: int
    reports: int
    copies: int
    shown: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic's page: what is watched for, how many stories a day brought news of it, who is quoted."""

    name: str
    slug: str
    match: tuple[str, ...]
    stories: int
    trend: tuple[tuple[date, int], ...]
    people: tuple[Person, ...]
    shown: tuple[StorySummary, ...]


@dataclass(frozen=True, slots=True)
class MonthRecord:
    """All stories whose page is of one month, newest first."""

    year: int
    month: int
    stories: tuple[StorySummary, ...]


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

    ``editions``, ``months``, ``people``, ``outlets`` and ``topics`` are the pages to write;
    the tallies are complete, since the lists of pages are written every night. ``recent`` feeds the whole site's feeds, newest first.
    ``silent`` are addresses of people whom an edition names and whose words are in no source any longer: their pages stay and say so.
    ``tables`` are the days whose table and mail are written from ``voices``; None where the site has none of them.
    """

    home: Edition
    editions: tuple[Edition, ...]
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
    """The pages that a night changes, by day, ``(year, month)`` and slug."""

    days: AbstractSet[date]
    months: AbstractSet[tuple[int, int]]
    people: AbstractSet[str]
    outlets: AbstractSet[str]
    topics: AbstractSet[str]


def touched(summaries: Iterable[StorySummary], day: date, before: Iterable[StorySummary] = ()) -> Touched:
    """What the stories rendered tonight change; ``before`` are the same stories as they stood (for what they left)."""
    both = [*summaries, *before]
    return Touched(
        days=frozenset({day}),
        months=frozenset(_month(summary) for summary in both),
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
    Stories that moved or were removed are in no list. ``zone`` cuts the days of statements. Raises ValueError without an edition.
    """
    dropped = {item.id for item in removed}
    gone = dropped | {item.id for item in moved}
    persons = PersonTallies({person.slug: person for person in known})
    whole = _everything(
        _standing_editions(editions, dropped),
        sorted((s for s in summaries if s.id not in gone), key=newest_first),
        [s for s in persons.over(s for s in statements if s.story not in gone) if not only or s.slug in only.people],
        topics,
        persons,
        zone,
    )
    days = [edition.day for edition in whole.editions]
    silent = _silent(whole, persons.known, {item.page for item in takedowns})
    whole = replace(whole, people=(*whole.people, *silent), silent=frozenset(record.person.slug for record in silent))
    return replace(
        _limited(whole, only) if only else whole,
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
    months, people = month_records(stories), person_records(sorted(said, key=latest_statement), persons.known)
    outlets, watched = outlet_records(stories), topic_records(stories, topics, editions)
    return Catalogue(
        home=next((e for e in reversed(editions) if e.stories), editions[-1]),
        editions=editions,
        months=months,
        people=people,
        outlets=outlets,
        topics=watched,
        all_days=tuple(DayTally(e.day, len(e.stories)) for e in reversed(editions)),
        all_months=tuple(MonthTally(m.year, m.month, len(m.stories)) for m in months),
        all_people=persons.tallies(zone),
        all_outlets=tuple(outlet_tally(record) for record in outlets),
        all_topics=tuple(Tally(t.name, t.slug, t.stories, t.shown[0].days[-1] if t.shown else None) for t in watched),
        recent=tuple(stories[:SHOWN]),
    )


def _limited(whole: Catalogue, only: Touched) -> Catalogue:
    """The same catalogue with the records of touched pages alone.

    Topics stay: a watched topic's trend moves every day, whether or not there is news of it.
    """
    return replace(
        whole,
        editions=_near_days(whole.editions, only),
        months=tuple(m for m in whole.months if (m.year, m.month) in only.months),
        outlets=tuple(o for o in whole.outlets if o.slug in only.outlets),
    )


def newest_first(summary: StorySummary) -> tuple[float, str]:
    """The order of lists of stories: the latest report first."""
    return -summary.last.timestamp(), summary.id


def _near_days(editions: Sequence[Edition], only: Touched) -> tuple[Edition, ...]:
    """The editions touched, those before and after them, which point to them, and the one that was home before."""
    near: set[int] = set()
    for place, edition in enumerate(editions):
        if edition.day in only.days:
            home = next((back for back in range(place - 1, -1, -1) if editions[back].stories), place)
            near |= {place - 1, place, place + 1, home}
    return tuple(e for place, e in enumerate(editions) if place in near)


def _month(summary: StorySummary) -> tuple[int, int]:
    """The month of a story's address, which never changes."""
    year, month, *_ = summary.path.split("/")
    return int(year), int(month)


def month_records(stories: Sequence[StorySummary]) -> tuple[MonthRecord, ...]:
    """The months of ``stories`` (newest first), the latest month first."""
    months: defaultdict[tuple[int, int], list[StorySummary]] = defaultdict(list)
    for summary in stories:
        months[_month(summary)].append(summary)
    return tuple(MonthRecord(*month, tuple(months[month])) for month in sorted(months, reverse=True))


def person_records(
    said: Sequence[Statement], known: Mapping[str, KnownPerson] | None = None
) -> tuple[PersonRecord, ...]:
    """Everybody quoted, by name. The fullest name (of ``known``, by slug, else of the statements) and the latest role stand for a person."""
    by_slug: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        by_slug[statement.slug].append(statement)
    records = []
    for person, own in by_slug.items():
        one = (known or {}).get(person) or unknown_person(person, {s.name for s in own})
        others = tuple(name for name in one.other_names if name != one.name)
        role = next((s.role for s in own if s.role), None)
        stories = len({s.story for s in own})
        records.append(
            PersonRecord(Person(one.name, person, role, len(own)), stories, len(own), by_story(own[:SHOWN]), others)
        )
    return tuple(sorted(records, key=lambda r: by_last_name(r.person.name, r.person.slug)))


def by_story(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements of one story side by side, the order otherwise kept."""
    stories: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        stories[statement.story].append(statement)
    return tuple(statement for own in stories.values() for statement in own)


def outlet_records(stories: Sequence[StorySummary]) -> tuple[OutletRecord, ...]:
    """The outlets of ``stories`` (newest first), by name; two spellings of one address are one outlet."""
    by_slug: defaultdict[str, list[StorySummary]] = defaultdict(list)
    names: dict[str, str] = {}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for summary in stories:
        for share in summary.shares:
            key = slug(share.outlet)
            names.setdefault(key, share.outlet)
            counts[key].update(firsts=int(share.first), reports=share.reports, copies=share.copies)
            if not by_slug[key] or by_slug[key][-1] is not summary:
                by_slug[key].append(summary)
    records = (
        OutletRecord(
            names[k], k, len(own), counts[k]["firsts"], counts[k]["reports"], counts[k]["copies"], tuple(own[:SHOWN])
        )
        for k, own in by_slug.items()
    )
    return tuple(sorted(records, key=lambda r: (r.name.casefold(), r.slug)))


def topic_records(
    stories: Sequence[StorySummary], topics: Sequence[Topic], editions: Sequence[Edition]
) -> tuple[TopicRecord, ...]:
    """The watched topics in the order watched, then those that stories or editions bear though nobody watches them now."""
    matches: dict[str, tuple[str, ...]] = {topic.name: topic.match for topic in topics}
    printed = (*stories, *(summary for edition in editions for summary in edition.stories))
    borne = {topic for summary in printed for topic in summary.topics}
    names = dict.fromkeys((*matches, *sorted(borne)))
    return tuple(topic_record(name, matches.get(name, ()), stories, editions) for name in names)


def topic_record(
    name: str, match: tuple[str, ...], stories: Sequence[StorySummary], editions: Sequence[Edition]
) -> TopicRecord:
    """The record of one topic."""
    own = [summary for summary in stories if name in summary.topics]
    trend = tuple((e.day, sum(name in s.topics for s in e.stories)) for e in editions[-TREND_DAYS:])
    return TopicRecord(name, slug(name), match, len(own), trend, gather_people(own), tuple(own[:SHOWN]))


def gather_people(summaries: Iterable[StorySummary], most: int = 12) -> tuple[Person, ...]:
    """Who is quoted most over several stories."""
    counts: Counter[str] = Counter()
    best: dict[str, Person] = {}
    for summary in summaries:
        for person in summary.people:
            counts[person.slug] += person.statements
            best.setdefault(person.slug, person)
    ranked: Mapping[str, int] = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
    return tuple(Person(best[key].name, key, best[key].role, count) for key, count in ranked.items())


def outlet_tally(record: OutletRecord) -> Tally:
    """The line of an outlet in the list of outlets."""
    return Tally(record.name, record.slug, record.stories, record.shown[0].days[-1])
