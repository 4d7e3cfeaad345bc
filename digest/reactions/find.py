"""Reactions found sentence by sentence: who answers, how, and in which words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.languages.stance import StanceTable
from digest.model import Article, Quote, Span, Stance
from digest.quotes.same_name import is_full, same_name, surname
from digest.reactions.actors import Actor, Lexicon, actors_of, office_country
from digest.reactions.clauses import Clause, Kind, clauses, masked
from digest.reactions.events import Event, same_party
from digest.text.names import NameKind, find_names
from digest.text.segment import sentences

SCORES = {Kind.STANCE: 1.0, Kind.PASSIVE: 0.9, Kind.NAMING: 0.9, Kind.SPEECH: 0.7}
"""How sure a reaction is (0 to 1) by what carries its stance."""
FACT = -0.3
"""What a statement of the accused without a stance of its own loses: it serves only where there is no better one."""
LAND_CHARS = 30
"""Characters before a title in which the land it is held in stands: "Bosnian and Herzegovinian"."""
POST = re.compile(
    r"\s[—–-]{1,2}\s(?P<name>[^\n—–()@]{2,60}?)\s\((?P<handle>@\w{1,30})\)\s(?P<date>\w+\s\d{1,2},\s\d{4})\s*\Z"
)
FORMER = re.compile(r"\b(?:former|ex)\b", re.IGNORECASE)
NOMINAL = re.compile(r"\A(?:the|this)\s([a-z-]+)\Z", re.IGNORECASE)
OFFICE_CHARS = 600
"""Characters before a shortened office in which its full form must stand; some three paragraphs."""
PRONOUN = re.compile(r"\A(?:he|she)\Z", re.IGNORECASE)
YEAR = re.compile(r"\b(?:in|of|since|from|until)\s((?:19|20)\d\d)\b", re.IGNORECASE)
IN_MONTH = re.compile(r"\b(?:in|last|since)\s([A-Z][a-z]+)\b")


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
class Told:
    """A clause with its sentence and article."""

    article: Article
    sentence: Span
    clause: Clause

    @property
    def said(self) -> str:
        """The words that can carry a stance: for a verb of speaking the whole sentence, else what follows the predicate."""
        return (self.sentence if self.clause.kind is Kind.SPEECH else self.clause.rest).of(self.article.text)


@dataclass(frozen=True, slots=True)
class Context:
    """What all articles of a story share: the event, the tables, full names of persons and the offices they hold.

    ``offices`` is keyed by full name; its values are persons as they were introduced with an office of a country.
    ``blames`` are words for what an accused rejects.
    """

    event: Event
    lexicon: Lexicon
    full_names: tuple[str, ...]
    offices: Mapping[str, Actor]
    blames: frozenset[str]


def full_names(articles: Sequence[Article]) -> tuple[str, ...]:
    """Names of persons printed in full anywhere in the story, sorted."""
    found = {
        name.full
        for article in articles
        for name in find_names(article.text, article.language)
        if name.kind is NameKind.PERSON and is_full(name.full)
    }
    return tuple(sorted(found))


def candidates(article: Article, quotes: Sequence[Quote], context: Context) -> list[Candidate]:
    """Every reaction that ``article`` tells, in the order of its sentences. ``quotes`` are those of the article."""
    mask = masked(article.text, tuple(span for quote in quotes for span in quote.fragments))
    found: list[Candidate] = []
    before: Actor | None = None
    for sentence in sentences(article.text, article.language):
        post = _post(article, sentence, context)
        if post is not None:
            found += post
            continue
        for clause in clauses(mask, sentence, context.lexicon.stances):
            actors = _actors(clause, before, context, article.text[: sentence.start])
            before = actors[0] if actors else before
            if not _is_now(article, sentence.of(mask), clause, context.lexicon.stances):
                continue
            told = Told(article, sentence, clause)
            found += [candidate for actor in actors if (candidate := _judged(told, actor, context))]
    return found


def office_holders(articles: Sequence[Article], lexicon: Lexicon) -> dict[str, Actor]:
    """Persons that an article introduces with an office of a country ("Syrian President"), by full name."""
    found: dict[str, Actor] = {}
    for article in articles:
        for name in find_names(article.text, article.language):
            if name.kind is not NameKind.PERSON or not name.role or not is_full(name.full):
                continue
            before = (name.whole or name.span).start
            of = re.search(r"(?:[A-Z][\w’'-]+\s){1,2}\Z", article.text[max(0, before - LAND_CHARS) : before])
            role = f"{of[0] if of else ''}{name.role}"
            country = office_country(name.full, role, lexicon)
            if country:
                found.setdefault(name.full, Actor(name.full, role, name.text, proper=True, country=country))
    return found


def _actors(clause: Clause, before: Actor | None, context: Context, earlier: str) -> tuple[Actor, ...]:
    """The actors of a clause. "He" is the last one named, "the diocese" a party of the event called so; ``earlier`` is the text so far."""
    if PRONOUN.match(clause.subject):
        return (before,) if before and before.proper else ()
    nominal = NOMINAL.match(clause.subject)
    if nominal:
        called = [
            party
            for party in (*context.event.affected, *context.event.main)
            if _is_called(party, nominal[1].casefold())
        ]
        if len(called) == 1:
            return tuple(called)
    return tuple(
        _in_office(_in_full(actor, context), context, earlier) for actor in actors_of(clause.subject, context.lexicon)
    )


def _is_called(party: Actor, noun: str) -> bool:
    """Whether a party was introduced with ``noun``: "the diocese" for "diocese of Marl", "the company" for "tyre company Contra"."""
    return noun in re.findall(r"[a-z-]+", f"{party.role or ''} {party.name}")


def _in_office(actor: Actor, context: Context, earlier: str) -> Actor:
    """``actor`` with the country of the office that its role shortens: "ministry spokeswoman" after "Russian Foreign Ministry"."""
    if actor.country or not actor.role:
        return actor
    offices = [word for word in re.findall(r"[a-z]+", actor.role.casefold()) if word in context.lexicon.stances.offices]
    for office in offices[:1]:
        full = list(re.finditer(rf"[A-Z][\w’'-]+\s(?:[\w-]+\s)?(?i:{office})\b", earlier[-OFFICE_CHARS:]))
        if full:
            return replace(actor, country=office_country(actor.name, full[-1][0], context.lexicon))
    return actor


def _in_full(actor: Actor, context: Context) -> Actor:
    """``actor`` under the full name and with the office that the story prints, if exactly one person fits."""
    if not actor.proper:
        return actor
    fitting = [
        name for name in context.full_names if surname(name) == surname(actor.name) and same_name(name, actor.name)
    ]
    if not fitting or not all(same_name(fitting[0], name) for name in fitting):
        return actor
    known = next((context.offices[name] for name in fitting if name in context.offices), None)
    name = actor.name if is_full(actor.name) else max(fitting, key=lambda name: (len(name), name))
    if known is None:
        return replace(actor, name=name)
    return replace(actor, name=name, role=actor.role or known.role, country=actor.country or known.country)


def _judged(told: Told, actor: Actor, context: Context) -> Candidate | None:
    """The reaction that a clause of ``actor`` tells, or None: no stance, or the side that set the event off."""
    event, table, clause = context.event, context.lexicon.stances, told.clause
    stance = clause.stance or _stance_of(told.said, table, naming=clause.kind is Kind.NAMING)
    inside = any(same_party(actor, main) for main in event.main) or is_insider(actor, event, table)
    if inside and stance is not Stance.DENIES:
        return None
    party = _party(actor, event)
    score = SCORES[clause.kind]
    if stance is not Stance.NO_COMMENT and (party >= 0 or inside or _answers_blame(told, actor, stance, context)):
        stance, score = Stance.RESPONSE, score + (FACT if stance is None else 0)
        party = max(party, 0)
    return Candidate(actor, stance, told.article, told.sentence, score, party) if stance else None


def _party(actor: Actor, event: Event) -> int:
    """Which of the affected ``actor`` is or speaks for, by name, country or the employer its role names; -1 for none."""
    voices = (actor, *(() if FORMER.search(actor.role or "") else _employers(actor)))
    return next(
        (
            index
            for index, affected in enumerate(event.affected)
            if any(same_party(voice, affected) for voice in voices)
        ),
        -1,
    )


def _answers_blame(told: Told, actor: Actor, stance: Stance | None, context: Context) -> bool:
    """Whether somebody who rejects "the report" or "the allegations" is the accused, whom no lead names with this name."""
    if stance not in (Stance.REJECTS, Stance.DENIES) or not context.event.main:
        return False
    known = {affected.country for affected in context.event.affected if affected.country}
    if actor.country is None or (known and actor.country not in known):
        return False
    return any(word in context.blames for word in re.findall(r"[a-z]+", told.said.casefold()))


def _stance_of(said: str, table: StanceTable, *, naming: bool) -> Stance | None:
    """The stance of what was said: that of the first telling word. A name given ("called it …") is blame unless it praises."""
    hits = [
        (match.start(), rank, stance)
        for rank, (stance, pattern) in enumerate(table.contents)
        if (match := pattern.search(said))
    ]
    if hits:
        return min(hits)[2]
    return Stance.CONDEMNS if naming else None


def is_insider(actor: Actor, event: Event, table: StanceTable) -> bool:
    """Whether ``actor`` speaks from inside the main actor: "the union's general secretary", a judge of the court that ruled."""
    role = actor.role or ("" if actor.proper else actor.name)
    words = frozenset(re.findall(r"[a-z-]+", role.casefold()))
    for main in event.main:
        if main.proper and any(same_party(employer, main) for employer in _employers(actor)):
            return True
        kinds = re.findall(r"[\w-]+", f"{main.name} {main.role or ''}".casefold())
        if any(words & table.insiders[kind] for kind in kinds if kind in table.insiders):
            return True
        if words & table.insiders["organisation"] and _is_of_main(role, kinds, table):
            return True
    return False


def _is_of_main(role: str, kinds: Sequence[str], table: StanceTable) -> bool:
    """Whether a role belongs to the main actor: "its director", "the group's head", a bare "chief executive"."""
    owner = re.search(r"\b(?:the\s)?([\w-]+)[’']s?\s", role)
    if owner:
        return owner[1].casefold() in kinds or owner[1] in table.anaphors | table.organisation_nouns
    return role.casefold().startswith(("its ", "chief executive")) and not re.search(r"\s(?:of|at|for)\s", role)


def _employers(actor: Actor) -> tuple[Actor, ...]:
    """Organisations that an actor's role names."""
    names = re.findall(r"[A-Z][\w’'&-]*(?:\s(?:(?:of|for|and|the)\s)*[A-Z][\w’'&-]*)*", actor.role or "")
    return tuple(Actor(re.sub(r"[’']s?\Z", "", name), None, name, proper=True) for name in names)


