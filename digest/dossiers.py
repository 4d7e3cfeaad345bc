"""Everything known of a story, put together from the state: what its page is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from digest.model import Article, Dossier, Overrule, Story, StoryLink
from digest.nights import day_of
from digest.people import addresses
from digest.placeholder import blanks
from digest.state import Findings, StoryState
from digest.store import Store

MOST_LINKS = 12
"""Other stories of the saga that a page links to (range 3 to 50): the newest ones."""


def dossier(store: Store, state: StoryState, zone: ZoneInfo) -> Dossier:
    """The dossier of a story as of the last day that brought something new to it.

    Articles that their publisher took back are left out. ``zone`` cuts the days.
    """
    story = state.story
    placed = [placement.article for placement in store.placements.where("story", [story.id])]
    found = store.findings.get(story.id) or Findings(story.id, (), (), (), (), ())
    articles = tuple(
        replace(article, headline=None, byline=None) if article.id in found.untitled else article
        for article in _standing(store, placed)
    )
    return Dossier(
        story=story,
        articles=articles,
        groups=store.groups.where("id", story.groups),
        quotes=found.quotes,
        reactions=found.reactions,
        topics=found.topics,
        changes=store.changes.where("article", [article.id for article in articles]),
        known=shown_before(state, articles, zone),
        previous_day=state.days[-2] if len(state.days) > 1 else None,
        saga=_saga(store, state),
        overrules=_overrules(store, {story.id, *placed}),
        utterances=found.utterances,
        key_utterances=found.key_utterances,
        hidden=(*found.hidden, *((article.id, gap) for article in articles for gap in blanks(article))),
        person_pages=addresses(store, found),
        nearest=links(store, store.stories.where("id", {join.nearest for join in story.joins if join.nearest})),
        merged=tuple((state.story.id, state.story.path) for state in _merged(store, story)),
    )


def printed_articles(store: Store, story: str) -> tuple[Article, ...]:
    """The articles of a story but those that their publisher took back."""
    return _standing(store, [placement.article for placement in store.placements.where("story", [story])])


def shown_before(state: StoryState, articles: Iterable[Article], zone: ZoneInfo) -> frozenset[str]:
    """The ids of those of ``articles`` that an earlier edition showed; none on a story's first day. ``zone`` cuts the days."""
    if len(state.days) < 2:
        return frozenset()
    return frozenset(article.id for article in articles if day_of(article.first_seen, zone) <= state.days[-2])


def _standing(store: Store, placed: Sequence[str]) -> tuple[Article, ...]:
    gone = {withdrawal.article for withdrawal in store.withdrawals.where("article", placed)}
    return store.articles.where("id", set(placed) - gone)


def home(store: Store, state: StoryState) -> StoryState:
    """The story that ``state`` became part of at last, or itself."""
    while state.story.merged_into is not None:
        into = store.stories.get(state.story.merged_into)
        if into is None:
            break
        state = into
    return state


def sagas(store: Store, story: Story) -> frozenset[str]:
    """The saga of the story, and those of the stories that turned out to be this one."""
    return frozenset((story.saga, *(state.story.saga for state in _merged(store, story))))


def _merged(store: Store, story: Story) -> tuple[StoryState, ...]:
    return store.stories.where("id", {join.came_from for join in story.joins if join.came_from})


def links(store: Store, stories: Iterable[StoryState]) -> tuple[StoryLink, ...]:
    """Links to those of ``stories`` that have a page, by their last day and id."""
    found = [_link(store, state) for state in stories if state.story.merged_into is None]
    return tuple(sorted((link for link in found if link), key=lambda link: (link.day, link.id)))


def _link(store: Store, state: StoryState) -> StoryLink | None:
    headline = _headline(store, state.story.id, state.days[-1])
    return StoryLink(state.story.id, state.story.path, headline, state.days[-1]) if headline else None


def _headline(store: Store, story: str, day: date) -> str | None:
    summary = store.summaries.get(f"{story} {day}")
    return summary.headline if summary else None


def _saga(store: Store, state: StoryState) -> tuple[StoryLink, ...]:
    chain = [home(store, other) for other in store.stories.where("saga", sagas(store, state.story))]
    others = {other.story.id: other for other in chain if other.story.id != state.story.id}
    return links(store, others.values())[-MOST_LINKS:]


def _overrules(store: Store, ids: set[str]) -> tuple[Overrule, ...]:
    return tuple(rule for rule in store.overrules.all() if ids.intersection(rule.ids))
