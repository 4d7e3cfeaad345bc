"""Whoever fills a feed can put text on a page and nothing else, cannot reach a file outside, and cannot stop the night."""

from __future__ import annotations

import base64
import gzip
import json
import random
import shutil
import threading
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench import hostile_feeds
from bench import hostile_site as hostile
from digest.grouping import Memory
from digest.ingest.cage import Cage
from digest.ingest.folder import Folder
from digest.ingest.net import FetchPolicy
from digest.ingest.read import read_document
from digest.intake import Delivery, Intake, Network
from digest.model import Source
from digest.night import run_night
from digest.pipeline import BuildOptions, build
from digest.progress import Progress
from digest.render.files import Site, render_stories
from digest.settings import Settings, SiteName
from digest.store import Store

SINKS = {"page", "markdown", "xml", "feed", "mail", "csv", "bibtex"}


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What sites of harmless words are made of."""
    return hostile.harmless_vocabulary(tmp_path_factory.mktemp("harmless"))


@pytest.mark.slow
def test_no_hostile_text_acts_in_any_output(vocabulary: Any, tmp_path: Path) -> None:
    found = hostile.examine(tmp_path, vocabulary, hostile.OWN)
    assert found == []


@pytest.mark.slow
def test_with_the_encoders_off_every_kind_of_output_is_caught(vocabulary: Any, tmp_path: Path) -> None:
    """The control: what the test above looks for, it would find."""
    with hostile.encoders_off():
        found = hostile.examine(tmp_path, vocabulary, hostile.OWN[:20])
    assert {finding.sink for finding in found} >= SINKS


TRICKS = (
    "../../../../tmp/escape", "/etc/passwd", "C:\\Windows\\x", "..\\..\\x", "a/b/c", "a\0b", ".", "..", "...", "~", "-rf",
    "CON", "con", "Aux", "NUL.txt", "COM1", "lpt9", "trailing.", "trailing. ", "index", "INDEX", "index.md", "Harbour Post",
    "HARBOUR POST", "harbour  post", "Hаrbour Pоst", "ﬁne mill", "fine mill", "Straße", "STRASSE", "Café", "Cafe\u0301", "İzmir", "izmir",
    "x" * 300, "x" * 301, "水" * 200, "𐍈" * 120, "𐍈" * 79, "👩‍👩‍👧" * 40, "%2e%2e%2f", "a:b", "a?b#c", "<>", '|*"', "feed", "data", "search",
)  # fmt: skip
"""Names that a file system could take for something else than a name, or for one another."""
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def tricky_feeds(folder: Path) -> None:
    """Two articles for each trick, which is their id, outlet and headline, and a topic of that name."""
    folder.mkdir()
    words = hostile_feeds.word
    lines = []
    for number, trick in enumerate(TRICKS * 2):
        text = hostile_feeds.text(lambda _: "seven", number)
        own = {"id": f"{trick}{number // len(TRICKS)}", "title": trick, "outlet": trick, "author": trick}
        lines.append(
            json.dumps(own | {"text": text, "date": "2026-03-04", "url": f"https://press.example/{number}/{trick}"})
        )
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    topics = [{"name": trick, "match": [words(3 * number)]} for number, trick in enumerate(TRICKS)]
    (folder / "topics.yml").write_text(yaml.safe_dump({"topics": topics}), encoding="utf-8")


def options(folder: Path, *, offline: bool = False) -> BuildOptions:
    """What a build of one night below ``folder`` works on."""
    feeds, state, pages, site = (folder / name for name in ("feeds", "state", "pages", "site"))
    return BuildOptions(feeds, state, pages, site, hostile.project(folder), date(2026, 3, 4), offline)


@pytest.fixture(scope="module")
def tricked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which an edition of the tricks was built."""
    folder = tmp_path_factory.mktemp("tricks")
    tricky_feeds(folder / "feeds")
    build(options(folder, offline=True), Settings(), hostile.NAME, Progress(quiet=True))
    return folder


def test_no_name_leads_out_of_the_folders(tricked: Path) -> None:
    assert {path.name for path in tricked.iterdir()} == {"feeds", "state", "pages", "site", "docs", "mkdocs.yml"}
    assert not any(path.is_symlink() for path in tricked.rglob("*"))


def test_no_name_is_one_that_some_file_system_refuses(tricked: Path) -> None:
    names = {path.name for top in ("pages", "site") for path in (tricked / top).rglob("*")}
    assert {name for name in names if name.split(".")[0].casefold() in RESERVED} == set()
    assert {name for name in names if name.endswith((".", " ")) or set(name) & set('<>:"|?*\\')} == set()
    assert {name for name in names if len(name.encode()) > LONGEST_NAME_BYTES} == set()


LONGEST_NAME_BYTES = 240
"""File systems allow 255; some are left for what a file is called while it is written."""


