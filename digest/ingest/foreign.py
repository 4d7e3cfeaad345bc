"""Files that hold no text Digest reads: what they are, told from their first bytes, and what their owner can do."""

from __future__ import annotations

import re

from digest.incoming import Problem, Source
from digest.ingest.reading import problem

_COPY = (
    "Open it, copy the text, and save that as a text file; its first lines may be `title: …`, `outlet: …`, `date: …`."
)
_UNPACK = "Unpack it and put what is inside here; of compressed files Digest reads gzip."
_PAGE = "Save the page again as “HTML only” or “Page source”, or put its address into a text file."
_PICTURE = "Remove it: Digest reads texts."
SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _COPY),
    (b"{\\rtf", "a text with formatting (RTF)", _COPY),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an office program", _COPY),
    (b"bplist00", "a web archive or shortcut of Apple's", _PAGE),
    (b"\x89PNG", "a picture", _PICTURE),
    (b"\xff\xd8\xff", "a picture", _PICTURE),
    (b"GIF8", "a picture", _PICTURE),
    (b"RIFF", "a picture or a recording", _PICTURE),
    (b"ID3", "a recording", _PICTURE),
    (b"BZh", "a compressed file (bzip2)", _UNPACK),
    (b"\xfd7zXZ\x00", "a compressed file (xz)", _UNPACK),
    (b"(\xb5/\xfd", "a compressed file (zstd)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", _UNPACK),
    (b"Rar!", "an archive (RAR)", _UNPACK),
    (b"SQLite format 3", "a database", "Remove it."),
)
"""First bytes, what they begin, and the remedy."""
OFFICE = (b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis")
"""What an office document names inside its zip archive."""
LOOK_BYTES = 65_536
"""Bytes of a zip archive looked through for the names of its files (range 4 kB to 1 MB)."""

_COLUMN = r"\"?(?:id|guid|title|headline|url|link|date|published|text|body|summary|author|source|outlet)\"?"
_TABLE = re.compile(
    rf"\s{{0,20}}{_COLUMN}(?:[,;\t]\"?\w{{1,30}}\"?){{0,9}}[,;\t]{_COLUMN}\s{{0,3}}[,;\t\r\n]", re.IGNORECASE
)


def is_table(text: str) -> bool:
    r"""Whether a text is a table with articles as its rows: at least two columns are named as an article's parts.

    >>> is_table("date;title;url\n2026-03-04;Dam holds;https://harbour.example/dam\n")
    True
    """
    return _TABLE.match(text) is not None


def foreign(data: bytes, source: Source) -> Problem:
    """What to say of a file whose ``data``, unpacked, are no text in any known format."""
    name, remedy = _what(data)
    return problem(source, "unknown-format", f"This is {name}.", remedy)


def _what(data: bytes) -> tuple[str, str]:
    """What the data are, and the remedy."""
    if data.startswith(b"PK\x03\x04"):
        head = data[:LOOK_BYTES]
        return (
            ("a document of an office program", _COPY)
            if any(n in head for n in OFFICE)
            else ("an archive (zip)", _UNPACK)
        )
    found = next((sign for sign in SIGNS if data.startswith(sign[0])), None)
    if found:
        return found[1:]
    if is_table(data[:LOOK_BYTES].decode("latin-1")):
        return "a table", "Give it as JSON Lines: one article a line, with `title`, `text`, `date` and `url`."
    return "no text in any format that Digest reads", "Remove it, or save it as text or HTML."
