"""Each format is told by its content and read into the same entries."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.cage import Cage
from digest.ingest.documents import read_patiently
from digest.ingest.encoding import decode
from digest.ingest.read import read_document
from digest.ingest.reading import Reading
from digest.ingest.recognise import recognise
from digest.ingest.unpack import unpack
from digest.model import Entry, Source, Status

MORNING = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
SOURCE = Source("wire", url="https://harbour.example/feed")

RSS_2 = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en-gb</language><ttl>60</ttl>
<item><title>Dam &amp;amp; audit</title><link>/dam</link><guid isPermaLink="false">hp-1</guid>
<pubDate>Wed, 04 Mar 2026 08:30:00 GMT</pubDate><dc:creator>Ann Reed</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The dam holds.</p><p>So far.</p>]]></content:encoded></item></channel></rss>"""
RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour Post</title></channel>
<item rdf:about="https://harbour.example/dam"><title>Dam &amp;amp; audit</title><link>https://harbour.example/dam</link>
<dc:date>2026-03-04T09:30:00+01:00</dc:date><dc:creator>Ann Reed</dc:creator><description>&lt;p&gt;The dam holds.&lt;/p&gt;&lt;p&gt;So far.&lt;/p&gt;</description>
</item></rdf:RDF>"""
RSS_090 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
<channel><title>Harbour Post</title></channel><item><title>Dam &amp;amp; audit</title><link>https://harbour.example/dam</link></item></rdf:RDF>"""
ATOM_1 = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title><id>tag:1</id>
<link rel="self" href="https://harbour.example/feed"/><link href="https://harbour.example/"/>
<entry><id>tag:harbour.example,2026:1</id><title type="html">Dam &amp;amp; audit</title><link rel="alternate" href="dam"/>
<published>2026-03-04T08:30:00Z</published><updated>2026-03-04T08:30:00Z</updated><author><name>Ann Reed</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam holds.</p><p>So far.</p></div></content></entry></feed>"""
ATOM_03 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour Post</title><entry><id>tag:1</id>
<title mode="escaped" type="text/html">Dam &amp;amp; audit</title><link rel="alternate" type="text/html" href="https://harbour.example/dam"/>
<issued>2026-03-04T08:30:00Z</issued><modified>2026-03-04T08:30:00Z</modified><author><name>Ann Reed</name></author>
<content mode="base64" type="text/html">PHA+VGhlIGRhbSBob2xkcy48L3A+PHA+U28gZmFyLjwvcD4=</content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "items": [
            {
                "id": 1,
                "url": "https://harbour.example/dam",
                "title": "Dam & audit",
                "content_html": "<p>The dam holds.</p><p>So far.</p>",
                "date_published": "2026-03-04T08:30:00Z",
                "authors": [{"name": "Ann Reed"}],
            }
        ],
    }
)
JSON_LINES = (
    '{"id": "1", "title": "Dam & audit", "text": "The dam holds.\\n\\nSo far.", "date": "2026-03-04T08:30:00Z", '
    '"url": "https://harbour.example/dam", "outlet": "Harbour Post", "byline": "Ann Reed"}\n\n{"id": "2", "text": "More."}\n'
)
PLAIN = "title: Dam & audit\noutlet: Harbour Post\nurl: https://harbour.example/dam\ndate: 2026-03-04 08:30\nby: Ann Reed\n\nThe dam\nholds.\n\nSo far.\n"
NINJS_1 = json.dumps(
    {
        "uri": "https://harbour.example/dam",
        "type": "text",
        "versioncreated": "2026-03-04T08:30:00Z",
        "pubstatus": "usable",
        "headline": "Dam & audit",
        "byline": "Ann Reed",
        "copyrightholder": "Harbour Post",
        "body_text": "The dam holds. So far.",
        "body_xhtml": "<p>The dam holds.</p><p>So far.</p>",
    }
)
NINJS_3 = json.dumps(
    {
        "uri": "https://harbour.example/dam",
        "type": "text",
        "versionCreated": "2026-03-04T08:30:00Z",
        "pubStatus": "usable",
        "by": "Ann Reed",
        "copyrightHolder": "Harbour Post",
        "headlines": [{"role": "short", "value": "Dam"}, {"role": "main", "value": "Dam & audit"}],
        "bodies": [
            {"contentType": "text/plain", "value": "The dam holds. So far."},
            {"contentType": "text/html", "value": "<p>The dam holds.</p><p>So far.</p>"},
        ],
    }
)
NITF = """<nitf><head><docdata management-status="usable"><doc-id id-string="hp-1"/><date.issue norm="20260304T083000Z"/></docdata>
<pubdata name="Harbour Post"/></head><body><body.head><hedline><hl1>Dam &amp;amp; audit</hl1></hedline>
<byline>By Ann Reed, <byttl>Staff Reporter</byttl></byline></body.head>
<body.content><p>The dam holds.</p><p>So far.</p></body.content></body></nitf>"""
G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour.example:1" version="3" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Harbour Post"/><versionCreated>2026-03-04T08:30:00Z</versionCreated>%s
<pubStatus qcode="stat:%s"/></itemMeta><contentMeta><headline>Dam &amp; audit</headline><by>By Ann Reed</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>The dam holds.</p><p>So far.</p></body></html></inlineXML></contentSet></newsItem>"""
G1 = """<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>Harbour Post</ProviderId>
<RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:harbour.example:20260304:1:2</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20260304T083000Z</FirstCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Dam &amp; audit</HeadLine><ByLine>By Ann Reed</ByLine></NewsLines><ContentItem><DataContent>
<html><body><p>The dam holds.</p><p>So far.</p></body></html></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Dam &amp; audit | Harbour Post</title>
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "Dam & audit",
"datePublished": "2026-03-04T08:30:00Z", "author": [{"name": "Ann Reed"}], "publisher": {"name": "Harbour Post"}}]}</script>
<link rel="canonical" href="https://harbour.example/dam"></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Dam &amp; audit</h1><p>The dam holds.</p><div class="share-bar"><a href="#">Share</a></div><p>So far.</p></article>
<footer>All rights reserved.</footer></body></html>"""
DOCUMENTS = {
    "RSS 2.0": (RSS_2, "rss"),
    "RSS 1.0": (RSS_1, "rss"),
    "RSS 0.90": (RSS_090, "rss"),
    "Atom 1.0": (ATOM_1, "atom"),
    "Atom 0.3": (ATOM_03, "atom"),
    "JSON Feed": (JSON_FEED, "jsonfeed"),
    "JSON Lines": (JSON_LINES, "jsonlines"),
    "plain text": (PLAIN, "text"),
    "ninjs 1": (NINJS_1, "ninjs"),
    "ninjs 3": (NINJS_3, "ninjs"),
    "NITF": (NITF, "nitf"),
    "NewsML-G2": (G2 % ("", "usable"), "newsml-g2"),
    "NewsML 1": (G1, "newsml"),
    "HTML page": (PAGE, "html"),
}


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with Cage() as found:
        yield found


