"""The attributed words of a quotation: those inside marks, and what of its sentence belongs to them."""

from __future__ import annotations

import re

from digest.model import Span
from digest.quotes.attribution import Attributed
from digest.quotes.cues import Clauses
from digest.quotes.indirect import Reports
from digest.quotes.sentence_break import sentence_break

OPENING = re.compile(r"[\s,:—–-]*(?:(?:[\w.’'-]+\s+){1,5}?(?=that\b))?")
"""What stands between a cue and its content: marks and an addressee."""
FORMAL = ("post", "turn")
"""How an author is found where the form of a page names him: the words are all his."""
TAIL = " \t\r\n\u00a0,;:—–-"


def content_of(pieces: list[Attributed], clauses: Clauses, reports: Reports) -> tuple[tuple[Span, ...], bool]:
    """The attributed words of a quote, and whether all of them are inside marks.

    ``pieces`` share one cue. Words of the same sentence outside the marks belong to it ("that the plan is “unreal”"),
    its cue does not. Stretches that touch are one. ``reports`` are what the text's sentences report.
    """
    found: list[Span] = []
    direct = True
    for piece in pieces:
        span = _sentence_content(piece, clauses)
        if span is None:
            found += piece.place.stretch.fragments
        else:
            direct = False
            found.append(reports.around(piece.place.stretch.outer) or span)
    return _merged(found), direct


def _sentence_content(piece: Attributed, clauses: Clauses) -> Span | None:
    """The words of the sentence that belong to a piece, or None where it stands for itself."""
    place, attribution = piece.place, piece.attribution
    outer = place.stretch.outer
    if attribution is None or piece.continues is not None or place.stretch.block or attribution.where in FORMAL:
        return None
    if attribution.cue.end > outer.start:
        if place.lead.endswith(":"):
            return None
        start, end = place.floor, outer.end
    elif place.lead.endswith((":", ",")):
        return None
    else:
        start, end = attribution.cue.end, _clause_end(piece, clauses)
    opening = OPENING.match(clauses.frame, max(start, place.floor), outer.start)
    start = opening.end() if opening else start
    outside = clauses.frame[start : outer.start] + clauses.frame[outer.end : end]
    if not any(char.isalnum() for char in outside):
        return None
    return Span(start, end)


def _clause_end(piece: Attributed, clauses: Clauses) -> int:
    """Where the clause of a piece ends: with its sentence, or where another cue takes over."""
    place = piece.place
    end = place.stretch.outer.end
    if place.final:
        return end
    stop = sentence_break(clauses.frame, end, place.paragraph.end, clauses.marks)
    limit = stop.start() if stop else place.paragraph.end
    cut = clauses.patterns.takes_over.search(clauses.frame, end, min(limit, place.after))
    limit = min(limit, place.after, cut.start() if cut else limit)
    while limit > end and clauses.frame[limit - 1] in TAIL:
        limit -= 1
    return limit


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif span.start < span.end:
            out.append(span)
    return tuple(out)
