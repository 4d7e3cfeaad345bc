"""NITF, the News Industry Text Format, by itself or inside NewsML-G2 and ninjs.

https://iptc.org/std/NITF/
"""

from __future__ import annotations

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.xmltree import all_text, inner, local, parse_strictly, prepare, words


def read_nitf(root: etree._Element) -> Item:
    """The item of an ``nitf`` tree."""
    data = _find(root, "docdata")
    paper = _find(root, "pubdata")
    return Item(
        guid=_attribute(_find(root, "doc-id"), "id-string"),
        title=_headline(root),
        body=_content(root),
        summary=_inner(_find(root, "abstract")),
        authors=tuple(filter(None, [_byline(root)])),
        published=_attribute(_find(root, "date.issue"), "norm")
        or _attribute(paper, "date.publication")
        or _attribute(_find(root, "story.date"), "norm"),
        updated=_attribute(_find(root, "revision-history"), "norm"),
        outlet=_attribute(paper, "name") or _attribute(_find(root, "doc.copyright"), "holder"),
        dateline=words(_find(root, "dateline")) or None,
        agency=words(_find(root, "distributor")) or None,
        status=_attribute(data, "management-status"),
        embargo=_release(root, data),
        whole=True,
    )


def nitf_content(source: str) -> str:
    """The markup of the story in an NITF document given as text; the text itself where it is not well-formed."""
    root = parse_strictly(prepare(source).text)
    return source if root is None else _content(root) or ""


def headline_and_byline(root: etree._Element) -> tuple[str | None, str | None, str | None]:
    """Headline, byline and dateline of an NITF tree."""
    return _headline(root), _byline(root), words(_find(root, "dateline")) or None


def _release(root: etree._Element, data: etree._Element | None) -> str | None:
    """The release date, which only an embargoed document waits for."""
    embargoed = (_attribute(data, "management-status") or "").casefold() == "embargoed"
    return _attribute(_find(root, "date.release"), "norm") if embargoed else None


def _headline(root: etree._Element) -> str | None:
    for name in ("hl1", "hedline", "title"):
        found = _inner(_find(root, name))
        if found and found.strip():
            return found
    return None


def _byline(root: etree._Element) -> str | None:
    element = _find(root, "byline")
    if element is None:
        return None
    person = next((child for child in element if local(child.tag) == "person"), None)
    text = person if person is not None else element
    # Titles ("Staff Reporter") stand in elements of their own behind the name.
    own = (text.text or "") + "".join(child.tail or "" for child in text if local(child.tag) != "byttl")
    named = own if own.strip(" ,") else all_text(text)
    return named.strip(" ,\n\t") or None


def _content(root: etree._Element) -> str | None:
    found = _find(root, "body.content")
    return _inner(found if found is not None else _find(root, "body"))


def _find(root: etree._Element, name: str) -> etree._Element | None:
    return next((element for element in root.iter() if local(element.tag) == name), None)


def _inner(element: etree._Element | None) -> str | None:
    return inner(element) if element is not None else None


def _attribute(element: etree._Element | None, name: str) -> str | None:
    return element.get(name) if element is not None else None