def read(text: str | bytes, cage: Cage | None = None) -> Reading:
    return read_document(text if isinstance(text, bytes) else text.encode(), SOURCE, cage=cage)


def only(reading: Reading) -> Entry:
    assert len(reading.entries) == 1
    return reading.entries[0]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_format_gives_the_same_entry(name: str, cage: Cage) -> None:
    text, kind = DOCUMENTS[name]
    reading = read(text, cage)
    entry = reading.entries[0]
    assert (reading.kind, reading.problems) == (kind, ())
    assert (entry.headline, entry.outlet) == ("Dam & audit", "Harbour Post")
    if name != "RSS 0.90":
        assert entry.text == "The dam holds.\n\nSo far."
        assert (entry.published or entry.updated, (entry.byline or "").removeprefix("By ")) == (MORNING, "Ann Reed")
    if name not in ("NITF", "NewsML-G2", "NewsML 1"):
        assert entry.url == "https://harbour.example/dam"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_format_may_be_gzipped(name: str, cage: Cage) -> None:
    text, _ = DOCUMENTS[name]
    assert read(gzip.compress(text.encode()), cage) == read(text, cage)


def test_a_feed_says_what_it_is_and_how_often_it_may_be_asked() -> None:
    reading = read(RSS_2)
    assert (reading.title, reading.home, reading.language, reading.ttl_minutes) == (
        "Harbour Post",
        "https://harbour.example/",
        "en-gb",
        60,
    )


