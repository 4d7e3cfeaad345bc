"""Score grouping against our labelled articles, or against any file given.

usage: python bench/group.py [--gate] [--failures] [--teasers] [ARTICLES.jsonl GOLD.jsonl --key cluster --found story]

Figures: B-cubed F1 (Bagga and Baldwin 1998) and F1 over pairs for stories and for copy groups; of our own articles
also the share of right originals, right relations and exact new paragraphs. ``--gate`` compares our own with
``group_floors.json`` and fails where a figure fell or the articles are not those the floors were set on. To lower a
floor, edit that file and say why in the change. ``--teasers`` cuts every text to 300 characters.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from digest.grouping import group_series

GOLD = Path(__file__).parent / "gold" / "groups" / "articles.jsonl"
NIGHT = GOLD.with_name("teaser_night.jsonl")
TOPICS = GOLD.with_name("topic_night.jsonl")
FLOORS = Path(__file__).parent / "group_floors.json"
TEASER_CHARS = 300
READ = ("id", "title", "text", "date", "url", "outlet", "lang")

Rows = Sequence[Mapping[str, Any]]


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> float:
    """B-cubed F1 of two partitions, given as labels of the same items.

    >>> b_cubed(["a", "a", "b"], ["1", "1", "2"]), round(b_cubed(["a", "a", "b"], ["1", "1", "1"]), 3)
    (1.0, 0.714)
    """
    golds, founds, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(count * count / founds[pair[1]] for pair, count in both.items()) / len(gold)
    recall = sum(count * count / golds[pair[0]] for pair, count in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def pair_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """F1 over unordered pairs that share a label; 1 where neither side has any.

    >>> pair_f1(["a", "a", "b"], ["1", "1", "2"]), pair_f1(["a", "a", "b"], ["1", "2", "2"])
    (1.0, 0.0)
    """
    both, golds, founds = (
        sum(count * (count - 1) // 2 for count in Counter(labels).values())
        for labels in (list(zip(gold, found, strict=True)), gold, found)
    )
    return 2 * both / (golds + founds) if golds + founds else 1.0


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def grouped(rows: Rows, *, teasers: bool = False) -> list[dict[str, object]]:
    """What the engine finds, from the fields it may read."""
    given = [{name: row[name] for name in READ if name in row} for row in rows]
    if teasers:
        given = [{**row, "text": row["text"][:TEASER_CHARS]} for row in given]
    return group_series(given)


def own_scores(rows: Rows) -> dict[str, float]:
    """All figures on our labelled articles, which carry ``story``, ``group``, ``relation`` and ``new``."""
    found, teasers = grouped(rows), grouped(rows, teasers=True)
    stories, groups = [row["story"] for row in rows], [row["group"] for row in rows]
    copies = [(row, answer) for row, answer in zip(rows, found, strict=True) if row["relation"]]
    return {
        "stories_b3": b_cubed(stories, labels(found, "story")),
        "stories_pairs": pair_f1(stories, labels(found, "story")),
        "teasers_b3": b_cubed(stories, labels(teasers, "story")),
        "teasers_pairs": pair_f1(stories, labels(teasers, "story")),
        "copies_pairs": pair_f1(groups, labels(found, "copy_group")),
        "originals": share(answer["original"] == row["group"] for row, answer in copies),
        "relations": share(answer["relation"] == row["relation"] for row, answer in copies),
        "new_paragraphs": share(answer["new_paragraphs"] == row["new"] for row, answer in copies),
    }


def night_scores(rows: Rows) -> dict[str, float]:
    """The figures of stories on a night of teasers: reports that belong together among features and opinion on their topics."""
    found, stories = labels(grouped(rows), "story"), [row["story"] for row in rows]
    return {"night_b3": b_cubed(stories, found), "night_pairs": pair_f1(stories, found)}


def topic_scores() -> dict[str, float]:
    """The same of one larger night: a technology, a war and a country with a dozen pieces each beside the night above."""
    scores = night_scores([*read(NIGHT), *read(TOPICS)])
    return {name.replace("night", "topics"): score for name, score in scores.items()}


def labels(found: Rows, key: str) -> list[str]:
    """One column of what was found."""
    return [str(row[key]) for row in found]


def share(right: Iterator[bool]) -> float:
    """The share of true values; 0 for none."""
    counted = list(right)
    return sum(counted) / len(counted) if counted else 0.0


def failures(rows: Rows) -> Iterator[str]:
    """One line for each found group that mixes gold groups, and each gold group that was split."""
    found = grouped(rows)
    for gold_key, key in (("story", "story"), ("group", "copy_group")):
        gold, mine = [str(row[gold_key]) for row in rows], labels(found, key)
        for told, one, other in (("mixed", mine, gold), ("split", gold, mine)):
            for label in dict.fromkeys(one):
                parts = Counter(b for a, b in zip(one, other, strict=True) if a == label)
                if len(parts) > 1:
                    yield f"{gold_key} {told}: {label}: " + ", ".join(
                        f"{name} {count}" for name, count in parts.items()
                    )


def fallen(scores: Mapping[str, float]) -> list[str]:
    """What fell below its floor, one line each."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if floors["articles"] != fingerprint():
        return [f"{GOLD.name} is not the file the floors were set on; set them anew and say why"]
    below = ((name, floor) for name, floor in floors["floors"].items() if scores[name] < floor)
    return [f"{name} fell to {scores[name]:.3f}; its floor is {floor:.3f}" for name, floor in below]


def fingerprint() -> str:
    """A hash of our labelled articles."""
    return hashlib.blake2b(GOLD.read_bytes() + NIGHT.read_bytes() + TOPICS.read_bytes(), digest_size=16).hexdigest()


def main() -> int:
    """Print figures; 1 if a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--key", default="cluster")
    parser.add_argument("--found", default="story")
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--teasers", action="store_true")
    args = parser.parse_args()
    if args.articles and args.gold:
        rows = read(args.articles)
        gold = {row["id"]: str(row[args.key]) for row in read(args.gold)}
        found = labels(grouped(rows, teasers=args.teasers), args.found)
        wanted = [gold[row["id"]] for row in rows]
        print(f"{args.found}: b3 {b_cubed(wanted, found):.3f} pairs {pair_f1(wanted, found):.3f}")
        return 0
    rows = read(GOLD)
    scores = own_scores(rows) | night_scores(read(NIGHT)) | topic_scores()
    print("\n".join(f"{name:15} {score:.3f}" for name, score in scores.items()))
    if args.failures:
        print("\n".join(failures(rows)))
    faults = fallen(scores) if args.gate else []
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
