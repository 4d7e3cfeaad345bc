"""A stance that no telling word shows: what the main actor's opponents say of it, and reproaches to those who did something."""

from __future__ import annotations

import re

from digest.model import Stance
from digest.reactions.actors import Actor, actors_of
from digest.reactions.context import Context
from digest.reactions.parties import same_party
from digest.reactions.stances import first_stance

MOST_SUBJECT_WORDS = 6
"""Most words of the subject of what was said; a longer one is a clause."""


def judgement(verb: str, said: str, actor: Actor, context: Context) -> Stance | None:
    """``condemns`` where somebody reproaches ("they never asked us", "the agency had slept"), or is the main actor's opponent by role; else None.

    ``said`` are the words told or quoted, ``verb`` what introduces them.
    No judgement is seen where the event has no main actor, behind verbs of bare telling, and of those whose trade is to tell facts.
    """
    grammar, words = context.lexicon.stances.grammar, re.sub(r"\A\W*(?:on \w+day )?(?:that )?\W*", "", said)
    who = f"{actor.role or ''} {actor.phrase}"
    if grammar.telling.search(verb) or grammar.factual.search(who) or not words or grammar.unreproachful.search(words):
        return None
    judged = first_stance(words, context.lexicon.stances.judging, grammar)
    if judged or not context.event.main:
        return judged
    reproach = grammar.opposing.search(who) or grammar.simile.search(words) or _tells_deed(words, context)
    return Stance.CONDEMNS if reproach else None


def _tells_deed(words: str, context: Context) -> bool:
    """Whether it is said that a body that the event is about had done something: "the agency had slept for a year"."""
    grammar = context.lexicon.stances.grammar
    verb = next((found for found in grammar.verb.finditer(words) if found[0].lstrip()[0].islower()), None)
    subject = words[: verb.start()] if verb else ""
    if verb is None or not grammar.had_done.match(words, verb.start()) or len(subject.split()) > MOST_SUBJECT_WORDS:
        return False
    named = actors_of(subject, context.lexicon)
    bodies = [one for one in (*context.event.main, *context.event.affected) if _is_body(one, context)]
    noun = grammar.nominal.match(subject)
    return any(same_party(actor, one) for actor in named for one in bodies) or any(
        noun is not None and noun[1] in f"{one.role or ''} {one.name}".casefold().split() for one in bodies
    )


def _is_body(actor: Actor, context: Context) -> bool:
    """Whether an actor is a country or an organisation, no person: what a person had done is mostly told as a fact."""
    names = context.lexicon.names
    known = names.organisation_words | context.lexicon.stances.organisation_nouns | context.lexicon.stances.collectives
    return actor.country is not None or not known.isdisjoint(f"{actor.role or ''} {actor.name}".casefold().split())
