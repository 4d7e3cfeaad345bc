"""What a reader does, done in a real browser."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from digest.edition.catalogue import Moved, Removed
from digest.render.gone import moved_markdown, removed_markdown
from digest.site.build import build_site
from digest.site.serve import make_server

pytestmark = pytest.mark.browser

WIDE, PHONE = 1280, 390
KINDS = {
    "home": "index.html",
    "day": "days/2026/03/04/index.html",
    "days": "days/index.html",
    "month": "stories/2026/03/index.html",
    "date": "stories/2026/03/04/index.html",
    "months": "stories/index.html",
    "people": "people/index.html",
    "outlets": "outlets/index.html",
    "outlet": "outlets/harbour-post/index.html",
    "topics": "topics/index.html",
    "topic": "topics/infrastructure/index.html",
    "sources": "sources/index.html",
    "corrections": "corrections/index.html",
    "search": "search/index.html",
    "guide": "method/index.html",
    "404": "404.html",
}


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens an address in a fresh window and fails the test on any console error or request to another host."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_one(address: str, *, width: int = WIDE, scheme: str = "light", script: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"]) if address.startswith("http") else None
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        host = address.split("/")[2]
        page.on("request", lambda request: complaints.append(request.url) if _foreign(request.url, host) else None)
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


def _foreign(url: str, host: str) -> bool:
    return not url.startswith(("data:", "blob:")) and url.split("/")[2] != host


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of ``site`` on a server of its own."""
    with make_server(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:  # a test that fails must not leave a thread that keeps the run from ending
            server.shutdown()
            thread.join()


@pytest.fixture
def story(built: Any) -> dict[str, Any]:
    """The data of a story and its address."""
    address = built.story(2).relative_to(built.site).as_posix()
    data: dict[str, Any] = json.loads((built.site / f"data/{address}.json").read_text())
    return data | {"address": f"{address}/index.html"}


def addresses(built: Any) -> dict[str, str]:
    person = min(path for path in (built.site / "people").iterdir() if path.is_dir()).name
    found = built.story(2).relative_to(built.site).as_posix()
    return KINDS | {"person": f"people/{person}/index.html", "story": f"{found}/index.html"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_no_page_has_an_axe_violation_nor_scrolls_sideways(
    built: Any, served: str, open_page: Any, width: int, scheme: str
) -> None:
    wrong = {}
    page = open_page(f"{served}/index.html", width=width, scheme=scheme)
    for kind, address in addresses(built).items():
        page.goto(f"{served}/{address}")
        found = Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if found or wide > width:
            wrong[kind] = [(one["id"], one["nodes"][0]["html"][:200]) for one in found] + (
                [wide] if wide > width else []
            )
    assert wrong == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_no_page_of_a_story_that_is_gone_has_an_axe_violation(
    project: Any, open_page: Any, width: int, scheme: str
) -> None:
    _build_with_gone_stories(project)
    moved = project.site / GONE[0] / "index.html"
    stays, count = re.subn(r'<meta http-equiv="refresh"[^>]*>', "", moved.read_text())
    assert count == 1
    moved.write_text(stays)  # else the browser has left the page before anybody looks
    with serving(project.site) as address:
        for gone in GONE:
            page = open_page(f"{address}/{gone}/index.html", width=width, scheme=scheme)
            assert Axe().run(page).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("script", [True, False])
def test_the_page_of_a_story_that_moved_leads_to_where_it_is_now(project: Any, open_page: Any, script: bool) -> None:
    target = _build_with_gone_stories(project)
    with serving(project.site) as address:
        page = open_page(f"{address}/{GONE[0]}/index.html", script=script)
        page.wait_for_url(f"{address}/{target}/**")
        assert page.locator("h1").first.inner_text() != "This story moved"


GONE = ("stories/2026/02/01/a", "stories/2026/02/02/c")


def _build_with_gone_stories(project: Any) -> str:
    """Builds the project with a page that moved and one that was removed; gives the address the first leads to."""
    stories = project.pages / "stories"
    target = min(page.relative_to(stories).with_suffix("").as_posix() for page in stories.glob("*/*/*/*.md"))
    moved = Moved("2026-02-01-a", "2026/02/01/a", target, "Harbour & council")
    for page in (moved_markdown(moved), removed_markdown(Removed("2026-02-02-c", "2026/02/02/c"))):
        (project.pages / page.path).parent.mkdir(parents=True, exist_ok=True)
        (project.pages / page.path).write_bytes(page.data)
    build_site(project.config, project.pages, project.site)
    return f"stories/{target}"


def test_a_quote_is_found_and_its_page_opened_at_it(served: str, open_page: Any, story: dict[str, Any]) -> None:
    quote = story["quotes"][0]
    page = open_page(f"{served}/index.html")
    page.keyboard.press("/")
    page.keyboard.type(" ".join(quote["passage"]["text"].split()[:3]))
    page.keyboard.press("Enter")
    hit = page.locator("#hits > li").filter(has_text=story["headline"]["text"]).first
    hit.wait_for()
    assert "q=" in page.url
    assert hit.locator("mark").count() >= 3
    hit.get_by_role("link", name="the quote").first.click()
    page.wait_for_url(f"**/{story['address']}#*")
    assert page.locator(f"figure#{quote['id']} blockquote").is_visible()


def test_no_search_bytes_are_fetched_before_someone_searches(served: str, open_page: Any) -> None:
    page = open_page("about:blank" if not served else f"{served}/404.html")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{served}/index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in seen if "/search" in url] == []


def test_a_search_is_narrowed_by_person_and_kind_and_its_address_shared(
    served: str, open_page: Any, story: dict[str, Any]
) -> None:
    name = story["quotes"][0]["speaker"]["name"]
    page = open_page(f"{served}/search/index.html?person={name.replace(' ', '+')}&kind=quote&sort=date")
    page.locator("#hits blockquote").first.wait_for()
    assert page.locator("#person").input_value() == name
    speakers = page.locator("#hits blockquote + .meta b").all_inner_texts()
    assert set(speakers) == {name}


def test_a_search_is_limited_to_days(served: str, open_page: Any) -> None:
    page = open_page(f"{served}/search/index.html?from=2026-03-05&to=2026-03-05")
    page.locator("#hits > li").first.wait_for()
    assert {"5 March 2026"} == {
        text.split(" · ")[0] for text in page.locator("#hits > li > .meta:last-child").all_inner_texts()
    }
    page.locator("#to").fill("2026-03-01")
    page.locator("#from").fill("2026-03-01")
    page.locator("#from").dispatch_event("change")
    page.get_by_text("Nothing found").wait_for()


def test_a_phrase_finds_only_its_exact_words(served: str, open_page: Any, story: dict[str, Any]) -> None:
    words = story["brief"][0]["text"].rstrip(".").split()
    page = open_page(f"{served}/search/index.html")
    page.locator("#q").fill(f'"{" ".join(words[2:6])}"')
    page.locator("#hits > li").first.wait_for()
    assert story["headline"]["text"] in page.locator("#hits h2").all_inner_texts()
    page.locator("#q").fill(f'"{words[5]} {words[2]} {words[3]}"')
    page.get_by_text("Nothing found").wait_for()


def test_colours_are_switched_and_kept(served: str, open_page: Any) -> None:
    page = open_page(f"{served}/index.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark colours").click()
    dark = page.evaluate(ground)
    assert light != dark
    page.goto(f"{served}/people/index.html")
    assert page.evaluate(ground) == dark


def test_a_quote_is_copied_with_who_where_and_when(served: str, open_page: Any, story: dict[str, Any]) -> None:
    quote = story["quotes"][0]
    page = open_page(f"{served}/{story['address']}")
    page.locator(f"figure#{quote['id']}").get_by_role("button", name="Copy quote").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in (quote["passage"]["text"], quote["speaker"]["name"], quote["passage"]["outlet"], "2026", quote["id"]):
        assert part in copied


def test_the_reference_is_copied(served: str, open_page: Any, story: dict[str, Any]) -> None:
    page = open_page(f"{served}/{story['address']}")
    page.get_by_role("button", name="Copy reference").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == story["reference"]


def test_keys_lead_through_the_stories(served: str, open_page: Any) -> None:
    page = open_page(f"{served}/index.html")
    links = page.locator("a[data-story]").evaluate_all("links => links.map((link) => link.href)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(links[1])
    page.keyboard.press("k")
    page.wait_for_url(links[0])
    page.keyboard.press("j")
    page.wait_for_url(links[1])


def test_the_first_tab_stop_skips_to_the_content(served: str, open_page: Any) -> None:
    page = open_page(f"{served}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_a_page_reads_from_a_disk_and_links_lead_on(built: Any, open_page: Any) -> None:
    page = open_page((built.site / "index.html").as_uri())
    page.locator("a[data-story]").first.click()
    page.wait_for_url("**/stories/**/index.html")
    assert page.locator("h2#coverage").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Charter")


def test_without_script_a_story_is_complete(served: str, open_page: Any, story: dict[str, Any]) -> None:
    page = open_page(f"{served}/{story['address']}", script=False)
    assert page.locator("svg.chart").is_visible()
    assert page.locator("button:visible").count() == 0
    for quote in story["quotes"]:
        assert page.locator(f"#{quote['id']} blockquote").is_visible()


def test_a_story_prints_without_the_furniture(served: str, open_page: Any, story: dict[str, Any]) -> None:
    page = open_page(f"{served}/{story['address']}")
    page.emulate_media(media="print")
    assert not page.locator(".find").is_visible()
    assert not page.locator(".away").is_visible()
    assert page.locator("h1").is_visible()
