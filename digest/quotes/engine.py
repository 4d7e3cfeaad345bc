"""Quotes of one article, with speakers as far as the article tells.

The order of work: read the marks; blank the quotations out; find who is mentioned in what is left; find the cue of each
quotation; resolve pronouns and noun phrases to names; say how sure that is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from digest.languages.names import NameTable
from digest.languages.speech import SpeechTable
from digest.languages.tables import name_table, report_table, speech_table
from digest.model import Quote, QuoteKind, Span
from digest.quotes.attribution import Attributed, attribute
from digest.quotes.confidence import confidence, reported_signs, speaker_signs
from digest.quotes.content import content_of
from digest.quotes.cues import Clauses
from digest.quotes.frame import frame_of
from digest.quotes.genders import genders
from digest.quotes.indirect import Quoted, Reported, find_reports, readings
from digest.quotes.marks import find_stretches
from digest.quotes.mentions import find_mentions
from digest.quotes.patterns import patterns
from digest.quotes.place import find_places
from digest.quotes.resolution import NOBODY, Referent, Resolver
from digest.quotes.sentence_break import frame_sentences
from digest.quotes.speakers import speaker_of
from digest.quotes.transcript import find_turns, voices_of
from digest.quotes.unmarked import find_posts, with_unmarked
from digest.text.headlines import headline_lines
from digest.text.names import find_names

PARAGRAPH_GAP = re.compile(r"(?<=[.!?:”\"'’…)])[ \t]*\n\s*|\n\s*\n\s*")
"""Between paragraphs: a blank line, or a line break after a full stop, as some pages have it."""
PLACES = 3
"""Decimal places of a confidence, so that it prints the same on every machine."""


def find_quotes(
    article: str, text: str, *, language: str = "en", block_quotes: tuple[Span, ...] = ()
) -> tuple[Quote, ...]:
    """The quotes of one article in order of place, speakers resolved as far as the article itself tells.

    ``article`` is its id; ``text`` its plain text, paragraphs separated by blank lines, of any content: no text raises.
    ``language`` is a BCP 47 tag; without a table for it there are no quotes.
    ``block_quotes`` are stretches set as block quotations: quotes even without marks.
    ``Quote.text`` is ``text[span]``, always. A speaker whose name is not established has ``name`` None.

    >>> quote, = find_quotes("a", "“The dam holds,” Ilse Brandt said on Monday.")
    >>> quote.text, quote.speaker.name, quote.cue
    ('The dam holds,', 'Ilse Brandt', 'said')
    """
    speech, table = speech_table(language), name_table(language)
    if speech is None or table is None:
        return ()
    reading = _read(text, language, speech, table, block_quotes)
    quotes = [reading.quote(article, item) for item in reading.items]
    return tuple(sorted(quotes, key=lambda quote: (quote.span, quote.rule)))


def _read(text: str, language: str, speech: SpeechTable, table: NameTable, block_quotes: tuple[Span, ...]) -> _Reading:
    """Everything attributed in a text, with the speaker of each resolved in reading order."""
    posts = find_posts(text)
    marked = find_stretches(text, patterns(speech).ends, speech.function_words)
    turns = find_turns(text)
    signed = sorted([*(post.stretch for post in posts), *(turn.stretch for turn in turns)], key=lambda one: one.outer)
    stretches = with_unmarked(text, marked, tuple(signed), block_quotes)
    frame = frame_of(text, stretches)
    names = find_names(frame, language)
    mentions = find_mentions(frame, names, speech, table)
    clauses = Clauses(frame, mentions, speech, language)
    gaps = tuple(Span(*gap.span()) for gap in PARAGRAPH_GAP.finditer(text))
    places = find_places(text, stretches, gaps, tuple(headline_lines(text, language)), clauses)
    authors = {post.stretch: post.author for post in posts}
    authors |= voices_of(text, turns, names)
    known = report_table(language)
    read = readings(frame_sentences(frame, language), clauses, speech, known)
    marked_words = Quoted(tuple(stretch.outer for stretch in stretches), frozenset())
    holding = [one for one in read if marked_words.within(one.sentence)]
    possible = find_reports(holding, speech, known, marked_words)
    found = attribute(text, places, authors, clauses, possible, speech, table)
    quoted = Quoted(
        tuple(one.place.stretch.outer for one in found),
        frozenset(one.attribution.cue for one in found if one.attribution),
    )
    reports = find_reports(read, speech, known, quoted)
    marked_items = [_Marked(tuple(pieces), *content_of(pieces, clauses, reports)) for pieces in _groups(found)]
    items: list[_Item] = [
        *marked_items,
        *reports.apart(piece for item in marked_items for piece in item.content),
    ]
    items.sort(key=_start)
    resolver = Resolver(frame, mentions, speech, genders(frame, mentions, speech, clauses.marks))
    return _Reading(text, clauses, tuple(items), _referents(text, items, resolver))


@dataclass(frozen=True, slots=True)
class _Marked:
    """A quotation: its pieces with one cue, the attributed words, and whether all of these are inside marks."""

    pieces: tuple[Attributed, ...]
    content: tuple[Span, ...]
    direct: bool


_Item: TypeAlias = _Marked | Reported


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read in one text: quotes in pieces and reported speech, and who the speaker of each is, by its start."""

    text: str
    clauses: Clauses
    items: tuple[_Item, ...]
    referents: dict[int, Referent]

    def quote(self, article: str, item: _Item) -> Quote:
        """The quote that an item is."""
        referent = self.referents[_start(item)]
        return (
            self._indirect(article, item, referent)
            if isinstance(item, Reported)
            else self._marked(article, item, referent)
        )

    def _marked(self, article: str, item: _Marked, referent: Referent) -> Quote:
        first, content = item.pieces[0], item.content
        span = Span(content[0].start, content[-1].end)
        attribution = first.attribution
        sure = speaker_signs(first, referent)
        rule = "unattributed" if attribution is None else attribution.where if first.continues is None else "continues"
        return Quote(
            article,
            span,
            span.of(self.text),
            tuple(fragment for piece in item.pieces for fragment in piece.place.stretch.fragments),
            content,
            QuoteKind.INDIRECT if rule == "turn" else QuoteKind.DIRECT if item.direct else QuoteKind.MIXED,
            speaker_of(self.text, attribution.mention if attribution else None, referent, self.clauses.speech),
            attribution.cue.of(self.text) if attribution else None,
            round(confidence(sure), PLACES) if sure else 0.0,
            rule,
        )

    def _indirect(self, article: str, item: Reported, referent: Referent) -> Quote:
        sure = reported_signs(item.attribution, referent)
        return Quote(
            article,
            item.content,
            item.content.of(self.text),
            (item.content,),
            (item.content,),
            QuoteKind.INDIRECT,
            speaker_of(self.text, item.attribution.mention, referent, self.clauses.speech),
            item.attribution.cue.of(self.text),
            round(confidence(sure), PLACES) if sure else 0.0,
            f"reported-{item.construction}",
        )