def test_no_two_files_are_one_where_upper_and_lower_case_are_the_same(tricked: Path) -> None:
    for top in ("pages", "site"):
        names = [path.relative_to(tricked / top).as_posix() for path in (tricked / top).rglob("*")]
        alike = {unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold()) for name in names}
        assert len(alike) == len(names)


def test_every_story_has_a_page_of_its_own(tricked: Path) -> None:
    with Store.open(tricked / "state", create=False) as store:
        paths = [state.story.path for state in store.stories.all()]
        assert sum(1 for _ in store.articles.all()) == 2 * len(TRICKS)
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all((tricked / "site" / "stories" / path / "index.html").is_file() for path in paths)


SECRET, CANARY = "k3y9f27c4Zq81vv", "canary-51c8-in-a-file-outside"
LOOPBACK = FetchPolicy(may_connect=lambda _address: True, may_use_port=lambda _port: True, page_delay_seconds=0.0)
ECHO = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Echo {path}</title><link>{root}{path}</link>
<atom:link rel="self" href="{root}{path}"/><item><title>Ferry asked for at {root}{path}</title><link>{root}/page{path}</link>
<guid>{path}</guid><pubDate>Wed, 04 Mar 2026 08:12:00 GMT</pubDate><description>The ferry “{path}” was stopped.</description>
</item></channel></rss>"""


class Echo(SimpleHTTPRequestHandler):
    """Puts the path it was asked for, and the password, into every part of its answers."""

    def do_GET(self) -> None:
        root = f"http://127.0.0.1:{self.connection.getsockname()[1]}"
        named = f"{self.path} {self.headers.get('Authorization', '')}"
        kind = self.path.split("/")[1].split("?")[0]
        if kind == "robots.txt":
            return self.send_error(404)
        self.send_response({"moved": 302, "broken": 500, "gone": 410}.get(kind, 200), kind + SECRET)
        if kind == "moved":
            self.send_header("Location", f"{root}/lost/{SECRET}?{self.path}")
        self.send_header("ETag", f'"{SECRET}"' if kind == "feed" else '"x"')
        self.end_headers()
        answer = ECHO.format(root=root, path=named) if kind in ("feed", "page") else f"{{ broken {named}"
        self.wfile.write(answer.encode())
        return None

    def log_message(self, *_words: object) -> None:
        """Keep the terminal quiet."""


@pytest.fixture
def echo() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def leaky_feeds(folder: Path, echo: str, canary: Path) -> None:
    """Sources with the secret in path, query and password, and files that ask for the canary or name the variable."""
    folder.mkdir()
    paths = (
        "feed/?k=${KEY}",
        "feed/${KEY}/x",
        "moved/?k=${KEY}",
        "broken/?k=${KEY}",
        "gone/${KEY}",
        "damaged/?k=${KEY}",
    )
    sources = [{"name": f"Source {n}", "url": f"http://{echo}/{path}"} for n, path in enumerate(paths)]
    sources.append({"name": "With a password", "url": f"http://ann:${{KEY}}@{echo}/feed/9"})
    sources.append({"name": "${KEY}", "url": f"http://{echo}/feed/${{KEY}}?name=${{KEY}}", "outlet": "${KEY}"})
    (folder / "list.yml").write_text(yaml.safe_dump({"sources": sources}), encoding="utf-8")
    article = {
        "id": "${KEY}",
        "title": "Ferry ${KEY}",
        "text": "A ferry called ${KEY} was stopped. " * 3,
        "outlet": "${KEY}",
    }
    (folder / "a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    entity = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{canary.as_uri()}">]>'
    item = "<item><title>A &x; ferry</title><description>&x; was stopped</description></item>"
    (folder / "entity.xml").write_text(f'{entity}<rss version="2.0"><channel><title>x</title>{item}</channel></rss>')
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{canary.as_uri()}" parse="text"/>'
    (folder / "include.xml").write_text(
        f'<rss version="2.0"><channel><item><title>{include} b</title></item></channel></rss>'
    )
    (folder / "link.txt").symlink_to(canary)
    (folder / "python.yml").write_text(f"topics: !!python/object/apply:builtins.open ['{canary}']\n", encoding="utf-8")


def test_no_secret_and_no_file_outside_shows_anywhere(
    echo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "outside.txt").write_text(CANARY, encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    leaky_feeds(work / "feeds", echo, tmp_path / "outside.txt")
    network = Network(LOOPBACK, {"KEY": SECRET}, keep_raw=work / "raw")
    monkeypatch.setattr("digest.pipeline._network", lambda *_: network)
    report = build(options(work), Settings(), SiteName(), Progress(verbose=True))
    assert report.nights[0].new >= 6
    (work / "output.txt").write_text("".join(capfd.readouterr()) + str(report), encoding="utf-8")
    with Store.open(work / "state", create=False) as store:
        kept = b"".join(zlib.decompress(one.body) for one in store.quarantine.all())
    (work / "quarantine.txt").write_bytes(kept)
    shutil.rmtree(work / "feeds")
    forms = (SECRET, base64.b64encode(f"ann:{SECRET}".encode()).decode(), CANARY)
    leaks = [(p.relative_to(work), form) for p in work.rglob("*") if p.is_file() for form in forms if form in _read(p)]
    assert leaks == []


def _read(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour
Post</title><link>https://harbour.example/</link><item><title>Ferry &amp; weir</title><guid isPermaLink="false">f1</guid><link>https://harbour.example/f</link>
<pubDate>Wed, 04 Mar 2026 08:12:00 GMT</pubDate><content:encoded><![CDATA[<p>TARN (Wire) – The lock keeper of Tarn, Ada Merrin, stopped a ferry on Wednesday.</p>
<p>“I saw the rope go,” Merrin said. “There was no time.”</p><blockquote class="twitter-tweet"><p>Held!</p>&mdash; Olaf (@op) <a href="https://t.example/1">March 4, 2026</a></blockquote>
<p>The council condemned the delay. Tarn Lines rejected the charge.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Radio</title><id>urn:x</id><updated>2026-03-04T08:00:00Z</updated><entry><id>e1</id>
<title type="html">Ferry &lt;b&gt;stopped&lt;/b&gt;</title><link href="https://radio.example/1"/><updated>2026-03-04T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>“I ran for the winch,” lock keeper Ada Merrin said on Wednesday.</p></div></content></entry></feed>"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Baker closes | Gazette</title><meta property="og:site_name" content="Gazette">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Baker closes", "datePublished": "2026-03-04T08:00:00Z"}</script></head><body><article>
<h1>Baker closes</h1><p>The oldest bakery in Ostrow will bake its last loaf in April, its owner, Henrike Sol, said on Wednesday.</p>
<p>“My hands are older than the oven,” Sol said. The guild welcomed the news, and a spokesman for the mayor denied it.</p></article></body></html>"""
LINES = '{"id": "a", "title": "Ferry", "text": "The weir broke. \\u201cWe ran,\\u201d Ada Merrin told reporters.\\n\\nThe mayor condemned it.", "date": "2026-03-04"}\n'
PLAIN = "title: Ferry\noutlet: Post\ndate: 2026-03-04\n\nTARN – “We ran,” said Ada Merrin, the lock keeper.\n\nThe mayor called it “a shame” and warned of floods.\n"
NINJS = '{"uri": "urn:1", "version": "1", "versioncreated": "2026-03-04T08:00:00Z", "headline": "Ferry", "body_text": "“We ran,” Merrin said.", "pubstatus": "usable"}'
SEEDS = tuple(seed.encode() for seed in (FEED, ATOM, PAGE, LINES, PLAIN, NINJS))
PIECES = (
    "“", "”", "‘", "’", '"', "'", "«", "»", " said", ",”", ".”", ":", "—", "(", ")", "[", "]", "<b>", "&", "&#0;", "]]>", "\r\n\r\n",
    "\u2028", "\u202e", "\ud83d", "\0", "\t", "🚢", "said.“", "Mr. ", "e\u0301", "İ", "ß", "水", "\U000e0041",
)  # fmt: skip
"""What is put into a document: marks, ends of markup, and characters that change the length of a text."""


