"""XML without its dangers: no entity is expanded, no DTD and no address is opened, depth and size are bounded."""

from __future__ import annotations

import re
from html.entities import html5
from typing import NamedTuple

from lxml import etree

_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]{0,400}\?>")
_NAMED = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)([A-Za-z][A-Za-z0-9]{0,40});")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_DOCTYPE_SIGNS = re.compile(r"[\[\]<>\"']")
LONGEST_DOCTYPE_CHARS = 65_536
"""A document type declaration is shorter (range 1,000 to 1,000,000; RSS 0.91's own has 200)."""


class Prepared(NamedTuple):
    """XML text that is safe to parse. ``entities`` says that the document declares entities of its own, which stay unexpanded."""

    text: str
    entities: bool


def prepare(text: str) -> Prepared:
    """Takes the XML declaration and the DTD out of ``text`` and resolves the entities that HTML names.

    >>> prepare('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&eacute;&b;</a>')
    Prepared(text='<a>é&b;</a>', entities=True)
    """
    text = text.lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.match(text)
    if declaration:
        text = text[declaration.end() :]
    text, entities = _without_doctype(text)
    if "&" in text:
        text = _NAMED.sub(_named, text)
    return Prepared(text.lstrip(), entities)


def _named(found: re.Match[str]) -> str:
    return html5.get(found.group(1) + ";", found.group())


def _without_doctype(text: str) -> tuple[str, bool]:
    """``text`` without its document type declaration, and whether that declared entities."""
    found = _DOCTYPE.search(text, 0, 4096)
    if not found:
        return text, False
    limit = min(len(text), found.end() + LONGEST_DOCTYPE_CHARS)
    depth, at = 0, found.end()
    while sign := _DOCTYPE_SIGNS.search(text, at, limit):
        at = sign.end()
        if sign.group() in "\"'" or text.startswith("<!--", sign.start()):
            closing = "-->" if sign.group() == "<" else sign.group()
            at = text.find(closing, at, limit) + len(closing)
            if at < sign.end():
                break
        elif sign.group() == ">" and depth <= 0:
            inside = text[found.end() : sign.start()]
            return text[: found.start()] + text[at:], "<!ENTITY" in inside.upper()
        else:
            depth += 1 if sign.group() in "[<" else -1
    return text, True


def parse_strictly(text: str) -> etree._Element | None:
    """The root of well-formed XML, or None. ``text`` has gone through ``prepare``."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.LxmlError, ValueError, UnicodeError):
        return None
    # Without a DTD an entity that HTML does not name is an error above; this is the second lock on the same door.
    return None if _NAMED.search(text) and next(root.iter(etree.Entity), None) is not None else root


def local(tag: object) -> str:
    """The name of a tag without its namespace, in lower case; empty for what is no element."""
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2].casefold()


def inner(element: etree._Element) -> str:
    """What stands inside an element: its text, or its markup where it holds elements."""
    if not len(element):
        return element.text or ""
    parts = [_escape(element.text or "")]
    for child in element:
        parts.append(_markup(child))
        parts.append(_escape(child.tail or ""))
    return "".join(parts)


def _markup(element: etree._Element) -> str:
    """An element as HTML would write it: without namespaces and, where it has them, without prefixes."""
    source = str(etree.tostring(element, encoding="unicode", with_tail=False))
    end = source.find(">") + 1
    # All namespaces in use are declared in the first tag; those of elements further inside are rare and harmless to HTML.
    head, rest = _NAMESPACES.sub("", source[:end]), source[end:]
    return _PREFIXES.sub("", head + rest) if element.prefix else head + rest


_NAMESPACES = re.compile(r"\sxmlns(?::[\w.-]+)?=\"[^\"]*\"")
_PREFIXES = re.compile(r"(?<=<)[\w.-]+:|(?<=</)[\w.-]+:")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def all_text(element: etree._Element) -> str:
    """Every character of text inside an element, as it stands."""
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def words(element: etree._Element | None) -> str:
    """All text inside an element, stripped."""
    if element is None:
        return ""
    return (element.text or "").strip() if not len(element) else all_text(element).strip()