def test_a_date_before_the_text_on_the_same_line_is_a_header() -> None:
    entry = only(read(" date 2026-03-04 The dam holds.\n\nSo far.\n"))
    assert (entry.headline, entry.text, entry.published) == (
        None,
        "The dam holds.\n\nSo far.",
        datetime(2026, 3, 4, tzinfo=UTC),
    )


def test_text_without_a_header_is_text() -> None:
    entry = only(read("The dam holds, the minister said.\n\nSo far.\n"))
    assert (entry.headline, entry.text, entry.published) == (None, "The dam holds, the minister said.\n\nSo far.", None)


def test_a_line_alone_above_the_text_is_the_headline() -> None:
    entry = only(read("Dam holds\n\nThe dam holds, the minister said on Tuesday.\n"))
    assert (entry.headline, entry.text) == ("Dam holds", "The dam holds, the minister said on Tuesday.")


def test_a_teaser_is_told_from_the_whole_text() -> None:
    whole, teaser = read(RSS_2).entries[0], read(RSS_2.replace("content:encoded", "category")).entries[0]
    assert (whole.full_text, teaser.full_text) == (True, False)


@pytest.mark.parametrize(
    ("code", "status"), [("withheld", Status.WITHHELD), ("canceled", Status.CANCELED), ("usable", Status.USABLE)]
)
def test_the_status_of_wire_copy_is_kept(code: str, status: Status) -> None:
    assert only(read(G2 % ("", code))).status is status
    assert only(read(NINJS_1.replace("usable", code))).status is status


def test_an_embargo_is_kept_and_one_that_names_no_moment_withholds() -> None:
    timed = only(read(G2 % ("<embargoed>2026-03-05T06:00:00Z</embargoed>", "usable")))
    open_ended = only(read(G2 % ("<embargoed/>", "usable")))
    assert (timed.embargo, timed.version) == (datetime(2026, 3, 5, 6, tzinfo=UTC), "3")
    assert open_ended.status is Status.WITHHELD


def test_a_picture_is_told_from_a_text() -> None:
    assert only(read(NINJS_1.replace('"type": "text"', '"type": "picture"'))).medium == "picture"


def test_an_event_is_no_article() -> None:
    assert read(NINJS_1.replace('"type": "text"', '"type": "event"')).entries == ()


def test_several_items_in_one_message_are_several_entries() -> None:
    item = G2 % ("", "usable")
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}{item}</itemSet></newsMessage>'
    assert len(read(message).entries) == 2


def test_an_impossible_date_costs_the_date_and_leaves_a_problem() -> None:
    reading = read(RSS_2.replace("04 Mar", "31 Feb"))
    assert only(reading).published is None
    assert [(problem.code, problem.item) for problem in reading.problems] == [("impossible-date", "hp-1")]


def test_a_refused_link_costs_the_link_and_leaves_a_problem() -> None:
    reading = read(RSS_2.replace("<link>/dam<", "<link>javascript:alert(1)<"))
    assert only(reading).url is None
    assert [problem.code for problem in reading.problems] == ["refused-link"]


def test_a_link_with_a_password_is_told_without_it() -> None:
    feed = RSS_2.replace("<link>/dam<", "<link>https://desk:canary@harbour.example/dam<")
    reading = read(feed.replace("hp-1", "https://desk:canary@harbour.example/dam"))
    assert [problem.code for problem in reading.problems] == ["refused-link"]
    assert "canary" not in str(reading.problems)


def test_entities_that_html_names_are_read_and_others_never_expanded(cage: Cage) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>'
    reading = read(RSS_2.replace("<rss", bomb + "<rss").replace("Dam ", "Caf&eacute; &b; "), cage)
    assert only(reading).headline == "Café &b; & audit"
    assert "entities-refused" in [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown-format"),
        (b"<library><book/></library>", "unknown-format"),
        (b'{"name": "x"}', "unknown-format"),
        (b"<html><body><p>Please log in</p></body></html>", "no-article"),
        (gzip.compress(b" " * 20_000_000), "too-large"),
        (b"sources:\n  - url: https://harbour.example/feed\n", "list-elsewhere"),
    ],
)
def test_what_holds_no_article_says_why(data: bytes, code: str, cage: Cage) -> None:
    reading = read(data, cage)
    assert reading.entries == ()
    assert [problem.code for problem in reading.problems] == [code]
    assert reading.problems[0].remedy


