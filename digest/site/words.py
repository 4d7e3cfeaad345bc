"""Verbatim words as pages print them: the pieces of a quotation, and what another printing of it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from digest.text.differences import Difference, differences

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


def compared(shown: str, pieces: Sequence[Piece]) -> tuple[tuple[Difference, ...], ...]:
    """What ``pieces`` keep of ``shown``, leave out and put in, the stretches of each piece apart.

    Kept and inserted stretches of a piece joined are its text; what was left out between two pieces stands in the second.

    >>> [(d.kind, d.text) for d in compared("not one is in danger", [Piece("nobody is in danger", 0, 19)])[0]]
    [('deleted', 'not one '), ('inserted', 'nobody '), ('kept', 'is in danger')]
    """
    done: list[list[Difference]] = [[] for _ in pieces]
    ends = list(accumulate(len(piece.text) + 1 for piece in pieces))
    place = start = 0
    for found in differences(shown, " ".join(piece.text for piece in pieces)):
        if found.kind == "deleted":
            done[place].append(found)
            continue
        rest = found.text
        while rest:
            own, rest = rest[: ends[place] - start], rest[ends[place] - start :]
            start += len(own)
            whole = start == ends[place] and place + 1 < len(pieces)  # the blank between two pieces is nobody's
            done[place].append(Difference(found.kind, own[:-1] if whole else own))
            place += whole
    return tuple(tuple(each for each in own if each.text) for own in done)
