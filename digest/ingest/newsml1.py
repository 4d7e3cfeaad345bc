"""NewsML 1.x, the forerunner of NewsML-G2 that some agencies still send: its items, each in the format's own spelling."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.nitf import nitf_content
from digest.ingest.xmltree import inner, local, words

TEXT_TAGS = frozenset({"html", "body", "body.content", "div", "p", "nitf", "xhtml"})
"""Elements that hold running text inside ``DataContent``."""


def read_newsml1(root: etree._Element) -> Iterator[Item]:
    """The news items of a NewsML 1 tree, in document order."""
    for element in root.iter("{*}NewsItem"):
        yield _item(element)


def _item(element: etree._Element) -> Item:
    body = _content(element)
    identifier = _find(element, "newsidentifier")
    revision = _find(identifier, "revisionid") if identifier is not None else None
    public = words(_find(identifier, "publicidentifier")) if identifier is not None else ""
    return Item(
        # The public identifier names the revision; without its last part it names the item through all revisions.
        guid=public.rpartition(":")[0] if public.startswith("urn:newsml:") else public or None,
        title=_text(element, "headline"),
        body=body,
        authors=tuple(filter(None, [_text(element, "byline")])),
        published=_text(element, "firstcreated"),
        updated=_text(element, "thisrevisioncreated"),
        language=_formal(element, "language"),
        outlet=_provider(element),
        dateline=_text(element, "dateline"),
        agency=_provider(element),
        status=_formal(element, "status"),
        version=words(revision) if revision is not None else None,
        whole=bool(body) or None,
    )


def _find(element: etree._Element, name: str) -> etree._Element | None:
    return next((found for found in element.iter() if local(found.tag) == name), None)


def _text(element: etree._Element, name: str) -> str | None:
    found = _find(element, name)
    return (inner(found).strip() or None) if found is not None else None


def _formal(element: etree._Element, name: str) -> str | None:
    found = _find(element, name)
    return found.get("FormalName") if found is not None else None


def _provider(element: etree._Element) -> str | None:
    """The name of the agency: its provider party, else its identifier."""
    provider = _find(element, "provider")
    party = _find(provider, "party") if provider is not None else None
    return party.get("FormalName") if party is not None else _text(element, "providerid")


def _content(element: etree._Element) -> str | None:
    """The longest running text among the content items."""
    found: list[str] = []
    for content in element.iter("{*}DataContent"):
        holder = next((part for part in content.iter() if local(part.tag) in TEXT_TAGS), None)
        if holder is not None:
            source = str(etree.tostring(holder, encoding="unicode", with_tail=False))
            found.append(nitf_content(source) if local(holder.tag) == "nitf" else inner(content))
        elif len(content) == 0 and (content.text or "").strip():
            found.append(content.text or "")
    return max(found, key=len, default=None)
