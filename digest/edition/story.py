"""A story's page from all that is known of the story, and the records that lists are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from digest.edition.allowance import DEFAULT, Allowance, Ledger
from digest.edition.brief import brief
from digest.edition.corrections import corrections
from digest.edition.coverage import coverage, kept_out, merges, printed_of
from digest.edition.headline import choose_headline
from digest.edition.passages import Sources, number_sources
from digest.edition.timeline import timeline
from digest.edition.views import (
    Correction,
    Counts,
    Headline,
    KeyQuote,
    OutletShare,
    Passage,
    ReactionLine,
    Since,
    Statement,
    StorySummary,
    StoryView,
    Voices,
)
from digest.edition.voices import counted, key_quote, people, reaction_lines, with_roles
from digest.model import Dossier, Problem, Span, Utterance
from digest.text.normalise import one_line


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a page prints: see the settings of the same names.

    ``allowance`` is what it prints of one article, ``own`` the same for articles whose source says otherwise.
    """

    brief_sentences: int = 4
    key_quotes: int = 5
    allowance: Allowance = DEFAULT
    own: Mapping[str, Allowance] = field(default_factory=dict)
    open_days: int = 14

    def excerpt(self, article: str) -> int:
        """Characters of ``article`` that may be printed besides quotes."""
        return self.own.get(article, self.allowance).excerpt

    def quoted(self, article: str) -> int:
        """Characters of ``article`` that may be printed as quotes and reactions."""
        return self.own.get(article, self.allowance).quoted


@dataclass(frozen=True, slots=True)
class StoryPage:
    """All that one story gives to an edition.

    ``view`` is its page, ``summary`` its record for lists, ``statements`` are for people's pages,
    ``voices`` for the day's table and mail.
    """

    view: StoryView
    summary: StorySummary
    statements: tuple[Statement, ...]
    voices: Voices


def story_page(
    dossier: Dossier, *, day: date, zone: tzinfo = UTC, limits: Limits | None = None, days: Sequence[date] = ()
) -> StoryPage | None:
    """The page of a story as of the edition of ``day``, with its summary and statements; None for a story without words.

    ``zone`` cuts days. ``days`` are the earlier editions that brought something new of it.
    What the proof leaves out is in ``view.problems``; nothing is raised for it.
    """
    limits = limits or Limits()
    sources = replace(
        number_sources(dossier.articles, dossier.groups, dossier.known),
        hidden=dossier.hidden,
        person_pages=dict(dossier.person_pages),
    )
    headline = choose_headline(sources)
    if headline is None:
        return None
    voices = _voices(dossier, sources, Ledger(limits.quoted))
    view = _view(dossier, sources, headline, voices, day=day, zone=zone, limits=limits)
    statements = _statements(view, [quote for quote, _ in voices.said])
    return StoryPage(view, _summary(view, days), statements, Voices(view.id, day, view.quotes, view.reactions))


Said = tuple[KeyQuote, bool]
"""A statement as printed, and whether it is one of those shown first."""


@dataclass(frozen=True, slots=True)
class _Voices:
    """What is printed in somebody's words, or of what somebody did in answer, and what the proof left out."""

    said: tuple[Said, ...]
    reactions: tuple[ReactionLine, ...]
    problems: tuple[Problem, ...]


def _voices(dossier: Dossier, sources: Sources, ledger: Ledger) -> _Voices:
    """Statements and reactions as far as ``ledger`` takes them: what is shown first comes first, what people's pages add last."""
    keys = list(dossier.key_utterances)
    rest = [utterance for utterance in counted(dossier.utterances) if utterance not in keys]
    first, problems = _said(keys, sources, ledger)
    reactions, faults = reaction_lines(dossier.reactions, sources, ledger)
    more, others = _said(rest, sources, ledger)
    once: dict[tuple[str, int, int], Said] = {}
    for quote, key in (*((quote, True) for quote in first), *((quote, False) for quote in more)):
        once.setdefault((quote.passage.article, quote.passage.start, quote.passage.end), (quote, key))
    quotes = with_roles([quote for quote, _ in once.values()])
    said = tuple((quote, key) for quote, (_, key) in zip(quotes, once.values(), strict=True))
    return _Voices(said, reactions, (*problems, *others, *faults))


def _said(
    utterances: Iterable[Utterance], sources: Sources, ledger: Ledger
) -> tuple[list[KeyQuote], tuple[Problem, ...]]:
    """Every one that can be proved and that ``ledger`` takes, in their order."""
    said: list[KeyQuote] = []
    problems: tuple[Problem, ...] = ()
    for utterance in utterances:
        quote, faults = key_quote(utterance, sources, ledger)
        problems += faults
        if quote is not None:
            said.append(quote)
    return said, problems


