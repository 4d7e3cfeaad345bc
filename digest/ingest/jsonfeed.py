"""JSON Feed 1.0 and 1.1: the document as items, each in the format's own spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest.ingest.adapt import Item
from digest.ingest.rss import Channel


def read_json_feed(document: Mapping[str, Any], base: str | None) -> tuple[Channel, Iterator[Item | None]]:
    """The feed and its items; None stands for an item that is no object."""
    home, self_url = text_of(document.get("home_page_url")), text_of(document.get("feed_url"))
    said = Channel(text_of(document.get("title")), home, self_url, text_of(document.get("language")))
    items = document.get("items")
    authors = _authors(document)
    return said, (
        _item(item, base or self_url or home, said.language, authors) if isinstance(item, Mapping) else None
        for item in (items if isinstance(items, list) else ())
    )


def text_of(value: object) -> str | None:
    """A JSON value where a text is due: strings, and numbers as JSON writes them; None for anything else.

    >>> text_of(7), text_of(True), text_of(["x"])
    ('7', None, None)
    """
    if isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)[:64]
    return None


def _item(item: Mapping[str, Any], base: str | None, language: str | None, authors: tuple[str, ...]) -> Item:
    markup, plain = text_of(item.get("content_html")), text_of(item.get("content_text"))
    return Item(
        guid=text_of(item.get("id")),
        link=text_of(item.get("url")) or text_of(item.get("external_url")) or _address(item.get("id")),
        base=base,
        title=text_of(item.get("title")),
        body=markup or plain,
        body_plain=not markup,
        summary=text_of(item.get("summary")),
        summary_plain=True,
        authors=_authors(item) or authors,
        published=text_of(item.get("date_published")),
        updated=text_of(item.get("date_modified")),
        language=text_of(item.get("language")) or language,
    )


def _address(value: object) -> str | None:
    return value if isinstance(value, str) and value[:4].casefold() == "http" else None


def _authors(holder: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of 1.1's ``authors``, else of 1.0's ``author``."""
    listed = holder.get("authors")
    people = [*(listed if isinstance(listed, list) else ()), holder.get("author")]
    names = (text_of(person.get("name")) for person in people if isinstance(person, Mapping))
    return tuple(dict.fromkeys(name for name in names if name))
