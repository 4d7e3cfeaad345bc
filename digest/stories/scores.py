"""How alike two texts are as reports of one event: shared words and names, less for every day between them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from digest.stories.likeness import brevity, likeness, nameless, shared
from digest.stories.records import StoryRecords
from digest.text.fingerprints import WORD
from digest.text.ragged import Starts, places, starts_of, sums
from digest.text.sets import among, distinct, packed
from digest.text.vectors import Vocabulary, matrix, unit_values

LEAST_PAIR = 0.04
"""Scores below this are counted as 0: they are noise, and leaving them out keeps the pairs few."""
GAP_COST = 0.03
"""Taken from the score for every e-fold of days between two dated texts.

Twin incidents lie weeks apart, reports of one days: pairwise F1 of GVA .63 without, .80 with it, of STREAM .77 and .87.
"""
GAP_DAYS = 20.0
"""Days from which more days cost no more: archives carry dates of a crawl. At 30 days and .035 pairs of GENERAL's teasers reach
.81, at 20 and .03 .82; GVA and STREAM lose .004 of pairs."""
RARE_SHARE = 0.02
"""Share of the texts seen in which a word may stand to lead from one text to another (0 to 1); commoner ones only add
to scores."""
RARE_TEXTS = (50, 500)
"""Bounds of that number of texts: below the lower one are the names of a large event in a small archive, above the
upper one words that tell topics, not events."""
LEAST_RARE = 0.05
"""Likeness of the rarer words alone from which a pair is looked at."""
ROWS_AT_ONCE = 64
"""Rows of tonight multiplied with the window at a time; bounds the memory of the product."""
DENSE_CELLS = 8_000_000
"""Cells of the table in which those rows are laid out, four bytes each: a large night has many words."""
COHESION_ROWS = 40
"""Newest rows of a story that tell how alike its rows are; the pairs of more cost more than they tell."""
THREADS = 2
"""Threads that score rows of tonight side by side: nearly all of the work lets go of the interpreter."""
DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Scored pairs of rows: ``newer`` is of tonight, ``older`` any row before it.

    ``likeness`` is that of the words alone, ``score`` what the days between them leave of it.
    """

    older: NDArray[np.int64]
    newer: NDArray[np.int64]
    likeness: NDArray[np.float64]
    score: NDArray[np.float64]


def term_values(records: StoryRecords, vocabulary: Vocabulary) -> NDArray[np.float32]:
    """The value of every term in its text's vector."""
    return unit_values(records.term_starts, records.terms, records.weights, records.kinds, vocabulary.rarity())


