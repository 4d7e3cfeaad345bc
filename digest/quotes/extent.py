"""Where reported words begin and end in their sentence.

Every mark and every word that may open a clause is a place where they may stop. Each place has signs: the mark, the
words around it, how much was said before it. A choice among the places is a sum of weights, as in ``reports``.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from itertools import repeat
from typing import NamedTuple

from digest.languages.speech import SpeechTable
from digest.quotes.tokens import EDGE, QUOTED, Token, kind_at, word_at

MARKS = frozenset(",;:—–-(…")
PLACES = 24
"""Places that are looked at for one end; more stand in lists, whose end is that of the sentence."""
STEPS = (1, 2, 3, 5, 8, 13, 20)
"""Numbers of words at which a stretch counts as longer."""


class Place(NamedTuple):
    """A place where reported words may stop: the index of the first token that is not theirs, and its signs."""

    at: int
    signs: tuple[str, ...]


class Frame(NamedTuple):
    """What governs reported words: the cue, the construction they stand in, and the words that may be further cues."""

    cue: Token
    how: str
    known: frozenset[str]


def ends(tokens: list[Token], finite: list[int], first: int, frame: Frame, speech: SpeechTable) -> list[Place]:
    """Where words that begin at the token ``first`` may end: last with the sentence, or where its subject says more."""
    limit = _last(tokens)
    found: list[Place] = []
    for at in range(first + 1, limit):
        if len(found) == PLACES:
            break
        if (tokens[at].kind in MARKS or _opens(tokens, at, speech)) and tokens[at - 1].kind not in MARKS:
            found.append(Place(at, _end_signs(tokens, first, at, limit, finite, frame, speech)))
            if _turns(tokens, at, frame, speech):
                return found
    found.append(Place(limit, _end_signs(tokens, first, limit, limit, finite, frame, speech)))
    return found


def starts(tokens: list[Token], finite: list[int], last: int, frame: Frame, speech: SpeechTable) -> list[Place]:
    """Where words that end before the token ``last`` may begin, the beginning of the sentence first."""
    found = [Place(0, _start_signs(tokens, 0, last, finite, frame))]
    for at in range(1, last - 1):
        if len(found) == PLACES:
            break
        if tokens[at - 1].kind in MARKS or (
            tokens[at].word in speech.conjunctions and tokens[at - 1].kind not in MARKS
        ):
            found.append(Place(at, _start_signs(tokens, at, last, finite, frame)))
    return found


def chances(places: list[Place], weights: Mapping[str, float]) -> tuple[Place, float]:
    """The likeliest place, the first of equals, and its chance (0 to 1) among all."""
    scores = [sum_of(place.signs, weights) for place in places]
    top = max(range(len(places)), key=lambda index: (scores[index], -index))
    return places[top], 1 / sum(math.exp(score - scores[top]) for score in scores)


def sum_of(signs: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """What signs count up to; those without a weight count nothing."""
    return sum(map(weights.get, signs, repeat(0.0)))


def _last(tokens: list[Token]) -> int:
    """The index behind the last word of a sentence."""
    limit = len(tokens)
    while limit and not tokens[limit - 1].word[0].isalnum() and tokens[limit - 1].kind not in (QUOTED, ")", "]", "%"):
        limit -= 1
    return limit


def _opens(tokens: list[Token], at: int, speech: SpeechTable) -> bool:
    """Whether a word may open what is no part of the words before it."""
    word, kind = tokens[at].word, tokens[at].kind
    return word in speech.conjunctions or word in speech.prepositions or kind in ("ing", "day", QUOTED) or word == "to"


def _turns(tokens: list[Token], at: int, frame: Frame, speech: SpeechTable) -> bool:
    """Whether the subject of the cue goes on with another verb of saying: "said it was safe and praised".

    Of 178 such places behind labelled cues 140 ended the words.
    """
    if frame.cue.kind == "ing" or at + 1 >= len(tokens) or tokens[at].word not in ("and", "but"):
        return False
    verb = tokens[at + 1]
    says = verb.word in speech.verbs or verb.word in speech.weak
    return says and verb.word not in speech.bases and verb.kind != "ing"


def finite_before(tokens: list[Token], speech: SpeechTable) -> list[int]:
    """How many finite verbs stand before each token."""
    counts, count = [0], 0
    for token in tokens:
        count += (
            token.kind == "ed"
            or token.word in speech.copulas
            or token.word in speech.auxiliaries
            or token.word in speech.pasts
        )
        counts.append(count)
    return counts


def _step(count: int) -> int:
    return bisect_right(STEPS, count)


def _end_signs(
    tokens: list[Token], first: int, at: int, limit: int, finite: list[int], frame: Frame, speech: SpeechTable
) -> tuple[str, ...]:
    mark = "end" if at == limit else tokens[at].kind if tokens[at].kind in MARKS else "none"
    after = at + (mark not in ("end", "none"))
    opens = kind_at(tokens, after) if mark != "end" else EDGE
    then = kind_at(tokens, after + 1) if mark != "end" else EDGE
    verbs = min(finite[at] - finite[first], 2)
    left = min(finite[limit] - finite[at], 2)
    words = _step(at - first)
    cue, how = frame.cue.word, frame.how
    second = tokens[after + 1] if after + 1 < limit else None
    further = second is not None and second.word in frame.known
    commas = min([token.kind for token in tokens[first:at]].count(","), 3)
    return (
        f"e-{mark}",
        f"e-{mark}-{opens}",
        f"e-{mark}-{opens}-{then}",
        f"e-{mark}-word-{word_at(tokens, after) if after < limit else EDGE}",
        f"e-{opens}-then-{word_at(tokens, after + 1) if second else EDGE}",
        f"e-{opens}-further-{further}-{verbs}",
        f"e-{opens}-says-{second is not None and second.word in speech.verbs and second.word not in speech.bases}-{how}",
        f"e-{opens}-alike-{second is not None and second.kind == frame.cue.kind}-{further}",
        f"e-{mark}-cue-{after < limit and tokens[after].word in frame.known}-{verbs}",
        f"e-{opens}-{cue}",
        f"e-{opens}-after-{kind_at(tokens, at - 1)}",
        f"e-{mark}-{opens}-verbs-{verbs}-{left}",
        f"e-{mark}-after-{kind_at(tokens, at - 1)}",
        f"e-{mark}-verbs-{verbs}-{left}",
        f"e-{opens}-verbs-{verbs}",
        f"e-{mark}-words-{words}",
        f"e-{mark}-{how}",
        f"e-{mark}-{how}-verbs-{verbs}",
        f"e-{opens}-{how}",
        f"e-{mark}-commas-{commas}",
        f"e-{mark}-left-{_step(limit - at)}",
        f"e-{mark}-{cue}",
        f"e-first-{tokens[first].kind if first < len(tokens) else EDGE}-{mark}",
        f"e-first-{tokens[first].kind if first < len(tokens) else EDGE}-verbs-{verbs}",
    )


def _start_signs(tokens: list[Token], at: int, last: int, finite: list[int], frame: Frame) -> tuple[str, ...]:
    mark = "start" if at == 0 else tokens[at - 1].kind if tokens[at - 1].kind in MARKS else "none"
    verbs = min(finite[last] - finite[at], 2)
    before = min(finite[at], 2)
    opens = kind_at(tokens, at)
    return (
        f"s-{mark}",
        f"s-{mark}-{opens}",
        f"s-{mark}-{opens}-{kind_at(tokens, at + 1)}",
        f"s-{mark}-verbs-{verbs}-{before}",
        f"s-{mark}-words-{_step(last - at)}",
        f"s-{mark}-before-{_step(at)}",
        f"s-{mark}-first-{tokens[0].kind}",
        f"s-{mark}-{frame.how}",
    )
