"""Articles as JSON Lines: one object a line with at least ``id`` and ``text``, both strings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from digest.errors import UsageError

Row = Mapping[str, object]
Place = tuple[int, int]
"""Where a line begins in its file and how long it is, in bytes."""


def read_rows(file: Path) -> list[Row]:
    """The articles of a file. Raises UsageError naming the file, the line and the fault."""
    return [row for _, row in scan_rows(file)]


def scan_rows(file: Path) -> Iterator[tuple[Place, Row]]:
    """The articles of a file one after another, each with its place. Raises UsageError as ``read_rows`` does."""
    start = 0
    with _readable(file), file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield (start, len(line)), _row(file, number, line)
            start += len(line)


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """Rows that stay in their file until they are asked for, so that a large file is never held whole."""

    file: Path
    places: Sequence[Sequence[Place]]

    def __call__(self, part: int) -> list[Row]:
        """The rows of a part, in the order of its places. Raises UsageError if the file has changed meanwhile."""
        rows = []
        with _readable(self.file), self.file.open("rb") as lines:
            for start, length in self.places[part]:
                lines.seek(start)
                rows.append(_row(self.file, 0, lines.read(length)))
        return rows


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as UTF-8 text ({error}); give a JSON Lines file") from error


def _row(file: Path, number: int, line: bytes) -> Row:
    try:
        row = _decoded(line)
    except UnicodeDecodeError:
        raise
    except ValueError as error:
        raise UsageError(f"{file}:{number}: is not JSON ({error}); give one object a line") from error
    if not (isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("text"), str)):
        raise UsageError(f"{file}:{number}: lacks `id` or `text` as strings; both are needed")
    return row


def _decoded(line: bytes) -> object:
    """What a line says; where the fast reader refuses it, Python's own may still read it, as half of a surrogate pair."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(line.decode())
