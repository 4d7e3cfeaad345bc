"""Reactions found sentence by sentence: who answers, how, and in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.languages.stance import StanceTable
from digest.model import PRINTED_FROM, Article, Quote, QuoteKind, Span, Stance
from digest.quotes.same_name import surname
from digest.reactions.actors import Actor, actors_of
from digest.reactions.clauses import MASK, Kind, clauses, masked
from digest.reactions.context import Context, holder_of, in_full, in_name, in_office, is_somebody, stems
from digest.reactions.judging import judgement
from digest.reactions.parties import same_party
from digest.reactions.sides import is_insider, party_of
from digest.reactions.stances import first_stance
from digest.reactions.timing import is_now
from digest.reactions.told import FAR_CHARS, QUOTED_WORDS, Told
from digest.text.segment import sentences

SCORES = {Kind.STANCE: 1.0, Kind.PASSIVE: 0.9, Kind.NAMING: 0.9, Kind.SPEECH: 0.7}
"""How sure a reaction is (0 to 1) by what carries its stance."""
PLAIN = 0.1
"""What a statement gains by a plain word of its stance: it is shown rather than another of the same stance."""
FAR_TIES = 2
"""Words that what was said far down a text shares with its opening at least; what a verb of stance tells needs one."""
JUDGED = 0.5
"""The same for a judgement that no word of stance shows."""
FELT = frozenset({Stance.REGRETS, Stance.WELCOMES, Stance.WARNS})
"""Stances that tell what somebody feels: a spokesperson's own feeling is not the client's."""
TOUCHED = frozenset({Stance.REJECTS, Stance.DENIES, Stance.CONDEMNS, Stance.REGRETS, Stance.WARNS})
"""Stances in which somebody whom the lead names answers for himself."""
SOURCE = "according to"
"""What a clause has for its verb that only names its source."""
FACT = -0.3
"""What a statement of the accused without a stance of its own loses: it serves only where there is no better one."""
TELLING_WORDS = 6
"""Different telling words a statement needs before its sharing none with the leads means that it is about something else."""
ALSO_WORDS = 2
"""The same as ``TELLING_WORDS`` in a sentence that turns to a further matter: "also condemned the bombing of a bus"."""
POST = re.compile(
    r"\s[—–-]{1,2}\s(?P<name>[^\n—–()@]{2,60}?)\s\((?P<handle>@\w{1,30})\)\s(?P<date>\w+\s\d{1,2},\s\d{4})\s*\Z"
)
CLOSERS = frozenset("”\"'’»")
MOST_EVIDENCE = 400
"""Characters up to which the rest of a quotation is kept with the sentence that opens it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reaction before the best evidence of each actor and stance is chosen. ``party`` counts the affected; -1 for others."""

    actor: Actor
    stance: Stance
    article: Article
    span: Span
    score: float
    party: int = -1


@dataclass(frozen=True, slots=True)
class Answers:
    """What an article tells: the ``candidates``, and the ``insiders`` who speak for the side that set the event off."""

    candidates: tuple[Candidate, ...]
    insiders: tuple[Actor, ...]


def candidates(article: Article, quotes: Sequence[Quote], context: Context) -> Answers:
    """Every reaction that ``article`` tells, in the order of its sentences. ``quotes`` are those of the article."""
    quotes = [quote for quote in quotes if quote.kind is not QuoteKind.INDIRECT]
    mask = masked(article.text, tuple(span for quote in quotes for span in quote.fragments))
    found: list[Candidate] = []
    insiders: list[Actor] = []
    before: Actor | None = None
    for sentence in (_closed(span, mask) for span in sentences(article.text, article.language)):
        post = _post(article, sentence, context)
        if post is not None:
            found += post
            continue
        told = [
            Told(article, sentence, clause, mask, quotes) for clause in clauses(mask, sentence, context.lexicon.stances)
        ]
        named = [(one, _actors(one, before, context)) for one in told]
        inside = {actor: _is_inside(actor, context) for _, actors in named for actor in actors}
        judged: list[Candidate] = []
        for one, actors in named:
            if (one.clause.further and judged) or not is_now(one, context):
                continue
            judged += [c for actor in actors if (c := _judged(one, actor, context, inside=inside[actor]))]
        found += judged
        insiders += [actor for actor in inside if actor.proper and inside[actor]]
        before = next((actors[0] for _, actors in named if actors), None) or (
            None if told else _only_person(article, sentence, context)
        )
    return Answers(tuple(found), tuple(insiders))


def _closed(sentence: Span, mask: str) -> Span:
    """``sentence`` up to the end of the quotation that it opens, if nothing but the quotation follows: "She wrote: “No. Never.”"."""
    end = sentence.end
    if sentence.start and mask[sentence.start] == MASK:
        return sentence
    while end < len(mask) and mask[end] == MASK:
        end += 1
    whole = end > sentence.end and mask[end : end + 1] in CLOSERS and not mask[end + 1 : end + 2].strip()
    return Span(sentence.start, end + 1) if whole and end - sentence.start <= MOST_EVIDENCE else sentence


def _is_inside(actor: Actor, context: Context) -> bool:
    """Whether ``actor`` set the event off or speaks from inside the main actor; a court's ruling is not its government's."""
    grammar = context.lexicon.stances.grammar
    judges = grammar.bench.search(f"{actor.role or ''} {actor.name}") is not None
    main = [one for one in context.event.main if judges or not grammar.bench.search(one.name)]
    return any(same_party(actor, one) for one in main) or is_insider(
        actor, replace(context.event, main=tuple(main)), context.lexicon.stances
    )


def _persons_before(told: Told, context: Context) -> list[Actor]:
    """The persons whom a sentence names, outside quotations, before the verb of its clause: "Orr left, but he said"."""
    names = [
        name
        for name in context.persons.get(told.article.id, ())
        if told.sentence.start <= name.span.start < told.clause.rest.start and told.mask[name.span.start] != MASK
    ]
    return list({n.full: Actor(n.full, n.role, n.text, proper=True) for n in names}.values())


def _only_person(article: Article, sentence: Span, context: Context) -> Actor | None:
    """The one person whom a sentence without a statement names, for the "she" of the next; None for none or more."""
    within = {
        name.full: name
        for name in context.persons.get(article.id, ())
        if sentence.start <= name.span.start < sentence.end
    }
    return (
        next((Actor(n.full, n.role, n.text, proper=True) for n in within.values()), None) if len(within) == 1 else None
    )


def _concerns_event(told: Told, actor: Actor, context: Context) -> bool:
    """Whether what was said is about the event: shares words with the leads, points back ("the ruling", "this"), or is short.

    Far down a text it must share a word with the text's own opening or point back.
    """
    said = told.said.replace(actor.name, " ")
    if context.lexicon.stances.pointing.search(said):
        return True
    telling = set(stems(said)) - set(stems(told.clause.subject))
    quoted = told.quoted if told.clause.kind is Kind.SPEECH else ""
    few = set(stems(quoted)) if len(quoted.split()) >= QUOTED_WORDS else telling
    if told.sentence.start > FAR_CHARS:
        return _is_tied(told, actor, telling, context)
    also = context.lexicon.stances.grammar.also.search(told.mask, told.sentence.start, told.clause.rest.start)
    return len(few) < (ALSO_WORDS if also else TELLING_WORDS) or bool(telling & context.words.event)


def _is_tied(told: Told, actor: Actor, telling: set[str], context: Context) -> bool:
    """Whether an answer far down a text is tied to the event: by the text's opening, the name of the body that answers, or "the".

    "The Ferry Users’ Committee called for the line’s ships to be withdrawn", "She welcomed the pause".
    """
    grammar = context.lexicon.stances.grammar
    if told.clause.kind is Kind.STANCE and grammar.known_object.match(told.said):
        return True
    if told.clause.kind is Kind.SPEECH and grammar.speaks_of_self.search(told.reported):
        return len(set(stems(told.reported))) < TELLING_WORDS
    least = FAR_TIES if told.clause.kind is Kind.SPEECH else 1
    own = telling if surname(actor.name) in context.full_names else telling | set(stems(actor.name))
    return len(own & context.words.openings[told.article.id]) >= least


def _actors(told: Told, before: Actor | None, context: Context) -> tuple[Actor, ...]:
    """The actors of a clause. "He" is the speaker of the quotation there or the person named in the sentence ``before``.

    "The diocese" is the party of the event that is called so.
    """
    subject, grammar = told.clause.subject, context.lexicon.stances.grammar
    if grammar.pronoun.match(subject):
        here = _persons_before(told, context)
        if here:
            return (in_full(here[0], context),) if len(here) == 1 else ()
        speaker = next((q.speaker for q in told.through if q.confidence >= PRINTED_FROM and q.speaker.name), None)
        if speaker and speaker.name:
            return (in_full(Actor(speaker.name, speaker.role, speaker.name, proper=True), context),)
        return (before,) if before and surname(before.name) in context.full_names else ()
    if grammar.thing.match(subject):
        return (before,) if before and surname(before.name) not in context.full_names else ()
    nominal = grammar.nominal.match(subject)
    parties = (*context.event.affected, *context.event.main) if nominal else ()
    called = [party for party in parties if nominal and _is_called(party, nominal[1].casefold())]
    known = called[0] if len(called) == 1 else holder_of(subject, context)
    if known:
        return (known,)
    earlier = told.article.text[: told.sentence.start]
    named = (in_name(actor, context, earlier) for actor in actors_of(subject, context.lexicon))
    return tuple(in_office(in_full(actor, context), context, earlier) for actor in named if actor)


def _is_called(party: Actor, noun: str) -> bool:
    """Whether a party was introduced with ``noun``: "the diocese" for "diocese of Marl", "the company" for "tyre company Contra"."""
    return noun in re.findall(r"[a-z-]+", f"{party.role or ''} {party.name}")


def _judged(told: Told, actor: Actor, context: Context, *, inside: bool) -> Candidate | None:
    """The reaction that a clause of ``actor`` tells, or None: no stance, or the side that set the event off."""
    event, table, clause = context.event, context.lexicon.stances, told.clause
    if not is_somebody(actor, context):
        return None
    stance = _stance_told(told, table)
    if inside and stance not in (Stance.DENIES, Stance.NO_COMMENT):
        return None
    if actor.voice and stance in FELT and table.grammar.feeling.search(told.reported):
        return None  # the lawyer is disappointed, not the client
    party = party_of(actor, event, table)
    if party < 0 and stance in TOUCHED:
        answers = event.main and table.grammar.answerable.match(actor.role or "")
        party = 0 if answers else party_of(actor, replace(event, affected=event.touched), table)
        party += len(event.affected) if party >= 0 else 0
    mute = stance is None and clause.kind is not Kind.SPEECH
    if mute or (party < 0 and stance is not Stance.NO_COMMENT and not _concerns_event(told, actor, context)):
        return None
    score = SCORES[clause.kind] + _plainness(told, stance, context)
    if stance is None and party < 0 and clause.kind is Kind.SPEECH and told.sentence.start <= FAR_CHARS:
        stance, score = (
            judgement(clause.verb, told.telling_words, actor, context),
            JUDGED,
        )
    if stance is not Stance.NO_COMMENT and (party >= 0 or inside or _answers_blame(told, actor, stance, context)):
        stance, score = Stance.RESPONSE, score + (FACT if stance is None else 0)
        party = max(party, 0)
    return Candidate(actor, stance, told.article, told.sentence, score, party) if stance else None


def _plainness(told: Told, stance: Stance | None, context: Context) -> float:
    """What a statement gains that uses a word of its stance ("said she welcomed it")."""
    words = told.clause.kind is Kind.SPEECH and context.lexicon.stances.grammar.speaks_of_self.search(told.reported)
    plain = bool(words) and any(
        found is stance for found, pattern in context.lexicon.stances.predicates if pattern.search(told.reported)
    )
    return PLAIN * plain


def _answers_blame(told: Told, actor: Actor, stance: Stance | None, context: Context) -> bool:
    """Whether somebody who rejects "the report" or "the allegations" is the accused, whom no lead names with this name."""
    if stance not in (Stance.REJECTS, Stance.DENIES) or not (context.event.main and context.event.accuses):
        return False
    if _is_pointed_to(told, actor, context):
        return True
    known = {affected.country for affected in context.event.affected if affected.country}
    if actor.country is None or (known and actor.country not in known):
        return False
    return any(word in context.blames for word in re.findall(r"[a-z]+", told.said.casefold()))


def _is_pointed_to(told: Told, actor: Actor, context: Context) -> bool:
    """Whether "the company, Rand & Sons" names the body that the leads spoke of without a name."""
    first = told.clause.subject.partition(",")[0].split()
    pointing = actor.proper and len(first) == 2 and first[1] in context.lexicon.stances.anaphors
    return pointing and not any(affected.proper for affected in context.event.affected)


def _stance_told(told: Told, table: StanceTable) -> Stance | None:
    """The stance of a clause: of its verb, of the name it gives, or of what was said, own words before reported ones."""
    if told.clause.stance:
        return told.clause.stance
    if told.clause.kind is Kind.NAMING:
        return _stance_named(told, table)
    if told.clause.verb == SOURCE and not told.quoted.strip():
        felt = first_stance(told.reported, table.reported, table.grammar)
        return None if felt in FELT else felt  # "according to the Times, even Ashe was shocked"
    reported = table.grammar.nested.split(told.reported, maxsplit=1)[0]
    return first_stance(told.quoted, table.quoted, table.grammar) or first_stance(
        reported, table.reported, table.grammar
    )


def _stance_named(told: Told, table: StanceTable) -> Stance | None:
    """The stance of the name that a clause gives to somebody or something; None for a name that somebody bears."""
    grammar, name = table.grammar, told.clause.rest.of(told.article.text)
    if grammar.reflexive.match(name) or grammar.bearer.match(name):
        return None
    stance = first_stance(name, table.named, grammar)
    if stance is Stance.REJECTS and grammar.person_named.match(name):
        return Stance.CONDEMNS  # "called him a false prophet"
    given = told.sentence.start <= FAR_CHARS and grammar.given_name.match(told.clause.rest.of(told.mask))
    return stance or (Stance.CONDEMNS if given or grammar.likening.match(told.clause.verb) else None)


def _post(article: Article, sentence: Span, context: Context) -> list[Candidate] | None:
    """The reaction in a post printed as ``words — Name (@handle) Month 4, 2026``; None if the sentence ends none.

    The words of the post are its paragraph up to the name. A post that brings the news itself is none.
    """
    begin = article.text.rfind("\n", 0, sentence.start) + 1
    match = POST.search(article.text[begin : sentence.end])
    if match is None:
        return None
    span = Span(begin, begin + match.start())
    said = span.of(article.text)
    table = context.lexicon.stances
    actor = in_full(Actor(match["name"].strip(), None, match["name"], proper=True), context)
    stance = first_stance(said, table.quoted, table.grammar)
    if table.announcing.search(said) or any(same_party(actor, main) for main in context.event.main):
        return []
    party = party_of(actor, context.event, table)
    stance = Stance.RESPONSE if party >= 0 else stance
    return [Candidate(actor, stance, article, span, SCORES[Kind.SPEECH], party)] if stance else []
