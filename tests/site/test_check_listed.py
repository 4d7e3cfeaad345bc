"""Words in tables, feeds and mails: each within its article, or found not to be."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NoReturn

import pytest

from digest.site.check import StoredText, check_site

TEXT = "The gauge rose at noon. “We were warned,” said Ilse Brandt. “Nobody came.” It fell at night."
ARTICLES = {
    "a1": StoredText(TEXT, "sha256:1"),
    "a2": StoredText("Another town, another day.", "sha256:2"),
}
STORY = "https://digest.example/stories/2026/03/04/gauge/"
LEAD = "The gauge rose at noon."
SAID = "“We were warned” … “Nobody came.”"

Print = Callable[[str, str], bytes]


def body(lead: str, said: str) -> str:
    linked = f'<a href="https://wire.example/gauge">{said}</a>'
    return f"<p><span>{lead}</span></p><p>{linked} — Ilse Brandt</p><p>1 report, 1 outlet</p>"


def bare_body(lead: str, said: str) -> str:
    """An entry of articles that have no address; the speech comes first."""
    return f"<p><span>{said}</span> — Ilse Brandt</p><p><span>{lead}</span></p><p>1 report, 1 outlet</p>"


def bare_atom(lead: str, said: str) -> bytes:
    return _atom(bare_body(lead, said))


def atom(lead: str, said: str) -> bytes:
    return _atom(body(lead, said))


def _atom(entry: str) -> bytes:
    content = escape(entry)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{STORY}"/>'
        f'<content type="html">{content}</content></entry></feed>'
    ).encode()


def json_feed(lead: str, said: str) -> bytes:
    return json.dumps({"items": [{"url": STORY, "content_html": body(lead, said)}]}).encode()


def mail(lead: str, said: str) -> bytes:
    link = f'<h2><a href="{STORY}">Gauge rises</a></h2>'
    return f"<!doctype html><body>{link}<blockquote>{lead}</blockquote><blockquote>{said}</blockquote>".encode()


def table(lead: str, said: str) -> bytes:
    spoken = said.replace("“", "").replace("”", "")
    start = TEXT.index("“We")
    rows = [f'a1,0,23,"{lead}"', f'a1,{start},{TEXT.index(" It fell")},"{spoken}"']
    return "\ufeffarticle,start,end,words\n{}\n".format("\n".join(rows)).encode()


KINDS: dict[str, tuple[str, Print]] = {
    "an Atom feed": ("data/feed.xml", atom),
    "an Atom feed without addresses": ("data/outlets/wire.xml", bare_atom),
    "a JSON feed": ("data/people/ilse-brandt.feed.json", json_feed),
    "a mail": ("data/days/2026/03/04.mail.html", mail),
    "a table": ("data/days/2026/03/04.csv", table),
}
CHANGED = {
    "a lead": ("The gauge rose at night.", SAID),
    "direct speech": (LEAD, "“We were heard” … “Nobody came.”"),
    "the rest of direct speech": (LEAD, "“We were warned” … “Everybody came.”"),
}


def faults(site: Path, address: str, content: bytes) -> list[str]:
    (site / address).parent.mkdir(parents=True, exist_ok=True)
    (site / address).write_bytes(content)
    return [fault.code for fault in check_site(site, ARTICLES)]


@pytest.mark.parametrize(("address", "printed"), KINDS.values(), ids=KINDS.keys())
def test_words_as_the_article_has_them_hold(tmp_path: Path, address: str, printed: Print) -> None:
    assert faults(tmp_path, address, printed(LEAD, SAID)) == []


@pytest.mark.parametrize("words", CHANGED.values(), ids=CHANGED.keys())
@pytest.mark.parametrize(("address", "printed"), KINDS.values(), ids=KINDS.keys())
def test_changed_words_are_found(tmp_path: Path, address: str, printed: Print, words: tuple[str, str]) -> None:
    assert faults(tmp_path, address, printed(*words)) == ["no-source"]


def test_words_of_another_place_of_the_article_are_found_in_a_table(tmp_path: Path) -> None:
    assert faults(tmp_path, "data/days/2026/03/04.csv", table("It fell at night.", SAID)) == ["other-place"]


@pytest.mark.parametrize("address", ["data/feed.xml", "data/feed.json", "data/topics/dam.feed.json"])
def test_a_torn_feed_is_a_fault_and_no_crash(tmp_path: Path, address: str) -> None:
    assert set(faults(tmp_path, address, b'{"items": [')) == {"unreadable"}


def test_a_mail_without_addresses_asks_the_articles_of_its_edition_first(tmp_path: Path) -> None:
    class AsLongAsYears(dict[str, StoredText]):
        def values(self) -> NoReturn:
            raise AssertionError("every article that was ever stored is read")

    folder = tmp_path / "data/days/2026/03"
    folder.mkdir(parents=True)
    (folder / "04.json").write_text(json.dumps({"stories": [{"articles": ["a2", "a1"]}]}))
    quotes = f"<blockquote>{LEAD}</blockquote><blockquote>{SAID}</blockquote>"
    (folder / "04.mail.html").write_text(f"<!doctype html><body><h2>Gauge rises</h2>{quotes}")
    address = "data/days/2026/03/04.mail.html"
    assert check_site(tmp_path, AsLongAsYears(ARTICLES), only=[address]) == ()
    (folder / "04.mail.html").write_text("<!doctype html><body><h2>Gauge</h2><blockquote>It never rose.</blockquote>")
    assert [fault.code for fault in check_site(tmp_path, ARTICLES, only=[address])] == ["no-source"]
