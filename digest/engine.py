"""The engine on its own: articles in as JSON Lines, findings out, one line an article, in the order given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from digest.errors import UsageError
from digest.grouping import group_series
from digest.mapping import map_articles
from digest.quotes import find_quotes
from digest.quotes.record import quote_record

Row = Mapping[str, object]


def read_rows(file: Path) -> list[Row]:
    """The articles of a JSON Lines file: one object a line with at least ``id`` and ``text``, both strings.

    Raises UsageError naming the file, the line and the fault.
    """
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as UTF-8 text ({error}); give a JSON Lines file") from error
    return [_row(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _row(file: Path, number: int, line: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{file}:{number}: is not JSON ({error}); give one object a line") from error
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) for name in ("id", "text")):
        raise UsageError(f"{file}:{number}: lacks `id` or `text` as strings; both are needed")
    return row


def group_lines(rows: list[Row]) -> Iterator[str]:
    """One JSON line an article: its story, saga, copy group, original, relation, new paragraphs and reasons."""
    return (json.dumps(found, ensure_ascii=False) for found in group_series(rows))


def quote_lines(rows: list[Row]) -> Iterator[str]:
    """One JSON line an article: its quotes, offsets counting code points of ``text`` exactly as given."""
    return map_articles(_quote_line, rows)


def _quote_line(row: Row) -> str:
    article, text, language = str(row["id"]), str(row["text"]), str(row.get("lang") or "en")
    found = [quote_record(quote) for quote in find_quotes(article, text, language=language)]
    return json.dumps({"id": article, "quotes": found}, ensure_ascii=False)
