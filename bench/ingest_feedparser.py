"""How many titles, links and dates of feedparser's own suite are read as it expects, and whether any file raises.

usage: python bench/ingest_feedparser.py DATA [-v]

DATA holds ``feedparser/tests``: files with an ``Expect:`` line, a Python expression. Of it, comparisons of one entry's title, link, date, id or
text with a literal are taken; markup and white space do not count. Everything else in the suite is read for the sake of not failing.
"""

from __future__ import annotations

import ast
import html
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from digest.ingest.cage import Cage
from digest.ingest.read import read_document
from digest.model import Entry, Source

SERVER = "http://127.0.0.1:8097/"
FIELDS = {
    "title": "title",
    "title_detail": "title",
    "link": "link",
    "updated_parsed": "updated",
    "published_parsed": "published",
    "created_parsed": "published",
    "id": "id",
    "guid": "id",
    "description": "text",
    "summary": "text",
    "content": "text",
}
JUDGED = ("title", "link", "published", "updated")


def plain(value: object) -> str:
    """The words of a text that may hold markup, escaped up to two times, without white space and what is not shown."""
    text = re.sub(r"(?is)<!--.*?-->|<(script|style|title|object|embed)\b.*?</\1>", " ", str(value or ""))
    for _ in range(2):
        text = html.unescape(re.sub(r"</?[A-Za-z][^<>]*>", " ", text))
    return "".join(text.split())


def comparisons(expression: str) -> Iterator[tuple[int, str, object]]:
    """Entry number, field and expected value of each comparison in an expectation that concerns a field Digest reads."""
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare) or len(node.ops) != 1 or not isinstance(node.ops[0], ast.Eq):
            continue
        path = subscripts(node.left)
        try:
            value = ast.literal_eval(node.comparators[0])
        except (ValueError, TypeError):
            continue
        if (
            len(path) >= 2
            and isinstance(path[0], int)
            and path[1] in FIELDS
            and (len(path) == 2 or path[-1] == "value")
        ):
            yield path[0], FIELDS[str(path[1])], value


def subscripts(node: ast.expr) -> list[object]:
    """The keys of ``entries[0]['title']``, outermost last; nothing for other expressions."""
    keys: list[object] = []
    while isinstance(node, ast.Subscript):
        if not isinstance(node.slice, ast.Constant):
            return []
        keys.append(node.slice.value)
        node = node.value
    return keys[::-1] if isinstance(node, ast.Name) and node.id == "entries" else []


def agrees(entry: Entry | None, field: str, value: object) -> bool:
    """Whether a field was read as expected."""
    if entry is None:
        return False
    if field in ("published", "updated"):
        if not isinstance(value, tuple):
            return False
        year, month, day, hour, minute, second = value[:6]
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        return moment in (entry.published, entry.updated)
    got = {"title": entry.headline, "link": entry.url, "id": entry.guid, "text": entry.text}[field]
    if field == "link":
        return (got or "").rstrip("/") == str(value or "").rstrip("/")
    return plain(got) == plain(value)


def main(folder: Path, *, verbose: bool) -> int:
    """Prints how many files were read without an exception, and the share of comparisons that hold."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    files = raised = 0
    with Cage() as cage:
        for path in sorted((folder / "feedparser" / "tests").rglob("*.*")):
            data = path.read_bytes()
            files += 1
            try:
                reading = read_document(data, Source(path.name, url=SERVER), cage=cage)
            except Exception as error:  # noqa: BLE001 - to count whatever comes
                raised += 1
                print(f"{path} raised {type(error).__name__}: {error}")
                continue
            head = data.replace(b"\0", b"")[:4000].decode("utf-8", "replace")
            found = re.search(r"Expect:\s*(.*?)\s*(?:-->|\n\S*\n)", head, re.DOTALL)
            for number, field, value in comparisons(found.group(1) if found else ""):
                entry = reading.entries[number] if number < len(reading.entries) else None
                total[field] += 1
                good = agrees(entry, field, value)
                right[field] += good
                if verbose and not good and (field in JUDGED or "-vv" in sys.argv):
                    got = entry and {
                        "title": entry.headline,
                        "link": entry.url,
                        "text": entry.text,
                        "id": entry.guid,
                    }.get(field, f"{entry.published} {entry.updated}")
                    print(
                        f"{path.relative_to(folder)} {field}: expected {value!r}, read {got!r} {[p.code for p in reading.problems]}"
                    )
    print(f"{files} files, {raised} raised")
    for field in sorted(total):
        print(f"{field:10} {right[field]:4} of {total[field]:4}")
    judged = sum(right[field] for field in JUDGED), sum(total[field] for field in JUDGED)
    print(f"title, link, date {judged[0]} of {judged[1]}  {100 * judged[0] / max(1, judged[1]):.2f} %")
    if not files:
        print(f"{folder} holds no feedparser/tests")
    return int(raised > 0 or not files)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), verbose="-v" in sys.argv or "-vv" in sys.argv))
