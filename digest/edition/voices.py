"""Who said what, as the page prints it: key quotes, reactions, the people of a story and their statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.edition.allowance import Ledger
from digest.edition.dateline import after_dateline
from digest.edition.passages import Sources
from digest.edition.proof import is_excerpt, prove_reaction, proven
from digest.edition.views import KeyQuote, Passage, Person, QuotedVariant, ReactionLine
from digest.languages.editing import editing_words
from digest.model import (
    PRINTED_FROM,
    Problem,
    Quote,
    QuoteKind,
    Reaction,
    Span,
    SpeakerKind,
    Stance,
    Utterance,
    Variant,
)
from digest.text.normalise import one_line

VARIANT_WORDS: Mapping[Variant, str] = {variant: variant.value for variant in Variant}


def key_quote(utterance: Utterance, sources: Sources, ledger: Ledger) -> tuple[KeyQuote | None, tuple[Problem, ...]]:
    """One statement as the page prints it, and what the proof left out of it.

    The version shown is the utterance's own, or the first other printing that can be proved and that ``ledger`` takes; None if none is.
    A statement that no article of an earlier edition printed is new.
    """
    variants = {id(printing.quote): printing.variant for printing in utterance.others}
    printed, problems = proven((utterance.quote, *(printing.quote for printing in utterance.others)), sources.articles)
    shown = next((quote for quote in printed if ledger.takes_passage(sources.quoted(quote)[0])), None)
    if shown is None:
        return None, problems
    speaker, kind = printed_speaker(shown, utterance, sources)
    named = kind in (SpeakerKind.PERSON, SpeakerKind.SPOKESPERSON) and utterance.name is not None
    passage, printed_kind = sources.quoted(shown)
    return KeyQuote(
        passage=passage,
        kind=printed_kind.value,
        when=sources.articles[shown.article].when,
        speaker=speaker,
        speaker_kind=kind.value,
        role=_role(utterance, speaker),
        slug=sources.person_pages.get(utterance.name or "") if named else None,
        carried_by=_carriers(utterance, printed, sources),
        variants=tuple(
            QuotedVariant(
                words, VARIANT_WORDS[variants.get(id(quote), Variant.SAME)], sources.articles[quote.article].when
            )
            for quote, words in ((quote, _words(quote, sources)) for quote in printed if quote is not shown)
            if ledger.takes_passage(words)
        ),
        new=sources.is_new(*(quote.article for quote in printed)),
    ), problems


def _words(quote: Quote, sources: Sources) -> Passage:
    """The passage of another printing: the words inside marks alone, where it has any."""
    return sources.pieces(quote) if quote.fragments else sources.quoted(quote)[0]


def _carriers(utterance: Utterance, printed: tuple[Quote, ...], sources: Sources) -> tuple[str, ...]:
    """The outlets that printed it, first carrier first, without those of which no printing could be proved."""
    held = {sources.articles[quote.article].outlet for quote in printed}
    failed = {
        sources.articles[quote.article].outlet
        for quote in (utterance.quote, *(printing.quote for printing in utterance.others))
        if quote not in printed and quote.article in sources.articles
    }
    listed = tuple(outlet for outlet in utterance.carried_by if outlet in held or outlet not in failed)
    articles = sorted(
        (sources.articles[quote.article] for quote in printed), key=lambda article: (article.when, article.id)
    )
    return tuple(dict.fromkeys((*listed, *(article.outlet for article in articles))))


def printed_speaker(quote: Quote, utterance: Utterance, sources: Sources) -> tuple[str | None, SpeakerKind]:
    """The speaker's name or mention as a page may print it; None where it is not established or only a pronoun.

    A spokesperson without a name is printed by the mention, since whom he speaks for did not say it.
    """
    speaker = quote.speaker
    if quote.confidence < PRINTED_FROM:
        return None, SpeakerKind.UNKNOWN
    if utterance.name:
        return one_line(utterance.name), speaker.kind
    mention = one_line(speaker.mention or "")
    pronouns = editing_words(sources.articles[quote.article].language).pronouns
    if not mention or mention.casefold() in pronouns:
        return None, SpeakerKind.UNKNOWN
    return mention, speaker.kind


def _role(utterance: Utterance, speaker: str | None) -> str | None:
    """The role, unless the name printed says it already or nobody is named."""
    role = one_line(utterance.role or "").strip(" ,")
    if not role or speaker is None or role.casefold() in speaker.casefold():
        return None
    return role


def reaction_lines(
    reactions: Iterable[Reaction], sources: Sources, ledger: Ledger
) -> tuple[tuple[ReactionLine, ...], tuple[Problem, ...]]:
    """One line an actor, the answer of the accused first, then by time; and what the proof left out.

    Only excerpts are printed, and only what ``ledger`` takes.

    Of one actor's reactions a response is printed, else the most certain, else the latest.
    """
    problems: list[Problem] = []
    best: dict[str, Reaction] = {}
    for reaction in sorted(filter(lambda one: is_excerpt(one.span), reactions), key=_least_telling_last):
        fault = prove_reaction(reaction, sources.articles.get(reaction.article))
        actor = one_line(reaction.actor).casefold().replace("’", "'")
        if fault:
            problems.append(fault)
        elif actor not in best and ledger.takes_passage(_evidence(reaction, sources)):
            best[actor] = reaction
    lines = sorted(best.values(), key=lambda r: (r.stance is not Stance.RESPONSE, r.when, r.article, r.span))
    return tuple(_reaction_line(reaction, sources) for reaction in lines), tuple(problems)


def _least_telling_last(reaction: Reaction) -> tuple[bool, float, float, str, Span]:
    answers = reaction.stance is Stance.RESPONSE
    return not answers, -reaction.score, -reaction.when.timestamp(), reaction.article, reaction.span


def _evidence(reaction: Reaction, sources: Sources) -> Passage:
    article = sources.articles[reaction.article]
    return sources.passage(article, after_dateline(article, reaction.span))


def _reaction_line(reaction: Reaction, sources: Sources) -> ReactionLine:
    article = sources.articles[reaction.article]
    role = one_line(reaction.role or "")
    pronouns = editing_words(article.language).pronouns
    told = (
        role and role.casefold() not in reaction.actor.casefold() and pronouns.isdisjoint(role.casefold().split()[:1])
    )
    return ReactionLine(
        actor=_opened(one_line(reaction.actor)),
        role=role if told else None,
        stance=reaction.stance.value,
        passage=_evidence(reaction, sources),
        when=reaction.when,
        new=sources.is_new(reaction.article),
    )


def _opened(actor: str) -> str:
    """``actor`` as a line opens with it: "Residents of the valley"; a name that begins small ("eBay") stays."""
    return actor[:1].upper() + actor[1:] if actor.partition(" ")[0].islower() and " " in actor else actor


def with_roles(quotes: Sequence[KeyQuote]) -> tuple[KeyQuote, ...]:
    """The same quotes; a person whose role one article tells bears it in all, the commonest, else the first told."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for quote in quotes:
        if quote.slug and quote.role:
            told[quote.slug][quote.role] += 1
    roles = {slug: counts.most_common(1)[0][0] for slug, counts in told.items()}
    return tuple(
        replace(quote, role=roles[quote.slug]) if quote.slug in roles and not quote.role else quote for quote in quotes
    )


def people(quotes: Iterable[KeyQuote]) -> tuple[Person, ...]:
    """The persons quoted, at least in part in their own words, the most quoted first; the fullest name and the first role printed stand for each."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    roles: dict[str, str | None] = {}
    for quote in quotes:
        if quote.slug is None or quote.speaker is None or quote.kind == "indirect":
            continue
        counts[quote.slug] += 1
        names[quote.slug] = max(
            names.get(quote.slug, ""), quote.speaker, key=lambda name: (len(name.split()), len(name))
        )
        roles[quote.slug] = roles.get(quote.slug) or quote.role
    ranked = sorted(counts, key=lambda slug: (-counts[slug], slug))
    return tuple(Person(names[slug], slug, roles[slug], counts[slug]) for slug in ranked)


def counted(utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """The statements that stand in marks at least in part: those are counted, and listed on people's pages."""
    return tuple(utterance for utterance in utterances if utterance.quote.kind is not QuoteKind.INDIRECT)
