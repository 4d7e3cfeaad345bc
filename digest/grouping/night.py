"""One night: articles in, the copy groups and stories they made or changed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from digest.copies.fold import fold
from digest.copies.relation import Adoption
from digest.grouping.memory import COPY_NIGHTS, WINDOW_ARTICLES, WINDOW_NIGHTS, Memory, Night, changed_rows
from digest.grouping.naming import free_path
from digest.grouping.window import copy_records, story_records, unplaced_night
from digest.model import Article, Copy, CopyGroup, Evidence, Join, Overrule, Story
from digest.stories.gather import Placing, gather
from digest.text.fingerprints import fingerprints


@dataclass(frozen=True)
class NightGrouping:
    """What a night's articles changed.

    ``groups`` and ``stories`` are those that are new or changed, complete with members of earlier nights.
    ``redirects`` are pairs of story ids: the story that ended and the older one it became part of.
    ``memory`` is what to remember; ``new_rows`` and ``dropped_keys`` are the difference to the rows of the memory before.
    """

    groups: tuple[CopyGroup, ...]
    stories: tuple[Story, ...]
    memory: Memory
    redirects: tuple[tuple[str, str], ...] = ()
    new_rows: tuple[tuple[str, bytes], ...] = ()
    dropped_keys: tuple[str, ...] = ()


def group_night(articles: Sequence[Article], memory: Memory, *, overrules: Sequence[Overrule] = ()) -> NightGrouping:
    """The copy groups and stories that ``articles`` form among themselves and with what ``memory`` holds.

    The order of ``articles`` changes nothing; one whose id is remembered already is left where it is.
    """
    known = {name for night in memory.nights for name in night.ids}
    tonight = sorted({a.id: a for a in articles if a.id not in known}.values(), key=content_order)
    if not tonight:
        return NightGrouping((), (), memory)
    prints = fingerprints([article.headline or "" for article in tonight], [article.text for article in tonight])
    night = unplaced_night(memory.nights[-1].number + 1 if memory.nights else 1, tonight, prints)
    night, groups = _fold(memory, night)
    night, stories = _gather(memory, night, {article.id: article for article in tonight}, groups)
    after = _remember(memory, night, groups, stories)
    new_rows, dropped = changed_rows(memory, after)
    return NightGrouping(tuple(groups.values()), tuple(stories.values()), after, (), new_rows, dropped)


def content_order(article: Article) -> tuple[datetime, str, str, str, str, str]:
    """Time first, then what the article says and where, so that ids decide nothing."""
    return (article.when, article.text, article.headline or "", article.outlet, article.url or "", article.id)


def _fold(memory: Memory, night: Night) -> tuple[Night, dict[str, CopyGroup]]:
    """Tonight's articles with their copy groups, and the groups that are new or changed."""
    kept = [past for past in memory.nights if past.shingles]
    records = copy_records(kept, night)
    first = len(records) - len(night)
    folding = fold(records, first)
    ids = [name for past in (*kept, night) for name in past.ids]
    names = [name for past in kept for name in past.groups] + list(night.ids)
    placed = tuple(names[row] for row in folding.group[first:].tolist())
    groups = {name: CopyGroup(name, name) for name in placed if name in set(night.ids)}
    for adoption in folding.adoptions:
        group = _copy_group(names[adoption.group], adoption, ids, memory)
        groups[group.id] = group
    night = replace(night, groups=placed, terms={**night.terms, "bridge": folding.bridge[first:]})
    return night, dict(sorted(groups.items()))


def _copy_group(name: str, adoption: Adoption, ids: Sequence[str], memory: Memory) -> CopyGroup:
    """The group as it now stands; members whose shingles are forgotten stay as they were."""
    copies = {
        ids[member.row]: Copy(ids[member.row], member.relation, member.score, member.new_paragraphs, member.reason)
        for member in adoption.members
    }
    original = ids[adoption.original]
    if name not in memory.raw_groups:
        return CopyGroup(name, original, tuple(copies.values()))
    before = memory.group(name)
    seen = {original, *copies}
    old = [copy for copy in before.copies if copy.article not in seen]
    if before.original not in seen:
        copies[original] = next(copy for copy in before.copies if copy.article == original)
        original = before.original
    return CopyGroup(name, original, (*old, *copies.values()), before.agency)


