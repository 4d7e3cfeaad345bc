"""What several rooms' tests share: a small folder of feeds and a build of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from digest.ingest.net import FetchPolicy
from digest.pipeline import BuildOptions, build
from digest.progress import Progress
from digest.report import BuildReport
from digest.settings import Settings, SiteName

# On a person's machine properties look for new counterexamples; CI repeats the same ones, so that its answer is about the change.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"

HARBOUR = """title: Lock keeper saves the Tarn ferry
outlet: Harbour Post
url: https://harbour.example/ferry
date: 2026-03-04

The lock keeper of Tarn, Ada Merrin, stopped a drifting ferry with 80 people aboard on Wednesday, the port authority said.

“I saw the rope go and I ran for the winch,” Merrin said. “There was no time to be clever.”

The ferry had lost its engine above the Tarn weir at dawn, port director Olaf Prynne said.

Prynne praised the lock keeper and called for a second winch at the weir.
"""

RADIO = """title: Drifting ferry stopped above Tarn weir
outlet: Vellmar Radio
url: https://radio.example/tarn
date: 2026-03-05

A ferry that drifted towards the Tarn weir on Wednesday was held by one woman and a winch, the port authority said on Thursday.

Lock keeper Ada Merrin had stopped the boat with 80 people aboard after its engine failed above the weir.

“I saw the rope go and I ran for the winch,” she said.

The ferry company, Tarn Lines, rejected the charge that the engine had been known to be faulty.
"""

BAKER = """title: Baker of Ostrow closes after ninety years
outlet: Ostrow Gazette
url: https://gazette.example/baker
date: 2026-03-04

The oldest bakery in Ostrow will bake its last loaf in April, its owner, Henrike Sol, said on Wednesday.

“My hands are older than the oven,” Sol said.
"""


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    """Three articles of two days: two on one event, one on another."""
    folder = tmp_path / "feeds"
    folder.mkdir()
    for name, text in (("harbour.txt", HARBOUR), ("radio.txt", RADIO), ("baker.txt", BAKER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


BODY = "The lock keeper of Tarn stopped a drifting ferry with 80 people aboard on Wednesday, the port said. " * 6
PAGE = (
    f"<html><head><title>Ferry</title></head><body><article><h1>Ferry stopped</h1><p>{BODY}</p></article></body></html>"
)
FEED = """<rss version="2.0"><channel><title>Harbour Post</title><link>{root}</link>
<item><title>Ferry stopped</title><link>{root}/ferry.html</link><guid>f1</guid>
<pubDate>Wed, 04 Mar 2026 08:12:00 GMT</pubDate><description>A ferry was stopped&#8230;</description></item></channel></rss>"""
LOOPBACK = FetchPolicy(may_connect=lambda _address: True, may_use_port=lambda _port: True, page_delay_seconds=0.0)

Build = Callable[..., BuildReport]


@pytest.fixture
def run(tmp_path: Path, feeds: Path) -> Build:
    """Build the edition of a day of March 2026 below the test's folder, or below ``where``."""

    def run(day: int, where: Path = tmp_path, **options: Any) -> BuildReport:
        wanted = BuildOptions(
            feeds=options.pop("feeds", feeds),
            state=where / "state",
            pages=where / "pages",
            site=where / "site",
            config=CONFIG,
            day=date(2026, 3, day),
            offline=True,
            **options,
        )
        return build(wanted, Settings(), SiteName("Digest", ""), Progress(quiet=True))

    return run


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
