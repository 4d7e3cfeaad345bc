"""The index of one month as small files: postings cut by ranges of terms, documents a few together.

A search for two words over three months fetches some 30 such files of 1 to 5 kB. Measured against Pagefind (docs/reference/site.md): its
metadata of 9 bytes a page alone is 180 kB at 20,000 pages, and it indexes a page in 5 ms, this in less than half of one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
VLQ = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class MonthIndex:
    """What a month's index is made of, gathered one document after the other.

    Documents may come in any order; those that come by day and id take less time. Of a document only its postings and the bytes of
    its record are kept: a month may have many thousands. ``dates`` are those of the stories' addresses.
    """

    def __init__(self, dates: Sequence[str] = ()) -> None:
        self._dates = tuple(dates)
        self.days: list[tuple[str, str]] = []
        self._records: list[bytes] = []
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._names: dict[str, Counter[str]] = {"p": Counter(), "o": Counter(), "t": Counter()}

    def add(self, document: Document) -> None:
        """Take in one document."""
        marks = [len(self.days) << 3 | flags for flags in range(8)]  # the same few numbers stand in hundreds of lists
        self.days.append((document.day, document.id))
        self._records.append(msgspec.json.encode(document.record))
        postings = self._postings
        for term, flags in document.flags.items():
            postings[term].append(marks[flags])
        for field, counted in self._names.items():
            counted.update(document.record[field])

    def files(self) -> dict[str, bytes]:
        """Files of the index by name: ``index.json``, ``terms-N.txt`` and ``stories-N.json``; none without documents."""
        if not self.days:
            return {}
        postings = self.postings_in_order()
        files, bounds = _term_files(postings)
        records = self.records_in_order()
        for number, start in enumerate(range(0, len(records), DOCUMENTS_PER_FILE)):
            files[f"stories-{number}.json"] = b"[" + b",".join(records[start : start + DOCUMENTS_PER_FILE]) + b"]"
        files["index.json"] = msgspec.json.encode(self.about(postings, bounds))
        return files

    def _order(self) -> list[int]:
        """Numbers of the documents by day."""
        return sorted(range(len(self.days)), key=self.days.__getitem__)

    def records_in_order(self) -> list[bytes]:
        """The records by day."""
        return [self._records[number] for number in self._order()]

    def postings_in_order(self) -> Mapping[str, Sequence[int]]:
        """For each term the documents that have it, numbered by day, each times eight and with its flags."""
        order = self._order()
        if order == list(range(len(order))):
            return self._postings
        rank = sorted(order, key=order.__getitem__)
        return {
            term: sorted(rank[mark >> 3] << 3 | mark & 7 for mark in marks) for term, marks in self._postings.items()
        }

    def about(self, postings: Mapping[str, Sequence[int]], bounds: list[str]) -> dict[str, Any]:
        """What a search reads of a month before anything else."""
        most = max(COMMON_LEAST, COMMON_SHARE * len(self.days))
        days = Counter(day for day, _ in self.days)
        return {
            "stories": len(self.days),
            "together": DOCUMENTS_PER_FILE,
            "dates": self._dates,
            "days": [[day, days[day]] for day in sorted(days)],
            "bounds": bounds,
            "common": sorted(term for term, where in postings.items() if len(where) > most and term[0] != "@"),
            "people": _offered(self._names["p"], MOST_PEOPLE_OFFERED),
            "outlets": _offered(self._names["o"]),
            "topics": _offered(self._names["t"]),
        }


def encode(postings: Iterable[int]) -> str:
    """Postings (eight times the document number, plus flags), ascending, as text: each the digits of its distance from the document before.

    >>> encode([0 * 8 + 2, 3 * 8 + 1, 40 * 8 + 4])
    'CZsJ'
    """
    written = ""
    document = 0
    for posting in postings:
        written += _DIGITS[posting - document]
        document = posting & ~7
    return written


class _Digits(dict[int, str]):
    """Numbers in base 64 digits of five bits, the lowest first, as source maps have them; each is worked out once.

    A month of 8,000 stories has no more than 64,000 of them.
    """

    def __missing__(self, number: int) -> str:
        text, rest = "", number
        while rest > 31:
            text += VLQ[rest & 31 | 32]
            rest >>= 5
        text += VLQ[rest]
        self[number] = text
        return text


_DIGITS = _Digits()


def _term_files(postings: Mapping[str, Sequence[int]]) -> tuple[dict[str, bytes], list[str]]:
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


def _offered(counted: Counter[str], most: int | None = None) -> list[str]:
    return [name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]
