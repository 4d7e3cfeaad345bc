"""Every file of the sample yields what an editor who opened it would count: kind, entries, dates, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.ingest.check import FileCheck, check_path

SAMPLE = Path(__file__).parent.parent.parent / "feeds" / "sample"

# path: kind, entries (of a list: sources), entries with a possible date, entries the publisher holds back, codes of problems
FILES: dict[str, tuple[str, int, int, int, tuple[str, ...]]] = {
    "clips/dam-clip.txt": ("text", 1, 1, 0, ()),
    "clips/fireo-clip.txt": ("text", 1, 1, 0, ()),
    "coast-daily.xml.gz": ("rss", 9, 9, 0, ()),
    "diario-da-costa.xml": ("rss", 1, 1, 0, ()),
    "evening-ledger.xml": ("rss", 6, 6, 0, ()),
    "harbour-post.atom": ("atom", 8, 8, 0, ()),
    "lindhaven-herald.rdf": ("rss", 5, 5, 0, ()),
    "merrow-times/arnholt-fine-anglers.txt": ("text", 1, 1, 0, ()),
    "merrow-times/budget-for-dams-cut.txt": ("text", 1, 1, 0, ()),
    "merrow-times/halden-will-stay-in-office.txt": ("text", 1, 1, 0, ()),
    "merrow-times/not-guilty-seven-times.txt": ("text", 1, 1, 0, ()),
    "merrow-times/our-view-dull-things.txt": ("text", 1, 1, 0, ()),
    "national-wire.xml": ("rss", 13, 13, 0, ()),
    "national-wire/kessel-bridge.json": ("ninjs", 1, 1, 1, ()),
    "national-wire/mill-wire.json": ("ninjs", 1, 1, 0, ()),
    "national-wire/outage.newsml.xml": ("newsml-g2", 1, 1, 0, ()),
    "national-wire/rent-wire.json": ("ninjs", 1, 1, 0, ()),
    "national-wire/review-of-dams.newsml.xml": ("newsml-g2", 1, 1, 1, ()),
    "northern-examiner.jsonl": ("jsonlines", 6, 6, 0, ()),
    "ostrow-gazette.xml": ("atom", 5, 5, 0, ()),
    "quayside-notes.xml": ("rss", 7, 5, 0, ("impossible-date", "refused-link")),
    "reader-subscriptions.opml": ("list", 1, 0, 0, ()),
    "skerry-light.xml": ("rss", 2, 2, 0, ("malformed",)),
    "topics.yml": ("list", 2, 0, 0, ()),
    "upland-observer/how-to-read-a-dam.html": ("html", 1, 1, 0, ()),
    "upland-observer/singing-hiker-elsbeth-yarrow.html": ("html", 1, 1, 0, ()),
    "upland-observer/the-boat-in-the-bog.html": ("html", 1, 1, 0, ()),
    "upland-observer/what-we-store-by-the-water.html": ("html", 1, 1, 0, ()),
    "vellmar-courier.json": ("jsonfeed", 4, 4, 0, ()),
    "vellmar-radio.rss": ("rss", 7, 7, 0, ()),
    "vellmarer-bote.atom": ("atom", 1, 1, 0, ()),
}


@pytest.fixture(scope="module")
def found() -> dict[str, FileCheck]:
    return {file.path: file for file in check_path(SAMPLE, env={}).files}


def test_every_file_of_the_sample_is_read_and_no_other(found: dict[str, FileCheck]) -> None:
    assert sorted(found) == sorted(FILES)


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_the_sample_yields_what_is_in_it(found: dict[str, FileCheck], path: str) -> None:
    file = found[path]
    codes = tuple(sorted({problem.code for problem in file.problems}))
    assert (file.kind, file.entries, file.dated, file.held, codes) == FILES[path]


def test_the_sample_watches_topics_and_names_sources() -> None:
    found = check_path(SAMPLE, env={})
    assert (found.sources, found.topics, found.overrules) == (3, 6, 0)
