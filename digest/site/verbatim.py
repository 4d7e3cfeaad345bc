"""Verbatim words as HTML, each with the proof that ``digest verify`` reads: article, start and end as data attributes.

Plain functions and not template macros, because a page calls them some fifty times: it halves the time a page takes.
Everything that comes from outside is escaped here and nowhere else on its way into these parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from markupsafe import Markup

from digest.site.addresses import outside
from digest.site.words import Piece, compared, ends_inside, opens_inside, paragraphs
from digest.text.differences import Difference

GAP = '” <span class="gap">…</span> “'
"""Between pieces of one quotation that the article interrupts: what stood between was not said."""

Passage = Mapping[str, Any]


def words(passage: Passage) -> Markup:
    """A whole passage."""
    return _html(_proven(passage["article"], passage["start"], passage["end"], escape(passage["text"])))


def number(passage: Passage, here: str = "") -> Markup:
    """The source number, linked to the sentence in the article or else to its entry under Coverage of the story at ``here``."""
    address = outside(passage["link"]) or f"{here}#{passage['anchor']}"
    label, outlet = escape(passage["number"]), escape(passage["outlet"])
    return _html(f'<a class="n" href="{escape(address)}" aria-label="Source {label}, {outlet}">{label}</a>')


def spoken(passage: Passage) -> Markup:
    """Direct speech on one line: its pieces inside marks."""
    return _html(f"“{' '.join(_pieces(passage, line.pieces) for line in paragraphs(passage))}”")


def quoted(quote: Mapping[str, Any]) -> Markup:
    """A quotation as a block. Only direct speech gets marks of ours; other kinds keep the article's own."""
    passage = quote["passage"]
    if quote["kind"] != "direct" or not passage["fragments"]:
        opening, closing = "“" * opens_inside(passage), "”" * ends_inside(passage)
        return _html(f"<blockquote><p>{opening}{words(passage)}{closing}</p></blockquote>")
    lines = (
        f'<p><span class="om">“</span>{_pieces(passage, line.pieces)}{CLOSING if line.closes else ""}</p>'
        for line in paragraphs(passage)
    )
    url = outside(passage["url"])
    cite = f' cite="{escape(url)}"' if url else ""
    return _html(f"<blockquote{cite}>{''.join(lines)}</blockquote>")


CLOSING = '<span class="cm">”</span>'


def variant(other: Mapping[str, Any], quote: Mapping[str, Any], here: str = "") -> Markup:
    """Another printing of a quote: the outlet, its words beside those shown with what differs marked, and how it differs."""
    passage, shown = other["passage"], " ".join(quote["passage"]["pieces"])
    pieces = tuple(piece for line in paragraphs(passage) for piece in line.pieces)
    stretches = zip(pieces, compared(shown, pieces), strict=True)
    said = "".join(
        (GAP if piece.after_gap else " " if piece is not pieces[0] else "") + _beside(passage["article"], piece, found)
        for piece, found in stretches
    )
    marks = ("“", "”") if quote["kind"] == "direct" else ("", "")
    return _html(
        f"<bdi>{escape(passage['outlet'])}</bdi>: {marks[0]}{said}{marks[1]} "
        f"<small>{escape(other['variant'])}</small>&nbsp;{number(passage, here)}"
    )


def _beside(article: str, piece: Piece, stretches: Sequence[Difference]) -> str:
    """A piece with the words of its article proven, and those of the version shown that it left out struck between them."""
    said, start = "", piece.start
    for own, run in groupby(stretches, key=lambda stretch: stretch.kind != "deleted"):
        found = tuple(run)
        if own:
            end = start + sum(len(stretch.text) for stretch in found)
            said += _proven(article, start, end, "".join(map(_marked, found)))
            start = end
        else:
            said += "".join(f"<del>{escape(stretch.text.rstrip())}</del> " for stretch in found)
    return said


def _marked(stretch: Difference) -> str:
    return f"<ins>{escape(stretch.text)}</ins>" if stretch.kind == "inserted" else escape(stretch.text)


def _pieces(passage: Passage, pieces: tuple[Piece, ...]) -> str:
    return "".join(
        (GAP if piece.after_gap else "") + _proven(passage["article"], piece.start, piece.end, escape(piece.text))
        for piece in pieces
    )


def _html(text: str) -> Markup:
    """``text`` as HTML whose parts were escaped; what the class does beside, a page would pay fifty times."""
    return str.__new__(Markup, text)


def _proven(article: str, start: int, end: int, content: str) -> str:
    return f'<span dir="auto" data-article="{escape(article)}" data-start="{start}" data-end="{end}">{content}</span>'
