"""Mails and the single files that browsers save pages as: MIME documents, and the one part of them that holds the article.

RFC 2045, RFC 2557 (MHTML). A mail's text comes before its HTML, which is laid out for mail programs; of a saved page there is only HTML.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage, Message

MOST_PARTS = 40
"""Parts in parts that a document may announce (range 10 to 200): parsing takes time by lines and depth; a page's pictures are no multiparts."""
MOST_BOUNDARIES = 5_000
"""Lines that may part a document (range 500 to 50,000): each makes an object; a page with 300 pictures has 301."""
MOST_STEPS = 2_000_000
"""Lines times parts in parts (range 500,000 to 5 million; 15 MiB of pictures in a saved page are 400,000, the limit takes 2 s)."""
LOOK_BYTES = 8192
"""Bytes in which the header must show itself (range 2 kB to 64 kB)."""
_HEADER = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){2,200}\r?\n"
)
_TELLING = re.compile(rb"^MIME-Version:[ \t]*1\.0|^Content-Type:[ \t]*multipart/", re.IGNORECASE | re.MULTILINE)
_NESTING = re.compile(rb"^Content-Type:[ \t]*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
KEPT = {"subject": "title", "date": "date", "from": "author"}
"""Fields of a mail that tell of its text, and what a plain text calls them."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part with the article: its bytes, its media type with the character set, and the address the page was saved from."""

    data: bytes
    content_type: str
    url: str | None


def is_mime(data: bytes) -> bool:
    r"""Whether a document is a mail or a saved page in MIME.

    >>> is_mime(b"Subject: Dam\r\nMIME-Version: 1.0\r\n\r\nIt holds.")
    True
    """
    head = _HEADER.match(data.lstrip()[:LOOK_BYTES])
    return head is not None and _TELLING.search(head.group()) is not None


def article_part(data: bytes) -> Part | None:
    """The part of a MIME document that holds its article; None where none does, or it is made to be taken apart for ever."""
    if _is_endless(data):
        return None
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return None  # the standard library's parser raises all of these on headers that cannot be
    saved = message.get("Snapshot-Content-Location") is not None or _type(message) == "multipart/related"
    for kind in ("text/html", "text/plain") if saved else ("text/plain", "text/html"):
        for part in parts:
            if _type(part) == kind and "attachment" not in str(part.get("Content-Disposition", "")).casefold():
                return _part(part, message, kind)
    return None


def _is_endless(data: bytes) -> bool:
    """Whether taking a document apart costs more than any real one does: each line is held against every part it is in."""
    depth = 1 + len(_NESTING.findall(data))
    return depth > MOST_PARTS or data.count(b"\n--") > MOST_BOUNDARIES or depth * data.count(b"\n") > MOST_STEPS


def _type(part: Message) -> str:
    try:
        return part.get_content_type()
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return ""


def _part(part: Message, message: EmailMessage | Message, kind: str) -> Part:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset") or "utf-8"
    if kind == "text/plain":
        data = _header(message).encode() + data.decode(_codec(str(charset)), "replace").encode()
        charset = "utf-8"
    where = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    return Part(data, f"{kind}; charset={charset}", str(where).strip() if where else None)


def _codec(charset: str) -> str:
    try:
        "".encode(charset)
    except (LookupError, ValueError):
        return "utf-8"
    return charset


def _header(message: Message) -> str:
    """A mail's header as the lines that a plain text may begin with."""
    lines = [f"{ours}: {' '.join(str(message[name]).split())}" for name, ours in KEPT.items() if message.get(name)]
    return "\n".join([*lines, "", ""])
