"""The short lines of the list of people, counted in one pass: a site of years has more statements than fit in memory at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from digest.edition.lines import ListedStatement
from digest.model import KnownPerson


@dataclass(frozen=True, slots=True)
class Tally:
    """One line of a list of pages: ``count`` of stories or statements, the ``last`` day of one, and a ``detail`` in words."""

    name: str
    slug: str
    count: int
    last: date | None
    detail: str = ""


@dataclass(slots=True)
class _Count:
    """What was counted of one person. ``last`` and ``role`` are of the statements that come first in their order."""

    names: set[str] = field(default_factory=set)
    statements: int = 0
    last: tuple[tuple[object, ...], datetime] | None = None
    role: tuple[tuple[object, ...], str] | None = None


class PersonTallies:
    """Counts the statements of everybody as they go by, in any order. ``known`` are the persons that have addresses, by slug."""

    def __init__(self, known: Mapping[str, KnownPerson]) -> None:
        self.known = known
        self._counts: dict[str, _Count] = {}

    def count(self, statement: ListedStatement) -> None:
        """Count one statement."""
        one = self._counts.setdefault(statement.slug, _Count())
        place = latest_statement(statement)
        one.statements += 1
        one.names.add(statement.name)
        if one.last is None or place < one.last[0]:
            one.last = place, statement.quote.when
        if statement.role and (one.role is None or place < one.role[0]):
            one.role = place, statement.role

    def tallies(self, zone: tzinfo) -> tuple[Tally, ...]:
        """A line for everybody counted, by last name; ``zone`` cuts the days."""
        lines = [self._tally(slug, one, zone) for slug, one in self._counts.items()]
        return tuple(sorted(lines, key=lambda line: by_last_name(line.name, line.slug)))

    def _tally(self, slug: str, one: _Count, zone: tzinfo) -> Tally:
        name = (self.known.get(slug) or unknown_person(slug, one.names)).name
        last = one.last[1].astimezone(zone).date() if one.last else None
        return Tally(name, slug, one.statements, last, one.role[1] if one.role else "")


def latest_statement(statement: ListedStatement) -> tuple[object, ...]:
    """The order of lists of statements: the latest first."""
    passage = statement.quote.passage
    return -statement.quote.when.timestamp(), statement.story, passage.article, passage.start


def by_last_name(name: str, slug: str) -> tuple[str, str, str]:
    """The order of lists of people."""
    return name.rsplit(maxsplit=1)[-1].casefold(), name, slug


def unknown_person(slug: str, names: Iterable[str]) -> KnownPerson:
    """A person that has no record yet, under the fullest of the ``names`` printed."""
    printed = sorted(set(names))
    return KnownPerson(slug, max(printed, key=lambda name: (len(name.split()), len(name), name)), tuple(printed))
