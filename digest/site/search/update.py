"""Keeps the search index of the site in step with the stories: a month is indexed again when one of its stories changed."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Collection, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from digest.site.pages import GeneratedPage
from digest.site.publish import Publisher
from digest.site.search.documents import Document, document
from digest.site.search.index import MonthIndex

FOLDER = "search"
STORY_DATA = re.compile(r"data/stories/(\d{4})/(\d{2})/\d{2}/[^/]+\.json")
MONTH = re.compile(r"\d{4}-\d{2}")
STORY_DEPTH = 5
"""Parts of the path of a story's page: ``stories/2026/03/04/dam.md``."""
NOT_A_STORY = (".feed.json", ".csl.json")


def months_of(paths: Collection[str]) -> set[str]:
    """The months (``2026-03``) of the stories whose data is among ``paths``.

    >>> months_of(["data/stories/2026/03/04/dam.json", "data/people/ilse-brandt.json"])
    {'2026-03'}
    """
    found = (STORY_DATA.fullmatch(path) for path in paths if not path.endswith(NOT_A_STORY))
    return {f"{match[1]}-{match[2]}" for match in found if match}


class SearchUpdate:
    """Indexes ``months`` again, forgets those that have no story left, and lists all there are.

    A page that a build makes anyway may be handed to ``take``, so that its data is not read a second time; pages come in the order of
    their paths, and what comes out of order is read. Of what was taken one day is held.
    """

    def __init__(self, pages: Path, publisher: Publisher, months: Collection[str], zone: ZoneInfo) -> None:
        self._pages = pages
        self._publisher = publisher
        self._zone = zone
        self._months = frozenset(months)
        self._left = set(months)
        self._open: tuple[str, _MonthReader] | None = None

    def take(self, page: GeneratedPage) -> None:
        """Index this page with its month, if it is a story of one of ``months``."""
        parts = page.path.split("/")
        if page.kind != "story" or len(parts) != STORY_DEPTH:
            return
        _, year, month, day, name = parts
        reader = self._reader(f"{year}-{month}")
        if reader:
            reader.take(day, f"{name.removesuffix('.md')}.json", page.data)

    def finish(self) -> int:
        """Index what is left, and list the months. Gives how many were indexed."""
        for month in sorted(self._left):
            self._reader(month)
        self._close()
        known = {name for name in self._publisher.folders_in(FOLDER) if MONTH.fullmatch(name)} | self._months
        present = [month for month in known if self._publisher.has(f"{FOLDER}/{month}/index.json")]
        self._publisher.write(f"{FOLDER}/months.json", msgspec.json.encode(sorted(present, reverse=True)))
        return len(self._months)

    def _reader(self, month: str) -> _MonthReader | None:
        """The reader of ``month``, opened if it is its turn; the one before it is closed then."""
        if self._open and self._open[0] == month:
            return self._open[1]
        if month not in self._left:
            return None
        self._close()
        self._left.remove(month)
        self._open = (month, _MonthReader(self._pages / "data" / "stories" / month[:4] / month[5:], self._zone))
        return self._open[1]

    def _close(self) -> None:
        if not self._open:
            return
        month, reader = self._open
        self._open = None
        files = reader.files()
        for name, content in files.items():
            self._publisher.write(f"{FOLDER}/{month}/{name}", content)
        _clear(self._publisher, month, keep=files)


class _MonthReader:
    """Reads the stories of a month day by day, those that were taken aside, and indexes them in their order."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        self._folder = folder
        self._zone = zone
        self._index = MonthIndex()
        self._days = deque(
            sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else ()
        )
        self._day = ""
        self._taken: dict[str, Document] = {}

    def take(self, day: str, name: str, story: Mapping[str, Any]) -> None:
        """Spare reading the file ``name`` of ``day``, whose content is ``story``."""
        if day != self._day:
            self._read_before(day)
            self._day = day
        self._taken[name] = document(story, self._zone)

    def files(self) -> dict[str, bytes]:
        """The index of the month."""
        self._read_before(None)
        return self._index.files()

    def _read_before(self, day: str | None) -> None:
        """Index the days before ``day``, or all of them; what was taken is of the last one looked at."""
        while self._days and (day is None or self._days[0] < day):
            folder = f"{self._folder}/{self._days.popleft()}"
            names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone
            found = [self._document(folder, name) for name in names if _is_story(name)]
            for one in sorted(found, key=attrgetter("day", "id")):
                self._index.add(one)
        self._taken.clear()

    def _document(self, folder: str, name: str) -> Document:
        taken = self._taken.pop(name, None) if folder.endswith(f"/{self._day}") else None
        return taken or document(msgspec.json.decode(_read(f"{folder}/{name}")), self._zone)


def _is_story(name: str) -> bool:
    return name.endswith(".json") and not name.endswith(NOT_A_STORY)


def _clear(publisher: Publisher, month: str, *, keep: Collection[str]) -> None:
    kept = {f"{FOLDER}/{month}/{name}" for name in keep}
    for address in tuple(publisher.names_in(f"{FOLDER}/{month}")):
        if address not in kept:
            publisher.remove(address)


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as held:  # noqa: PTH123 - hundreds of thousands of times; Path costs twice as much
        return held.read()
