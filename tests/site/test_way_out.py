"""The way out of MkDocs: Zensical reads the same configuration and makes readable pages of the same Markdown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import html5lib
import pytest

ZENSICAL = shutil.which(
    "zensical", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
)
PARTS = ("stories", "days", "people", "outlets", "topics", "sources", "corrections", "data", "index.md")


def words_of(page: Path) -> str:
    article = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False).find(".//article")
    assert article is not None, page
    return " ".join("".join(article.itertext()).split())


@pytest.mark.skipif(
    ZENSICAL is None, reason="Zensical is not installed; `make way-out` installs it apart and runs this"
)
def test_zensical_makes_a_readable_page_of_every_generated_one(project: Any) -> None:
    docs = project.config.parent / "docs"
    for name in PARTS:
        source, target = project.pages / name, docs / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    subprocess.run([str(ZENSICAL), "build", "-f", str(project.config)], check=True, cwd=project.config.parent)
    site = project.config.parent / "site"
    pages = [path.relative_to(docs).with_suffix("") for path in docs.rglob("*.md") if path.name != "index.md"]
    assert pages
    for page in pages:
        markdown = (docs / page).with_suffix(".md").read_text(encoding="utf-8")
        headline = next(line for line in markdown.splitlines() if line.startswith("# ")).removeprefix("# ")
        assert headline in words_of(site / page / "index.html")
        for quote in [line for line in markdown.splitlines() if line.startswith("> “")]:
            assert quote.removeprefix("> ") in words_of(site / page / "index.html")
