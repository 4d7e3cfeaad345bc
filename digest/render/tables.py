"""A day as a table: every quote and reaction its pages print, one a line, as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.edition.views import Edition, KeyQuote, ReactionLine, StorySummary, Voices
from digest.render.data import timestamp
from digest.render.encode import csv_line
from digest.render.page import PageFile, Site, data_file, day_file, story_file, url_of
from digest.render.quoting import GAP, passage_link

COLUMNS = (
    "day", "story", "story_url", "headline", "topics", "reports", "outlets", "copies", "kind", "speaker", "role",
    "stance", "words", "outlet", "published", "carried_by", "link", "article", "start", "end", "content_hash",
)  # fmt: skip
BOM = "\ufeff"
"""Spreadsheets take a CSV file for their own country's encoding unless it begins with this."""


def day_csv(edition: Edition, voices: Sequence[Voices], site: Site) -> PageFile:
    """The table of ``edition``; a story of which nobody is quoted has one line with its lead sentence."""
    said = {item.story: item for item in voices}
    lines = [csv_line(COLUMNS)]
    for summary in edition.stories:
        own = said.get(summary.id)
        rows = list(_rows(summary, own)) if own else []
        head = _story_cells(edition, summary, site)
        lines += [csv_line((*head, *row)) for row in rows or [_lead_cells(summary)]]
    return PageFile(data_file(day_file(edition.day), ".csv"), (BOM + "".join(lines)).encode())


def _story_cells(edition: Edition, summary: StorySummary, site: Site) -> tuple[object, ...]:
    counts = summary.counts
    address = site.address(url_of(story_file(summary.path)))
    topics = "; ".join(summary.topics)
    return (
        edition.day.isoformat(),
        summary.id,
        address,
        summary.headline,
        topics,
        counts.reports,
        counts.outlets,
        counts.copies,
    )


def _rows(summary: StorySummary, voices: Voices) -> Iterator[tuple[object, ...]]:
    del summary
    for quote in voices.quotes:
        yield _quote_cells(quote)
    for reaction in voices.reactions:
        yield _reaction_cells(reaction)


def _quote_cells(quote: KeyQuote) -> tuple[object, ...]:
    passage = quote.passage
    words = GAP.join(passage.pieces()) if quote.kind == "direct" else passage.text
    return (
        f"{quote.kind} quote", quote.speaker, quote.role, None, words, passage.outlet, timestamp(quote.when),
        "; ".join(quote.carried_by), passage_link(passage), passage.article, passage.start, passage.end, passage.content_hash,
    )  # fmt: skip


def _reaction_cells(reaction: ReactionLine) -> tuple[object, ...]:
    passage = reaction.passage
    return (
        "reaction", reaction.actor, reaction.role, reaction.stance, passage.text, passage.outlet, timestamp(reaction.when),
        None, passage_link(passage), passage.article, passage.start, passage.end, passage.content_hash,
    )  # fmt: skip


def _lead_cells(summary: StorySummary) -> tuple[object, ...]:
    passage = summary.lead
    if passage is None:
        return ("story", *(None,) * (len(COLUMNS) - 9))
    return (
        "story", None, None, None, passage.text, passage.outlet, timestamp(summary.first),
        None, passage_link(passage), passage.article, passage.start, passage.end, passage.content_hash,
    )  # fmt: skip
