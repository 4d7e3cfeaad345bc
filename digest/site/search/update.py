"""Keeps the search index of the site in step with the stories: a part is indexed again when one of its stories changed."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from digest.site.pages import GeneratedPage
from digest.site.publish import Publisher
from digest.site.search.documents import Document, document
from digest.site.search.index import MonthIndex
from digest.site.search.parts import NOT_A_STORY, PART_STORIES, Part, cut, folder_of, is_story, stories_by_date

FOLDER = "search"
STORY_DATA = re.compile(r"data/stories/(\d{4})/(\d{2})/(\d{2})/[^/]+\.json")
PART = re.compile(r"\d{4}-\d{2}(-\d{2})?")
STORY_DEPTH = 5
"""Parts of the path of a story's page: ``stories/2026/03/04/dam.md``."""


def dates_of(paths: Collection[str]) -> set[str]:
    """The dates (``2026-03-04``) in the addresses of the stories whose data is among ``paths``.

    >>> dates_of(["data/stories/2026/03/04/dam.json", "data/people/ilse-brandt.json"])
    {'2026-03-04'}
    """
    found = (STORY_DATA.fullmatch(path) for path in paths if not path.endswith(NOT_A_STORY))
    return {"-".join(match.groups()) for match in found if match}


class SearchUpdate:
    """Indexes again the parts that stories of ``dates`` are in, forgets those that have no story left, and lists all there are.

    A page that a build makes anyway may be handed to ``take``, so that its data is not read a second time; pages come in the order of
    their paths, and what comes out of order is read. Of what was taken one day is held. A part of ``full`` stories takes no further date.
    """

    def __init__(
        self, pages: Path, publisher: Publisher, dates: Collection[str], zone: ZoneInfo, full: int = PART_STORIES
    ) -> None:
        self._pages = pages
        self._publisher = publisher
        self._zone = zone
        self._months = {day[:7] for day in dates}
        parts = [part for month in sorted(self._months) for part in cut(stories_by_date(pages, month), full)]
        self._standing = {part.name for part in parts}
        self._left = {part.name: part for part in parts if not set(dates).isdisjoint(part.dates) or self._moved(part)}
        self._of_date = {day: part.name for part in self._left.values() for day in part.dates}
        self._open: tuple[str, _PartReader] | None = None
        self.indexed = len(self._left)

    def _moved(self, part: Part) -> bool:
        """Whether the index that stands under the name of ``part`` is of other dates."""
        try:
            known = msgspec.json.decode(_read(self._publisher.where(f"{FOLDER}/{part.name}/index.json")))
        except (OSError, msgspec.DecodeError):
            return True
        return bool(known.get("dates") != list(part.dates))

    def take(self, page: GeneratedPage) -> None:
        """Index this page with its part, if it is a story of one that is indexed again."""
        steps = page.path.split("/")
        if page.kind != "story" or len(steps) != STORY_DEPTH:
            return
        _, year, month, day, name = steps
        reader = self._reader(self._of_date.get(f"{year}-{month}-{day}"))
        if reader:
            reader.take(day, f"{name.removesuffix('.md')}.json", page.data)

    def finish(self) -> int:
        """Index what is left, and list the parts. Gives how many were indexed."""
        for name in sorted(self._left):
            self._reader(name)
        self._close()
        known = {name for name in self._publisher.folders_in(FOLDER) if PART.fullmatch(name)} | self._standing
        for name in known - self._standing:
            if name[:7] in self._months:
                _clear(self._publisher, name, keep=())
        present = [name for name in known if self._publisher.has(f"{FOLDER}/{name}/index.json")]
        self._publisher.write(f"{FOLDER}/months.json", msgspec.json.encode(sorted(present, reverse=True)))
        return self.indexed

    def _reader(self, name: str | None) -> _PartReader | None:
        """The reader of the part of that ``name``, opened if it is its turn; the one before it is closed then."""
        if name is not None and self._open and self._open[0] == name:
            return self._open[1]
        if name not in self._left:
            return None
        self._close()
        part = self._left.pop(name)
        self._open = (part.name, _PartReader(folder_of(self._pages, part.name), part.dates, self._zone))
        return self._open[1]

    def _close(self) -> None:
        if not self._open:
            return
        name, reader = self._open
        self._open = None
        files = reader.files()
        for file, content in files.items():
            self._publisher.write(f"{FOLDER}/{name}/{file}", content)
        _clear(self._publisher, name, keep=files)


class _PartReader:
    """Reads the stories of ``dates`` day by day, those that were taken aside, and indexes them in their order."""

    def __init__(self, folder: Path, dates: Sequence[str], zone: ZoneInfo) -> None:
        self._folder = folder
        self._zone = zone
        self._index = MonthIndex(dates)
        self._days = deque(day[8:] for day in dates)
        self._day = ""
        self._taken: dict[str, Document] = {}

    def take(self, day: str, name: str, story: Mapping[str, Any]) -> None:
        """Spare reading the file ``name`` of ``day``, whose content is ``story``."""
        if day != self._day:
            self._read_before(day)
            self._day = day
        self._taken[name] = document(story, self._zone)

    def files(self) -> dict[str, bytes]:
        """The index of the part."""
        self._read_before(None)
        return self._index.files()

    def _read_before(self, day: str | None) -> None:
        """Index the days before ``day``, or all of them; what was taken is of the last one looked at."""
        while self._days and (day is None or self._days[0] < day):
            folder = f"{self._folder}/{self._days.popleft()}"
            names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone
            found = [self._document(folder, name) for name in names if is_story(name)]
            for one in sorted(found, key=attrgetter("day", "id")):
                self._index.add(one)
        self._taken.clear()

    def _document(self, folder: str, name: str) -> Document:
        taken = self._taken.pop(name, None) if folder.endswith(f"/{self._day}") else None
        return taken or document(msgspec.json.decode(_read(f"{folder}/{name}")), self._zone)


def _clear(publisher: Publisher, part: str, *, keep: Collection[str]) -> None:
    kept = {f"{FOLDER}/{part}/{name}" for name in keep}
    for address in tuple(publisher.names_in(f"{FOLDER}/{part}")):
        if address not in kept:
            publisher.remove(address)


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as held:  # noqa: PTH123 - hundreds of thousands of times; Path costs twice as much
        return held.read()
