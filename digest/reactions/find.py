"""Reactions found sentence by sentence: who answers, how, and in which words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.languages.countries_en import countries
from digest.languages.stance import StanceTable
from digest.languages.stopwords import STOPWORDS
from digest.model import Article, Quote, Span, Stance
from digest.quotes.same_name import is_full, same_name, surname
from digest.reactions.actors import Actor, Lexicon, actors_of, office_country
from digest.reactions.clauses import MASK, Clause, Kind, clauses, masked
from digest.reactions.events import Event, same_party
from digest.text.names import NameKind, find_names
from digest.text.segment import paragraphs, sentences

SCORES = {Kind.STANCE: 1.0, Kind.PASSIVE: 0.9, Kind.NAMING: 0.9, Kind.SPEECH: 0.7}
"""How sure a reaction is (0 to 1) by what carries its stance."""
FACT = -0.3
"""What a statement of the accused without a stance of its own loses: it serves only where there is no better one."""
LAND_CHARS = 30
"""Characters before a title in which the land it is held in stands: "Bosnian and Herzegovinian"."""
EVENT_PARAGRAPHS = 2
"""Paragraphs of each article whose words tell what the event is."""
STEM_CHARS = 5
"""Characters that words must begin with alike to count as one: "resign", "resigned", "resignation"."""
TIMES = 3
"""How often a story must use a word for it to belong to the event without standing in a lead."""
TELLING_WORDS = 6
"""Different telling words a statement needs before its sharing none with the leads means that it is about something else."""
SMALL = re.compile(r"(?<![\w’'-])[a-z][a-z-]+")
CLAUSE_WORDS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|who|that|than|said|says|when|while|been|be|if|whether|not|because)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"(?:\bnot|n[’']t|\bnever|\bno|\bnor|\bwithout|\bhardly)\s+(?:\w+\s+){0,2}\Z")
NEGATION_CHARS = 30
"""Characters before telling words in which a "not" turns them around."""
STOP = frozenset(STOPWORDS["en"].split())
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
    """A clause with its sentence and article, and the masked text of the article."""

    article: Article
    sentence: Span
    clause: Clause
    mask: str
    quotes: Sequence[Quote]

    @property
    def said(self) -> str:
        """The words that can carry a stance: for a verb of speaking the whole sentence, else what follows the predicate."""
        return (self.sentence if self.clause.kind is Kind.SPEECH else self.clause.rest).of(self.article.text)

    @property
    def quoted(self) -> str:
        """The words inside marks in the sentence, and those of a quotation that runs through it into other sentences."""
        text, start = self.article.text, self.sentence.start
        own = "".join(text[start + i] if char == MASK else " " for i, char in enumerate(self.sentence.of(self.mask)))
        through = [q for q in self.quotes if q.span.start < self.sentence.end and q.span.end > start]
        return " ".join([own, *(text[a:b] for quote in through for a, b in quote.fragments)])

    @property
    def reported(self) -> str:
        """The words outside marks that follow the verb or, where the verb stands last, precede it."""
        span = self.clause.rest if self.clause.rest.start < self.clause.rest.end else self.sentence
        return span.of(self.mask).replace(MASK, " ")


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Words of a story's articles: of ``names`` found in them, written ``small`` somewhere, and what the ``event`` is told with."""

    names: frozenset[str]
    small: frozenset[str]
    event: frozenset[str]


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
    words: StoryWords


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
            told = Told(article, sentence, clause, mask, quotes)
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


def story_words(articles: Sequence[Article]) -> StoryWords:
    """The words of ``articles`` that tell names from sentence openers, and the event from other matters."""
    names = {
        word
        for article in articles
        for name in find_names(article.text, article.language)
        for word in name.text.casefold().split()
    }
    small = {word for article in articles for word in SMALL.findall(article.text)}
    leads = [article.headline or "" for article in articles]
    leads += [
        article.text[: paragraphs(article.text)[:EVENT_PARAGRAPHS][-1].end]
        for article in articles
        if article.text.strip()
    ]
    return StoryWords(frozenset(names), frozenset(small), frozenset(stem for lead in leads for stem in _stems(lead)))


def _stems(text: str) -> list[str]:
    """The beginnings of the words of ``text`` that are long enough to tell its subject."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [word[:STEM_CHARS] for word in words if len(word) >= STEM_CHARS - 1 and word not in STOP]


def _is_somebody(actor: Actor, context: Context) -> bool:
    """Whether an actor's name is one: not a word that only opens its sentence, and no clause taken for a role."""
    if actor.role and CLAUSE_WORDS.search(actor.role):
        return False
    words = actor.name.casefold().split()
    if not actor.proper:
        return not CLAUSE_WORDS.search(actor.name)
    table = context.lexicon.names
    if actor.country and actor.name in countries():
        return True
    empty = table.openers | table.never_names | STOP
    if all(word in empty for word in words) or words[0] in STOP or words[0] in context.lexicon.stances.lead_ins:
        return False
    if len(words) > 1 or words[0] in context.words.names:
        return True
    return not any(word in context.words.small for word in words)


def _concerns_event(told: Told, actor: Actor, context: Context) -> bool:
    """Whether what was said is about the event: shares words with the leads, points back ("the ruling", "this"), or is short."""
    said = told.said.replace(actor.name, " ")
    if context.lexicon.stances.pointing.search(said):
        return True
    stems = set(_stems(said)) - set(_stems(told.clause.subject))
    return len(stems) < TELLING_WORDS or bool(stems & context.words.event)


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
    stance = _stance_told(told, table)
    inside = any(same_party(actor, main) for main in event.main) or is_insider(actor, event, table)
    if inside and stance is not Stance.DENIES:
        return None
    if not _is_somebody(actor, context):
        return None
    party = _party(actor, event)
    if party < 0 and stance is not Stance.NO_COMMENT and not _concerns_event(told, actor, context):
        return None
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


def _stance_told(told: Told, table: StanceTable) -> Stance | None:
    """The stance of a clause: of its verb, of the name it gives, or of what was said, own words before reported ones."""
    if told.clause.stance:
        return told.clause.stance
    if told.clause.kind is Kind.NAMING:
        return _first(told.clause.rest.of(told.article.text), table.named)
    return _first(told.quoted, table.quoted) or _first(told.reported, table.reported)


def _first(said: str, patterns: Sequence[tuple[Stance, re.Pattern[str]]]) -> Stance | None:
    """The stance of the first telling words in ``said``; of patterns that match at one place the earlier in the table."""
    hits = [
        (place, rank, stance)
        for rank, (stance, pattern) in enumerate(patterns)
        if (place := _place(pattern, said)) is not None
    ]
    return min(hits)[2] if hits else None


def _place(pattern: re.Pattern[str], said: str) -> int | None:
    """Where ``pattern`` first matches without a "not" before it."""
    starts = (match.start() for match in pattern.finditer(said))
    return next((start for start in starts if not NEGATION.search(said, max(0, start - NEGATION_CHARS), start)), None)


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
    stance = _first(said, table.quoted)
    if stance is None or table.announcing.search(said) or any(same_party(actor, main) for main in context.event.main):
        return []
    return [Candidate(actor, stance, article, span, SCORES[Kind.SPEECH])]
