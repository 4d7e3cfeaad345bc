"""The index of one month as small files: postings cut by ranges of terms, documents a few together.

A search for two words over three months fetches some 30 such files of 1 to 5 kB. Measured against Pagefind (docs/reference/site.md): its
metadata of 9 bytes a page alone is 180 kB at 20,000 pages, and it indexes a page in 5 ms, this in less than half of one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from digest.site.search.documents import Document

SHARD_BYTES = 9_000
"""Least size of a file of postings before compression (about 4 kB after it)."""
DOCUMENTS_PER_FILE = 4
"""A hit fetches the file it is in; more together would fetch more than is shown, fewer would make more files."""
COMMON_SHARE = 0.4
"""A term in more than this share of a month's documents says nothing there; a query looks it up only if it has no other."""
COMMON_LEAST = 25
"""Documents a month must have before any term counts as common."""
MOST_PEOPLE_OFFERED = 300
"""Most names that a month offers for the filter by person; any other can be typed."""
DIGITS_KEPT = 65_536
"""Distances whose digits are remembered; in a month of 8,000 stories there are no others."""
VLQ = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def month_files(documents: Sequence[Document]) -> dict[str, bytes]:
    """Files of a month's index by name: ``index.json``, ``terms-N.txt`` and ``stories-N.json``."""
    ordered = sorted(documents, key=lambda one: (one.day, one.id))
    postings = _postings(ordered)
    files, bounds = _term_files(postings)
    for number, start in enumerate(range(0, len(ordered), DOCUMENTS_PER_FILE)):
        records = [one.record for one in ordered[start : start + DOCUMENTS_PER_FILE]]
        files[f"stories-{number}.json"] = msgspec.json.encode(records)
    files["index.json"] = msgspec.json.encode(_about(ordered, postings, bounds))
    return files


def encode(postings: Iterable[int]) -> str:
    """Postings (eight times the document number, plus flags), ascending, as text: each the digits of its distance from the document before.

    >>> encode([0 * 8 + 2, 3 * 8 + 1, 40 * 8 + 4])
    'CZsJ'
    """
    written: list[str] = []
    document = 0
    for posting in postings:
        written.append(_digits(posting - document))
        document = posting & ~7
    return "".join(written)


@lru_cache(DIGITS_KEPT)
def _digits(value: int) -> str:
    """``value`` in base 64 digits of five bits, the lowest first, as source maps have numbers."""
    text = ""
    while value > 31:
        text += VLQ[value & 31 | 32]
        value >>= 5
    return text + VLQ[value]


def _postings(documents: Sequence[Document]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        place = number << 3
        for term, flags in document.flags.items():
            found[term].append(place | flags)
    return found


def _term_files(postings: dict[str, list[int]]) -> tuple[dict[str, bytes], list[str]]:
    """Files of terms in order, and the first term of each."""
    files: dict[str, bytes] = {}
    bounds: list[str] = []
    lines: list[str] = []
    size = 0
    for term in sorted(postings):
        if not lines:
            bounds.append(term)
        lines.append(f"{term}\t{encode(postings[term])}\n")
        size += len(lines[-1])
        if size > SHARD_BYTES:
            files[f"terms-{len(files)}.txt"] = "".join(lines).encode()
            lines, size = [], 0
    if lines:
        files[f"terms-{len(files)}.txt"] = "".join(lines).encode()
    return files, bounds


def _about(documents: Sequence[Document], postings: dict[str, list[int]], bounds: list[str]) -> dict[str, Any]:
    most = max(COMMON_LEAST, COMMON_SHARE * len(documents))
    days = Counter(one.day for one in documents)
    return {
        "stories": len(documents),
        "together": DOCUMENTS_PER_FILE,
        "days": [[day, days[day]] for day in sorted(days)],
        "bounds": bounds,
        "common": sorted(term for term, where in postings.items() if len(where) > most and term[0] != "@"),
        "people": _offered(documents, "p", MOST_PEOPLE_OFFERED),
        "outlets": _offered(documents, "o"),
        "topics": _offered(documents, "t"),
    }


def _offered(documents: Iterable[Document], field: str, most: int | None = None) -> list[str]:
    counted = Counter(name for one in documents for name in one.record[field])
    return [name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]
