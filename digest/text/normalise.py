"""Characters in order: NFC, no invisible or control characters, one kind of space, paragraphs parted by one blank line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

UNUSUAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u0300-\u036f\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069"
    "\u3000\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\t]"
)
"""One look that spares most texts the passes below."""
SURROGATE = re.compile("[\ud800-\udfff]")
LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
INVISIBLE = (
    (0x00, 0x08),  # controls but tab and line ends
    (0x0E, 0x1F),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),  # soft hyphen
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),  # marks and isolates of direction: they can make a text read backwards
    (0x202A, 0x202E),
    (0x2060, 0x2069),  # word joiner and invisible operators
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF9, 0xFFFB),  # interlinear marks
    (0xFFFE, 0xFFFF),  # no characters
)
"""First and last code points of what goes. Joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are spelled with them."""
_WRITTEN = {
    **dict.fromkeys(LINE_ENDS, "\n"),
    **dict.fromkeys(SPACES, " "),
    **{chr(code): "" for first, last in INVISIBLE for code in range(first, last + 1)},
}
LONGEST_WRAPPED_CHARS = 120
"""Characters of a line wrapped by hand or by an editor at most (range 80 to 200; mail has 78, wide editors 100 to 120)."""
BLANK_LINES = re.compile(r"\n[ \n]*\n")


def clean(text: str) -> str:
    r"""``text`` in NFC with plain spaces and newlines and nothing invisible; lone surrogates become U+FFFD.

    >>> clean("Cafe\u0301\u00a0noir\u202e\x00")
    'Café noir'
    """
    odd = set(UNUSUAL.findall(text))
    if not odd and text.isascii():
        return text
    if "\r" in odd:
        text = text.replace("\r\n", "\n")
    # A text holds few kinds of such signs, and one sign is replaced ten times as fast as a class of signs.
    for sign in odd & _WRITTEN.keys():
        text = text.replace(sign, _WRITTEN[sign])
    if any(map(SURROGATE.match, odd)):
        text = SURROGATE.sub("\ufffd", text)
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
