"""The patterns that find cues, built from a language's table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from digest.languages.speech import SpeechTable


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns of one language.

    ``verbs`` are all words that may be a cue. ``inverted``, ``open_inverted``, ``according`` and ``pronoun_first`` are matched right behind a
    quotation, ``open_verb`` and ``main_verb`` behind a subject, ``noun`` behind a name; ``takes_over`` finds where a
    further cue ends reported speech, ``ends`` where an attribution follows a quotation that lost its closing mark.
    ``described`` and ``passive`` find verbs whose subject is spoken of, or that or spoken to; ``subject`` and ``finite``
    the first word and the verb of a clause.
    """

    verbs: frozenset[str]
    inverted: re.Pattern[str]
    according: re.Pattern[str]
    pronoun_first: re.Pattern[str]
    noun: re.Pattern[str]
    according_any: re.Pattern[str]
    takes_over: re.Pattern[str]
    main_verb: re.Pattern[str]
    open_verb: re.Pattern[str]
    open_inverted: re.Pattern[str]
    ends: re.Pattern[str]
    described: re.Pattern[str]
    passive: re.Pattern[str]
    subject: re.Pattern[str]
    finite: re.Pattern[str]


@lru_cache(maxsize=8)
def patterns(speech: SpeechTable) -> Patterns:
    """The patterns of a language, compiled once."""
    inverting = _either(speech.inverting)
    between = rf"(?:(?:{_either(speech.between)}|\w+ly|(?:on\s+)?[A-Z]\w+day)\s+)*"
    pronouns = _either(speech.she | speech.he | speech.they | speech.it | {"I", "one"})
    name = (
        r"[A-Z][\w’'.-]*(?:\s+(?:(?:de|van|von|al|bin|der|den|la|el|da)\s+)?[A-Z][\w’'.-]*){0,3}"
        r"(?:,[^,.;:!?“”\"\n]{2,60},)?\s+"
    )
    phrase = r"(?:the|a|an|one|his|her)\s+(?:[\w’'-]+\s+){1,4}?"
    others = _either(speech.she | speech.he | speech.they | speech.it)
    finite = _either(speech.inverting | speech.verbs)
    states = _either(speech.copulas | {"has", "does"})
    reporting = _either(speech.verbs - speech.bases)
    copulas = rf"\b(?:{_either(speech.copulas)})\s+(?:(?:{_either(speech.between)}|\w+ly)\s+){{0,3}}"
    return Patterns(
        speech.verbs | speech.participles | speech.weak | {word.capitalize() for word in speech.inverting},
        re.compile(
            rf"[\s,—–-]*(?:\w+ly\s+|also\s+|then\s+)?({inverting})\s+(?!(?:that|of|on|in|at|to|it|about|during|after|when)\b)"
        ),
        re.compile(rf"[\s,—–-]*\b((?i:{_either(frozenset(speech.according))}))\s+"),
        re.compile(
            rf"[\s,—–-]*((?i:{pronouns}))\s+(?:(?:{_either(speech.between)}|\w+ly)\s+){{0,3}}(?!(?:{states})\b)([a-z]+(?:ed|s)|{finite})\b"
        ),
        re.compile(rf"['’]s?\s+(?:\w+\s+){{0,2}}?({_either(speech.nouns)})s?\b"),
        re.compile(rf"\b((?i:{_either(frozenset(speech.according))}))\s+"),
        re.compile(
            rf",\s+(?:but\s+|and\s+)?(?:\w+ly\s+)?(?:{_either(speech.participles)}|{inverting})\b|,?\s+(?:and|but)\s+(?:\w+ly\s+|also\s+|has\s+|have\s+|had\s+)?(?:{inverting}|{reporting})\b|,\s+(?:even\s+)?(?:al)?though\b|;"
        ),
        re.compile(
            rf"(?:,[^,;:.!?\x00]{{1,160}},)?\s+{between}((?:did|does|do|would|will|could) (?:not )?[a-z]+|[a-z]{{2,}}(?:ed|s)|went|took|made|gave|put|is|was|has)\b"
        ),
        re.compile(rf"(?:,[^,;:.!?\x00]{{1,120}},)?\s+{between}([a-z]{{2,}}(?:ed|s))\b"),
        re.compile(r"[\s—–-]*([a-z]{2,}ed)\s+(?=[A-Z])"),
        re.compile(
            rf"[,?!—]['\"”’»]*\s+(?:(?:{others})\s+(?:\w+ly\s+|also\s+)?(?:{inverting})\b|(?:{name}|{phrase})(?:{inverting})\b"
            rf"|(?:{inverting})\s+(?:[A-Z]|the\s|a\s|he\b|she\b))"
        ),
        re.compile(rf"{copulas}(?:{_either(speech.described)})\b"),
        re.compile(rf"{copulas}(?:{_either(speech.described | speech.addressed)})\b"),
        re.compile(rf"\s+(?:that\b|(?:{_either(speech.determiners | speech.pronouns)})\b|[A-Z](?!\w*day\b))"),
        re.compile(
            rf"\b(?:[a-z]{{2,}}ed|{_either(speech.copulas)}|has|had|have|will|would|can|could|should|must|may|might)\b"
        ),
    )


def _either(options: frozenset[str] | set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(options, key=lambda word: (-len(word), word)))
