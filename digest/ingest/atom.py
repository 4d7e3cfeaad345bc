"""Atom 0.3 and 1.0: the tree as items, each in the format's own spelling."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.links import web_link
from digest.ingest.names import XML_BASE, XML_LANG
from digest.ingest.rss import Channel
from digest.ingest.xmltree import inner, local, words

NO_PAGE = frozenset({"self", "enclosure", "edit", "replies", "hub"})
MEDIA_DESCRIPTION = "{http://search.yahoo.com/mrss/}description"
BINARY_TYPES = ("image/", "audio/", "video/", "font/", "application/octet", "application/pdf", "application/zip")
PLAIN_TYPES = frozenset({"text", "text/plain", "plain"})
Children: TypeAlias = Mapping[str, list[etree._Element]]  # noqa: SLF001 - the only type lxml has for it


def read_atom(root: etree._Element, base: str | None) -> tuple[Channel, Iterator[Item]]:
    """The feed and its entries, of a ``feed`` tree or one lone ``entry``. ``base`` is the feed's own address."""
    base = _join(base, root.get(XML_BASE))
    own = _children(root)
    home, self_url = _link(own.get("link", ()), "alternate"), _link(own.get("link", ()), "self")
    said = Channel(
        title=_construct(_only(own, "title"))[0],
        home=web_link(home, base) or home,
        self_url=web_link(self_url, base),
        language=root.get(XML_LANG),
    )
    authors = () if local(root.tag) == "entry" else _authors(own)
    return said, _entries(root, base or self_url or home, root.get(XML_LANG), authors)


def _entries(root: etree._Element, base: str | None, language: str | None, authors: tuple[str, ...]) -> Iterator[Item]:
    if local(root.tag) == "entry":
        yield _entry(root, base, language, authors)
        return
    for element in root.iter("{*}entry"):
        yield _entry(element, base, language, authors)


def _entry(element: etree._Element, base: str | None, language: str | None, feed_authors: tuple[str, ...]) -> Item:
    own = _children(element)
    base = _join(base, element.get(XML_BASE))
    title, title_plain = _construct(_only(own, "title"))
    content = _only(own, "content")
    body, body_plain = _construct(content)
    summary, summary_plain = _construct(_only(own, "summary"))
    if summary is None and body is None:
        summary, summary_plain = words(next(element.iter(MEDIA_DESCRIPTION), None)) or None, True
    origin = _only(own, "source")
    origin_own = _children(origin) if origin is not None else {}
    links = own.get("link", [])
    return Item(
        guid=words(_only(own, "id")) or None,
        link=_link(links, "alternate") or _own_page(own),
        base=_join(base, next((link.get(XML_BASE) for link in links if link.get(XML_BASE)), None)),
        title=title,
        title_plain=title_plain,
        body=body,
        body_plain=body_plain,
        summary=summary,
        summary_plain=summary_plain,
        authors=_authors(own) or _authors(origin_own) or feed_authors,
        published=_date(own, "published", "issued", "created"),
        updated=_date(own, "updated", "modified"),
        language=(content.get(XML_LANG) if content is not None else None) or element.get(XML_LANG) or language,
        outlet=_construct(_only(origin_own, "title"))[0],
    )


def _children(element: etree._Element) -> Children:
    """The children in the element's own namespace by name, in document order; an extension's namesakes do not count."""
    space = str(element.tag).rpartition("}")[0]
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            at, _, name = tag.rpartition("}")
            if at == space:
                found.setdefault(name, []).append(child)
    return found


def _only(children: Children, name: str) -> etree._Element | None:
    found = children.get(name)
    return found[0] if found else None


def _date(children: Children, *names: str) -> str | None:
    """The last of the elements under the first name that has a text: dates are appended, not replaced."""
    for name in names:
        texts = [text for child in children.get(name, ()) if (text := words(child))]
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
    # Many feeds escape markup and forget to say so: text with a closing tag in it is markup.
    return value or None, kind in PLAIN_TYPES and mode in ("", "xml") and "</" not in value


def _base64(value: str) -> str | None:
    """Text written in base64, None where it is no UTF-8 text."""
    try:
        text = base64.b64decode("".join(value.split()), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return text if text.isprintable() or "\n" in text else None


def _link(links: Sequence[etree._Element], rel: str) -> str | None:
    """The address of the link of one relation; an HTML one before others."""
    found = [link for link in links if (link.get("rel") or "alternate").strip().casefold() == rel and link.get("href")]
    html = [link for link in found if (link.get("type") or "text/html").startswith(("text/html", "application/xhtml"))]
    return str((html or found)[0].get("href")) if found else None


def _own_page(children: Children) -> str | None:
    """An entry's page where it names no alternate: its id where that is an address, else the first link to a page there is."""
    named = words(_only(children, "id"))
    if named[:4].casefold() == "http":
        return named
    for link in children.get("link", ()):
        if (link.get("rel") or "").casefold() not in NO_PAGE:
            return link.get("href") or words(link) or None
    return None


def _join(base: str | None, inner_base: str | None) -> str | None:
    return (web_link(inner_base, base) or base) if inner_base else base


def _authors(children: Children) -> tuple[str, ...]:
    """Names of the authors, else their mailboxes, else what stands in the element."""
    names = []
    for author in children.get("author", ()):
        parts = {local(part.tag): words(part) for part in author}
        names.append(parts.get("name") or parts.get("email") or words(author))
    return tuple(name for name in names if name)
