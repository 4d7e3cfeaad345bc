"""Articles that leave copy groups, stories and grouping's memory: taken down by a person, or back by their publisher."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from digest.grouping import Memory, changed_rows, group_without, story_without, without_articles
from digest.model import CopyGroup
from digest.state import StoryState
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is left without some articles: of their copy groups (None for nothing), their stories, and the memory."""

    groups: Mapping[str, CopyGroup | None]
    stories: tuple[StoryState, ...]
    before: Memory
    memory: Memory


def forgotten(store: Store, memory: Memory, articles: Collection[str]) -> Forgotten:
    """What the state and ``memory`` are without ``articles``; those that are placed nowhere change nothing. Writes nothing."""
    gone, placed = frozenset(articles), tuple(store.placements.where("article", articles))
    if not placed:
        return Forgotten({}, (), memory, memory)
    groups = {group.id: group_without(group, gone) for group in store.groups.where("id", {p.group for p in placed})}
    states = store.stories.where("id", {p.story for p in placed})
    stories = tuple(replace(state, story=story_without(state.story, groups, gone)) for state in states)
    standing = store.articles.where("id", [name for group in groups.values() if group for name in group.members])
    after = without_articles(memory, gone, {article.id: article for article in standing})
    return Forgotten(groups, stories, memory, after)


def keep_forgotten(store: Store, left: Forgotten) -> None:
    """Write what is left, before the articles' placements go."""
    store.groups.drop(name for name, group in left.groups.items() if group is None)
    store.groups.put(group for group in left.groups.values() if group)
    store.stories.put(left.stories)
    store.remember(*changed_rows(left.before, left.memory))
