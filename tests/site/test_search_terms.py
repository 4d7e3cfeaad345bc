"""Search: words are read alike on both sides, a month's index finds what it should, and stays in step."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.site.build import build_site
from digest.site.publish import Publisher
from digest.site.search.documents import Document
from digest.site.search.index import VLQ, MonthIndex, encode
from digest.site.search.parts import cut
from digest.site.search.terms import terms
from digest.site.search.update import SearchUpdate

SCRIPT = Path(__file__).parents[2] / "digest/site/theme/assets/digest/search.js"

ALIKE = {
    "accents and case do not matter": ("ÉTÉ Zürich", "ete zurich"),
    "a possessive is its word": ("the dam’s wall", "the dam wall"),
    "an apostrophe is no gap": ("don't O’Neil", "dont oneil"),
    "a plural finds its singular": ("bodies gauges", "body gauge"),
    "a word between marks is the word": ("“gauge,” she", "gauge she"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE.keys())
def test_words_that_search_takes_for_the_same(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(("one", "other"), [("gas", "ga"), ("class", "clas"), ("Status", "Statu"), ("41", "14")])
def test_words_that_search_keeps_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_han_is_cut_into_letters() -> None:
    assert terms("大坝 dam") == ["大", "坝", "dam"]


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn", "Co"]), max_size=40)
PLAIN = st.text("abcies'’ -“”ÄßéИ٣ıİ大ำก0½", max_size=30)


@pytest.mark.browser
@settings(max_examples=100, deadline=None)
@given(st.lists(LETTERS | PLAIN, min_size=5, max_size=40))
def test_the_browser_reads_words_as_the_index_does(page_of_words: Any, texts: list[str]) -> None:
    assert page_of_words.evaluate("texts => texts.map(window.terms)", texts) == [terms(text) for text in texts]


@pytest.fixture(scope="module")
def page_of_words(browser: Any) -> Any:
    """A page with the word rules of the search script alone."""
    source = SCRIPT.read_text()
    constants = "\n".join(re.findall(r"^  const (?:UNSPACED|WORD) =.*$", source, re.MULTILINE))
    rules = source.split("// Words: the same as terms.py.")[1].split("// Files:")[0]
    page = browser.new_page()
    page.evaluate(f"(() => {{ {constants}\n{rules}\nwindow.terms = terms; }})()")
    return page


def decode(text: str) -> list[tuple[int, int]]:
    found, number, value, shift = [], 0, 0, 0
    for digit in map(VLQ.index, text):
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            number += value >> 3
            found.append((number, value & 7))
            value = shift = 0
    return found


@given(st.dictionaries(st.integers(0, 100_000), st.integers(1, 7)))
def test_postings_survive_their_encoding(postings: dict[int, int]) -> None:
    marks = sorted(postings.items())
    assert decode(encode([number * 8 + flags for number, flags in marks])) == marks


def entry(number: int, *words: str) -> Document:
    record = {"p": [], "o": ["Harbour Post"], "t": [], "h": f"Story {number}"}
    return Document(f"2026-03-{number % 28 + 1:02}", f"s{number}", dict.fromkeys(words, 2), record)


def month_files(documents: Iterable[Document]) -> dict[str, bytes]:
    month = MonthIndex()
    for document in documents:
        month.add(document)
    return month.files()


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), min_size=1, max_size=40))
def test_the_order_of_stories_changes_no_byte_of_a_month(words: list[set[str]]) -> None:
    stories = [entry(number, *sorted(found)) for number, found in enumerate(words)]
    assert month_files(stories) == month_files(stories[::-1])


def test_every_term_is_in_the_file_that_its_bounds_promise() -> None:
    stories = [entry(number, *(f"term{number % 7}{other}" for other in range(400))) for number in range(30)]
    files = month_files(stories)
    bounds = json.loads(files["index.json"])["bounds"]
    assert len(bounds) > 1
    for place, bound in enumerate(bounds):
        lines = [line.split("\t")[0] for line in files[f"terms-{place}.txt"].decode().splitlines()]
        assert lines[0] == bound
        assert lines == sorted(lines)
        assert place + 1 == len(bounds) or lines[-1] < bounds[place + 1]


def test_a_month_whose_stories_are_gone_is_forgotten(project: Any) -> None:
    build_site(project.config, project.pages, project.site)
    assert json.loads((project.site / "search/months.json").read_text()) == ["2026-03"]
    for path in [*project.pages.glob("stories/2026/03/*/*"), *project.pages.glob("data/stories/2026/03/*/*")]:
        path.unlink()
    build_site(project.config, project.pages, project.site)
    assert json.loads((project.site / "search/months.json").read_text()) == []
    assert not (project.site / "search/2026-03").exists()


COUNTS = st.dictionaries(st.sampled_from([f"2026-03-{day:02}" for day in range(1, 32)]), st.integers(1, 9), min_size=1)


@given(COUNTS, st.integers(1, 30))
def test_parts_hold_each_date_once_and_a_full_one_never_changes(counts: dict[str, int], full: int) -> None:
    days = sorted(counts)
    parts = cut(counts, full)
    assert [day for part in parts for day in part.dates] == days
    assert parts[0].name == "2026-03"
    assert sorted(part.name for part in parts) == [part.name for part in parts]
    assert all(full <= sum(counts[day] for day in part.dates) for part in parts[:-1])
    assert all(sum(counts[day] for day in part.dates[:-1]) < full for part in parts)
    earlier = cut({day: counts[day] for day in days[:-1]}, full)
    assert parts[: len(earlier) - 1] == earlier[:-1]


def search_of(project: Any, dates: list[str], full: int = 8000) -> tuple[int, list[str]]:
    """How many parts an update for ``dates`` indexes, and which there are then."""
    publisher = Publisher(project.site)
    update = SearchUpdate(project.pages, publisher, dates, ZoneInfo("UTC"), full)
    indexed = update.finish()
    publisher.commit()
    return indexed, json.loads((project.site / "search/months.json").read_text())


def test_a_night_indexes_the_parts_of_its_stories_alone(project: Any) -> None:
    dates = sorted("-".join(path.parts[-3:]) for path in project.pages.glob("data/stories/*/*/*") if path.is_dir())
    assert search_of(project, dates, full=1) == (len(dates), [*dates[:0:-1], "2026-03"])
    assert search_of(project, dates[1:2], full=1) == (1, [*dates[:0:-1], "2026-03"])
    whole = [json.loads((project.site / f"search/{part}/index.json").read_text()) for part in ("2026-03", dates[1])]
    assert [one["dates"] for one in whole] == [dates[:1], dates[1:2]]
    assert search_of(project, dates[:1]) == (1, ["2026-03"])
    assert sorted(path.name for path in (project.site / "search").iterdir()) == ["2026-03", "months.json"]


def test_the_zone_cuts_the_days_of_hits(project: Any) -> None:
    from digest.site.search.documents import document  # noqa: PLC0415 - beside its only use

    path = next(path for path in project.pages.glob("data/stories/2026/03/*/*.json") if "csl" not in path.name)
    story = json.loads(path.read_text()) | {"first": "2026-03-04T23:30:00Z", "last": "2026-03-04T23:30:00Z"}
    assert document(story, ZoneInfo("UTC")).day == "2026-03-04"
    assert document(story, ZoneInfo("Europe/Vienna")).day == "2026-03-05"


def test_the_index_is_the_same_whether_pages_are_made_anew_or_only_one_of_them(project: Any, tmp_path: Path) -> None:
    build_site(project.config, project.pages, project.site)
    path = next(path for path in project.pages.glob("data/stories/2026/03/*/*.json") if "csl" not in path.name)
    story = json.loads(path.read_text())
    story["headline"]["text"] = "Windlass found below the weir"
    path.write_text(json.dumps(story))
    build_site(project.config, project.pages, project.site)
    build_site(project.config, project.pages, tmp_path / "anew")
    nightly, anew = (
        {file.name: file.read_bytes() for file in (site / "search/2026-03").iterdir()}
        for site in (project.site, tmp_path / "anew")
    )
    assert nightly == anew
    assert any(b"\nwindlass\t" in data for data in nightly.values())
