"""What the articles of a story tell together: who is who, who holds which office, and in which words the event is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.languages.countries_en import adjectives, countries
from digest.languages.stopwords import STOPWORDS
from digest.model import Article
from digest.quotes.same_name import is_full, same_name, surname
from digest.reactions.actors import Actor
from digest.reactions.events import Event
from digest.reactions.lands import country_of, office_country
from digest.reactions.leads import opening_end
from digest.reactions.lexicon import Lexicon
from digest.text.names import Name, find_names
from digest.text.runs import NameKind

LAND_CHARS = 30
"""Characters before a title in which the land it is held in stands: "Bosnian and Herzegovinian"."""
OFFICE_CHARS = 600
"""Characters before a shortened office in which its full form must stand; some three paragraphs."""
EVENT_PARAGRAPHS = 2
"""Paragraphs of each article whose words tell what the event is."""
DEATH_CHARS = 40
"""Characters before a name in which "the death of" stands."""
STEM_CHARS = 5
"""Characters that words must begin with alike to count as one: "resign", "resigned", "resignation"."""
TIMES = 3
"""How often a story must use a word for it to belong to the event without standing in a lead."""
ROLE_WORDS = 4
"""Words from which on a role must hold a word known for one; "neighbouring" and "Irish data" are short."""
LAND_FIRST = re.compile(r"(?:\A|[.!?”\"’]\s|\n)(?:The\s)?((?:[A-Z][\w-]+\s?){1,3})(?=[\s,’'])")
"""The capitalised words that a sentence opens with; they may be a country."""
SMALL = re.compile(r"(?<![\w’'-])[a-z][a-z-]+")
ODD = re.compile(r"[!?;:“”‘%\"<>{}|]|\w\.\s\w{4}")
STOP = frozenset(STOPWORDS["en"].split())


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Words of a story's articles: of ``names`` found in them, written ``small`` somewhere, and what the ``event`` is told with.

    ``openings`` are those of the headline and first paragraphs of each article, by its id.
    """

    names: frozenset[str]
    small: frozenset[str]
    event: frozenset[str]
    openings: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Context:
    """What all articles of a story share: the event, the tables, full names of persons by surname and the offices they hold.

    ``offices`` is keyed by full name; its values are persons as they were introduced with an office of a country.
    ``blames`` are words for what an accused rejects; ``persons`` the names of persons in each article, by its id; ``dead`` the
    full names of those of whose death an opening tells.
    """

    event: Event
    lexicon: Lexicon
    full_names: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, Actor]
    blames: frozenset[str]
    words: StoryWords
    persons: Mapping[str, tuple[Name, ...]]
    dead: tuple[str, ...]


def context_of(articles: Sequence[Article], event: Event, lexicon: Lexicon, blames: frozenset[str]) -> Context:
    """What ``articles`` tell together of who is who and what the event is; each is searched for names once."""
    names = [(article, find_names(article.text, article.language)) for article in articles]
    full = sorted(
        {name.full for _, found in names for name in found if name.kind is NameKind.PERSON and is_full(name.full)}
    )
    by_surname: dict[str, tuple[str, ...]] = {}
    for person in full:
        by_surname[surname(person)] = (*by_surname.get(surname(person), ()), person)
    offices: dict[str, Actor] = {}
    for article, found in names:
        for name in found:
            holder = _office_holder(article, name, lexicon)
            if holder:
                offices.setdefault(holder.name, holder)
    words = _story_words(
        articles, frozenset(word for _, found in names for name in found for word in name.text.casefold().split())
    )
    persons = {article.id: tuple(name for name in found if name.kind is NameKind.PERSON) for article, found in names}
    dead = tuple(name.full for article in articles for name in persons[article.id] if _died(article, name, lexicon))
    return Context(event, lexicon, by_surname, offices, blames, words, persons, dead)


def _died(article: Article, name: Name, lexicon: Lexicon) -> bool:
    """Whether the opening of an article tells of the death of whom it names."""
    if not is_full(name.full) or name.span.end > opening_end(article, EVENT_PARAGRAPHS):
        return False
    grammar = lexicon.stances.grammar
    before = article.text[max(0, (name.whole or name.span).start - DEATH_CHARS) : (name.whole or name.span).start]
    return bool(grammar.died.match(article.text, name.span.end) or grammar.death_of.search(before))


