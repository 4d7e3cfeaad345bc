"""JSON Lines of articles: one object a line, names as Digest exports them and as other tools commonly have them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from digest.ingest.adapt import Item
from digest.ingest.jsonfeed import text_of
from digest.languages.furniture import TEASER_END

NAMES: Mapping[str, tuple[str, ...]] = {
    "guid": ("id", "guid", "uri"),
    "link": ("url", "link", "canonicalurl", "weburl"),
    "title": ("title", "headline"),
    "body": ("text", "body", "content", "article", "maintext"),
    "summary": ("summary", "description"),
    "published": ("date", "published", "publishedat", "datepublished", "pubdate", "publicationdate"),
    "updated": ("updated", "updatedat", "datemodified"),
    "outlet": ("outlet", "publisher", "source", "sourcename", "site"),
    "author": ("author", "byline", "authors"),
    "language": ("lang", "language"),
    "status": ("status", "pubstatus"),
    "embargo": ("embargo", "embargoed"),
    "version": ("version",),
    "agency": ("agency",),
    "dateline": ("dateline",),
}
"""Fields and the keys they are looked for under, in order, however capitals and underscores part their words."""
DIGITS_OF_A_NUMBER = 20
"""JSON numbers with more digits are kept as text (range 16 to 300): no identifier is longer, and reading them takes quadratic time."""


def load_json(text: str) -> Any:
    """The value of a JSON text. Raises ``ValueError`` or ``RecursionError`` where it is none or nested too deep."""
    return json.loads(text, parse_int=_number)


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= DIGITS_OF_A_NUMBER else digits


def read_lines(text: str) -> Iterator[tuple[int, Item | None]]:
    """Number (from 1) and item of every line that is not empty; None for a line that is no article."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                value = load_json(line)
            except (ValueError, RecursionError):
                value = None
            yield number, article(value) if isinstance(value, Mapping) else None


def article(fields: Mapping[str, Any]) -> Item | None:
    """The item of one object; None where it has no text, nor a headline with an address or a date."""
    lowered = {str(key).casefold().replace("_", ""): value for key, value in reversed(list(fields.items()))}
    flaws = _no_words(lowered)
    found = {name: _field(lowered, keys) for name, keys in NAMES.items()}
    if not (found["body"] or found["summary"] or (found["title"] and (found["link"] or found["published"]))):
        return None
    return Item(
        guid=found["guid"],
        link=found["link"],
        title=found["title"],
        title_plain=True,
        body=found["body"],
        # Some exports keep the markup of the page; a closing tag tells.
        body_plain="</" not in (found["body"] or ""),
        summary=found["summary"],
        summary_plain="</" not in (found["summary"] or ""),
        authors=(found["author"],) if found["author"] else (),
        published=found["published"],
        updated=found["updated"],
        language=found["language"],
        outlet=found["outlet"],
        status=found["status"],
        embargo=found["embargo"],
        version=found["version"],
        agency=found["agency"],
        dateline=found["dateline"],
        whole=True if found["body"] and not TEASER_END.search(found["body"][-40:]) else None,
        flaws=flaws,
    )


def _no_words(fields: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Takes numbers out of ``fields`` where the words of an article are due, and says so: 5 is no text."""
    wrong = [key for name in ("body", "summary") for key in NAMES[name] if isinstance(fields.get(key), int | float)]
    for key in wrong:
        del fields[key]
    return tuple(
        (
            "no-text",
            f"`{key}` is no text but a number, true or false; it was left out.",
            "Write the article's words there, in quotation marks.",
        )
        for key in wrong
    )


def wrapped_articles(document: Mapping[str, Any]) -> list[Any]:
    """The articles inside an object that is none itself, as interfaces of news services answer; the object alone where there are none.

    >>> wrapped_articles({"status": "ok", "articles": [{"title": "Dam", "text": "It holds."}]})
    [{'title': 'Dam', 'text': 'It holds.'}]
    """
    if article(document) is None:
        for value in document.values():
            if isinstance(value, list) and any(isinstance(row, Mapping) and article(row) for row in value):
                return value
    return [document]


def _field(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, list):
            value = ", ".join(filter(None, map(text_of, value)))
        elif isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        text = text_of(value)
        if text and text.strip():
            return text
    return None
