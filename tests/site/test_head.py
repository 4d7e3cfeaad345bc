"""What a page's head tells machines: the feeds that follow it, and a story with its reports and quotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import etree, html

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
FOLLOWED = {
    "people": "people/*/index.html",
    "outlets": "outlets/*/index.html",
    "topics": "topics/*/index.html",
}
WITHOUT_FEEDS = {"search", "method"}
"""Pages without generated content."""


def feeds_of(site: Path, page: Path) -> list[tuple[str, str]]:
    """The feeds that a page names, each as its type and its address below the site."""
    here = page.relative_to(site).as_posix()
    document: Any = html.fromstring(page.read_bytes())
    links = document.xpath("/html/head/link[@rel='alternate']")
    return [
        (link.get("type"), urljoin(f"https://x.example/{here}", link.get("href")).split("/", 3)[3]) for link in links
    ]


@pytest.mark.parametrize("kind", FOLLOWED)
def test_the_head_of_a_page_names_its_own_feeds_first(built: Any, kind: str) -> None:
    pages = sorted(built.site.glob(FOLLOWED[kind]))
    assert pages
    for page in pages:
        name = page.parent.name
        own = [(ATOM, f"data/{kind}/{name}.xml"), (JSON_FEED, f"data/{kind}/{name}.feed.json")]
        assert feeds_of(built.site, page)[:2] == own


def test_every_page_with_content_names_the_feeds_of_the_whole_and_every_feed_named_reads_as_one(built: Any) -> None:
    named = set()
    whole = {(ATOM, "data/feed.xml"), (JSON_FEED, "data/feed.json")}
    for pattern in ("index.html", "*/index.html", "days/*/*/*/index.html", "stories/**/index.html", *FOLLOWED.values()):
        for page in built.site.glob(pattern):
            found = set(feeds_of(built.site, page))
            assert whole <= found or page.parent.name in WITHOUT_FEEDS, page
            named |= found
    for kind, address in sorted(named):
        content = (built.site / address).read_bytes()
        if kind == ATOM:
            assert etree.fromstring(content).tag == "{http://www.w3.org/2005/Atom}feed"
        else:
            assert json.loads(content)["version"].startswith("https://jsonfeed.org/version/1")


def test_a_story_tells_its_reports_and_quotations_in_the_words_of_schema_org(built: Any) -> None:
    page = built.story(2)
    address = page.relative_to(built.site).as_posix()
    story = json.loads((built.site / f"data/{address}.json").read_text())
    document: Any = html.fromstring((page / "index.html").read_bytes())
    (script,) = document.xpath("//script[@type='application/ld+json']")
    told = json.loads(script.text)
    assert [one["@type"] for one in told["citation"]] == ["NewsArticle"] * len(story["coverage"])
    assert [one["url"] for one in told["citation"]] == [source["url"] for source in story["coverage"]]
    assert [(one["@type"], one["text"], one["spokenByCharacter"]["name"]) for one in told["hasPart"]] == [
        ("Quotation", " ".join(quote["passage"]["pieces"]), quote["speaker"]["name"]) for quote in story["quotes"]
    ]
