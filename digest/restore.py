"""A lost state made again from the published site's ``data/``: every id, address and date, and the words that were printed.

What was never published cannot come back: full texts (the next build reads them again where a feed still has them), the
health of sources, and the salt by which articles that were taken down are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.edition.views import KeyQuote, Passage, Source, StorySummary, StoryView, Voices
from digest.grouping.naming import story_id
from digest.ingest.articles import identity_keys
from digest.model import (
    Article,
    Change,
    Copy,
    CopyGroup,
    Entry,
    Evidence,
    Join,
    Quote,
    QuoteKind,
    Reaction,
    Relation,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Story,
)
from digest.nights import end_of
from digest.placeholder import pieced_together
from digest.site_data import SiteData, passages, proof_of, quoted_passages, statements_of, story_path
from digest.state import (
    ArticleQuotes,
    Findings,
    Identity,
    NightRecord,
    Placement,
    StoryCorrections,
    StoryState,
    Tombstone,
)
from digest.store import Store
from digest.tombstones import entombed

RESTORED = "restored"
"""The fact that says that the next night must make grouping's memory anew."""
INDEX = "index.json"


def is_site_data(folder: Path) -> bool:
    """Whether ``folder`` is the ``data/`` of a published site."""
    return (folder / INDEX).exists()


def restore(source: Path, state: Path, zone: ZoneInfo) -> str:
    """Make the state in the folder ``state`` from a site's data in ``source``, and say what was restored.

    ``zone`` is the site's, which cuts the days. Raises UsageError where ``state`` holds a state already, StateError where
    the data is damaged; then nothing is made.
    """
    data = SiteData(source)
    editions = {day: tuple(data.summaries(day)) for day in data.days()}
    pages = [(summary, data.view(summary.path)) for summary in data.newest(editions)]
    with Store.made(state) as store:
        seen = _first_seen(editions, zone)
        articles = _articles([view for _, view in pages], editions, seen)
        _keep_articles(store, articles)
        for summary, view in pages:
            _keep_story(store, summary, view)
        _keep_editions(store, editions, {view.id: view for _, view in pages})
        store.statements.put([*(said for _, view in pages for said in statements_of(view)), *data.statements()])
        store.people.put(data.people())
        store.voices.put(_voices(data, editions, {view.id: view for _, view in pages}))
        lost = _keep_ended(store, data, zone)
        store.nights.put(NightRecord(day) for day in editions)
        store.set_fact(RESTORED, "yes")
    told = f"{state}: {len(pages)} stories, {len(articles)} articles and {len(editions)} editions restored"
    return f"{told}; run `digest build` to read their texts again" + lost


def _first_seen(editions: Mapping[date, Sequence[StorySummary]], zone: ZoneInfo) -> dict[str, datetime]:
    """When each article came in: the night of the first edition that lists it."""
    seen: dict[str, datetime] = {}
    for day in sorted(editions):
        for summary in editions[day]:
            for article in summary.articles:
                seen.setdefault(article, end_of(day, zone))
    return seen


@dataclass(frozen=True, slots=True)
class _Listed:
    """An article as Coverage lists it, alike for reports and copies."""

    id: str
    outlet: str
    headline: str | None
    url: str | None
    when: datetime
    source: Source | None


def _listed(view: StoryView) -> Iterator[_Listed]:
    for source in view.coverage:
        headline = source.headline or source.title or None
        yield _Listed(source.article, source.outlet, headline, source.url, source.when, source)
        for copy in source.copies:
            yield _Listed(copy.article, copy.outlet, copy.headline, copy.url, copy.when, None)


def _articles(
    views: Sequence[StoryView], editions: Mapping[date, Sequence[StorySummary]], seen: Mapping[str, datetime]
) -> list[Article]:
    """The articles with the words that pages print of them at their places."""
    printed: defaultdict[str, list[Passage]] = defaultdict(list)
    older = (p for day in sorted(editions) for summary in editions[day] for p in _of_summary(summary))
    for passage in (*older, *(p for view in views for p in passages(view))):
        printed[passage.article].append(passage)
    return [_article(listed, printed[listed.id], seen) for view in views for listed in _listed(view)]