def archived(url: str, body: bytes, *lines: str) -> bytes:
    """A WARC record of a response."""
    head = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *lines]).encode() + b"\r\n\r\n"
    fields = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(head) + len(body)}\r\n\r\n"
    )
    return fields.encode() + head + body + b"\r\n\r\n"


PAGES = (
    archived("https://harbour.example/1", PAGE.replace("https://harbour.example/dam", "/1").encode()),
    archived(
        "https://harbour.example/2",
        gzip.compress(PAGE.replace('<link rel="canonical"', "<i").encode()),
        "Content-Encoding: gzip",
    ),
    archived("https://harbour.example/3.png", b"\x89PNG").replace(b"text/html", b"image/png"),
)


@pytest.mark.parametrize("data", [b"".join(PAGES), b"".join(map(gzip.compress, PAGES)), gzip.compress(b"".join(PAGES))])
def test_an_archive_gives_the_articles_of_its_pages(data: bytes, cage: Cage) -> None:
    reading = read(data, cage)
    assert (reading.kind, reading.problems) == ("warc", ())
    assert [entry.url for entry in reading.entries] == ["https://harbour.example/1", "https://harbour.example/2"]
    assert {entry.text for entry in reading.entries} == {"The dam holds.\n\nSo far."}


def test_a_chunked_page_of_an_archive_is_put_together(cage: Cage) -> None:
    page = PAGE.encode()
    chunks = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (100, page[:100], len(page) - 100, page[100:])
    assert (
        only(read(archived("https://harbour.example/1", chunks, "Transfer-Encoding: chunked"), cage)).text
        == "The dam holds.\n\nSo far."
    )


def test_an_archive_cut_short_keeps_what_came_before(cage: Cage) -> None:
    reading = read(b"".join(PAGES)[:-400], cage)
    assert [problem.code for problem in reading.problems] == ["cut-off"]
    assert len(reading.entries) == 1


@pytest.mark.parametrize("value", [5, 2.5, True])
def test_a_number_is_no_text(value: float) -> None:
    """It leaves a problem and never an article of one figure; what else the line tells stays."""
    told = json.dumps({"title": "Dam holds", "url": "https://harbour.example/dam", "text": value})
    alone = json.dumps({"id": "a", "text": value})
    whole = json.dumps({"title": "Dam", "text": "The dam holds."})
    reading = read_document(f"{told}\n{alone}\n{whole}\n".encode(), SOURCE)
    assert [(entry.headline, entry.text) for entry in reading.entries] == [("Dam holds", ""), ("Dam", "The dam holds.")]
    assert [(fault.code, fault.item) for fault in reading.problems] == [
        ("no-text", "https://harbour.example/dam"),
        ("bad-item", "item 2"),
    ]


def test_an_item_that_is_nothing_costs_itself() -> None:
    reading = read(JSON_FEED.replace('"items": [', '"items": [null, 7, '))
    assert len(reading.entries) == 1
    assert [problem.code for problem in reading.problems] == ["bad-item", "bad-item"]


@pytest.mark.parametrize("name", DOCUMENTS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_document_injured_anywhere_is_read_or_refused(name: str, data: st.DataObject) -> None:
    raw = bytearray(DOCUMENTS[name][0].encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 12))] = data.draw(st.binary(max_size=12))
    text = decode(unpack(bytes(raw)).data).text
    reading = read_patiently(text, recognise(text), SOURCE)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    assert all(problem.remedy for problem in reading.problems)


def test_articles_inside_an_answer_of_a_news_service_are_read_whichever_way_its_names_are_written(cage: Cage) -> None:
    row = {
        "source": {"id": None, "name": "Harbour Post"},
        "title": "Dam holds",
        "url": "https://harbour.example/dam",
        "publishedAt": "2026-03-04T08:00:00Z",
        "content": "The dam holds, the minister said… [+2045 chars]",
    }
    data = json.dumps({"status": "ok", "totalResults": 1, "articles": [row]}).encode()
    (entry,) = read_document(data, Source("wire"), cage=cage).entries
    assert (entry.headline, entry.outlet, entry.full_text) == ("Dam holds", "Harbour Post", False)
    assert entry.published is not None
