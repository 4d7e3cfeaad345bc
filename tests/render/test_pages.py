"""What every page promises: links that lead somewhere, words that are the article's, nothing of a stranger's making."""

from __future__ import annotations

import html
import json
import posixpath
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import markdown as python_markdown
import pytest
import yaml
from lxml import etree

from digest.edition import story_page
from digest.edition.catalogue import Catalogue
from digest.edition.story import StoryPage
from digest.model import Article, Dossier
from digest.render.files import PageFile, Site, removed_files, render_indexes, render_stories
from digest.render.story import correction_line
from digest.render.words import moment_words
from digest.text.normalise import one_line

LINK = re.compile(r"\]\(([^)\s]+)\)")
OUTSIDE = {"stories/2026/03/02/budget-for-dams-cut.md", "stories/2026/01/12/audit-office-opens-dam-review.md"}
"""Stories of the small world that only links tell of."""
EVIL = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) {{ x }} "q" | `c` *e* &copy; \u202e'


@pytest.fixture
def files(dam: StoryPage, fire: StoryPage, shelf: Catalogue, site: Site) -> dict[str, bytes]:
    written = [
        *render_stories((dam.view, fire.view), site),
        *render_indexes(shelf, site),
    ]
    return {file.path: file.data for file in written}


def headings(text: str) -> set[str]:
    return set(re.findall(r'<h\d id="([^"]*)"', python_markdown.markdown(text, extensions=["toc", "tables"])))


def body(data: bytes) -> str:
    return data.decode().split("---\n", 2)[2]


def test_every_link_leads_to_a_file_and_a_heading_that_are_there(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if not path.endswith(".md"):
            continue
        for target in LINK.findall(body(data)):
            if target.startswith("https://"):
                continue
            plain, _, anchor = target.partition("#")
            aim = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(plain))) if plain else path
            assert aim in files or aim in OUTSIDE, (path, target)
            if anchor and aim in files:
                assert anchor in headings(body(files[aim])), (path, target)


def test_every_address_in_the_data_is_a_page_that_is_there(files: dict[str, bytes]) -> None:
    pages = {re.sub(r"(^|/)index\.md$", r"\1", path) for path in files} | {
        path.removesuffix(".md") + "/" for path in files | dict.fromkeys(OUTSIDE, b"")
    }

    def walk(value: object, where: str) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in ("url", "story_url", "outlet_url", "to") and isinstance(inner, str) and "://" not in inner:
                    assert inner in pages, (where, inner)
                if name in ("data", "json") and isinstance(inner, str):
                    assert inner in files, (where, inner)
                walk(inner, where)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, where)

    for path, data in files.items():
        if path.endswith(".json") and not path.endswith((".feed.json", ".csl.json")) and path != "data/feed.json":
            document = json.loads(data)
            assert document["version"] == 1
            walk(document, path)


