"""Lines in headline case, in which a capital says nothing."""

from __future__ import annotations

from digest.languages.sentence_marks import sentence_marks
from digest.model import Span

HEADLINE_CAPITALS = 0.6
"""Share (0 to 1) of words with a capital from which a line is in headline case; prose stays below .4, titles reach .7."""
HEADLINE_WORDS, HEADLINE_CHARS = 5, 200
"""Least words and most characters of a line that may be a headline."""


def headline_lines(text: str, language: str = "en") -> list[Span]:
    r"""Lines of ``text`` set in headline case, in which a capital says nothing.

    >>> headline_lines("Dam Gives Way In Vellmar\n\nThe dam broke.")
    [Span(start=0, end=24)]
    """
    marks = sentence_marks(language)
    small = marks.openers - marks.asides
    found = []
    start = 0
    for line in text.split("\n"):
        if len(line) <= HEADLINE_CHARS and _is_headline(line.split(), small):
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def _is_headline(words: list[str], small: frozenset[str]) -> bool:
    if len(words) < HEADLINE_WORDS:
        return False
    bare = [word.strip("\"'“”‘’([,.:;!?)]") for word in words]
    letters = [word for word in bare if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    content = any(word[0].islower() and len(word) > 2 and word not in small for word in letters)
    return not content and capitals >= HEADLINE_CAPITALS * len(letters) > 0
