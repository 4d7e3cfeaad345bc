"""The pages of the small world, read like prose before they are committed.

They are written anew by ``DIGEST_WRITE_GOLDEN=1 .venv/bin/pytest tests/render/test_golden.py``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.edition.catalogue import Catalogue
from digest.edition.story import StoryPage
from digest.render.files import PageFile, Site, render_indexes, render_stories

GOLDEN = Path(__file__).parent / "golden"
WRITE = "DIGEST_WRITE_GOLDEN"


@pytest.fixture
def written(dam: StoryPage, fire: StoryPage, shelf: Catalogue, site: Site) -> dict[str, bytes]:
    files = [
        *render_stories((dam.view, fire.view), site),
        *render_indexes(shelf, site),
    ]
    assert len({file.path for file in files}) == len(files), "two files of one path"
    return {file.path: file.data for file in files}


def test_every_page_is_as_it_was_read(written: dict[str, bytes]) -> None:
    if os.environ.get(WRITE):
        rewrite(written)
    kept = {path.relative_to(GOLDEN).as_posix(): path.read_bytes() for path in GOLDEN.rglob("*") if path.is_file()}
    assert sorted(kept) == sorted(written)
    for path, data in written.items():
        assert data.decode() == kept[path].decode(), f"{path} changed; {WRITE}=1 writes the golden pages anew"


def rewrite(written: dict[str, bytes]) -> None:
    for old in sorted(GOLDEN.rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()
    for path, data in written.items():
        target = GOLDEN / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def test_rendering_twice_gives_the_same_bytes(dam: StoryPage, shelf: Catalogue, site: Site) -> None:
    def once() -> list[PageFile]:
        return [*render_stories((dam.view,), site), *render_indexes(shelf, site)]

    assert once() == once()
