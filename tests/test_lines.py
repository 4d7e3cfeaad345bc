"""Articles as JSON Lines: held or left in their file, they read the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import UsageError
from digest.lines import PlacedRows, read_rows, scan_rows

LINES = '{"id": "a", "text": "Wehr gebrochen: Ü"}\n\n{"id": "b", "text": "Fähre", "date": null}\r\n{"text": "last", "id": "c"}'


def written(folder: Path, content: bytes) -> Path:
    file = folder / "articles.jsonl"
    file.write_bytes(content)
    return file


def test_rows_left_in_their_file_are_those_read_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, LINES.encode())
    places = [place for place, _ in scan_rows(file)]
    rows = PlacedRows(file, (places[1:], places[:1]))
    assert [row["id"] for row in read_rows(file)] == ["a", "b", "c"]
    assert [*rows(1), *rows(0)] == read_rows(file)


def test_what_only_lenient_readers_take_is_read_too(tmp_path: Path) -> None:
    file = written(tmp_path, rb'{"id": "a", "text": "half \ud83d", "score": NaN}')
    (row,) = read_rows(file)
    assert row["text"] == "half \ud83d"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b'{"id": "a", "text": "b"}\n{"id": ', ":2: is not JSON", id="a torn line"),
        pytest.param(b'{"id": 1, "text": "b"}', ":1: lacks", id="a number as id"),
        pytest.param(b'["id", "text"]', ":1: lacks", id="a list"),
        pytest.param(b'{"id": "a", "text": "\xff"}', "cannot be read as UTF-8", id="another encoding"),
    ],
)
def test_a_line_that_is_no_article_is_named(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_rows(written(tmp_path, content))