def _of_summary(summary: StorySummary) -> Iterator[Passage]:
    if summary.lead:
        yield summary.lead
    if summary.quote:
        yield from quoted_passages(summary.quote)


def _article(listed: _Listed, printed: Sequence[Passage], seen: Mapping[str, datetime]) -> Article:
    newest = printed[-1].content_hash if printed else ""
    current = [passage for passage in printed if passage.content_hash == newest]
    source = listed.source
    first_seen = seen.get(listed.id, listed.when)
    return Article(
        id=listed.id,
        source="",
        outlet=listed.outlet,
        url=listed.url,
        headline=listed.headline,
        text=pieced_together(piece for passage in current for piece in _pieces(passage)),
        first_seen=first_seen,
        content_hash=newest,
        byline=source.byline if source else None,
        agency=source.agency if source else None,
        published=listed.when if (source.dated if source else listed.when != first_seen) else None,
        language=source.language if source else "en",
        full_text=False,
    )


def _pieces(passage: Passage) -> Iterator[tuple[int, str]]:
    yield passage.start - len(passage.prefix), passage.prefix
    yield passage.start, passage.text
    yield passage.end, passage.suffix


def is_restored(article: Article) -> bool:
    """Whether ``article`` was made from what pages print of it: then nobody knows which source brought it."""
    return not article.source


def _keep_articles(store: Store, articles: Sequence[Article]) -> None:
    store.articles.put(articles)
    for article in articles:
        keys = identity_keys([_entry(article)])
        store.identities.put(Identity(key, article.id) for key in keys)


def _entry(article: Article) -> Entry:
    """What a feed would say of the article, without its text."""
    return Entry("", article.outlet, None, article.url, article.headline, "", published=article.published)


def _keep_story(store: Store, summary: StorySummary, view: StoryView) -> None:
    groups = [_group(source) for source in view.coverage]
    joins = tuple(_join(source, view, first=not place) for place, source in enumerate(view.coverage))
    slug = view.path.rpartition("/")[2]
    names = tuple(group.id for group in groups)
    story = Story(view.id, slug, view.path, view.saga, view.first, view.last, names, joins)
    store.groups.put(groups)
    store.stories.put([StoryState(story, summary.days)])
    store.placements.put(Placement(article, group.id, view.id) for group in groups for article in group.members)
    store.views.put([view])
    if view.corrections:
        store.corrections.put([StoryCorrections(view.id, view.corrections)])
    store.changes.put(_changes(view))
    quotes = tuple(_quote(quote, passage) for quote in view.quotes for passage in quoted_passages(quote))
    by_article: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_article[quote.article].append(quote)
    store.quotes.put(ArticleQuotes(article, tuple(own)) for article, own in by_article.items())
    reactions = tuple(
        Reaction(
            view.id, r.actor, r.role, Stance(r.stance), r.passage.article, _span(r.passage), r.passage.text, r.when
        )
        for r in view.reactions
    )
    store.findings.put([Findings(view.id, quotes, (), (), reactions, view.topics)])


def _changes(view: StoryView) -> Iterator[Change]:
    """What publishers changed in place; an update that came as an article of its own is told by its copy group."""
    updates = {copy.article for source in view.coverage for copy in source.copies if copy.relation == Relation.UPDATE}
    for fix in view.corrections:
        if fix.article not in updates:
            yield Change(fix.article, fix.when, fix.before, fix.after)


def _group(source: Source) -> CopyGroup:
    copies = tuple(Copy(copy.article, Relation(copy.relation), copy.score) for copy in source.copies)
    return CopyGroup(source.article, source.article, copies, source.agency)


