"""The nights of the window and tonight, put together as the columns that the copy and story rooms work on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from digest.copies.records import CopyRecords
from digest.copies.records import concatenate as concatenate_copies
from digest.grouping.memory import Night
from digest.model import Article
from digest.stories.records import StoryRecords
from digest.stories.records import concatenate as concatenate_stories
from digest.stories.records import take as take_stories
from digest.text.fingerprints import Fingerprints
from digest.text.tokens import tokenise

_TERMS = ("term_starts", "terms", "weights", "kinds", "whole", "paragraphs")
_SHINGLES = ("shingle_starts", "shingles", "shingle_paragraph", "furniture")
_FACTS = ("fact_starts", "facts", "fact_paragraph", "fact_numbers")


def unplaced_night(number: int, articles: Sequence[Article], prints: Fingerprints) -> Night:
    """Tonight's articles, in order of time, each alone in a copy group and in no story."""
    ids = tuple(article.id for article in articles)
    when = np.array([int(article.when.timestamp()) for article in articles], np.int64)
    terms = {name: getattr(prints, name) for name in _TERMS}
    terms |= {
        "when": when,
        "outlet": _names(article.outlet for article in articles),
        "bridge": np.zeros(len(ids), np.bool_),
    }
    shingles = {name: getattr(prints, name) for name in _SHINGLES + _FACTS}
    return Night(number, ids, ids, ("",) * len(ids), terms, shingles)


def copy_records(nights: Sequence[Night], tonight: Night) -> CopyRecords:
    """Columns of all nights that still have shingles, then tonight's; tonight's articles have no group yet."""
    kept = [night for night in nights if night.shingles]
    group = _first_places([name for night in kept for name in night.groups])
    parts = [_copies(night) for night in (*kept, tonight)]
    records = concatenate_copies(parts)
    records.group[: len(group)] = group
    return records


def story_records(nights: Sequence[Night], tonight: Night) -> tuple[StoryRecords, tuple[str, ...], list[str]]:
    """Columns of the groups whose first article is remembered, tonight's last; their ids; and the stories' ids.

    ``story`` of a record is the place of its first group, so that a story's number lies below those of tonight.
    """
    rows, names, stories = [], [], []
    parts = []
    for night in (*nights, tonight):
        heads = np.array(
            [at for at, (own, group) in enumerate(zip(night.ids, night.groups, strict=True)) if own == group], np.int64
        )
        parts.append(take_stories(_stories(night), heads))
        names += [night.ids[at] for at in heads.tolist()]
        stories += [night.stories[at] for at in heads.tolist()]
        rows.append(len(heads))
    records = concatenate_stories(parts)
    known = len(stories) - rows[-1]
    records.story[:known] = _first_places(stories[:known])
    return records, tuple(names), stories


def _copies(night: Night) -> CopyRecords:
    columns = {name: night.terms[name] for name in ("when", "outlet", "bridge", "whole", "paragraphs")}
    columns |= {name: night.shingles[name] for name in _SHINGLES + _FACTS}
    return CopyRecords(group=np.full(len(night), -1, np.int64), **columns)  # type: ignore[arg-type]  # columns are typed by their names


def _stories(night: Night) -> StoryRecords:
    columns = {name: night.terms[name] for name in ("when", "term_starts", "terms", "weights", "kinds")}
    return StoryRecords(story=np.full(len(night), -1, np.int64), **columns)  # type: ignore[arg-type]  # as above


def _first_places(names: Sequence[str]) -> NDArray[np.int64]:
    """For each name the place where it first stands."""
    first: dict[str, int] = {}
    return np.array([first.setdefault(name, at) for at, name in enumerate(names)], np.int64)


def _names(names: Sequence[str] | object) -> NDArray[np.uint32]:
    """A hash of each name, 0 for an empty one."""
    tokens = tokenise(list(names))  # type: ignore[call-overload]
    result = np.zeros(tokens.texts, np.uint32)
    np.bitwise_xor.at(result, tokens.text, tokens.word)
    return result
