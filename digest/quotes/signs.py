"""What can be seen at marked words that tells somebody's words from a title, a term or scare quotes."""

from __future__ import annotations

import re

from digest.languages.names import NameTable
from digest.languages.speech import SpeechTable
from digest.quotes.cues import BLANK, Attribution
from digest.quotes.place import Place

PERSONAL = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Mm]e|us|I['’]\w+|[Ww]e['’]\w+|[Yy]ou['’]\w+|[Ii]t['’]s|[Ss]?[Hh]e['’]s"
    r"|[Tt]hey['’]\w+|[Tt]hat['’]s|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Ww]ill|[Dd]o|[Nn]ot)\b|n['’]t\b"
)
LABEL = re.compile(r"[A-Z][A-Z .'’]{2,40}:|\(?[A-Z]{4,}\b")
"""A voice of a transcript inside the marks ("BRANDT: ...")."""
BY = re.compile(r",?\s+by\s+(?:the\s+)?[A-Z]")
"""The author of a work behind its title."""
OF_WORK = re.compile(r"(\w+) of\Z")
"""What marked words are of: "an episode of “"."""
FOLLOWS = re.compile(r"\s*([,;:.!?)(—–-]*)\s*([A-Za-z’']*)")
SHORT = 3
"""Words of a stretch that may be scare quotes."""
TERM = 6
"""Words of a stretch that may be a term, which an article repeats."""
MANY = 3
"""Times from which a term is printed often."""
REPORTED = (0.25, 0.4, 0.6, 0.8)
"""Chances that words are part of reported speech, from which they are likelier to be so."""
WITHIN = ("title-case", "capital", "after-nothing")
STOPS = ".,!?;:"
AROUND = " \n\t,—–-"
BESIDE = 3
NEAR = 25
"""Characters between a cue and marked words that are beside it, and near it."""
LEADS = {":": "colon", ",": "comma", "—": "dash", "–": "dash", "-": "dash", "(": "bracket"}
JOINING = frozenset(("that", "and", "or", "the", "a", "an"))
"""Words that each are a sign of their own before marked words, beside prepositions."""
ENDINGS = (
    (BLANK, "quote"),
    (("'s", "’s", "s'", "s’"), "possessive"),
    ("ing", "ing"),
    ("ed", "ed"),
)
SMALL = frozenset(("the", "a", "an", "and", "or", "is", "vs.", "but"))
"""Words that titles write small, beside prepositions."""


def signs(
    text: str, place: Place, own: Attribution | None, continued: bool, speech: SpeechTable, table: NameTable
) -> tuple[str, ...]:
    """What can be seen at marked words, as names of weights.

    ``own`` is the cue beside them, ``continued`` whether an earlier speaker may go on.
    """
    stretch = place.stretch
    inner = stretch.fragments[0].of(text)
    words = inner.split()
    cue = _cue(own, continued, place)
    around = [
        f"after-{_before(place, own, speech)}",
        f"before-{_behind(text, place, speech)}",
        *_cue_behind(text, place, own),
    ]
    found = ["bias", _length(words, len(stretch.fragments)), f"cue-{cue}", f"opens-{_opening(words[0], speech)}"]
    found += around
    if _title_case(words, table, speech):
        case = "title-case" if len(words) > 1 else "capital"
        found += [case, *(f"{case}-{sign}" for sign in around)]
    if len(words) <= SHORT and len(stretch.fragments) == 1:
        found.append(f"short-{cue}")
    if len(words) <= TERM:
        found.append(f"times-{min(text.count(inner.rstrip(STOPS)), MANY)}")
    last = stretch.fragments[-1].of(text)[-1]
    if last.isalnum() and text.startswith((".", "?", "!", ","), stretch.outer.end):
        last = text[stretch.outer.end]  # British pages set the stop of a sentence behind the marks
    found.append("ends-comma" if last == "," else "ends-stop" if last in ".?!…—-" else "ends-word")
    found += [sign for sign, holds in _holding(text, place, own, continued) if holds]
    return tuple(found)


def reported_signs(seen: tuple[str, ...], chance: float) -> tuple[str, ...]:
    """What ``chance`` (0 to 1) tells, that the marked words with the signs ``seen`` are part of reported speech."""
    likely = f"within-{sum(chance >= bound for bound in REPORTED)}"
    return (likely, *(f"{likely}-{sign}" for sign in seen if sign in WITHIN))


