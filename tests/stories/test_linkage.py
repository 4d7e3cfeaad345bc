"""Average link: what merges, what is held back, what never depends on order."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.stories.linkage import COHESIVE_FROM, GROWN_FROM, Cluster, average_link, may_meet

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 99).map(lambda score: score / 100),
)


def final(merges: tuple[object, ...], names: range) -> dict[int, int]:
    into = {merge.right: merge.left for merge in merges}  # type: ignore[attr-defined]

    def end(name: int) -> int:
        return end(into[name]) if name in into else name

    return {name: end(name) for name in names}


def test_a_chain_of_pairs_is_not_one_story() -> None:
    merges = average_link({name: Cluster(1) for name in range(3)}, {(0, 1): 0.5, (1, 2): 0.4}, 0.3)
    assert [(merge.left, merge.right) for merge in merges] == [(0, 1)]


def test_two_pages_are_never_merged_and_new_texts_join_them() -> None:
    clusters = {0: Cluster(2, 0.9, fixed=True), 1: Cluster(1, fixed=True), 5: Cluster(1)}
    merges = average_link(clusters, {(0, 1): 1.8, (0, 5): 1.0, (1, 5): 0.9}, 0.3)
    assert [(merge.left, merge.right) for merge in merges] == [(1, 5)]


def test_a_late_cluster_joins_the_page_not_the_page_the_cluster() -> None:
    merges = average_link({3: Cluster(1, fixed=True), 1: Cluster(1)}, {(1, 3): 0.9}, 0.3)
    assert [(merge.left, merge.right) for merge in merges] == [(3, 1)]


def twins(between: float) -> dict[tuple[int, int], float]:
    half = COHESIVE_FROM
    return {
        (left, right): 0.8 if (left < half) == (right < half) else between
        for left in range(2 * half)
        for right in range(left + 1, 2 * half)
    }


def test_two_tight_clusters_that_are_loose_between_them_stay_two() -> None:
    names = range(2 * COHESIVE_FROM)
    clusters = {name: Cluster(1) for name in names}
    assert len(set(final(average_link(clusters, twins(0.4), 0.3), names).values())) == 2
    assert len(set(final(average_link(clusters, twins(0.5), 0.3), names).values())) == 1


def test_what_many_texts_share_loosely_does_not_grow_without_end() -> None:
    names = range(GROWN_FROM * 4)
    loose = {(left, right): 0.3 for left in names for right in range(left + 1, len(names))}
    found = final(average_link({name: Cluster(1) for name in names}, loose, 0.28), names)
    assert len(set(found.values())) > 1


@settings(deadline=None)
@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_scores_changes_nothing(scores: dict[tuple[int, int], float], shuffle: random.Random) -> None:
    clusters = {name: Cluster(1) for name in range(8)}
    other = list(scores.items())
    shuffle.shuffle(other)
    once, again = average_link(clusters, scores, 0.3), average_link(clusters, dict(sorted(other)), 0.3)
    assert final(once, range(8)) == final(again, range(8))
    assert all(merge.score >= 0.3 for merge in once)


@given(SCORES, st.sets(st.integers(0, 7)))
def test_pairs_that_cannot_meet_change_no_merge(scores: dict[tuple[int, int], float], fixed: set[int]) -> None:
    clusters = {name: Cluster(1, fixed=name in fixed) for name in range(8)}
    pairs = np.array(list(scores), np.int64).reshape(-1, 2)
    kept = may_meet(pairs[:, 0], pairs[:, 1], np.array(list(scores.values())), 0.3)
    near = {pair: score for (pair, score), meets in zip(scores.items(), kept.tolist(), strict=True) if meets}
    assert average_link(clusters, near, 0.3) == average_link(clusters, scores, 0.3)
