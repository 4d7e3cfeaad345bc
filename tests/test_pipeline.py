"""The whole way, from a folder of feeds to a site: nights add up, nothing is lost, the same input gives the same bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from digest.errors import DigestError, LockedError, ProofError, UsageError
from digest.grouping import Memory
from digest.lock import lock
from digest.report import BuildReport
from digest.store import Store
from digest.verify import verify

Build = Callable[..., BuildReport]
FERRY = "stories/2026/03/04/"


def files(folder: Path) -> dict[str, bytes]:
    """All files but what the site builder remembers, and the search, whose bytes may differ while its answers do not."""
    found = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    return {name: p.read_bytes() for name, p in found.items() if not name.startswith((".digest/", "search/"))}


def story(folder: Path, words: str) -> Path:
    """The Markdown page of the one story whose address has ``words``."""
    (page,) = (p for p in (folder / "pages" / "stories").rglob("*.md") if words in p.name)
    return page


def test_a_second_night_adds_to_the_story_of_the_first_and_keeps_its_address(tmp_path: Path, run: Build) -> None:
    run(4)
    before = {path for path in files(tmp_path / "pages") if path.startswith(FERRY)}
    report = run(5)
    assert report.nights[0].joined == 1
    assert {path for path in files(tmp_path / "pages") if path.startswith(FERRY)} == before
    page = story(tmp_path, "ferry").read_text(encoding="utf-8")
    assert "Vellmar Radio" in page
    assert "Since 4 March" in page


def test_a_night_run_again_changes_nothing(tmp_path: Path, run: Build) -> None:
    run(4)
    before = files(tmp_path / "pages"), files(tmp_path / "site")
    again = run(4)
    assert (files(tmp_path / "pages"), files(tmp_path / "site")) == before
    assert again.nights[0].new == 0


def test_missed_nights_are_caught_up_one_edition_a_day(tmp_path: Path, run: Build) -> None:
    run(4)
    run(5)
    run(6)
    run(4, tmp_path / "late")
    assert len(run(6, tmp_path / "late").nights) == 2
    assert files(tmp_path / "late" / "pages") == files(tmp_path / "pages")


def test_lost_pages_are_printed_again_from_the_state(tmp_path: Path, run: Build) -> None:
    run(4)
    run(5)
    before = files(tmp_path / "pages"), files(tmp_path / "site")
    shutil.rmtree(tmp_path / "pages")
    shutil.rmtree(tmp_path / "site")
    run(5)
    assert (files(tmp_path / "pages"), files(tmp_path / "site")) == before


def test_bad_input_costs_itself_and_leaves_a_problem(tmp_path: Path, feeds: Path, run: Build) -> None:
    good = run(4, tmp_path / "good")
    (feeds / "broken.xml").write_text("<rss><channel><item><title>Half an it", encoding="utf-8")
    (feeds / "noise.bin").write_bytes(bytes(range(256)) * 8)
    bad = run(4, tmp_path / "bad")
    assert bad.nights[0].new >= good.nights[0].new
    assert {problem.source for problem in bad.problems} >= {"broken.xml"}
    assert all(problem.remedy for problem in bad.problems)
    assert bad.exit_code(strict=False) == 3
    assert bad.exit_code(strict=True) == 1
    with Store.open(tmp_path / "good" / "state") as one, Store.open(tmp_path / "bad" / "state") as other:
        assert {a.id for a in one.articles.all()} <= {a.id for a in other.articles.all()}


@pytest.mark.parametrize("kept", ["pages", "site"])
def test_a_lost_state_is_told_before_anything_it_published_is_overwritten(
    tmp_path: Path, run: Build, kept: str
) -> None:
    run(4)
    shutil.rmtree(tmp_path / "state")
    shutil.rmtree(tmp_path / ("site" if kept == "pages" else "pages"))
    before = files(tmp_path / kept)
    with pytest.raises(DigestError, match="restore it with `digest import"):
        run(5)
    assert files(tmp_path / kept) == before


def test_a_problem_of_the_night_before_is_known_and_one_of_a_night_run_again_is_new(feeds: Path, run: Build) -> None:
    (feeds / "broken.xml").write_text("<rss><channel><item><title>Half an it", encoding="utf-8")
    first, again = run(4), run(4)
    assert first.nights[0].problems_known == again.nights[0].problems_known == ()
    (feeds / "torn.xml").write_text("<rss><channel><item><title>Another ha", encoding="utf-8")
    second = run(5)
    assert {problem.source for problem in second.nights[0].problems_known} == {"broken.xml"}
    assert {problem.source for problem in second.problems} == {"broken.xml", "torn.xml"}
    assert all(problem.detail.endswith(".") for problem in second.problems)


def test_a_built_site_is_proven_and_an_altered_one_is_not(tmp_path: Path, run: Build) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store:
        faults, _ = verify(store, tmp_path / "site")
        assert faults == ()
        page = next(
            p for p in (tmp_path / "site" / "stories").rglob("index.html") if "ran for the winch" in p.read_text()
        )
        page.write_text(page.read_text().replace("ran for the winch", "ran for the door"))
        faults, summary = verify(store, tmp_path / "site")
    assert faults
    assert "fault" in summary


def test_a_site_that_does_not_hold_is_not_published(tmp_path: Path, run: Build) -> None:
    run(4)
    before = files(tmp_path / "site")
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        (view,) = (view for view in store.views.all() if "ferry" in view.path)
        (first, *rest) = view.brief
        store.views.put([replace(view, brief=(replace(first, text="Nobody ever wrote this."), *rest))])
        store.mark_unprinted([view.id])
    with pytest.raises(ProofError, match="Yesterday's site stands"):
        run(4)
    assert files(tmp_path / "site") == before


def test_a_site_that_shrinks_needs_a_persons_word(tmp_path: Path, run: Build) -> None:
    run(4)
    for number in range(200):
        page = tmp_path / "pages" / "days" / f"nobody-{number}.md"
        page.write_text("---\ntitle: Nobody\nkind: removed\n---\n\n# Nobody\n", encoding="utf-8")
    run(5, all_pages=True)
    for page in (tmp_path / "pages" / "days").glob("nobody-*.md"):
        page.unlink()
    with pytest.raises(DigestError, match="--allow-shrink"):
        run(6, all_pages=True)
    run(6, all_pages=True, allow_shrink=True)


def test_a_topic_that_is_watched_no_more_keeps_its_page(tmp_path: Path, feeds: Path, run: Build) -> None:
    (feeds / "topics.yml").write_text("topics:\n  - name: Locks\n    match: [lock keeper]\n", encoding="utf-8")
    run(4)
    (feeds / "topics.yml").unlink()
    run(5, all_pages=True)
    assert (tmp_path / "site" / "topics" / "locks" / "index.html").exists()
    run(6, all_pages=True)
    assert (tmp_path / "site" / "topics" / "locks" / "index.html").exists()


def test_an_article_dated_after_the_night_waits(tmp_path: Path, run: Build) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store:
        assert "Vellmar Radio" not in {article.outlet for article in store.articles.all()}


def test_an_updated_article_leaves_a_correction_and_its_old_version(tmp_path: Path, feeds: Path, run: Build) -> None:
    run(4)
    text = (feeds / "harbour.txt").read_text(encoding="utf-8")
    (feeds / "harbour.txt").write_text(text.replace("80 people", "90 people"), encoding="utf-8")
    assert run(5).nights[0].updated == 1
    page = (tmp_path / "pages" / "corrections" / "index.md").read_text(encoding="utf-8")
    assert "80" in page
    assert "90" in page
    with Store.open(tmp_path / "state", create=False) as store:
        assert ["80 people" in version.article.text for version in store.versions.all()] == [True]


def test_a_late_article_never_gets_the_address_of_a_story_that_grouping_has_forgotten(
    tmp_path: Path, feeds: Path, run: Build
) -> None:
    run(4)
    page = story(tmp_path, "ferry")
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        store.remember((), [key for key, _ in store.memory()])
    (feeds / "late.txt").write_text(
        "title: Lock keeper saves the Tarn ferry\noutlet: Coast Daily\ndate: 2026-03-04\n\n"
        "A play of that name opens in Ostrow on Sunday, with Mila Orsk as the keeper and a chorus of ducks.\n",
        encoding="utf-8",
    )
    run(5)
    with Store.open(tmp_path / "state", create=False) as store:
        homes = {p.article: p.story for p in store.placements.all()}
        late = next(article for article in store.articles.all() if article.outlet == "Coast Daily")
        first = next(article for article in store.articles.all() if article.outlet == "Harbour Post")
        assert homes[late.id].startswith(f"{homes[first.id]}-")
    assert "ducks" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("alone", [True, False])
def test_what_its_publisher_takes_back_draws_no_later_article_into_a_story(
    tmp_path: Path, feeds: Path, run: Build, *, alone: bool
) -> None:
    if alone:
        (feeds / "harbour.txt").unlink()
    wire = {
        "uri": "urn:wire:1",
        "version": "1",
        "versioncreated": "2026-03-04T08:00:00Z",
        "headline": "Drifting ferry stopped at Tarn",
        "body_text": "Ada Merrin, who keeps the lock of Tarn, stopped a drifting ferry with 80 people, the port authority said.",
        "pubstatus": "usable",
    }
    (feeds / "wire.json").write_text(json.dumps(wire), encoding="utf-8")
    run(4)
    taken_back = wire | {"version": "2", "versioncreated": "2026-03-05T08:00:00Z", "pubstatus": "canceled"}
    (feeds / "wire.json").write_text(json.dumps(taken_back), encoding="utf-8")
    for day in (5, 6):
        run(day)
        with Store.open(tmp_path / "state", create=False) as store:
            (gone,) = {withdrawal.article for withdrawal in store.withdrawals.all()}
            assert gone not in {name for block in Memory.from_rows(store.memory()).blocks for name in block.ids}
            assert gone not in {name for group in store.groups.all() for name in group.members}
    stories = [page for name, page in files(tmp_path / "pages").items() if name.startswith("stories/")]
    assert b"who keeps the lock" not in b"".join(stories)


def test_a_second_build_at_once_is_refused(tmp_path: Path, run: Build) -> None:
    with lock(tmp_path / "state"), pytest.raises(LockedError):
        run(4)


def test_a_day_before_the_last_is_refused(run: Build) -> None:
    run(5)
    with pytest.raises(UsageError, match="already at 2026-03-05"):
        run(4)


COMMAND = [sys.executable, "-m", "digest.cli", "build", "--offline", "--quiet", "--date", "2026-03-05"]


@pytest.mark.slow
def test_time_zone_hash_seed_locale_and_folder_change_no_byte(tmp_path: Path, feeds: Path) -> None:
    built = []
    for number, (zone, seed, language) in enumerate((("UTC", "0", "C"), ("Pacific/Auckland", "7", "tr_TR.UTF-8"))):
        where = tmp_path / str(number)
        copy = where / "feeds"
        copy.mkdir(parents=True)
        for file in sorted(feeds.iterdir(), reverse=bool(number)):
            shutil.copyfile(file, copy / file.name)
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": language, "LANG": language}
        folders = [word for name in ("feeds", "state", "pages", "site") for word in (f"--{name}", str(where / name))]
        subprocess.run([*COMMAND, *folders], check=True, env=environment)
        built.append((files(where / "pages"), files(where / "site")))
    assert built[0] == built[1]


def test_after_an_upgrade_every_page_is_made_anew(tmp_path: Path, run: Build) -> None:
    run(4)
    page = story(tmp_path, "bak")
    whole = page.read_bytes()
    page.write_text("as an older Digest had it", encoding="utf-8")
    run(5)
    assert page.read_bytes() != whole, "no report touched it, and the same Digest had printed it"
    with Store.open(tmp_path / "state") as store, store.transaction():
        store.set_fact("printed_by", "an older Digest")
    run(6)
    assert page.read_bytes() == whole