def _office_holder(article: Article, name: Name, lexicon: Lexicon) -> Actor | None:
    """The person whom an article introduces with an office of a country ("Syrian President"), or None."""
    if name.kind is not NameKind.PERSON or not name.role or not is_full(name.full):
        return None
    before = (name.whole or name.span).start
    of = re.search(r"(?:[A-Z][\w’'-]+\s){1,2}\Z", article.text[max(0, before - LAND_CHARS) : before])
    role = name.role
    country = office_country(name.full, role, lexicon)
    if country is None and of:
        role = f"{of[0]}{role}"
        country = office_country(name.full, role, lexicon)
    return Actor(name.full, role, name.text, proper=True, country=country) if country else None


def _story_words(articles: Sequence[Article], names: frozenset[str]) -> StoryWords:
    """The words of ``articles`` that tell names from sentence openers, and the event from other matters."""
    small = frozenset(word for article in articles for word in SMALL.findall(article.text))
    openings = {
        article.id: frozenset(
            stems(f"{article.headline or ''} {article.text[: opening_end(article, EVENT_PARAGRAPHS)]}")
        )
        for article in articles
    }
    again = Counter(stem for article in articles for stem in stems(article.text))
    event = frozenset().union(*openings.values()) | {stem for stem, times in again.items() if times >= TIMES}
    return StoryWords(names, small, event, openings)


def stems(text: str) -> list[str]:
    """The beginnings of the words of ``text`` that are long enough to tell its subject."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [word[:STEM_CHARS] for word in words if len(word) >= STEM_CHARS - 1 and word not in STOP]


def is_somebody(actor: Actor, context: Context) -> bool:
    """Whether an actor's name is one: not a word that only opens its sentence, and no clause taken for a role."""
    told = f"{actor.role or ''} {'' if actor.proper else actor.name}"
    if (
        context.lexicon.stances.grammar.no_actor.search(actor.phrase)
        or any(same_name(actor.name, name) for name in context.dead)
        or context.lexicon.stances.grammar.clause_words.search(told)
        or ODD.search(actor.name)
        or ":" in (actor.role or "")
        or actor.shouted
        or not _is_role(actor, context.lexicon)
    ):
        return False
    return not actor.proper or _is_name(actor, context)


def _is_name(actor: Actor, context: Context) -> bool:
    """Whether a proper name is a country's, or has a word that a sentence does not merely open or qualify with."""
    name, table = actor.name, context.lexicon.names
    words = name.casefold().split()
    if (
        name in adjectives()
        or words[-1] == "the"
        or all(word in table.openers or word in table.never_names or word in STOP for word in words)
    ):
        return False
    if name in countries() or (actor.role and len(words) > 1):
        return True
    stances = context.lexicon.stances
    if words[0] in STOP or words[0] in stances.lead_ins or words[0] in stances.grammar.counts:
        return False
    return len(words) > 1 or words[0] in context.words.names or words[0] not in context.words.small


