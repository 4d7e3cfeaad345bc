"""One night: what came in is judged, grouped, quoted and found, and written to the state as one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from digest.allowances import keep_allowances, of_night
from digest.changes import changes
from digest.edition import compile_topics
from digest.forgetting import Forgotten, forgotten, keep_forgotten
from digest.grouping import Memory, NightGrouping, group_night
from digest.health import after_night, silent_since
from digest.ingest.articles import Arrivals, KnownIdentities, identity_keys, to_articles
from digest.intake import Intake
from digest.mapping import Workers
from digest.model import Article, Entry, Problem
from digest.nights import end_of
from digest.placeholder import blanks
from digest.progress import Progress
from digest.quarantine import keep_unread
from digest.quotes import find_quotes
from digest.report import NightReport
from digest.restore import RESTORED, is_restored
from digest.retention import drop_old_texts
from digest.revision import keep_page, on_day, revise
from digest.revival import revive
from digest.settings import Settings
from digest.state import ArticleQuotes, Identity, NightRecord, Placement, Version, Withdrawal, waiting
from digest.store import Store
from digest.tombstones import without_removed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a night came to: its report and what grouping remembers."""

    report: NightReport
    memory: Memory


@dataclass(frozen=True, slots=True)
class _Work:
    """What was judged on one night, before anything is written. ``clock`` is the moment its edition closes."""

    day: date
    clock: datetime
    came_in: int
    arrivals: Arrivals
    left: Forgotten
    grouping: NightGrouping
    quotes: tuple[ArticleQuotes, ...]


def run_night(
    store: Store, intake: Intake, day: date, memory: Memory, *, settings: Settings, progress: Progress
) -> Outcome:
    """Run the night of ``day`` on what came in and write it to ``store``, all of it or nothing.

    A night that is run again takes in only what is new to it. The first one after a restoration revives what it can.
    """
    clock = end_of(day, settings.zone)
    if store.fact(RESTORED):
        revive(store, without_removed(store, intake.entries), intake.folder.overrules, clock)
        memory = Memory.from_rows(store.memory())
    with Workers() as workers:
        work = _judge(store, intake, day, memory, clock, progress, workers)
        with store.transaction():
            report = _write(store, intake, work, settings, workers)
    return Outcome(report, work.grouping.memory)


def _judge(
    store: Store,
    intake: Intake,
    day: date,
    memory: Memory,
    clock: datetime,
    progress: Progress,
    workers: Workers,
) -> _Work:
    """What the night comes to. Quotes are found by others while this process groups: neither needs the other."""
    came_in = (*intake.entries, *(kept.entry for kept in store.waiting.all()))
    entries = without_removed(store, came_in)
    arrivals = to_articles(entries, _known(store, entries), night=clock)
    progress.detail(f"{day}: {len(arrivals.new)} new articles")
    written = (*arrivals.new, *(update.after for update in arrivals.updated))
    found = workers.map(_quotes, written, len(written))
    left = forgotten(store, memory, arrivals.withdrawn)
    grouping = group_night(
        arrivals.new,
        left.memory,
        overrules=intake.folder.overrules,
        taken=lambda story: store.stories.get(story) is not None,
    )
    quotes = tuple(progress.over(found, "Quotes", len(written)))
    return _Work(day, clock, len(entries) - len(arrivals.waiting), arrivals, left, grouping, quotes)


def _write(store: Store, intake: Intake, work: _Work, settings: Settings, workers: Workers) -> NightReport:
    changed = _stories_of(store, work.arrivals)
    sources = [delivery.source for delivery in intake.deliveries]
    printed_too_much = keep_allowances(store, of_night(store, sources, settings))
    _keep_articles(store, work.arrivals, work.clock)
    store.quotes.put(work.quotes)
    keep_forgotten(store, work.left)
    changed |= _keep_grouping(store, work.grouping, work.day)
    store.overrules.replace(intake.folder.overrules)
    store.topics.replace(intake.folder.topics)
    watches, faults = compile_topics(intake.folder.topics)
    revision = revise(store, sorted(changed), watches, work.day, settings, workers)
    for state in store.stories.where("id", printed_too_much - changed):
        faults += keep_page(store, state, settings)
    problems = (*intake.problems, *work.arrivals.problems, *faults, *revision.problems)
    _keep_sources(store, intake, work, problems)
    known = _known_problems(store, work.day, problems)
    store.nights.put([NightRecord(work.day, problems)])
    drop_old_texts(store, work.day, settings.keep_text_days, [update.after.id for update in work.arrivals.updated])
    store.mark_unprinted(changed | printed_too_much)
    return replace(_report(store, work, problems, revision.reactions), problems_known=known)


