"""Any bytes at all give a typed reading: a fuzz target for each parser."""

from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.addresses import read_addresses
from digest.ingest.articles import KnownIdentities, to_articles
from digest.ingest.documents import read_patiently, read_strict
from digest.ingest.encoding import decode
from digest.ingest.kinds import KINDS
from digest.ingest.lists import read_list
from digest.ingest.mime import is_mime
from digest.ingest.opml import read_opml, salvage_opml
from digest.ingest.reading import Reading
from digest.ingest.recognise import recognise
from digest.ingest.unpack import unpack
from digest.ingest.warc import is_warc, responses
from digest.ingest.xmltree import prepare
from digest.model import Source

SOURCE = Source("wire", url="https://harbour.example/feed")
NIGHT = datetime(2026, 3, 5, tzinfo=UTC)
EXAMPLES = 1500
"""Documents each target is given: about a minute for all of them on one slow core."""
MOST_SECONDS = 20
"""Processor seconds in which three documents of 100 kB are read seven ways, whatever else the machine does; a pattern gone wild takes hours."""
PIECES = {
    "rss": ["<rss>", "<rss version='2.0'>", "<channel>", "</channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<guid>", "</guid>"],
    "atom": ["<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<content type='xhtml'>", "<content type='text/plain'>", "</content>", "<link href='x'/>"],
    "newsml-g2": ["<newsItem>", "<itemMeta>", "<pubStatus qcode=", "'stat:usable'/>", "<contentSet>", "<inlineXML>", "<nitf>", "</nitf>", "</newsItem>"],
    "nitf": ["<nitf>", "<body>", "<body.content>", "<hedline>", "<hl1>", "</hl1>", "<docdata management-status='embargoed'>", "<date.release norm='x'/>"],
    "newsml": ["<NewsML>", "<NewsItem>", "<NewsIdentifier>", "<PublicIdentifier>", "<NewsManagement>", "<Status FormalName='Embargoed'/>", "<HeadLine>", "</HeadLine>", "<DataContent>", "<p>", "</NewsItem>"],
    "html": ["<html>", "<body>", "<p>", "</p>", "<div class='", "comment'>", "</div>", "<script type='application/ld+json'>", '{"@type":', '"NewsArticle"', "}", "</script>", "<a>", "<table>"],
    "json": ["{", "}", "[", "]", '"items":', '"version":"jsonfeed"', ",", '"id":', "1", "null", '"\\ud800"', '"uri":', '"bodies":', '"value":', "1e999", "NaN"],
    "text": ["date 2026-03-04 ", "title: ", "\n", "\n\n", ":", "date: ", "Words. "],
}  # fmt: skip
MARKUP = ["<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE ", "[", "&", "&amp;", "&#", ";", "&x;", "<", ">", "'", '"', "\x00", "\ud800", "words ", "\u202e"]  # fmt: skip


def soup(kind: str) -> st.SearchStrategy[str]:
    """Texts put together from what documents of a kind are made of."""
    return st.lists(st.sampled_from(PIECES[kind] + MARKUP) | st.text(max_size=8), max_size=40).map("".join)


def check(reading: Reading | None) -> None:
    """A reading that every later step can rely on: it survives the way out of the cage, and its quotations lie in its texts."""
    if reading is None:
        return
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    assert all(problem.code and problem.detail and problem.remedy for problem in reading.problems)
    for entry in reading.entries:
        assert all(0 <= start < end <= len(entry.text) for start, end in entry.block_quotes)
        assert entry.url is None or entry.url.startswith(("http://", "https://"))
    arrivals = to_articles(reading.entries, KnownIdentities(), night=NIGHT)
    assert len({article.id for article in arrivals.new}) == len(arrivals.new) <= len(reading.entries)


