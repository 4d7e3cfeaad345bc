"""Article pages are fetched where they are wanted and allowed."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from digest.ingest.net import Page, PageRequest, Pages, RobotsRecord, fetch_pages, wants_page
from digest.ingest.reading import Reading
from digest.model import Entry, Problem, Source

PAGE = b"<!DOCTYPE html><html><body><p>The ferry line reopens.</p></body></html>"
FORBID = b"User-agent: *\nDisallow: /private"


def allow(web: Any, *paths: str, robots: bytes = b"") -> None:
    web.on("/robots.txt", web.reply(200, robots, content_type="text/plain"))
    for path in paths:
        web.on(path, web.reply(200, PAGE, content_type="text/html; charset=utf-8"))


def ask(web: Any, *urls: str, **more: Any) -> Pages:
    wanted = [PageRequest("Harbour Post", web.url(url) if url.startswith("/") else url) for url in urls]
    return fetch_pages(wanted, night=more.pop("night", web.night), policy=more.pop("policy", web.policy), **more)


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


def test_a_page_is_fetched_after_robots_was_asked_once(web: Any) -> None:
    allow(web, "/a", "/b")
    pages = ask(web, "/a", "/b").pages
    assert [visit.target for visit in web.visits] == ["/robots.txt", "/a", "/b"]
    assert [page.body for page in pages] == [PAGE, PAGE]
    assert pages[0].content_type == "text/html; charset=utf-8"
    assert pages[0].final_url == web.url("/a")


def test_a_page_that_robots_forbids_is_not_asked_for(web: Any) -> None:
    allow(web, "/private/a", robots=FORBID)
    (page,) = ask(web, "/private/a").pages
    assert (page.body, codes(page)) == (None, ["robots"])
    assert page.problems[0].item == web.url("/private/a")
    assert web.asked("/private/a") == []


def test_a_redirect_is_no_way_around_robots(web: Any) -> None:
    allow(web, "/private/a", robots=FORBID)
    web.on("/a", web.reply(302, location="/private/a"))
    (page,) = ask(web, "/a").pages
    assert codes(page) == ["robots"]
    assert web.asked("/private/a") == []


def test_each_site_on_the_way_has_its_own_robots(web: Any) -> None:
    allow(web, "/b")
    web.on("/a", web.reply(302, location=web.url("/b", "other.example")))
    (page,) = ask(web, "/a").pages
    assert page.body == PAGE
    assert page.final_url == web.url("/b", "other.example")
    assert len(web.asked("/robots.txt")) == 2


ROBOTS_ANSWERS = {
    "not there": (404, []),
    "forbidden": (403, []),
    "gone": (410, []),
    "too many requests": (429, ["robots-unreachable"]),
    "a fault of the server": (500, ["robots-unreachable"]),
    "too busy": (503, ["robots-unreachable"]),
}


@pytest.mark.parametrize("answer", ROBOTS_ANSWERS)
def test_a_missing_robots_allows_and_an_unreachable_one_forbids(web: Any, answer: str) -> None:
    status, expected = ROBOTS_ANSWERS[answer]
    allow(web, "/a")
    web.on("/robots.txt", web.reply(status))
    (page,) = ask(web, "/a").pages
    assert codes(page) == expected
    assert len(web.asked("/a")) == (not expected)


def test_robots_is_kept_for_a_day(web: Any) -> None:
    allow(web, "/a")
    first = ask(web, "/a")
    stored = [RobotsRecord.from_json(json.loads(json.dumps(record.to_json()))) for record in first.robots]
    again = ask(web, "/a", robots=stored, night=web.night + timedelta(hours=23))
    assert len(web.asked("/robots.txt")) == 1
    ask(web, "/a", robots=again.robots, night=web.night + timedelta(hours=25))
    assert len(web.asked("/robots.txt")) == 2


ANSWERS: dict[str, tuple[dict[str, Any], str]] = {
    "a document of another kind": ({"body": b"%PDF", "content_type": "application/pdf"}, "not-a-page"),
    "no right to read": ({"status": 403}, "refused"),
    "not found": ({"status": 404}, "not-found"),
    "gone": ({"status": 410}, "gone"),
    "too many requests": ({"status": 429}, "rate-limited"),
    "a fault of the server": ({"status": 500}, "server-error"),
    "a redirect to itself": ({"status": 302, "location": "/a"}, "redirect-loop"),
    "a redirect inwards": ({"status": 302, "location": "http://169.254.169.254/latest"}, "forbidden-address"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_useless_answer_costs_the_page_and_leaves_a_problem(web: Any, answer: str) -> None:
    given, code = ANSWERS[answer]
    allow(web)
    web.on("/a", web.reply(**given))
    (page,) = ask(web, "/a").pages
    assert (page.body, codes(page)) == (None, [code])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:desk@harbour.example", "", "http://", "/relative"])
def test_a_link_that_is_no_address_costs_itself(web: Any, url: str) -> None:
    allow(web, "/a")
    wanted = [PageRequest("Harbour Post", url), PageRequest("Harbour Post", web.url("/a"))]
    bad, good = fetch_pages(wanted, night=web.night, policy=web.policy).pages
    assert codes(bad) == ["bad-address"]
    assert good.body == PAGE


def test_a_page_that_two_sources_want_is_asked_for_once(web: Any) -> None:
    allow(web, "/a")
    wanted = [PageRequest(name, web.url("/a")) for name in ("Harbour Post", "Vellmar Radio")]
    pages = fetch_pages(wanted, night=web.night, policy=web.policy).pages
    assert [(page.source, page.body) for page in pages] == [("Harbour Post", PAGE), ("Vellmar Radio", PAGE)]
    assert len(web.asked("/a")) == 1


def test_a_problem_of_a_shared_page_is_told_to_each_source(web: Any) -> None:
    allow(web)
    wanted = [PageRequest(name, web.url("/a")) for name in ("Harbour Post", "Vellmar Radio")]
    pages = fetch_pages(wanted, night=web.night, policy=web.policy).pages
    assert [page.problems[0].source for page in pages] == ["Harbour Post", "Vellmar Radio"]


def test_a_host_is_asked_for_no_more_than_its_share(web: Any) -> None:
    paths = [f"/{n}" for n in range(5)]
    allow(web, *paths, "/private/a", robots=FORBID)
    pages = ask(web, "/private/a", *paths, policy=replace(web.policy, pages_per_host=3)).pages
    assert [codes(page) for page in pages] == [["robots"], [], [], [], ["page-limit"], ["page-limit"]]


def test_a_host_that_is_down_is_given_up(web: Any) -> None:
    pages = ask(web, *(f"http://nowhere.invalid/{n}" for n in range(4))).pages
    assert [codes(page) for page in pages] == [["unknown-host"]] * 2 + [["host-unreachable"]] * 2


def test_a_host_that_lets_nobody_in_is_given_up_after_three_pages(web: Any) -> None:
    paths = [f"/{n}" for n in range(6)]
    allow(web, "/5")
    for path in paths[:5]:
        web.on(path, web.reply(403))
    pages = ask(web, *paths).pages
    assert [codes(page) for page in pages] == [["refused"]] * 6
    assert [visit.target for visit in web.visits] == ["/robots.txt", "/0", "/1", "/2"]


def test_a_host_that_asks_for_quiet_is_left_alone(web: Any) -> None:
    allow(web, "/b", "/c")
    web.on("/a", web.reply(429))
    pages = ask(web, "/a", "/b", "/c").pages
    assert [codes(page) for page in pages] == [["rate-limited"]] * 3
    assert len(web.visits) == 2


def test_the_pause_that_a_site_asks_for_is_kept_but_not_without_end(web: Any) -> None:
    allow(web, "/a", "/b", robots=b"User-agent: *\nCrawl-delay: 99999")
    pages = ask(web, "/a", "/b", policy=replace(web.policy, max_page_delay_seconds=0.01)).pages
    assert [page.body for page in pages] == [PAGE, PAGE]


def test_pages_take_no_more_room_than_they_may(web: Any) -> None:
    allow(web, "/a", "/b")
    pages = ask(web, "/a", "/b", policy=replace(web.policy, night_bytes=len(PAGE))).pages
    assert [codes(page) for page in pages] == [[], ["night-over"]]


def test_pages_can_be_read_as_they_come_and_are_then_not_kept(web: Any) -> None:
    allow(web, "/a", "/b")
    threads = set()

    def read(page: Page) -> Reading:
        threads.add(threading.current_thread().name)
        assert page.body == PAGE
        return Reading("html", problems=(Problem(page.source, "ingest", "odd", page.url, "None."),))

    wanted = [
        PageRequest(name, web.url(path)) for name, path in (("A", "/a"), ("A", "/b"), ("B", "/a"), ("A", "/none"))
    ]
    policy = replace(web.policy, night_bytes=len(PAGE))
    pages = fetch_pages(wanted, night=web.night, policy=policy, read=read).pages
    assert [page.body for page in pages] == [None] * 4
    readings = [page.reading for page in pages]
    assert [reading and reading.problems[0].source for reading in readings] == ["A", "A", "B", None]
    assert len(threads) == 1, "a cage serves one thread"


def test_pages_are_fetched_from_public_addresses_only(web: Any) -> None:
    allow(web, "/a")
    policy = replace(web.policy, may_connect=lambda _: False)
    assert codes(ask(web, "/a", policy=policy).pages[0]) == ["forbidden-address"]
    assert web.connections == 0


WANTS = {
    "a teaser": ("auto", False, True, True),
    "a whole text": ("auto", True, True, False),
    "a whole text of a source whose pages are always wanted": ("always", True, True, True),
    "a teaser of a source whose pages are never wanted": ("never", False, True, False),
    "a teaser of a file": ("always", False, False, False),
}


@pytest.mark.parametrize("case", WANTS)
def test_pages_are_wanted_as_the_source_says(case: str) -> None:
    full_text, whole, remote, expected = WANTS[case]
    source = Source("Harbour Post", url="https://harbour.example/feed" if remote else None, full_text=full_text)
    entry = Entry("Harbour Post", None, None, "https://harbour.example/1", "Ferry line reopens", "", full_text=whole)
    assert wants_page(source, entry) is expected
    assert not wants_page(source, replace(entry, url=None))
