"""NewsML-G2: news items alone or in a message, each in the format's own spelling.

https://iptc.org/std/NewsML-G2/
Packages, plans, concepts and catalogues hold no text of their own and give nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.links import host_of
from digest.ingest.names import XML_LANG
from digest.ingest.nitf import headline_and_byline, nitf_content
from digest.ingest.xmltree import inner, local, words

MARKUP_TYPES = ("html", "nitf", "xml")


def read_newsml(root: etree._Element) -> Iterator[Item]:
    """The news items of a NewsML-G2 tree, in document order."""
    if local(root.tag) == "newsitem":
        yield _item(root)
        return
    for element in root.iter("{*}newsItem"):
        yield _item(element)


def _item(element: etree._Element) -> Item:
    item_meta, content_meta = _child(element, "itemmeta"), _child(element, "contentmeta")
    body, plain = _content(element)
    nitf = next((found for found in element.iter() if local(found.tag) == "nitf"), None)
    inner_title, inner_byline, inner_dateline = headline_and_byline(nitf) if nitf is not None else (None, None, None)
    created = words(_child(item_meta, "versioncreated")) or None
    party, holder = _child(item_meta, "provider"), _child(_child(element, "rightsinfo"), "copyrightholder")
    provider = words(_child(party, "name")) or words(_child(holder, "name")) or _name(party) or _name(holder)
    return Item(
        guid=element.get("guid"),
        link=_page(element),
        title=_markup(content_meta, "headline") or inner_title or _markup(item_meta, "title"),
        body=body,
        body_plain=plain,
        summary=_markup(content_meta, "description"),
        authors=_authors(content_meta, inner_byline),
        published=words(_child(item_meta, "firstcreated"))
        or created
        or words(_child(content_meta, "contentcreated"))
        or None,
        updated=created,
        language=_language(element, content_meta),
        outlet=provider,
        dateline=words(_child(content_meta, "dateline")) or inner_dateline,
        agency=_name(_child(content_meta, "infosource")) or provider,
        status=_code(_child(item_meta, "pubstatus")),
        embargo=_embargo(item_meta),
        version=element.get("version"),
        whole=bool(body) or None,
        medium=_medium(item_meta),
    )


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else next((child for child in element if local(child.tag) == name), None)


def _markup(element: etree._Element | None, name: str) -> str | None:
    found = _child(element, name)
    return (inner(found).strip() or None) if found is not None else None


def _code(element: etree._Element | None) -> str | None:
    """The last part of a concept's code or address, like ``usable`` of ``stat:usable``."""
    if element is None:
        return None
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return code.rstrip("/").replace("/", ":").rpartition(":")[2] or None


def _name(element: etree._Element | None) -> str | None:
    """The name of a party, else what identifies it."""
    if element is None:
        return None
    printed = words(_child(element, "name"))
    if printed or element.get("literal") or element.get("qcode"):
        return printed or element.get("literal") or _code(element)
    return host_of(element.get("uri"))


def _authors(content_meta: etree._Element | None, inner_byline: str | None) -> tuple[str, ...]:
    """The byline as printed, else the named creators."""
    printed = words(_child(content_meta, "by")) or inner_byline
    if printed:
        return (printed,)
    named = [
        words(_child(child, "name"))
        for child in (() if content_meta is None else content_meta)
        if local(child.tag) in ("creator", "contributor")
    ]
    return tuple(name for name in named[:3] if name)


def _language(element: etree._Element, content_meta: etree._Element | None) -> str | None:
    told = _child(content_meta, "language")
    return (told.get("tag") if told is not None else None) or element.get(XML_LANG)


def _embargo(item_meta: etree._Element | None) -> str | None:
    """The moment of release; an empty ``embargoed`` means until further notice, which no date can say."""
    found = _child(item_meta, "embargoed")
    return None if found is None else words(found) or "until further notice"


def _medium(item_meta: etree._Element | None) -> str:
    kind = (_code(_child(item_meta, "itemclass")) or "text").casefold()
    return kind if kind in ("picture", "graphic", "video", "audio", "animation") else "text"


def _page(element: etree._Element) -> str | None:
    """The address of the item's page, where a link or a web rendition names one."""
    for found in element.iter():
        if local(found.tag) == "remotecontent" and (found.get("contenttype") or "").startswith("text/html"):
            return found.get("href")
        if local(found.tag) == "link" and (found.get("contenttype") or "").startswith("text/html"):
            return found.get("href")
    guid = element.get("guid") or ""
    return guid if guid.startswith(("http://", "https://")) else None


def _content(element: etree._Element) -> tuple[str | None, bool]:
    """The richest inline content as ``(text, plain)``; XML of other kinds (sports results, say) is no running text."""
    holder = _child(element, "contentset")
    for child in () if holder is None else holder:
        kind = (child.get("contenttype") or "").casefold()
        if local(child.tag) == "inlinexml":
            found = next((part for part in child if isinstance(part.tag, str)), None)
            if found is not None and local(found.tag) == "nitf":
                return nitf_content(str(etree.tostring(found, encoding="unicode", with_tail=False))), False
            if found is not None and (
                local(found.tag) in ("html", "body", "div", "section", "article", "p") or "html" in kind
            ):
                page = next((part for part in found.iter() if local(part.tag) == "body"), None)
                return inner(child if page is None else page), False
        if local(child.tag) == "inlinedata" and (child.text or "").strip():
            return child.text, not any(name in kind for name in MARKUP_TYPES)
    return None, False