def safe(text: str) -> str:
    """What decoding bytes can give: no lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


@pytest.mark.parametrize("kind", PIECES)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_soup_of_any_kind_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    text = safe(data.draw(soup(kind)))
    check(read_strict(text, kind, SOURCE))
    check(read_patiently(text, kind, SOURCE))
    check(read_patiently(text, recognise(text), SOURCE))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text = decode(unpack(data).data).text
    check(read_patiently(text, recognise(text), SOURCE))


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "items", "title", "text", "date", "uri", "bodies", "headlines", "value", "type", "authors", "name", "version", "infosources", "embargoed", "pubstatus"]), inner, max_size=5), max_leaves=20)  # fmt: skip


@settings(max_examples=EXAMPLES, deadline=None)
@given(JSON)
def test_json_of_any_shape_is_read_or_refused(value: object) -> None:
    check(read_patiently(safe(json.dumps(value)), "json", SOURCE))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(["sources:", "\n", "  - ", "url: ", "https://a.example", "[", "]", "{", "}", "*a", "&a ", "!!x ", "topics:", "name: x", "'", "|"]), max_size=25).map("".join))  # fmt: skip
def test_a_list_of_any_shape_is_read_or_refused(text: str) -> None:
    assert all(problem.remedy for problem in read_list(text, "list.yml").problems)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(["<opml>", "<body>", "<outline ", "text=", "xmlUrl=", "category=", '"', "'", "https://a.example/", "/>", ">", "</outline>", "<", "&", ",", "/"]) | st.text(max_size=6), max_size=30).map("".join))  # fmt: skip
def test_a_list_of_another_reader_of_any_shape_gives_sources_or_none(text: str) -> None:
    root = salvage_opml(prepare(safe(text)).text)
    assert all(source.url and source.name for source in (read_opml(root, "a.opml") if root is not None else ()))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(["https://a.example/f", "[InternetShortcut]\n", "URL=", "Name=", "<plist><dict><key>URL</key><string>", "</string>", "\n", "# ", "- ", "Harbour ", "(", ")", ": "]) | st.text(max_size=6), max_size=20).map("".join))  # fmt: skip
def test_addresses_of_any_shape_give_sources_of_addresses(text: str) -> None:
    sources = read_addresses(text, "a.txt").sources
    assert all(source.url and source.name for source in sources)
    assert recognise(text) in {
        *KINDS.values(),
        "html",
        "json",
        "list",
        "addresses",
        "text",
        "empty",
        "xml",
        "unknown",
        "warc",
    }


REPEATED = ["# ", "#", "- ", "a: ", "a:\n", "title: x\n", "X-A: b\n", "https://a.example/ ", "[InternetShortcut]", "URL=a\n", " \t", "\n ", "sources:\n", "feeds: \n", "title,", "title;a", '"title"\t', "---\n", "<plist ", "<plist><dict>", "<outline a='b' ", '<outline text="', "By A B ", "By A and ", "get a in ", "do you know ", "read more ", "the post ", "{\\rtf", '{"sources":', "date 2026-03-04 ", "Subject: a\n", "a-", "aB", "<p>By Ann ", "<h2>Related", "<div class='ad'>"]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_what_is_repeated_ten_thousand_times_costs_little(piece: str) -> None:
    text = piece * 10_000
    before = time.process_time()
    for written in (text, text + "!", f"<html><body><p>{text}</p><p class='{piece * 100}'>{piece * 9}</p>"):
        kind = recognise(written)
        check(read_patiently(written, kind, SOURCE))
        read_patiently(written, "text", SOURCE)
        read_addresses(written, "a.txt")
        salvage_opml(written[:100_000])
        is_mime(written.encode())
    assert time.process_time() - before < MOST_SECONDS


WARC = ["WARC/1.0\r\n", "WARC-Type: response\r\n", "WARC-Target-URI: https://a.example/\r\n", "Content-Length: ", "9", "70", "\r\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "<p>x</p>"]  # fmt: skip


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(WARC) | st.text(max_size=9), max_size=30).map("".join), st.booleans())
def test_an_archive_of_any_shape_is_read_or_refused(text: str, zipped: bool) -> None:
    data = b"WARC/1.0\r\n" + text.encode("utf-8", "replace")
    assert is_warc(data)
    assert all(
        found.flaw in (None, "cut-off", "too-large") and len(found.data) <= len(data)
        for found in responses(gzip.compress(data) if zipped else data)
    )
