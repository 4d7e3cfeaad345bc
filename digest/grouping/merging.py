"""Known stories that turned out to be one: the younger becomes part of the older, unless a person has had a say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from digest.grouping.moves import Moves
from digest.grouping.overrules import divides, is_by_hand
from digest.grouping.stories import KnownMerge
from digest.model import Evidence, Join, Overrule, Story

MERGE = "merge"
"""The kind of evidence of a copy group that came with another story."""


def apply_merges(moves: Moves, merges: Sequence[KnownMerge], overrules: Sequence[Overrule]) -> None:
    """Merge what is one, the younger story into the older, in the order given.

    Stories that a person put together or took apart stay as they are, and so do those of one saga: they are chapters.
    """
    for merge in merges:
        if not _is_barred(moves, merge, overrules):
            older, younger = sorted((merge.left, merge.right), key=moves.age)
            moves.stories[older] = _without_nearest(moves.story(older), younger)
            moves.merge(younger, older, _told(merge, younger, older))


def _is_barred(moves: Moves, merge: KnownMerge, overrules: Sequence[Overrule]) -> bool:
    both = (merge.left, merge.right)
    return (
        any(moves.standing(name) != name or is_by_hand(moves, name) for name in both)
        or moves.story(merge.left).saga == moves.story(merge.right).saga
        or any(divides(overrule, moves, *both) for overrule in overrules)
    )


def _without_nearest(story: Story, gone: str) -> Story:
    """The story without word that its articles were kept out of the one that is ``gone``."""
    return replace(story, joins=tuple(_forgetting(join, gone) for join in story.joins))


def _forgetting(join: Join, gone: str) -> Join:
    return replace(join, nearest=None, nearest_score=0.0, nearest_reason="") if join.nearest == gone else join


def _told(merge: KnownMerge, younger: str, older: str) -> Callable[[Join], Join]:
    """The join of a copy group that comes with the ``younger`` story: why the two are one, then why it was in that one."""
    reason = (
        f"the reports of its page and of this one agree to {merge.score:.2f} on average ({merge.needed:.2f} is needed) "
        f"and share {merge.names} names and numbers"
    )
    evidence = Evidence(MERGE, reason, round(merge.score, 4))

    def told(join: Join) -> Join:
        reasons, origin = (evidence, *join.evidence), join.came_from or younger
        return replace(_forgetting(join, older), score=evidence.score, evidence=reasons, came_from=origin)

    return told