def _is_role(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether the words taken for a long role name a role or kind of body at all."""
    words = re.findall(r"[\w-]+", (actor.role or "").casefold())
    names, stances = lexicon.names, lexicon.stances
    tables = (names.roles, names.titles, stances.organisation_nouns, stances.collectives)
    if lexicon.stances.grammar.partitive.match(actor.role or ""):
        return True
    return len(words) < ROLE_WORDS or any(
        word in known or word.partition("-")[0] in known for word in words for known in tables
    )


def in_office(actor: Actor, context: Context, earlier: str) -> Actor:
    """``actor`` with the country of the office that its role shortens: "ministry spokeswoman" after "Russian Foreign Ministry".

    A minister whose country nothing tells is of the country that a sentence just before opens with, else of the main actor's.
    """
    grammar = context.lexicon.stances.grammar
    if actor.country or not actor.role:
        return actor
    offices = [word for word in re.findall(r"[a-z]+", actor.role.casefold()) if word in context.lexicon.stances.offices]
    for office in offices[:1]:
        full = list(re.finditer(rf"[A-Z][\w’'-]+\s(?:[\w-]+\s)?(?i:{office})\b", earlier[-OFFICE_CHARS:]))
        if full:
            return replace(actor, country=office_country(actor.name, full[-1][0], context.lexicon))
    if (
        not grammar.portfolio.search(actor.role)
        or grammar.opposing.search(actor.role)
        or grammar.former.search(actor.role)
    ):
        return actor
    told = LAND_FIRST.findall(earlier[-OFFICE_CHARS:])
    lands = [land for name in told if (land := country_of(name))]
    home = lands[-1] if lands else next((main.country for main in context.event.main if main.country), None)
    return replace(actor, country=home)


def in_name(actor: Actor, context: Context, earlier: str) -> Actor | None:
    """``actor`` under the name that its bare noun stands for ("the ministry" after "the culture ministry").

    None for a ministry and the like that nothing printed ``earlier`` makes clear, and for an office that several hold in the story.
    """
    if actor.proper or actor.country:
        return actor
    plain = actor.name.casefold()
    if plain in context.lexicon.stances.grammar.bare:
        return _fuller(actor, earlier) or (None if plain in context.lexicon.stances.grammar.nameless else actor)
    head = plain.partition(" of ")[0].rsplit(maxsplit=1)[-1]
    if head in context.lexicon.names.titles and " of " in plain:
        words = set(plain.split()) - {"of", "the"}
        holders = [
            name
            for names in context.persons.values()
            for name in names
            if words <= set(re.findall(r"[\w-]+", (name.role or "").casefold()))
        ]
        return Actor(holders[0].full, actor.name, actor.phrase, proper=True) if holders else actor
    return None if head in context.lexicon.names.titles and _holders(plain, context) else actor


def holder_of(subject: str, context: Context) -> Actor | None:
    """The one person whom the story names with the bare office that ``subject`` is ("The prime minister"); None for none or more."""
    bare = re.fullmatch(r"(?i:the)\s([a-z]+(?:\s[a-z]+)?)", subject)
    office = bare[1] if bare else ""
    if office.rpartition(" ")[2] not in context.lexicon.names.titles:
        return None
    found = _holders(office, context)
    return in_full(Actor(found.pop(), office, subject, proper=True), context) if len(found) == 1 else None


def _holders(office: str, context: Context) -> set[str]:
    """The full names of all whom the story prints with an office."""
    return {
        name.full
        for names in context.persons.values()
        for name in names
        if name.role and f" {name.role}".casefold().endswith(f" {office}") and is_full(name.full)
    }


def _fuller(actor: Actor, earlier: str) -> Actor | None:
    """``actor`` under the last name in ``earlier`` that holds its noun: "Haulage Union", "Ministry of Health", "culture ministry"."""
    noun = re.escape(actor.name.casefold())
    pattern = rf"\b(?:(?:[A-Z][\w’'&-]+\s)+(?i:{noun})|(?i:{noun})\s(?:of|for)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*|[a-z]{{4,}}\s{noun})\b"
    for match in reversed(list(re.finditer(pattern, earlier))):
        name = re.sub(r"\A(?i:the|an?)\s", "", match[0])
        if " " in name and name.split()[0].casefold() not in STOP:
            return replace(actor, name=name, proper=name != name.lower())
    return None


def in_full(actor: Actor, context: Context) -> Actor:
    """``actor`` under the full name and with the office that the story prints, if exactly one person fits."""
    if not actor.proper:
        return actor
    fitting = [name for name in context.full_names.get(surname(actor.name), ()) if same_name(name, actor.name)]
    if not fitting or not all(same_name(fitting[0], name) for name in fitting):
        return actor
    known = next((context.offices[name] for name in fitting if name in context.offices), None)
    name = actor.name if is_full(actor.name) else max(fitting, key=lambda name: (len(name), name))
    if known is None:
        return replace(actor, name=name)
    return replace(actor, name=name, role=actor.role or known.role, country=actor.country or known.country)
