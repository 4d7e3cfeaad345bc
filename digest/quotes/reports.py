"""Which words report what somebody says or thinks, and what they report.

Each word that may be a cue is a candidate, with the words that may depend on it. Its signs are counted up to the chance
that it reports at all; another choice says where what it reports begins and ends (``extent``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.quotes.cues import Attribution, Clauses
from digest.quotes.extent import Frame, Place, ends, finite_before, starts, sum_of
from digest.quotes.mentions import Form, Mention
from digest.quotes.tokens import QUOTED, Token, kind_at, tokens_of, word_at

VERB = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
COORDINATED = re.compile(r"\b(?:and|but)\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|have\s+|had\s+)?\Z")
NEAR = 24
"""Characters before a verb in which what joins it to the verb before stands."""
POST_WORDS = 3
"""Least tokens before ", Brandt said" that are what was said."""
OPENERS = 12
"""Tokens behind a cue among which the word stands that opens what depends on it ("told the council that")."""
STEM = 5
"""Letters by which the forms of a word are known as one."""
BESIDE = 2
"""Tokens behind a cue within which such a word surely opens it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may report, in one reading: its cue and subject, the construction, signs, and where its words may lie.

    ``fixed`` is the token where its words begin, or behind the last where they stand before the cue (``before``).
    ``finite`` counts the finite verbs before each token.
    """

    attribution: Attribution
    construction: str
    cue: Token
    before: bool
    fixed: int
    tokens: list[Token]
    finite: list[int]
    signs: tuple[str, ...]

    def places(self, speech: SpeechTable, known: frozenset[str]) -> list[Place]:
        """Where the open end of its words may be; ``known`` are all words that may report."""
        side = starts if self.before else ends
        return side(self.tokens, self.finite, self.fixed, Frame(self.cue, self.construction, known), speech)

    def words(self, place: Place) -> int:
        """How many tokens one choice has."""
        return abs(place.at - self.fixed)

    def span(self, place: Place) -> Span:
        """The words of one choice."""
        first, behind = (place.at, self.fixed) if self.before else (self.fixed, place.at)
        if first >= behind:
            return Span(self.attribution.cue.start, self.attribution.cue.start)
        return Span(self.tokens[first].start, self.tokens[behind - 1].end)


def candidates(sentence: Span, clauses: Clauses, speech: SpeechTable, known: frozenset[str]) -> Iterator[Candidate]:
    """Every reading of every word of ``known`` in a sentence, in order."""
    tokens = tokens_of(clauses.frame, sentence, speech)
    finite = finite_before(tokens, speech)
    yield from _sources(tokens, finite, sentence, clauses, speech)
    earlier: Mention | None = None
    for at, token in enumerate(tokens):
        if token.word not in known:
            continue
        verb = VERB.match(clauses.frame, token.start)
        if verb is None:
            continue
        reading = _Reading(tokens, finite, at, verb, sentence, clauses, speech)
        subject = reading.subject()
        if subject is None and COORDINATED.search(
            clauses.frame, max(sentence.start, verb.start() - NEAR), verb.start()
        ):
            subject = earlier
        earlier = subject or earlier
        yield from reading.before()
        yield from reading.after(subject)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One word that may be a cue, in its sentence."""

    tokens: list[Token]
    finite: list[int]
    at: int
    verb: re.Match[str]
    sentence: Span
    clauses: Clauses
    speech: SpeechTable

    def subject(self) -> Mention | None:
        """Who says what the word may report."""
        return self.clauses.leading_subject(self.verb, self.sentence.start, self.sentence.end)

    def before(self) -> Iterator[Candidate]:
        """What stands before a cue at the end of its clause: "The dam is safe, Brandt said"."""
        frame, clauses, sentence = self.clauses.frame, self.clauses, self.sentence
        inverted = clauses.inverted_subject(self.verb, sentence.end)
        own = clauses.subject_of(self.verb.start(), sentence.start)
        if inverted is None and frame.endswith(", ", 0, self.verb.start()) and self.verb[0] in self.speech.inverting:
            inverted = clauses.mention_at(self.verb.end(), sentence.end)
        if inverted is not None and kind_at(self.tokens, self.at - 1) == ",":
            yield self.of(inverted, "inverted", True, self.at - 1)
        elif own is not None:
            comma = self._comma_before(own)
            if comma is not None and comma >= POST_WORDS:
                yield self.of(own, "post", True, comma)

    def _comma_before(self, subject: Mention) -> int | None:
        """The comma that opens the clause of a subject."""
        at = self.at
        while at and self.tokens[at - 1].start >= subject.start:
            at -= 1
        for back in range(at - 1, max(at - 4, -1), -1):
            if self.tokens[back].kind == ",":
                return back
        return None

    def after(self, subject: Mention | None) -> Iterator[Candidate]:
        """What stands behind a cue: "Brandt said the dam is safe"; both readings of "told the council that it is"."""
        for first, how in self._openings():
            if first < len(self.tokens):
                yield self.of(subject, how, False, first)

    def _openings(self) -> Iterator[tuple[int, str]]:
        """The tokens where what depends on a cue may begin, and how it depends."""
        at = self.at + 1
        mark = "ing-" if self.tokens[self.at].kind == "ing" else ""
        for near in range(at, min(at + OPENERS, len(self.tokens))):
            word = self.tokens[near].word
            if word in self.speech.openers:
                yield near, mark + ("that" if word == "that" else "question") + ("" if near < at + BESIDE else "-far")
                if near < at + BESIDE:
                    return
                break
            if not word[0].isalnum() and word[0] != "(":
                break
        kind = kind_at(self.tokens, at)
        if kind == "to":
            yield at, mark + "to"
        elif kind in self.speech.prepositions:
            if kind_at(self.tokens, at + 1) != "day":
                yield at + 1, mark + "about"
        elif not kind[0].isalnum():
            yield at + 1, mark + "mark"
        else:
            yield at, mark + "clause"

    def of(
        self, subject: Mention | None, how: str, before: bool, fixed: int, cue_span: Span | None = None
    ) -> Candidate:
        """One reading: its words begin at the token ``fixed``, or end before it where they stand ``before`` the cue."""
        where = "according-to" if cue_span else "reported-speech"
        cue = Attribution(cue_span or Span(*self.verb.span()), subject, subject.span if subject else None, where)
        return Candidate(
            cue, how, self.tokens[self.at], before, fixed, self.tokens, self.finite, self._signs(subject, how, fixed)
        )

    def _signs(self, subject: Mention | None, how: str, fixed: int) -> tuple[str, ...]:
        tokens, at = self.tokens, self.at
        word = tokens[at].word
        left, right = kind_at(tokens, at - 1), kind_at(tokens, at + 1)
        form = _form(subject)
        gap = "none" if subject is None else "far" if self.verb.start() - subject.span.end > NEAR else "near"
        first = kind_at(tokens, fixed)
        return (
            "bias",
            f"word-{word}",
            f"word-{word}-{how}",
            f"stem-{word[:STEM]}",
            f"stem-{word[:STEM]}-{how}",
            f"stem-{word[:STEM]}-{form}",
            f"stem-{word[:STEM]}-left-{left}",
            f"word-{word}-{form}",
            f"word-{word}-left-{left}",
            f"word-{word}-right-{right}",
            f"how-{how}",
            f"how-{how}-{form}-{gap}",
            f"how-{how}-first-{first}",
            f"how-{how}-left-{left}",
            f"subject-{form}-{gap}",
            f"left-{left}",
            f"left-{left}-{kind_at(tokens, at - 2)}",
            f"right-{right}",
            f"right-{right}-{kind_at(tokens, at + 2)}",
            f"kind-{tokens[at].kind}",
            f"kind-{tokens[at].kind}-left-{left}",
            f"kind-{tokens[at].kind}-{form}",
            f"opens-{tokens[0].kind}",
            f"place-{min(at, 6)}",
            f"rest-{min((len(tokens) - at) // 3, 6)}",
            f"head-{subject.head if subject and subject.form is Form.NOMINAL else form}-{tokens[at].kind}",
            f"first-{word_at(tokens, fixed)}-{how}",
            f"next-{kind_at(tokens, fixed + 1)}-{how}",
            f"first-{first}-{kind_at(tokens, fixed + 1)}-{how}",
            f"left-{word_at(tokens, at - 1)}-{how}",
            f"quoted-{QUOTED in [token.kind for token in tokens]}",
        )


