"""One finished page, parsed once: its anchors and links, its verbatim words, and whatever could act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from lxml import html

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
SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
WORDS_AROUND = frozenset(" \n“”…")
"""What may stand in a block quotation outside its proven words."""


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
    ``repeated`` ids that stand more than once, ``speakers`` who is named below each quotation, by its id.
    """

    anchors: frozenset[str]
    links: tuple[str, ...]
    verbatim: tuple[Verbatim, ...]
    unproven: tuple[str, ...]
    active: tuple[str, ...]
    repeated: tuple[str, ...]
    title: str
    speakers: tuple[tuple[str, str], ...]


def parse(content: bytes, *, generated: bool) -> Document:
    """The facts of a page. Of hand-written pages (``generated`` False) block quotations need no proof."""
    root = html.fromstring(content, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    ids = [str(found) for found in _all(root, "//@id")]
    links = _all(root, "//a/@href | //link[not(@rel='canonical')]/@href | //@src | //form/@action")
    return Document(
        anchors=frozenset(ids) | frozenset(str(found) for found in _all(root, "//a/@name")),
        links=tuple(str(found) for found in links),
        verbatim=tuple(_verbatim(root)),
        unproven=tuple(_unproven(root)) if generated else (),
        active=tuple(_active(root)),
        repeated=tuple(sorted({name for name in ids if ids.count(name) > 1})) if len(ids) != len(set(ids)) else (),
        title="".join(_text(found) for found in _all(root, "//h1")),
        speakers=tuple(
            (figure.get("id"), _text(name))
            for figure in _all(root, "//figure[@id]")
            for name in _all(figure, "figcaption//b")[:1]
        ),
    )


def _all(node: Any, path: str) -> list[Any]:
    """What an XPath finds; the stubs of lxml leave open what that is."""
    return cast("list[Any]", node.xpath(path))


def _verbatim(root: Any) -> Iterator[Verbatim]:
    for element in _all(root, "//*[@data-article]"):
        start, end = element.get("data-start") or "", element.get("data-end") or ""
        known = start.isdecimal() and end.isdecimal()
        yield Verbatim(
            _text(element), str(element.get("data-article")), int(start) if known else 0, int(end) if known else 0
        )


def _unproven(root: Any) -> Iterator[str]:
    for quotation in _all(root, "//blockquote | //q"):
        around = "".join(_all(quotation, ".//text()[not(ancestor::*[@data-article])]"))
        if not set(around) <= WORDS_AROUND or not _all(quotation, "descendant-or-self::*[@data-article]"):
            yield _text(quotation)


def _active(root: Any) -> Iterator[str]:
    for element in _all(root, "descendant-or-self::*"):
        tag = str(element.tag)
        if tag in ACTIVE_ELEMENTS:
            yield f"<{tag}>"
        if (
            tag == "script"
            and element.get("type") != "application/ld+json"
            and OWN_SCRIPTS not in (element.get("src") or "")
        ):
            yield "a script that is not ours"
        if tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield "<meta http-equiv=refresh>"
        for name, value in element.attrib.items():
            yield from _active_attribute(tag, str(name), str(value))


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
    compact = "".join(letter for letter in value if letter > " ")
    try:
        return urlsplit(compact).scheme.lower()
    except ValueError:
        return "broken"


def _text(element: Any) -> str:
    return "".join(str(text) for text in element.itertext())
