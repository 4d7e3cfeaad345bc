"""What people decided about stories, applied after every night; doing it again changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from digest.grouping.memory import Block, Memory
from digest.grouping.naming import Taken, never
from digest.grouping.stories import story_id
from digest.model import Evidence, Join, Overrule, Story


@dataclass(slots=True)
class Ruling:
    """Stories and places of copy groups while overrules are applied.

    ``home`` leads from a copy group to its story, ``group_of`` from an article to its copy group, ``when`` to the time of
    a group's first article. ``stories`` are those that changed tonight; ``taken`` tells of ids of older ones.
    """

    memory: Memory
    home: dict[str, str]
    group_of: Mapping[str, str]
    when: Mapping[str, datetime]
    stories: dict[str, Story]
    taken: Taken = never
    redirects: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, memory: Memory, blocks: Sequence[Block], stories: Mapping[str, Story], taken: Taken) -> Ruling:
        """The state after the night was gathered; ``blocks`` hold tonight too."""
        home, group_of, when = {}, {}, {}
        for block in blocks:
            for at, own in enumerate(block.ids):
                group_of[own] = block.groups[at]
                home[block.groups[at]] = block.stories[at]
                if own == block.groups[at]:
                    when[own] = datetime.fromtimestamp(int(block.columns["when"][at]), UTC)
        return cls(memory, home, group_of, when, dict(stories), taken)

    def story(self, name: str) -> Story:
        """The story of that id as it stands now."""
        return self.stories.get(name) or self.memory.story(name)

    def known(self, name: str) -> bool:
        """Whether a story of that id is remembered."""
        return name in self.stories or name in self.memory.raw_stories

    def apply(self, overrule: Overrule) -> None:
        """Apply one decision as far as the articles it names are remembered."""
        {"merge": self._merge, "split": self._split, "keep_out": self._keep_out}.get(overrule.action, _nothing)(
            overrule
        )

    def _standing(self, name: str) -> str:
        """The story that stands for an id of a story or article, merges followed; "" if it is not remembered or empty."""
        name = self.home.get(self.group_of.get(name, ""), name)
        while self.known(name) and (into := self.story(name).merged_into):
            name = into
        return name if self.known(name) and self.story(name).groups else ""

    def _groups(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.group_of[name] for name in ids if name in self.group_of))

    def _merge(self, overrule: Overrule) -> None:
        names = sorted({name for one in overrule.ids if (name := self._standing(one))}, key=self._age)
        for name in names[1:]:
            ended = self.story(name)
            self._move(ended.groups, names[0], overrule.reason)
            self.stories[name] = replace(self.story(name), merged_into=names[0])
            self.redirects.append((name, names[0]))

    def _keep_out(self, overrule: Overrule) -> None:
        story = next((name for one in overrule.ids if one not in self.group_of and (name := self._standing(one))), "")
        for group in self._groups(overrule.ids):
            if self.home[group] == story and set(self.story(story).groups) != {group}:
                self._move((group,), self._open(story, (group,)), overrule.reason)

    def _split(self, overrule: Overrule) -> None:
        groups = self._groups(overrule.ids)
        for name in dict.fromkeys(self.home[group] for group in groups):
            leaving = tuple(group for group in groups if self.home[group] == name)
            if set(leaving) != set(self.story(name).groups):
                self._move(leaving, self._open(name, leaving), overrule.reason)

    def _open(self, parent: str, groups: tuple[str, ...]) -> str:
        """A new story for groups that leave ``parent``, named after it with a number."""
        old, when = self.story(parent), min(self.when.get(group, self.story(parent).last_seen) for group in groups)
        number = 2
        while self.known(name := story_id(path := f"{when:%Y/%m/%d}/{old.slug}-{number}")) or self.taken(name):
            number += 1
        self.stories[name] = Story(name, f"{old.slug}-{number}", path, name, when, when, ())
        return name

    def _move(self, groups: tuple[str, ...], target: str, reason: str) -> None:
        evidence = (Evidence("overrule", reason, 1.0),)
        for group in groups:
            source = self.story(self.home[group])
            rest = tuple(name for name in source.groups if name != group)
            joins = tuple(join for join in source.joins if join.group != group)
            self.stories[source.id] = replace(source, groups=rest, joins=joins)
            self.home[group] = target
            story, when = self.story(target), self.when.get(group, source.last_seen)
            self.stories[target] = replace(
                story,
                groups=(*story.groups, group),
                joins=(*story.joins, Join(group, 1.0, evidence)),
                first_seen=min(story.first_seen, when),
                last_seen=max(story.last_seen, when, source.last_seen if not rest else when),
            )

    def _age(self, name: str) -> tuple[datetime, str]:
        return (self.story(name).first_seen, name)


def _nothing(_: Overrule) -> None:
    """An action nobody knows changes nothing; the reader of feed files has reported it."""


def overruled(
    memory: Memory,
    blocks: Sequence[Block],
    stories: Mapping[str, Story],
    overrules: Sequence[Overrule],
    taken: Taken = never,
) -> tuple[tuple[Block, ...], dict[str, Story], tuple[tuple[str, str], ...]]:
    """The blocks and changed stories after ``overrules``, and the pairs of an ended story and the one that took it."""
    if not overrules:
        return tuple(blocks), dict(stories), ()
    ruling = Ruling.of(memory, blocks, stories, taken)
    for overrule in overrules:
        ruling.apply(overrule)
    moved = []
    for block in blocks:
        placed = tuple(ruling.home[group] for group in block.groups)
        moved.append(block if placed == block.stories else replace(block, stories=placed))
    return tuple(moved), dict(sorted(ruling.stories.items())), tuple(ruling.redirects)
