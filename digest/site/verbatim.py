"""Verbatim words as HTML, each with the proof that ``digest verify`` reads: article, start and end as data attributes.

Plain functions and not template macros, because a page calls them some fifty times: it halves the time a page takes.
Everything that comes from outside is escaped here and nowhere else on its way into these parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from digest.site.addresses import outside
from digest.site.words import Piece, changed_words, ends_inside, opens_inside, paragraphs

GAP = '” <span class="gap">…</span> “'
"""Between pieces of one quotation that the article interrupts: what stood between was not said."""

Passage = Mapping[str, Any]


def words(passage: Passage) -> Markup:
    """A whole passage."""
    return Markup(_proven(passage["article"], passage["start"], passage["end"], escape(passage["text"])))  # noqa: S704 - escaped


def number(passage: Passage, here: str = "") -> Markup:
    """The source number, linked to the sentence in the article or else to its entry under Coverage of the story at ``here``."""
    address = outside(passage["link"]) or f"{here}#{passage['anchor']}"
    label, outlet = escape(passage["number"]), escape(passage["outlet"])
    return Markup(f'<a class="n" href="{escape(address)}" aria-label="Source {label}, {outlet}">{label}</a>')  # noqa: S704 - escaped


def spoken(passage: Passage) -> Markup:
    """Direct speech on one line: its pieces inside marks."""
    return Markup(f"“{' '.join(_pieces(passage, line.pieces) for line in paragraphs(passage))}”")  # noqa: S704 - escaped


def quoted(quote: Mapping[str, Any]) -> Markup:
    """A quotation as a block. Only direct speech gets marks of ours; other kinds keep the article's own."""
    passage = quote["passage"]
    if quote["kind"] != "direct" or not passage["fragments"]:
        opening, closing = "“" * opens_inside(passage), "”" * ends_inside(passage)
        return Markup(f"<blockquote><p>{opening}{words(passage)}{closing}</p></blockquote>")  # noqa: S704 - escaped
    lines = (
        f'<p><span class="om">“</span>{_pieces(passage, line.pieces)}{CLOSING if line.closes else ""}</p>'
        for line in paragraphs(passage)
    )
    url = outside(passage["url"])
    cite = f' cite="{escape(url)}"' if url else ""
    return Markup(f"<blockquote{cite}>{''.join(lines)}</blockquote>")  # noqa: S704 - escaped


CLOSING = '<span class="cm">”</span>'


def variant(other: Mapping[str, Any], quote: Mapping[str, Any], here: str = "") -> Markup:
    """Another printing of a quote: the outlet, its words with what is worded otherwise marked, and how it differs."""
    passage, shown = other["passage"], " ".join(quote["passage"]["pieces"])
    reworded = other["variant"] == "reworded"
    said = " ".join(
        _pieces(passage, line.pieces, {piece: _marked(shown, piece.text) for piece in line.pieces} if reworded else {})
        for line in paragraphs(passage)
    )
    marks = ("“", "”") if quote["kind"] == "direct" else ("", "")
    return Markup(  # noqa: S704 - escaped
        f"<bdi>{escape(passage['outlet'])}</bdi>: {marks[0]}{said}{marks[1]} "
        f"<small>{escape(other['variant'])}</small>&nbsp;{number(passage, here)}"
    )


def _pieces(passage: Passage, pieces: tuple[Piece, ...], marked: Mapping[Piece, str] | None = None) -> str:
    printed = (marked or {}).get
    return "".join(
        (GAP if piece.after_gap else "")
        + _proven(passage["article"], piece.start, piece.end, printed(piece) or escape(piece.text))
        for piece in pieces
    )


def _marked(shown: str, other: str) -> str:
    return "".join(f"<ins>{escape(text)}</ins>" if new else escape(text) for text, new in changed_words(shown, other))


def _proven(article: str, start: int, end: int, content: str) -> str:
    return f'<span dir="auto" data-article="{escape(article)}" data-start="{start}" data-end="{end}">{content}</span>'
