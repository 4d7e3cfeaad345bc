"""What the pages that list stories are made of: a line of everything, and in full what pages that a night touched print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from digest.edition import Edition, Statement, StorySummary, edition
from digest.edition.catalogue import Counted
from digest.edition.lines import ListedStory, StatementLine, StoryLine
from digest.edition.page_records import newest_first
from digest.edition.tallies import PersonTallies
from digest.edition.views import Voices
from digest.store import Store

Same = TypeVar("Same")


@dataclass(frozen=True, slots=True)
class StoreShelf:
    """A shelf of what ``store`` holds (see ``edition.catalogue.Shelf``).

    ``watched`` are the topics that order an edition, ``dropped`` stories that were removed, ``gone`` those and the ones that moved.
    """

    store: Store
    watched: frozenset[str]
    dropped: frozenset[str]
    gone: frozenset[str]

    def summaries(self, stories: Sequence[ListedStory]) -> Sequence[StorySummary]:
        """The summaries of ``stories`` as these stand, in their order."""
        keys = [f"{story.id} {story.day}" for story in stories]
        found = {f"{summary.id} {summary.day}": summary for summary in self.store.summaries.where("key", keys)}
        return [found[key] for key in keys]

    def editions(self, days: Sequence[date]) -> Sequence[Edition]:
        """The editions of ``days``, the earliest first, without stories that were removed."""
        return [self._edition(day) for day in sorted(days)]

    def _edition(self, day: date) -> Edition:
        told = edition(day, self.store.summaries.where("day", [day.isoformat()]), self.watched)
        return Edition(day, tuple(summary for summary in told.stories if summary.id not in self.dropped))

    def statements(self, people: AbstractSet[str] | None) -> Iterable[Statement]:
        """What ``people`` said, by slug, or everybody, in stories that stand."""
        said = self.store.statements.all() if people is None else self.store.statements.where("person", people)
        return (statement for statement in said if statement.story not in self.gone)

    def voices(self, day: date) -> Sequence[Voices]:
        """What was said in each story as of the edition of ``day``, without stories that were removed."""
        told = self.store.voices.where("day", [day.isoformat()])
        return [voices for voices in told if voices.story not in self.dropped]


@dataclass(frozen=True, slots=True)
class Told:
    """Every story as each edition told it, a line each, the earliest first."""

    by_story: Mapping[str, Sequence[StoryLine]]

    @classmethod
    def of(cls, store: Store) -> Told:
        """All that the editions of ``store`` told."""
        alike, by_story = Alike(), defaultdict[str, list[StoryLine]](list)
        for line in store.summaries.glances(StoryLine):
            by_story[line.id].append(alike.of_story(line))
        return cls(by_story)

    def newest(self, story: str) -> StoryLine:
        """A story as it stands."""
        return self.by_story[story][-1]

    def counted(self, store: Store, dropped: AbstractSet[str], gone: AbstractSet[str]) -> Counted:
        """What lists are made of: editions without stories that were ``dropped``, and the stories that are not ``gone``."""
        standing = (self.newest(story) for story in self.by_story if story not in gone)
        return Counted(self._days(store, dropped), tuple(sorted(standing, key=newest_first)), _people(store, gone))

    def _days(self, store: Store, dropped: AbstractSet[str]) -> tuple[tuple[date, tuple[StoryLine, ...]], ...]:
        """The stories of each night's edition, also of one without: no address that was published may end."""
        days: defaultdict[date, list[StoryLine]] = defaultdict(list)
        for story, own in self.by_story.items():
            for line in own if story not in dropped else ():
                if line.day in line.days:
                    days[line.day].append(line)
        nights = map(date.fromisoformat, store.nights.all_keys())
        return tuple((day, tuple(days.get(day, ()))) for day in sorted({*days, *nights}))


def _people(store: Store, gone: AbstractSet[str]) -> PersonTallies:
    tallies = PersonTallies({person.slug: person for person in store.people.all()})
    for statement in store.statements.glances(StatementLine):
        if statement.story not in gone:
            tallies.count(statement)
    return tallies


class Alike:
    """Keeps one of all equal values: a hundred thousand stories name the same outlets and people."""

    def __init__(self) -> None:
        self._kept: dict[object, object] = {}

    def of(self, value: Same) -> Same:
        """A value equal to ``value``, the same one each time."""
        kept = self._kept.setdefault((type(value), value), value)
        assert isinstance(kept, type(value))
        return kept

    def of_story(self, line: StoryLine) -> StoryLine:
        """The ``line`` with the parts that it shares with others."""
        return replace(
            line,
            day=self.of(line.day),
            days=self.of(line.days),
            counts=self.of(line.counts),
            shares=tuple(map(self.of, line.shares)),
            people=tuple(map(self.of, line.people)),
            topics=self.of(line.topics),
        )
