"""Cutting passages out of the articles of one story, each with its number and its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from markdown.extensions.toc import slugify

from digest.edition.dateline import after_dateline
from digest.edition.proof import is_excerpt
from digest.edition.views import Passage
from digest.model import Article, CopyGroup, Quote, QuoteKind, Relation, Span
from digest.text.normalise import one_line
from digest.text.segment import sentences

CONTEXT_CHARS = 40
"""Characters kept on either side of a passage for its TextQuoteSelector; W3C gives no number, hypothes.is uses 32."""

SPEAKS_FOR_ITSELF = 4
"""Words from which a piece inside marks that opens like a sentence stands alone; "Not guilty, seven times" does."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of a story with their source numbers.

    ``groups`` are the copy groups in order of their original's time, without articles that are no longer there;
    ``numbers`` maps article ids to ``1``, ``1a``, ``1b``, ``2`` ..., ``anchors`` to the id of the heading
    under Coverage that tells of it (a copy stands under its original's). ``known`` are the articles that an earlier edition had,
    ``hidden`` stretches of articles that nothing may print, not even as context. ``person_pages`` maps speakers' names to the
    addresses of their pages.
    """

    articles: Mapping[str, Article]
    groups: tuple[tuple[CopyGroup, tuple[Article, ...]], ...]
    numbers: Mapping[str, str]
    anchors: Mapping[str, str]
    known: frozenset[str] = frozenset()
    hidden: tuple[tuple[str, Span], ...] = ()
    person_pages: Mapping[str, str] = field(default_factory=dict)

    def is_new(self, *articles: str) -> bool:
        """Whether no earlier edition had any of ``articles``; on a story's first day nothing is marked new."""
        return bool(self.known) and self.known.isdisjoint(articles)

    @property
    def originals(self) -> tuple[Article, ...]:
        """The independent reports, oldest first."""
        return tuple(members[0] for _, members in self.groups)

    @property
    def current(self) -> tuple[Article, ...]:
        """What each report says now: its newest update by the same words' publisher, else the report itself."""
        return tuple(_newest(group, members) for group, members in self.groups)

    def passage(self, article: Article, span: Span, fragments: Sequence[Span] = ()) -> Passage:
        """The words of ``span`` with all that proves them."""
        text, (start, end) = article.text, span
        words = text[start:end]
        return Passage(
            article=article.id,
            number=self.numbers[article.id],
            anchor=self.anchors[article.id],
            outlet=article.outlet,
            start=start,
            end=end,
            text=words,
            content_hash=article.content_hash,
            prefix=text[self._context_start(article.id, start) : start],
            suffix=text[end : self._context_end(article.id, end)],
            fragments=tuple((piece[0], piece[1]) for piece in fragments),
            url=article.url,
            repeated=text.find(words, text.find(words) + 1) >= 0,
        )

    def hidden_in(self, article: str) -> tuple[Span, ...]:
        """The stretches of ``article`` that nothing may print."""
        return tuple(span for name, span in self.hidden if name == article)

    def _context_start(self, article: str, start: int) -> int:
        bounds = [span[1] for name, span in self.hidden if name == article and span[0] < start]
        return min(start, max(0, start - CONTEXT_CHARS, *bounds))

    def _context_end(self, article: str, end: int) -> int:
        bounds = [span[0] for name, span in self.hidden if name == article and span[1] > end]
        return max(end, min(end + CONTEXT_CHARS, *bounds)) if bounds else end + CONTEXT_CHARS

    def quoted(self, quote: Quote) -> tuple[Passage, QuoteKind]:
        """The passage of a quote that has been proved as a page prints it, and of what kind that is.

        Of a quotation the words inside marks are printed, whatever the reporter says around them. Where they are only a
        part of a sentence ("arrogance in a hard hat"), they mean little alone: then the whole sentence is printed.
        """
        article = self.articles[quote.article]
        if quote.kind is QuoteKind.INDIRECT or not quote.fragments:
            return self.passage(article, quote.span), QuoteKind.INDIRECT
        pieces = self.pieces(quote)
        sentence = _sentence(article, quote.span)
        alone = quote.kind is QuoteKind.DIRECT or any(map(_is_sentence, pieces.pieces()))
        if alone or not is_excerpt(sentence):
            return pieces, QuoteKind.DIRECT
        return self.passage(article, sentence), QuoteKind.MIXED

    def pieces(self, quote: Quote) -> Passage:
        """The passage of the words inside marks alone."""
        span = Span(min(f[0] for f in quote.fragments), max(f[1] for f in quote.fragments))
        return self.passage(self.articles[quote.article], span, quote.fragments)


def anchor(number: str, outlet: str) -> str:
    """The id of a source's heading, as Python-Markdown's ``toc`` makes it of ``1 National Wire``.

    >>> anchor("1", "National Wire")
    '1-national-wire'
    """
    plain: str = slugify(one_line(f"{number} {outlet}"), "-")
    return plain


def number_sources(
    articles: Sequence[Article], groups: Sequence[CopyGroup], known: frozenset[str] = frozenset()
) -> Sources:
    """Numbers for the articles of a story: originals 1, 2, ... by time, the copies of 1 are 1a, 1b, ... by time.

    Where a group's original is gone the earliest that is left stands in its place; an article in no group stands alone.
    """
    present = {article.id: article for article in articles}
    listed = [(group, [present[member] for member in group.members if member in present]) for group in groups]
    grouped = {article.id for _, members in listed for article in members}
    listed += [
        (CopyGroup(article.id, article.id), [article]) for article in present.values() if article.id not in grouped
    ]
    ordered = sorted(
        ((group, _original_first(group, members)) for group, members in listed if members),
        key=lambda pair: _time(pair[1][0]),
    )
    numbers = {
        article.id: f"{number}{letters(place)}"
        for number, (_, members) in enumerate(ordered, 1)
        for place, article in enumerate(members)
    }
    anchors = {
        article.id: anchor(str(number), members[0].outlet)
        for number, (_, members) in enumerate(ordered, 1)
        for article in members
    }
    return Sources(present, tuple(ordered), numbers, anchors, known)


def _newest(group: CopyGroup, members: Sequence[Article]) -> Article:
    updates = {copy.article for copy in group.copies if copy.relation is Relation.UPDATE}
    return max((a for a in members[1:] if a.id in updates), key=_time, default=members[0])


def _is_sentence(piece: str) -> bool:
    """Whether words inside marks open like a sentence: not in lower case, and with enough words to say something."""
    first = next((sign for sign in piece if sign.isalnum()), "")
    return bool(first) and not first.islower() and len(piece.split()) >= SPEAKS_FOR_ITSELF


def _sentence(article: Article, span: Span) -> Span:
    """The sentence or sentences that ``span`` lies in, dateline left out."""
    held = [s for s in sentences(article.text, article.language) if s.start < span[1] and span[0] < s.end]
    return after_dateline(article, Span(held[0].start, held[-1].end)) if held else Span(*span)


def _original_first(group: CopyGroup, members: Sequence[Article]) -> tuple[Article, ...]:
    return tuple(sorted(members, key=lambda article: (article.id != group.original, *_time(article))))


def _time(article: Article) -> tuple[datetime, str]:
    return article.when, article.id


def letters(place: int) -> str:
    """The letters of the copy in ``place`` (0 is the original and has none): a, b, ... z, aa, ab, ...

    >>> letters(0), letters(1), letters(26), letters(27)
    ('', 'a', 'z', 'aa')
    """
    name = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
