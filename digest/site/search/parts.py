"""The parts that search is indexed in: a month, or some dates of a month that has very many stories."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PART_STORIES = 8_000
"""Stories with which a part is full (range 2,000 to 20,000): the date that reaches them is its last.
A part is indexed again as a whole, 8,000 stories in some 3 CPU seconds. A month of 200 stories a night is one part; one of
2,500 a night has nine, of which a night changes two or three, where it would read 75,000 stories at the month's end."""
NOT_A_STORY = (".feed.json", ".csl.json")


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its ``name``: that of its month (``2026-03``), or of its first date where it is not the first of the month."""

    name: str
    dates: tuple[str, ...]


def cut(counts: Mapping[str, int], full: int = PART_STORIES) -> tuple[Part, ...]:
    """The parts of one month that has so many stories on each date, in order; later dates change no part that is full.

    >>> [part.dates for part in cut({"2026-03-01": 5, "2026-03-02": 4, "2026-03-04": 3}, full=8)]
    [('2026-03-01', '2026-03-02'), ('2026-03-04',)]
    """
    found: list[list[str]] = []
    held = full
    for day in sorted(counts):
        if held >= full:
            found.append([])
            held = 0
        found[-1].append(day)
        held += counts[day]
    return tuple(Part(dates[0] if number else dates[0][:7], tuple(dates)) for number, dates in enumerate(found))


def stories_by_date(pages: Path, month: str) -> dict[str, int]:
    """How many stories stand below ``pages`` on each date of ``month``; dates without one are left out."""
    folder = folder_of(pages, month)
    days = sorted(path for path in folder.glob("*") if path.is_dir())
    counts = {f"{month}-{day.name}": sum(map(is_story, os.listdir(day))) for day in days}  # noqa: PTH208 - names alone
    return {day: number for day, number in counts.items() if number}


def folder_of(pages: Path, month: str) -> Path:
    """Where the data of the stories of a month is, a folder a date."""
    return pages / "data" / "stories" / month[:4] / month[5:7]


def is_story(name: str) -> bool:
    """Whether a file of that name, in the folder of a date, is the data of a story."""
    return name.endswith(".json") and not name.endswith(NOT_A_STORY)
