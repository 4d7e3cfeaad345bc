"""With whom the first report of a story opens: who acts, who tells it, whom it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Article, Span, Stance
from digest.reactions.actors import Actor, actors_of, is_people
from digest.reactions.clauses import DATELINE, Clause, Kind, clauses, masked
from digest.reactions.frames import body_in, party_in
from digest.reactions.lands import country_of
from digest.reactions.lexicon import Lexicon
from digest.reactions.parties import distinct, is_party
from digest.text.names import find_names
from digest.text.runs import NameKind
from digest.text.segment import sentences

PARTIES = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
SMALL_WORD = re.compile(r"\b(?!the\b|former\b)[a-z]{3,}")
MOST_BEFORE_NOUN = 3
"""Most small words from a name to the noun that it describes: "Spanish public prosecutors"."""


def named_first(articles: Sequence[Article], lexicon: Lexicon) -> tuple[Actor, ...]:
    """The persons and organisations that the first sentence of all names; not countries, and not who tells the news at its end."""
    for article in articles[:1]:
        for span in sentences(article.text, article.language)[:1]:
            told = [
                name
                for name in find_names(article.text[: span.end], article.language)
                if name.kind in PARTIES
                or _word_before(article.text, name.span.start) in lexicon.stances.organisation_nouns
            ]
            named = (name.full for name in told if name.span.start >= span.start and country_of(name.full) is None)
            return distinct(Actor(name, None, name, proper=True) for name in named)
    return ()


def _word_before(text: str, at: int) -> str:
    return next(iter(reversed(text[:at].split())), "")


def opening(articles: Sequence[Article], lexicon: Lexicon) -> list[Actor]:
    """The name or body ("the regulator") that opens the first report, whatever it does there, unless it answers; at most one."""
    for article in articles[:1]:
        mask = masked(article.text)
        for span in sentences(article.text, article.language)[:1]:
            found = clauses(mask, span, lexicon.stances)
            named = [] if found and _answers(found[0], mask, lexicon) else _opening_name(article, span, lexicon)
            return [actor for actor in named if is_party(actor, lexicon)]
    return []


def _answers(clause: Clause, mask: str, lexicon: Lexicon) -> bool:
    """Whether a lead tells an answer to what another did: it rejects, or has a stance "after" or "over" something."""
    if clause.kind is not Kind.STANCE or clause.stance in (Stance.REJECTS, Stance.DENIES):
        return clause.stance in (Stance.REJECTS, Stance.DENIES)
    return bool(lexicon.stances.grammar.afterwards.search(clause.rest.of(mask)))


def _opening_name(article: Article, sentence: Span, lexicon: Lexicon) -> list[Actor]:
    """The name that ``sentence`` opens with, else the body that is its subject; at most one."""
    dateline = DATELINE.match(article.text)
    begin = max(sentence.start, dateline.end() if dateline else 0)
    quantity = lexicon.stances.grammar.quantity.match(article.text, begin)
    begin = quantity.end() if quantity else begin
    agent = _agent(sentence.of(masked(article.text))[begin - sentence.start :], lexicon)
    if agent is not None:
        return [actor for actor in agent if actor]
    for name in find_names(article.text[: sentence.end], article.language):
        whole = name.whole or name.span
        if name.kind is NameKind.UNKNOWN and not re.search(rf"[a-z,] {re.escape(name.text)}\b", article.text):
            continue  # only the first word of its sentence
        if begin <= whole.start and not SMALL_WORD.search(article.text[begin : whole.start]):
            return list(actors_of(article.text[begin : _phrase_end(article.text, name.span.end, lexicon)], lexicon))[:1]
    own = masked(article.text)[begin : sentence.end].lstrip()
    verb = lexicon.stances.grammar.verb.search(own)
    subject = lexicon.stances.grammar.trailing.sub("", own[: verb.start()]) if verb else ""
    found = [actor for actor in actors_of(subject, lexicon) if actor.role][:1]
    body = body_in(subject.strip(" ,"), lexicon)
    return found or ([body] if body else [])


def _agent(own: str, lexicon: Lexicon) -> tuple[Actor | None, ...] | None:
    """Who is behind what a lead opens with, where that is no actor: "An air strike by the coalition", "X was fined by Y".

    None where the lead opens with an actor that acts; empty where something happens to its subject and nobody is named for it.
    """
    grammar = lexicon.stances.grammar
    deed = grammar.deed.match(own)
    if deed:
        return (party_in(grammar.verb.split(f"{deed['who']} ", maxsplit=1)[0], lexicon),)
    suffered = grammar.suffered.match(own)
    if suffered is None:
        return None
    by = re.search(r"\bby\s(?!\w+ing\b|\d)(.+)", own[suffered.end() :].partition(",")[0])
    return (party_in(by[1], lexicon),) if by else ()


def _phrase_end(text: str, end: int, lexicon: Lexicon) -> int:
    """Where the noun phrase ends that a name begins: "Spanish prosecutors", "Riot police", "Investigative reporter Rosa Luna"."""
    known = lexicon.stances.organisation_nouns | lexicon.names.roles
    for further in (
        re.match(rf"(?:\s[a-z-]+){{{count}}}(?=[\s,])", text[end:]) for count in range(1, MOST_BEFORE_NOUN + 1)
    ):
        last = further[0].rsplit(maxsplit=1)[-1] if further else ""
        if further and (last in known or is_people(last, lexicon)):
            named = re.match(r"(?:\s[A-Z][\w'’-]+)*", text[end + further.end() :])
            return end + further.end() + (named.end() if named else 0)
    held = re.match(
        r"[’']s?\s(?:[a-z-]+\s){1,4}(?P<office>[a-z-]+),?\s(?P<name>(?:[A-Z][\w'’-]+(?:\s(?=[A-Z]))?)+)", text[end:]
    )
    if held and held["office"].rsplit("-", maxsplit=1)[-1] in lexicon.names.roles | lexicon.names.titles:
        return end + held.end()
    return end


def announcer(articles: Sequence[Article], main: Sequence[Actor], lexicon: Lexicon) -> list[Actor]:
    """The person who tells the news in the first sentence of all: "Canada will …, Minister Claire Dale said on Monday"."""
    for article in articles[:1]:
        mask = masked(article.text)
        for span in sentences(article.text, article.language)[:1]:
            match = lexicon.stances.grammar.announced.search(span.of(mask))
            found = actors_of(match[1], lexicon) if match else ()
            lands = {actor.country for actor in main}
            return [actor for actor in found if actor.proper and (actor.country is None or actor.country in lands)]
    return []
