"""Atom 0.3 and 1.0: the tree as items, each in the format's own spelling."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.links import web_link
from digest.ingest.names import XML_BASE, XML_LANG
from digest.ingest.rss import Channel
from digest.ingest.xmltree import inner, local, words

BINARY_TYPES = ("image/", "audio/", "video/", "font/", "application/octet", "application/pdf", "application/zip")
PLAIN_TYPES = frozenset({"text", "text/plain", "plain"})


def read_atom(root: etree._Element, base: str | None) -> tuple[Channel, Iterator[Item]]:
    """The feed and its entries, of a ``feed`` tree or one lone ``entry``. ``base`` is the feed's own address."""
    base = _join(base, root.get(XML_BASE))
    home, self_url = _link(root, "alternate"), _link(root, "self")
    title = _child(root, "title")
    said = Channel(
        title=_construct(title)[0] if title is not None else None,
        home=web_link(home, base) or home,
        self_url=web_link(self_url, base),
        language=root.get(XML_LANG),
    )
    authors = () if local(root.tag) == "entry" else _authors(root)
    return said, _entries(root, base or self_url or home, root.get(XML_LANG), authors)


def _entries(root: etree._Element, base: str | None, language: str | None, authors: tuple[str, ...]) -> Iterator[Item]:
    if local(root.tag) == "entry":
        yield _entry(root, base, language, authors)
        return
    for element in root.iter("{*}entry"):
        yield _entry(element, base, language, authors)


def _entry(element: etree._Element, base: str | None, language: str | None, feed_authors: tuple[str, ...]) -> Item:
    base = _join(base, element.get(XML_BASE))
    title, title_plain = _construct(_child(element, "title"))
    content = _child(element, "content")
    body, body_plain = _construct(content)
    summary, summary_plain = _construct(_child(element, "summary"))
    origin = _child(element, "source")
    origin_title = _construct(_child(origin, "title"))[0] if origin is not None else None
    return Item(
        guid=words(_child(element, "id")) or None,
        link=_link(element, "alternate") or _own_page(element),
        base=_join(base, _link_base(element)),
        title=title,
        title_plain=title_plain,
        body=body,
        body_plain=body_plain,
        summary=summary,
        summary_plain=summary_plain,
        authors=_authors(element) or (_authors(origin) if origin is not None else ()) or feed_authors,
        published=_text(element, "published", "issued", "created"),
        updated=_text(element, "updated", "modified"),
        language=(content.get(XML_LANG) if content is not None else None) or element.get(XML_LANG) or language,
        outlet=origin_title,
    )


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of Atom's own namespace (or none) with this name; an extension's namesake does not count."""
    if element is None:
        return None
    space = str(element.tag).rpartition("}")[0]
    for child in element:
        if local(child.tag) == name and str(child.tag).rpartition("}")[0] == space:
            return child
    return None


def _text(element: etree._Element, *names: str) -> str | None:
    """The text of the last child with the first of the names that has one: a date is appended, not replaced."""
    space = str(element.tag).rpartition("}")[0]
    for name in names:
        found = [child for child in element if local(child.tag) == name and str(child.tag).rpartition("}")[0] == space]
        texts = [text for child in found if (text := words(child))]
        if texts:
            return texts[-1]
    return None


def _construct(element: etree._Element | None) -> tuple[str | None, bool]:
    """A text construct as ``(value, plain)``: HTML unless plain, whatever of type, mode and base64 it was written in.

    Content that is neither text nor markup (an image, say, or XML of another kind) has no value.
    """
    if element is None:
        return None, False
    kind = (element.get("type") or "text").strip().casefold()
    mode = (element.get("mode") or "").strip().casefold()
    if len(element):
        return inner(element).strip() or None, False
    value = (element.text or "").strip()
    if mode == "base64" or (
        value and "/" in kind and not kind.startswith("text/") and not kind.endswith(("xml", "html"))
    ):
        decoded = _base64(value)
        if decoded is not None or mode == "base64":
            return decoded, decoded is not None and kind in PLAIN_TYPES
        return (None, False) if kind.startswith(BINARY_TYPES) else (value, True)
    plain = kind in PLAIN_TYPES and mode in ("", "xml")
    # Many feeds escape markup and forget to say so: text with a closing tag in it is markup.
    if plain and "</" in value:
        plain = False
    return value or None, plain


def _base64(value: str) -> str | None:
    """Text written in base64, None where it is no UTF-8 text."""
    try:
        text = base64.b64decode("".join(value.split()), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return text if text.isprintable() or "\n" in text else None


def _link(element: etree._Element, rel: str) -> str | None:
    """The address of the link of one relation; an HTML one before others."""
    found = [
        child
        for child in element
        if local(child.tag) == "link"
        and (child.get("rel") or "alternate").strip().casefold() == rel
        and child.get("href")
    ]
    html = [link for link in found if (link.get("type") or "text/html").startswith(("text/html", "application/xhtml"))]
    return str((html or found)[0].get("href")) if found else None


def _link_base(element: etree._Element) -> str | None:
    for child in element:
        if local(child.tag) == "link" and child.get(XML_BASE):
            return child.get(XML_BASE)
    return None


def _own_page(element: etree._Element) -> str | None:
    """An entry's page where it names no alternate: its id where that is an address, else the first link there is."""
    named = words(_child(element, "id"))
    if named[:4].casefold() == "http":
        return named
    for child in element:
        if local(child.tag) == "link" and (child.get("rel") or "").casefold() not in (
            "self",
            "enclosure",
            "edit",
            "replies",
            "hub",
        ):
            return child.get("href") or words(child) or None
    return None


def _join(base: str | None, inner_base: str | None) -> str | None:
    return (web_link(inner_base, base) or base) if inner_base else base


def _authors(element: etree._Element) -> tuple[str, ...]:
    """Names of the authors, else their mailboxes, else what stands in the element."""
    names = []
    for child in element:
        if local(child.tag) == "author":
            parts = {local(part.tag): words(part) for part in child}
            names.append(parts.get("name") or parts.get("email") or words(child))
        elif local(child.tag) == "creator" and not names:
            names.append(words(child))
    return tuple(name for name in names if name)