def mutant(number: int) -> bytes:
    """One of the seeds with one to twelve injuries: bytes changed, cut, doubled or put in."""
    chance = random.Random(number)
    data = bytearray(SEEDS[number % len(SEEDS)])
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(data) + 1), chance.randint(1, 40)
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.randint(1, 20)
            case _:
                data[at:at] = chance.choice(PIECES).encode("utf-8", "surrogatepass")
    return bytes(data)


def survives(numbers: range) -> int:
    """Takes these mutants the whole way to rendered pages; gives how many articles there were."""
    with Cage() as cage:
        readings = [read_document(mutant(n), Source(f"mutant {n}"), cage=cage) for n in numbers]
    entries = [
        replace(entry, outlet=f"Outlet {n}")
        for n, reading in zip(numbers, readings, strict=True)
        for entry in reading.entries
    ]
    assert all(reading.entries or reading.problems for reading in readings)
    with Store.in_memory() as store:
        intake = Intake(Folder(), (Delivery(Source("mutants"), tuple(entries)),))
        run_night(
            store, intake, date(2026, 3, 5), Memory.from_rows(()), settings=Settings(), progress=Progress(quiet=True)
        )
        views = tuple(store.views.all())
        assert list(render_stories(views, Site()))
        return sum(1 for _ in store.articles.all())


def test_no_damaged_document_stops_a_night() -> None:
    assert survives(range(300)) > 100
