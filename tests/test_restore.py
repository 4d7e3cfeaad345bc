"""A lost state comes back from the published site's data: every id, address and date, and the next night goes on as if nothing was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from digest.cli import main
from digest.errors import StateError, UsageError
from digest.pipeline import Places, take_down_and_publish
from digest.placeholder import BLANK, blanks
from digest.report import BuildReport
from digest.restore import restore
from digest.settings import Settings, SiteName
from digest.store import Store
from digest.verify import verify

Build = Callable[..., BuildReport]
CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
WORLD = Path(__file__).parent.parent / "feeds" / "sample"
ZONE = ZoneInfo("UTC")
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = {"sources", "report.json"}
"""What is not public and does not come back: how the sources did before."""


def lose(folder: Path) -> None:
    """Lose the state and restore it from the site alone."""
    shutil.rmtree(folder / "state")
    restore(folder / "site" / "data", folder / "state", ZONE)


def pages(folder: Path) -> dict[str, bytes]:
    found = (p for p in sorted((folder / "pages").rglob("*")) if p.is_file())
    named = {p.relative_to(folder / "pages").as_posix(): p.read_bytes() for p in found}
    return {name: data for name, data in named.items() if name not in ("sources/index.md", "data/sources.json")}


def addresses(folder: Path) -> set[str]:
    return {p.relative_to(folder / "site").as_posix() for p in (folder / "site").rglob("index.html")}


def twins(tmp_path: Path, run: Build, feeds: Path) -> tuple[Path, Path]:
    """Two days of ``feeds``, twice; the second has lost its state."""
    for day in (4, 5):
        run(day, tmp_path / "whole", feeds=feeds)
    shutil.copytree(tmp_path / "whole", tmp_path / "lost")
    lose(tmp_path / "lost")
    return tmp_path / "whole", tmp_path / "lost"


def uncorrected(tmp_path: Path) -> Path:
    """The sample world without the later version of an entry: which words an article once had no site tells."""
    folder = tmp_path / "world"
    shutil.copytree(WORLD, folder)
    for path in folder.glob("*.atom"):
        feed = etree.parse(path)
        seen: set[str | None] = set()
        for entry in feed.getroot().findall(f"{ATOM}entry"):
            name = entry.findtext(f"{ATOM}id")
            if name in seen:
                feed.getroot().remove(entry)
            seen.add(name)
        feed.write(path, encoding="utf-8", xml_declaration=True)
    return folder


@pytest.mark.slow
def test_after_a_correction_every_address_and_story_is_the_same(tmp_path: Path, run: Build) -> None:
    folders = twins(tmp_path, run, WORLD)
    one, other = (run(6, folder, feeds=WORLD).nights[0] for folder in folders)
    assert (one.new, one.joined, one.stories_new) == (other.new, other.joined, other.stories_new)
    whole, lost = folders
    assert addresses(lost) == addresses(whole)
    with Store.open(whole / "state") as before, Store.open(lost / "state") as after:
        for table in ("articles", "groups", "placements"):
            assert list(getattr(after, table).all()) == list(getattr(before, table).all()), table
        known = [[(s.story.id, s.story.path, s.story.groups, s.days) for s in x.stories.all()] for x in (before, after)]
        assert known[0] == known[1]
        assert verify(after, lost / "site")[0] == ()


@pytest.mark.slow
def test_the_next_night_goes_on_as_if_nothing_had_been_lost(tmp_path: Path, run: Build) -> None:
    feeds = uncorrected(tmp_path)
    whole, lost = twins(tmp_path, run, feeds)
    reports = [run(6, folder, feeds=feeds).nights[0] for folder in (whole, lost)]
    assert (reports[0].new, reports[0].joined, reports[0].stories_new) == (
        reports[1].new,
        reports[1].joined,
        reports[1].stories_new,
    )
    assert addresses(lost) == addresses(whole)
    with Store.open(whole / "state") as one, Store.open(lost / "state") as other:
        for table in ("articles", "groups", "stories", "placements", "summaries", "views"):
            kept = list(getattr(one, table).all())
            assert list(getattr(other, table).all()) == kept, table
        assert dict(other.memory()) == dict(one.memory())
        assert {i.key for i in one.identities.all()} <= {i.key for i in other.identities.all()}
        assert verify(other, lost / "site")[0] == ()
    tables = {name for name in pages(whole) if name.startswith("data/days/") and not name.endswith(".json")}
    assert {n: d for n, d in pages(lost).items() if n not in tables} == {
        n: d for n, d in pages(whole).items() if n not in tables
    }


def test_without_any_feed_the_pages_stay_and_are_proven(tmp_path: Path, run: Build) -> None:
    run(4)
    run(5)
    before = pages(tmp_path)
    lose(tmp_path)
    shutil.rmtree(tmp_path / "feeds")
    (tmp_path / "feeds").mkdir()
    run(5, all_pages=True)
    after = pages(tmp_path)
    assert {name for name in before if "/outlets/" not in name} <= set(after)
    assert {n: d for n, d in after.items() if n.startswith("stories/2026/03/0")} == {
        n: d for n, d in before.items() if n.startswith("stories/2026/03/0")
    }
    with Store.open(tmp_path / "state") as store:
        assert any(blanks(article) for article in store.articles.all())
        assert verify(store, tmp_path / "site")[0] == ()


def test_a_report_that_joins_a_story_without_its_texts_prints_no_blanks(
    tmp_path: Path, feeds: Path, run: Build
) -> None:
    run(4)
    lose(tmp_path)
    (feeds / "harbour.txt").unlink()
    assert run(5).nights[0].joined == 1
    for path, data in pages(tmp_path).items():
        assert BLANK.encode() not in data, path
    with Store.open(tmp_path / "state") as store:
        assert verify(store, tmp_path / "site")[0] == ()


def test_an_article_that_changed_while_the_state_was_lost_leaves_no_false_correction(
    tmp_path: Path, feeds: Path, run: Build
) -> None:
    run(4)
    lose(tmp_path)
    text = (feeds / "harbour.txt").read_text(encoding="utf-8")
    (feeds / "harbour.txt").write_text(text.replace("80 people", "90 people"), encoding="utf-8")
    run(5)
    with Store.open(tmp_path / "state") as store:
        assert list(store.changes.all()) == []
        (article,) = (a for a in store.articles.all() if a.outlet == "Harbour Post")
    assert "90 people" in article.text
    assert article.first_seen == datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC)


def test_what_was_taken_down_stays_down(tmp_path: Path, run: Build) -> None:
    run(4)
    with Store.open(tmp_path / "state") as store:
        (story,) = (state.story for state in store.stories.all() if "bak" in state.story.slug)
    for target in (story.id, "Ada Merrin"):
        take_down_and_publish(
            target,
            "Asked for.",
            state=tmp_path / "state",
            places=Places(tmp_path / "pages", tmp_path / "site", CONFIG),
            settings=Settings(),
            name=SiteName(),
            now=datetime(2026, 3, 4, 23, tzinfo=UTC),
        )
    shutil.rmtree(tmp_path / "state")
    told = restore(tmp_path / "site" / "data", tmp_path / "state", ZONE)
    assert "takedowns of articles" in told
    run(5)
    run(6)
    for path, data in pages(tmp_path).items():
        assert b"My hands are older than the oven" not in data, path
        assert b"no time to be clever" not in data, path
    assert f"stories/{story.path}/index.html" in addresses(tmp_path)
    assert "people/ada-merrin/index.html" in addresses(tmp_path)


def test_the_command_tells_a_site_from_an_export(
    tmp_path: Path, run: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    run(4)
    arguments = ["import", "--config", str(CONFIG), "--state", str(tmp_path / "again"), "--from"]
    assert main([*arguments, str(tmp_path / "site" / "data")]) == 0
    assert "2 stories" in capsys.readouterr().out
    with pytest.raises(UsageError, match="holds a state already"):
        restore(tmp_path / "site" / "data", tmp_path / "again", ZONE)


def test_damaged_data_makes_no_state(tmp_path: Path, run: Build) -> None:
    run(4)
    (tmp_path / "site" / "data" / "corrections.json").write_text("{", encoding="utf-8")
    with pytest.raises(StateError, match=r"corrections\.json"):
        restore(tmp_path / "site" / "data", tmp_path / "again", ZONE)
    with Store.open(tmp_path / "again") as store:
        assert list(store.stories.all()) == []
