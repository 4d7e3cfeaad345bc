"""Full texts are kept for a time only: then blanks take the place of every paragraph that no page quotes or prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from digest.edition.views import Passage
from digest.model import Article, Span
from digest.placeholder import BLANK
from digest.site_data import passages, quoted_passages
from digest.state import ArticleQuotes
from digest.store import Store
from digest.text.segment import paragraphs

DROPPED = "texts dropped"
"""The fact that names the day up to which texts have been dropped."""


def drop_old_texts(store: Store, day: date, keep_days: int, updated: Iterable[str] = ()) -> int:
    """Drop the texts of articles seen more than ``keep_days`` before ``day``; gives of how many articles.

    Paragraphs that are quoted or printed stay, as do offsets and content hashes, so everything printed can still be
    proved. ``updated`` are ids of articles whose text came in again tonight. Nothing is dropped for 0 days.
    """
    last = day - timedelta(days=keep_days + 1)
    since = store.fact(DROPPED)
    first = date.fromisoformat(since) + timedelta(days=1) if since else _oldest(store)
    if keep_days == 0 or first is None:
        return 0
    due = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    aged = store.articles.where("day", (past.isoformat() for past in due))
    back = (article for article in store.articles.where("id", updated) if article.first_seen.date() <= last)
    articles = tuple({article.id: article for article in (*aged, *back)}.values())
    _drop(store, articles)
    store.quarantine.drop(kept.source.name for kept in store.quarantine.all() if kept.day <= last)
    if due:
        store.set_fact(DROPPED, last.isoformat())
    return len(articles)


def _oldest(store: Store) -> date | None:
    night = next(iter(store.nights.all()), None)
    return night.day - timedelta(days=1) if night else None  # in the west the end of a day is the next one's in UTC


def _drop(store: Store, articles: Sequence[Article]) -> None:
    printed = _printed(store, articles)
    quoted = {found.article: found for found in store.quotes.where("article", [article.id for article in articles])}
    store.articles.put(
        _shortened(article, (*printed[article.id, article.content_hash], *_spans(quoted.get(article.id))))
        for article in articles
    )
    older = store.versions.where("article", [article.id for article in articles])
    store.versions.put(
        replace(version, article=_shortened(version.article, printed[version.article.id, version.article.content_hash]))
        for version in older
    )


def _printed(store: Store, articles: Sequence[Article]) -> defaultdict[tuple[str, str], list[Span]]:
    """Where the printed words of each state of each article stand, also those of earlier editions."""
    stories = {placed.story for placed in store.placements.where("article", [article.id for article in articles])}
    spans: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in _passages(store, stories):
        spans[passage.article, passage.content_hash].append(Span(passage.start, passage.end))
    return spans


def _passages(store: Store, stories: Iterable[str]) -> Iterator[Passage]:
    wanted = sorted(stories)
    for view in store.views.where("story", wanted):
        yield from passages(view)
    for summary in store.summaries.where("story", wanted):
        if summary.lead:
            yield summary.lead
        if summary.quote:
            yield from quoted_passages(summary.quote)
    for statement in store.statements.where("story", wanted):
        yield from quoted_passages(statement.quote)
    days = {f"{summary.id} {summary.day}" for summary in store.summaries.where("story", wanted)}
    for voices in store.voices.where("key", days):
        yield from (reaction.passage for reaction in voices.reactions)
        for quote in voices.quotes:
            yield from quoted_passages(quote)


def _spans(found: ArticleQuotes | None) -> Iterator[Span]:
    """Where quotes stand, with the place that names their speaker."""
    for quote in found.quotes if found else ():
        yield quote.span
        if quote.speaker.span is not None:
            yield quote.speaker.span


def _shortened(article: Article, kept: Sequence[Span]) -> Article:
    """The article with blanks for every paragraph that no stretch of ``kept`` touches. A lead that serves as headline stays."""
    parts, end = [], 0
    for number, paragraph in enumerate(paragraphs(article.text)):
        stays = (number == 0 and not article.headline) or any(
            start < paragraph.end and paragraph.start < stop for start, stop in kept
        )
        words = paragraph.of(article.text)
        parts += [article.text[end : paragraph.start], words if stays else BLANK * len(words)]
        end = paragraph.end
    return replace(article, text="".join((*parts, article.text[end:])))
