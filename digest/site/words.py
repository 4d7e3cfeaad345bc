"""Verbatim words as pages print them: the pieces of a quotation, and what another printing of it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from re import findall
from typing import Any

PARAGRAPH_BREAK = "\n\n"
OPENING_MARKS = frozenset("“„«‹")
CLOSING_MARKS = frozenset("”»›")
"""Marks that only ever open or close; the single ones and the straight ones do both, and apostrophes look the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An exact slice ``start`` to ``end`` of an article. ``after_gap``: words of the article were left out before it."""

    text: str
    start: int
    end: int
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of one paragraph of the article. ``closes``: the quotation ends here, or other words interrupt it."""

    pieces: tuple[Piece, ...]
    closes: bool


def paragraphs(passage: Mapping[str, Any]) -> tuple[Paragraph, ...]:
    """The pieces of a passage, those of one paragraph of the article together.

    >>> [line.pieces for line in paragraphs({"text": "“A,” he said, “B”", "start": 5, "fragments": [[6, 8], [20, 21]]})]
    [(Piece(text='A,', start=6, end=8, after_gap=False), Piece(text='B', start=20, end=21, after_gap=True))]
    """
    text, offset = passage["text"], passage["start"]
    spans = [tuple(span) for span in passage["fragments"]] or [(offset, offset + len(text))]
    done: list[list[Piece]] = []
    closes: list[bool] = []
    last = spans[0][0]
    for start, end in spans:
        between = text[last - offset : start - offset]
        if not done or PARAGRAPH_BREAK in between:
            closes.append(any(letter.isalnum() for letter in between))
            done.append([])
        done[-1].append(Piece(text[start - offset : end - offset], start, end, bool(done[-1])))
        last = end
    # Each flag was taken before its paragraph: it says whether the one before it closes.
    return tuple(Paragraph(tuple(pieces), close) for pieces, close in zip(done, [*closes[1:], True], strict=True))


def opens_inside(passage: Mapping[str, Any]) -> bool:
    """Whether a mark opens just before the passage, so that its first word is spoken.

    >>> opens_inside({"selector": {"prefix": "She paused. “", "suffix": ""}})
    True
    """
    return passage["selector"]["prefix"][-1:] in OPENING_MARKS


def ends_inside(passage: Mapping[str, Any]) -> bool:
    """Whether a mark closes just after the passage, so that its last word is spoken."""
    return passage["selector"]["suffix"][:1] in CLOSING_MARKS


def changed_words(shown: str, other: str) -> tuple[tuple[str, bool], ...]:
    """``other`` cut into stretches, each with whether its words are not in ``shown`` at that place.

    >>> changed_words("not one of them is in danger", "nobody is in danger")
    (('nobody', True), (' is in danger', False))
    """
    before, after = findall(r"\s*\S+", shown), findall(r"\s*\S+", other)
    matcher = SequenceMatcher(None, [_bare(word) for word in before], [_bare(word) for word in after], autojunk=False)
    stretches = [
        ("".join(after[start:end]), kind != "equal") for kind, _, _, start, end in matcher.get_opcodes() if start != end
    ]
    tail = other[sum(len(text) for text, _ in stretches) :]
    return tuple(stretches) + (((tail, False),) if tail else ())


def _bare(word: str) -> str:
    return word.strip(" \n\t,.;:!?“”‘’\"'").casefold()
