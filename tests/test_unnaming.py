"""Who spoke becomes doubtful by a later report: the name goes from every page, also from those of earlier editions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from digest.report import BuildReport
from digest.store import Store
from digest.verify import verify

REPORT = """title: Cells of Port Sallow hold forty to a room, report says
outlet: Harbour Post
url: https://harbour.example/cells
date: 2026-03-04

The cells of Port Sallow hold forty people to a room, the rights watchdog Open Gates International said on Wednesday in a report on the prison.

The prison in Port Sallow was built for two hundred people in 1911 and holds nine hundred.
"""
WORDS = """title: Prison of Port Sallow: forty people to a room
outlet: Ostrow Gazette
url: https://gazette.example/cells
date: 2026-03-04

Nine hundred people live in the prison of Port Sallow, which was built for two hundred, and up to forty share one of its rooms.

“No window opens and nobody is counted at night,” the rights watchdog said.

The governor of the prison in Port Sallow did not open the report.
"""
LATER = """title: Port Sallow prison: minister to visit the crowded cells
outlet: Vellmar Radio
url: https://radio.example/cells
date: 2026-03-05

A minister will visit the prison of Port Sallow on Friday after a report on rooms with forty people in them.

The rights watchdog Lantern Trust, which went to the cells of Port Sallow in January, had asked for such a visit.
"""
DAY = Path("days/2026/03")


@pytest.fixture
def cells(tmp_path: Path, run: Callable[..., BuildReport]) -> Path:
    """Two nights: one watchdog, then a second one."""
    feeds = tmp_path / "cells"
    feeds.mkdir()
    (feeds / "report.txt").write_text(REPORT, encoding="utf-8")
    (feeds / "words.txt").write_text(WORDS, encoding="utf-8")
    run(4, feeds=feeds)
    assert "Open Gates International" in (tmp_path / "pages" / DAY / "04.md").read_text(encoding="utf-8")
    (feeds / "later.txt").write_text(LATER, encoding="utf-8")
    report = run(5, feeds=feeds)
    assert report.nights[-1].joined == 1
    return tmp_path


def test_a_name_that_a_later_report_makes_doubtful_goes_from_earlier_editions(cells: Path) -> None:
    data = (cells / "pages" / "data" / DAY / "04.json").read_text(encoding="utf-8")
    table = (cells / "pages" / "data" / DAY / "04.csv").read_text(encoding="utf-8")
    page = (cells / "pages" / DAY / "04.md").read_text(encoding="utf-8")
    for printed in (data, table, page):
        assert "No window opens" in printed
    assert '"name": "Open Gates International"' not in data
    assert ",Open Gates International," not in table
    assert "— Open Gates International" not in page


def test_the_site_holds_when_a_name_was_taken_back(cells: Path) -> None:
    with Store.open(cells / "state", create=False) as store:
        assert verify(store, cells / "site")[0] == ()
        assert store.unprinted_days() == ()
