"""Keeps the search index of the site in step with the stories: a month is indexed again when one of its stories changed."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from operator import attrgetter
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from digest.site.publish import Publisher
from digest.site.search.documents import Document, document
from digest.site.search.index import month_files

FOLDER = "search"
STORY_DATA = re.compile(r"data/stories/(\d{4})/(\d{2})/\d{2}/[^/]+\.json")
MONTH = re.compile(r"\d{4}-\d{2}")
NOT_A_STORY = (".feed.json", ".csl.json")


def months_of(paths: Collection[str]) -> set[str]:
    """The months (``2026-03``) of the stories whose data is among ``paths``.

    >>> months_of(["data/stories/2026/03/04/dam.json", "data/people/ilse-brandt.json"])
    {'2026-03'}
    """
    found = (STORY_DATA.fullmatch(path) for path in paths if not path.endswith(NOT_A_STORY))
    return {f"{match[1]}-{match[2]}" for match in found if match}


def update_search(pages: Path, publisher: Publisher, months: Collection[str], zone: ZoneInfo) -> int:
    """Index ``months`` again, forget those that have no story left, and list all there are. Gives how many were indexed."""
    for month in sorted(months):
        _update_month(pages, publisher, month, zone)
    known = {name for name in publisher.folders_in(FOLDER) if MONTH.fullmatch(name)} | set(months)
    present = [month for month in known if publisher.has(f"{FOLDER}/{month}/index.json")]
    publisher.write(f"{FOLDER}/months.json", msgspec.json.encode(sorted(present, reverse=True)))
    return len(months)


def _update_month(pages: Path, publisher: Publisher, month: str, zone: ZoneInfo) -> None:
    files = month_files(_documents(pages / "data" / "stories" / month[:4] / month[5:], zone))
    for name, content in files.items():
        publisher.write(f"{FOLDER}/{month}/{name}", content)
    _clear(publisher, month, keep=files)


def _clear(publisher: Publisher, month: str, *, keep: Collection[str]) -> None:
    kept = {f"{FOLDER}/{month}/{name}" for name in keep}
    for address in tuple(publisher.names_in(f"{FOLDER}/{month}")):
        if address not in kept:
            publisher.remove(address)


def _documents(folder: Path, zone: ZoneInfo) -> Iterator[Document]:
    """The stories of a month, those of a day in the order that the index has them in."""
    for day in sorted(folder.iterdir()) if folder.is_dir() else ():
        names = sorted(name for name in os.listdir(day) if name.endswith(".json") and not name.endswith(NOT_A_STORY))  # noqa: PTH208 - names alone
        found = [document(msgspec.json.decode(_read(f"{day}/{name}")), zone) for name in names]
        yield from sorted(found, key=attrgetter("day", "id"))


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as held:  # noqa: PTH123 - hundreds of thousands of times; Path costs twice as much
        return held.read()