def test_a_passage_in_the_data_proves_itself(dam: StoryPage, site: Site, dossier_of_dam: Dossier) -> None:
    texts = {article.id: article for article in dossier_of_dam.articles}
    found: list[dict[str, object]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "selector" in value:
                found.append(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(story_document(dam, site))
    assert len(found) >= 10
    for passage in found:
        article = texts[str(passage["article"])]
        start, end = int(str(passage["start"])), int(str(passage["end"]))
        selector = passage["selector"]
        assert isinstance(selector, dict)
        assert passage["text"] == article.text[start:end] == selector["exact"]
        assert article.text[:start].endswith(selector["prefix"])
        assert article.text[end:].startswith(selector["suffix"])
        assert passage["content_hash"] == article.content_hash


def story_document(page: StoryPage, site: Site) -> dict[str, object]:
    written = {file.path: file.data for file in render_stories((page.view,), site)}
    document: dict[str, object] = json.loads(written[f"data/stories/{page.view.path}.json"])
    return document


def test_every_quoted_word_on_the_page_is_a_slice_of_its_article(
    dam: StoryPage, site: Site, dossier_of_dam: Dossier
) -> None:
    page = next(iter(render_stories((dam.view,), site)))
    rendered = html.unescape(python_markdown.markdown(body(page.data)))
    quoted = re.findall(r"<blockquote>\s*<p>(.*?)</p>\s*</blockquote>", rendered, re.DOTALL)
    assert len(quoted) == 2
    for quote in quoted:
        for piece in re.findall("“([^”]*)”", quote):
            assert any(piece in article.text for article in dossier_of_dam.articles)


def test_front_matter_is_plain_and_names_the_data(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".md"):
            fields = yaml.safe_load(data.decode().split("---\n", 2)[1])
            assert {"title", "kind"} <= set(fields)
            assert all(isinstance(value, str | int | date | list) for value in fields.values())
            assert fields["kind"] in ("moved", "removed") or fields["data"] in files, path


def test_neighbouring_quotations_are_kept_apart(dam: StoryPage, site: Site) -> None:
    page = next(iter(render_stories((dam.view,), site)))
    assert python_markdown.markdown(body(page.data)).count("<blockquote>") == 2


def test_feeds_are_well_formed_and_without_an_address_relative(
    dam: StoryPage, fire: StoryPage, shelf: Catalogue
) -> None:
    for site in (Site("Digest", "https://digest.example/sub/", UTC), Site("Digest", "", UTC)):
        written = {f.path: f.data for f in [*render_stories((dam.view, fire.view), site), *render_indexes(shelf, site)]}
        feeds = [data for path, data in written.items() if path.endswith((".xml", ".opml"))]
        assert len(feeds) == 2 + 1 + 1 + 2 + 6 + 2 + 1
        for data in feeds:
            root = etree.fromstring(data)
            named = (element.get(name) for element in root.iter() for name in ("href", "xmlUrl", "htmlUrl"))
            for address in filter(None, named):
                assert address.startswith("https://digest.example/sub/") == bool(site.url)
        atom = etree.fromstring(written["data/feed.xml"])
        assert len({mark.text for mark in atom.iter("{http://www.w3.org/2005/Atom}id")}) == 3


def test_ids_in_feeds_stay_when_the_site_moves(dam: StoryPage, shelf: Catalogue) -> None:
    def marks(site: Site) -> list[bytes]:
        feed = next(f for f in render_indexes(shelf, site) if f.path == "data/feed.xml")
        return re.findall(rb"<id>(.*?)</id>", feed.data)

    assert dam.summary.id
    assert marks(Site("Digest", "https://a.example/")) == marks(Site("Other", "https://b.example/x/"))


def evil(dossier: Dossier) -> Dossier:
    def spoil(article: Article) -> Article:
        name = EVIL + article.outlet
        return replace(article, headline=EVIL + (article.headline or ""), outlet=name, byline=EVIL, agency=EVIL)

    return replace(dossier, articles=tuple(map(spoil, dossier.articles)), topics=(EVIL,))


def test_a_strangers_markup_is_text_on_every_page(dossier_of_dam: Dossier, site: Site) -> None:
    from digest.edition import edition  # noqa: PLC0415 - only here
    from digest.edition.catalogue import catalogue  # noqa: PLC0415 - only here

    page = story_page(evil(dossier_of_dam), day=date(2026, 3, 5))
    assert page is not None
    today = edition(date(2026, 3, 5), (page.summary,))
    shelf = catalogue(
        (today,), (page.summary,), page.statements, corrections=page.view.corrections, voices=(page.voices,)
    )
    written = [
        *render_stories((page.view,), site),
        *render_indexes(shelf, site),
    ]
    for file in written:
        if file.path.endswith(".md"):
            rendered = python_markdown.markdown(body(file.data), extensions=["toc", "tables", "attr_list"])
            assert not re.findall(
                r"<(?!/?(?:p|a|h\d|ul|li|strong|blockquote|table|thead|tbody|tr|th|td)\b)", rendered
            ), file.path
            assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', rendered))
            assert "{{" not in body(file.data)
            assert "\u202e" not in rendered
        if file.path.endswith(".mail.html"):
            assert b"<img" not in file.data
            assert b'"javascript:' not in file.data
        if file.path.endswith(".xml"):
            etree.fromstring(file.data)
    assert one_line(EVIL) in html.unescape(written[0].data.decode().replace("\\", ""))


def test_a_takedown_leaves_a_page_that_only_says_so(files: dict[str, bytes], shelf: Catalogue) -> None:
    page = files["stories/2026/03/04/gone.md"].decode()
    assert "was taken down" in page
    assert "](" not in page
    assert set(removed_files(shelf.removed)) >= {"data/stories/2026/03/04/gone.json"}
    assert not set(removed_files(shelf.removed)) & set(files)


def test_a_story_that_moved_points_to_the_other(files: dict[str, bytes]) -> None:
    fields = yaml.safe_load(files["stories/2026/03/05/warehouse-burns.md"].decode().split("---\n", 2)[1])
    assert fields["moved_to"] == "stories/2026/03/04/minister-rejects-audit-vellmar-dam/"


def test_no_address_of_a_feed_is_told(files: dict[str, bytes]) -> None:
    assert not [path for path, data in files.items() if b"key=secret" in data]


def test_the_index_leads_to_every_id_and_address(files: dict[str, bytes]) -> None:
    index = json.loads(files["data/index.json"])
    dates = [date for month in index["months"] for date in json.loads(files[month["data"]])["dates"]]
    stories = [story for date in dates for story in json.loads(files[date["data"]])["stories"]]
    assert {(story["id"], story["url"]) for story in stories} == {
        ("s1", "stories/2026/03/04/minister-rejects-audit-vellmar-dam/"),
        ("s2", "stories/2026/03/05/two-dead-warehouse-fire-ostrow-quay/"),
    }
    assert {article for story in stories for article in story["articles"]} == {"a1", "a2", "a3", "a4", "a5", "a6", "b1"}
    assert [item["id"] for item in index["removed"]] == ["s4"]


def test_a_day_without_stories_says_so(files: dict[str, bytes]) -> None:
    assert "Nothing new came in" in files["days/2026/03/04.md"].decode()
    assert files["data/days/2026/03/04.csv"].count(b"\r\n") == 1


def test_files_are_few_kinds_and_in_their_places(files: dict[str, bytes]) -> None:
    roots = {PageFile(path, b"").path.split("/")[0] for path in files}
    assert roots == {"index.md", "stories", "days", "people", "outlets", "topics", "sources", "corrections", "data"}


def test_without_what_was_said_no_page_points_to_a_table(dam: StoryPage, site: Site) -> None:
    from digest.edition import edition  # noqa: PLC0415 - only here
    from digest.edition.catalogue import catalogue  # noqa: PLC0415 - only here

    shelf = catalogue((edition(date(2026, 3, 5), (dam.summary,)),), (dam.summary,), dam.statements)
    written = {file.path: file.data for file in render_indexes(shelf, site)}
    assert b".csv" not in written["days/2026/03/05.md"]
    assert not [path for path in written if path.endswith(".csv")]


def test_nights_one_by_one_leave_the_same_files_as_all_at_once(dam: StoryPage, fire: StoryPage, site: Site) -> None:
    from digest.edition import edition  # noqa: PLC0415 - only here
    from digest.edition.catalogue import catalogue, touched  # noqa: PLC0415 - only here
    from digest.edition.views import StorySummary  # noqa: PLC0415 - only here

    days = [date(2026, 3, number) for number in (3, 4, 5, 6, 7)]
    told = {
        days[0]: replace(fire.summary, id="s0", path="2026/03/03/s0", day=days[0], days=(days[0],), topics=("Ports",)),
        days[1]: replace(dam.summary, day=days[1], days=(days[1],), since=None),
        days[2]: replace(dam.summary, days=(days[1], days[2])),
        days[4]: replace(fire.summary, day=days[4], days=(days[4],)),
    }

    def shelf(nights: list[date], *, only: bool) -> Catalogue:
        newest: dict[str, StorySummary] = {told[day].id: told[day] for day in nights if day in told}
        editions = [edition(day, [told[day]] if day in told else []) for day in nights]
        tonight = [told[nights[-1]]] if nights[-1] in told else []
        touch = touched(tonight, nights[-1]) if only else None
        return catalogue(editions, newest.values(), dam.statements, only=touch, voices=())

    kept: dict[str, bytes] = {}
    for night in range(1, len(days) + 1):
        kept |= {file.path: file.data for file in render_indexes(shelf(days[:night], only=True), site)}
    assert kept == {file.path: file.data for file in render_indexes(shelf(days, only=False), site)}


CLOCKS = {
    "a time that was told is printed": (datetime(2026, 3, 4, 8, 12, tzinfo=UTC), "4 March 2026, 09:12"),
    "a day without a time is a day, also where it ended elsewhere": (
        datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC),
        "4 March 2026",
    ),
    "the clock of a night is no time of an event": (datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC), "4 March 2026"),
    "midnight in UTC is a date without a time": (datetime(2026, 3, 4, tzinfo=UTC), "4 March 2026"),
}


@pytest.mark.parametrize("case", CLOCKS)
def test_clocks(case: str) -> None:
    when, expected = CLOCKS[case]
    assert moment_words(when, ZoneInfo("Europe/Vienna")) == expected


def test_a_correction_is_dated_by_its_day(dam: StoryPage, site: Site) -> None:
    fix = replace(dam.view.corrections[0], when=datetime(2026, 3, 5, 23, 59, 59, tzinfo=UTC))
    assert correction_line(fix, site).startswith(f"{fix.outlet}, 5 March 2026: ")