def _gather(
    memory: Memory, night: Night, articles: Mapping[str, Article], groups: Mapping[str, CopyGroup]
) -> tuple[Night, dict[str, Story]]:
    """Tonight's articles with their stories, and the stories that are new or changed."""
    records, names, story_of = story_records(memory.nights, night)
    first = len(records) - sum(own == group for own, group in zip(night.ids, night.groups, strict=True))
    stories: dict[str, Story] = {}
    for placing in gather(records, first):
        row = placing.row
        if placing.story == row:
            story = _open(articles[names[row]], memory, stories)
            story_of[row] = story.id
            stories[story.id] = story
    found = dict(zip(names, story_of, strict=True))
    for placing in gather(records, first):
        story_of[placing.row] = story_of[placing.story]
        found[names[placing.row]] = story_of[placing.row]
        _add(stories, memory, story_of, names, placing)
    home = {
        group: story for past in memory.nights for group, story in zip(past.groups, past.stories, strict=True)
    } | found
    for article in night.ids:
        name = home[night.groups[night.ids.index(article)]]
        story = stories.get(name) or memory.story(name)
        when = articles[article].when
        stories[name] = replace(story, first_seen=min(story.first_seen, when), last_seen=max(story.last_seen, when))
    return replace(night, stories=tuple(home[group] for group in night.groups)), dict(sorted(stories.items()))


def _open(article: Article, memory: Memory, tonight: Mapping[str, Story]) -> Story:
    """A new story named for its first article."""

    def taken(path: str) -> bool:
        name = path.replace("/", "-")
        return name in memory.raw_stories or name in tonight

    path = free_path(article, taken)
    name = path.replace("/", "-")
    return Story(name, path.rsplit("/", 1)[1], path, name, article.when, article.when, ())


def _add(
    stories: dict[str, Story], memory: Memory, story_of: Sequence[str], names: Sequence[str], placing: Placing
) -> None:
    name = story_of[placing.row]
    story = stories.get(name) or memory.story(name)
    nearest = story_of[placing.nearest] if placing.nearest >= 0 else None
    evidence = () if placing.story == placing.row else (Evidence("words", "shared words", round(placing.score, 4)),)
    join = Join(names[placing.row], round(placing.score, 4), evidence, nearest, round(placing.nearest_score, 4))
    stories[name] = replace(story, groups=(*story.groups, names[placing.row]), joins=(*story.joins, join))


def _remember(memory: Memory, night: Night, groups: Mapping[str, CopyGroup], stories: Mapping[str, Story]) -> Memory:
    """The memory with tonight in it and what lies outside the window out of it."""
    nights = [*memory.nights, night]
    total = sum(map(len, nights))
    while len(nights) > WINDOW_NIGHTS and total - len(nights[0]) >= WINDOW_ARTICLES:
        total -= len(nights.pop(0))
    recent = 0
    for at in range(len(nights) - 1, -1, -1):
        if len(nights) - at > COPY_NIGHTS and recent >= WINDOW_ARTICLES and nights[at].shingles:
            nights[at] = replace(nights[at], shingles={})
        recent += len(nights[at])
    raw_groups = {**memory.raw_groups, **{name: msgspec.json.encode(group) for name, group in groups.items()}}
    raw_stories = {**memory.raw_stories, **{name: msgspec.json.encode(story) for name, story in stories.items()}}
    if len(nights) <= len(memory.nights):
        kept_groups = {name for past in nights for name in past.groups}
        kept_stories = {name for past in nights for name in past.stories}
        raw_groups = {name: raw for name, raw in raw_groups.items() if name in kept_groups}
        raw_stories = {name: raw for name, raw in raw_stories.items() if name in kept_stories}
    return Memory(tuple(nights), raw_groups, raw_stories)
