"""What to ask of a source, and what its answer means: without a network."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.net.faults import FAULTS, Fault
from digest.ingest.net.follow import Hop, Trail
from digest.ingest.net.judge import (
    BACKOFF_NIGHTS,
    STATUS_FAULTS,
    Ask,
    Wait,
    decide,
    has_entries,
    interpret,
    is_html,
    remembered,
)
from digest.ingest.net.state import Fetched, FetchState
from digest.ingest.net.wire import Answer
from digest.model import Source

NIGHT = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
URL = "https://harbour.example/feed"
SOURCE = Source("Harbour Post", url=URL)
FEED = b"<rss><channel><item/></channel></rss>"


def trail(status: int = 200, body: bytes = FEED, *hops: Hop, **headers: str) -> Trail:
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Trail(Answer(status, pairs, body), URL, hops)


UNKNOWN = FetchState(address=URL)


def after(outcome: Trail | Fault, state: FetchState = UNKNOWN, nights: float = 0) -> Fetched:
    return interpret(SOURCE, state, NIGHT + timedelta(days=nights), outcome)


def asks(state: FetchState, **later: float) -> bool:
    return isinstance(decide(SOURCE, state, NIGHT + timedelta(**later)), Ask)


def test_back_off_grows_from_one_night_to_seven() -> None:
    state, waits, now = FetchState(address=URL), [], NIGHT
    for _ in range(6):
        state = interpret(SOURCE, state, now, Fault("timeout")).state
        waits.append(state.backoff_nights)
        nights = next(n for n in range(1, 30) if isinstance(decide(SOURCE, state, now + timedelta(days=n)), Ask))
        assert nights == state.backoff_nights
        now += timedelta(days=nights)
    assert waits == [1, 2, 4, 7, 7, 7]
    assert state.failing_since == NIGHT


def test_one_good_answer_ends_back_off() -> None:
    state = after(Fault("timeout")).state
    good = after(trail(), state, 1).state
    assert (good.backoff_nights, good.failing, good.failing_since, good.not_before) == (0, None, None, None)


def test_a_resting_source_says_on_each_night_why() -> None:
    state = after(Fault("timeout"), after(Fault("timeout")).state, 1).state
    decision = decide(SOURCE, state, NIGHT + timedelta(days=2))
    assert isinstance(decision, Wait)
    assert decision.problem is not None
    assert decision.problem.code == "timeout"
    assert "2026-03-07" in decision.problem.detail


RETRY_AFTER = {
    "seconds": ("7200", timedelta(hours=2)),
    "a date": ("Thu, 05 Mar 2026 14:00:00 GMT", timedelta(hours=36)),
    "a date gone by": ("Tue, 03 Mar 2026 14:00:00 GMT", timedelta(0)),
    "a year": ("31536000", timedelta(days=7)),
    "a number beyond all clocks": ("9999999999", timedelta(days=7)),
    "a date beyond all clocks": ("Fri, 31 Dec 9999 23:59:59 GMT", timedelta(days=7)),
    "a negative number": ("-5", None),
    "a word": ("soon", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", RETRY_AFTER)
def test_retry_after_is_heeded_up_to_a_week(status: int, form: str) -> None:
    value, wait = RETRY_AFTER[form]
    state = after(trail(status, retry_after=value)).state
    backed_off = NIGHT + timedelta(hours=22)
    assert state.not_before == (backed_off if wait is None else max(NIGHT + wait, backed_off))


FRESHNESS = {
    "max-age": ({"cache_control": "public, max-age=36000"}, FEED, timedelta(hours=10)),
    "max-age in quotes": ({"cache_control": 'MAX-AGE="36000"'}, FEED, timedelta(hours=10)),
    "max-age less what has passed": ({"cache_control": "max-age=36000", "age": "3600"}, FEED, timedelta(hours=9)),
    "max-age wins over Expires": (
        {"cache_control": "max-age=36000", "expires": "Wed, 11 Mar 2026 02:00:00 GMT"},
        FEED,
        timedelta(hours=10),
    ),
    "Expires counted from the host's clock": (
        {"expires": "Wed, 04 Mar 2026 13:00:00 GMT", "date": "Wed, 04 Mar 2026 03:00:00 GMT"},
        FEED,
        timedelta(hours=10),
    ),
    "Expires counted from ours": ({"expires": "Wed, 04 Mar 2026 12:00:00 GMT"}, FEED, timedelta(hours=10)),
    "Expires gone by": ({"expires": "0"}, FEED, None),
    "no-cache": ({"cache_control": "no-cache, max-age=36000"}, FEED, None),
    "no-store": ({"cache_control": "max-age=36000,no-store"}, FEED, None),
    "s-maxage is for others": ({"cache_control": "s-maxage=36000"}, FEED, None),
    "TTL": ({}, b"<rss><channel><ttl> 600 </ttl><item/></channel></rss>", timedelta(hours=10)),
    "the longer of two": ({"cache_control": "max-age=60"}, b"<rss><ttl>600</ttl><item/></rss>", timedelta(hours=10)),
    "two days": ({"cache_control": "max-age=172800"}, FEED, timedelta(days=2)),
    "a year is a host's mistake": ({"cache_control": "max-age=31536000"}, FEED, None),
    "a number beyond all clocks": ({"cache_control": "max-age=9999999999"}, FEED, None),
    "a TTL beyond all clocks": ({}, b"<rss><ttl>9999999</ttl><item/></rss>", None),
    "nothing": ({}, FEED, None),
}


@pytest.mark.parametrize("form", FRESHNESS)
def test_freshness_is_heeded(form: str) -> None:
    headers, body, wait = FRESHNESS[form]
    state = after(trail(200, body, etag='"a"', **headers)).state
    assert state.fresh_until == (None if wait is None else NIGHT + wait)
    if wait is not None:
        before, later = wait - timedelta(hours=3), wait
        assert not asks(state, seconds=before.total_seconds())
        assert asks(state, seconds=later.total_seconds())


def test_a_feed_fresh_for_a_day_is_asked_every_night() -> None:
    """Nights do not begin at the same second: the next one may be a little early."""
    state = after(trail(cache_control="max-age=86400")).state
    assert asks(state, hours=23)
    assert not asks(state, hours=12)


def test_a_conditional_request_may_be_made_twice_a_night() -> None:
    assert asks(after(trail(etag='"a"')).state, hours=1)
    assert not asks(after(trail()).state, hours=1)


@pytest.mark.parametrize("etag", ['"a\r\nX: y"', "\N{SNOWMAN}", "a" * 5000, "\x7f"])
def test_a_validator_that_cannot_be_sent_is_not_kept(etag: str) -> None:
    assert after(trail(etag=etag)).state.etag is None
    decision = decide(SOURCE, FetchState(address=URL, etag=etag), NIGHT)
    assert isinstance(decision, Ask)
    assert "If-None-Match" not in dict(decision.headers)


def test_gone_pauses_until_it_is_asked_once_more_after_a_month() -> None:
    state = after(trail(410)).state
    assert not any(asks(state, days=days) for days in range(1, 30))
    assert asks(state, days=30)
    decision = decide(SOURCE, state, NIGHT + timedelta(days=9))
    assert isinstance(decision, Wait)
    assert decision.problem is not None
    assert decision.problem.code == "gone"
    assert after(trail(200), state, 30).state.gone_since is None


def test_a_new_address_begins_anew() -> None:
    known = after(trail(410)).state
    assert remembered(SOURCE, known) is known
    moved = replace(SOURCE, url="https://harbour.example/new")
    assert remembered(moved, known) == FetchState(address="https://harbour.example/new")


def test_a_clock_that_was_wrong_silences_nothing() -> None:
    state = replace(
        after(trail(etag='"a"')).state,
        fresh_until=NIGHT + timedelta(days=4000),
        not_before=NIGHT + timedelta(days=4000),
    )
    assert asks(state)


NEW = "https://new.example/feed"
MOVES: dict[str, tuple[tuple[Hop, ...], str | None]] = {
    "no redirect": ((), None),
    "for good": ((Hop(301, NEW),), NEW),
    "for good by the newer status": ((Hop(308, NEW),), NEW),
    "for good in two steps": ((Hop(301, "https://mid.example/"), Hop(308, NEW)), NEW),
    "for a while": ((Hop(302, NEW),), None),
    "for good, then for a while": ((Hop(301, NEW), Hop(307, "https://mirror.example/")), NEW),
    "for a while, then for good": ((Hop(302, "https://mid.example/"), Hop(301, NEW)), None),
}


@pytest.mark.parametrize("way", MOVES)
def test_only_permanent_redirects_are_a_move(way: str) -> None:
    hops, target = MOVES[way]
    assert after(trail(200, FEED, *hops)).state.moved_to == target


def test_a_move_that_changes_its_mind_begins_anew() -> None:
    state = FetchState(address=URL)
    for night, target in enumerate([NEW, NEW, "https://other.example/", NEW]):
        state = after(trail(200, FEED, Hop(301, target)), state, night).state
    assert state.moved_count == 1


def test_a_move_counts_once_a_night() -> None:
    state = FetchState(address=URL)
    for hours in range(5):
        state = after(trail(200, FEED, Hop(301, NEW), etag='"a"'), state, hours / 24).state
    assert state.moved_count == 1


def test_a_move_to_something_that_is_no_feed_is_not_proposed() -> None:
    state = FetchState(address=URL)
    for night in range(5):
        result = after(trail(200, b"<html>", Hop(301, NEW)), state, night)
        state = result.state
        assert [problem.code for problem in result.problems] == ["html-instead-of-feed"]


def test_an_unchanged_body_is_known_as_such() -> None:
    state = after(trail()).state
    again = after(trail(), state, 1)
    assert again.unchanged
    assert again.body == FEED
    assert not after(trail(200, FEED + b" "), state, 1).unchanged


def test_an_answer_of_not_modified_keeps_what_it_does_not_renew() -> None:
    state = after(trail(etag='"a"', last_modified="Tue, 03 Mar 2026 10:00:00 GMT")).state
    result = after(trail(304, b"", etag='"b"'), state, 1)
    assert (result.state.etag, result.state.last_modified) == ('"b"', state.last_modified)
    assert (result.state.body_hash, result.state.had_entries) == (state.body_hash, True)


def test_a_body_that_could_not_be_read_is_asked_for_again() -> None:
    state = after(trail(200, FEED, Hop(301, NEW), etag='"a"')).state.forget_body()
    decision = decide(SOURCE, state, NIGHT + timedelta(hours=1))
    assert isinstance(decision, Ask)
    assert "If-None-Match" not in dict(decision.headers)
    assert state.moved_to == NEW


HTML = {
    "a document type": (b"<!DOCTYPE html>", None, True),
    "a document type in small letters, after a mark": (b"\xef\xbb\xbf\n<!doctype HTML public>", None, True),
    "XHTML": (b"<?xml version='1.0'?>\n<!-- a --><html xmlns='x'>", None, True),
    "two bytes a letter": ("\ufeff<html>".encode("utf-16-le"), None, True),
    "a page that only calls itself one": (b"<title>Sign in</title>", "text/html; charset=utf-8", True),
    "a feed that calls itself a page": (b"<?xml version='1.0'?><rss>", "text/html", False),
    "an RDF feed that calls itself a page": (b"<rdf:RDF xmlns:rdf='x'>", "text/html", False),
    "JSON that calls itself a page": (b'{"version": 1}', "text/html", False),
    "a packed feed that calls itself a page": (b"\x1f\x8b\x08", "text/html", False),
    "a feed with pages in it": (b"<rss><item><description><html></html></description></item></rss>", None, False),
    "plain text": (b"Ferry line reopens", "text/plain", False),
    "nothing": (b"", "text/html", False),
}


@pytest.mark.parametrize("what", HTML)
def test_a_web_page_is_told_from_a_feed(what: str) -> None:
    body, content_type, expected = HTML[what]
    assert is_html(body, content_type) is expected


ENTRIES = {
    "an item": (b"<rss><channel><item><title/></item></channel></rss>", True),
    "an entry with a prefix": (b"<a:feed><a:entry xml:lang='en'/></a:feed>", True),
    "two bytes a letter": ("<rss><item>".encode("utf-16"), True),
    "JSON items": (b'{"items": [ {"id": 1} ]}', True),
    "a packed feed": (b"\x1f\x8b\x08\x00", True),
    "a channel alone": (b"<rss><channel><title>items</title></channel></rss>", False),
    "a table of contents without items": (b"<rdf:RDF><channel><items><rdf:Seq/></items></channel></rdf:RDF>", False),
    "no JSON items": (b'{"items": [ ]}', False),
}


@pytest.mark.parametrize("what", ENTRIES)
def test_entries_are_seen(what: str) -> None:
    body, expected = ENTRIES[what]
    assert has_entries(body) is expected


def test_an_empty_feed_that_never_had_entries_is_no_problem() -> None:
    assert after(trail(200, b"<rss><channel/></rss>")).problems == ()


def test_a_feed_that_stays_empty_is_believed_after_three_nights() -> None:
    state, seen = after(trail(etag='"a"')).state, []
    for night in (1, 1.05, 2, 3, 4, 5):
        result = after(trail(200, b"<rss><channel/></rss>"), state, night)
        state = result.state
        seen.append([problem.code for problem in result.problems])
    assert seen == [["emptied-feed"]] * 4 + [[], []]
    assert after(trail(), state, 6).state.empty_nights == 0


def test_a_page_that_names_the_feed_is_told_with_it() -> None:
    page = b'<!DOCTYPE html><link rel="alternate" type="application/rss+xml" href="/rss">'
    assert "https://harbour.example/rss" in after(trail(200, page)).problems[0].detail


def test_every_fault_has_words_and_a_remedy() -> None:
    assert {*STATUS_FAULTS.values()} <= set(FAULTS)
    assert all(words.happened and words.remedy.endswith(".") for words in FAULTS.values())


moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)) | st.none()  # noqa: DTZ001 - the strategy adds the zone
texts = st.text(max_size=20) | st.none()
states = st.builds(
    FetchState,
    address=st.text(max_size=20),
    etag=texts,
    last_modified=texts,
    last_asked=moments,
    last_success=moments,
    not_before=moments,
    fresh_until=moments,
    backoff_nights=st.sampled_from((0, *BACKOFF_NIGHTS)),
    failing=texts,
    failing_since=moments,
    moved_to=texts,
    moved_count=st.integers(0, 1000),
    gone_since=moments,
    body_hash=texts,
    had_entries=st.booleans(),
    empty_nights=st.integers(0, 9),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9), st.lists, max_leaves=3
)


@settings(deadline=None)
@given(states)
def test_a_stored_state_returns_equal(state: FetchState) -> None:
    assert FetchState.from_json(json.loads(json.dumps(state.to_json()))) == state


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(FetchState.__dataclass_fields__)) | st.text(max_size=5), json_values))
def test_a_damaged_state_is_still_a_state(stored: dict[str, Any]) -> None:
    state = FetchState.from_json(stored)
    assert FetchState.from_json(state.to_json()) == state
    decide(SOURCE, replace(state, address=URL), NIGHT)


header_names = (
    "etag",
    "last-modified",
    "retry-after",
    "cache-control",
    "expires",
    "date",
    "age",
    "content-type",
    "location",
)
answers = st.builds(
    Answer,
    st.integers(100, 599),
    st.lists(st.tuples(st.sampled_from(header_names), st.text(max_size=40))).map(tuple),
    st.binary(max_size=60) | st.sampled_from((FEED, b"<html>")),
)


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00", "2026-03-04T02:00:00"])
def test_a_moment_that_cannot_be_reckoned_with_is_left_out(moment: str) -> None:
    assert FetchState.from_json({"gone_since": moment, "last_asked": moment}) == FetchState()


@settings(deadline=None)
@given(states, answers, st.integers(-10, 10))
def test_any_answer_is_understood(state: FetchState, answer: Answer, nights: int) -> None:
    """Never an exception; no body without success; a wait never beyond a week and a night."""
    night = NIGHT + timedelta(days=nights)
    result = interpret(SOURCE, state, night, Trail(answer, URL))
    assert result.state.last_asked == night
    assert result.body is None or result.status == 200
    assert result.body is not None or result.problems or result.status == 304
    if result.state.gone_since is None and answer.status != 200:
        assert result.state.not_before is None or result.state.not_before <= night + timedelta(days=7)
