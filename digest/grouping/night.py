"""One night: articles in, the copy groups and stories they made or changed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from digest.copies.fold import fold
from digest.grouping.ahead import fingerprinted
from digest.grouping.copy_groups import changed_groups, placed_groups, template_pairs
from digest.grouping.memory import COPY_NIGHTS, WINDOW_ARTICLES, WINDOW_NIGHTS, Block, Memory, changed_rows
from digest.grouping.naming import Taken, never
from digest.grouping.overrules import overruled
from digest.grouping.reasons import TermPlaces
from digest.grouping.stories import gathered_stories
from digest.grouping.window import appended, known_records, new_block, tonight_records, with_terms
from digest.model import Article, CopyGroup, Overrule, Story
from digest.text.fingerprints import Fingerprints


@dataclass(frozen=True, eq=False)
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


def group_night(
    articles: Sequence[Article],
    memory: Memory,
    *,
    overrules: Sequence[Overrule] = (),
    taken: Taken = never,
    processes: int = 1,
) -> NightGrouping:
    """The copy groups and stories that ``articles`` form among themselves and with what ``memory`` holds.

    The order of ``articles`` changes nothing; one whose id is remembered already is left where it is.
    ``overrules`` are applied to old and new stories alike, in their order. ``taken`` tells of ids of stories that
    are older than the window: no new story gets the address of one. More ``processes`` share out the
    fingerprints of a large night; the answer is the same.
    """
    known = {name for block in memory.blocks for name in block.ids}
    tonight = in_order(article for article in articles if article.id not in known)
    (_, prints), *_ = fingerprinted([tonight], processes)
    return group_fingerprinted(tonight, prints, memory, overrules, taken)


def group_fingerprinted(
    tonight: Sequence[Article],
    prints: Fingerprints,
    memory: Memory,
    overrules: Sequence[Overrule] = (),
    taken: Taken = never,
) -> NightGrouping:
    """As ``group_night``, for articles that are ``in_order``, new to ``memory`` and fingerprinted already."""
    groups: dict[str, CopyGroup] = {}
    stories: dict[str, Story] = {}
    grown = memory
    if tonight:
        grown, groups, stories = _grown(memory, tonight, prints, taken)
    blocks, stories, redirects = overruled(grown, grown.blocks, stories, overrules, taken)
    after = _remembered(replace(grown, blocks=blocks), groups, stories)
    new_rows, dropped = changed_rows(memory, after)
    return NightGrouping(tuple(groups.values()), tuple(stories.values()), after, redirects, new_rows, dropped)


def in_order(articles: Iterable[Article]) -> list[Article]:
    """The articles by time and, where times tie, by what they say; of one id only the last."""
    return sorted({article.id: article for article in articles}.values(), key=content_order)


def content_order(article: Article) -> tuple[datetime, str, str, str, str, str]:
    """Time first, then what the article says and where, so that ids decide nothing."""
    return (article.when, article.text, article.headline or "", article.outlet, article.url or "", article.id)


def _grown(
    memory: Memory, tonight: Sequence[Article], prints: Fingerprints, taken: Taken
) -> tuple[Memory, dict[str, CopyGroup], dict[str, Story]]:
    """The memory with tonight's articles in its blocks, and the groups and stories that they changed."""
    fresh = {article.id: article for article in tonight}
    kept = [block for block in memory.blocks if block.shingles]
    records = tonight_records(tonight, prints)
    folding = fold(known_records(kept), records)
    number, night = (memory.blocks[-1].number + 1, memory.blocks[-1].last_night + 1) if memory.blocks else (1, 1)
    block = new_block(number, night, tonight, records, folding)
    block = replace(block, groups=placed_groups(kept, block, folding))
    groups = changed_groups(memory, kept, block, folding, fresh)
    block, vocabulary, told = with_terms(block, prints, memory.vocabulary)
    memory = replace(memory, vocabulary=vocabulary)
    apart = template_pairs(kept, block, folding)
    placed, stories = gathered_stories(memory, block, fresh, TermPlaces(prints, told), apart, taken)
    blocks = appended(memory.blocks, replace(block, stories=placed))
    return replace(memory, blocks=blocks), groups, stories


def _remembered(memory: Memory, groups: Mapping[str, CopyGroup], stories: Mapping[str, Story]) -> Memory:
    """The memory with what changed, and without what lies outside the window."""
    blocks = _trimmed(memory.blocks)
    raw_groups = {**memory.raw_groups, **{name: msgspec.json.encode(group) for name, group in groups.items()}}
    raw_stories = {**memory.raw_stories, **{name: msgspec.json.encode(story) for name, story in stories.items()}}
    if len(blocks) < len(memory.blocks):
        kept_groups = {name for past in blocks for name in past.groups}
        kept_stories = {name for past in blocks for name in past.stories}
        raw_groups = {name: raw for name, raw in raw_groups.items() if name in kept_groups}
        raw_stories = {name: raw for name, raw in raw_stories.items() if name in kept_stories}
    return replace(memory, blocks=blocks, raw_groups=raw_groups, raw_stories=raw_stories)


def _trimmed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks inside the window, and with shingles only those inside the window of copies."""
    left, kept = sum(map(len, blocks)), []
    night = blocks[-1].last_night if blocks else 0
    for block in blocks:
        left -= len(block)
        if block.last_night > night - WINDOW_NIGHTS or left < WINDOW_ARTICLES:
            stale = block.last_night <= night - COPY_NIGHTS and left >= WINDOW_ARTICLES
            kept.append(replace(block, shingles={}) if stale and block.shingles else block)
    return tuple(kept)
