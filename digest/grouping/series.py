"""A file of articles grouped as a series of nights, without a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from digest.grouping.ahead import fingerprinted
from digest.grouping.memory import Memory
from digest.grouping.night import group_fingerprinted, in_order
from digest.model import Article, CopyGroup, Story

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def group_series(rows: Sequence[Mapping[str, object]], *, processes: int = 2) -> list[dict[str, object]]:
    """For each article, in the order given, its ``story``, ``saga``, ``copy_group``, ``original``, ``relation`` and so on.

    ``id``, ``title``, ``text``, ``date``, ``url``, ``outlet`` and ``lang`` of a row are read; all but ``id`` and ``text``
    may be missing or null. Articles of one day are one night; those without a possible date come last, as one more night.
    A second of ``processes`` makes the fingerprints of a large file.
    """
    dated = [_article(row, _moment(row.get("date"))) for row in rows]
    last = max((article.when for article in dated if article.published), default=EARLIEST) + timedelta(days=1)
    articles = [a if a.published else _seen(a, last) for a in dated]
    memory = Memory.empty()
    groups: dict[str, CopyGroup] = {}
    stories: dict[str, Story] = {}
    nights = [in_order(night) for _, night in groupby(sorted(articles, key=_night_of), _night_of)]
    for night, prints in fingerprinted(nights, processes):
        found = group_fingerprinted(night, prints, memory)
        memory = found.memory
        groups |= {group.id: group for group in found.groups}
        stories |= {story.id: story for story in found.stories}
    return _findings([str(row["id"]) for row in rows], groups, stories)


def _findings(
    ids: Sequence[str], groups: Mapping[str, CopyGroup], stories: Mapping[str, Story]
) -> list[dict[str, object]]:
    story_of = {group: story for story in stories.values() if not story.merged_into for group in story.groups}
    joins = {join.group: join for story in stories.values() for join in story.joins}
    found: dict[str, dict[str, object]] = {}
    for group in groups.values():
        story, join = story_of[group.id], joins[group.id]
        shared = {"story": story.id, "saga": story.saga, "copy_group": group.id, "original": group.original}
        reasons = [f"{evidence.kind}: {evidence.detail} ({evidence.score:.2f})" for evidence in join.evidence]
        found[group.original] = {
            "id": group.original,
            **shared,
            "relation": None,
            "new_paragraphs": [],
            "reasons": reasons,
        }
        for copy in group.copies:
            found[copy.article] = {
                "id": copy.article,
                **shared,
                "relation": str(copy.relation),
                "new_paragraphs": list(copy.new_paragraphs),
                "reasons": [f"copy: {copy.reason}", *reasons],
            }
    return [found[name] for name in ids]


def _night_of(article: Article) -> tuple[bool, datetime]:
    return article.published is None, article.first_seen.replace(hour=0, minute=0, second=0, microsecond=0)


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


def _seen(article: Article, moment: datetime) -> Article:
    return replace(article, first_seen=moment)


def _moment(value: object) -> datetime | None:
    """The moment that an ISO 8601 date or time names, in UTC; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