def _holding(text: str, place: Place, own: Attribution | None, continued: bool) -> tuple[tuple[str, bool], ...]:
    """Signs that hold or do not."""
    stretch = place.stretch
    inner = stretch.fragments[0].of(text)
    alone = not place.lead and place.final
    return (
        ("single", place.odd_marks),
        ("unclosed", not stretch.closed),
        ("headline", place.headline),
        ("opens-paragraph", place.opens_paragraph),
        ("label", LABEL.match(inner) is not None),
        ("sentence", alone),
        ("sentence-continued", alone and own is None and continued),
        ("personal", PERSONAL.search(inner) is not None),
        ("by", BY.match(text, stretch.outer.end) is not None),
    )


def _cue(own: Attribution | None, continued: bool, place: Place) -> str:
    """How the cue of marked words was found, and how near it leads to them."""
    if own is None:
        return "continued" if continued else "none"
    if own.where != "leads":
        return own.where
    gap = place.stretch.outer.start - own.cue.end
    return "leads-at" if gap < BESIDE else "leads-near" if gap < NEAR else "leads-far"


def _before(place: Place, own: Attribution | None, speech: SpeechTable) -> str:
    """What marked words stand after in their sentence."""
    if not place.lead:
        return "nothing"
    printed = place.lead.rsplit(None, 1)[-1]
    word = printed.casefold().strip(",:;(—–-")
    named = _kind(word, (("work", speech.titles_after), ("naming", speech.naming), ("titling", speech.titling)))
    of = OF_WORK.search(place.lead)
    if of is not None and of[1].casefold() in speech.titles_after:
        named = "work"
    if named or printed[-1] in LEADS:
        return named or LEADS[printed[-1]]
    if word in speech.prepositions or word in JOINING:
        return word
    if own is not None and own.where == "leads" and place.stretch.outer.start - own.cue.end < BESIDE:
        return "cue"
    return _kind(word, (("determiner", speech.determiners), ("copula", speech.copulas))) or _form(word)


def _form(word: str) -> str:
    """What the form of a word tells."""
    return next((form for ending, form in ENDINGS if word.endswith(ending)), "word")


def _kind(word: str, kinds: tuple[tuple[str, frozenset[str]], ...]) -> str:
    """The first of the kinds that has a word, or nothing."""
    return next((name for name, known in kinds if word in known), "")


def _behind(text: str, place: Place, speech: SpeechTable) -> str:
    """What marked words stand before."""
    end = place.stretch.outer.end
    if place.final or text[end : end + 1] in ("", "\n"):
        return "sentence" if text[end : end + 1] not in ("", "\n") else "nothing"
    follows = FOLLOWS.match(text, end)
    mark, printed = follows.groups() if follows else ("", "")
    if mark or not printed:
        return f"mark{mark[:1]}"
    kinds = (
        ("preposition", speech.prepositions),
        ("conjunction", speech.conjunctions),
        ("copula", speech.copulas),
        ("verb", speech.verbs),
        ("verb", speech.between),
    )
    other = "verb" if printed.endswith("ed") else "name" if printed[0].isupper() else "word"
    return _kind(printed.casefold(), kinds) or other


def _cue_behind(text: str, place: Place, own: Attribution | None) -> list[str]:
    """Whether a cue behind marked words is beside them, and whether a mark tells that they are a clause."""
    end = place.stretch.outer.end
    if own is None or own.cue.start < end:
        return []
    gap = text[end : min(own.cue.start, own.subject.start if own.subject else own.cue.start)]
    clause = place.stretch.fragments[-1].of(text)[-1] in ",?!—-" or gap.lstrip(" ").startswith(",")
    return [f"{own.where}-{'far' if gap.strip(AROUND) else 'beside'}-{'clause' if clause else 'word'}"]


def _opening(word: str, speech: SpeechTable) -> str:
    """What marked words begin with."""
    plain = word.casefold()
    if plain in speech.determiners:
        return "determiner"
    if PERSONAL.fullmatch(word) or plain in speech.pronouns:
        return "pronoun"
    if plain in ("to", "not", "no"):
        return plain
    return "ing" if plain.endswith("ing") else "capital" if word[0].isupper() else "small"


def _length(words: list[str], fragments: int) -> str:
    """How many words a stretch has; one over several paragraphs has many."""
    count = len(words) if fragments == 1 else 10
    if count < 4:
        return f"words-{count}"
    return "words-4-5" if count < 6 else "words-6-9" if count < 10 else "words-10+"


def _title_case(words: list[str], table: NameTable, speech: SpeechTable) -> bool:
    if not words[0][0].isupper():
        return False
    small = [word.casefold() for word in words if word[0].isalpha() and not word[0].isupper()]
    return all(word in SMALL or word in speech.prepositions or word in table.particles for word in small)
