"""The engine on its own: articles in as JSON Lines, findings out, one line an article, in the order given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from digest.grouping import group_placed, group_series
from digest.lines import PlacedRows, Row, read_rows, scan_rows
from digest.mapping import map_articles
from digest.quotes import find_quotes
from digest.quotes.record import quote_record


def group_lines(file: Path) -> Iterator[str]:
    """One JSON line an article: its story, saga, copy group, original, relation, new paragraphs and reasons.

    Raises UsageError naming the file, the line and the fault.
    """
    return (json.dumps(found, ensure_ascii=False) for found in _grouped(file))


def _grouped(file: Path) -> Iterable[dict[str, object]]:
    if not file.is_file():  # a pipe is read once
        return group_series(read_rows(file))
    return group_placed(scan_rows(file), partial(PlacedRows, file))


def quote_lines(rows: list[Row]) -> Iterator[str]:
    """One JSON line an article: its quotes, offsets counting code points of ``text`` exactly as given."""
    return map_articles(_quote_line, rows)


def _quote_line(row: Row) -> str:
    article, text, language = str(row["id"]), str(row["text"]), str(row.get("lang") or "en")
    found = [quote_record(quote) for quote in find_quotes(article, text, language=language)]
    return json.dumps({"id": article, "quotes": found}, ensure_ascii=False)
