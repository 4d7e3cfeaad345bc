"""The workflows of GitHub, their own steps run one by one: what one night learned, the next one knows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("git"), reason="needs git and GNU's tools"
)


def script(name: str) -> str:
    """What the step of that name runs, whichever workflow has it."""
    workflows = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (TOP / ".github/workflows").glob("*.yml")]
    jobs = [job for workflow in workflows for job in workflow["jobs"].values()]
    (found,) = (step["run"] for job in jobs for step in job["steps"] if step.get("name") == name)
    return str(found)


@dataclass
class Runner:
    """A machine that GitHub lends for one night, with a fresh checkout, beside the repository that stays."""

    repository: Path
    place: Path
    feeds: Path
    day: str
    checkout: Path = field(init=False)

    def __post_init__(self) -> None:
        self.checkout = self.place / "checkout"
        self.git("clone", "--quiet", str(self.repository), str(self.checkout), cwd=self.repository)
        shutil.copytree(self.feeds, self.checkout / "feeds")
        (self.checkout / "docs").mkdir()
        shutil.copy(TOP / "mkdocs.yml", self.checkout)
        (self.checkout / "digest").symlink_to(TOP / "digest")
        program = self.checkout / ".venv/bin/digest"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m digest.cli "$@"\n')
        program.chmod(0o755)

    def git(self, *words: str, cwd: Path) -> str:
        done = subprocess.run(["git", *words], cwd=cwd, check=True, capture_output=True, text=True)
        return done.stdout

    def step(self, name: str, *, cut_at: str = "90M", **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a step as GitHub does; ``cut_at`` is the size from which a file is cut into parts."""
        seconds = subprocess.run(["date", "--date", self.day, "+%s"], check=True, capture_output=True, text=True)
        environment = os.environ | {
            "RUNNER_TEMP": str(self.place),
            "GITHUB_REPOSITORY": "desk/digest",
            "GITHUB_TOKEN": "not-a-token",
            "SOURCE_DATE_EPOCH": seconds.stdout.strip(),
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.repository}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://x-access-token:not-a-token@github.com/desk/digest.git",
            **variables,
        }
        command = ["bash", "-e", "-o", "pipefail", "-c", script(name).replace("90M", cut_at)]
        return subprocess.run(command, cwd=self.checkout, env=environment, capture_output=True, text=True, check=False)

    def stories(self) -> set[str]:
        return {page.parent.name for page in (self.checkout / "site/stories").rglob("index.html")}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository: nothing was ever kept."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "repository")], check=True)
    return tmp_path / "repository"


def night(repository: Path, place: Path, feeds: Path, day: str, *, cut_at: str = "90M") -> Runner:
    place.mkdir()
    runner = Runner(repository, place, feeds, day)
    for name in ("Fetch the state", "Run the night", "Keep the state"):
        done = runner.step(name, cut_at=cut_at)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    return runner


def test_a_night_knows_what_the_night_before_learned(tmp_path: Path, repository: Path, feeds: Path) -> None:
    first = night(repository, tmp_path / "first", feeds, "2026-03-04", cut_at="1k")
    kept = first.git("ls-tree", "-r", "--name-only", "digest-state", cwd=repository)
    assert "articles.jsonl.part-aa" in kept
    for file in (feeds / "harbour.txt", feeds / "baker.txt"):
        file.unlink()
    second = night(repository, tmp_path / "second", feeds, "2026-03-05", cut_at="1k")
    assert first.stories() <= second.stories()
    assert first.git("rev-list", "--count", "digest-state", cwd=repository).strip() == "1"


def test_what_was_taken_down_by_hand_does_not_come_back_the_next_night(
    tmp_path: Path, repository: Path, feeds: Path
) -> None:
    first = night(repository, tmp_path / "first", feeds, "2026-03-04")
    words = "My hands are older than the oven"
    assert words in page_texts(first)
    taken = first.step("Take down", TARGET="https://gazette.example/baker", REASON='Withdrawn, "$(say)" they.')
    assert (taken.returncode, taken.stderr) == (0, "")
    assert words not in page_texts(first)
    shutil.rmtree(first.place / "export")
    assert first.step("Keep the state").returncode == 0
    assert words not in page_texts(night(repository, tmp_path / "second", feeds, "2026-03-05"))


def page_texts(runner: Runner) -> str:
    return "".join(page.read_text(encoding="utf-8") for page in (runner.checkout / "site").rglob("*.html"))


def test_where_the_kept_state_cannot_be_reached_nothing_is_built(tmp_path: Path, repository: Path, feeds: Path) -> None:
    night(repository, tmp_path / "first", feeds, "2026-03-04")
    (tmp_path / "second").mkdir()
    second = Runner(repository, tmp_path / "second", feeds, "2026-03-05")
    repository.rename(tmp_path / "out of reach")
    assert second.step("Fetch the state").returncode == 1


def test_a_night_with_losses_warns_and_goes_on_and_a_failed_one_ends(
    tmp_path: Path, repository: Path, feeds: Path
) -> None:
    (feeds / "cut.xml").write_text("<rss version='2.0'><channel><item><title>A dam", encoding="utf-8")
    (tmp_path / "place").mkdir()
    runner = Runner(repository, tmp_path / "place", feeds, "2026-03-04")
    warned = runner.step("Run the night")
    assert (warned.returncode, "::warning::" in warned.stdout) == (0, True)
    (runner.checkout / "mkdocs.yml").write_text("extra: {digest: {timezone: Nowhere}}", encoding="utf-8")
    assert runner.step("Run the night").returncode == 1


def test_of_a_proposed_change_only_the_changed_feeds_are_checked(tmp_path: Path, repository: Path, feeds: Path) -> None:
    (feeds / "old and cut.xml").write_text("<rss version='2.0'><channel><item><title>A dam", encoding="utf-8")
    (tmp_path / "place").mkdir()
    runner = Runner(repository, tmp_path / "place", feeds, "2026-03-04")
    commit(runner, "what stands")
    (runner.checkout / "feeds/baker.txt").unlink()
    (runner.checkout / "feeds/new\nname.txt").write_text("title: A weir\n\nThe weir of Tarn holds.", encoding="utf-8")
    commit(runner, "a good change")
    good = runner.step("Check what changed")
    assert (good.returncode, "cut.xml" in good.stdout, "1 entry" in good.stdout) == (0, False, True)
    (runner.checkout / "feeds/old and cut.xml").write_text("<rss><channel><item><title>A dyke", encoding="utf-8")
    commit(runner, "a bad change")
    assert runner.step("Check what changed").returncode == 3


def commit(runner: Runner, message: str) -> None:
    runner.git("add", "feeds", cwd=runner.checkout)
    person = ("-c", "user.name=desk", "-c", "user.email=desk@localhost")
    runner.git(*person, "commit", "--quiet", "--message", message, cwd=runner.checkout)