def _known_problems(store: Store, day: date, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of ``problems`` that the last night before ``day`` left too."""
    earlier = [night for night in store.nights.all_keys() if night < day.isoformat()]
    before = store.nights.get(earlier[-1]) if earlier else None
    told = frozenset(before.problems if before else ())
    return tuple(problem for problem in problems if problem in told)


def _known(store: Store, entries: Iterable[Entry]) -> KnownIdentities:
    identities = store.identities.where("key", identity_keys(entries))
    ids = {identity.key: identity.article for identity in identities}
    articles = {article.id: article for article in store.articles.where("id", ids.values())}
    withdrawn = frozenset(gone.article for gone in store.withdrawals.where("article", ids.values()))
    return KnownIdentities(ids, articles, withdrawn)


def _quotes(article: Article) -> ArticleQuotes:
    found = find_quotes(article.id, article.text, language=article.language, block_quotes=article.block_quotes)
    return ArticleQuotes(article.id, found)


def _stories_of(store: Store, arrivals: Arrivals) -> set[str]:
    """The stories whose articles were updated or taken back tonight."""
    touched = [*(update.after.id for update in arrivals.updated), *arrivals.withdrawn]
    return {placement.story for placement in store.placements.where("article", touched)}


def _keep_articles(store: Store, arrivals: Arrivals, night: datetime) -> None:
    store.articles.put((*arrivals.new, *(update.after for update in arrivals.updated)))
    store.versions.put(Version(update.before, night) for update in arrivals.updated)
    known = [u for u in arrivals.updated if not (is_restored(u.before) or blanks(u.before))]
    store.changes.put(c for update in known for c in changes(update.before, update.after, night))
    store.identities.put(Identity(key, article) for key, article in arrivals.keys)
    store.withdrawals.put(Withdrawal(article, night) for article in arrivals.withdrawn)
    store.waiting.replace(waiting(entry, identity_keys([entry])) for entry in arrivals.waiting)


def _keep_grouping(store: Store, grouping: NightGrouping, day: date) -> set[str]:
    """Write groups, stories and who is where; gives the ids of stories whose pages change."""
    store.groups.put(grouping.groups)
    merged = dict(grouping.redirects)
    known = {state.story.id: state for state in store.stories.where("id", [*(s.id for s in grouping.stories), *merged])}
    store.stories.put(on_day(known.get(story.id), story, day) for story in grouping.stories)
    store.stories.put(
        replace(known[gone], story=replace(known[gone].story, merged_into=into))
        for gone, into in merged.items()
        if gone in known
    )
    for story in grouping.stories:
        members = [(group, article) for group in store.groups.where("id", story.groups) for article in group.members]
        store.placements.put(Placement(article, group.id, story.id) for group, article in members)
    store.remember(grouping.new_rows, grouping.dropped_keys)
    return {*(story.id for story in grouping.stories), *merged}


def _keep_sources(store: Store, intake: Intake, work: _Work, problems: Sequence[Problem]) -> None:
    known = {state.source.name: state for state in store.sources.all()}
    new = Counter(article.source for article in work.arrivals.new)
    faults = Counter(problem.source for problem in problems)
    for delivery in intake.deliveries:
        name = delivery.source.name
        state = after_night(
            delivery.source,
            known.get(name),
            work.day,
            work.clock,
            entries=len(delivery.entries),
            new=new[name],
            problems=faults[name],
        )
        fetch = delivery.fetch.to_json() if delivery.fetch else state.fetch
        store.sources.put([replace(state, fetch=fetch)])
    unread = ((delivery.source, delivery.unread) for delivery in intake.deliveries if delivery.unread)
    keep_unread(store, unread, work.day)
    store.robots.put(intake.robots)


def _report(store: Store, work: _Work, problems: tuple[Problem, ...], reactions: Mapping[str, int]) -> NightReport:
    grouping, fresh = work.grouping, {article.id for article in work.arrivals.new}
    touched = store.stories.where("id", [story.id for story in grouping.stories])
    known = [state.story.id for state in touched if state.days != (work.day,)]
    sources = tuple(store.sources.all())
    return NightReport(
        day=work.day,
        came_in=work.came_in,
        new=len(fresh),
        updated=len(work.arrivals.updated),
        joined=sum(placement.article in fresh for placement in store.placements.where("story", known)),
        copies=len({copy.article for group in grouping.groups for copy in group.copies} & fresh),
        stories_new=len(touched) - len(known),
        stories_changed=len(known),
        merged=len(grouping.redirects),
        quotes=sum(len(kept.quotes) for kept in work.quotes),
        reactions=sum(reactions.get(state.story.id, 0) for state in touched),
        problems=problems,
        sources_failing=tuple(s.source.name for s in sources if s.failing_since and s.source.url),
        sources_silent=tuple(s.source.name for s in sources if s.source.url and silent_since(s.days)),
    )
