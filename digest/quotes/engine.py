"""Quotes of one article, with speakers as far as the article tells.

The order of work: read the marks; blank the quotations out; find who is mentioned in what is left; find the cue of each
quotation; resolve pronouns and noun phrases to names; say how sure that is.
"""

from __future__ import annotations

import re

from digest.languages.speech import SpeechTable
from digest.languages.tables import name_table, speech_table
from digest.model import Quote, QuoteKind, Span, Speaker, SpeakerKind
from digest.quotes.attribution import Attributed, attribute
from digest.quotes.confidence import confidence, speaker_signs
from digest.quotes.cues import BLANK, Clauses, patterns
from digest.quotes.marks import Stretch, find_stretches
from digest.quotes.mentions import Mention, find_mentions
from digest.quotes.place import find_places
from digest.quotes.resolution import NOBODY, Referent, Resolver
from digest.quotes.unmarked import find_posts, with_unmarked
from digest.text.names import NameKind, find_names, headline_lines

OPENING = re.compile(r"[\s,:—–-]*(?:(?:[\w.’'-]+\s+){0,4}?that\b[\s,]*)?")
"""What stands between a cue and its content: marks, an addressee, "that"."""
PARAGRAPH_GAP = re.compile(r"(?<=[.!?:”\"’'…)])[ \t]*\n\s*|\n\s*\n\s*")
"""Between paragraphs: a blank line, or a line break after a full stop, as some pages have it."""
PLACES = 3
"""Decimal places of a confidence, so that it prints the same on every machine."""
NOT_NEWLINE = re.compile(r"[^\n]")


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
    posts = find_posts(text)
    marked = find_stretches(text, patterns(speech).ends, speech.function_words)
    stretches = with_unmarked(text, marked, posts, block_quotes)
    if not stretches:
        return ()
    frame = _frame(text, stretches)
    mentions = find_mentions(frame, find_names(frame, language), speech, table)
    clauses = Clauses(frame, mentions, speech, language)
    gaps = tuple(Span(*gap.span()) for gap in PARAGRAPH_GAP.finditer(text))
    headlines = tuple(headline_lines(text, language))
    places = find_places(text, stretches, gaps, headlines, clauses)
    found = attribute(text, places, posts, clauses, speech, table)
    resolver = Resolver(frame, mentions, speech)
    referents = _referents(text, found, resolver)
    return tuple(
        _quote(article, text, [found[index] for index in group], referents[group[0]], speech)
        for group in _groups(found)
    )


def _frame(text: str, stretches: tuple[Stretch, ...]) -> str:
    """The text with every quotation blanked out; offsets, line breaks and a final stop are kept."""
    parts = []
    at = 0
    for stretch in stretches:
        last = stretch.fragments[-1].end - 1
        stop = "." if text[last] in ".?!…" else BLANK
        blanked = NOT_NEWLINE.sub(BLANK, text[stretch.outer.start : last])
        parts += [text[at : stretch.outer.start], blanked, stop, BLANK * (stretch.outer.end - last - 1)]
        at = stretch.outer.end
    parts.append(text[at:])
    return "".join(parts)


def _referents(text: str, found: list[Attributed], resolver: Resolver) -> list[Referent]:
    """Whom the speaker of each quotation is, in reading order, so that a speaker is remembered for the next pronoun."""
    out: list[Referent] = []
    for one in found:
        if one.continues is not None:
            out.append(out[one.continues])
        elif one.attribution is None or one.attribution.mention is None:
            out.append(NOBODY)
        else:
            out.append(resolver.speaker(one.attribution.mention, one.place.stretch.outer.of(text)))
    return out


def _groups(found: list[Attributed]) -> list[list[int]]:
    """Indices of quotations that are pieces of one quote: one cue, one paragraph."""
    groups: list[list[int]] = []
    for index, one in enumerate(found):
        if groups:
            before = found[groups[-1][-1]]
            if before.place.paragraph == one.place.paragraph and _cue(before) == _cue(one) is not None:
                groups[-1].append(index)
                continue
        groups.append([index])
    return groups


def _cue(one: Attributed) -> Span | None:
    return one.attribution.cue if one.attribution else None


def _quote(article: str, text: str, pieces: list[Attributed], referent: Referent, speech: SpeechTable) -> Quote:
    fragments = tuple(span for piece in pieces for span in piece.place.stretch.fragments)
    content = tuple(_content(text, piece) for piece in pieces)
    kind = QuoteKind.DIRECT if all(direct for _, direct in content) else QuoteKind.MIXED
    spans = fragments if kind is QuoteKind.DIRECT else tuple(span for span, _ in content)
    span = Span(min(one.start for one in spans), max(one.end for one in spans))
    attribution = pieces[0].attribution
    sure = speaker_signs(pieces[0], referent)
    rule = "unattributed" if attribution is None else attribution.where
    if pieces[0].continues is not None:
        rule = "continues"
    return Quote(
        article,
        span,
        span.of(text),
        fragments,
        spans,
        kind,
        _speaker(text, attribution.mention if attribution else None, referent, speech),
        attribution.cue.of(text) if attribution else None,
        round(confidence(sure), PLACES) if sure else 0.0,
        rule,
    )


def _content(text: str, piece: Attributed) -> tuple[Span, bool]:
    """The attributed words of a piece, and whether all of them are inside marks."""
    place = piece.place
    stretch = place.stretch
    inner = Span(stretch.fragments[0].start, stretch.fragments[-1].end)
    cue = piece.attribution.cue if piece.attribution and piece.continues is None else None
    if cue is None or place.lead.endswith((":", ",")):
        return inner, True
    start = max(place.floor, cue.end) if cue.end <= stretch.outer.start else place.floor
    opening = OPENING.match(text, start, stretch.outer.start)
    begin = opening.end() if opening else start
    if not any(char.isalnum() for char in text[begin : stretch.outer.start]):
        return inner, True
    return Span(begin, stretch.outer.end), False


def _speaker(text: str, mention: Mention | None, referent: Referent, speech: SpeechTable) -> Speaker:
    if mention is None:
        return Speaker(None, None, None)
    name = referent.name
    role = mention.span.of(text) if mention.name is None and mention.head not in speech.pronouns else None
    if name is not None and name.role:
        role = name.role
    return Speaker(
        mention.span.of(text), mention.span, name.full if name else None, _kind(mention, referent, speech), role
    )


def _kind(mention: Mention, referent: Referent, speech: SpeechTable) -> SpeakerKind:
    role = referent.name.role if referent.name and referent.name.role else ""
    if mention.head in speech.spokespersons or speech.spokespersons & set(role.casefold().split()):
        return SpeakerKind.SPOKESPERSON
    if mention.plural:
        return SpeakerKind.GROUP
    name = referent.name
    if mention.head in speech.organisations or (name is not None and name.kind is NameKind.ORGANISATION):
        return SpeakerKind.ORGANISATION
    if name is not None or mention.head in ("he", "she") or not mention.neuter:
        return SpeakerKind.PERSON
    return SpeakerKind.UNKNOWN
