"""What reading one document gives, and the limits every reader keeps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from digest.incoming import Entry, Problem, Source
from digest.text.normalise import one_line

STAGE = "ingest"
MOST_BYTES = 15 * 1024 * 1024
"""A document is this long at most once unpacked (range 5 to 50 MiB; Miniflux draws the line here too)."""
MOST_ENTRIES = 20_000
"""Entries taken from one document (range 1,000 to 100,000; the longest real feed seen had 3,000)."""
MOST_TEXT_CHARS = 1_000_000
"""Characters kept of one article (range 200,000 upwards; a whole book has about 600,000)."""
MOST_ALIKE = 10
"""Problems of one code listed for one document; the rest are named in the last (range 3 to 100)."""
MOST_NAMED_CHARS = 4000
"""Characters of those names (range 500 to 20,000): of a file of 10,000 lines, half of them bad, 300 are named and all are counted."""
NUMBERED = re.compile(r"item (\d{1,9})")
"""How an entry that has no name of its own is called: by its place in the document."""


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
    """A problem of this room, its texts one line each, without control characters and short enough for a page."""
    return Problem(source.name, STAGE, code, one_line(detail)[:400], remedy, one_line(item)[:200] if item else None)


def condense(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repeats, at most ``MOST_ALIKE`` of one code and source; the last of a longer row names what follows."""
    unique = tuple(dict.fromkeys(problems))
    rows: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for found in unique:
        rows[found.source, found.code].append(found)
    kept = {found: found for row in rows.values() for found in row[:MOST_ALIKE]}
    for row in rows.values():
        if len(row) > MOST_ALIKE:
            last = row[MOST_ALIKE - 1]
            kept[last] = replace(last, detail=f"{last.detail} {_rest(row[MOST_ALIKE:])}")
    return tuple(kept[found] for found in unique if found in kept)


def _rest(problems: Sequence[Problem]) -> str:
    """How many more there are, and which: runs of numbered items as one.

    >>> _rest([Problem("a", "ingest", "bad-item", "", "", f"item {number}") for number in (7, 8, 9, 12)])
    '(and 4 more: item 7 to 9, item 12)'
    """
    names: list[str] = []
    first, last = "", -1
    for item in filter(None, (found.item for found in problems)):
        number = NUMBERED.fullmatch(item)
        if number and int(number[1]) == last + 1:
            names[-1] = f"{first} to {number[1]}"
        else:
            names.append(item)
            first = item
        last = int(number[1]) if number else -1
    told = ", ".join(names)
    if len(told) > MOST_NAMED_CHARS:
        told = told[:MOST_NAMED_CHARS].rpartition(", ")[0] + ", …"
    return f"(and {len(problems)} more{': ' if told else ''}{told})"
