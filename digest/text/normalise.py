"""Characters in order: NFC, no invisible or control characters, one kind of space, paragraphs parted by one blank line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

INVISIBLE = re.compile(
    # C0 and C1 controls but tab and newline, soft hyphen, zero-width space, marks and isolates of direction
    # (they can make a text read backwards), word joiner, byte order mark, interlinear marks and noncharacters.
    # Joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are spelled with them.
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
UNUSUAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u0300-\u036f\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069"
    "\u3000\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\t]"
)
"""One look that spares most texts the passes below."""
SURROGATE = re.compile("[\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
BLANKS = re.compile(" {2,}")
LONGEST_WRAPPED_CHARS = 120
"""Characters of a line wrapped by hand or by an editor at most (range 80 to 200; mail has 78, wide editors 100 to 120)."""
BLANK_LINES = re.compile(r"\n[ \n]*\n")


def clean(text: str) -> str:
    r"""``text`` in NFC with plain spaces and newlines and nothing invisible; lone surrogates become U+FFFD.

    >>> clean("Cafe\u0301\u00a0noir\u202e\x00")
    'Café noir'
    """
    if not UNUSUAL.search(text):
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    text = LINE_ENDS.sub("\n", text)
    text = SPACES.sub(" ", text)
    text = INVISIBLE.sub("", SURROGATE.sub("\ufffd", text))
    # Composing can bring two halves together only after what stood between them is gone, so NFC comes last.
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    r"""``text`` cleaned, every run of white space one blank, none at the ends.

    >>> one_line("  Dam \n\n audit ")
    'Dam audit'
    """
    return " ".join(clean(text).split())


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    r"""One text from paragraphs: each cleaned and on one line, empty ones dropped, a blank line between two.

    >>> join_paragraphs(["One.", " ", "Two\nlines."])
    'One.\n\nTwo lines.'
    """
    return "\n\n".join(line for line in map(one_line, paragraphs) if line)


def plain_paragraphs(text: str) -> tuple[str, ...]:
    r"""The paragraphs of a plain text: parted by blank lines, hard line breaks inside one undone.

    Where no line is blank and one is longer than anybody wraps by hand, every line is a paragraph.

    >>> plain_paragraphs("One.\r\n\r\nTwo\nlines.")
    ('One.', 'Two lines.')
    """
    text = clean(text)
    pieces = BLANK_LINES.split(text)
    if len(pieces) == 1 and any(len(line) > LONGEST_WRAPPED_CHARS for line in text.split("\n")):
        pieces = text.split("\n")
    return tuple(line for line in (" ".join(piece.split()) for piece in pieces) if line)


def fold(text: str) -> str:
    """``text`` reduced to letters and digits in lower case, for telling whether two names or headlines are the same.

    >>> fold("Harbour-Post: ‘News’")
    'harbour post news'
    """
    kept = "".join(sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFKC", text).casefold())
    return " ".join(kept.split())
