"""The words by which actors answer an event, per language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.languages.phrasebook import Phrasebook
from digest.languages.stance_grammar import Grammar
from digest.model import Stance


@dataclass(frozen=True, slots=True, eq=False)
class StanceTable:
    """Words and patterns of one language that tell reactions. ``predicates``, ``speech``, ``naming`` and ``passives`` are for text in small letters, the others match both.

    ``predicates`` find a finite verb phrase of a stance ("condemned", "expressed regret"); the first that matches a place wins.
    ``speech`` finds a verb of speaking that has no stance of its own; ``naming`` one that gives a thing a name ("called").
    ``quoted``, ``reported`` and ``named`` find a stance in a speaker's own words, in words told for him, and in the name he gave.
    ``judging`` find a judging word anywhere in what an outsider said.
    ``passives`` find a stance whose actor follows ("condemned by").
    ``old`` marks what was said before the event, ``elsewhere`` what concerns another event, ``hearsay`` words inside another's.
    ``anaphors`` are nouns that after "the" stand for an organisation named elsewhere.
    ``collectives`` are plural or generic nouns that can be an actor without a name; ``announcing`` marks a post that brings the news itself, ``pointing`` words that point back to the event ("the ruling").
    """

    predicates: tuple[tuple[Stance, re.Pattern[str]], ...]
    speech: re.Pattern[str]
    naming: re.Pattern[str]
    quoted: Phrasebook[Stance]
    reported: Phrasebook[Stance]
    named: Phrasebook[Stance]
    judging: Phrasebook[Stance]
    passives: tuple[tuple[Stance, re.Pattern[str]], ...]
    old: re.Pattern[str]
    elsewhere: re.Pattern[str]
    hearsay: re.Pattern[str]
    announcing: re.Pattern[str]
    pointing: re.Pattern[str]
    collectives: frozenset[str]
    organisation_nouns: frozenset[str]
    anaphors: frozenset[str]
    voices: frozenset[str]
    offices: frozenset[str]
    insiders: Mapping[str, frozenset[str]]
    lead_ins: frozenset[str]
    months: tuple[str, ...]
    grammar: Grammar


@dataclass(frozen=True, slots=True)
class EventTable:
    """Verbs and nouns that set an event off, with who does it and whom it concerns.

    ``against`` are verb forms whose object is accused or affected; ``acts`` other forms whose subject is the main actor.
    ``finding`` are verbs after which "that" somebody is blamed; ``undertakings`` things with parties ("takeover of X by Y");
    ``laws`` things whose author is the ``lawmaker``. ``blames`` are words for what an accused rejects.
    ``authoring`` are participles before "by" and an author ("proposed by").
    ``saying`` are verbs that announce, in the first report alone.
    ``accusing`` are those of ``against`` that blame.
    ``measures`` are things imposed "on" somebody; ``documents`` things whose author is the main actor.
    """

    against: frozenset[str]
    acts: frozenset[str]
    saying: frozenset[str]
    authoring: frozenset[str]
    measures: frozenset[str]
    accusing: frozenset[str]
    documents: frozenset[str]
    finding: frozenset[str]
    undertakings: frozenset[str]
    laws: frozenset[str]
    lawmaker: str
    blames: frozenset[str]
