"""One night: articles in, the copy groups and stories they made or changed out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from digest.grouping.folded import FoldedNight, fold_night
from digest.grouping.memory import Memory, changed_rows, remembered
from digest.grouping.merging import apply_merges
from digest.grouping.moves import Moves
from digest.grouping.naming import Taken, never
from digest.grouping.overrules import apply_overrules
from digest.grouping.reasons import TermPlaces
from digest.grouping.stories import KnownMerge, gathered_stories
from digest.grouping.window import appended, with_terms
from digest.model import Article, CopyGroup, Overrule, Story


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
) -> NightGrouping:
    """The copy groups and stories that ``articles`` form among themselves and with what ``memory`` holds.

    The order of ``articles`` changes nothing; one whose id is remembered already is left where it is.
    ``overrules`` are applied to old and new stories alike, in their order. ``taken`` tells of ids of stories that
    are older than the window: no new story gets the address of one.
    """
    known = {name for block in memory.blocks for name in block.ids}
    tonight = in_order(article for article in articles if article.id not in known)
    folded = fold_night(memory, tonight) if tonight else None
    gathered = gather_night(memory, tonight, folded, overrules, taken)
    groups = [msgspec.json.decode(raw, type=CopyGroup) for raw in folded.groups.values()] if folded else []
    new_rows, dropped = changed_rows(memory, gathered.memory)
    return NightGrouping(tuple(groups), gathered.stories, gathered.memory, gathered.redirects, new_rows, dropped)


@dataclass(frozen=True, eq=False)
class GatheredNight:
    """The second half of a night: the stories that are new or changed, the memory after it, and stories that ended."""

    stories: tuple[Story, ...]
    memory: Memory
    redirects: tuple[tuple[str, str], ...]


def gather_night(
    memory: Memory,
    tonight: Sequence[Article],
    folded: FoldedNight | None,
    overrules: Sequence[Overrule] = (),
    taken: Taken = never,
) -> GatheredNight:
    """Gather the copy groups of a night into stories; ``folded`` is what ``fold_night`` made of it, None without articles."""
    stories: dict[str, Story] = {}
    merges: tuple[KnownMerge, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    grown = memory
    if folded:
        grown, stories, merges = _grown(memory, tonight, folded, taken)
    if overrules or merges:
        moves = Moves(grown, dict(stories), taken)
        apply_overrules(moves, overrules)
        apply_merges(moves, merges, overrules)
        grown, redirects = replace(grown, blocks=moves.blocks()), tuple(moves.redirects)
        stories = dict(sorted(moves.stories.items()))
    after = remembered(grown, folded.groups if folded else {}, stories)
    return GatheredNight(tuple(stories.values()), after, redirects)


def _grown(
    memory: Memory, tonight: Sequence[Article], folded: FoldedNight, taken: Taken
) -> tuple[Memory, dict[str, Story], tuple[KnownMerge, ...]]:
    """The memory with tonight's articles in its blocks, the stories that they changed, and those found to be one."""
    fresh = {article.id: article for article in tonight}
    block, vocabulary, told = with_terms(folded.block, folded.terms, memory.vocabulary)
    memory = replace(memory, vocabulary=vocabulary)
    terms = TermPlaces(folded.terms, told)
    placed, stories, merges = gathered_stories(memory, block, fresh, terms, folded.apart, taken)
    return replace(memory, blocks=appended(memory.blocks, replace(block, stories=placed))), stories, merges


def in_order(articles: Iterable[Article]) -> list[Article]:
    """The articles by time and, where times tie, by what they say; of one id only the last."""
    return sorted({article.id: article for article in articles}.values(), key=content_order)


def content_order(article: Article) -> tuple[datetime, str, str, str, str, str]:
    """Time first, then what the article says and where, so that ids decide nothing."""
    return (article.when, article.text, article.headline or "", article.outlet, article.url or "", article.id)
