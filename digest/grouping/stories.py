"""Stories as the model tells them, from what the story room decided about rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from digest.grouping.memory import Block, Memory
from digest.grouping.naming import Taken, free_path, story_id
from digest.grouping.reasons import TermPlaces, join_evidence, kept_out
from digest.grouping.window import story_records
from digest.model import Article, Join, Story
from digest.stories.gather import Gathering, Placing, gather
from digest.text.sets import distinct, packed


@dataclass(frozen=True, slots=True)
class KnownMerge:
    """Two stories, by their ids, that are one: their texts agree to ``score`` on average, and share ``names`` names and numbers."""

    left: str
    right: str
    score: float
    needed: float
    names: int


def gathered_stories(
    memory: Memory,
    block: Block,
    articles: Mapping[str, Article],
    terms: TermPlaces,
    apart: Collection[tuple[str, str]],
    taken: Taken,
) -> tuple[tuple[str, ...], dict[str, Story], tuple[KnownMerge, ...]]:
    """The story of each of tonight's articles, the stories that are new or changed, complete, and those found to be one.

    ``terms`` are those of the copy groups that tonight opened; ``apart`` are pairs of copy groups of two events.
    ``taken`` tells whether an id is that of a story which the window has forgotten.
    """
    records, names, story_of = story_records((*memory.blocks, block))
    first = len(records) - len(block.columns["unit"])
    row = {name: at for at, name in enumerate(names)}
    strangers = [sorted((row[left], row[right])) for left, right in apart if left in row and right in row]
    pairs = np.array(strangers, np.int64).reshape(-1, 2)
    gathering = gather(records, first, memory.vocabulary, distinct(packed(pairs[:, 0], pairs[:, 1])))
    stories = _opened(memory, gathering, articles, names, story_of, taken)
    won: dict[str, list[Join]] = {}
    for placing in gathering.placings:
        group = names[placing.row]
        start = int(records.term_starts[placing.row] - records.term_starts[first])
        join = _join(placing, names, story_of, articles[group], terms, start)
        won.setdefault(story_of[placing.row], []).append(join)
    for name, joins in won.items():
        story = stories.get(name) or memory.story(name)
        groups = (*story.groups, *(join.group for join in joins))
        stories[name] = replace(story, groups=groups, joins=(*story.joins, *joins))
    home = {group: story for past in memory.blocks for group, story in zip(past.groups, past.stories, strict=True)}
    home |= {names[placing.row]: story_of[placing.row] for placing in gathering.placings}
    placed = tuple(home[group] for group in block.groups)
    _stretch(stories, memory, zip(block.ids, placed, strict=True), articles)
    merges = (KnownMerge(story_of[m.left], story_of[m.right], m.score, m.needed, m.names) for m in gathering.merges)
    return placed, dict(sorted(stories.items())), tuple(merges)


def _opened(
    memory: Memory,
    gathering: Gathering,
    articles: Mapping[str, Article],
    names: Sequence[str],
    story_of: list[str],
    taken: Taken,
) -> dict[str, Story]:
    """Tonight's new stories, still empty; fills in the story of every row of tonight."""
    stories: dict[str, Story] = {}

    def given(path: str) -> bool:
        name = story_id(path)
        return name in memory.raw_stories or name in stories or taken(name)

    for placing in gathering.placings:
        if not story_of[placing.story]:
            article = articles[names[placing.story]]
            path = free_path(article, given)
            name = story_id(path)
            story_of[placing.story] = name
            stories[name] = Story(name, path.rsplit("/", 1)[1], path, name, article.when, article.when, ())
        story_of[placing.row] = story_of[placing.story]
    for later, earlier in gathering.earlier.items():
        name = story_of[earlier]
        known = stories.get(name) or memory.story(name)
        stories[story_of[later]] = replace(stories[story_of[later]], saga=known.saga)
    return stories


def _join(
    placing: Placing,
    names: Sequence[str],
    story_of: Sequence[str],
    article: Article,
    terms: TermPlaces,
    start: int,
) -> Join:
    nearest = story_of[placing.nearest] if placing.nearest >= 0 else None
    evidence = () if placing.story == placing.row else join_evidence(placing, article, terms, start)
    score = 1.0 if placing.story == placing.row else round(placing.score, 4)
    close = round(placing.nearest_score, 4)
    return Join(names[placing.row], score, evidence, nearest, close, kept_out(placing))


def _stretch(
    stories: dict[str, Story], memory: Memory, placed: Iterable[tuple[str, str]], articles: Mapping[str, Article]
) -> None:
    """Let the stories of tonight's articles, copies included, reach over their times."""
    times: dict[str, list[datetime]] = {}
    for own, name in placed:
        times.setdefault(name, []).append(articles[own].when)
    for name, moments in times.items():
        story = stories.get(name) or memory.story(name)
        first, last = min(story.first_seen, *moments), max(story.last_seen, *moments)
        stories[name] = replace(story, first_seen=first, last_seen=last)
