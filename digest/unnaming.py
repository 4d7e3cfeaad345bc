"""Names that earlier editions printed and that the evidence no longer bears: each is taken back on every page that has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from digest.edition.views import KeyQuote, StorySummary, Voices
from digest.model import PRINTED_FROM, Article, Quote, SpeakerKind
from digest.state import Findings, StoryState
from digest.store import Store

Place = tuple[str, str, int, int]
"""An article, the hash of its content, and the offsets of a quote in it: an article that changed is another source."""


def take_back_names(store: Store, state: StoryState, found: Findings, articles: Iterable[Article]) -> frozenset[date]:
    """Unname the speakers whom earlier editions of a story name and ``found`` names no longer; gives the days of those editions.

    A later report can make doubtful who "the watchdog" is. Only quotes of texts that stand as they stood are looked at:
    what an edition took from a text that has changed since was so in that text.
    """
    unnamed = _unnamed(found.quotes, {article.id: article.content_hash for article in articles})
    keys = [f"{state.story.id} {day}" for day in state.days[:-1]]
    if not (unnamed and keys):
        return frozenset()
    changed: set[date] = set()
    for summary in store.summaries.where("key", keys):
        less_known = _of_summary(summary, unnamed)
        if less_known != summary:
            store.summaries.put([less_known])
            changed.add(summary.day)
    for voices in store.voices.where("key", keys):
        doubted = _of_voices(voices, unnamed)
        if doubted != voices:
            store.voices.put([doubted])
            changed.add(voices.day)
    return frozenset(changed)


def _unnamed(quotes: Iterable[Quote], hashes: Mapping[str, str]) -> Mapping[Place, str | None]:
    """The places of quotes without an established name, with the mention that may still be printed."""
    return {
        (quote.article, hashes[quote.article], quote.span.start, quote.span.end): (
            quote.speaker.mention if quote.confidence >= PRINTED_FROM else None
        )
        for quote in quotes
        if quote.article in hashes and (quote.speaker.name is None or quote.confidence < PRINTED_FROM)
    }


def _of_summary(summary: StorySummary, unnamed: Mapping[Place, str | None]) -> StorySummary:
    return replace(summary, quote=_of_quote(summary.quote, unnamed)) if summary.quote else summary


def _of_voices(voices: Voices, unnamed: Mapping[Place, str | None]) -> Voices:
    return replace(voices, quotes=tuple(_of_quote(quote, unnamed) for quote in voices.quotes))


def _of_quote(quote: KeyQuote, unnamed: Mapping[Place, str | None]) -> KeyQuote:
    passage = quote.passage
    place = (passage.article, passage.content_hash, passage.start, passage.end)
    if quote.speaker is None or place not in unnamed or quote.speaker == unnamed[place]:
        return quote
    return replace(quote, speaker=None, speaker_kind=SpeakerKind.UNKNOWN.value, role=None, slug=None)