def _is_now(article: Article, sentence: str, clause: Clause, table: StanceTable) -> bool:
    """Whether a sentence tells an answer to this event: not an old position, another event or hearsay."""
    if (
        clause.perfect
        or table.old.search(sentence)
        or table.elsewhere.search(sentence)
        or table.hearsay.search(sentence)
    ):
        return False
    if any(int(year) < article.when.year for year in YEAR.findall(sentence)):
        return False
    months = [
        table.months.index(month.casefold()) + 1
        for month in IN_MONTH.findall(sentence)
        if month.casefold() in table.months
    ]
    return all(month == article.when.month for month in months)


def _post(article: Article, sentence: Span, context: Context) -> list[Candidate] | None:
    """The reaction in a post printed as ``words — Name (@handle) Month 4, 2026``; None if the sentence ends none.

    The words of the post are its paragraph up to the name. A post that brings the news itself is none.
    """
    match = POST.search(sentence.of(article.text))
    if match is None:
        return None
    begin = article.text.rfind("\n", 0, sentence.start) + 1
    span = Span(begin, sentence.start + match.start())
    said = span.of(article.text)
    table = context.lexicon.stances
    actor = _in_full(Actor(match["name"].strip(), None, match["name"], proper=True), context)
    stance = _stance_of(said, table, naming=False)
    if stance is None or table.announcing.search(said) or any(same_party(actor, main) for main in context.event.main):
        return []
    return [Candidate(actor, stance, article, span, SCORES[Kind.SPEECH])]
