"""A file of articles grouped as a series of nights, without a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import msgspec

from digest.grouping.ahead import WORTH_PROCESSES, produced
from digest.grouping.folded import FoldedNight, fold_night
from digest.grouping.memory import Memory, remembered
from digest.grouping.night import gather_night, in_order
from digest.grouping.window import appended
from digest.mapping import processors
from digest.model import Article, Copy, CopyGroup, Story

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


Row = Mapping[str, object]
Found = dict[str, object]
Reader = Callable[[int], Sequence[Row]]
"""Reads the rows of a night, by its place in the series."""
P = TypeVar("P")


def group_series(rows: Sequence[Row], *, processes: int | None = None) -> list[Found]:
    """For each article, in the order given, its ``story``, ``saga``, ``copy_group``, ``original``, ``relation`` and so on.

    ``id``, ``title``, ``text``, ``date``, ``url``, ``outlet`` and ``lang`` of a row are read; all but ``id`` and ``text``
    may be missing or null. Articles of one day are one night; those without a possible date come last, as one more night.
    Of ``processes`` (None: the processors this one may use) a second one folds the copies of a large series; the answer is the same.
    """
    return list(group_placed(((row, row) for row in rows), _Held, processes=processes))


def group_placed(
    rows: Iterable[tuple[P, Row]], reader: Callable[[Sequence[Sequence[P]]], Reader], *, processes: int | None = None
) -> Iterator[Found]:
    """As ``group_series``, for rows with their places, of which only ids and dates are held.

    ``reader`` gets the places of all nights and gives a function that reads the rows of one: picklable, since two
    processes read them.
    """
    ids: list[str] = []
    nights: dict[datetime | None, list[P]] = {}
    last = EARLIEST
    for place, row in rows:
        moment = _moment(row.get("date"))
        ids.append(str(row["id"]))
        nights.setdefault(moment and _day(moment), []).append(place)
        last = max(last, moment or EARLIEST)
    days = sorted(nights, key=lambda day: (day is None, day))
    sizes = tuple(len(nights[day]) for day in days)
    series = Series(reader([nights[day] for day in days]), sizes, last + timedelta(days=1))
    return _findings(ids, *_grouped(series, processes or processors()))


@dataclass(frozen=True, slots=True)
class Series:
    """Nights of articles that are read when asked for: their sizes, and the moment at which undated ones are taken as seen."""

    read: Reader
    sizes: tuple[int, ...]
    undated: datetime

    def night(self, at: int) -> list[Article]:
        """The articles of a night, in order."""
        dated = [_article(row, _moment(row.get("date"))) for row in self.read(at)]
        return in_order(a if a.published else replace(a, first_seen=self.undated) for a in dated)


@dataclass(frozen=True, slots=True)
class _Held:
    """Rows that are held already."""

    nights: Sequence[Sequence[Row]]

    def __call__(self, night: int) -> Sequence[Row]:
        return self.nights[night]


def folded_nights(series: Series) -> Iterator[FoldedNight]:
    """The nights of a series with their copies folded, without the shingles, which nobody needs from there on."""
    memory = Memory.empty()
    for at in range(len(series.sizes)):
        folded = fold_night(memory, series.night(at))
        memory = remembered(replace(memory, blocks=appended(memory.blocks, folded.block)), folded.groups, {})
        yield replace(folded, block=replace(folded.block, shingles={}))


def _grouped(series: Series, processes: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """All copy groups and stories of a series by their ids, as JSON: as objects they take ten times the room."""
    memory = Memory.empty()
    groups: dict[str, bytes] = {}
    stories: dict[str, bytes] = {}
    apart = processes > 1 and len(series.sizes) > 1 and sum(series.sizes) >= WORTH_PROCESSES
    nights = produced(folded_nights, series) if apart else folded_nights(series)
    for at, folded in enumerate(nights):
        gathered = gather_night(memory, series.night(at), folded)
        memory = gathered.memory
        groups |= folded.groups
        for story in gathered.stories:  # the bytes that the memory holds, where it still holds the story
            stories[story.id] = memory.raw_stories.get(story.id) or msgspec.json.encode(story)
    return groups, stories


def _findings(ids: Sequence[str], groups: Mapping[str, bytes], stories: Mapping[str, bytes]) -> Iterator[Found]:
    homes: dict[str, tuple[str, str]] = {}
    reasons: dict[str, list[str]] = {}
    for raw in stories.values():
        story = msgspec.json.decode(raw, type=Story)
        if not story.merged_into:
            homes |= dict.fromkeys(story.groups, (story.id, story.saga))
        reasons |= {
            join.group: [f"{e.kind}: {e.detail} ({e.score:.2f})" for e in join.evidence] for join in story.joins
        }
    copies: dict[str, tuple[CopyGroup, Copy | None]] = {}
    for raw in groups.values():
        group = msgspec.json.decode(raw, type=CopyGroup)
        copies |= {group.original: (group, None)} | {copy.article: (group, copy) for copy in group.copies}
    return (_finding(name, *copies[name], homes, reasons) for name in ids)


def _finding(
    name: str,
    group: CopyGroup,
    copy: Copy | None,
    homes: Mapping[str, tuple[str, str]],
    reasons: Mapping[str, list[str]],
) -> Found:
    story, saga = homes[group.id]
    return {
        "id": name,
        "story": story,
        "saga": saga,
        "copy_group": group.id,
        "original": group.original,
        "relation": str(copy.relation) if copy else None,
        "new_paragraphs": list(copy.new_paragraphs) if copy else [],
        "reasons": [*([f"copy: {copy.reason}"] if copy else []), *reasons[group.id]],
    }


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _article(row: Mapping[str, object], moment: datetime | None) -> Article:
    return Article(
        id=str(row["id"]),
        source="",
        outlet=str(row.get("outlet") or ""),
        url=str(row["url"]) if row.get("url") else None,
        headline=str(row["title"]) if row.get("title") else None,
        text=str(row["text"]),
        first_seen=moment or EARLIEST,
        content_hash="",
        published=moment,
        language=str(row.get("lang") or "en"),
    )


def _moment(value: object) -> datetime | None:
    """The moment that an ISO 8601 date or time names, in UTC; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
