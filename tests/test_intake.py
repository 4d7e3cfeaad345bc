"""Feeds and pages come in from a real server of this machine, and a night can be replayed without it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from digest.ingest.net import FetchPolicy
from digest.intake import Intake, Network, take_in
from digest.progress import Progress
from digest.store import Store

NIGHT = datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC)
LOOPBACK = FetchPolicy(may_connect=lambda _address: True, may_use_port=lambda _port: True, page_delay_seconds=0.0)
BODY = "The lock keeper of Tarn stopped a drifting ferry with 80 people aboard on Wednesday, the port said. " * 6
PAGE = (
    f"<html><head><title>Ferry</title></head><body><article><h1>Ferry stopped</h1><p>{BODY}</p></article></body></html>"
)
FEED = """<rss version="2.0"><channel><title>Harbour Post</title><link>{root}</link>
<item><title>Ferry stopped</title><link>{root}/ferry.html</link><guid>f1</guid>
<pubDate>Wed, 04 Mar 2026 08:12:00 GMT</pubDate><description>A ferry was stopped&#8230;</description></item></channel></rss>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Keep the terminal quiet."""


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    """The address of a server with one feed of one teaser, and the teaser's page."""
    served = tmp_path / "served"
    served.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(served)))
    address = f"http://127.0.0.1:{server.server_port}"
    (served / "ferry.html").write_text(PAGE, encoding="utf-8")
    (served / "feed.xml").write_text(FEED.format(root=address), encoding="utf-8")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield address
    server.shutdown()
    thread.join()
    server.server_close()


def take(tmp_path: Path, root: str, network: Network) -> Intake:
    feeds = tmp_path / "feeds"
    feeds.mkdir(exist_ok=True)
    (feeds / "list.yml").write_text(f"sources:\n  - name: Harbour Post\n    url: {root}/feed.xml\n", encoding="utf-8")
    with Store.in_memory() as store:
        return take_in(feeds, store, network, night=NIGHT, progress=Progress(quiet=True))


def test_a_teaser_is_completed_from_its_page(tmp_path: Path, root: str) -> None:
    (entry,) = take(tmp_path, root, Network(LOOPBACK)).entries
    assert "stopped a drifting ferry with 80 people" in entry.text
    assert entry.full_text


def test_a_night_is_replayed_without_the_network(tmp_path: Path, root: str) -> None:
    kept = take(tmp_path, root, Network(LOOPBACK, keep_raw=tmp_path / "raw"))
    (tmp_path / "served" / "feed.xml").unlink()
    replayed = take(tmp_path, root, Network(LOOPBACK, replay=tmp_path / "raw"))
    assert replayed.entries == kept.entries != ()


def test_offline_asks_nothing(tmp_path: Path, root: str) -> None:
    intake = take(tmp_path, root, Network())
    assert intake.entries == ()
    assert intake.problems == ()


def test_a_feed_that_is_gone_costs_itself_and_leaves_a_problem(tmp_path: Path, root: str) -> None:
    (tmp_path / "served" / "feed.xml").unlink()
    intake = take(tmp_path, root, Network(LOOPBACK))
    assert intake.entries == ()
    assert [problem.source for problem in intake.problems] == ["Harbour Post"]


def test_a_feed_that_cannot_be_read_is_asked_for_in_full_again(tmp_path: Path, root: str) -> None:
    (tmp_path / "served" / "feed.xml").write_bytes(b"{ this was a feed once")
    (delivery,) = take(tmp_path, root, Network(LOOPBACK)).deliveries
    assert delivery.fetch is not None
    assert not delivery.fetch.has_validator
