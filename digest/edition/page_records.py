"""What each page that lists stories is made from: a record for a person, an outlet, a topic and a month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby

from digest.edition.lines import ListedStory
from digest.edition.slugs import slug
from digest.edition.tallies import Tally, by_last_name, unknown_person
from digest.edition.views import Person, Statement, StorySummary
from digest.model import KnownPerson, Topic

SHOWN = 60
"""Most stories or statements that a page of a person, outlet or topic lists, the newest first; the months list all.
With 200 a night of 200 stories on 20,000 wrote 124 MB, most of it lists that nobody scrolls through."""
SHOWN_OF_DATE = 30
"""Most stories that the page of a month lists under one date, the newest first; the date's own page lists all.
A month of 2,500 stories a day listed 75,000 on one page and its data was 300 MB, made anew every night."""
TREND_DAYS = 30
"""Days that a topic's trend goes back."""


Fetch = Callable[[Sequence[ListedStory]], Sequence[StorySummary]]
"""Gives the whole summaries of stories of which a list has the lines, in their order."""


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
class DateRecord:
    """All stories whose page is of one ``day``, newest first."""

    day: date
    stories: tuple[ListedStory, ...]


@dataclass(frozen=True, slots=True)
class DateTally:
    """The part of one ``day`` in its month: how many ``stories``, of which the newest are ``shown``."""

    day: date
    stories: int
    shown: tuple[ListedStory, ...]


@dataclass(frozen=True, slots=True)
class MonthRecord:
    """The dates of one month that have stories, the latest first."""

    year: int
    month: int
    dates: tuple[DateTally, ...]

    @property
    def stories(self) -> int:
        """How many stories the month has."""
        return sum(tally.stories for tally in self.dates)


def newest_first(summary: ListedStory) -> tuple[float, str]:
    """The order of lists of stories: the latest report first."""
    return -summary.last.timestamp(), summary.id


def date_of(summary: ListedStory) -> date:
    """The date of a story's address, which never changes."""
    year, month, day, *_ = summary.path.split("/")
    return date(int(year), int(month), int(day))


def date_records(stories: Iterable[ListedStory]) -> tuple[DateRecord, ...]:
    """The dates of ``stories`` (newest first), the latest date first."""
    dates: defaultdict[date, list[ListedStory]] = defaultdict(list)
    for summary in stories:
        dates[date_of(summary)].append(summary)
    return tuple(DateRecord(day, tuple(dates[day])) for day in sorted(dates, reverse=True))


def month_records(dates: Sequence[DateRecord]) -> tuple[MonthRecord, ...]:
    """The months of ``dates`` (the latest first), the latest month first."""
    tallies = (DateTally(record.day, len(record.stories), record.stories[:SHOWN_OF_DATE]) for record in dates)
    months = groupby(tallies, key=lambda tally: (tally.day.year, tally.day.month))
    return tuple(MonthRecord(*month, tuple(own)) for month, own in months)


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


@dataclass(slots=True)
class OutletCount:
    """What an outlet did in all stories, which are newest first."""

    name: str
    slug: str
    stories: list[ListedStory] = field(default_factory=list)
    firsts: int = 0
    reports: int = 0
    copies: int = 0

    def tally(self) -> Tally:
        """Its line in the list of outlets."""
        return Tally(self.name, self.slug, len(self.stories), self.stories[0].days[-1])

    def record(self, fetch: Fetch) -> OutletRecord:
        """What its page is made from."""
        shown = fetch(self.stories[:SHOWN])
        return OutletRecord(
            self.name, self.slug, len(self.stories), self.firsts, self.reports, self.copies, tuple(shown)
        )


def outlet_counts(stories: Sequence[ListedStory]) -> tuple[OutletCount, ...]:
    """The outlets of ``stories`` (newest first), by name; two spellings of one address are one outlet."""
    found: dict[str, OutletCount] = {}
    slugs: dict[str, str] = {}
    for story in stories:
        for share in story.shares:
            key = slugs.get(share.outlet) or slugs.setdefault(share.outlet, slug(share.outlet))
            one = found.setdefault(key, OutletCount(share.outlet, key))
            one.firsts += share.first
            one.reports += share.reports
            one.copies += share.copies
            if not one.stories or one.stories[-1] is not story:
                one.stories.append(story)
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), one.slug)))


def topic_records(
    stories: Sequence[ListedStory],
    topics: Sequence[Topic],
    days: Sequence[tuple[date, Sequence[ListedStory]]],
    fetch: Fetch,
) -> tuple[TopicRecord, ...]:
    """The watched topics in the order watched, then those that stories or editions bear though nobody watches them now.

    ``days`` are the editions' stories, the earliest day first.
    """
    matches: dict[str, tuple[str, ...]] = {topic.name: topic.match for topic in topics}
    printed = chain(stories, *(told for _, told in days))
    borne = {topic for story in printed for topic in story.topics}
    names = dict.fromkeys((*matches, *sorted(borne)))
    return tuple(_topic_record(name, matches.get(name, ()), stories, days, fetch) for name in names)


def _topic_record(
    name: str,
    match: tuple[str, ...],
    stories: Sequence[ListedStory],
    days: Sequence[tuple[date, Sequence[ListedStory]]],
    fetch: Fetch,
) -> TopicRecord:
    own = [story for story in stories if name in story.topics]
    trend = tuple((day, sum(name in story.topics for story in told)) for day, told in days[-TREND_DAYS:])
    return TopicRecord(name, slug(name), match, len(own), trend, gather_people(own), tuple(fetch(own[:SHOWN])))


def gather_people(summaries: Iterable[ListedStory], most: int = 12) -> tuple[Person, ...]:
    """Who is quoted most over several stories."""
    counts: Counter[str] = Counter()
    best: dict[str, Person] = {}
    for summary in summaries:
        for person in summary.people:
            counts[person.slug] += person.statements
            best.setdefault(person.slug, person)
    ranked: Mapping[str, int] = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
    return tuple(Person(best[key].name, key, best[key].role, count) for key, count in ranked.items())
