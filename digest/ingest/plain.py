"""Plain text with any or no header: ``date 2026-03-04`` before the text, or lines like ``title: …``, then the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from digest.ingest.adapt import Item
from digest.ingest.dates import parse_date
from digest.text.normalise import clean, plain_paragraphs

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "headline": "title",
        "outlet": "outlet",
        "publisher": "outlet",
        "source": "outlet",
        "url": "link",
        "link": "link",
        "date": "published",
        "published": "published",
        "updated": "updated",
        "author": "author",
        "byline": "author",
        "by": "author",
        "language": "language",
        "lang": "language",
        "id": "guid",
        "guid": "guid",
        "agency": "agency",
        "dateline": "dateline",
        "status": "status",
        "embargo": "embargo",
        "version": "version",
    }
)
"""Names a header line may have, and what they mean."""
LONGEST_HEADLINE_LINE_CHARS = 150
"""A first line without a full stop, standing alone and at most this long, is the headline (range 80 to 250)."""
_HEADER = re.compile(r"[ \t]*([A-Za-z]{2,9})[ \t]*:[ \t]*(\S.*)?")
_DATE_FIRST = re.compile(
    r"\s*date:?\s+(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)(?=\s|$)",
    re.IGNORECASE,
)


def read_plain(text: str) -> Item:
    r"""The one item of a plain text.

    >>> read_plain(" date 2026-03-04 The dam holds.").published
    '2026-03-04'
    >>> item = read_plain("title: Dam audit\noutlet: Harbour Post\n\nThe dam holds.")
    >>> item.title, item.outlet, item.body
    ('Dam audit', 'Harbour Post', 'The dam holds.')
    """
    text = clean(text)
    fields, rest = _header(text)
    title = fields.get("title")
    if title is None:
        title, rest = _first_line(rest)
    return Item(
        guid=fields.get("guid"),
        link=fields.get("link"),
        title=title,
        title_plain=True,
        body=rest,
        body_plain=True,
        authors=(fields["author"],) if "author" in fields else (),
        published=fields.get("published"),
        updated=fields.get("updated"),
        language=fields.get("language"),
        outlet=fields.get("outlet"),
        dateline=fields.get("dateline"),
        agency=fields.get("agency"),
        status=fields.get("status"),
        embargo=fields.get("embargo"),
        version=fields.get("version"),
        whole=True,
    )


def _header(text: str) -> tuple[Mapping[str, str], str]:
    """The header's fields and the text after it. Lines that are no header end it."""
    fields: dict[str, str] = {}
    rest = text
    inline = _DATE_FIRST.match(rest)
    if inline and parse_date(inline.group(1)):
        fields["published"] = inline.group(1)
        rest = rest[inline.end() :]
    lines = rest.lstrip("\n").split("\n")
    taken = 0
    for line in lines:
        found = _HEADER.fullmatch(line)
        key = KEYS.get(found.group(1).casefold()) if found else None
        if not found or key is None:
            break
        taken += 1
        if found.group(2):
            fields.setdefault(key, found.group(2).strip())
    return fields, "\n".join(lines[taken:]).strip()


def _first_line(text: str) -> tuple[str | None, str]:
    """A headline that stands alone above the text, and the text below it."""
    paragraphs = plain_paragraphs(text)
    if len(paragraphs) < 2:
        return None, text
    first = paragraphs[0]
    alone = (
        len(first) <= LONGEST_HEADLINE_LINE_CHARS and first[-1] not in '.!:;,"”’…' and len(paragraphs[1]) > len(first)
    )
    if not alone or re.match(r"by\s|\(|\[|https?:", first, re.IGNORECASE):
        return None, text
    return first, "\n\n".join(paragraphs[1:])
