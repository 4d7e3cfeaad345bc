"""Taking down for good: stored text, quotes and pages go, a tombstone stays, and what it names does not come back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from digest.edition.slugs import person_slug
from digest.edition.topics import compile_topics
from digest.errors import UsageError
from digest.forgetting import forgotten, keep_forgotten
from digest.grouping import Memory
from digest.ingest.links import canonical
from digest.model import KnownPerson
from digest.quotes.same_name import is_full
from digest.revision import is_home, keep_page, revise
from digest.settings import Settings
from digest.state import Findings, StoryState, Tombstone
from digest.store import Store
from digest.tombstones import entombed, marks_of_name, marks_of_person


def take_down(store: Store, target: str, reason: str, *, now: datetime, settings: Settings) -> str:
    """Take down ``target`` and say in a line what went.

    ``target`` is a URL or id of an article, a story's id, a person's name or slug, or the address of a story's or person's page.
    Everything is one transaction. Raises UsageError where the state knows nothing of that name, or where there is no reason.
    """
    if not reason.strip():
        raise UsageError("--reason: is empty; say in a sentence why, it is printed on the page Corrections")
    articles = _articles(store, target)
    with store.transaction():
        if articles:
            stories = _remove_articles(store, articles, reason, now)
            told = f"{_count(len(articles), 'article')} of {_count(len(stories), 'story')}"
        else:
            stories = _remove_person(store, target, reason, now)
            told = f"a person named in {_count(len(stories), 'story')}"
        store.quarantine.replace(())  # what cannot be read may hold the words that go
        _revise(store, stories, settings)
    return f"Taken down: {told}. It will not come back with a later feed."


def _count(number: int, noun: str) -> str:
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else many}"


def _articles(store: Store, target: str) -> tuple[str, ...]:
    """Ids of the articles that ``target`` names: one by its id or URL, all of a story by the story's id or path."""
    if store.articles.get(target) is not None:
        return (target,)
    path = _page_below("stories", target)
    states = [*store.stories.where("id", [target]), *store.stories.where("path", [path] if path else [])]
    if states:
        return tuple(placement.article for placement in store.placements.where("story", [states[0].story.id]))
    if "://" not in target:
        return ()
    page = canonical(target)
    return tuple(article.id for article in store.articles.all() if article.url and canonical(article.url) == page)


def _page_below(folder: str, target: str) -> str:
    """What the address of a page, as a browser shows it, names below a folder of the site; "" where it is none.

    >>> _page_below("stories", "https://desk.example/news/stories/2026/03/04/dam-breaks/#coverage")
    '2026/03/04/dam-breaks'
    """
    page = urlsplit(target).path.removesuffix("index.html").rstrip("/")
    return f"/{page}".partition(f"/{folder}/")[2]


def _remove_articles(store: Store, articles: Sequence[str], reason: str, now: datetime) -> list[str]:
    """Remove the articles with all that was made of them; gives the ids of their stories."""
    keys = [identity.key for identity in store.identities.where("article", articles)]
    store.tombstones.put(Tombstone(entombed(store, key), "article", now, reason) for key in keys)
    stories = sorted({placement.story for placement in store.placements.where("article", articles)})
    keep_forgotten(store, forgotten(store, Memory.from_rows(store.memory()), articles))
    for article in articles:
        for table in (store.identities, store.versions, store.changes):
            table.drop_where("article", article)
    for keyed in (store.articles, store.quotes, store.placements, store.withdrawals):
        keyed.drop(articles)
    return stories


def _remove_person(store: Store, target: str, reason: str, now: datetime) -> list[str]:
    """Remove a person with all names printed; gives the ids of the stories that name the person."""
    person = _person(store, target)
    marks = marks_of_person(person) if person else frozenset()
    named = [f.story for f in store.findings.all() if any(marks & marks_of_name(name) for name in _names(f) if name)]
    named += _stories_printing(store, (person.name, *person.other_names)) if person else []
    said = store.statements.where("person", [person.slug] if person else [])
    if person is None or not (said or named):
        raise UsageError(f"{target}: is no article, story, address or person that this state knows")
    address = f"people/{person.slug}"
    store.tombstones.put(Tombstone(entombed(store, mark), "person", now, reason, address) for mark in sorted(marks))
    store.people.drop([person.slug])
    return sorted({*named, *(statement.story for statement in said)})


def _person(store: Store, target: str) -> KnownPerson | None:
    """The person whose address or full name ``target`` is; one who is known to react alone is known by the name.

    Raises UsageError where several persons were printed under it.
    """
    known = store.people.get(_page_below("people", target) or target)
    bearers = [p for p in store.people.all() if is_full(target) and target in (p.name, *p.other_names)]
    if known is None and len(bearers) > 1:
        listed = ", ".join(person.slug for person in bearers)
        raise UsageError(f"{target}: is the name of several persons; name one by its address: {listed}")
    slug = person_slug(target)
    return known or next(iter(bearers), KnownPerson(slug, target) if slug else None)


def _stories_printing(store: Store, names: Iterable[str]) -> list[str]:
    """The stories with an article that prints a full one of ``names``, whether or not the person speaks there."""
    full = [name for name in names if is_full(name)]
    articles = [
        article.id
        for article in store.articles.all()
        if any(name in text for text in (article.text, article.headline or "", article.byline or "") for name in full)
    ]
    return [placement.story for placement in store.placements.where("article", articles)]


def _names(findings: Findings) -> Iterable[str | None]:
    yield from (quote.speaker.name for quote in findings.quotes)
    yield from (reaction.actor for reaction in findings.reactions)


def _revise(store: Store, stories: Sequence[str], settings: Settings) -> None:
    """Make the pages of ``stories`` anew, also as they stood in earlier editions, without adding a day to them."""
    watches, _ = compile_topics(tuple(store.topics.all()))
    stories = _with_ended(store, stories)
    linking = _linking_to(store, stories)
    for state in store.stories.where("id", stories):
        store.summaries.drop_where("story", state.story.id)
        for day in state.days:
            store.voices.drop([f"{state.story.id} {day}"])
        if store.placements.where("story", [state.story.id]):
            revise(store, [state.story.id], watches, state.days[-1], settings)
            _as_it_stood(store, state)
        else:
            store.findings.drop([state.story.id])
            keep_page(store, state, settings)
    for state in linking:
        keep_page(store, state, settings)
    store.mark_unprinted([*stories, *(state.story.id for state in linking)])


def _linking_to(store: Store, stories: Iterable[str]) -> list[StoryState]:
    """Other stories whose pages name one of ``stories`` as the nearest that a report was kept out of."""
    gone = set(stories)
    return [
        state
        for state in store.stories.all()
        if is_home(state) and state.story.id not in gone and any(join.nearest in gone for join in state.story.joins)
    ]


def _with_ended(store: Store, stories: Sequence[str]) -> list[str]:
    """``stories`` and those that became part of them: earlier editions print these in words of their own."""
    into = {state.story.id: state.story.merged_into for state in store.stories.all() if state.story.merged_into}
    found = dict.fromkeys(stories)
    for ended in into:
        home: str | None = ended
        while home in into and home not in found:
            home = into[home]
        if home in found:
            found[ended] = None
    return list(found)


def _as_it_stood(store: Store, state: StoryState) -> None:
    """Earlier editions list the story as it now is: what they printed before cannot stay."""
    newest = store.summaries.get(f"{state.story.id} {state.days[-1]}")
    if newest is not None:
        store.summaries.put(replace(newest, day=day) for day in state.days[:-1])
