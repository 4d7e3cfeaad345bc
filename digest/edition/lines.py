"""What is counted of a story and of a statement: the record without the words, of which a site of years has too many to hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from digest.edition.views import Counts, OutletShare, Person, Statement, StorySummary


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as lists count it and name it on a line: what its summary says but the words of its sources.

    A site of a month has a hundred thousand; of most of them a night needs no more.
    """

    id: str
    path: str
    day: date
    headline: str
    first: datetime
    last: datetime
    is_open: bool
    counts: Counts
    shares: tuple[OutletShare, ...]
    people: tuple[Person, ...]
    topics: tuple[str, ...]
    days: tuple[date, ...]
    articles: tuple[str, ...] = ()


ListedStory = StoryLine | StorySummary
"""What a list of stories may hold."""


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """The article of a statement, and where in it the words start."""

    article: str
    start: int


@dataclass(frozen=True, slots=True)
class StatementQuote:
    """When a statement was made, and where it stands."""

    passage: StatementPlace
    when: datetime


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement as the list of people counts it, without its words."""

    slug: str
    name: str
    role: str | None
    story: str
    quote: StatementQuote


ListedStatement = StatementLine | Statement
"""What a count of statements may go over."""
