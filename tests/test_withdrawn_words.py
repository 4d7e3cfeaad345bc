"""A source changes or withdraws what was printed from it: the next night's pages say so, and no address ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from digest.pipeline import BuildOptions, build
from digest.progress import Progress
from digest.report import BuildReport
from digest.settings import Settings, SiteName
from digest.store import Store
from digest.verify import verify

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
HEAD = "title: Harbour plan angers skippers\noutlet: Marl Echo\nurl: https://marlecho.example/plan\ndate: 2026-03-04\n"
LEAD = "Skippers in Marl are angry about the plan of harbour minister Anna Reed to widen the harbour."
SAID = "They will dig and we will drown in silt for ten years"
QUOTE = f'"{SAID}," said Jonas Pell, who has fished there since 1990.'
Night = Callable[[int, str], BuildReport]


@pytest.fixture
def night(tmp_path: Path) -> Night:
    """Build a day of March 2026 on which the one article reads ``text``."""
    (tmp_path / "feeds").mkdir()

    def night(day: int, text: str) -> BuildReport:
        changed = f"updated: 2026-03-0{day}\n" if day > 4 else ""
        (tmp_path / "feeds" / "echo.txt").write_text(f"{HEAD}{changed}\n{LEAD}\n\n{text}\n", encoding="utf-8")
        options = BuildOptions(
            feeds=tmp_path / "feeds",
            state=tmp_path / "state",
            pages=tmp_path / "pages",
            site=tmp_path / "site",
            config=CONFIG,
            day=date(2026, 3, day),
            offline=True,
        )
        return build(options, Settings(), SiteName("Digest", ""), Progress(quiet=True))

    return night


def page(folder: Path, pattern: str) -> str:
    (found,) = (folder / "pages").glob(pattern)
    return found.read_text(encoding="utf-8")


def faults(folder: Path) -> list[str]:
    with Store.open(folder / "state", create=False) as store:
        return [str(fault) for fault in verify(store, folder / "site")[0]]


def test_a_changed_quotation_is_printed_anew_and_the_change_is_told(tmp_path: Path, night: Night) -> None:
    night(4, QUOTE)
    night(5, QUOTE.replace("ten years", "two years"))
    story = page(tmp_path, "stories/2026/03/04/*.md")
    assert "in silt for two years”" in story
    assert "“ten” became “two”" in story
    assert not faults(tmp_path)


def test_a_withdrawn_quotation_goes_and_its_speakers_address_stays(tmp_path: Path, night: Night) -> None:
    night(4, QUOTE)
    night(5, QUOTE.replace("ten years", "two years"))
    night(6, "The council meets on Friday.")
    story, person = page(tmp_path, "stories/2026/03/04/*.md"), page(tmp_path, "people/jonas-pell.md")
    assert f"> “{SAID[:20]}" not in story
    assert "became “The council meets on Friday.”" in story
    assert "stands in its source no longer" in person
    assert "dig" not in person
    assert not faults(tmp_path)
