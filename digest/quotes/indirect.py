"""Reported speech: what is attributed to somebody without marks.

A sentence is searched for a verb of saying or thinking and what depends on it. Which verb attributes in which
construction is a table of the language; it was made by counting on labelled articles how often each did.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.quotes.cues import BLANK, Attribution, Clauses
from digest.quotes.mentions import Mention

SENTENCE_CHARS = 1500
"""Longest sentence that is searched; a bound on work, longer than any sentence seen."""
CONTENT_WORDS = 2
"""Least words of reported speech worth keeping."""
OBJECT = r"(?:\s+(?!that\b)[\w’'.-]+){0,5}?"
THAT = re.compile(rf"{OBJECT}\s+(that)\b")
TO = re.compile(r"\s+(to)\s+[a-z]+\b")
ABOUT = re.compile(r"\s+(?:about|of|for|on|against|with|to)\s+(?=\w)")
QUESTION = re.compile(r"(?:\s+[\w’'.-]+){0,2}?\s+((?:if|whether|why|how|what|where)\b)")
SUBORDINATE = re.compile(r"\W*(?:While|As|Although|Though|After|When|If|Since|Because)\b")
COORDINATED = re.compile(r"\b(?:and|but)\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|have\s+|had\s+)?\Z")
NEAR = 24
"""Characters before a verb in which what joins it to the verb before stands."""
AFTER_POST = re.compile(
    r"\s*(?:[,.]|\Z|(?:in|on|at|during|after|to|of|with|by|before|when|as|from|last|this|late|early|[A-Z]\w+day)\b|\w+ly\b|[A-Z])"
)
POST_WORDS = 4
"""Least words before ", Brandt said" that are what was said."""
OPENS = f"$£€#@{BLANK}"
"""What may open reported speech beside letters and digits; marked words that are no quotation are blank."""
TAIL = " \t\r\n\u00a0,;:.!?—–-"


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported speech: its words, cue and speaker, and in which construction it stands."""

    content: Span
    attribution: Attribution
    construction: str
    verb: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is known of the quotations of a text: their places, in order, and their cues."""

    places: tuple[Span, ...]
    cues: frozenset[Span]

    def meets(self, span: Span) -> bool:
        """Whether a quotation overlaps ``span``."""
        index = bisect_left(self.places, (span.end, 0)) - 1
        return index >= 0 and self.places[index].end > span.start


def find_reported(
    sentences: Iterable[Span], clauses: Clauses, speech: SpeechTable, quoted: Quoted
) -> Iterator[Reported]:
    """Reported speech in ``sentences`` of the frame, at most one stretch a cue, in order; none overlaps another.

    What depends on the cues of ``quoted`` belongs to quotations, marked or not. Marked words that are no quotation, a
    title or a term, may stand in reported speech.
    """
    reporting = frozenset().union(*speech.reporting.values())
    end = -1
    for one in uses(sentences, clauses, speech, quoted, reporting):
        if one.content.start >= end and one.verb in speech.reporting.get(one.construction, ()):
            yield one
            end = one.content.end


def uses(
    sentences: Iterable[Span],
    clauses: Clauses,
    speech: SpeechTable,
    quoted: Quoted,
    reporting: frozenset[str],
) -> Iterator[Reported]:
    """What may depend on the verbs of ``reporting`` that are no cues of quotations, and has no quotation in it."""
    for sentence in sentences:
        if sentence.end - sentence.start <= SENTENCE_CHARS:
            for one in candidates(sentence, clauses, speech, reporting):
                if one.attribution.cue not in quoted.cues and not quoted.meets(one.content):
                    yield one


def candidates(sentence: Span, clauses: Clauses, speech: SpeechTable, reporting: frozenset[str]) -> Iterator[Reported]:
    """Whatever may be reported speech in a sentence, by any verb of ``reporting``."""
    frame = clauses.frame
    according = clauses.source_in(sentence.start, sentence.end)
    if according is not None:
        found = _according(sentence, according, clauses)
        if found is not None:
            yield found
            return
    before: Mention | None = None
    for verb in clauses.verbs_in(sentence.start, sentence.end):
        word = verb[0].casefold()
        if word not in reporting:
            continue
        post = _postposed(sentence, verb, clauses)
        if post is not None:
            yield post
            return
        subject = clauses.leading_subject(verb, sentence.start, sentence.end)
        if subject is None and COORDINATED.search(frame, max(sentence.start, verb.start() - NEAR), verb.start()):
            subject = before
        if subject is None:
            continue
        before = subject
        cue = Attribution(Span(*verb.span()), subject, subject.span, "reported-speech")
        construction, start = _construction(frame, verb, sentence, word in speech.participles)
        end = _content_end(start, sentence, clauses)
        if SUBORDINATE.match(frame, sentence.start, subject.start) and (comma := frame.find(",", start, end)) > 0:
            end = comma
        content = _trim(frame, start, end)
        if len(content.of(frame).split()) >= CONTENT_WORDS:
            yield Reported(content, cue, construction, word)


def _postposed(sentence: Span, verb: re.Match[str], clauses: Clauses) -> Reported | None:
    """Words with their cue behind them: "The dam is safe, Brandt said on Monday", "..., said Ilse Brandt"."""
    frame = clauses.frame
    inverted = clauses.inverted_subject(verb, sentence.end)
    subject = clauses.subject_of(verb.start(), sentence.start) if inverted is None else None
    if subject is None and frame[verb.start() - 2 : verb.start()] == ", " and verb[0] in clauses.speech.inverting:
        subject, comma, construction = clauses.mention_at(verb.end(), sentence.end), verb.start() - 2, "inverted"
    elif subject is not None and AFTER_POST.match(frame, verb.end(), sentence.end):
        comma, construction = frame.rfind(",", sentence.start, subject.start), "post"
        if len(frame[comma + 1 : subject.start].split()) > 3:
            return None
    else:
        return None
    if subject is None or len(frame[sentence.start : max(comma, sentence.start)].split()) < POST_WORDS:
        return None
    cue = Attribution(Span(*verb.span()), subject, subject.span, "reported-speech")
    return Reported(_trim(frame, sentence.start, comma), cue, construction, verb[0].casefold())


def _construction(frame: str, verb: re.Match[str], sentence: Span, participle: bool) -> tuple[str, int]:
    """How what is said depends on its verb, and where it begins."""
    end = verb.end()
    mark = "ing-" if participle else ""
    for name, pattern in (("that", THAT), ("question", QUESTION), ("to", TO)):
        match = pattern.match(frame, end, sentence.end)
        if match is not None:
            return mark + name, match.start(1)
    match = ABOUT.match(frame, end, sentence.end)
    if match is not None:
        return mark + "about", match.end()
    return mark + "clause", end


def _according(sentence: Span, according: re.Match[str], clauses: Clauses) -> Reported | None:
    mention = clauses.mention_at(according.end(), sentence.end)
    if mention is None:
        return None
    cue = Attribution(Span(*according.span(1)), mention, mention.span, "according-to")
    frame = clauses.frame
    if frame[sentence.start : according.start()].strip(" ,"):
        content = _trim(frame, sentence.start, according.start())
    else:
        comma = frame.find(", ", mention.span.end, sentence.end)
        if comma < 0:
            return None
        content = _trim(frame, comma + 1, sentence.end)
    return Reported(content, cue, "according", "according") if content.start < content.end else None


def _content_end(start: int, sentence: Span, clauses: Clauses) -> int:
    """Reported speech ends with its sentence, or where another cue takes over (", adding that")."""
    cut = clauses.patterns.takes_over.search(clauses.frame, start, sentence.end)
    return cut.start() if cut else sentence.end


def _trim(frame: str, start: int, end: int) -> Span:
    while start < end and not frame[start].isalnum() and frame[start] not in OPENS:
        start += 1
    while end > start and frame[end - 1] in TAIL:
        end -= 1
    return Span(start, end)
