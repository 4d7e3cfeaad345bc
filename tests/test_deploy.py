"""What is ready to be set up holds together with the program."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from digest.cli import parser

TOP = Path(__file__).parent.parent
WORKFLOWS = sorted((TOP / ".github/workflows").glob("*.yml"))
FILES = [
    *WORKFLOWS,
    TOP / "deploy/crontab",
    TOP / "deploy/systemd/digest.service",
    *sorted((TOP / "docs/operate").glob("*.md")),
]


def commands(text: str) -> list[list[str]]:
    found = re.findall(r"^(?!#).*?\.venv/bin/digest ([^\n|&;]*)", text, re.MULTILINE)
    return [shlex.split(line.replace("$RUNNER_TEMP", "TEMP")) for line in found]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_command_that_is_shown_is_one_the_program_takes(file: Path) -> None:
    for command in commands(file.read_text(encoding="utf-8")):
        assert parser().parse_args(command).run


def test_the_files_do_show_commands() -> None:
    shown = [word for file in FILES for word, *_ in commands(file.read_text(encoding="utf-8"))]
    assert {"build", "import", "export", "check"} <= set(shown)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_may_do_only_what_its_jobs_say(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 60 for name, job in workflow["jobs"].items() if name != "publish")


def test_the_container_copies_only_what_exists() -> None:
    text = (TOP / "deploy/Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (.*) \S+$", text, re.MULTILINE):
        for name in line.split():
            assert (TOP / name).exists(), name
