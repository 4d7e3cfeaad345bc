"""Why a text is in its story, in words: the names, numbers and rare words shared, and the time between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from digest.model import Article, Evidence
from digest.stories.gather import Placing
from digest.stories.linkage import SAME_STORY_FROM
from digest.stories.scores import GAP_COST, GAP_DAYS
from digest.text.fingerprints import NAME, NUMBER, WORD, Terms

KINDS: Mapping[int, str] = {NAME: "names", WORD: "words", NUMBER: "numbers"}

_WORD = re.compile(r"\w[\w.,]*\w|\w")


@dataclass(frozen=True, slots=True)
class TermPlaces:
    """The terms of tonight's copy groups that are kept, group after group, by their places in ``terms``."""

    terms: Terms
    told: NDArray[np.int64]


def join_evidence(placing: Placing, article: Article, terms: TermPlaces, start: int) -> tuple[Evidence, ...]:
    """What the article, whose terms begin at ``start``, shares with its story; empty where it is alone there."""
    found: dict[int, list[tuple[int, float]]] = {NAME: [], WORD: [], NUMBER: []}
    for term, share in placing.shared:
        at = terms.told[start + term]
        found[int(terms.terms.kinds[at])].append((int(terms.terms.places[at]), share))
    evidence = [
        Evidence(
            KINDS[kind],
            ", ".join(_told(article, [place for place, _ in shared])),
            round(sum(share for _, share in shared), 4),
        )
        for kind, shared in found.items()
        if shared
    ]
    if placing.days is not None and evidence:
        days = round(placing.days)
        told = "the same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart"
        evidence.append(Evidence("time", told, -round(GAP_COST * log1p(min(placing.days, GAP_DAYS)), 4)))
    return tuple(evidence)


def kept_out(placing: Placing) -> str:
    """Why the nearest other story was not joined."""
    if placing.nearest < 0:
        return ""
    if placing.nearest_score < SAME_STORY_FROM:
        return f"its texts agree to {placing.nearest_score:.2f} on average; {SAME_STORY_FROM:.2f} is needed"
    return "its own story is closer, or both are reports of two events that resemble each other"


def _told(article: Article, places: list[int]) -> list[str]:
    """What stands at the places, in their order; words that the article has side by side are told as one name."""
    text, told = article.text, [(place, _printed(article, place)) for place in places]
    following = {place + len(word) + 1: at for at, (place, word) in enumerate(told) if place >= 0}
    after = {
        following[place]: at for at, (place, _) in enumerate(told) if place in following and text[place - 1] == " "
    }
    openings = sorted(set(range(len(told))) - set(after.values()))
    return [" ".join(told[at][1] for at in _chain(start, after)) for start in openings]


def _chain(start: int, after: Mapping[int, int]) -> Iterator[int]:
    """``start`` and what comes after it, one after another."""
    at: int | None = start
    while at is not None:
        yield at
        at = after.get(at)


def _printed(article: Article, place: int) -> str:
    text = article.text if place >= 0 else article.headline or ""
    match = _WORD.match(text, place if place >= 0 else ~place)
    return match.group() if match else ""
