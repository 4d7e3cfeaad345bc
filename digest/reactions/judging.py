"""A stance that no telling word shows: what an outsider says that the main actor has done, and what its opponents say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.model import Stance
from digest.reactions.actors import Actor, actors_of
from digest.reactions.context import Context
from digest.reactions.parties import same_party
from digest.reactions.stances import first_stance

MOST_SUBJECT_WORDS = 8
"""Most words of the subject of what was said; a longer one is a clause."""


def judgement(verb: str, said: str, actor: Actor, context: Context) -> Stance | None:
    """``condemns`` where an outsider tells what the main actor has done or is like, or is its opponent by role; else None.

    News lets somebody else say what a government or company did ("the minister had bought the vote") when that is a reproach:
    the bare fact is told by the reporter or by officials. ``said`` are the words told or quoted, ``verb`` what introduces them.
    No judgement is seen where the event has no main actor, behind verbs of bare telling, and of those whose trade is to tell facts.
    """
    grammar, words = context.lexicon.stances.grammar, re.sub(r"\A\W*(?:on \w+day )?(?:that )?\W*", "", said)
    who = f"{actor.role or ''} {actor.phrase}"
    if grammar.telling.search(verb) or grammar.factual.search(who) or not words or grammar.unreproachful.search(words):
        return None
    judged = first_stance(words, context.lexicon.stances.judging, grammar)
    if judged or not context.event.main:
        return judged
    if grammar.opposing.search(who) or grammar.simile.search(words):
        return Stance.CONDEMNS
    return Stance.CONDEMNS if _tells_deed_of(context.event.main, words, context) else None


def _tells_deed_of(main: Iterable[Actor], words: str, context: Context) -> bool:
    """Whether the subject of ``words`` is a main actor, or its government: "the United States had made a circus of it"."""
    grammar = context.lexicon.stances.grammar
    verb = next((found for found in grammar.verb.finditer(words) if found[0].lstrip()[0].islower()), None)
    subject = words[: verb.start()] if verb else ""
    plain = subject.split()
    if not plain or len(plain) > MOST_SUBJECT_WORDS or not grammar.places.isdisjoint(plain):
        return False  # "the call from Mr. Reed" is no deed of his
    noun = grammar.ruling.fullmatch(subject)
    if noun:
        return any(
            actor.country or grammar.ruling.search(f"the {actor.name} {actor.role or ''}".casefold()) for actor in main
        )
    named = actors_of(subject, context.lexicon)
    return any(same_party(actor, one) for actor in named for one in main)