def pair_scores(records: StoryRecords, values: NDArray[np.float32], vocabulary: Vocabulary, first_new: int) -> Scores:
    """Scores of the rows from ``first_new`` on with all rows before them, as far as their words reach ``LEAST_PAIR``.

    ``values`` are those of ``term_values``. Pairs are found by the rarer words they share and scored by all.
    """
    column = np.full(len(vocabulary.words), -1, np.int32)
    tonight = distinct(records.terms[records.term_starts[first_new] :])
    column[tonight] = np.arange(len(tonight), dtype=np.int32)
    columns = column[records.terms]
    rare = vocabulary.seen <= min(max(vocabulary.texts * RARE_SHARE, RARE_TEXTS[0]), RARE_TEXTS[1])
    vectors = matrix(records.term_starts, np.where(rare[records.terms], columns, -1), values, len(tonight))
    turned = vectors.T.tocsr()
    terms = _terms(records, columns, values, len(tonight))
    rows = max(min(ROWS_AT_ONCE, DENSE_CELLS // (len(tonight) + 1)), 1)

    def scored(start: int) -> Scores:
        older, newer = _met(vectors[start : start + rows], turned, start)
        return _scored(records, terms, older, newer)

    with ThreadPoolExecutor(THREADS) as pool:
        parts = list(pool.map(scored, range(first_new, len(records), rows)))
    return Scores(*(np.concatenate([getattr(part, name) for part in parts]) for name in Scores.__slots__))


def without_strangers(scores: Scores, records: StoryRecords, apart: NDArray[np.uint64]) -> Scores:
    """The scores without the pairs that are no reports of one event however alike they read.

    These are pairs with a row that stands ``alone``, and those of ``apart`` (packed (older, newer), ascending).
    """
    kept = ~(records.alone[scores.older] | records.alone[scores.newer])
    kept &= ~among(packed(scores.older, scores.newer), apart)
    return Scores(*(getattr(scores, name)[kept] for name in Scores.__slots__))


def _met(
    vectors: sparse.csr_matrix, turned: sparse.csr_matrix, start: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs (older, newer) of ``vectors``, which begin at row ``start``, with rows before them whose rarer words agree."""
    product = vectors @ turned
    near = np.flatnonzero(product.data >= LEAST_RARE)
    newer = np.searchsorted(product.indptr, near, side="right") - 1 + start
    older = product.indices[near].astype(np.int64)
    order = np.lexsort((older[older < newer], newer[older < newer]))
    return older[older < newer][order], newer[older < newer][order]


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of all rows that stand in tonight's texts: their columns, of which there are ``width``, and their values.

    ``named`` marks names and numbers.
    """

    width: int
    starts: Starts
    columns: NDArray[np.int32]
    values: NDArray[np.float32]
    named: NDArray[np.bool_]


def _terms(records: StoryRecords, columns: NDArray[np.int32], values: NDArray[np.float32], width: int) -> _Terms:
    told = columns >= 0
    starts = starts_of(sums(told, records.term_starts))
    return _Terms(width, starts, columns[told], values[told], records.kinds[told] != WORD)


def _scored(records: StoryRecords, terms: _Terms, older: NDArray[np.int64], newer: NDArray[np.int64]) -> Scores:
    """The scores of pairs whose newer rows lie close together, ascending."""
    low, high = (int(newer[0]), int(newer[-1])) if len(newer) else (0, -1)
    dense = np.zeros((high - low + 1) * terms.width, np.float32)
    names = np.zeros(len(dense), np.bool_)
    flat, starts = places(terms.starts, np.arange(low, high + 1))
    at = np.repeat(np.arange(high - low + 1) * terms.width, np.diff(starts)) + terms.columns[flat]
    dense[at], names[at] = terms.values[flat], terms.named[flat]
    flat, starts = places(terms.starts, older)
    at = np.repeat((newer - low) * terms.width, np.diff(starts)) + terms.columns[flat]
    both = np.flatnonzero(dense[at])
    at, flat, starts = at[both], flat[both], np.searchsorted(both, starts)
    given = shared(dense[at], terms.values[flat])
    told = nameless(given, names[at] | terms.named[flat], starts)
    alike = np.round(sums(given, starts) * told * brevity(records, older, newer), 5)
    kept = alike >= LEAST_PAIR
    older, newer, alike = older[kept], newer[kept], alike[kept]
    score = np.round(alike - gap_cost(records, older, newer), 5)
    return Scores(older, newer, alike, np.where(score >= LEAST_PAIR, score, 0.0))


def gap_cost(records: StoryRecords, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """What the time between two rows takes from their score; nothing where one has no date."""
    days = np.abs(records.when[left] - records.when[right]) / DAY_SECONDS
    cost = GAP_COST * np.log1p(np.minimum(days, GAP_DAYS))
    return np.where(records.dated[left] & records.dated[right], cost, 0.0)


def inside_sums(records: StoryRecords, values: NDArray[np.float32], stories: NDArray[np.int64]) -> dict[int, float]:
    """The summed scores of all pairs within each of ``stories`` (ascending, each of two rows or more).

    Of a story with more than ``COHESION_ROWS`` rows the newest speak for all.
    """
    if not len(stories):
        return {}
    order = np.argsort(records.story, kind="stable")
    ordered = records.story[order]
    begins, ends = (np.searchsorted(ordered, stories, side=side).tolist() for side in ("left", "right"))
    newest = [order[max(begin, end - COHESION_ROWS) : end] for begin, end in zip(begins, ends, strict=True)]
    pairs = [np.triu_indices(len(rows), 1) for rows in newest]
    left, right = (
        np.concatenate([rows[pair[side]] for rows, pair in zip(newest, pairs, strict=True)]) for side in (0, 1)
    )
    scores = likeness(records, values, left, right) - gap_cost(records, left, right)
    totals = np.add.reduceat(scores, starts_of([len(pair[0]) for pair in pairs])[:-1])
    members = np.array(ends) - np.array(begins)
    told = np.array([len(pair[0]) for pair in pairs])
    whole = np.maximum(totals, 0.0) / told * (members * (members - 1) / 2)
    return dict(zip(stories.tolist(), whole.tolist(), strict=True))
