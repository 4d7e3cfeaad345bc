"""What people decided about stories, applied after every night; doing it again changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from digest.grouping.moves import Moves
from digest.model import Evidence, Join, Overrule

BY_HAND = "overrule"
"""The kind of evidence that a person's decision is; no program moves a copy group on that bears it."""


def apply_overrules(moves: Moves, overrules: Iterable[Overrule]) -> None:
    """Apply decisions in their order, each as far as the articles it names are remembered."""
    actions = {"merge": _merge, "split": _split, "keep_out": _keep_out}
    for overrule in overrules:
        # An action nobody knows changes nothing: the reader of feed files has reported it.
        if overrule.action in actions:
            actions[overrule.action](moves, overrule)


def divides(overrule: Overrule, moves: Moves, left: str, right: str) -> bool:
    """Whether the decision names both stories, or articles of both, and keeps them apart."""
    named = {moves.standing(name) for name in overrule.ids}
    return overrule.action in ("split", "keep_out") and {left, right} <= named


def is_by_hand(moves: Moves, name: str) -> bool:
    """Whether a person put a copy group into that story."""
    return any(reason.kind == BY_HAND for join in moves.story(name).joins for reason in join.evidence)


def _merge(moves: Moves, overrule: Overrule) -> None:
    names = sorted({name for one in overrule.ids if (name := moves.standing(one))}, key=moves.age)
    for name in names[1:]:
        moves.merge(name, names[0], _told(overrule))


def _keep_out(moves: Moves, overrule: Overrule) -> None:
    story = next((name for one in overrule.ids if not moves.group_of(one) and (name := moves.standing(one))), "")
    for group in moves.groups(overrule.ids):
        if moves.home(group) == story and set(moves.story(story).groups) != {group}:
            moves.move((group,), moves.open(story, (group,)), _told(overrule))


def _split(moves: Moves, overrule: Overrule) -> None:
    told = _told(overrule)
    groups = moves.groups(overrule.ids)
    for name in dict.fromkeys(moves.home(group) for group in groups):
        joins = moves.joins(name)
        # A part that was split off may have grown since: it is where the decision put it.
        leaving = tuple(g for g in groups if moves.home(g) == name and joins.get(g) != told(Join(g, 1.0)))
        if leaving and set(leaving) != set(moves.story(name).groups):
            moves.move(leaving, moves.open(name, leaving), told)


def _told(overrule: Overrule) -> Callable[[Join], Join]:
    """The join of a copy group that a person put where it is."""
    evidence = (Evidence(BY_HAND, overrule.reason, 1.0),)
    return lambda join: Join(join.group, 1.0, evidence)
