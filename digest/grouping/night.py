"""One night: articles in, the copy groups and stories they made or changed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from digest.copies.fold import Folding, fold
from digest.copies.relation import Adoption
from digest.grouping.memory import COPY_NIGHTS, WINDOW_ARTICLES, WINDOW_NIGHTS, Block, Memory, changed_rows
from digest.grouping.naming import free_path
from digest.grouping.window import appended, known_records, new_block, story_records, tonight_records, with_terms
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
    known = {name for block in memory.blocks for name in block.ids}
    fresh = {article.id: article for article in articles if article.id not in known}
    if not fresh:
        return NightGrouping((), (), memory)
    tonight = sorted(fresh.values(), key=content_order)
    prints = fingerprints([article.headline or "" for article in tonight], [article.text for article in tonight])
    kept = [block for block in memory.blocks if block.shingles]
    records = tonight_records(tonight, prints)
    folding = fold(known_records(kept), records)
    number, night = (memory.blocks[-1].number + 1, memory.blocks[-1].last_night + 1) if memory.blocks else (1, 1)
    block = new_block(number, night, tonight, records, folding.bridge)
    block, groups = _fold(memory, kept, block, folding)
    block, vocabulary = with_terms(block, prints, memory.vocabulary)
    block, stories = _gather(replace(memory, vocabulary=vocabulary), block, fresh)
    after = _remembered(replace(memory, vocabulary=vocabulary), block, groups, stories)
    new_rows, dropped = changed_rows(memory, after)
    return NightGrouping(tuple(groups.values()), tuple(stories.values()), after, (), new_rows, dropped)


def content_order(article: Article) -> tuple[datetime, str, str, str, str, str]:
    """Time first, then what the article says and where, so that ids decide nothing."""
    return (article.when, article.text, article.headline or "", article.outlet, article.url or "", article.id)


def _fold(memory: Memory, kept: Sequence[Block], block: Block, folding: Folding) -> tuple[Block, dict[str, CopyGroup]]:
    """Tonight's articles with their copy groups, and the groups that are new or changed."""
    ids = [name for past in (*kept, block) for name in past.ids]
    names = [name for past in kept for name in past.groups] + list(block.ids)
    placed = tuple(names[row] for row in folding.group.tolist())
    groups = {own: CopyGroup(own, own) for own, name in zip(block.ids, placed, strict=True) if own == name}
    for adoption in folding.adoptions:
        group = _copy_group(names[adoption.group], adoption, ids, memory)
        groups[group.id] = group
    return replace(block, groups=placed), dict(sorted(groups.items()))


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
        forgotten = {copy.article: copy for copy in before.copies}
        copies[original] = forgotten[original]
        original = before.original
    return CopyGroup(name, original, (*old, *copies.values()), before.agency)


def _gather(memory: Memory, block: Block, articles: Mapping[str, Article]) -> tuple[Block, dict[str, Story]]:
    """Tonight's articles with their stories, and the stories that are new or changed."""
    records, names, story_of = story_records((*memory.blocks, block))
    first = len(records) - len(block.columns["unit"])
    placings = gather(records, first, memory.vocabulary)
    stories: dict[str, Story] = {}
    for placing in placings:
        if placing.story == placing.row:
            story = _opened(articles[names[placing.row]], memory, stories)
            story_of[placing.row] = story.id
            stories[story.id] = story
    for placing in placings:
        story_of[placing.row] = story_of[placing.story]
        _add(stories, memory, story_of, names, placing)
    home = {group: story for past in memory.blocks for group, story in zip(past.groups, past.stories, strict=True)}
    home |= {names[placing.row]: story_of[placing.row] for placing in placings}
    placed = tuple(home[group] for group in block.groups)
    for own, name in zip(block.ids, placed, strict=True):
        story = stories.get(name) or memory.story(name)
        when = articles[own].when
        stories[name] = replace(story, first_seen=min(story.first_seen, when), last_seen=max(story.last_seen, when))
    return replace(block, stories=placed), dict(sorted(stories.items()))


def _opened(article: Article, memory: Memory, tonight: Mapping[str, Story]) -> Story:
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


def _remembered(memory: Memory, block: Block, groups: Mapping[str, CopyGroup], stories: Mapping[str, Story]) -> Memory:
    """The memory with tonight in it and what lies outside the window out of it."""
    blocks = _trimmed(appended(memory.blocks, block), block.last_night)
    raw_groups = {**memory.raw_groups, **{name: msgspec.json.encode(group) for name, group in groups.items()}}
    raw_stories = {**memory.raw_stories, **{name: msgspec.json.encode(story) for name, story in stories.items()}}
    if memory.blocks and blocks[0].number != memory.blocks[0].number:
        kept_groups = {name for past in blocks for name in past.groups}
        kept_stories = {name for past in blocks for name in past.stories}
        raw_groups = {name: raw for name, raw in raw_groups.items() if name in kept_groups}
        raw_stories = {name: raw for name, raw in raw_stories.items() if name in kept_stories}
    return Memory(blocks, memory.vocabulary, raw_groups, raw_stories)


def _trimmed(blocks: Sequence[Block], night: int) -> tuple[Block, ...]:
    """The blocks inside the window on ``night``, and with shingles only those inside the window of copies."""
    left, kept = sum(map(len, blocks)), []
    for block in blocks:
        left -= len(block)
        if block.last_night > night - WINDOW_NIGHTS or left < WINDOW_ARTICLES:
            stale = block.last_night <= night - COPY_NIGHTS and left >= WINDOW_ARTICLES
            kept.append(replace(block, shingles={}) if stale and block.shingles else block)
    return tuple(kept)
