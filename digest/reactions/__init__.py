"""Who answered a story's event, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest.languages import stance_en, stance_events_en
from digest.languages.names_en import ENGLISH
from digest.model import Article, Quote, Reaction, Stance
from digest.quotes.same_name import same_name
from digest.reactions.actors import Actor
from digest.reactions.context import context_of
from digest.reactions.events import Event, find_event
from digest.reactions.find import Candidate, candidates
from digest.reactions.lexicon import Lexicon
from digest.reactions.parties import same_party

LEXICONS = {"en": (Lexicon(ENGLISH, stance_en.ENGLISH), stance_events_en.ENGLISH)}
"""The tables of each language; an article in another language has no reactions."""


Events = Mapping[str, tuple[tuple[Article, ...], Event]]
"""By language the articles of a story in order, and the event they tell."""


def events_of(articles: Sequence[Article]) -> Events:
    """What a story is about, by language; asked once, it serves ``find_reactions`` and ``main_actors``."""
    events = {}
    for language, (lexicon, table) in LEXICONS.items():
        own = tuple(sorted((a for a in articles if a.language.partition("-")[0] == language), key=_order))
        events[language] = own, find_event(own, lexicon, table)
    return events


def find_reactions(
    story: str, articles: Sequence[Article], quotes: Sequence[Quote], events: Events | None = None
) -> tuple[Reaction, ...]:
    """The reactions to the event of ``story``, the accused's or affected's response first, then in time order.

    ``quotes`` are those of ``articles``, with speakers joined; their order, and that of the articles, changes nothing.
    There is one reaction for each actor and stance, with the sentence that shows it best; for a post, its words.
    ``events`` are those of ``articles`` where they are known.
    """
    found: list[Candidate] = []
    for language, (own, event) in (events or events_of(articles)).items():
        lexicon, table = LEXICONS[language]
        context = context_of(own, event, lexicon, table.blames)
        answers = [candidates(a, [quote for quote in quotes if quote.article == a.id], context) for a in own]
        insiders = {insider.name for answer in answers for insider in answer.insiders}
        found += [
            c
            for answer in answers
            for c in answer.candidates
            if c.stance in (Stance.DENIES, Stance.NO_COMMENT) or c.party >= 0 or c.actor.name not in insiders
        ]
    chosen = sorted(_best(found), key=lambda c: (c.stance is not Stance.RESPONSE, _order(c.article), c.span))
    return tuple(_reaction(story, candidate) for candidate in chosen)


def main_actors(events: Events) -> tuple[str, ...]:
    """Names of those a story is about: who set the event off, then whom it accuses or affects. May be empty."""
    names: list[str] = []
    for _, event in events.values():
        names += [actor.name for actor in (*event.main, *event.affected) if actor.proper]
    return tuple(dict.fromkeys(names))


def _order(article: Article) -> tuple[str, str, str]:
    return article.when.isoformat(), article.text, article.id


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each actor and stance: the surest, of equals the earliest. One response for each affected party."""
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.score, _order(c.article), c.span)):
        if not any(_same_line(candidate, other) for other in chosen):
            chosen.append(candidate)
    return chosen


def _same_line(one: Candidate, other: Candidate) -> bool:
    if one.stance is not other.stance:
        return False
    if one.stance is Stance.RESPONSE:
        return one.party == other.party
    return _same_actor(one.actor, other.actor)


def _same_actor(one: Actor, other: Actor) -> bool:
    if one.proper != other.proper:
        return False
    if not one.proper:
        shorter, longer = sorted((one.name.casefold(), other.name.casefold()), key=len)
        # "The council" is the town council, but "lawmakers" are not the opposition lawmakers.
        return shorter == longer or (not shorter.endswith("s") and longer.endswith(f" {shorter}"))
    return same_name(one.name, other.name) or (same_party(one, other) and one.country is None)


def _reaction(story: str, candidate: Candidate) -> Reaction:
    actor, article, span = candidate.actor, candidate.article, candidate.span
    evidence = span.of(article.text)
    return Reaction(
        story, actor.name, actor.role, candidate.stance, article.id, span, evidence, article.when, candidate.score
    )
