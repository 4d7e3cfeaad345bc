"""What copy detection works on: columns of articles in time order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.text.ragged import Starts, places, starts_of


@dataclass(frozen=True, slots=True)
class CopyRecords:
    """Columns of articles, ordered by time and, where times tie, by content.

    ``group`` is a number shared by the articles already known to be of one copy group; for a new article its row.
    ``outlet`` is a hash of the outlet's name, 0 where unknown. ``wire`` marks an agency's own text.
    ``bridge`` marks round-ups: they hold pieces of unrelated texts and are nobody's copy or original.
    ``least`` is the least of an article's own shingles, which versions of one text mostly share.
    For the other columns see ``digest.text.fingerprints``.
    """

    when: NDArray[np.int64]
    outlet: NDArray[np.uint32]
    wire: NDArray[np.bool_]
    group: NDArray[np.int64]
    bridge: NDArray[np.bool_]
    whole: NDArray[np.uint64]
    least: NDArray[np.uint32]
    paragraphs: NDArray[np.int32]
    shingle_starts: Starts
    shingles: NDArray[np.uint32]
    shingle_paragraph: NDArray[np.uint16]
    furniture: NDArray[np.bool_]
    fact_starts: Starts
    facts: NDArray[np.uint32]
    fact_paragraph: NDArray[np.uint16]
    fact_numbers: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.when)


_SHINGLE_COLUMNS = ("shingles", "shingle_paragraph", "furniture")
_FACT_COLUMNS = ("facts", "fact_paragraph", "fact_numbers")
_ARTICLE_COLUMNS = ("when", "outlet", "wire", "group", "bridge", "whole", "least", "paragraphs")


def take(records: CopyRecords, rows: NDArray[np.int64]) -> CopyRecords:
    """The articles of ``rows``, in that order."""
    shingle_flat, shingle_starts = places(records.shingle_starts, rows)
    fact_flat, fact_starts = places(records.fact_starts, rows)
    columns = {name: getattr(records, name)[rows] for name in _ARTICLE_COLUMNS}
    columns |= {name: getattr(records, name)[shingle_flat] for name in _SHINGLE_COLUMNS}
    columns |= {name: getattr(records, name)[fact_flat] for name in _FACT_COLUMNS}
    return CopyRecords(shingle_starts=shingle_starts, fact_starts=fact_starts, **columns)


def concatenate(parts: Sequence[CopyRecords]) -> CopyRecords:
    """The articles of all parts (at least one), part after part."""
    if len(parts) == 1:
        return parts[0]
    names = _ARTICLE_COLUMNS + _SHINGLE_COLUMNS + _FACT_COLUMNS
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    return CopyRecords(
        shingle_starts=starts_of(np.concatenate([np.diff(part.shingle_starts) for part in parts])),
        fact_starts=starts_of(np.concatenate([np.diff(part.fact_starts) for part in parts])),
        **columns,
    )


def gathered(parts: Sequence[CopyRecords], rows: NDArray[np.int64]) -> CopyRecords:
    """The articles of ``rows`` (ascending), which count through the parts one after another."""
    ends = np.cumsum([len(part) for part in parts])
    cuts = np.concatenate(([0], np.searchsorted(rows, ends)))
    firsts = np.concatenate(([0], ends[:-1]))
    taken = [
        take(part, rows[start:end] - first)
        for part, first, start, end in zip(parts, firsts, cuts[:-1], cuts[1:], strict=True)
        if end > start
    ]
    return concatenate(taken) if taken else take(parts[0], rows)
