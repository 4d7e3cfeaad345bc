"""What a build of the site writes, touches and takes away."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import html5lib
import pytest
from lxml import etree

from digest.errors import DigestError
from digest.site.build import build_site
from digest.site.check import check_site


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and ".digest" not in path.parts
    }


def test_every_generated_page_gets_its_address(built: Any) -> None:
    for markdown in built.pages.rglob("*.md"):
        path = markdown.relative_to(built.pages).with_suffix("")
        folder = path.parent if path.name == "index" else path
        assert (built.site / folder / "index.html").is_file(), path


def test_the_finished_site_has_no_fault(built: Any) -> None:
    assert check_site(built.site, built.articles) == ()


def test_every_page_is_valid_html(built: Any) -> None:
    wrong = {}
    for page in built.site.rglob("index.html"):
        parser = html5lib.HTMLParser()
        parser.parse(page.read_text(encoding="utf-8"))
        if parser.errors:
            wrong[page] = parser.errors
    assert wrong == {}


def test_a_second_build_of_the_same_pages_touches_nothing(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    before = snapshot(project.site)
    report = build_site(project.config, project.pages, project.site)
    assert (report.rendered, report.written, report.removed) == (0, 0, 0)
    assert snapshot(project.site) == before


def test_two_builds_from_nothing_give_the_same_bytes(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    build_site(project.config, project.pages, project.site.with_name("other"))
    assert snapshot(project.site) == snapshot(project.site.with_name("other"))


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_the_plain_tool_gives_the_same_site(project: Any, tool: str) -> None:
    """MkDocs alone, and ProperDocs, which the way out leads to, make what a digest build makes."""
    build_site(project.config, project.pages, project.site)
    for name in ("stories", "days", "people", "outlets", "topics", "sources", "corrections", "data", "index.md"):
        source = project.pages / name
        target = project.config.parent / "docs" / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    plain = project.site.with_name("plain")
    subprocess.run(
        [sys.executable, "-m", tool, "build", "-q", "-f", str(project.config), "-d", str(plain)],
        check=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    made, expected = snapshot(plain), snapshot(project.site)
    assert {name for name in expected if name.endswith((".html", ".css", ".js", ".xml"))} <= made.keys()
    assert [name for name in expected if name in made and made[name] != expected[name]] == []


def test_a_builder_that_does_not_know_the_plugin_still_gives_readable_pages(project: Any) -> None:
    """Zensical skips plugins it does not know; the theme then leaves the page to Material."""
    project.config.write_text(project.config.read_text().replace("plugins:\n  - digest\n", "plugins: []\n"))
    (project.config.parent / "docs" / "index.md").write_text("# Today\n\n> “A word.”\n")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project.config), "-d", str(project.site)],
        check=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    page = html5lib.parse((project.site / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    assert "“A word.”" in "".join(page.find(".//article").itertext())
    assert page.find(".//title").text == "Digest"


@pytest.mark.parametrize("line", ["  name: material\n", "  custom_dir: "])
def test_another_theme_is_told_in_one_line_and_publishes_nothing(project: Any, line: str) -> None:
    """Its pages would fail the check by the thousand, and the operator would look for a fault of Digest."""
    told = project.config.read_text()
    project.config.write_text(
        re.sub(f"^{line}.*\n", "", told, flags=re.MULTILINE)
        if "dir" in line
        else told.replace(line, "  name: mkdocs\n")
    )
    with pytest.raises(DigestError, match=r"mkdocs\.yml: .*`name: material`.*`custom_dir: "):
        build_site(project.config, project.pages, project.site)
    assert not (project.site / "index.html").exists()


def test_only_pages_named_as_changed_are_looked_at(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    named, unnamed = [
        path for path in sorted(project.pages.glob("data/stories/2026/03/05/*.json")) if "csl" not in path.name
    ][:2]
    for path in (named, unnamed):
        story = json.loads(path.read_text())
        story["headline"]["text"] += " again"
        path.write_text(json.dumps(story))
    address = named.relative_to(project.pages / "data").with_suffix("")
    report = build_site(project.config, project.pages, project.site, changed=frozenset({f"data/{address}.json"}))
    assert report.rendered == 2  # the story and the front page
    assert " again</h1>" in (project.site / address / "index.html").read_text()
    other = unnamed.relative_to(project.pages / "data").with_suffix("")
    assert " again</h1>" not in (project.site / other / "index.html").read_text()


def test_a_removed_story_takes_its_page_its_data_and_its_hits_along(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    markdown = min(project.pages.glob("stories/2026/03/0[345]/*.md"))
    path = markdown.relative_to(project.pages).with_suffix("").as_posix()
    markdown.unlink()
    (project.pages / f"data/{path}.json").unlink()
    report = build_site(project.config, project.pages, project.site)
    assert report.removed >= 3
    assert not (project.site / path).exists()
    hits = b"".join(file.read_bytes() for file in project.site.glob("search/2026-03/stories-*.json"))
    assert path.encode() not in hits


def test_a_change_of_the_configuration_renders_everything_again(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    project.config.write_text(project.config.read_text().replace("site_name: Digest", "site_name: Harbour Desk"))
    report = build_site(project.config, project.pages, project.site, changed=frozenset())
    assert report.rendered == report.pages
    assert "Harbour Desk</title>" in (project.site / "index.html").read_text()


def test_a_full_rendering_puts_back_what_the_site_lost(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    lost = next(project.site.glob("data/stories/2026/03/05/*.json"))
    lost.unlink()
    project.config.write_text(project.config.read_text().replace("site_name: Digest", "site_name: Harbour Desk"))
    build_site(project.config, project.pages, project.site)
    assert lost.is_file()


def test_before_the_first_night_every_section_has_a_friendly_page(project: Any) -> None:
    empty = project.pages.with_name("none")
    empty.mkdir()
    build_site(project.config, empty, project.site)
    assert "digest build" in (project.site / "index.html").read_text()
    assert (project.site / "people" / "index.html").is_file()
    assert check_site(project.site, {}) == ()


def test_a_private_site_asks_not_to_be_indexed_and_has_no_sitemap(project: Any) -> None:
    project.config.write_text(project.config.read_text().replace("private: false", "private: true"))
    build_site(project.config, project.pages, project.site)
    pages = [path for path in project.site.rglob("*.html") if not path.name.endswith(".mail.html")]
    assert all('content="noindex,nofollow"' in path.read_text() for path in pages)
    assert not (project.site / "sitemaps").exists()


def test_the_sitemaps_name_every_page_once(built: Any) -> None:
    index = etree.parse(built.site / "sitemap.xml")
    names = [str(loc.text).rsplit("/", 1)[-1] for loc in index.iter("{*}loc")]
    found = [loc.text for name in names for loc in etree.parse(built.site / "sitemaps" / name).iter("{*}loc")]
    pages = [p for p in built.site.rglob("index.html") if p.parent != built.site / "search"]
    assert len(found) == len(set(found)) == len(pages)


def test_a_broken_configuration_is_said_plainly(project: Any) -> None:
    project.config.write_text(project.config.read_text().replace("  - digest\n", "  - missing\n"))
    with pytest.raises(DigestError, match=r"mkdocs\.yml"):
        build_site(project.config, project.pages, project.site)


def test_progress_is_told_up_to_the_last_page(project: Any) -> None:
    told: list[tuple[int, int]] = []
    report = build_site(
        project.config, project.pages, project.site, progress=lambda done, all_: told.append((done, all_))
    )
    assert told[-1] == (report.rendered, report.rendered)


def story_with(project: Any, alter: Callable[[dict[str, Any]], None]) -> str:
    """The page of a story whose data was altered."""
    data = min(path for path in project.pages.glob("data/stories/2026/03/*/*.json") if "csl" not in path.name)
    story = json.loads(data.read_text())
    alter(story)
    data.write_text(json.dumps(story))
    build_site(project.config, project.pages, project.site)
    return str((project.site / story["url"] / "index.html").read_text())


def test_a_report_without_a_headline_is_listed_by_the_words_that_stand_for_one(project: Any) -> None:
    page = story_with(
        project, lambda story: story["coverage"][1].update(headline=None, title="The clock was put right")
    )
    assert 'dir="auto">The clock was put right</a>' in page


def test_reports_of_one_outlet_are_not_called_independent(project: Any) -> None:
    page = story_with(project, lambda story: story["counts"].update(reports=3, outlets=1))
    assert "<b>3 reports</b> in 1 outlet" in page


@pytest.mark.parametrize("lost", ["manifest.json", "frame.json", "."], ids=["the manifest", "the frames", "both"])
def test_a_build_that_forgot_the_last_one_leaves_nothing_stale(project: Any, lost: str) -> None:
    build_site(project.config, project.pages, project.site)
    (project.site / "CNAME").write_text("digest.example\n")
    forget = project.site / ".digest" / lost
    shutil.rmtree(forget) if forget.is_dir() else forget.unlink()
    gone = min(project.pages.glob("stories/2026/03/*/*.md")).relative_to(project.pages)
    for path in (gone, Path("data") / gone.with_suffix(".json")):
        (project.pages / path).unlink()
    build_site(project.config, project.pages, project.site, changed=frozenset())
    for path in (gone, Path("data") / gone.with_suffix(".json"), gone.with_suffix("") / "index.html"):
        assert not (project.site / path).exists()
    assert len(list(project.site.glob("stories/2026/03/*/*/index.html"))) == 6
    assert (project.site / "CNAME").is_file()


def test_a_large_day_names_all_its_stories_and_home_leads_to_them(project: Any) -> None:
    data = min(project.pages.glob("data/days/2026/03/05.json"))
    day = json.loads(data.read_text())
    day |= {"stories": day["stories"][:1] * 70, "told": 24}
    data.write_text(json.dumps(day))
    build_site(project.config, project.pages, project.site)
    pages = [(project.site / place / "index.html").read_text() for place in ("", "days/2026/03/05")]
    assert [page.count("data-story") for page in pages] == [64, 70]
    assert ["All 70 stories of the day" in page for page in pages] == [True, False]


def test_a_long_register_stands_under_letters_of_last_names(project: Any) -> None:
    data = project.pages / "data" / "people" / "index.json"
    register = json.loads(data.read_text())
    names = [f"Oda {letter}{number:02}" for letter in "ÄBC" for number in range(20)]
    register["items"] = [register["items"][0] | {"name": name} for name in names]
    data.write_text(json.dumps(register))
    build_site(project.config, project.pages, project.site)
    page = (project.site / "people" / "index.html").read_text()
    assert re.findall(r'<h2 id="letter-\d">(.)</h2>', page) == ["A", "B", "C"]
    assert re.findall(r'<a href="#(letter-\d)">', page) == ["letter-1", "letter-2", "letter-3"]


def test_a_month_lists_its_stories_by_day_the_latest_first(built: Any) -> None:
    page = (built.site / "stories" / "2026" / "03" / "index.html").read_text()
    assert re.findall(r"<h2><a href=\"[^\"]+\">(\d+ March)</a></h2>", page) == ["5 March", "4 March", "3 March"]
