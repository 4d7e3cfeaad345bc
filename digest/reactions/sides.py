"""Which side of the event an actor is on: the one that set it off, one it concerns, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.languages.stance import StanceTable
from digest.languages.stance_grammar import Grammar
from digest.reactions.actors import Actor
from digest.reactions.events import Event
from digest.reactions.parties import same_party


def party_of(actor: Actor, event: Event, table: StanceTable) -> int:
    """Which of the affected ``actor`` is or speaks for, by name, country, the employer its role names or its office; -1 for none."""
    grammar = table.grammar
    voices = (actor, *(() if grammar.former.search(actor.role or "") else _employers(actor)))
    return next(
        (
            index
            for index, affected in enumerate(event.affected)
            if any(same_party(voice, affected) for voice in voices) or _holds_office(actor, affected, table)
        ),
        -1,
    )


def _holds_office(actor: Actor, affected: Actor, table: StanceTable) -> bool:
    """Whether ``actor`` answers for a body without a name by its office: a minister for "the government"."""
    kinds = table.insiders.get(affected.name.casefold(), frozenset())
    words = frozenset(re.findall(r"[a-z-]+", (actor.role or "").casefold()))
    away = table.grammar.opposing.search(actor.role or "") or table.grammar.former.search(actor.role or "")
    return not affected.proper and actor.country is None and not away and not words.isdisjoint(kinds)


def is_insider(actor: Actor, event: Event, table: StanceTable) -> bool:
    """Whether ``actor`` speaks from inside the main actor: "the union's general secretary", a judge of the court that ruled."""
    role = actor.role or ("" if actor.proper else actor.name)
    if any(_is_head_of(actor, main, table.grammar) for main in event.main):
        return True
    words = frozenset(re.findall(r"[a-z-]+", role.casefold()))
    for main in event.main:
        if main.proper and any(same_party(employer, main) for employer in _employers(actor)):
            return True
        kinds = re.findall(r"[\w-]+", f"{main.name} {main.role or ''}".casefold())
        foreign = actor.country is not None and any(one.country not in (None, actor.country) for one in event.main)
        if not foreign and any(words & table.insiders[kind] for kind in kinds if kind in table.insiders):
            return True
        if words & table.insiders["organisation"] and _is_of_main(role, kinds, table):
            return True
    return False


def _is_head_of(actor: Actor, main: Actor, grammar: Grammar) -> bool:
    """Whether ``actor`` is said to lead ``main``: "governor of the central bank", "Signe Lauder, who heads the agency"."""
    if not main.proper and actor.role and main.name.casefold() in actor.role.casefold():
        return True
    heads = grammar.heads.search(actor.phrase)
    body = grammar.articles.sub("", heads[1]).casefold() if heads else ""
    return bool(body) and f" {main.name}".casefold().endswith(f" {body}")


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