def _join(source: Source, view: StoryView, *, first: bool) -> Join:
    evidence = tuple(Evidence(kind, detail) for kind, detail in source.evidence)
    origin = next((story_id(path) for path, reason in view.merges if ("merge", reason) in source.evidence), None)
    join = Join(source.article, source.score, evidence, came_from=origin)
    out = view.kept_out if first else None
    return (
        join if out is None else replace(join, nearest=out.story.id, nearest_score=out.score, nearest_reason=out.reason)
    )


def _span(passage: Passage) -> Span:
    return Span(passage.start, passage.end)


def _quote(quote: KeyQuote, passage: Passage) -> Quote:
    """A quotation as it was found; of what stood beside the words only the speaker's name is known."""
    speaker = Speaker(None, None, quote.speaker, SpeakerKind(quote.speaker_kind), quote.role)
    fragments = tuple(Span(*fragment) for fragment in passage.fragments)
    span = _span(passage)
    confidence = 1.0 if quote.speaker else 0.0
    return Quote(
        passage.article,
        span,
        passage.text,
        fragments,
        (span,),
        QuoteKind(quote.kind),
        speaker,
        None,
        confidence,
        RESTORED,
    )


def _keep_editions(
    store: Store, editions: Mapping[date, Sequence[StorySummary]], views: Mapping[str, StoryView]
) -> None:
    """Every edition as it stood; the day that a page was made for with all that is new in it."""
    seen: set[str] = set()
    for day in sorted(editions):
        for summary in editions[day]:
            view = views.get(summary.id)
            fresh = len(_fresh(summary, seen, view))
            since = view.since if view and view.day == day else None
            store.summaries.put([replace(summary, since=since, fresh_outlets=fresh)])
        seen |= {article for summary in editions[day] for article in summary.articles}


def _voices(
    data: SiteData, editions: Mapping[date, Sequence[StorySummary]], views: Mapping[str, StoryView]
) -> Iterator[Voices]:
    """What was said as of each edition, as far as the story's page still shows it."""
    for day in sorted(editions):
        told = data.told(day)
        for summary in editions[day]:
            view = views.get(summary.id)
            if view is not None:
                newest = view.day == day
                quotes = tuple(q for q in view.quotes if newest or proof_of(q.passage) in told)
                reactions = tuple(r for r in view.reactions if newest or proof_of(r.passage) in told)
                yield Voices(view.id, day, quotes, reactions)


def _fresh(summary: StorySummary, seen: set[str], view: StoryView | None) -> set[str]:
    """The outlets whose own reports an edition brought."""
    brought = set(summary.articles) - seen
    return {source.outlet for source in view.coverage if source.article in brought} if view else set()


def _keep_ended(store: Store, data: SiteData, zone: ZoneInfo) -> str:
    """Stories that moved or were taken down keep their addresses; gives what a person must do again, or nothing."""
    ids = {state.story.path: state.story.id for state in store.stories.all()}
    for moved in data.index["moved"]:
        _keep_empty(store, moved["id"], moved["url"], ids.get(story_path(moved["to"])))
    for removed in data.index["removed"]:
        _keep_empty(store, removed["id"], removed["url"], None)
    takedowns = data.read("corrections.json")["takedowns"]
    for number, item in enumerate(takedowns):
        address = (item.get("url") or "").strip("/") or None
        slug = address.rpartition("/")[2] if address else None
        mark = entombed(store, slug or f"taken down before the state was lost {number}")
        when = end_of(date.fromisoformat(item["day"]), zone)
        store.tombstones.put([Tombstone(mark, item["kind"], when, item["reason"], address)])
    nameless = sum(not item.get("url") for item in takedowns)
    if not nameless:
        return ""
    return (
        f".\nThe log names {nameless} takedowns of articles, which only the lost state could know again: "
        "look through the next edition and take down what came back"
    )


def _keep_empty(store: Store, name: str, url: str, into: str | None) -> None:
    path = story_path(url)
    year, month, day, slug = path.split("/")
    then = datetime(int(year), int(month), int(day), tzinfo=UTC)
    story = Story(name, slug, path, name, then, then, (), (), into)
    store.stories.put([StoryState(story, (then.date(),))])