def _sources(
    tokens: list[Token], finite: list[int], sentence: Span, clauses: Clauses, speech: SpeechTable
) -> Iterator[Candidate]:
    """What stands beside a source: "The dam is safe, according to the council", "According to Brandt, it is"."""
    found = clauses.source_in(sentence.start, sentence.end)
    mention = clauses.mention_at(found.end(), sentence.end) if found else None
    if found is None or mention is None:
        return
    at = next((index for index, token in enumerate(tokens) if token.end > found.start(1)), len(tokens))
    behind = next((index for index in range(at, len(tokens)) if tokens[index].start >= mention.span.end), len(tokens))
    verb = VERB.match(clauses.frame, found.start(1))
    if verb is None or at == len(tokens):
        return
    reading = _Reading(tokens, finite, at, verb, sentence, clauses, speech)
    if at >= POST_WORDS:
        yield reading.of(mention, "according-after", True, at - (tokens[at - 1].kind == ","), Span(*found.span(1)))
    comma = next((index for index in range(behind, len(tokens) - 1) if tokens[index].kind == ","), None)
    if at < POST_WORDS and comma is not None:
        yield reading.of(mention, "according-before", False, comma + 1, Span(*found.span(1)))


def _form(subject: Mention | None) -> str:
    if subject is None:
        return "nobody"
    if subject.form is Form.NOMINAL:
        return "thing" if subject.neuter else "several" if subject.plural else "person"
    return subject.form.value


def chance(signs: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """The chance (0 to 1) that signs count up to."""
    return 1 / (1 + math.exp(-sum_of(signs, weights)))
