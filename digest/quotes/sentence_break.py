"""Where a sentence of a frame ends: a text whose quotations are blanked out."""

from __future__ import annotations

import re

from digest.languages.sentence_marks import SentenceMarks, sentence_marks
from digest.model import Span
from digest.text.segment import sentences

STOP = re.compile(
    r"[.!?]['\"’”)\]\x00]*\s+(?=[A-Z“\"'‘(\x00])|(?<=[a-z]{3})[.!?](?=[A-Z][a-z]{2})|(?<=[a-z.][a-z])[.!?](?=\x00)|\n\s*\n"
)
LAST_WORD = re.compile(r"[A-Z][\w.]*\Z")
FIRST_WORD = re.compile(r"\w+")


def frame_sentences(frame: str, language: str) -> list[Span]:
    """The sentences of a frame; one that ends with the stop of a quotation ends there."""
    marks = sentence_marks(language)
    found: list[Span] = []
    for one in sentences(frame, language):
        start = one.start
        while (stop := sentence_break(frame, start, one.end, marks)) is not None:
            found.append(Span(start, stop.start() + len(stop[0].rstrip())))
            start = stop.end()
        found.append(Span(start, one.end))
    return found


def sentence_break(frame: str, start: int, end: int, marks: SentenceMarks) -> re.Match[str] | None:
    """The first end of a sentence in a stretch of the frame; no dot of an abbreviation."""
    for stop in STOP.finditer(frame, start, end):
        if stop[0][0] != "." or not _abbreviates(frame, start, stop.start(), stop.end(), marks):
            return stop
    return None


def _abbreviates(frame: str, start: int, dot: int, following: int, marks: SentenceMarks) -> bool:
    word = LAST_WORD.search(frame, max(start, dot - 12), dot)
    if word is None:
        return False
    plain = word[0].casefold()
    if plain in marks.never_final:
        return True
    if (len(word[0]) == 1 and word[0].isupper()) or plain in marks.maybe_final or "." in plain:
        opener = FIRST_WORD.match(frame, following)
        return not (opener and opener[0].casefold() in marks.openers)
    return False