def _view(
    dossier: Dossier,
    sources: Sources,
    headline: Headline,
    voices: _Voices,
    *,
    day: date,
    zone: tzinfo,
    limits: Limits,
) -> StoryView:
    quotes = tuple(quote for quote, key in voices.said if key)[: limits.key_quotes]
    reactions = voices.reactions
    ledger = Ledger(limits.excerpt)
    sentences = _brief(dossier, sources, headline, limits.brief_sentences, ledger)
    shown = [*sentences, *(reaction.passage for reaction in reactions), *_all_passages(quotes)]
    printed = printed_of(shown, ledger)
    fixes = corrections(dossier.story, headline.text, dossier.changes, sources, dossier.previous_day, zone)
    moments = [article.when for article in dossier.articles]
    everyone = [quote for quote, _ in voices.said]
    return StoryView(
        id=dossier.story.id,
        path=dossier.story.path,
        saga=dossier.story.saga,
        day=day,
        headline=headline,
        counts=_counts(sources, everyone, len(reactions)),
        first=min(moments),
        last=max(moments),
        is_open=day - max(moments).astimezone(zone).date() < timedelta(days=limits.open_days),
        topics=dossier.topics,
        people=people(everyone),
        since=_since(dossier, sources, everyone, fixes),
        brief=sentences,
        quotes=quotes,
        reactions=reactions,
        timeline=timeline(sources, fixes, zone),
        coverage=coverage(dossier, sources, printed),
        kept_out=kept_out(dossier),
        sagas=tuple(link for link in dossier.saga if link.id != dossier.story.id),
        corrections=fixes,
        decisions=tuple((one_line(rule.action), one_line(rule.reason)) for rule in dossier.overrules),
        problems=voices.problems,
        merges=merges(dossier),
    )


def _brief(dossier: Dossier, sources: Sources, headline: Headline, most: int, ledger: Ledger) -> tuple[Passage, ...]:
    quoted: dict[str, list[Span]] = {}
    for utterance in counted(dossier.utterances):
        for quote in (utterance.quote, *(printing.quote for printing in utterance.others)):
            quoted.setdefault(quote.article, []).append(quote.span)
    for article, span in dossier.hidden:
        quoted.setdefault(article, []).append(span)
    return brief(sources, sources.articles[headline.article], quoted, most=most, ledger=ledger)


def _all_passages(quotes: Iterable[KeyQuote]) -> list[Passage]:
    return [p for quote in quotes for p in (quote.passage, *(variant.passage for variant in quote.variants))]


def _counts(sources: Sources, said: Sequence[KeyQuote], reactions: int) -> Counts:
    articles = [article for _, members in sources.groups for article in members]
    return Counts(
        reports=len(sources.groups),
        outlets=len({article.outlet for article in articles}),
        copies=len(articles) - len(sources.groups),
        quotes=sum(quote.kind != "indirect" for quote in said),
        reactions=reactions,
    )


def _since(dossier: Dossier, sources: Sources, said: Sequence[KeyQuote], fixes: Sequence[Correction]) -> Since | None:
    """What the previous edition did not have, or None where that is nothing or there was none."""
    if dossier.previous_day is None or not dossier.known:
        return None
    new = [article for article in dossier.articles if article.id not in dossier.known]
    originals = {article.id for article in sources.originals}
    reports = [sources.numbers[article.id] for article in new if article.id in originals]
    old_voices = {quote.speaker for quote in said if not quote.new}
    voices = dict.fromkeys(quote.speaker for quote in said if quote.new and quote.speaker and quote.slug)
    fresh = tuple(correction for correction in fixes if correction.new)
    since = Since(
        day=dossier.previous_day,
        reports=tuple(sorted(reports, key=lambda number: (len(number), number))),
        copies=len(new) - len(reports),
        quotes=sum(quote.new and quote.kind != "indirect" for quote in said),
        speakers=tuple(voice for voice in voices if voice and voice not in old_voices),
        corrections=fresh,
    )
    return since if new or fresh else None


def _summary(view: StoryView, days: Sequence[date]) -> StorySummary:
    strongest = next(
        (quote for quote in view.quotes if quote.kind == "direct"), view.quotes[0] if view.quotes else None
    )
    stances = Counter(reaction.stance for reaction in view.reactions)
    first_day = view.since is None
    return StorySummary(
        id=view.id,
        path=view.path,
        saga=view.saga,
        day=view.day,
        headline=view.headline.text,
        headline_outlet=view.headline.outlet,
        first=view.first,
        last=view.last,
        is_open=view.is_open,
        counts=view.counts,
        shares=_shares(view),
        people=view.people,
        topics=view.topics,
        lead=view.brief[0] if view.brief else None,
        quote=strongest,
        stances=tuple(stances.items()),
        since=view.since,
        days=tuple(sorted({*days, view.day})),
        fresh_outlets=len({source.outlet for source in view.coverage if source.new or first_day}),
        articles=tuple(a for source in view.coverage for a in (source.article, *(c.article for c in source.copies))),
    )


def _shares(view: StoryView) -> tuple[OutletShare, ...]:
    """What each outlet did, in order of first appearance under Coverage; the first is the outlet of the earliest article."""
    reports = Counter(source.outlet for source in view.coverage)
    copies = Counter(copy.outlet for source in view.coverage for copy in source.copies)
    times: list[tuple[datetime, str, str]] = [(source.when, source.number, source.outlet) for source in view.coverage]
    first = min(times)[2]
    outlets = dict.fromkeys(o for source in view.coverage for o in (source.outlet, *(c.outlet for c in source.copies)))
    return tuple(OutletShare(outlet, reports[outlet], copies[outlet], outlet == first) for outlet in outlets)


def _statements(view: StoryView, said: Iterable[KeyQuote]) -> tuple[Statement, ...]:
    """A record for every counted statement of a person who has a page."""
    names = {person.slug: person for person in view.people}
    return tuple(
        Statement(
            slug=quote.slug,
            name=names[quote.slug].name,
            role=quote.role or names[quote.slug].role,
            story=view.id,
            path=view.path,
            headline=view.headline.text,
            topics=view.topics,
            quote=quote,
        )
        for quote in said
        if quote.slug is not None and quote.kind != "indirect"
    )
