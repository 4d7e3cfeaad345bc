"""From the address of a site to its feeds, and from a feed to a line in a list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import UsageError
from digest.ingest.lists import read_list
from digest.ingest.net.discover import Discovery, discover, discover_file
from digest.ingest.net.links import guessed_feeds, linked_feeds
from digest.ingest.net.sources_file import add_source, source_block
from digest.model import Source

HTML = "text/html; charset=utf-8"
PAGE = "https://harbour.example/news/"


def find(web: Any, url: str, **more: Any) -> Discovery:
    return discover(url, env=more.pop("env", {}), policy=web.policy, night=web.night, **more)


def page(web: Any, body: str) -> bytes:
    made: bytes = web.reply(200, f"<!DOCTYPE html><html><head>{body}</head></html>".encode(), content_type=HTML)
    return made


def test_an_address_that_is_a_feed_is_the_candidate(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    (candidate,) = find(web, web.url("/feed")).candidates
    assert (candidate.found, candidate.source.name) == ("given", "Harbour Post")
    assert candidate.source.url == web.url("/feed")
    assert candidate.reading is not None
    assert [entry.headline for entry in candidate.reading.entries] == ["Ferry line reopens"]


def test_a_page_leads_to_the_feeds_it_declares(web: Any) -> None:
    head = """<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel=alternate type=application/rss+xml href=/feed><link rel="stylesheet" href="/rss.css">
    <LINK REL='Alternate' TYPE='application/atom+xml' HREF='/gone'>"""
    web.on("/", page(web, head))
    web.on("/feed", web.reply(200, web.feed))
    web.on("/comments/feed", web.reply(200, web.feed.replace(b"Harbour", b"Comments on Harbour")))
    found = find(web, web.url("/"))
    assert [candidate.source.url for candidate in found.candidates] == [web.url("/feed"), web.url("/comments/feed")]
    assert {candidate.found for candidate in found.candidates} == {"linked"}
    assert found.problems == ()


def test_a_page_that_declares_nothing_is_searched_at_common_places(web: Any) -> None:
    web.on("/blog", page(web, "<title>Blog</title>"))
    web.on("/rss.xml", web.reply(200, web.feed))
    (candidate,) = find(web, web.url("/blog")).candidates
    assert (candidate.found, candidate.source.url) == ("guessed", web.url("/rss.xml"))


def test_a_site_without_a_feed_says_so(web: Any) -> None:
    web.on("/", page(web, ""))
    found = find(web, web.url("/"))
    assert [problem.code for problem in found.problems] == ["nothing-found"]
    assert "Feed" in found.problems[0].remedy


def test_a_web_page_at_a_feeds_address_is_no_candidate(web: Any) -> None:
    web.on("/", page(web, '<link rel="alternate" type="application/rss+xml" href="/feed">'))
    web.on("/feed", page(web, "Sign in"))
    assert find(web, web.url("/")).candidates == ()


@pytest.mark.parametrize(
    ("status", "code"), [(404, "not-found"), (403, "refused"), (500, "server-error"), (429, "rate-limited")]
)
def test_an_address_that_does_not_answer_says_why(web: Any, status: int, code: str) -> None:
    web.on("/", web.reply(status))
    assert [problem.code for problem in find(web, web.url("/")).problems] == [code]


@pytest.mark.parametrize("url", ["", "ftp://harbour.example", "http://10.0.0.1/", "http://nowhere.invalid/", "a b"])
def test_an_address_that_cannot_be_asked_says_why(web: Any, url: str) -> None:
    assert find(web, url).problems[0].remedy


def test_the_scheme_may_be_left_out(web: Any) -> None:
    """Https is tried first; the server here speaks http alone."""
    web.on("/feed", web.reply(200, web.feed))
    (candidate,) = find(web, f"harbour.example:{web.port}/feed").candidates
    assert candidate.source.url == web.url("/feed", "harbour.example")


def test_a_feed_that_moved_for_good_is_added_where_it_is_now(web: Any) -> None:
    web.on("/old", web.reply(301, location="/feed"))
    web.on("/now", web.reply(302, location="/feed"))
    web.on("/feed", web.reply(200, web.feed))
    assert find(web, web.url("/old")).candidates[0].source.url == web.url("/feed")
    assert find(web, web.url("/now")).candidates[0].source.url == web.url("/now")


def test_a_key_stays_a_variable(web: Any) -> None:
    web.on("/feed?key=a1b2c3d4", web.reply(200, web.feed))
    found = find(web, web.url("/feed?key=${KEY}"), env={"KEY": "a1b2c3d4"})
    assert found.candidates[0].source.url == web.url("/feed?key=${KEY}")
    assert "a1b2c3d4" not in repr(found)


def test_a_name_that_is_taken_gets_a_number(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    (candidate,) = find(web, web.url("/feed"), taken=["Harbour Post", "Harbour Post 2"]).candidates
    assert candidate.source.name == "Harbour Post 3"


def test_a_list_file_offers_its_sources(tmp_path: Path) -> None:
    path = tmp_path / "subscriptions.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="Ports"><outline text="Harbour Post" '
        'xmlUrl="https://harbour.example/feed"/></outline></body></opml>',
        encoding="utf-8",
    )
    (candidate,) = discover_file(path, env={}).candidates
    assert (candidate.source.name, candidate.source.url) == ("Harbour Post", "https://harbour.example/feed")
    assert (candidate.found, candidate.reading) == ("listed", None)


def test_a_saved_feed_offers_where_it_lives(tmp_path: Path) -> None:
    path = tmp_path / "saved.xml"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>'
        '<link rel="self" href="https://harbour.example/atom"/><entry><title>Ferry line reopens</title>'
        "<id>1</id></entry></feed>",
        encoding="utf-8",
    )
    (candidate,) = discover_file(path, env={}).candidates
    assert candidate.source.url == "https://harbour.example/atom"
    assert candidate.reading is not None
    assert len(candidate.reading.entries) == 1


def test_a_text_file_offers_no_source(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The ferry line reopens on Monday.\n", encoding="utf-8")
    assert discover_file(path, env={}).candidates == ()


LINKS = {
    "a path": ('<link rel="alternate" type="application/rss+xml" href="rss">', ("https://harbour.example/news/rss",)),
    "a base": (
        '<base href="/x/"><link rel="alternate" type="application/atom+xml" href="a">',
        ("https://harbour.example/x/a",),
    ),
    "entities": (
        '<link rel="alternate" type="text/xml" href="/f?a=1&amp;b=2">',
        ("https://harbour.example/f?a=1&b=2",),
    ),
    "the newer relation": ('<link rel="feed" href="/f">', ("https://harbour.example/f",)),
    "twice the same": ('<link rel="feed" href="/f"><link rel="feed" href="/f">', ("https://harbour.example/f",)),
    "a plain link": ('<a class="x" href="/about/rss">Feeds</a>', ("https://harbour.example/about/rss",)),
    "a plain link beside a declared one": (
        '<a href="/rss/all">All</a><link rel="feed" href="/f">',
        ("https://harbour.example/f",),
    ),
    "another language": ('<link rel="alternate" hreflang="de" href="/de">', ()),
    "a preview": ('<link rel="alternate" type="application/json" href="/oembed?u=1">', ()),
    "a script": ('<link rel="feed" href="javascript:alert(1)">', ()),
    "nothing": ('<link rel="feed" href="">', ()),
    "no address": ('<link rel="feed" href="http://[">', ()),
}


@pytest.mark.parametrize("what", LINKS)
def test_links_are_found(what: str) -> None:
    markup, expected = LINKS[what]
    assert linked_feeds(markup.encode(), PAGE) == expected


def test_a_page_of_links_costs_little() -> None:
    assert len(linked_feeds(b'<link rel="feed" href="/f?%d">' % 1 * 50_000, PAGE)) == 1
    assert linked_feeds(b"<a " * 200_000, PAGE) == ()
    assert linked_feeds(b"<link " + b"x=" * 300_000, PAGE) == ()


def test_guesses_are_of_the_same_site() -> None:
    assert all(url.startswith("https://harbour.example/") for url in guessed_feeds("https://harbour.example/a/b?c#d"))


SOURCE = Source("Harbour Post", url="https://harbour.example/feed")
ADDED = "  - name: Harbour Post\n    url: https://harbour.example/feed\n"

LISTS = {
    "an empty file": ("", "sources:\n" + ADDED),
    "a file of notes": ("# ours\n", "# ours\nsources:\n" + ADDED),
    "a list": (
        "sources:\n  - name: A\n    url: https://a.example/\n",
        "sources:\n  - name: A\n    url: https://a.example/\n" + ADDED,
    ),
    "a list without indent": (
        "sources:\n- url: https://a.example/\n",
        "sources:\n- url: https://a.example/\n" + ADDED.replace("\n  ", "\n")[2:],
    ),
    "a list without its last line end": (
        "sources:\n  - url: https://a.example/",
        "sources:\n  - url: https://a.example/\n" + ADDED,
    ),
    "notes and blank lines stay where they are": (
        "sources:  # all\n  # ports\n  - name: 'A'  # one\n    url: \"https://a.example/\"  # two\n\n# topics\ntopics: []\n",
        "sources:  # all\n  # ports\n  - name: 'A'  # one\n    url: \"https://a.example/\"  # two\n"
        + ADDED
        + "\n# topics\ntopics: []\n",
    ),
    "topics after": (
        "sources:\n  - url: https://a.example/\n    topics: [A, B]\ntopics:\n  - name: X\n    match: [x]\n",
        "sources:\n  - url: https://a.example/\n    topics: [A, B]\n"
        + ADDED
        + "topics:\n  - name: X\n    match: [x]\n",
    ),
    "topics alone": ("topics: []\n", "topics: []\nsources:\n" + ADDED),
    "nothing in the list": ("sources:\ntopics: []\n", "sources:\n" + ADDED + "topics: []\n"),
    "nothing in the list but a note": ("sources:  # to come\n", "sources:  # to come\n" + ADDED),
    "an empty list in brackets": ("sources: []  # none\ntopics: []\n", "sources:  # none\n" + ADDED + "topics: []\n"),
    "a list in brackets": (
        "sources: [{url: 'https://a.example/'}, ]\n",
        'sources: [{url: \'https://a.example/\'}, {"name": "Harbour Post", "url": "https://harbour.example/feed"}, ]\n',
    ),
    "addresses alone": ("sources:\n  - https://a.example/\n", "sources:\n  - https://a.example/\n" + ADDED),
    "a folded value at the end": (
        "sources:\n  - url: https://a.example/\n    licence: >\n      free to\n      use\ntopics: []\n",
        "sources:\n  - url: https://a.example/\n    licence: >\n      free to\n      use\n" + ADDED + "topics: []\n",
    ),
    "line ends of another system": (
        "sources:\r\n  - url: https://a.example/\r\n",
        ("sources:\n  - url: https://a.example/\n" + ADDED).replace("\n", "\r\n"),
    ),
    "a mark at the beginning": (
        "\ufeffsources:\n  - url: https://a.example/\n",
        "\ufeffsources:\n  - url: https://a.example/\n" + ADDED,
    ),
}


@pytest.mark.parametrize("what", LISTS)
def test_a_source_is_added_and_the_rest_stays(what: str) -> None:
    before, after = LISTS[what]
    assert add_source(before, SOURCE) == after


REFUSED = {
    "no YAML": "sources: [",
    "a text": "Harbour Post\n",
    "a list of other things": "- a\n",
    "sources that are none": "sources: all\n",
    "two documents": "sources: []\n---\nsources: []\n",
    "one that is there already": "sources:\n  - url: https://harbour.example/feed\n",
    "one that is there already, alone": "sources:\n  - https://harbour.example/feed\n",
    "one of that name": "sources:\n  - name: Harbour Post\n    url: https://a.example/\n",
    "a mapping in brackets": "{topics: []}\n",
    "an end of document": "topics: []\n...\n",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_added_to_says_what_to_do(what: str) -> None:
    with pytest.raises(UsageError, match=r"by hand|already"):
        add_source(REFUSED[what], SOURCE)


NAMES = (
    "yes",
    "null",
    "1.5",
    "2026-03-04",
    "- a",
    "a: b",
    "a #b",
    "'a'",
    '"a"',
    "*a",
    "&a",
    "!a",
    "{a}",
    "[a]",
    "%a",
    "@a",
    "`a",
    "=",
    "<<",
    "~",
    "😀 ñ",
    "a\\b",
    "|",
    ">",
    "? a",
    "#a",
    "a:",
    "0x1F",
    "1_000",
    "12:30",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_means_something_to_yaml_stays_a_name(name: str) -> None:
    assert yaml.safe_load(add_source("", Source(name, url=SOURCE.url)))["sources"] == [
        {"name": name, "url": SOURCE.url}
    ]


@settings(deadline=None)
@given(
    st.text(max_size=40), st.text(max_size=40), st.lists(st.text(max_size=10), max_size=3).map(tuple), st.integers(0, 9)
)
def test_any_source_can_be_written_and_read_back(name: str, url: str, topics: tuple[str, ...], excerpt: int) -> None:
    """What is written is one entry, whatever its words; only what cannot be printed is lost."""
    source = Source(
        f"n{name}", url=f"https://{url}", topics=topics, excerpt_chars=excerpt, quote_chars=excerpt, full_text="never"
    )
    text = add_source("sources:\n  - url: https://a.example/\n", source)
    lists = read_list(text, "list.yml")
    assert len(lists.sources) == 2
    assert (lists.sources[1].full_text, lists.sources[1].excerpt_chars, lists.sources[1].quote_chars) == (
        "never",
        excerpt,
        excerpt,
    )
    assert add_source(text, SOURCE).startswith(text)


def test_every_field_is_written() -> None:
    source = Source("A", "https://a.example/", None, "O", "de", ("X", "Y: Z"), "always", "CC BY", 90)
    lists = read_list("sources:\n" + source_block(source), "list.yml")
    assert lists.sources == (
        Source("A", "https://a.example/", "list.yml", "O", "de", ("X", "Y: Z"), "always", "CC BY", 90),
    )
