"""What a story is about: who set the event off and whom it accuses or affects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.languages.stance import EventTable
from digest.model import Article
from digest.reactions.actors import Actor
from digest.reactions.frames import AUTHOR, LEAD_PARAGRAPHS, Frame, lead_frames
from digest.reactions.leads import opening_end
from digest.reactions.lexicon import Lexicon
from digest.reactions.opening import announcer, named_first, opening
from digest.reactions.parties import distinct, same_party


@dataclass(frozen=True, slots=True)
class Event:
    """``main`` are the actors that set the event off, ``affected`` those it accuses, punishes or is directed at.

    Either may be empty: an earthquake has no main actor. ``accuses`` says that the event is an accusation or a report.
    ``touched`` are others whom the first sentence names: what they say in answer is a response unless it is glad.
    """

    main: tuple[Actor, ...]
    affected: tuple[Actor, ...]
    accuses: bool = False
    touched: tuple[Actor, ...] = ()


def find_event(articles: Sequence[Article], lexicon: Lexicon, table: EventTable) -> Event:
    """The event of a story. ``articles`` are in time order: an earlier one tells it better than a later.

    A lead that answers something ("Assad said the report by Amnesty was biased") points to the act behind it.
    The main actor is that of the first strong frame (a report and its author, an accusation), else of the first act.
    """
    leads = [lead_frames(article, lexicon, table, said=number == 0) for number, article in enumerate(articles)]
    frames = [frame for lead in leads for frame in lead]
    first = _first_report(leads)
    struck = [frame.affected for lead in leads[:1] for frame in lead if frame.opens and frame.affected]
    opener = (actor for actor in opening(articles, lexicon) if not any(same_party(actor, other) for other in struck))
    main = (first.main,) if first and first.main else tuple(opener)
    told = None if main else _strongest([frame for frame in frames if frame.opens or not frame.accuses])
    main = (told.main,) if told and told.main else main
    main = (*main, *announcer(articles, main, lexicon))
    main = distinct((*main, *(frame.main for frame in frames if frame.main and frame.strength == AUTHOR)))
    main = tuple(actor for actor in main if _is_actor(actor, lexicon))
    affected = [
        frame.affected
        for frame in frames
        if frame.affected and (not frame.main or not main or same_party(frame.main, main[0]))
    ]
    affected = [actor for actor in affected if _is_actor(actor, lexicon)]
    affected = [actor for actor in affected if not any(same_party(actor, other) for other in main)]
    accuses = any(frame.accuses for frame in frames) or any(_tells_blame(article, table) for article in articles)
    affected = list(distinct(affected))
    touched = [
        actor for actor in named_first(articles, lexicon) if not any(same_party(actor, o) for o in (*main, *affected))
    ]
    return Event(main, tuple(affected), accuses, tuple(touched) if main else ())


def _is_actor(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether an actor of the event is more than a month, a number, a bare kind of body or a shouted word, and no piece of a clause."""
    words, table, stances = [word.strip(".").casefold() for word in actor.name.split()], lexicon.names, lexicon.stances
    said_nothing = table.never_names | table.months | table.openers | stances.grammar.counts | frozenset(stances.months)
    empty = actor.country is None and said_nothing.issuperset(words)
    bare = actor.proper and len(words) == 1 and words[0] in table.organisation_words - table.organisations
    torn = words[:1] in (["and"], ["or"]) or (
        actor.country is None and stances.grammar.clause_words.search(actor.name) is not None
    )
    return not (actor.shouted or empty or bare or torn)


def _tells_blame(article: Article, table: EventTable) -> bool:
    """Whether the lead of an article speaks of a report, a charge or another thing that blames."""
    words = re.findall(r"[a-z]+", article.text[: opening_end(article, LEAD_PARAGRAPHS - 1)].casefold())
    return not (table.blames | table.accusing).isdisjoint(words)


def _first_report(leads: Sequence[Sequence[Frame]]) -> Frame | None:
    """What the first sentence of the first report tells of a main actor: it is the news, the rest is background."""
    return _strongest([frame for lead in leads[:1] for frame in lead if frame.opens])


def _strongest(frames: Sequence[Frame]) -> Frame | None:
    """The strongest frame with a main actor, of equals the first."""
    told = [frame for frame in frames if frame.main and frame.strength != AUTHOR]
    return max(told, key=lambda frame: frame.strength) if told else None
