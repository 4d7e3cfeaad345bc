"""RSS 0.9x, 1.0 (RDF) and 2.0, and its forerunner CDF: the tree as items, each in the format's own spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.names import RDF_ABOUT, XML_BASE, XML_LANG, short_name
from digest.ingest.xmltree import inner, words

CONTENT = ("content:encoded", "xhtml:body", "atom:content", "xhtml:div", "body", "fullitem")
SUMMARY = ("description", "abstract", "atom:summary", "dc:description", "itunes:summary", "media:description")
PUBLISHED = ("pubdate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:created", "dc:created")
UPDATED = ("atom:updated", "atom:modified", "dcterms:modified", "lastbuilddate")
AUTHORS = ("author", "dc:creator", "dc:author", "itunes:author", "atom:author", "managingeditor")


class Channel(NamedTuple):
    """What a feed says of itself."""

    title: str | None = None
    home: str | None = None
    self_url: str | None = None
    language: str | None = None
    ttl_minutes: int | None = None


def read_rss(root: etree._Element, base: str | None) -> tuple[Channel, Iterator[Item]]:
    """The channel and its items, of an ``rss`` or ``rdf:RDF`` tree. ``base`` is the feed's own address."""
    known: dict[str, str] = {}
    channel = next((child for child in root if short_name(child, known) == "channel"), root)
    fields = _fields(channel, known)
    home = _link(fields)
    language = _first(fields, "language", "dc:language") or channel.get(XML_LANG) or root.get(XML_LANG)
    ttl = _first(fields, "ttl")
    base = root.get(XML_BASE) or channel.get(XML_BASE) or base or home
    said = Channel(
        title=_first(fields, "title", "atom:title", "dc:title", "itunes:title"),
        home=home,
        self_url=_rel(fields, "self"),
        language=language,
        ttl_minutes=int(ttl) if ttl and ttl.isascii() and ttl.isdigit() and len(ttl) < 7 else None,
    )
    return said, _items(root, known, base, language)


def _items(root: etree._Element, known: dict[str, str], base: str | None, language: str | None) -> Iterator[Item]:
    for element in root.iter("{*}item", "{*}ITEM", "{*}Item"):
        if short_name(element, known) == "item":
            yield _item(element, known, element.get(XML_BASE) or base, element.get(XML_LANG) or language)


def _item(element: etree._Element, known: dict[str, str], base: str | None, language: str | None) -> Item:
    """One item. Where RSS and an extension say the same thing, RSS's own word counts."""
    fields = _fields(element, known)
    guid = fields.get("guid", [None])[0]
    guid_text = inner(guid).strip() if guid is not None else ""
    link = _link(fields)
    link = link or element.get("HREF")
    if not link and guid is not None and (guid.get("isPermaLink") or "true").strip().casefold() != "false":
        link = guid_text if guid_text[:4].casefold() == "http" else None
    return Item(
        guid=guid_text or element.get(RDF_ABOUT) or _first(fields, "dc:identifier", "atom:id"),
        link=link,
        base=base,
        title=_markup(fields, "title", "atom:title", "dc:title", "media:title", "itunes:title"),
        body=_markup(fields, *CONTENT),
        summary=_markup(fields, *SUMMARY),
        authors=_authors(fields),
        published=_last(fields, *PUBLISHED),
        updated=_last(fields, *UPDATED) or element.get("LASTMOD"),
        language=_first(fields, "dc:language", "language") or language,
        outlet=_first(fields, "source", "dc:source") if _named_source(fields) else None,
    )


Fields: TypeAlias = Mapping[str, list[etree._Element]]  # noqa: SLF001 - the only type lxml has for it


def _fields(element: etree._Element, known: dict[str, str]) -> Fields:
    """The children by short name, in document order."""
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        found.setdefault(short_name(child, known), []).append(child)
    return found


def _first(fields: Fields, *names: str) -> str | None:
    """The first text that is not empty under any of the names, in the order of the names."""
    for name in names:
        for element in fields.get(name, ()):
            text = words(element)
            if text:
                return text
    return None


def _last(fields: Fields, *names: str) -> str | None:
    """As ``_first``, but of several elements with one name the last one: dates are appended, not replaced."""
    for name in names:
        found = [text for element in fields.get(name, ()) if (text := words(element))]
        if found:
            return found[-1]
    return None


def _markup(fields: Fields, *names: str) -> str | None:
    """As ``_first``, with the markup of elements that were not escaped."""
    for name in names:
        for element in fields.get(name, ()):
            text = inner(element).strip()
            if text:
                return text
    return None


def _link(fields: Fields) -> str | None:
    """RSS's link, else the alternate link of Atom, else that of FeedBurner."""
    # Where an item has several, the last one counts, as in feedparser and gofeed.
    own = [text for element in fields.get("link", ()) if (text := words(element) or element.get("href"))]
    if own:
        return str(own[-1])
    return _first(fields, "feedburner:origlink") or _rel(fields, "alternate")


def _rel(fields: Fields, rel: str) -> str | None:
    """The address of Atom's link of one relation."""
    for element in fields.get("atom:link", ()):
        if (element.get("rel") or "alternate").strip().casefold() == rel and element.get("href"):
            return element.get("href")
    return None


def _authors(fields: Fields) -> tuple[str, ...]:
    """Authors under the first name that has any; Atom's are given by their name, else their address."""
    for name in AUTHORS:
        found = [_author(element) for element in fields.get(name, ())]
        kept = tuple(author for author in found if author)
        if kept:
            return kept
    return ()


def _author(element: etree._Element) -> str:
    parts = {short_name(child, {}).rpartition(":")[2]: words(child) for child in element}
    return parts.get("name") or parts.get("email") or words(element)


def _named_source(fields: Fields) -> bool:
    """Whether ``source`` names where an aggregator has the item from, as RSS means it: by name and address."""
    return any(element.get("url") and words(element) for element in fields.get("source", ()))
