"""Coverage: the independent reports, below each its copies and what they add, and why each is in the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digest.edition.allowance import Ledger
from digest.edition.dateline import after_dateline
from digest.edition.headline import lead_clause
from digest.edition.passages import Sources
from digest.edition.views import CopyLine, KeptOut, Passage, Source
from digest.languages.sentence_marks import TABLES as LANGUAGES
from digest.model import Article, Change, CopyGroup, Dossier, Evidence, Span
from digest.text.normalise import one_line
from digest.text.segment import paragraphs, sentences

ADDED_SENTENCES = 2
"""Most sentences printed of what a copy adds; the link leads to the rest."""
EVIDENCE_LINES = 4
"""Most reasons printed of a join; the JSON holds no more either, `digest why` all."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the page shows already of each article: the stretches, and the ledger of what may still be shown."""

    spans: Mapping[str, tuple[Span, ...]]
    ledger: Ledger


def printed_of(passages: Sequence[Passage], ledger: Ledger) -> Printed:
    """From all ``passages`` of a page; ``ledger`` knows the excerpts among them."""
    spans: defaultdict[str, tuple[Span, ...]] = defaultdict(tuple)
    for passage in passages:
        spans[passage.article] += (Span(passage.start, passage.end),)
    return Printed(dict(spans), ledger)


def coverage(dossier: Dossier, sources: Sources, printed: Printed) -> tuple[Source, ...]:
    """All sources of the story in the order of their numbers; what a copy adds is shown as far as ``printed`` allows."""
    joins = {join.group: join for join in dossier.story.joins}
    corrected = last_changes(dossier.changes)
    return tuple(
        replace(
            _source(members[0], group, sources),
            score=joins[group.id].score if group.id in joins else 0.0,
            evidence=_reasons(_printable(joins[group.id].evidence, dossier)) if group.id in joins else (),
            copies=_copies(group, members[1:], sources, printed),
            corrected=corrected.get(members[0].id),
        )
        for group, members in sources.groups
    )


def last_changes(changes: Sequence[Change]) -> Mapping[str, datetime]:
    """When each corrected article was last corrected."""
    return {change.article: change.when for change in sorted(changes, key=lambda change: change.when)}


def _source(original: Article, group: CopyGroup, sources: Sources) -> Source:
    number = sources.numbers[original.id]
    return Source(
        number=number,
        anchor=sources.anchors[original.id],
        article=original.id,
        outlet=original.outlet,
        headline=one_line(original.headline or "") or None,
        title=title_of(original, sources),
        url=original.url,
        when=original.when,
        dated=original.published is not None,
        agency=original.agency or group.agency,
        byline=one_line(original.byline or "") or None,
        language=original.language,
        score=0.0,
        note=_note(original),
        new=sources.is_new(original.id),
    )


def title_of(article: Article, sources: Sources) -> str:
    """An article's headline, else the clause of its lead; empty for one without words that may be printed."""
    span = None if one_line(article.headline or "") else lead_clause(article, sources.hidden_in(article.id))
    return one_line(span.of(article.text)) if span else one_line(article.headline or "")


def _note(article: Article) -> str | None:
    """What a reader should know of a source that yields less than others."""
    if article.language.partition("-")[0].casefold() not in LANGUAGES:
        return f"in a language ({one_line(article.language)}) in which Digest finds no quotes"
    return None if article.full_text else "only a teaser came with the feed"


def _printable(evidence: Sequence[Evidence], dossier: Dossier) -> tuple[Evidence, ...]:
    """``evidence`` without words that stand where nothing may be printed, such as the name of a person who was taken down."""
    texts = {article.id: article.text for article in dossier.articles}
    hidden = [span.of(texts[article]) for article, span in dossier.hidden if article in texts]
    return tuple(
        reason
        for reason in evidence
        if not any(detail in words for detail in (reason.detail, *reason.detail.split(", ")) for words in hidden)
    )


def _reasons(evidence: Sequence[Evidence]) -> tuple[tuple[str, str], ...]:
    ranked = sorted(evidence, key=lambda item: (-item.score, item.kind, item.detail))
    return tuple((one_line(item.kind), one_line(item.detail)) for item in ranked[:EVIDENCE_LINES])


def _copies(group: CopyGroup, members: Sequence[Article], sources: Sources, printed: Printed) -> tuple[CopyLine, ...]:
    copies = {copy.article: copy for copy in group.copies}
    return tuple(
        CopyLine(
            number=sources.numbers[article.id],
            article=article.id,
            outlet=article.outlet,
            headline=one_line(article.headline or "") or None,
            url=article.url,
            when=article.when,
            relation=copies[article.id].relation.value,
            score=copies[article.id].score,
            adds=added(article, copies[article.id].new_paragraphs, sources, printed),
            new=sources.is_new(article.id),
        )
        for article in members
        if article.id in copies
    )


def added(article: Article, new: Sequence[int], sources: Sources, printed: Printed) -> tuple[Passage, ...]:
    """The first sentences of what a copy adds, as many characters as are left, without what the page prints already."""
    blocks = paragraphs(article.text)
    taken = printed.spans.get(article.id, ())
    found: list[Passage] = []
    for index in sorted(set(new)):
        if not 0 <= index < len(blocks) or len(found) == ADDED_SENTENCES:
            continue
        span = first_sentence(article, blocks[index])
        shown = any(span.start < end and start < span.end for start, end in taken)
        if not shown and printed.ledger.takes(article.id, *span):
            found.append(sources.passage(article, span))
    return tuple(found)


def first_sentence(article: Article, block: Span) -> Span:
    """The first sentence of a paragraph, dateline left out."""
    start, end = sentences(block.of(article.text), article.language)[0]
    return after_dateline(article, Span(block.start + start, block.start + end))


def merges(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The stories that turned out to be this one: the path of each, and the surest reason with which its reports came."""
    paths = dict(dossier.merged)
    told = {
        join.came_from: join.evidence[0].detail
        for join in dossier.story.joins
        if join.came_from in paths and join.evidence
    }
    return tuple((paths[name], one_line(told[name])) for name in sorted(told))


def kept_out(dossier: Dossier) -> KeptOut | None:
    """The story nearest to this one of which a link is known, over all its joins."""
    links = {link.id: link for link in dossier.nearest}
    near = [join for join in dossier.story.joins if join.nearest in links and join.nearest != dossier.story.id]
    if not near:
        return None
    best = min(near, key=lambda join: (-join.nearest_score, join.group))
    return KeptOut(links[best.nearest or ""], best.nearest_score, one_line(best.nearest_reason))
