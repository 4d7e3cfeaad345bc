"""Stories and the places of their copy groups while groups are moved: by people, or because two stories are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from digest.grouping.memory import Block, Memory
from digest.grouping.naming import Taken, never, story_id
from digest.model import Join, Story


@dataclass(slots=True)
class Moves:
    """What is where after a night was gathered, and what was moved since; ``memory`` holds tonight's articles too.

    ``stories`` are those that changed tonight; ``taken`` tells of ids of older ones. Articles are looked up when they are
    asked for: a night moves few, and the memory may hold a hundred thousand.
    """

    memory: Memory
    stories: dict[str, Story]
    taken: Taken = never
    redirects: list[tuple[str, str]] = field(default_factory=list)
    _moved: dict[str, str] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    def group_of(self, article: str) -> str:
        """The copy group of the article of that id; "" if it is not remembered."""
        if article not in self._found:
            place = _newest(self.memory, article, lambda block: block.ids)
            self._found[article] = place[0].groups[place[1]] if place else ""
        return self._found[article]

    def home(self, group: str) -> str:
        """The story that a copy group is in; "" if the group is not remembered."""
        if group in self._moved:
            return self._moved[group]
        place = _newest(self.memory, group, lambda block: block.groups)
        return place[0].stories[place[1]] if place else ""

    def when(self, group: str) -> datetime | None:
        """The time of a group's first article; None if that is not remembered."""
        place = _newest(self.memory, group, lambda block: block.ids)
        return datetime.fromtimestamp(int(place[0].columns["when"][place[1]]), UTC) if place else None

    def story(self, name: str) -> Story:
        """The story of that id as it stands now."""
        return self.stories.get(name) or self.memory.story(name)

    def known(self, name: str) -> bool:
        """Whether a story of that id is remembered."""
        return name in self.stories or name in self.memory.raw_stories

    def standing(self, name: str) -> str:
        """The story that stands for an id of a story or article, merges followed; "" if it is not remembered or empty."""
        if not self.known(name) and (group := self.group_of(name)):
            name = self.home(group)
        while self.known(name) and (into := self.story(name).merged_into):
            name = into
        return name if self.known(name) and self.story(name).groups else ""

    def groups(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The copy groups of those of ``ids`` that are articles."""
        return tuple(dict.fromkeys(group for name in ids if (group := self.group_of(name))))

    def joins(self, name: str) -> Mapping[str, Join]:
        """Why each copy group is in the story of that id."""
        return {join.group: join for join in self.story(name).joins}

    def age(self, name: str) -> tuple[datetime, str]:
        """What puts stories in order, the older first."""
        return (self.story(name).first_seen, name)

    def merge(self, younger: str, older: str, told: Callable[[Join], Join]) -> None:
        """Make ``younger`` part of ``older``; its page leads there. ``told`` gives each join its new reason."""
        self.move(self.story(younger).groups, older, told)
        self.stories[younger] = replace(self.story(younger), merged_into=older)
        self.redirects.append((younger, older))

    def open(self, parent: str, groups: tuple[str, ...]) -> str:
        """A story for groups that leave ``parent``: the one with which all of them came, else a new one with its name and a number."""
        joins = self.joins(parent)
        origins = {joins[group].came_from for group in groups if group in joins}
        origin = origins.pop() if len(origins) == 1 else None
        if origin and self.known(origin) and self.story(origin).merged_into == parent:
            self.stories[origin] = replace(self.story(origin), merged_into=None)
            return origin
        old = self.story(parent)
        when = min(self.when(group) or old.last_seen for group in groups)
        number = 2
        while self.known(name := story_id(path := f"{when:%Y/%m/%d}/{old.slug}-{number}")) or self.taken(name):
            number += 1
        self.stories[name] = Story(name, f"{old.slug}-{number}", path, name, when, when, ())
        return name

    def move(self, groups: Iterable[str], target: str, told: Callable[[Join], Join]) -> None:
        """Take ``groups`` out of their stories into ``target``."""
        for group in groups:
            source = self.story(self.home(group))
            join = self.joins(source.id).get(group) or Join(group, 1.0)
            rest = tuple(name for name in source.groups if name != group)
            others = tuple(join for join in source.joins if join.group != group)
            self.stories[source.id] = replace(source, groups=rest, joins=others)
            self._moved[group] = target
            story, when = self.story(target), self.when(group) or source.last_seen
            self.stories[target] = replace(
                story,
                groups=(*story.groups, group),
                joins=(*story.joins, told(join)),
                first_seen=min(story.first_seen, when),
                last_seen=max(story.last_seen, when, source.last_seen if not rest else when),
            )

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the memory with every article in the story where its copy group is now."""
        return tuple(_placed(block, self._moved) for block in self.memory.blocks) if self._moved else self.memory.blocks


def _newest(memory: Memory, name: str, names: Callable[[Block], tuple[str, ...]]) -> tuple[Block, int] | None:
    """The block and the place in it that bear a name among ``names``, the newest block first; None if none does."""
    for block in reversed(memory.blocks):
        try:
            return block, names(block).index(name)
        except ValueError:
            continue
    return None


def _placed(block: Block, moved: Mapping[str, str]) -> Block:
    stories = tuple(moved.get(group, story) for group, story in zip(block.groups, block.stories, strict=True))
    return block if stories == block.stories else replace(block, stories=stories)
