"""Score reactions against our labelled stories, and list what is wrong.

usage: python bench/reactions.py [--split dev|test|fresh|round1|round2|round3|round4|round5|round6|round7|all] [--failures] [--gate]

``--gate`` compares all splits with the floors in ``reactions_floors.json`` and fails where a figure fell, or where the
labelled stories are not those the floors were set on. To lower a floor, edit that file and say why in the change.

A reaction is right if its sentence overlaps that of a gold reaction (or one of its ``also``) by at least half of the
longer of the two and its actor is the gold's: one name holds the other's last word. Precision, recall and F1 count
reactions but those labelled ``either_way``; ``stance`` is the share of the right ones whose stance is the gold's.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from digest.languages.countries_en import countries
from digest.model import Article, Quote, Reaction
from digest.quotes import find_quotes
from digest.quotes.join import join_speakers
from digest.quotes.same_name import name_words
from digest.reactions import find_reactions

GOLD = Path(__file__).parent / "gold" / "reactions" / "stories.jsonl"
FLOORS = Path(__file__).parent / "reactions_floors.json"
LEAST_OVERLAP = 0.5
"""Share (0 to 1) of the longer of two stretches that both must have in common to be the same sentence."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many reactions were found, expected, right, and right in stance."""

    found: int
    expected: int
    right: int
    stance: int
    failures: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Right ones among the found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones among the expected."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else 0.0

    @property
    def stance_accuracy(self) -> float:
        """The share of right reactions whose stance is the gold's."""
        return self.stance / self.right if self.right else 0.0


def stories(split: str = "all") -> Iterator[dict[str, Any]]:
    """The labelled stories of ``split`` (dev, test, fresh, round1, round2, round3, round4, round5, round6, round7 or all)."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        if split in ("all", story["split"]):
            yield story


def articles(story: dict[str, Any]) -> tuple[Article, ...]:
    """The articles of a labelled story."""
    return tuple(
        Article(
            id=one["id"],
            source="gold",
            outlet=one["outlet"],
            url=None,
            headline=one["headline"],
            text=one["text"],
            first_seen=datetime.fromisoformat(one["date"]),
            content_hash=one["id"],
            published=datetime.fromisoformat(one["date"]),
        )
        for one in story["articles"]
    )


def quotes(of: tuple[Article, ...]) -> tuple[Quote, ...]:
    """The quotes of the articles with speakers joined, as the pipeline gives them."""
    return join_speakers(of, [quote for one in of for quote in find_quotes(one.id, one.text, language=one.language)])


def score(split: str = "all") -> Score:
    """How well the reactions of all stories of ``split`` are found."""
    found = expected = right = stance = 0
    failures: list[str] = []
    for story in stories(split):
        own = articles(story)
        reactions = find_reactions(story["id"], own, quotes(own))
        left = list(story["reactions"])
        for reaction in reactions:
            gold = next((one for one in left if _fits(one, reaction) and one["stance"] == reaction.stance), None)
            gold = gold or next((one for one in left if _fits(one, reaction)), None)
            if gold is None and any(_same_place(one, reaction) for one in story["either_way"]):
                found -= 1
                continue
            if gold is None:
                failures.append(
                    f"{story['id']} FALSE {reaction.actor} [{reaction.role}] – {reaction.stance}: {reaction.evidence}"
                )
                continue
            left.remove(gold)
            right += 1
            stance += gold["stance"] == reaction.stance
            if gold["stance"] != reaction.stance:
                failures.append(
                    f"{story['id']} STANCE {reaction.stance} for {gold['stance']}, {reaction.actor}: {reaction.evidence}"
                )
        failures += [f"{story['id']} MISSED {one['actor']} – {one['stance']}: {one['text']}" for one in left]
        found += len(reactions)
        expected += len(story["reactions"])
    return Score(found, expected, right, stance, tuple(failures))


def fingerprint() -> str:
    """What identifies the labelled stories: the first half of the SHA-256 of their file."""
    return hashlib.sha256(GOLD.read_bytes()).hexdigest()[:32]


def fallen(scores: Mapping[str, Score], floors: Mapping[str, Any], stories_print: str) -> list[str]:
    """What is below its floor in ``scores`` (by split), in words; a floor without a score and other stories count too."""
    faults = [] if floors["stories"] == stories_print else ["the labelled stories are not those the floors were set on"]
    for split, wanted in floors["splits"].items():
        for figure, floor in wanted.items():
            reached = getattr(scores[split], figure) if split in scores else 0.0
            if reached < floor:
                faults.append(f"{split} {figure} {reached:.3f} is below its floor {floor:.3f}")
    return faults


def _gate() -> int:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    faults = fallen({split: score(split) for split in floors["splits"]}, floors, fingerprint())
    print(*(faults or ["no figure fell"]), sep="\n")
    return int(bool(faults))


def _fits(gold: dict[str, Any], reaction: Reaction) -> bool:
    return _same_actor(gold["actor"], reaction.actor) and any(
        _same_place(one, reaction) for one in (gold, *gold["also"])
    )


def _same_place(gold: dict[str, Any], reaction: Reaction) -> bool:
    if gold["article"] != reaction.article:
        return False
    common = min(gold["end"], reaction.span.end) - max(gold["start"], reaction.span.start)
    return bool(common >= LEAST_OVERLAP * max(gold["end"] - gold["start"], reaction.span.end - reaction.span.start))


def _same_actor(gold: str, found: str) -> bool:
    one, other = (name_words(re.sub("[’']s? ", " ", name)) for name in (gold, found))
    if not one or not other:
        return False
    lands = [{countries()[name] for name in countries() if name in text} for text in (gold, found)]
    return one[-1] in other or other[-1] in one or bool(lands[0] & lands[1])


def main() -> int:
    """Print the figures, and the failures if asked; 1 if the gate found something fallen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--split",
        choices=("dev", "test", "fresh", "round1", "round2", "round3", "round4", "round5", "round6", "round7", "all"),
        default="dev",
    )
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--gate", action="store_true")
    options = parser.parse_args()
    if options.gate:
        return _gate()
    result = score(options.split)
    if options.failures:
        print(*result.failures, sep="\n")
    print(
        f"P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}  stance {result.stance_accuracy:.3f}",
        end="  ",
    )
    print(f"found {result.found}  expected {result.expected}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
