"""Paragraphs and sentences of a text, as spans."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages.sentence_marks import SentenceMarks, sentence_marks
from digest.model import Span

BREAK = re.compile(r"\n\s*\n\s*")
CLOSERS = "\"'”’»›)\\]*“"
STOP = re.compile(rf"(?:[.!?…؟।]+|[。！？])[{CLOSERS}]*")
WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]—–-]+\Z")
NEXT_WORD = re.compile(r"[\"'“”‘’«»„‚(\[*`—–-]*(\w+)")
GLUED = re.compile(r"(?P<mark>[\"“‘][^\W\d_a-z]|\x00)|(?:[^\W\d_a-z][^\W\d_A-Z]{2,}|I\b)")
BLANK = "\x00"
TOKEN_BEHIND = re.compile(r"\S{0,40}")
TOKEN_BEFORE = re.compile(r"\S+\Z")
ADDRESS = re.compile(r"[/@]|www", re.IGNORECASE)
SMALL_BEFORE = re.compile(r"[^\W\d_A-Z]{3}\Z")
WINDOW = 40
"""Longest word, in characters, that is looked at before a full stop; the longest abbreviation has five."""
ASIDE_WORDS, ASIDE_CHARS = 4, 80
"""Words (and, as a bound on work, characters) after a question inside marks in which "Brandt asked" is looked for."""
TEXTS_KEPT = 128
"""Texts whose paragraphs and sentences are remembered: each step of a story asks for those of the same articles."""


@lru_cache(TEXTS_KEPT)
def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Spans of the paragraphs of ``text``, which blank lines separate, without the blanks around them.

    >>> paragraphs("One.\n\nTwo.")
    (Span(start=0, end=4), Span(start=6, end=10))
    """
    cuts = [0]
    for gap in BREAK.finditer(text):
        cuts += gap.span()
    cuts.append(len(text))
    trimmed = (_trim(text, start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(span for span in trimmed if span.start < span.end)


@lru_cache(TEXTS_KEPT)
def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    r"""Spans of the sentences of ``text``, in order; none crosses a paragraph, all words are covered.

    A sentence includes its closing marks and brackets, not the blanks around it.
    Abbreviations, initials ("J. R. Brandt", "U. S.") and decimal dots end none.
    A question inside marks goes on if a verb of speaking follows ("“Why?” Brandt asked.").
    ``language`` is a BCP 47 tag; without a table for it only initials and small letters are heeded.

    >>> text = "Mr. Brandt left. “It is over.” He smiled."
    >>> [span.of(text) for span in sentences(text)]
    ['Mr. Brandt left.', '“It is over.”', 'He smiled.']
    """
    marks = sentence_marks(language)
    return tuple(span for paragraph in paragraphs(text) for span in _within(text, paragraph, marks))


def _within(text: str, paragraph: Span, marks: SentenceMarks) -> list[Span]:
    found = []
    start = paragraph.start
    for stop in STOP.finditer(text, paragraph.start, paragraph.end):
        end = _without_opener(text, stop)
        if end < paragraph.end and _ends_sentence(text, start, stop, end, marks):
            found.append(Span(start, end))
            start = _skip_blanks(text, end)
    rest = _trim(text, start, paragraph.end)
    if rest.start < rest.end:
        found.append(rest)
    return found


def _without_opener(text: str, stop: re.Match[str]) -> int:
    """Where the closing marks after a full stop end; a mark glued to the next word opens there."""
    end = stop.end()
    while end > stop.start() + 1 and end < len(text) and text[end].isalnum() and text[end - 1] in "\"'“‘":
        end -= 1
    return end


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, marks: SentenceMarks) -> bool:
    if stop[0][0] in "。！？":
        return True
    if not text[end].isspace() and text[end - 1] not in '”"':
        glued = _is_glued(text, stop, end)
        if not glued or text[end] == BLANK:
            return glued
    following = NEXT_WORD.match(text, _skip_blanks(text, end))
    if following and following[1][0].islower():
        return False
    word = WORD_BEFORE.search(text, max(start, stop.start() - WINDOW), stop.start())
    if word is None:
        # Dots on their own ("we . . . They") are an omission; marks before a stop ("”.") close a sentence.
        return stop.start() > start and not text[stop.start() - 1].isspace()
    if stop[0].startswith("."):
        return _stop_is_full(word[0], word.start() == start, following[1] if following else "", marks)
    return not (stop.end() > stop.start() + 1 and _is_aside(text, end, marks))


def _is_glued(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a new sentence is glued to the stop, as where a page's line breaks were lost ("… four hours.Police said"): no host, no file.

    A quotation may be blanked out (NUL characters), as in the frames in which speakers are looked for.
    """
    following = GLUED.match(text, end)
    if following is None:
        return False
    printed = TOKEN_BEFORE.search(text, max(0, stop.start() - WINDOW), stop.start())
    behind = TOKEN_BEHIND.match(text, end)
    if (
        printed is None
        or printed[0][-1] == BLANK
        or ADDRESS.search(printed[0])
        or (behind and ADDRESS.search(behind[0]))
    ):
        return False
    return bool(following["mark"]) or SMALL_BEFORE.search(printed[0]) is not None


def _stop_is_full(word: str, first: bool, following: str, marks: SentenceMarks) -> bool:
    """Whether the dot after ``word`` ends the sentence, given the word that follows."""
    plain = word.casefold()
    abbreviated = word[0].isupper() or "." in word or plain in marks.small
    if (abbreviated and plain in marks.never_final) or (first and word.isdigit()):
        return False
    if plain in marks.before_number:
        return not following[:1].isdigit()
    initial = len(word) == 1 and word.isupper()
    if (
        initial
        or (abbreviated and plain in marks.maybe_final)
        or (len(word) > 1 and word[-2] == "." and word[-1].isupper())
    ):
        return following.casefold() in marks.openers
    return True


def _is_aside(text: str, end: int, marks: SentenceMarks) -> bool:
    """Whether a verb of speaking is among the next few words, before any stop."""
    for word in text[end : end + ASIDE_CHARS].split()[:ASIDE_WORDS]:
        if word.rstrip(".,;:") in marks.asides:
            return True
        if word[-1] in ".!?;:,":
            return False
    return False


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
