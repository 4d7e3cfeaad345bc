"""A fresh feeds folder holds a note and a source list, and nothing of the sample."""

from pathlib import Path

import pytest

from digest.errors import UsageError
from digest.ingest.folder import read_folder
from digest.ingest.net import add_source
from digest.model import Source
from digest.scaffold import init


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_fresh_folder_has_a_note_and_an_empty_source_list(tmp_path: Path) -> None:
    init(tmp_path / "feeds")
    assert names(tmp_path / "feeds") == ["README.md", "sources.yml"]


def test_a_fresh_folder_yields_nothing_and_has_no_problem(tmp_path: Path) -> None:
    init(tmp_path)
    folder = read_folder(tmp_path, env={})
    assert (folder.sources, folder.documents, folder.problems) == ((), (), ())


def test_a_source_can_be_added_to_a_fresh_list(tmp_path: Path) -> None:
    init(tmp_path)
    text = add_source((tmp_path / "sources.yml").read_text("utf-8"), Source("Harbour Post", "https://harbour.example/"))
    assert "url: https://harbour.example/" in text
    assert "# topics:" in text


def test_what_exists_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("sources: []\n", encoding="utf-8")
    init(tmp_path)
    assert (tmp_path / "sources.yml").read_text("utf-8") == "sources: []\n"


def test_the_sample_is_removed_only_on_request(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "a.txt").write_text("Text.", encoding="utf-8")
    with pytest.raises(UsageError, match="--remove-sample"):
        init(tmp_path)
    init(tmp_path, remove_sample=True)
    assert names(tmp_path) == ["README.md", "sources.yml"]
