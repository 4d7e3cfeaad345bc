"""How many fields of gofeed's golden pairs are read as its authors say.

usage: python bench/ingest_gofeed.py DATA [-v]

DATA holds ``gofeed/testdata``: documents and, beside each, what is expected of it. Compared are title, link, id, dates, author and text of every item
where the expectation states them; markup and white space do not count, since Digest keeps words only. A missing item misses all its fields.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from digest.ingest.cage import Cage
from digest.ingest.dates import parse_date
from digest.ingest.read import read_document
from digest.model import Entry, Source

Fields = Mapping[str, Any]


def plain(value: object) -> str:
    """The words of a text that may hold markup, escaped up to two times, without white space."""
    text = str(value or "")
    for _ in range(2):
        text = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    return "".join(text.split())


def expected(document: Fields) -> Iterator[Fields]:
    """The items of an expectation, in any of gofeed's three shapes."""
    yield from document.get("items") or document.get("entries") or ()


def stated(item: Fields) -> dict[str, list[str]]:
    """Field and acceptable values of everything an expected item states that Digest reads too."""
    content = item.get("content")
    texts = [
        content.get("value") if isinstance(content, dict) else content,
        item.get("content_html"),
        item.get("content_text"),
    ]
    texts += [item.get("description"), item.get("summary")]
    guid = item.get("guid") or item.get("id")
    links = [
        link.get("href")
        for link in item.get("links") or ()
        if isinstance(link, dict) and link.get("rel", "alternate") == "alternate"
    ]
    found = {
        "title": [plain(item.get("title"))],
        "link": [str(link) for link in (item.get("link") or item.get("url"), *links[:1]) if link],
        "id": [str(guid.get("value") if isinstance(guid, dict) else guid or "")],
        "published": [
            str(item.get("publishedParsed") or item.get("pubDateParsed") or item.get("date_published") or "")
        ],
        "updated": [str(item.get("updatedParsed") or item.get("date_modified") or "")],
        "author": authors(item),
        "text": [plain(text) for text in texts if plain(text)],
    }
    return {field: kept for field, values in found.items() if (kept := [value for value in values if value])}


def authors(item: Fields) -> list[str]:
    """The first author's name, else mailbox."""
    first = (item.get("authors") or [item.get("author")])[0]
    if isinstance(first, dict):
        return [plain(first.get("name") or first.get("email"))]
    return [plain(first), plain(re.sub(r"[\s(<]*\S+@\S+[\s)>]*|[()]", " ", str(first or "")))]


def read(entry: Entry | None, field: str) -> str:
    """What Digest read in a field, spelled as ``stated`` spells it."""
    if entry is None:
        return ""
    moments = {"published": entry.published, "updated": entry.updated}
    if field in moments:
        moment = moments[field] or (entry.updated if field == "published" else entry.published)
        return moment.isoformat() if moment else ""
    byline = plain(entry.byline)
    return {
        "title": plain(entry.headline),
        "link": entry.url or "",
        "id": entry.guid or "",
        "author": byline,
        "text": plain(entry.text),
    }[field]


def agrees(field: str, values: list[str], got: str) -> bool:
    """Whether a field was read as stated."""
    if field in ("published", "updated"):
        moments = [parse_date(value) for value in values]
        return any(moment is not None and moment.isoformat() == got for moment in moments)
    if field == "author":
        return any(value == got or got.startswith(value) for value in values)
    if field == "link":
        return any(got in (value, value.rstrip("/")) or got.rstrip("/") == value.rstrip("/") for value in values)
    return got in values


def pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Documents with their expectations."""
    for path in sorted((folder / "gofeed" / "testdata").rglob("*")):
        if path.suffix == ".xml" and path.with_suffix(".json").exists():
            yield path, path.with_suffix(".json")
        elif path.suffix == ".json" and path.with_name(f"{path.stem}_expected.json").exists():
            yield path, path.with_name(f"{path.stem}_expected.json")


def main(folder: Path, *, verbose: bool) -> int:
    """Prints the share of fields that agree, and with ``-v`` each that does not; 1 where there is nothing to compare."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with Cage() as cage:
        for path, wanted in pairs(folder):
            entries = read_document(path.read_bytes(), Source(path.name), cage=cage).entries
            for number, item in enumerate(expected(json.loads(wanted.read_text(encoding="utf-8")))):
                entry = entries[number] if number < len(entries) else None
                for field, values in stated(item).items():
                    got = read(entry, field)
                    total[field] += 1
                    right[field] += agrees(field, values, got)
                    if verbose and not agrees(field, values, got):
                        print(f"{path.relative_to(folder)} {field}: expected {values!r}, read {got!r}")
    for field in sorted(total):
        print(f"{field:10} {right[field]:4} of {total[field]:4}")
    print(
        f"all        {sum(right.values()):4} of {sum(total.values()):4}  {100 * sum(right.values()) / max(1, sum(total.values())):.2f} %"
    )
    if not total:
        print(f"{folder} holds no gofeed/testdata")
    return int(not total)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), verbose="-v" in sys.argv))
