"""A saved or fetched article page: what its data say of the article, and the article's own words out of the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from digest.ingest.adapt import Item
from digest.ingest.body import article_passage, fragment_passage
from digest.ingest.jsonfeed import text_of
from digest.ingest.jsonlines import load_json
from digest.ingest.markup import Passage, passage_of_html, passage_of_plain
from digest.ingest.surroundings import lists_articles
from digest.ingest.xmltree import all_text
from digest.languages.furniture import BYLINE, is_no_page
from digest.text.normalise import fold, one_line

ARTICLE_TYPES = frozenset(
    {
        "newsarticle",
        "article",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "blogposting",
        "liveblogposting",
        "webpage",
        "techarticle",
        "report",
        "scholarlyarticle",
        "advertisercontentarticle",
    }
)
MOST_LINKED_DATA = 50
"""JSON-LD blocks and objects looked into on one page (range 10 to 1,000)."""
BODY_AHEAD = 1.25
"""How much longer the publisher's own articleBody must be to win over the page's paragraphs, which keep their breaks (range 1 to 2)."""
LONGEST_BYLINE_CHARS = 120
"""Longer lines are no byline (range 60 to 200)."""
_BYLINE_NAME = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.IGNORECASE)
_PAGE_TAG = re.compile(r"<(?:html|head|body|title|meta|link|nav|header|footer|main|article)\b", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|–—»·:-]+\s+")
FEWEST_HEADLINE_WORDS = 3
"""A part of a page's title with fewer words is taken for the outlet's name (range 3 to 5)."""
LONGEST_EXCUSE_CHARS = 600
"""A page called "Not found" with more text than this is an article of that name (range 300 to 1,500)."""
LONGEST_TEASER_CHARS = 1000
"""A page that says it must be paid for shows its teaser where it has no more text than this (range 500 to 2,000)."""
META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "link": ("og:url", "twitter:url"),
    "published": (
        *(
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
        ),
        *(
            "pubdate",
            "publishdate",
            "publish_date",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
            "cxenseparse:recs:publishtime",
        ),
    ),
    "updated": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
    ),
    "author": ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author"),
    "summary": ("og:description", "description", "twitter:description", "dc.description"),
    "language": ("og:locale", "dc.language", "language"),
    "kind": ("og:type",),
}


class PageData(NamedTuple):
    """What a page says of its article, before it is cleaned."""

    fields: Mapping[str, str]
    authors: tuple[str, ...] = ()
    body: str | None = None


def is_fragment(text: str) -> bool:
    """Whether an HTML text is a piece of a page, without any element that a whole one has."""
    return _PAGE_TAG.search(text) is None


def read_page(root: etree._Element, url: str | None, *, fragment: bool = False) -> Item:
    """The article of a parsed page, or of a piece of one. ``url`` is where it was fetched, None for a saved file. The tree is spent afterwards."""
    linked = _linked_data(root)
    meta = _meta(root)
    said = {**meta.fields, **linked.fields}
    language = root.get("lang") or said.get("language")
    body = next(root.iter("body"), root)
    if not fragment and not linked.fields and lists_articles(body, front=meta.fields.get("kind") == "website"):
        return Item()
    title = _printed(root, linked) or _heading(root, meta.fields.get("title"))
    called = [title or "", *(one_line(all_text(found)) for found in root.iter("title", "h1"))]
    authors = linked.authors or meta.authors or _signed(root)
    base = _base(root, url)
    passage = fragment_passage(root, title) if fragment else article_passage(root, title)
    if linked.body:
        given = (
            passage_of_html(linked.body)
            if "<" in linked.body
            else passage_of_plain(_broken_lines(html.unescape(linked.body)))
        )
        passage = given if len(given.text) > BODY_AHEAD * len(passage.text) else passage
    if len(passage.text) <= LONGEST_EXCUSE_CHARS and any(map(is_no_page, called)):
        return Item()
    return Item(
        guid=None,
        link=said.get("link") or url,
        base=base,
        title=title,
        passage=passage if passage.text else Passage(one_line(html.unescape(said.get("summary", "")))),
        authors=authors,
        published=said.get("published"),
        updated=said.get("updated"),
        language=language,
        outlet=said.get("outlet"),
        whole=len(passage.text) > (LONGEST_TEASER_CHARS if "paid" in said else 0),
    )


def _broken_lines(text: str) -> str:
    """A plain body whose single line breaks are its paragraphs, where it has no blank lines."""
    return text if re.search(r"\n\s*\n", text) else text.replace("\n", "\n\n")


def _base(root: etree._Element, url: str | None) -> str | None:
    base = next(root.iter("base"), None)
    return (base.get("href") if base is not None and (base.get("href") or "").startswith("http") else None) or url


def _printed(root: etree._Element, linked: PageData) -> str | None:
    """The headline of the page's data, or the name it has there if the page prints that alone: wikis describe their subject in the other."""
    headline, name = linked.fields.get("title"), linked.fields.get("name")
    shown = " ".join(fold(all_text(element)) for element in root.iter("title", "h1"))
    return name if headline and name and fold(headline) not in shown and fold(name) in shown else headline


