"""How alike two texts are as reports of one event: shared words and names, less for every day between them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from digest.stories.likeness import brevity, likeness, nameless, shared, shortness
from digest.stories.records import StoryRecords
from digest.text.fingerprints import WORD
from digest.text.ragged import starts_of, sums
from digest.text.sets import among, distinct, packed
from digest.text.vectors import Vocabulary, unit_values

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
RARE_TEXTS = (50, 250)
"""Bounds of that number of texts: below the lower one are the names of a large event in a small archive, above the
upper one words that tell topics, not events. Half the lower one changes no figure of the development sets by more than .005
and most of them upwards; pairs are found by what lies below the upper one in half the time that twice as much takes."""
LEAST_RARE = 0.05
"""Likeness of the rarer words alone from which a pair is looked at."""
ROWS_AT_ONCE = 32
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
    terms = _terms(records, values, vocabulary, first_new)
    vectors = _rare_vectors(terms)
    turned = vectors.T.tocsr()
    rows = max(min(ROWS_AT_ONCE, DENSE_CELLS // (len(terms.rare) + 1)), 1)

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
    """The terms of all rows that stand in tonight's texts, each with its value; ``kinds`` are ``_WORD`` or ``_NAMED``.

    ``places`` has for every row the columns of its terms with the places of the terms in the other arrays. The commonest
    word has the first column, so that most of what is looked up lies close together. ``rare`` marks columns of rarer words.
    """

    places: sparse.csr_matrix
    values: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    rare: NDArray[np.bool_]


_WORD, _NAMED = 1, 2


def _terms(records: StoryRecords, values: NDArray[np.float32], vocabulary: Vocabulary, first_new: int) -> _Terms:
    tonight = distinct(records.terms[records.term_starts[first_new] :])
    tonight = tonight[np.argsort(-vocabulary.seen[tonight], kind="stable")]
    column = np.full(len(vocabulary.words), -1, np.int32)
    column[tonight] = np.arange(len(tonight), dtype=np.int32)
    columns = column[records.terms]
    told = columns >= 0
    ends = starts_of(sums(told, records.term_starts))
    places = (np.arange(ends[-1], dtype=np.int32), columns[told], ends.astype(np.int32))
    kinds = np.where(records.kinds[told] != WORD, np.uint8(_NAMED), np.uint8(_WORD))
    rare = vocabulary.seen[tonight] <= min(max(vocabulary.texts * RARE_SHARE, RARE_TEXTS[0]), RARE_TEXTS[1])
    return _Terms(sparse.csr_matrix(places, shape=(len(records), len(tonight))), values[told], kinds, rare)


def _rare_vectors(terms: _Terms) -> sparse.csr_matrix:
    """A row of the values of its rarer words for every row."""
    columns = terms.places.indices
    kept = terms.rare[columns]
    ends = starts_of(sums(kept, terms.places.indptr)).astype(np.int32)
    return sparse.csr_matrix((terms.values[kept], columns[kept], ends), shape=terms.places.shape)


def _scored(records: StoryRecords, terms: _Terms, older: NDArray[np.int64], newer: NDArray[np.int64]) -> Scores:
    """The scores of pairs whose newer rows lie close together, ascending."""
    low, high = (int(newer[0]), int(newer[-1])) if len(newer) else (0, -1)
    width = len(terms.rare)
    mine = terms.places[low : high + 1]
    values, kinds = (np.zeros((high - low + 1) * width, kind) for kind in (np.float32, np.uint8))
    at = np.repeat(np.arange(high - low + 1) * width, np.diff(mine.indptr)) + mine.indices
    values[at], kinds[at] = terms.values[mine.data], terms.kinds[mine.data]
    theirs = terms.places[older]
    at = np.repeat(((newer - low) * width).astype(np.int32), np.diff(theirs.indptr)) + theirs.indices
    both = np.flatnonzero(kinds.take(at) != 0)
    at, flat, starts = at[both], theirs.data[both], np.searchsorted(both, theirs.indptr)
    short = shortness(records, older, newer)
    given = shared(values[at], terms.values[flat], starts, short)
    told = nameless(given, (kinds[at] | terms.kinds[flat]) >= _NAMED, starts)
    alike = np.round(sums(given, starts) * told * brevity(short), 5)
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
