"""A night against a server that misbehaves in every way that was thought of."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from digest.ingest.net import Fetched, FetchPolicy, FetchState, fetch_night
from digest.ingest.net.wire import MAX_KEPT_OPEN
from digest.model import Source


def codes(result: Fetched) -> list[str]:
    return [problem.code for problem in result.problems]


def test_a_feed_is_fetched_with_a_truthful_name_and_a_contact(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    result = web.fetch()
    assert (result.body, result.status, result.problems) == (web.feed, 200, ())
    assert result.state.last_success == web.night
    assert web.visits[0].headers["user-agent"].startswith("Digest/")
    assert "https://desk.example/about" in web.visits[0].headers["user-agent"]
    assert "cookie" not in web.visits[0].headers


def test_a_validator_once_received_is_always_sent_back(web: Any) -> None:
    dated = "Wed, 04 Mar 2026 01:00:00 GMT"
    web.on("/feed", web.reply(200, web.feed, etag='W/"a1"', last_modified=dated), web.reply(304, content_length=""))
    state = None
    for nights in range(4):
        result = web.fetch(night=web.night + timedelta(days=nights), state=state)
        state = FetchState.from_json(result.state.to_json())
    sent = [(visit.headers.get("if-none-match"), visit.headers.get("if-modified-since")) for visit in web.visits]
    assert sent == [(None, None)] + [('W/"a1"', dated)] * 3
    assert (result.status, result.body, result.unchanged) == (304, None, True)


def test_a_new_answer_renews_the_validator(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed, etag='"a"'), web.reply(200, web.feed + b" ", etag='"b"'), web.reply(304))
    state = None
    for nights in range(3):
        state = web.fetch(night=web.night + timedelta(days=nights), state=state).state
    assert web.visits[2].headers["if-none-match"] == '"b"'


def test_without_a_validator_a_night_asks_once(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    state = web.fetch().state
    again = web.fetch(night=web.night + timedelta(hours=3), state=state)
    assert (again.status, again.body, again.problems) == (None, None, ())
    web.fetch(night=web.night + timedelta(days=1), state=state)
    assert len(web.visits) == 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web: Any, status: int) -> None:
    web.on("/feed", web.reply(status, location="/a"))
    web.on("/a", web.reply(status, location=web.url("/b", "other.example")))
    web.on("/b", web.reply(200, web.feed))
    assert web.fetch().body == web.feed


def test_a_move_is_proposed_only_after_three_equal_nights(web: Any) -> None:
    web.on("/feed", web.reply(301, location="/new"))
    web.on("/new", web.reply(200, web.feed))
    state, seen = None, []
    for nights in range(4):
        result = web.fetch(night=web.night + timedelta(days=nights), state=state)
        state = result.state
        seen.append(codes(result))
    assert seen == [[], [], ["moved"], ["moved"]]
    assert web.url("/new") in result.problems[0].detail
    assert len(web.asked("/feed")) == 4, "the address is never changed by itself"


GZIP_BOMB = gzip.compress(bytes(50_000_000))


def endless_chunks(visit: Any) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    visit.drip(b"400\r\n" + b"x" * 1024 + b"\r\n")


def crumbs(visit: Any) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 21_000 + b"0\r\n\r\n")


def drip_body(visit: Any) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    visit.drip(b"x")


def drip_head(visit: Any) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\n")
    visit.drip(b"X-A: b\r\n")


def endless_informational(visit: Any) -> None:
    visit.drip(b"HTTP/1.1 100 Continue\r\n\r\n")


def silence(visit: Any) -> None:
    visit.stopped.wait(30)


def hang_up(_: Any) -> None:
    """Closes the connection without a word."""


def sends(data: bytes) -> Callable[[Any], None]:
    return lambda visit: visit.send(data)


MISBEHAVIOUR: dict[str, tuple[Any, str]] = {
    "a body that drips for ever": (drip_body, "timeout"),
    "a head that drips for ever": (drip_head, "timeout"),
    "provisional answers for ever": (endless_informational, "timeout"),
    "no answer at all": (silence, "timeout"),
    "a connection closed without a word": (hang_up, "broken-answer"),
    "chunks without an end": (endless_chunks, "timeout"),
    "chunks of one byte": (crumbs, "broken-answer"),
    "a head of a megabyte": (sends(b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1_000_000 + b"\r\n\r\n"), "broken-answer"),
    "ten thousand headers": (sends(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 100_000 + b"\r\n"), "broken-answer"),
    "something that is not HTTP": (sends(b"220 mail.example ESMTP\r\n"), "broken-answer"),
    "a length that promises more than comes": (
        sends(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss><item>"),
        "cut-short",
    ),
    "chunks that break off": (sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), "cut-short"),
    "two lengths that differ": (
        sends(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"),
        "broken-answer",
    ),
    "a negative length": (sends(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc"), "broken-answer"),
    "a length beyond the limit": (sends(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"), "too-large"),
    "a body beyond the limit": (sends(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 300_000), "too-large"),
}

ANSWERS: dict[str, tuple[dict[str, Any], str]] = {
    "a gzip bomb": ({"body": GZIP_BOMB, "content_encoding": "gzip"}, "bomb"),
    "a deflate bomb": ({"body": zlib.compress(bytes(50_000_000)), "content_encoding": "deflate"}, "bomb"),
    "gzip that breaks off": (
        {"body": gzip.compress(b"<rss><item/></rss>")[:-9], "content_encoding": "gzip"},
        "cut-short",
    ),
    "gzip that is none": ({"body": b"<rss><item/></rss>", "content_encoding": "gzip"}, "broken-answer"),
    "a packing that was not asked for": ({"body": b"?", "content_encoding": "br"}, "unknown-encoding"),
    "gzip in gzip": ({"body": gzip.compress(GZIP_BOMB), "content_encoding": "gzip, gzip"}, "unknown-encoding"),
    "many empty gzip members": ({"body": gzip.compress(b"") * 5000, "content_encoding": "gzip"}, "bomb"),
    "nothing": ({}, "empty-answer"),
    "a web page": ({"body": b"<!DOCTYPE html><p>Sign in"}, "html-instead-of-feed"),
    "a bare page that calls itself one": (
        {"body": b"<meta http-equiv=refresh>", "content_type": "text/html"},
        "html-instead-of-feed",
    ),
    "not modified, though nothing was known": ({"status": 304}, "odd-status"),
    "a redirect without a place": ({"status": 302}, "odd-status"),
    "a redirect to a file": ({"status": 302, "location": "file:///etc/passwd"}, "bad-redirect"),
    "a redirect to nowhere": ({"status": 302, "location": "http://[::1"}, "bad-redirect"),
    "a redirect to itself": ({"status": 302, "location": "/feed"}, "redirect-loop"),
    "no right to read": ({"status": 403}, "refused"),
    "a name wanted": ({"status": 401}, "refused"),
    "not found": ({"status": 404}, "not-found"),
    "gone": ({"status": 410}, "gone"),
    "too many requests": ({"status": 429}, "rate-limited"),
    "a fault of the server": ({"status": 500}, "server-error"),
    "a server too busy": ({"status": 503}, "server-error"),
    "a network that wants a sign-in": ({"status": 511}, "captive-portal"),
    "a teapot": ({"status": 418}, "odd-status"),
}


@pytest.mark.parametrize("behaviour", MISBEHAVIOUR)
def test_a_misbehaving_host_costs_its_feed_and_leaves_a_problem(web: Any, behaviour: str) -> None:
    script, code = MISBEHAVIOUR[behaviour]
    web.on("/feed", script)
    patience = 0.3 if code == "timeout" else 30.0
    result = web.fetch(policy=replace(web.policy, total_seconds=patience))
    assert (result.body, codes(result)) == (None, [code])
    assert result.problems[0].remedy
    assert result.state.backoff_nights == 1


@pytest.mark.parametrize("behaviour", ANSWERS)
def test_a_useless_answer_costs_its_feed_and_leaves_a_problem(web: Any, behaviour: str) -> None:
    answer, code = ANSWERS[behaviour]
    web.on("/feed", web.reply(**answer))
    result = web.fetch(policy=replace(web.policy, max_body_bytes=FetchPolicy().max_body_bytes))
    assert (result.body, codes(result)) == (None, [code])
    assert result.problems[0].remedy


@pytest.mark.parametrize("body", ["drips", "breaks off", "is large"])
def test_a_status_counts_whatever_its_body_does(web: Any, body: str) -> None:
    head = b"HTTP/1.1 410 Gone\r\nContent-Length: 1000000\r\n\r\n"

    def gone(visit: Any) -> None:
        visit.send(head + b"x" * (1_000_000 if body == "is large" else 9))
        if body == "drips":
            visit.drip(b"x")

    web.on("/feed", gone)
    assert codes(web.fetch()) == ["gone"]


def test_a_chain_of_redirects_ends(web: Any) -> None:
    for step in range(20):
        web.on(f"/{step}", web.reply(302, location=f"/{step + 1}"))
    assert codes(web.fetch("/0")) == ["too-many-redirects"]
    assert len(web.visits) == web.policy.max_redirects + 1


def test_a_loop_of_redirects_ends(web: Any) -> None:
    web.on("/feed", web.reply(302, location="/b"))
    web.on("/b", web.reply(302, location="/feed"))
    assert codes(web.fetch()) == ["redirect-loop"]
    assert len(web.visits) == 2


def test_the_time_limit_covers_all_redirects_together(web: Any) -> None:
    def slowly(visit: Any) -> None:
        visit.stopped.wait(0.15)
        visit.send(web.reply(302, location=visit.target + "x", connection="close"))

    for step in range(9):
        web.on("/" + "x" * step, slowly)
    result = web.fetch("/", policy=replace(web.policy, total_seconds=0.3, max_redirects=50))
    assert codes(result) == ["timeout"]


def test_more_bytes_than_the_length_says_are_not_read(web: Any) -> None:
    web.on("/feed", sends(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(web.feed) + web.feed + b"<evil/>"))
    assert web.fetch().body == web.feed


@pytest.mark.parametrize(
    "pack", [gzip.compress, lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:]) + b"\0\0"]
)
def test_gzip_is_unpacked(web: Any, pack: Callable[[bytes], bytes]) -> None:
    web.on("/feed", web.reply(200, pack(web.feed), content_encoding="gzip"))
    assert web.fetch().body == web.feed


def test_deflate_is_unpacked_with_and_without_its_frame(web: Any) -> None:
    raw = zlib.compressobj(wbits=-15)
    web.on("/raw", web.reply(200, raw.compress(web.feed) + raw.flush(), content_encoding="deflate"))
    web.on("/framed", web.reply(200, zlib.compress(web.feed), content_encoding="deflate"))
    assert web.fetch("/raw").body == web.fetch("/framed").body == web.feed


def test_a_sign_in_page_of_the_network_forgets_nothing(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed, etag='"a"'), web.reply(302, location=web.url("/login", "portal.example")))
    web.on("/login", web.reply(200, b"<html>Sign in", content_type="text/html", etag='"portal"'))
    known = web.fetch().state
    result = web.fetch(night=web.night + timedelta(days=1), state=known)
    assert codes(result) == ["captive-portal"]
    assert (result.body, result.state.etag, result.state.body_hash) == (None, '"a"', known.body_hash)


def test_an_emptied_feed_forgets_nothing(web: Any) -> None:
    emptied = b"<rss><channel><title>Harbour Post</title></channel></rss>"
    web.on("/feed", web.reply(200, web.feed, etag='"a"'), web.reply(200, emptied, etag='"b"'))
    known = web.fetch().state
    result = web.fetch(night=web.night + timedelta(days=1), state=known)
    assert (codes(result), result.body, result.state.etag) == (["emptied-feed"], None, '"a"')


def test_a_host_that_is_down_is_not_asked_for_every_source(web: Any) -> None:
    sources = [Source(f"Feed {n}", url=f"http://nowhere.invalid/{n}") for n in range(5)]
    results = fetch_night(sources, {}, night=web.night, env={}, policy=web.policy)
    assert [codes(result) for result in results] == [["unknown-host"]] * 2 + [["host-unreachable"]] * 3
    assert results[4].state.backoff_nights == 0


def test_a_host_that_asks_for_quiet_is_left_alone(web: Any) -> None:
    web.on("/0", web.reply(429, retry_after="60"))
    sources = [Source(f"Feed {n}", url=web.url(f"/{n}")) for n in range(3)]
    results = fetch_night(sources, {}, night=web.night, env={}, policy=web.policy)
    assert [codes(result) for result in results] == [["rate-limited"]] * 3
    assert [result.state.backoff_nights for result in results] == [1, 0, 0]
    assert len(web.visits) == 1


def test_one_host_has_one_connection_at_a_time(web: Any) -> None:
    names = [f"{n}.example" for n in range(4)]
    for n in range(5):
        web.on(f"/{n}", web.reply(200, web.feed))
    urls = [web.url(f"/{n}", name) for n in range(5) for name in names]
    sources = [Source(url, url=url) for url in urls]
    results = fetch_night(sources, {}, night=web.night, env={}, policy=web.policy)
    assert [result.source for result in results] == urls, "results come in the order of the sources"
    assert all(result.body == web.feed for result in results)
    assert web.connections == len(names), "and each connection serves all feeds of its host"


def test_a_night_of_many_hosts_keeps_few_connections_open(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    sources = [Source(f"{n}", url=web.url("/feed", f"{n}.example")) for n in range(4 * MAX_KEPT_OPEN)]
    results = fetch_night(sources, {}, night=web.night, env={}, policy=replace(web.policy, hosts_at_once=4))
    assert all(result.body == web.feed for result in results)
    assert web.connections == len(sources)
    assert web.most_open <= 2 * MAX_KEPT_OPEN, "on a busy machine the server learns late that a connection was closed"


def test_a_slow_host_does_not_hold_up_another(web: Any) -> None:
    web.on("/slow", silence)
    web.on("/feed", web.reply(200, web.feed))
    sources = [
        Source("Slow", url=web.url("/slow", "a.example")),
        Source("Fast", url=web.url("/feed", "b.example")),
    ]
    done: list[str] = []
    fetch_night(
        sources,
        {},
        night=web.night,
        env={},
        policy=replace(web.policy, total_seconds=1.5),
        progress=lambda result: done.append(result.source),
    )
    assert done == ["Fast", "Slow"]


def test_a_night_ends_in_time_and_says_what_it_left(web: Any) -> None:
    web.on("/slow", silence)
    web.on("/feed", web.reply(200, web.feed))
    sources = [
        Source("Slow", url=web.url("/slow", "a.example")),
        Source("Fast", url=web.url("/feed", "b.example")),
    ]
    slow, fast = fetch_night(sources, {}, night=web.night, env={}, policy=replace(web.policy, night_seconds=1.5))
    assert (codes(slow), slow.state.backoff_nights) == (["night-over"], 0)
    assert fast.body == web.feed


def test_a_night_takes_no_more_room_than_it_may(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    sources = [Source(f"Feed {n}", url=web.url("/feed") + f"#{n}") for n in range(4)]
    results = fetch_night(
        sources, {}, night=web.night, env={}, policy=replace(web.policy, night_bytes=len(web.feed) + 1)
    )
    assert [codes(result) for result in results] == [[], [], ["night-over"], ["night-over"]]


def test_a_feed_that_stands_in_two_lists_is_asked_for_once(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed, etag='"a"'), web.reply(304))
    sources = [Source(name, url=web.url("/feed")) for name in ("Harbour Post", "The Harbour Post")]
    first = fetch_night(sources, {}, night=web.night, env={}, policy=web.policy)
    states = {result.source: result.state for result in first}
    later = fetch_night(sources, states, night=web.night + timedelta(days=1), env={}, policy=web.policy)
    assert [result.body for result in first] == [web.feed, web.feed]
    assert [result.status for result in later] == [304, 304]
    assert len(web.visits) == 2


def test_a_kept_connection_that_was_closed_meanwhile_is_opened_anew(web: Any) -> None:
    web.on("/a", web.reply(200, web.feed))
    web.on("/b", hang_up, web.reply(200, web.feed))
    sources = [Source("A", url=web.url("/a")), Source("B", url=web.url("/b"))]
    results = fetch_night(sources, {}, night=web.night, env={}, policy=web.policy)
    assert [result.body for result in results] == [web.feed, web.feed]


def test_files_lead_to_no_request(web: Any) -> None:
    assert fetch_night([Source("Dropped", path="dropped.xml")], {}, night=web.night, env={}, policy=web.policy) == ()
    assert web.connections == 0


def test_the_default_policy_refuses_loopback(web: Any) -> None:
    web.on("/feed", web.reply(200, web.feed))
    result = web.fetch(policy=FetchPolicy())
    assert codes(result) == ["forbidden-address"]
    assert web.connections == 0