def _heading(root: etree._Element, titled: str | None) -> str | None:
    """The headline: og:title, else the longest heading that the page's title repeats, else its only first-level heading, else its title.

    A weblog's first-level heading may be its own name, which its pages' titles repeat as well.
    """
    if titled:
        return titled
    title = next(root.iter("title"), None)
    words = one_line(all_text(title)) if title is not None else ""
    headings = [(found.tag, one_line(all_text(found))) for found in root.iter("h1", "h2", "h3")]
    repeated = [heading for _, heading in headings if fold(heading) and fold(heading) in fold(words)]
    if repeated:
        return max(repeated, key=len)
    first = [heading for tag, heading in headings if tag == "h1" and heading]
    if len(first) == 1:
        return first[0]
    return _part_shown(root, words) or words or (first[0] if first else None)


def _part_shown(root: etree._Element, title: str) -> str | None:
    """The part of "Outlet - Headline" that old pages print large, without calling it a heading."""
    parts = {fold(part): part for part in _TITLE_PARTS.split(title) if len(part.split()) >= FEWEST_HEADLINE_WORDS}
    if len(parts) < 1 or fold(title) in parts:
        return None
    shown = (fold(all_text(element)) for element in root.iter("b", "strong", "font", "big", "span", "div", "p"))
    return next((parts[words] for words in shown if words in parts), None)


def _signed(root: etree._Element) -> tuple[str, ...]:
    """The author that the page's markup marks as one, else a line "By …" in what is called a byline; nothing where several differ."""
    marked, lines = set(), set()
    for element in root.iter("a", "span", "div", "p", "address", "li"):
        said = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
        words = (
            one_line(all_text(element)) if "author" in said or _BYLINE_NAME.search(element.get("class") or "") else ""
        )
        if not 0 < len(words) <= LONGEST_BYLINE_CHARS:
            continue
        if "author" in said:
            marked.add(words)
        elif BYLINE.fullmatch(words):
            lines.add(words)
    found = marked or lines
    return tuple(found) if len(found) == 1 else ()


def _meta(root: etree._Element) -> PageData:
    """What ``meta``, ``link`` and ``time`` elements say."""
    values: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().casefold()
        content = (element.get("content") or "").strip()
        if name and content:
            values.setdefault(name, []).append(content)
    fields = {}
    for field, names in META.items():
        for name in names:
            if values.get(name):
                fields[field] = values[name][0]
                break
    for element in root.iter("link"):
        if (element.get("rel") or "").casefold() == "canonical" and element.get("href"):
            fields["link"] = str(element.get("href"))
    if "published" not in fields:
        stamps = [str(found.get("datetime")) for found in root.iter("time") if found.get("datetime")]
        fields.update({"published": stamps[0]} if stamps else {})
    authors = tuple(
        name for key in META["author"][:1] for name in values.get(key, []) if not name.startswith(("http:", "https:"))
    )
    author = fields.pop("author", "")
    return PageData(fields, authors or ((author,) if author and not author.startswith("http") else ()))


def _linked_data(root: etree._Element) -> PageData:
    """What JSON-LD says of the article; nothing where there is none."""
    for node in _objects(root):
        kinds = node.get("@type")
        names = {str(kind).rpartition("/")[2].casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])}
        if names & (ARTICLE_TYPES - {"webpage"}):
            return _page_data(node)
    return PageData({})


def _objects(root: etree._Element) -> Iterator[Mapping[str, Any]]:
    """Objects of the page's JSON-LD, outer ones first."""
    queue: list[Any] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold() and len(queue) < MOST_LINKED_DATA:
            try:
                queue.append(
                    load_json(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "").strip())
                )
            except (ValueError, RecursionError):
                continue
    for _ in range(MOST_LINKED_DATA):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, list):
            queue[:0] = node[:MOST_LINKED_DATA]
        elif isinstance(node, Mapping):
            yield node
            queue += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(node.get(key), list | Mapping)
            ]


def _page_data(node: Mapping[str, Any]) -> PageData:
    names = {
        "title": node.get("headline") or node.get("name"),
        "name": node.get("name"),
        "published": node.get("datePublished") or node.get("dateCreated"),
        "updated": node.get("dateModified"),
        "outlet": _name(node.get("publisher")) or _name(node.get("sourceOrganization")),
        "language": _name(node.get("inLanguage")),
    }
    authors = node.get("author") or node.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    people = tuple(name for name in map(_name, listed) if name and not name.startswith(("http:", "https:")))
    fields = {key: text for key, value in names.items() if (text := text_of(value)) and text.strip()}
    if str(node.get("isAccessibleForFree")).casefold().rpartition("/")[2] == "false":
        fields["paid"] = "paid"
    return PageData(fields, people, text_of(node.get("articleBody")))


def _name(value: object) -> str | None:
    """The name of a person or organisation, given as text, object or list."""
    if isinstance(value, list):
        return _name(value[0]) if value else None
    if isinstance(value, Mapping):
        return text_of(value.get("name"))
    return text_of(value)
