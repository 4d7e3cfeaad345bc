"""Stories that changed: what is found in them and what their pages say is made anew and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import tee

from digest.allowances import allowances, of_night
from digest.dossiers import dossier, printed_articles, sagas, shown_before
from digest.edition import Limits, story_page
from digest.edition.topics import Watch, match_topics
from digest.findings import find_in_story
from digest.mapping import WORTH_PROCESSES_STORIES, Workers
from digest.model import Article, Problem, Quote, Story
from digest.people import learn
from digest.settings import Settings
from digest.state import Findings, StoryCorrections, StoryState
from digest.store import Store
from digest.tombstones import without_persons
from digest.unnaming import take_back_names


@dataclass(frozen=True, slots=True)
class Revision:
    """What came of stories made anew: ``problems`` tell what the proof left out, ``reactions`` count those of each story."""

    problems: tuple[Problem, ...]
    reactions: Mapping[str, int]


def revise(
    store: Store,
    changed: Sequence[str],
    watches: Sequence[Watch],
    day: date,
    settings: Settings,
    workers: Workers | None = None,
) -> Revision:
    """Find quotes, reactions and topics of the stories ``changed`` on ``day`` anew, and keep what their pages say.

    Pages of the same sagas that link to them are kept anew too. ``workers`` share the finding; without them it is done here.
    """
    problems: tuple[Problem, ...] = ()
    states = [on_day(state, state.story, day) for state in store.stories.where("id", changed) if is_home(state)]
    store.stories.put(states)
    files, handed = tee(_material(store, state, settings) for state in states)
    workers = workers or Workers(1)
    quoted = []
    for file, found in zip(files, workers.map(_find, handed, len(states), worth=WORTH_PROCESSES_STORIES), strict=True):
        matched = replace(found, topics=match_topics(watches, file.articles))
        kept = without_persons(store, matched, file.articles)
        store.findings.put([kept])
        quoted.append((kept, file.articles))
    for state, (found, articles) in zip(states, quoted, strict=True):
        store.unprint_days(take_back_names(store, state, found, articles))
    learn(store, (found for found, _ in quoted), (article for _, articles in quoted for article in articles))
    for state in states:
        problems += keep_page(store, state, settings)
    for state in (*_siblings(store, states), *_changed_together(store, states)):
        keep_page(store, state, settings)
        store.mark_unprinted([state.story.id])
    return Revision(problems, {found.story: len(found.reactions) for found, _ in quoted})


@dataclass(frozen=True, slots=True)
class _Material:
    """What is searched for quotes and reactions in one story."""

    story: str
    articles: tuple[Article, ...]
    quotes: tuple[Quote, ...]
    known: frozenset[str]
    limit: int


def _material(store: Store, state: StoryState, settings: Settings) -> _Material:
    articles = printed_articles(store, state.story.id)
    kept = store.quotes.where("article", [article.id for article in articles])
    quotes = tuple(quote for own in kept for quote in own.quotes)
    known = shown_before(state, articles, settings.zone)
    return _Material(state.story.id, articles, quotes, known, settings.key_quotes)


def _find(file: _Material) -> Findings:
    return find_in_story(file.story, file.articles, file.quotes, known=file.known, limit=file.limit)


def is_home(state: StoryState) -> bool:
    """Whether the story has a page of its own, and is not part of another."""
    return state.story.merged_into is None


def on_day(before: StoryState | None, story: Story, day: date) -> StoryState:
    """``story`` with ``day`` among the days that brought something new."""
    days = before.days if before else ()
    return StoryState(story, days if days and days[-1] == day else (*days, day))


def _siblings(store: Store, states: Sequence[StoryState]) -> list[StoryState]:
    """Stories of the same sagas that did not change themselves: their pages link to those that did."""
    changed = {state.story.id for state in states}
    chain = store.stories.where("saga", {saga for state in states for saga in sagas(store, state.story)})
    return [other for other in chain if other.story.id not in changed and is_home(other)]


def _changed_together(store: Store, states: Sequence[StoryState]) -> list[StoryState]:
    """Of ``states`` those that share a saga: a page made before the other's had no headline of this day to link to."""
    own = {state.story.id: sagas(store, state.story) for state in states}
    members = Counter(saga for shared in own.values() for saga in shared)
    return [state for state in states if any(members[saga] > 1 for saga in own[state.story.id])]


def keep_page(store: Store, state: StoryState, settings: Settings) -> tuple[Problem, ...]:
    """Make a story's page anew from the state and keep its view, summary, voices and statements; gives what the proof left out."""
    file = dossier(store, state, settings.zone)
    allowed = allowances(store) or of_night(store, (), settings)
    limits = Limits(
        brief_sentences=settings.brief_sentences,
        key_quotes=settings.key_quotes,
        allowance=allowed.everyone,
        own={article.id: allowed.of(article.source) for article in file.articles if article.source in allowed.own},
        open_days=settings.open_days,
    )
    page = story_page(file, day=state.days[-1], zone=settings.zone, limits=limits, days=state.days[:-1])
    store.statements.drop_where("story", state.story.id)
    store.corrections.drop([state.story.id])
    if page is None:
        store.views.drop([state.story.id])
        return ()
    store.views.put([page.view])
    if page.view.corrections:
        store.corrections.put([StoryCorrections(state.story.id, page.view.corrections)])
    store.summaries.put([page.summary])
    store.voices.put([page.voices])
    store.statements.put(page.statements)
    return page.view.problems
