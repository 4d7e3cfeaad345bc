"""What stands in a page's head for machines: description, canonical address, feeds and schema.org data."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from digest.render.encode import json_in_html
from digest.site.addresses import inside, outside

DESCRIPTION_LENGTH = 200
"""Most characters of a description; search engines print about 160."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What pages need to know of the site. ``address`` is its URL without a trailing slash, or empty."""

    name: str
    address: str
    description: str
    timezone: str
    private: bool


def head(site: SiteFacts, *, kind: str, address: str, base: str, title: str, data: Mapping[str, Any]) -> str:
    """The machine-readable part of a page's head, as HTML; pages without data (search, an empty section) name no feeds.

    A page that moved takes its reader to where it is now, which is its canonical address too.
    """
    parts = [f'<meta name="description" content="{_text(_description(site, kind, title, data))}">']
    if kind == "moved":
        address = str(data["moved_to"])
        # A folder of files has no server that could answer with a redirect.
        parts.append(f'<meta http-equiv="refresh" content="0; url={_text(inside(base, address))}">')
    if site.address:
        parts.append(f'<link rel="canonical" href="{_text(f"{site.address}/{address}")}">')
    parts += [f'<meta property="og:{name}" content="{_text(value)}">' for name, value in _card(site, kind, title)]
    if data:
        parts += [_feed_link(base, one) for one in _feeds(kind, title, address, data)]
    if kind == "story":
        parts.append(f'<script type="application/ld+json">{json_in_html(story_data(site, data))}</script>')
    return "\n".join(parts)


def story_data(site: SiteFacts, story: Mapping[str, Any]) -> dict[str, Any]:
    """A story as schema.org sees it: a page that cites reports, with the quotations on it."""
    here = f"{site.address}/{story['url']}" if site.address else story["url"]
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": here,
        "headline": story["headline"]["text"],
        "datePublished": story["first"],
        "dateModified": story["last"],
        "publisher": {"@type": "Organization", "name": site.name},
        "about": [topic["name"] for topic in story["topics"]],
        "citation": [_report(source) for source in story["coverage"]],
        "hasPart": [_quotation(quote) for quote in story["quotes"]],
    }


def _report(source: Mapping[str, Any]) -> dict[str, Any]:
    known = {
        "@type": "NewsArticle",
        "headline": source["headline"],
        "url": outside(source["url"]),
        "datePublished": source["when"] if source["dated"] else None,
        "publisher": {"@type": "Organization", "name": source["outlet"]},
    }
    return {name: value for name, value in known.items() if value}


def _quotation(quote: Mapping[str, Any]) -> dict[str, Any]:
    speaker = quote["speaker"]
    type_of = "Organization" if speaker["kind"] == "organisation" else "Person"
    spoken = {"spokenByCharacter": {"@type": type_of, "name": speaker["name"]}} if speaker["name"] else {}
    link = outside(quote["passage"]["link"])
    return {
        "@type": "Quotation",
        "text": " ".join(quote["passage"]["pieces"]),
        **spoken,
        **({"url": link} if link else {}),
    }


def _description(site: SiteFacts, kind: str, title: str, data: Mapping[str, Any]) -> str:
    if kind == "story" and data["brief"]:
        text = str(data["brief"][0]["text"])
    elif kind in ("home", "day") and data.get("stories"):
        text = " · ".join(str(story["headline"]) for story in data["stories"][:3])
    else:
        text = f"{title}. {site.description}" if site.description else title
    return text if len(text) <= DESCRIPTION_LENGTH else text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _card(site: SiteFacts, kind: str, title: str) -> Iterable[tuple[str, str]]:
    yield "title", title
    yield "type", "article" if kind == "story" else "website"
    yield "site_name", site.name


def _feeds(kind: str, title: str, address: str, data: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    """Feeds of a page as (type, title, address below the root): its own first, then the whole."""
    if kind in ("person", "outlet", "topic", "corrections"):
        stem = f"data/{address.rstrip('/')}"
        yield "application/atom+xml", title, f"{stem}.xml"
        yield "application/feed+json", title, f"{stem}.feed.json"
    if kind == "story" and data["files"].get("atom"):
        yield "application/atom+xml", title, data["files"]["atom"]
        if data["files"].get("json_feed"):
            yield "application/feed+json", title, data["files"]["json_feed"]
    yield "application/atom+xml", "All stories", "data/feed.xml"
    yield "application/feed+json", "All stories", "data/feed.json"


def _feed_link(base: str, feed: tuple[str, str, str]) -> str:
    kind, title, address = feed
    return f'<link rel="alternate" type="{kind}" title="{_text(title)}" href="{_text(inside(base, address))}">'


def _text(value: str) -> str:
    return html.escape(value)
