"""OPML, the list of subscriptions that every feed reader imports and exports: read from any reader, written for any."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from digest.incoming import Source
from digest.ingest.adapt import language_code
from digest.ingest.links import host_of
from digest.ingest.xmltree import ILLEGAL, local
from digest.text.normalise import one_line

NAME = ("title", "text")
DEEPEST_OUTLINE = 100
"""Outlines nested deeper are not read (range 10 to 1,000; readers write two levels)."""

LONGEST_OUTLINE_CHARS = 10_000
"""Characters of one damaged outline looked at (range 2,000 to 100,000; the longest description in 35 real lists has 1,100)."""
_OUTLINE = re.compile(r"<(/?)outline\b", re.IGNORECASE)
_ENDS = r"(?=\s+[A-Za-z][\w:]*\s*=\s*[\"']|\s*/?>(?:\s|$))"
_ATTRIBUTE = re.compile(rf"\s([A-Za-z][\w]{{0,40}})\s*=\s*(?:\"(.{{0,4000}}?)\"|'(.{{0,4000}}?)'){_ENDS}", re.DOTALL)


def read_opml(root: etree._Element, path: str) -> Iterator[Source]:
    """The sources of an OPML tree, folders and categories as topics, in document order. The address is as written and not yet judged.

    Outlines without an address are folders; ``include`` outlines point to other lists and are not followed.
    """
    body = next((child for child in root if local(child.tag) == "body"), root)
    stack: list[tuple[etree._Element, tuple[str, ...]]] = [(child, ()) for child in reversed(body)]
    while stack:
        outline, folders = stack.pop()
        if local(outline.tag) != "outline":
            continue
        attributes = {str(name).casefold(): str(value) for name, value in outline.attrib.items()}
        name = next((one_line(attributes[key]) for key in NAME if one_line(attributes.get(key, ""))), "")
        url = attributes.get("xmlurl") or (attributes.get("url") if attributes.get("type") == "rss" else None)
        if url:
            topics = tuple(dict.fromkeys((*folders, *_categories(attributes.get("category", "")))))
            language = language_code(attributes.get("language"))
            yield Source(name or host_of(url) or url, url.strip(), path=path, language=language, topics=topics)
        elif len(folders) < DEEPEST_OUTLINE:
            inner = (*folders, name) if name and name not in folders else folders
            stack += [(child, inner) for child in reversed(outline)]


def salvage_opml(text: str) -> etree._Element | None:
    """The outlines of a list that is not well-formed, as a tree of its own; None where it has none.

    Readers write names and descriptions with quotation marks and tags in them. A value ends at the mark before which another
    attribute, or the tag's end, follows.
    """
    body = etree.Element("body")
    stack = [body]
    pieces = _OUTLINE.split(text)
    for closing, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if closing:
            del stack[max(1, len(stack) - 1) :]
            continue
        found = _ATTRIBUTE.findall(piece[:LONGEST_OUTLINE_CHARS])
        outline = etree.SubElement(stack[-1], "outline")
        outline.attrib.update(
            {name: html.unescape(ILLEGAL.sub("", double or single)) for name, double, single in found}
        )
        if not piece.rpartition(">")[0].endswith("/") and len(stack) < DEEPEST_OUTLINE:
            stack.append(outline)
    return body if len(body) else None


def _categories(written: str) -> Iterator[str]:
    """The names of a ``category`` attribute, of a path like ``/News/Coast`` the last.

    >>> list(_categories("Dams, /News/Coast,"))
    ['Dams', 'Coast']
    """
    for one in written.split(","):
        if name := one_line(one.strip(" /").rpartition("/")[2]):
            yield name


def write_opml(sources: Iterable[Source], title: str) -> str:
    """An OPML 2.0 document of all sources that have an address, in order of name. Secrets stay as placeholders.

    Topics are categories, in whose names OPML allows neither comma nor slash.

    >>> print(write_opml([Source("Harbour Post", "https://harbour.example/feed")], "Feeds"))
    <?xml version='1.0' encoding='UTF-8'?>
    <opml version="2.0">
      <head>
        <title>Feeds</title>
      </head>
      <body>
        <outline type="rss" text="Harbour Post" title="Harbour Post" xmlUrl="https://harbour.example/feed"/>
      </body>
    </opml>
    <BLANKLINE>
    """
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = one_line(title)
    body = etree.SubElement(root, "body")
    for source in sorted(sources, key=lambda found: (found.name.casefold(), found.url or "")):
        if source.url:
            name = one_line(source.name)
            outline = etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=one_line(source.url))
            if source.topics:
                outline.set("category", ",".join(one_line(re.sub("[,/]", " ", topic)) for topic in source.topics))
            if source.language:
                outline.set("language", one_line(source.language))
    return str(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode("utf-8"))
