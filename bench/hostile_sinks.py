"""Every output of a build read by parsers that Digest does not write with, in search of anything that could act."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import cmarkgfm
import html5lib
import markdown
import yaml
from cmarkgfm.cmark import Options
from lxml import etree

ADDRESSES = frozenset(
    [
        "href",
        "src",
        "action",
        "formaction",
        "poster",
        "data",
        "cite",
        "background",
        "srcset",
        "ping",
        "xlink:href",
        "xmlurl",
        "htmlurl",
    ]
)
ADDRESS_KEYS = frozenset(
    ["url", "link", "u", "href", "home_page_url", "feed_url", "moved_to", "outlet_url", "story_url", "URL", "@id"]
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
MARKDOWN_EXTENSIONS: tuple[str, ...] = (
    "admonition",
    "def_list",
    "footnotes",
    "tables",
    "toc",
    "attr_list",
    "md_in_html",
    "abbr",
)
MARKDOWN_EXTENSIONS += ("pymdownx.details", "pymdownx.superfences", "pymdownx.tilde", "pymdownx.emoji")
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")
BIBTEX_ESCAPE = re.compile(r"\\[{}&%$#_]|\{\\[a-z]+\}")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in an output that could act: the kind of output, its file and what it is."""

    sink: str
    file: str
    what: str


@dataclass(slots=True)
class Vocabulary:
    """Elements, and elements with attributes, of the outputs that harmless words give, by sink."""

    known: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, sink: str, names: Iterator[str]) -> None:
        """Take these names for harmless."""
        self.known.setdefault(sink, set()).update(names)

    def knows(self, sink: str, name: str) -> bool:
        """Whether harmless words bring ``name`` too."""
        return name in self.known.get(sink, ())


@dataclass(frozen=True, slots=True)
class Examiner:
    """Examines files: ``host`` is the only foreign one that links may name (empty allows all), ``site`` the site's own address.

    ``markdown_share`` is n where every n-th page is also read by Python-Markdown, the slower reader.
    """

    vocabulary: Vocabulary
    host: str = ""
    site: str = "https://digest.example/"
    markdown_share: int = 1

    def findings(self, folder: Path) -> Iterator[Finding]:
        """What is found in the finished site in ``folder``."""
        for number, path in enumerate(sorted(folder.rglob("*"))):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not name.startswith((".digest/", "assets/", "404")):
                for sink, what in self.file(name, path.read_bytes(), slow=number % self.markdown_share == 0):
                    yield Finding(sink, name, what)

    def learn(self, folder: Path, endings: tuple[str, ...] = (".html", ".md", ".xml", ".opml", ".feed.json")) -> None:
        """Take the elements and attributes of a site of harmless words for its own."""
        for path in sorted(folder.rglob("*")):
            if path.name.endswith(endings):
                name = path.relative_to(folder).as_posix()
                for sink, names in _names(name, path.read_bytes()):
                    self.vocabulary.learn(sink, names)

    def file(self, name: str, content: bytes, *, slow: bool = True) -> Iterator[tuple[str, str]]:
        """What is found in one file, with its sink."""
        for ending, (sink, look) in _READERS.items():
            if name.endswith(ending):
                try:
                    yield from ((sink, what) for what in look(self, content, slow))
                except Exception as error:  # noqa: BLE001 - an output that its parser refuses is a finding
                    yield sink, f"unreadable: {type(error).__name__}: {str(error)[:120]}"
                return

    def html(self, sink: str, root: Any) -> Iterator[str]:
        """What a parsed HTML tree holds that harmless words do not bring, and what may never be there."""
        for element in root.iter():
            tag = element.tag if isinstance(element.tag, str) else "#comment"
            if not self.vocabulary.knows(sink, tag):
                yield f"<{tag}> {_short(element.text)}"
            if tag == "script" and not element.get("src"):
                yield from self.json_value(json.loads(element.text or ""))
            for attribute, value in element.attrib.items():
                if not self.vocabulary.knows(sink, f"{tag} {attribute}"):
                    yield f"<{tag} {attribute}={_short(value)}>"
                if str(attribute).lower() in ADDRESSES:
                    yield from self.address(f"<{tag} {attribute}>", value, loads=attribute == "src")

    def address(self, where: str, value: str, *, loads: bool = False) -> Iterator[str]:
        """What is wrong with an address: its scheme, or its host where only one may be."""
        try:
            parts = urlsplit("".join(sign for sign in value if sign > " "))
            host = parts.hostname
        except ValueError:
            yield f"{where} {_short(value)} cannot be read"
            return
        if parts.scheme not in ("", "http", "https") or (parts.netloc and not parts.scheme) or "\\" in value:
            yield f"{where} {_short(value)}"
        elif loads and host:
            yield f"{where} fetches {_short(value)}"
        elif self.host and host and host not in (self.host, urlsplit(self.site).hostname):
            yield f"{where} leads to {host}"

    def json_value(self, value: Any, key: str = "") -> Iterator[str]:
        """What is wrong with the addresses in a JSON value."""
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from self.json_value(inner, name)
        elif isinstance(value, list):
            for inner in value:
                yield from self.json_value(inner, key)
        elif isinstance(value, str) and key in ADDRESS_KEYS and not value.startswith("../"):
            yield from self.address(key, value)