def _start(item: _Item) -> int:
    return item.content.start if isinstance(item, Reported) else item.pieces[0].place.stretch.outer.start


def _referents(text: str, items: list[_Item], resolver: Resolver) -> dict[int, Referent]:
    """Who each speaker is, in reading order, so that a speaker is remembered for the next pronoun.

    Mentions are resolved once: what goes on with an earlier cue has its speaker.
    """
    out: dict[int, Referent] = {}
    known: dict[Span, Referent] = {}
    for item in items:
        attribution = item.attribution if isinstance(item, Reported) else item.pieces[0].attribution
        mention = attribution.mention if attribution else None
        if mention is None:
            out[_start(item)] = NOBODY
            continue
        if mention.span not in known:
            words = "" if isinstance(item, Reported) else item.pieces[0].place.stretch.outer.of(text)
            known[mention.span] = resolver.speaker(mention, words)
        out[_start(item)] = known[mention.span]
    return out


def _groups(found: list[Attributed]) -> list[list[Attributed]]:
    """Pieces of one quote together: one cue, one paragraph."""
    groups: list[list[Attributed]] = []
    for one in found:
        before = groups[-1][-1] if groups else None
        same = before is not None and before.place.paragraph == one.place.paragraph and _cue(before) == _cue(one)
        if same and _cue(one) is not None:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _cue(one: Attributed) -> Span | None:
    return one.attribution.cue if one.attribution else None
