"""The guide cannot drift: its commands parse, its lists are read, its links lead somewhere, its tutorial works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.cli import main, parser
from digest.ingest.lists import read_list
from digest.store import Store

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    *sorted((ROOT / "docs" / "guide").glob("*.md")),
    *(ROOT / "docs" / name for name in ("method.md", "how-it-is-built.md", "glossary.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "feeds/README.md")),
]
COMMAND = re.compile(
    r"(?:\.venv/bin/)?digest (?P<rest>(?:build|serve|init|add|check|why|verify|export|import|group|quotes|takedown|retry|doctor)\b[^`\n#]*)"
)
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<path>[^)#\s]+)")


def blocks(page: Path, kind: str) -> Iterator[str]:
    return (found["body"] for found in BLOCK.finditer(page.read_text(encoding="utf-8")) if found["kind"] == kind)


def commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown = [*blocks(page, "sh"), *re.findall(r"`(?:\.venv/bin/)?digest [^`]+`", text)]
        for found in (found for part in shown for found in COMMAND.finditer(part)):
            yield page.name, found["rest"].strip()


@pytest.mark.parametrize(("page", "command"), sorted(set(commands())))
def test_a_command_of_the_guide_is_one(page: str, command: str) -> None:
    """A verb named without what it needs is a name; anything more must parse."""
    words = shlex.split(command)
    if len(words) > 1 or words[0] in ("build", "serve", "init", "check", "verify"):
        parser().parse_args(words)
    else:
        with pytest.raises(SystemExit) as asked_for_help:
            parser().parse_args([words[0], "--help"])
        assert asked_for_help.value.code == 0, page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_list_shown_in_the_guide_is_read(page: Path) -> None:
    for body in blocks(page, "yaml"):
        if not body.startswith("extra:"):
            assert read_list(body, page.name).problems == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_of_the_guide_leads_somewhere(page: Path) -> None:
    links = [found["path"] for found in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [link for link in links if not (page.parent / link).exists()] == []


def tutorial_article() -> str:
    return next(body for body in blocks(ROOT / "docs" / "guide" / "tutorial.md", "text") if body.startswith("title:"))


def test_the_article_of_the_tutorial_becomes_a_story_with_a_quote_and_a_reaction(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "my-feeds")]) == 0
    (tmp_path / "my-feeds" / "goats.txt").write_text(tutorial_article(), encoding="utf-8")
    folders = [f"--{name}={tmp_path / name}" for name in ("state", "pages", "site")]
    feeds = f"--feeds={tmp_path / 'my-feeds'}"
    config = f"--config={ROOT / 'mkdocs.yml'}"
    assert main(["build", feeds, *folders, config, "--date=2026-03-07", "--offline", "--quiet"]) == 0
    with Store.open(tmp_path / "state", create=False) as store:
        (findings,) = store.findings.all()
    assert {quote.speaker.name for quote in findings.quotes} >= {"Imke Solberg"}
    assert [reaction.stance for reaction in findings.reactions] == ["condemns"]
