"""What a reader takes along: the day's table, the day's mail."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from digest.edition.catalogue import Catalogue
from digest.edition.story import StoryPage
from digest.render.files import PageFile, Site, render_indexes, render_stories

PATH = "data/stories/2026/03/04/minister-rejects-audit-vellmar-dam"


@pytest.fixture
def story(dam: StoryPage, site: Site) -> dict[str, bytes]:
    return {file.path: file.data for file in render_stories((dam.view,), site)}


@pytest.fixture
def day(shelf: Catalogue, site: Site) -> dict[str, bytes]:
    return {file.path: file.data for file in render_indexes(shelf, site)}


def test_the_table_has_a_line_for_every_quote_and_reaction(day: dict[str, bytes], dam: StoryPage) -> None:
    text = day["data/days/2026/03/05.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    kinds = [row["kind"] for row in rows if row["story"] == "s1"]
    assert kinds == ["direct quote"] * len(dam.view.quotes) + ["reaction"] * len(dam.view.reactions)
    assert [row["kind"] for row in rows if row["story"] == "s2"] == ["story"]
    assert rows[1]["words"] == "A gauge that nobody reads is a decoration"
    assert rows[1]["link"].startswith("https://post.example/a5?a=1&b=2#:~:text=")


class Mail(HTMLParser):
    """What a mail loads, and whether its tags are balanced."""

    VOID = ("meta", "hr", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.loaded += [f"{tag} {name}" for name, _ in attrs if name in ("src", "srcset", "background")]
        self.loaded += [tag] if tag in ("link", "script", "img", "iframe", "style") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_mail_needs_nothing_else(day: dict[str, bytes]) -> None:
    mail = Mail()
    mail.feed(day["data/days/2026/03/05.mail.html"].decode())
    assert mail.loaded == []
    assert mail.open == []


def test_the_mail_as_text_says_the_same_within_72_columns(day: dict[str, bytes]) -> None:
    text = day["data/days/2026/03/05.mail.txt"].decode()
    lines = text.splitlines()
    assert all(len(line) <= 72 for line in lines if "https://" not in line)
    assert "“A gauge that nobody reads is a decoration”" in text
    assert "Two dead in warehouse fire at Ostrow quay" in text
    assert "https://digest.example/stories/2026/03/05/two-dead-warehouse-fire-ostrow-quay/" in text


def test_a_site_without_address_has_a_mail_without_dead_links(shelf: Catalogue) -> None:
    files = {file.path: file.data.decode() for file in render_indexes(shelf, Site("Digest", ""))}
    addresses = re.findall(r'href="([^"]*)"', files["data/days/2026/03/05.mail.html"])
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


def test_a_closed_story_has_no_new_feed(dam: StoryPage, site: Site) -> None:
    closed: list[PageFile] = list(render_stories((replace(dam.view, is_open=False),), site))
    assert not [file.path for file in closed if file.path.endswith((".xml", ".feed.json"))]
    assert "follow by" not in closed[0].data.decode()
