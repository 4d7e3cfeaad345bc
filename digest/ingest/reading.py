"""What reading one document gives, and the limits every reader keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from digest.incoming import Entry, Problem, Source

STAGE = "ingest"
MOST_BYTES = 15 * 1024 * 1024
"""A document is this long at most once unpacked (range 5 to 50 MiB; Miniflux draws the line here too)."""
MOST_ENTRIES = 20_000
"""Entries taken from one document (range 1,000 to 100,000; the longest real feed seen had 3,000)."""
MOST_TEXT_CHARS = 1_000_000
"""Characters kept of one article (range 200,000 upwards; a whole book has about 600,000)."""
MOST_ALIKE = 10
"""Problems of one code listed for one document; the rest are counted in the last (range 3 to 100)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read. ``kind`` names its format, ``unknown`` where it has none that Digest reads.

    ``title`` is the feed's own name, ``home`` its site, ``self_url`` where it says it lives; ``ttl_minutes`` how long it asks not to
    be fetched again; ``gone`` that it says it has ended.
    """

    kind: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str | None = None
    home: str | None = None
    self_url: str | None = None
    language: str | None = None
    ttl_minutes: int | None = None


def problem(source: Source, code: str, detail: str, remedy: str, item: str | None = None) -> Problem:
    """A problem of this room, its texts short enough for a page."""
    return Problem(source.name, STAGE, code, detail[:400], remedy, item[:200] if item else None)


def condense(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repeats, at most ``MOST_ALIKE`` of one code; the last of a longer row says how many follow."""
    unique = tuple(dict.fromkeys(problems))
    totals = Counter(found.code for found in unique)
    seen: Counter[str] = Counter()
    kept = []
    for found in unique:
        seen[found.code] += 1
        more = totals[found.code] - MOST_ALIKE
        if seen[found.code] < MOST_ALIKE or (seen[found.code] == MOST_ALIKE and more <= 0):
            kept.append(found)
        elif seen[found.code] == MOST_ALIKE:
            kept.append(
                Problem(
                    found.source, found.stage, found.code, f"{found.detail} (and {more} more)", found.remedy, found.item
                )
            )
    return tuple(kept)
