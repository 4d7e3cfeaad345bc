"""Where a web page says its feeds are, and where feeds often are when it says nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin

SEARCHED_BYTES = 512 * 1024
"""How much of a page is searched for links: its head, and the body of most."""

MOST_LINKED = 8
"""Most linked feeds that are tried; beyond come feeds of single sections and comments."""

FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "application/json",
    }
)

COMMON_PATHS = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "feeds/posts/default")
"""Where common publishing software puts its feed: WordPress and Substack, Ghost, Jekyll, Hugo, JSON Feed, Blogger."""

TAG = re.compile(r"<(link|a|base)\s([^<>]{1,2000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,30})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
FEED_HREF = re.compile(r"\b(?:rss|atom|feeds?)\b|\.rdf$", re.IGNORECASE)
COMMENTS = re.compile(r"\bcomments?\b", re.IGNORECASE)


def linked_feeds(body: bytes, page_url: str) -> tuple[str, ...]:
    """URLs of the feeds that a page links to: those it declares, or else those its links look like; best first.

    >>> linked_feeds(b'<link rel=alternate type="application/rss+xml" href="/rss">', "https://harbour.example/news/")
    ('https://harbour.example/rss',)
    """
    tags = [(found[1].lower(), _attributes(found[2])) for found in TAG.finditer(_text(body))]
    base = next((urljoined for kind, tag in tags if kind == "base" and (urljoined := _joined(page_url, tag))), page_url)
    declared = [tag for kind, tag in tags if kind == "link" and _declares_feed(tag)]
    looking = [tag for kind, tag in tags if kind == "a" and FEED_HREF.search(tag.get("href", ""))]
    chosen = sorted(declared or looking, key=lambda tag: bool(COMMENTS.search(f"{tag.get('title')} {tag.get('href')}")))
    urls = dict.fromkeys(url for tag in chosen if (url := _joined(base, tag)))
    return tuple(urls)[:MOST_LINKED]


def guessed_feeds(page_url: str) -> tuple[str, ...]:
    """URLs where the feed of a site often is: below the page itself, then below the root.

    >>> guessed_feeds("https://harbour.example/blog")[0]
    'https://harbour.example/blog/feed'
    """
    page = urljoin(page_url, "?").removesuffix("?").rstrip("/") + "/"
    root = urljoin(page_url, "/")
    below = [urljoin(page, path) for path in COMMON_PATHS[:2]]
    return tuple(dict.fromkeys([*below, *(urljoin(root, path) for path in COMMON_PATHS)]))


def _text(body: bytes) -> str:
    return body[:SEARCHED_BYTES].decode("utf-8", "replace")


def _attributes(tag: str) -> dict[str, str]:
    return dict(reversed(list(_pairs(tag))))


def _pairs(tag: str) -> Iterator[tuple[str, str]]:
    for found in ATTRIBUTE.finditer(tag):
        value = next((value for value in found.groups()[1:] if value is not None), "")
        yield found[1].lower(), html.unescape(value)


def _declares_feed(tag: dict[str, str]) -> bool:
    kind = tag.get("type", "").partition(";")[0].strip().lower()
    relations = tag.get("rel", "").lower().split()
    return "feed" in relations or (
        "alternate" in relations and kind in FEED_TYPES and "oembed" not in tag.get("href", "")
    )


def _joined(base: str, tag: dict[str, str]) -> str | None:
    try:
        url = urljoin(base, tag.get("href", "").strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) and tag.get("href") else None
