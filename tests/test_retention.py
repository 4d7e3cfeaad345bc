"""Texts past their time go, but for the paragraphs that are quoted or printed; everything printed can still be proved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from digest.edition.views import Passage
from digest.model import Article
from digest.pipeline import BuildOptions, build
from digest.placeholder import BLANK, blanks
from digest.progress import Progress
from digest.report import BuildReport
from digest.settings import Settings, SiteName
from digest.site_data import passages
from digest.store import Store
from digest.text.segment import paragraphs
from digest.verify import verify

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
BACKGROUND = "The weir was built by the grandfathers of the town and was painted green every other spring. "
Night = Callable[..., BuildReport]


@pytest.fixture
def night(tmp_path: Path, feeds: Path) -> Night:
    """Build a day of March 2026 with texts kept for ``keep`` days; one article has paragraphs that nobody prints."""
    text = (feeds / "harbour.txt").read_text(encoding="utf-8")
    (feeds / "harbour.txt").write_text(f"{text}\n" + "\n\n".join([BACKGROUND] * 4) + "\n", encoding="utf-8")

    def night(day: int, keep: int = 1, *, all_pages: bool = False) -> BuildReport:
        options = BuildOptions(
            feeds=tmp_path / "feeds",
            state=tmp_path / "state",
            pages=tmp_path / "pages",
            site=tmp_path / "site",
            config=CONFIG,
            day=date(2026, 3, day),
            offline=True,
            all_pages=all_pages,
            allow_shrink=True,
        )
        return build(options, Settings(keep_text_days=keep), SiteName("Digest", ""), Progress(quiet=True))

    return night


def articles(folder: Path) -> dict[str, Article]:
    with Store.open(folder / "state", create=False) as store:
        return {article.outlet: article for article in store.articles.all()}


def printed(folder: Path) -> Iterator[Passage]:
    with Store.open(folder / "state", create=False) as store:
        for view in store.views.all():
            yield from passages(view)


def pages(folder: Path) -> dict[str, bytes]:
    found = (p for p in sorted((folder / "pages" / "stories").rglob("*.md")) if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def test_a_text_is_whole_until_its_days_are_over(tmp_path: Path, night: Night) -> None:
    night(4)
    night(5)
    assert BACKGROUND.strip() in articles(tmp_path)["Harbour Post"].text
    night(6)
    assert BACKGROUND.strip() not in articles(tmp_path)["Harbour Post"].text
    assert BACKGROUND.strip().encode() not in (tmp_path / "state" / "digest.db").read_bytes()


def test_what_is_quoted_or_printed_stays_at_its_place(tmp_path: Path, night: Night) -> None:
    night(4)
    before = articles(tmp_path)["Harbour Post"]
    night(5)
    night(6)
    after = articles(tmp_path)["Harbour Post"]
    assert len(after.text) == len(before.text)
    assert paragraphs(after.text) == paragraphs(before.text)
    assert after.content_hash == before.content_hash
    assert blanks(after)
    assert "There was no time to be clever" in after.text
    texts = {article.id: article.text for article in articles(tmp_path).values()}
    assert all(texts[p.article][p.start : p.end] == p.text for p in printed(tmp_path))


def test_the_site_is_still_proven_and_its_pages_come_out_the_same(tmp_path: Path, night: Night) -> None:
    for day in (4, 5, 6, 7):
        night(day)
    before = pages(tmp_path)
    night(7, all_pages=True)
    assert pages(tmp_path) == before
    with Store.open(tmp_path / "state", create=False) as store:
        assert verify(store, tmp_path / "site")[0] == ()


def test_pages_are_those_of_a_site_that_keeps_its_texts(tmp_path: Path, night: Night) -> None:
    for day in (4, 5, 6):
        night(day)
    dropped = pages(tmp_path)
    for name in ("state", "pages", "site"):
        (tmp_path / name).rename(tmp_path / f"{name}-dropped")
    for day in (4, 5, 6):
        night(day, keep=0)
    assert pages(tmp_path) == dropped


def test_a_late_report_on_an_old_story_prints_no_blanks(tmp_path: Path, feeds: Path, night: Night) -> None:
    radio = (feeds / "radio.txt").read_text(encoding="utf-8")
    (feeds / "radio.txt").unlink()
    for day in (4, 5, 6):
        night(day)
    (feeds / "radio.txt").write_text(radio.replace("2026-03-05", "2026-03-07"), encoding="utf-8")
    assert night(7).nights[0].joined == 1
    assert all(BLANK.encode() not in data for data in pages(tmp_path).values())


def test_an_article_that_changes_after_its_time_leaves_no_false_correction(
    tmp_path: Path, feeds: Path, night: Night
) -> None:
    for day in (4, 5, 6):
        night(day)
    text = (feeds / "harbour.txt").read_text(encoding="utf-8")
    (feeds / "harbour.txt").write_text(text.replace("at dawn", "before dawn"), encoding="utf-8")
    assert night(7).nights[0].updated == 1
    with Store.open(tmp_path / "state", create=False) as store:
        assert list(store.changes.all()) == []
        assert all(BACKGROUND.strip() not in version.article.text for version in store.versions.all())
    assert BACKGROUND.strip() not in articles(tmp_path)["Harbour Post"].text


def test_nothing_goes_where_texts_are_kept_for_good(tmp_path: Path, night: Night) -> None:
    for day in (4, 5, 9):
        night(day, keep=0)
    assert not any(blanks(article) for article in articles(tmp_path).values())
