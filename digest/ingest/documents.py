"""One decoded document to its entries: the short strict way, and the patient way for what is damaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from digest.incoming import Entry, Problem, Source
from digest.ingest import ninjs
from digest.ingest.adapt import LONGEST_TITLE_CHARS, Item, to_entry
from digest.ingest.atom import read_atom
from digest.ingest.jsonfeed import read_json_feed
from digest.ingest.jsonlines import article, load_json, read_lines, wrapped_articles
from digest.ingest.kinds import KINDS, XML_KINDS
from digest.ingest.links import web_link
from digest.ingest.markup import line_of_html, parse_html
from digest.ingest.newsml import read_newsml
from digest.ingest.newsml1 import read_newsml1
from digest.ingest.nitf import read_nitf
from digest.ingest.plain import read_plain
from digest.ingest.reading import MOST_ENTRIES, Reading, condense, problem
from digest.ingest.rss import Channel, read_rss
from digest.ingest.salvage import salvage_items, salvage_json_items
from digest.ingest.webpage import is_fragment, read_page
from digest.ingest.xmltree import local, parse_strictly, prepare
from digest.text.normalise import one_line

WIRE_KINDS = ("ninjs", "newsml-g2", "newsml")
LIST_KINDS = ("list", "addresses", "opml")
Items = Iterable[Item | None]


def read_strict(text: str, kind: str, source: Source) -> Reading | None:
    """The reading of a document that keeps to its format; None where it does not and needs ``read_patiently``."""
    if kind in XML_KINDS:
        prepared = prepare(text)
        root = parse_strictly(prepared.text)
        if root is None or prepared.entities:
            return None
        return _of_tree(root, kind, source, ())
    if kind == "json":
        return _of_json(text, source)
    if kind == "text":
        return _of_items("text", Channel(), [read_plain(text)], source, ())
    if kind == "html":
        return None
    return _not_a_document(kind, source)


def read_patiently(text: str, kind: str, source: Source) -> Reading:
    """The reading of any document, damaged or not. May take long on hostile input: run it in the cage."""
    if kind == "html":
        return _of_page(text, source)
    if kind == "json":
        return _of_damaged_json(text, source)
    if kind not in XML_KINDS:
        return read_strict(text, kind, source) or _not_a_document(kind, source)
    prepared = prepare(text)
    problems: list[Problem] = []
    if prepared.entities:
        problems.append(_entities_refused(source))
    root = parse_strictly(prepared.text)
    if root is not None:
        return _of_tree(root, kind, source, problems)
    salvaged = salvage_items(prepared.text, kind)
    problems.append(_malformed(source, salvaged.fault))
    if salvaged.root is None:
        return Reading(kind, problems=tuple(problems))
    if salvaged.lost_chars:
        problems.append(_text_lost(source, salvaged.lost_chars))
    return _of_tree(salvaged.root, kind, source, problems)


def _of_tree(root: etree._Element, kind: str, source: Source, problems: Iterable[Problem]) -> Reading:
    """The reading of an XML tree of a known kind."""
    base = web_link(source.url)
    said: Channel
    items: Items
    root = _own_root(root, kind)
    if kind == "rss":
        said, items = read_rss(root, base)
    elif kind == "atom":
        said, items = read_atom(root, base)
    elif kind == "newsml-g2":
        said, items = Channel(), read_newsml(root)
    elif kind == "newsml":
        said, items = Channel(), read_newsml1(root)
    elif kind == "nitf":
        said, items = Channel(), [read_nitf(root)]
    else:
        return _not_a_document(kind, source)
    return _of_items(kind, said, items, source, problems)


def _own_root(root: etree._Element, kind: str) -> etree._Element:
    """The element a document of this kind begins with, where a page or an envelope was put around it."""
    wanted = {name for name, known in KINDS.items() if known == kind}
    if local(root.tag) in wanted or kind not in ("rss", "atom", "nitf"):
        return root
    return next((element for element in root.iter() if local(element.tag) in wanted), root)


def _of_json(text: str, source: Source) -> Reading | None:
    """The reading of JSON: a feed, ninjs, articles in a list or one a line. None where it is damaged."""
    try:
        document = load_json(text)
    except (ValueError, RecursionError):
        return _of_lines(text, source)
    return _of_json_value(document, source)


def _of_json_value(document: Any, source: Source) -> Reading:
    base = web_link(source.url)
    if isinstance(document, Mapping):
        if "jsonfeed" in str(document.get("version", "")).casefold() or isinstance(document.get("items"), list):
            said, items = read_json_feed(document, base)
            return _of_items("jsonfeed", said, items, source, _bad_items(document, source))
        if ninjs.is_ninjs(document):
            return _of_items("ninjs", Channel(), ninjs.read_ninjs(document), source, ())
        document = wrapped_articles(document)
    if isinstance(document, list):
        if any(isinstance(row, Mapping) and ninjs.is_ninjs(row) for row in document):
            rows = [row for row in document if isinstance(row, Mapping)]
            return _of_items("ninjs", Channel(), (item for row in rows for item in ninjs.read_ninjs(row)), source, ())
        listed = [article(row) if isinstance(row, Mapping) else None for row in document]
        if any(listed):
            return _of_items("jsonlines", Channel(), listed, source, ())
    return _not_a_document("json", source)


def _of_lines(text: str, source: Source) -> Reading | None:
    """The reading of JSON Lines; None where the first line is no whole object."""
    first = text.lstrip("\ufeff \r\n\t").split("\n", 1)[0]
    try:
        if not isinstance(load_json(first), Mapping):
            return None
    except (ValueError, RecursionError):
        return None
    return _of_items("jsonlines", Channel(), (item for _, item in read_lines(text)), source, ())


def _of_damaged_json(text: str, source: Source) -> Reading:
    """The whole objects of a JSON document that breaks off or is broken."""
    whole = _of_json(text, source)
    if whole is not None:
        return whole
    rows, fault = salvage_json_items(text)
    problems = [_malformed(source, fault)]
    if not rows:
        return Reading("json", problems=tuple(problems))
    if "jsonfeed" in text[:4096]:
        said, items = read_json_feed({"items": rows}, web_link(source.url))
        return _of_items("jsonfeed", said, items, source, problems)
    return _of_items("jsonlines", Channel(), [article(row) for row in rows], source, problems)


def _of_page(text: str, source: Source) -> Reading:
    root = parse_html(text)
    item = read_page(root, web_link(source.url), fragment=is_fragment(text)) if root is not None else Item()
    if item.passage is None or not item.passage.text:
        return Reading("html", problems=(_no_article(source),))
    return _of_items("html", Channel(), [item], source, ())


def _of_items(kind: str, said: Channel, items: Items, source: Source, problems: Iterable[Problem]) -> Reading:
    """Entries of all items, with what was wrong with each; an item that is nothing costs itself."""
    entries: list[Entry] = []
    found = list(problems)
    title = line_of_html((said.title or "")[:LONGEST_TITLE_CHARS]) or None
    for number, item in enumerate(items, 1):
        if len(entries) >= MOST_ENTRIES:
            found.append(_too_many(source))
            break
        if item is None:
            found.append(_bad_item(source, number))
            continue
        entry, flaws = to_entry(item, source, title)
        entries.append(entry)
        found += flaws
    if not entries and not found and kind in WIRE_KINDS:
        found.append(_no_item(source))
    return Reading(
        kind,
        tuple(entries),
        condense(found),
        title=title,
        home=web_link(said.home),
        self_url=web_link(said.self_url),
        language=one_line(said.language or "") or None,
        ttl_minutes=said.ttl_minutes,
    )


def _bad_items(document: Mapping[str, Any], source: Source) -> Iterator[Problem]:
    if not isinstance(document.get("items"), list):
        yield problem(source, "no-items", "`items` is no list.", "Tell the publisher that the feed is no JSON Feed.")


def _bad_item(source: Source, number: int) -> Problem:
    return problem(
        source,
        "bad-item",
        "It is no whole JSON object with a text, or with a headline and an address or a date.",
        "Mend or remove that one.",
        f"item {number}",
    )


def _no_item(source: Source) -> Problem:
    return problem(
        source,
        "no-item",
        "The document holds no news item: it is a package, a plan, an event or a list of terms.",
        "Nothing to do; leave such documents out of the delivery if you can.",
    )


def _malformed(source: Source, fault: str) -> Problem:
    return problem(
        source,
        "malformed",
        f"The document is not well-formed: {fault.rstrip('.')}.",
        "Check that what could be read is right; tell the publisher, or fetch the file again if it was cut off.",
    )


def _text_lost(source: Source, chars: int) -> Problem:
    return problem(
        source,
        "text-lost",
        f"About {chars} characters stand where no item could be made of them and were left out.",
        "Open the document and compare; its last items are the likeliest to be incomplete.",
    )


def _entities_refused(source: Source) -> Problem:
    return problem(
        source,
        "entities-refused",
        "The document declares entities of its own; they are never expanded and stand as written.",
        "Ask the publisher for a feed without a document type declaration.",
    )


def _too_many(source: Source) -> Problem:
    return problem(
        source,
        "too-many-entries",
        f"Only the first {MOST_ENTRIES} entries were read.",
        "Split the document into several files.",
    )


def _no_article(source: Source) -> Problem:
    return problem(
        source,
        "no-article",
        "The page holds no article text: it may be an error page, a login or a list of links.",
        "Open the page; save it again once the article shows, or give the feed's address instead.",
    )


def _not_a_document(kind: str, source: Source) -> Reading:
    """The reading of what holds no articles: why, and what to do."""
    details = {
        "empty": ("empty", "The document is empty.", "Remove it, or fetch it again."),
        "xml": (
            "unknown-format",
            "This is XML of a kind that Digest does not read.",
            "Give a feed; `digest add` finds it if you give the address of the site.",
        ),
        "json": (
            "unknown-format",
            "This JSON holds no articles.",
            "Give JSON Feed, ninjs, or JSON Lines with `title`, `text`, `date` and `url`.",
        ),
    }
    listed = (
        "list-elsewhere",
        "This is a list of sources, no article.",
        "Put it into `feeds/` as a file of its own.",
    )
    unknown = (
        "unknown-format",
        "This is no text in any format that Digest reads.",
        "Remove it, or save it as text or HTML.",
    )
    code, detail, remedy = listed if kind in LIST_KINDS else details.get(kind, unknown)
    return Reading(kind, problems=(problem(source, code, detail, remedy),))
