"""The description of the static API names every field and every file, and no others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from digest.edition.catalogue import Catalogue
from digest.edition.story import StoryPage
from digest.render.files import PageFile, Site, render_indexes, render_stories
from digest.render.tables import COLUMNS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "data.md"


@pytest.fixture
def written(dam: StoryPage, shelf: Catalogue, site: Site) -> tuple[PageFile, ...]:
    return (*render_stories((dam.view,), site), *render_indexes(shelf, site))


@pytest.fixture
def named() -> set[str]:
    """Everything the reference sets as code, and the keys of its example."""
    text = REFERENCE.read_text(encoding="utf-8")
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w.]+", code)} | set(
        re.findall(r'"(\w+)":', text)
    )


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in keys(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in keys(inner)}
    return set()


def test_every_field_is_described(written: tuple[PageFile, ...], named: set[str]) -> None:
    for file in written:
        if file.path.endswith(".json") and not file.path.endswith((".feed.json", ".csl.json", "data/feed.json")):
            assert keys(json.loads(file.data)) - named == set(), file.path


def test_every_column_of_the_days_table_is_described(named: set[str]) -> None:
    assert set(COLUMNS) <= named


def test_every_field_of_front_matter_is_described(written: tuple[PageFile, ...], named: set[str]) -> None:
    for file in written:
        if file.path.endswith(".md"):
            block = file.data.decode().split("---\n", 2)[1]
            assert set(re.findall(r"^(\w+):", block, re.MULTILINE)) <= named


def test_every_kind_of_file_is_described(written: tuple[PageFile, ...]) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    for file in written:
        ending = "".join(Path(file.path).suffixes[-2:]) if file.path.count(".") > 1 else Path(file.path).suffix
        assert ending in text, file.path