def _page(examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    yield from examiner.html("page", html5lib.parse(content, namespaceHTMLElements=False))


def _mail(examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    yield from examiner.html("mail", html5lib.parse(content, namespaceHTMLElements=False))


def _markdown(examiner: Examiner, content: bytes, slow: bool) -> Iterator[str]:
    matter, body = _split(content.decode())
    fields = yaml.safe_load(matter)
    if not isinstance(fields, dict):
        yield "the front matter is no mapping"
        return
    for name, value in fields.items():
        if not examiner.vocabulary.knows("markdown", f"--- {name}"):
            yield f"a field {_short(str(name))} of the front matter"
        for line in value if isinstance(value, list) else [value]:
            if isinstance(line, str) and re.search(r"[<>\"\n]", line):
                yield f"{name}: {_short(line)} is not HTML text on one line"
    if re.search(r"\{[{%#]", body):
        yield "a template"
    for html in _rendered(body, slow=slow):
        yield from examiner.html("markdown", html)


def _rendered(body: str, *, slow: bool) -> Iterator[Any]:
    flags = Options.CMARK_OPT_UNSAFE
    yield html5lib.parseFragment(cmarkgfm.markdown_to_html(body, flags), namespaceHTMLElements=False)
    if slow:
        html = markdown.markdown(body, extensions=list(MARKDOWN_EXTENSIONS))
        yield html5lib.parseFragment(html, namespaceHTMLElements=False)


def _split(text: str) -> tuple[str, str]:
    _, matter, body = text.split("---\n", 2)
    return matter, body


def _xml(examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    root: Any = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        yield "a document type"
    for element in root.iter():
        tag = str(element.tag)
        if not examiner.vocabulary.knows("xml", tag):
            yield f"<{tag}>"
        for attribute, value in element.attrib.items():
            if not examiner.vocabulary.knows("xml", f"{tag} {attribute}"):
                yield f"<{tag} {attribute}>"
            if str(attribute).lower() in ADDRESSES:
                yield from examiner.address(f"<{tag} {attribute}>", value)
        if tag.endswith("}loc") and not (element.text or "").startswith(examiner.site):
            yield f"<loc> {_short(element.text)}"
        if tag.endswith("}content"):
            yield from examiner.html("feed", html5lib.parseFragment(element.text or "", namespaceHTMLElements=False))


def _json_feed(examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    value = json.loads(content)
    yield from examiner.json_value(value)
    for item in value["items"]:
        yield from examiner.html("feed", html5lib.parseFragment(item["content_html"], namespaceHTMLElements=False))


def _json(examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    yield from examiner.json_value(json.loads(content))


def _csv(_examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            yield f"a row of {len(row)} cells"
        yield from (f"a formula {_short(cell)}" for cell in row if cell.startswith(FORMULA))
        yield from (f"a cell of two lines {_short(cell)}" for cell in row if re.search(r"[\r\n]", cell))


def _bibtex(_examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    bare = BIBTEX_ESCAPE.sub("", content.decode())
    depth = 0
    for sign in bare:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            yield "a brace closes what it did not open"
            return
    if depth or "\\" in bare:
        yield "braces or backslashes that are no escapes"


def _ris(_examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    lines = content.decode().split("\r\n")
    yield from (f"no field: {_short(line)}" for line in lines if line and not RIS_LINE.fullmatch(line))
    if sum(line.startswith("TY  - ") for line in lines) != sum(line.startswith("ER  - ") for line in lines):
        yield "records that do not end"


def _terms(_examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    for line in content.decode().splitlines():
        if not re.fullmatch(r"[^\t<>&\"']+\t[\w-]+", line):
            yield f"a term {_short(line)}"


def _mail_text(_examiner: Examiner, content: bytes, _slow: bool) -> Iterator[str]:
    yield from (
        f"a control character {_short(sign)}" for sign in re.findall(r"[\x00-\x09\x0b-\x1f\x7f]", content.decode())
    )


Look = Callable[[Examiner, bytes, bool], Iterator[str]]
_READERS: dict[str, tuple[str, Look]] = {
    ".mail.html": ("mail", _mail),
    ".html": ("page", _page),
    ".md": ("markdown", _markdown),
    ".feed.json": ("feed", _json_feed),
    "data/feed.json": ("feed", _json_feed),
    ".json": ("json", _json),
    ".xml": ("xml", _xml),
    ".opml": ("xml", _xml),
    ".csv": ("csv", _csv),
    ".bib": ("bibtex", _bibtex),
    ".ris": ("ris", _ris),
    ".mail.txt": ("mail", _mail_text),
    ".txt": ("terms", _terms),
}
"""How files are read, by what their names end with; the first that fits."""


def _names(name: str, content: bytes) -> Iterator[tuple[str, Iterator[str]]]:
    """Elements and attributes of a harmless file, by sink."""
    if name.endswith(".html"):
        yield "mail" if ".mail." in name else "page", _tree(html5lib.parse(content, namespaceHTMLElements=False))
    elif name.endswith(".md"):
        matter, body = _split(content.decode())
        yield "markdown", (f"--- {key}" for key in yaml.safe_load(matter))
        for html in _rendered(body, slow=True):
            yield "markdown", _tree(html)
    elif name.endswith(".json"):
        for item in json.loads(content)["items"]:
            yield "feed", _tree(html5lib.parseFragment(item["content_html"], namespaceHTMLElements=False))
    else:
        root: Any = etree.fromstring(content)
        yield "xml", _tree(root)
        for found in root.iter("{*}content"):
            yield "feed", _tree(html5lib.parseFragment(found.text or "", namespaceHTMLElements=False))


def _tree(root: Any) -> Iterator[str]:
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else "#comment"
        yield tag
        yield from (f"{tag} {attribute}" for attribute in element.attrib)


def _short(text: str | None) -> str:
    return repr((text or "")[:80])
