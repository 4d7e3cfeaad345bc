"""One finished page, parsed once: its anchors and links, its verbatim words, and whatever could act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from lxml import etree

OWN_SCRIPTS = "assets/digest/"
ACTIVE_ELEMENTS = frozenset({"iframe", "object", "embed", "applet", "base", "frame", "portal", "style", "template"})
LOADED = {
    "img": "src",
    "script": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "track": "src",
    "input": "src",
}
"""Attributes whose address a browser fetches by itself."""
_WITHIN = re.compile(r"0; url=((?:\.\./)*[\w-]+/(?:[\w-]+/)*(?:index\.html)?)", re.ASCII)
"""A refresh that may stand: at once, and to another folder of the same site."""
SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
WORDS_AROUND = frozenset(" \n“”…")
"""What may stand in a block quotation outside its proven words."""
BESIDE_PROOF = etree.XPath(".//text()[not(ancestor::*[@data-article])]")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Words that a page prints as an article's, with the proof it gives."""

    words: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """The facts of one page.

    ``unproven`` are words in block quotations without proof, ``active`` what is forbidden,
    ``repeated`` ids that stand more than once, ``speakers`` who is named below each quotation, by its id,
    ``description`` what the head says of the page.
    """

    anchors: frozenset[str]
    links: tuple[str, ...]
    verbatim: tuple[Verbatim, ...]
    unproven: tuple[str, ...]
    active: tuple[str, ...]
    repeated: tuple[str, ...]
    title: str
    description: str
    speakers: tuple[tuple[str, str], ...]


def parse(content: bytes, *, generated: bool) -> Document:
    """The facts of a page. Of hand-written pages (``generated`` False) block quotations need no proof.

    Raises LxmlError for what is not HTML.
    """
    root = etree.fromstring(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    found = _Gathered()
    for element in root.iter("*"):
        found.take(element)
    ids = found.ids
    return Document(
        anchors=frozenset(ids).union(found.names),
        links=tuple(found.links),
        verbatim=tuple(map(_proof_of, found.proven)),
        unproven=tuple(_unproven(found.quotations)) if generated else (),
        active=tuple(found.active),
        repeated=tuple(sorted({name for name in ids if ids.count(name) > 1})) if len(ids) != len(set(ids)) else (),
        title="".join(map(_text, found.titles)),
        description=found.description,
        speakers=tuple((figure.get("id"), _text(name)) for figure in found.figures for name in _named(figure)),
    )


class _Gathered:
    """The elements that a check looks at, gathered in one pass: a night has thousands of pages of a thousand elements each."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.names: list[str] = []
        self.links: list[str] = []
        self.active: list[str] = []
        self.proven: list[Any] = []
        self.quotations: list[Any] = []
        self.figures: list[Any] = []
        self.titles: list[Any] = []
        self.description = ""

    def take(self, element: Any) -> None:
        """Look at one element."""
        tag = element.tag
        self.active += _active(element, tag)
        if tag in ("blockquote", "q"):
            self.quotations.append(element)
        elif tag == "h1":
            self.titles.append(element)
        elif tag == "meta":
            self._take_meta(element)
        for name, value in element.items():
            if name == "id":
                self.ids.append(value)
                if tag == "figure":
                    self.figures.append(element)
            elif name == "data-article":
                self.proven.append(element)
            elif name == "name" and tag == "a":
                self.names.append(value)
            elif _leads(tag, name) and not (tag == "link" and element.get("rel") == "canonical"):
                self.links.append(value)

    def _take_meta(self, element: Any) -> None:
        if element.get("name") == "description":
            self.description = element.get("content") or ""
        self.links += filter(None, [_refreshed_to(element)])


def _leads(tag: str, name: str) -> bool:
    """Whether an attribute names a file that must be there."""
    return name == "src" or (name == "href" and tag in ("a", "link")) or (name == "action" and tag == "form")


def _named(figure: Any) -> list[Any]:
    """Who is named below a quotation, if anybody is."""
    return [name for caption in figure.iter("figcaption") for name in caption.iter("b")][:1]


def _proof_of(element: Any) -> Verbatim:
    start, end = element.get("data-start") or "", element.get("data-end") or ""
    known = start.isdecimal() and end.isdecimal()
    return Verbatim(_text(element), element.get("data-article"), int(start) if known else 0, int(end) if known else 0)


def _beside_proof(quotation: Any) -> list[str]:
    """The words of a quotation that stand in none of its proven parts; the stubs of lxml leave open what an XPath finds."""
    return cast("list[str]", BESIDE_PROOF(quotation))


def _unproven(quotations: list[Any]) -> Iterator[str]:
    for quotation in quotations:
        proven = any("data-article" in one.attrib for one in quotation.iter("*"))
        if not proven or not WORDS_AROUND.issuperset("".join(_beside_proof(quotation))):
            yield _text(quotation)


PASSIVE_ATTRIBUTES = frozenset({"class", "id", "dir", "data-article", "data-start", "data-end", "title", "lang", "rel"})
"""What most elements bear and what nothing can happen by."""


def _active(element: Any, tag: str) -> Iterator[str]:
    if tag in ACTIVE_ELEMENTS:
        yield f"<{tag}>"
    elif tag == "script":
        if element.get("type") != "application/ld+json" and OWN_SCRIPTS not in (element.get("src") or ""):
            yield "a script that is not ours"
    elif tag == "meta" and _refreshed_to(element) == "":
        yield "<meta http-equiv=refresh>"
    for name, value in element.items():
        if name not in PASSIVE_ATTRIBUTES:
            yield from _active_attribute(tag, name, value)


def _refreshed_to(element: Any) -> str | None:
    """Where a ``meta`` element takes the reader at once: a page of the same site, "" for anywhere else; None if they may stay."""
    if (element.get("http-equiv") or "").lower() != "refresh":
        return None
    target = _WITHIN.fullmatch(element.get("content") or "")
    return target.group(1) if target else ""


def _active_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "style"):
        yield f"{name}= on <{tag}>"
    elif name in ("href", "src", "action", "cite", "xlink:href", "poster", "data"):
        scheme = _scheme(value)
        if scheme not in SAFE_SCHEMES:
            yield f"a {scheme}: address on <{tag}>"
        loads = LOADED.get(tag) == name or (tag == "link" and name == "href")
        if loads and (scheme or value.startswith("//")) and tag != "link":
            yield f"<{tag}> fetches {value}"


def _scheme(value: str) -> str:
    if value.startswith(("../", "https://")):  # all but a few
        return "https" if value[0] == "h" else ""
    compact = "".join(letter for letter in value if letter > " ")
    try:
        return urlsplit(compact).scheme.lower()
    except ValueError:
        return "broken"


def _text(element: Any) -> str:
    return "".join(str(text) for text in element.itertext())
