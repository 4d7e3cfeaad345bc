"""Whether marked words are somebody's words, or a title, a term or scare quotes.

A logistic score over what can be seen at the marks. The weights were fitted by ``python -m bench.quotes_weights`` on
articles of news outlets with labelled attributions; no word of those is in here, only how much each sign counts.
"""

from __future__ import annotations

import math
import re

from digest.languages.names import NameTable
from digest.languages.speech import SpeechTable
from digest.quotes.cues import Attribution
from digest.quotes.place import Place

LEAST, LEAST_SHORT = 0.45, 0.88
"""Least probability (0 to 1) at which marked words count as a quote; the second for one or two words, which are
terms and irony as often as speech and of little use to a reader."""
PERSONAL = re.compile(
    r"\b(?:I|we|you|my|our|your|me|us|I['’]\w+|we['’]\w+|you['’]\w+|it['’]s|he['’]s|is|are|was|were|will|do|not)\b|n['’]t\b"
)

LABEL = re.compile(r"[A-Z][A-Z .'’]{2,40}:|\(?[A-Z]{4,}\b")
"""A voice of a transcript inside the marks ("BRANDT: ...")."""
NEXT_WORD = re.compile(r" ([a-z]+)\b")
SHORT = 3
"""Words of a stretch that may be scare quotes."""

WEIGHTS: dict[str, float] = {
    "after-article": -0.02,
    "after-possessive": -1.49,
    "after-preposition": -0.41,
    "after-work": -0.99,
    "before-word": -0.36,
    "bias": 1.42,
    "capital": -0.82,
    "cue-according-to": 0.11,
    "cue-any-verb": -0.32,
    "cue-colon": -1.96,
    "cue-continued": -0.53,
    "cue-leads-at": 0.89,
    "cue-leads-far": 1.01,
    "cue-leads-near": 0.77,
    "cue-none": -1.55,
    "cue-noun": 0.99,
    "cue-preceding": -0.67,
    "cue-reported": -0.91,
    "cue-subject": -0.32,
    "cue-subject-verb": 2.32,
    "cue-verb-subject": 1.62,
    "ends-comma": 0.47,
    "ends-stop": 0.69,
    "ends-word": 0.25,
    "headline": 0.66,
    "label": 0.46,
    "opens-paragraph": -0.06,
    "personal": 0.60,
    "sentence": -0.10,
    "sentence-continued": 1.98,
    "short-according-to": 0.28,
    "short-any-verb": -0.31,
    "short-colon": -0.00,
    "short-continued": 0.04,
    "short-leads-at": 0.48,
    "short-leads-far": 0.06,
    "short-leads-near": 0.46,
    "short-none": 0.12,
    "short-noun": 0.30,
    "short-preceding": 0.08,
    "short-reported": -0.18,
    "short-subject": 0.13,
    "short-subject-verb": -1.18,
    "short-verb-subject": -0.95,
    "single": -5.29,
    "small": 0.28,
    "title-case": -1.85,
    "unclosed": -2.55,
    "words-1": -0.58,
    "words-10+": 0.91,
    "words-2": -0.10,
    "words-3": 0.01,
    "words-4-5": 0.49,
    "words-6-9": 0.68,
}


LEAST_TITLE = 0.75
"""The same for words in title case, most of which name a work, a show or a bill."""


def probability(signs: tuple[str, ...]) -> float:
    """The probability (0 to 1) that marked words with these signs are a quotation."""
    return 1 / (1 + math.exp(-sum(WEIGHTS.get(sign, 0.0) for sign in signs)))


def is_quotation(seen: tuple[str, ...]) -> bool:
    """Whether marked words with these signs count as a quote."""
    if "title-case" in seen and "after-work" in seen:
        return False
    least = LEAST_SHORT if "words-1" in seen or "words-2" in seen else LEAST
    return probability(seen) >= (max(least, LEAST_TITLE) if "title-case" in seen else least)


def signs(
    text: str, place: Place, own: Attribution | None, continued: bool, speech: SpeechTable, table: NameTable
) -> tuple[str, ...]:
    """What can be seen at marked words, as names of weights."""
    stretch = place.stretch
    inner = stretch.fragments[0].of(text)
    words = inner.split()
    before = place.lead.rsplit(None, 1)[-1] if place.lead else ""
    found = ["bias", f"words-{_length(words, len(stretch.fragments))}", f"cue-{_cue(own, continued, place)}"]
    if _title_case(words, table, speech):
        found.append("title-case" if len(words) > 1 else "capital")
    if before.casefold().strip(",") in speech.titles_after or before.casefold() in speech.naming:
        found.append("after-work")
    elif before.endswith(("'s", "’s")):
        found.append("after-possessive")
    elif before.casefold() in speech.prepositions:
        found.append("after-preposition")
    elif before.casefold() in ("the", "a", "an"):
        found.append("after-article")
    if len(words) <= SHORT and len(stretch.fragments) == 1:
        found.append(f"short-{_cue(own, continued, place)}")
    following = NEXT_WORD.match(text, stretch.outer.end)
    if following and following[1] not in speech.prepositions | speech.conjunctions | speech.verbs | speech.between:
        found.append("before-word")
    last = stretch.fragments[-1].of(text)[-1]
    found.append("ends-comma" if last == "," else "ends-stop" if last in ".?!…—-" else "ends-word")
    found += [
        sign
        for sign, holds in (
            ("single", place.odd_marks),
            ("unclosed", not stretch.closed),
            ("headline", place.headline),
            ("opens-paragraph", place.opens_paragraph),
            ("small", inner[0].islower()),
            ("label", LABEL.match(inner) is not None),
            ("sentence", not place.lead and place.final),
            ("sentence-continued", not place.lead and place.final and own is None and continued),
            ("personal", PERSONAL.search(inner) is not None),
        )
        if holds
    ]
    return tuple(found)


def _length(words: list[str], fragments: int) -> str:
    count = len(words) if fragments == 1 else 99
    return (
        "1"
        if count == 1
        else "2"
        if count == 2
        else "3"
        if count == 3
        else "4-5"
        if count < 6
        else "6-9"
        if count < 10
        else "10+"
    )


def _cue(own: Attribution | None, continued: bool, place: Place) -> str:
    if own is None:
        return "continued" if continued else "none"
    if own.where != "leads":
        return own.where
    gap = place.stretch.outer.start - own.cue.end
    return "leads-at" if gap < 3 else "leads-near" if gap < 25 else "leads-far"


def _title_case(words: list[str], table: NameTable, speech: SpeechTable) -> bool:
    small = table.particles | speech.prepositions | SMALL
    return words[0][0].isupper() and all(
        not word[0].isalpha() or word[0].isupper() or word.casefold() in small for word in words
    )


SMALL = frozenset(("the", "a", "an", "and", "or", "is", "vs.", "but"))
