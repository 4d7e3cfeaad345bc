"""A night kept in a folder is replayed without a network, and reads the same."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from digest.ingest.net import FetchPolicy, PageRequest, fetch_night, fetch_pages
from digest.model import Source


def busy_night(web: Any) -> list[Source]:
    """A server of many moods, and the sources that meet them."""
    web.on("/plain", web.reply(200, web.feed, etag='"a"', set_cookie="id=1"))
    web.on("/packed", web.reply(200, gzip.compress(web.feed), content_encoding="gzip"))
    web.on("/moved", web.reply(301, location="/plain"))
    web.on("/key?k=a1b2c3d4", web.reply(302, location="/keyed?k=a1b2c3d4"))
    web.on("/keyed?k=a1b2c3d4", web.reply(200, web.feed + b"<!-- https://h.example/?k=a1b2c3d4 -->"))
    web.on("/binary", web.reply(200, bytes(range(256)) * 9 + b"\r\n\r\n<item>"))
    web.on("/slow", lambda visit: visit.stopped.wait(30))
    web.on("/bomb", web.reply(200, gzip.compress(bytes(9_000_000)), content_encoding="gzip"))
    web.on("/busy", web.reply(503, retry_after="7200"))
    paths = ("/plain", "/packed", "/moved", "/key?k=${KEY}", "/binary", "/slow", "/bomb", "/busy", "/none", "/plain")
    hosts = [f"{n}.example" for n in range(len(paths))]
    hosts[-1] = hosts[0]
    return [Source(f"{n}", url=web.url(path, host)) for n, (path, host) in enumerate(zip(paths, hosts, strict=True))]


def test_a_night_is_replayed_offline_and_without_keys(web: Any, tmp_path: Path) -> None:
    sources = busy_night(web)
    policy = replace(web.policy, total_seconds=2.0, max_body_bytes=FetchPolicy().max_body_bytes)
    env = {"KEY": "a1b2c3d4"}
    live = fetch_night(sources, {}, night=web.night, env=env, policy=policy, keep_raw=tmp_path)
    asked = len(web.visits)
    replayed = fetch_night(sources, {}, night=web.night, env={}, policy=FetchPolicy(), replay=tmp_path)
    assert replayed == live
    assert {problem.code for result in live for problem in result.problems} >= {"timeout", "bomb", "server-error"}
    assert len(web.visits) == asked


def test_no_key_and_no_cookie_is_kept(web: Any, tmp_path: Path) -> None:
    sources = [source for source in busy_night(web) if "slow" not in (source.url or "")]
    fetch_night(sources, {}, night=web.night, env={"KEY": "a1b2c3d4"}, policy=web.policy, keep_raw=tmp_path)
    kept = b"".join(path.read_bytes() for path in sorted(tmp_path.rglob("*.warc")))
    assert b"a1b2c3d4" not in kept
    assert b"cookie" not in kept.lower()
    assert b"WARC-Target-URI: " + web.url("/keyed?k=${KEY}", "3.example").encode() in kept


def test_the_same_night_is_kept_in_the_same_bytes(web: Any, tmp_path: Path) -> None:
    sources = [source for source in busy_night(web) if "slow" not in (source.url or "")]
    for name in ("one", "two"):
        fetch_night(sources, {}, night=web.night, env={"KEY": "k"}, policy=web.policy, keep_raw=tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.warc")} for name in ("one", "two"))
    assert one == two
    assert len(one) == len(sources)  # one more for a redirect, one less for a feed that two sources share


def test_a_record_is_a_warc_response(web: Any, tmp_path: Path) -> None:
    web.on("/feed", web.reply(200, web.feed))
    web.fetch(keep_raw=tmp_path)
    (path,) = (tmp_path / "feeds").iterdir()
    head, http, body = path.read_bytes().removesuffix(b"\r\n\r\n").split(b"\r\n\r\n", 2)
    fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    assert head.startswith(b"WARC/1.1\r\n")
    assert fields["WARC-Type"] == "response"
    assert fields["WARC-Date"] == "2026-03-04T02:00:00Z"
    assert fields["WARC-Target-URI"] == web.url("/feed")
    assert int(fields["Content-Length"]) == len(http) + 4 + len(body)
    assert f"content-length: {len(body)}".encode() in http
    assert body == web.feed


def test_what_was_not_kept_is_said(web: Any, tmp_path: Path) -> None:
    result = web.fetch(replay=tmp_path)
    assert [problem.code for problem in result.problems] == ["not-recorded"]
    assert web.connections == 0


@pytest.mark.parametrize(
    "damage", [b"", b"WARC/1.1\r\n", b"\xff\xfe", b"WARC/1.1\r\nContent-Length: 9\r\n\r\nHTTP/2 ok\r\n\r\n"]
)
def test_a_damaged_record_costs_its_feed(web: Any, tmp_path: Path, damage: bytes) -> None:
    web.on("/feed", web.reply(200, web.feed))
    web.fetch(keep_raw=tmp_path)
    (path,) = (tmp_path / "feeds").iterdir()
    path.write_bytes(damage)
    result = web.fetch(replay=tmp_path)
    assert [problem.code for problem in result.problems] == ["not-recorded"]


def test_conditional_nights_are_replayed_from_the_state_before_them(web: Any, tmp_path: Path) -> None:
    web.on("/feed", web.reply(200, web.feed, etag='"a"'), web.reply(304, content_length=""))
    first = web.fetch(keep_raw=tmp_path / "1")
    later = web.night + timedelta(days=1)
    second = web.fetch(state=first.state, night=later, keep_raw=tmp_path / "2")
    assert web.fetch(state=first.state, night=later, replay=tmp_path / "2") == second
    assert second.status == 304


def test_pages_are_replayed_too(web: Any, tmp_path: Path) -> None:
    web.on("/a", web.reply(200, b"<p>Ferry line reopens", content_type="text/html"))
    wanted = [PageRequest("Harbour Post", web.url(path)) for path in ("/a", "/none")]
    live = fetch_pages(wanted, night=web.night, policy=web.policy, keep_raw=tmp_path)
    asked = len(web.visits)
    replayed = fetch_pages(wanted, night=web.night, policy=FetchPolicy(), replay=tmp_path)
    assert replayed == live
    assert len(web.visits) == asked
