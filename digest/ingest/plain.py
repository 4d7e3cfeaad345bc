"""Plain text with any or no header: ``date 2026-03-04`` before the text, or lines like ``title: …``, then the text.

The header may be that of a mail, or stand between lines of hyphens as static site builders have it; names nobody knows are passed over.
"""

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
        "subject": "title",
        "outlet": "outlet",
        "publisher": "outlet",
        "source": "outlet",
        "url": "link",
        "link": "link",
        "date": "published",
        "published": "published",
        "pubdate": "published",
        "updated": "updated",
        "author": "author",
        "from": "author",
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
SHORTEST_DATE_CHARS = 8
"""A first line that is a date has at least these (range 8 to 10): "2026" is a headline."""
_HEADER = re.compile(r"[ \t]*([A-Za-z][A-Za-z_-]{1,24})[ \t]*:[ \t]*((?!//)\S.*)?")
_QUOTED = re.compile(r"\"([^\"]+)\"|'([^']+)'")
_FENCE = re.compile(r"-{3,}[ \t]*")
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
    """The header's fields and the text after it."""
    inline = _DATE_FIRST.match(text)
    fields: dict[str, str] = {}
    if inline and parse_date(inline.group(1)):
        fields["published"] = inline.group(1)
        text = text[inline.end() :]
    lines = text.strip("\n").split("\n")
    fenced = _FENCE.fullmatch(lines[0]) is not None
    said, taken = _lines_of_header(lines[fenced:])
    taken += fenced
    if fenced and not (taken < len(lines) and _FENCE.fullmatch(lines[taken])):
        return fields, text.strip()
    if not said and len(lines[0]) >= SHORTEST_DATE_CHARS and parse_date(lines[0]):
        said, taken = {"published": lines[0].strip()}, 1
    return said | fields, "\n".join(lines[taken + fenced :]).strip()


def _lines_of_header(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields of the lines that are a header, and how many those are.

    It ends where a line is no ``name: value``. A name nobody knows belongs to it where the whole block, up to a blank line or
    a fence, is made of such lines and one of them is known; else it begins the text.
    """
    found = [_HEADER.fullmatch(line) for line in lines]
    block = next((number for number, line in enumerate(found) if line is None), len(found))
    keys = [KEYS.get(line.group(1).casefold()) if line else None for line in found[:block]]
    ends = block == len(lines) or not lines[block].strip() or _FENCE.fullmatch(lines[block])
    if not ends or not any(keys):
        block = next((number for number, key in enumerate(keys) if key is None), block)
    fields: dict[str, str] = {}
    for line, key in zip(found[:block], keys, strict=False):
        if line and key and line.group(2):
            fields.setdefault(key, _unquoted(line.group(2).strip()))
    return fields, block


def _unquoted(value: str) -> str:
    """A value without the quotation marks around it, as YAML has them; marks that stand inside as well are its own."""
    found = _QUOTED.fullmatch(value)
    return (found.group(1) or found.group(2)) if found else value


def _first_line(text: str) -> tuple[str | None, str]:
    """A headline that stands alone above the text, and the text below it."""
    paragraphs = plain_paragraphs(text)
    if len(paragraphs) < 2:
        return None, text
    first = paragraphs[0]
    alone = (
        len(first) <= LONGEST_HEADLINE_LINE_CHARS and first[-1] not in '.!:;,"”’…' and len(paragraphs[1]) > len(first)
    )
    if not alone or not any(map(str.isalpha, first)) or re.match(r"by\s|\(|\[|https?:", first, re.IGNORECASE):
        return None, text
    return first, "\n\n".join(paragraphs[1:])
