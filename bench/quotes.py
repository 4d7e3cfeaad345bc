"""Quality and speed of quotes on articles with labelled attributions.

usage: python bench/quotes.py [FILE.jsonl] [--failures N]

FILE has one article a line: ``{id, text, quotes: [{quoted: [[start, end], ...], speaker_kind, speaker_name,
speaker_name_resolved}]}``; without it the invented articles beside this file are read. Figures:
``spans`` F1 of stretches inside marks, matched one to one at an overlap of four fifths, of three words or more;
``named``, ``pronoun``, ``all``: share of matched stretches with a known speaker whose surname is right, by how the speaker
is mentioned; ``printed`` and ``coverage``: of speakers a page would print the share that is right, and the share printed;
``nobody``: of stretches of somebody whom the article does not name the share for which a page would print no name. A name
printed there is wrong in ``printed`` too.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.model import PRINTED_FROM, Quote, QuoteKind, Span
from digest.quotes import find_quotes
from digest.text.surnames import surname_of

GOLD = Path(__file__).parent / "gold" / "quotes.jsonl"
OVERLAP = 0.8
"""Least share (0 to 1) of two stretches' union that they share to be the same."""
LEAST_WORDS = 3
"""Words from which a stretch counts; shorter ones count neither way."""
LINE = re.compile(r"[^\n]+")
EDGE = re.compile(r"\A\W+|\W+\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch inside marks on one line, with its speaker: name or None, and how mentioned."""

    span: Span
    name: str | None
    how: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1, each with the number it is a share of where that may be small."""

    spans: float
    named: float
    pronoun: float
    pronouns: int
    all: float
    printed: float
    coverage: float
    nobody: float
    words_per_second: float


def lines(text: str, start: int, end: int) -> list[Span]:
    """The lines of a stretch without marks and blanks at their edges; lines without a word are left out."""
    found = []
    for match in LINE.finditer(text, start, end):
        words = EDGE.sub("", match[0])
        if words:
            begin = match.start() + match[0].index(words)
            found.append(Span(begin, begin + len(words)))
    return found


def labelled(row: dict[str, Any]) -> list[Unit]:
    """The stretches an article is labelled with."""
    return [
        Unit(span, quote.get("speaker_name_resolved") or quote.get("speaker_name"), quote["speaker_kind"])
        for quote in row["quotes"]
        for start, end in quote["quoted"]
        for span in lines(row["text"], start, end)
    ]


def found(text: str, quotes: tuple[Quote, ...]) -> list[Unit]:
    """The stretches inside marks that were found."""
    return [
        Unit(span, quote.speaker.name, quote.rule, quote.confidence)
        for quote in quotes
        if quote.kind is not QuoteKind.INDIRECT
        for fragment in quote.fragments
        for span in lines(text, *fragment)
    ]


def overlap(one: Span, other: Span) -> float:
    """The share (0 to 1) of two stretches' union that is in both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def pairs(gold: list[Unit], predicted: list[Unit]) -> list[tuple[Unit, Unit]]:
    """Stretches that are the same, one to one, greatest overlap first."""
    scored = sorted(
        ((overlap(one.span, other.span), i, j) for i, one in enumerate(gold) for j, other in enumerate(predicted)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for share, i, j in scored:
        if share >= OVERLAP and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((gold[i], predicted[j]))
    return out


def is_long(text: str, unit: Unit) -> bool:
    """Whether a stretch has words enough to count."""
    return len(re.findall(r"\w+", unit.span.of(text))) >= LEAST_WORDS


def same_name(one: str, other: str | None) -> bool:
    """Whether two names have one surname; "Vale" is "al-Vale"."""
    return other is not None and surname_of(one) == surname_of(other)


def score(rows: list[dict[str, Any]]) -> tuple[Figures, list[str]]:
    """The figures of the engine on labelled articles, and what it got wrong. An exception is a miss."""
    matched: list[tuple[Unit, Unit]] = []
    wrong: list[str] = []
    golds = predictions = words = 0
    start = time.process_time()
    quotes = [read(row, wrong) for row in rows]
    seconds = time.process_time() - start
    for row, known in zip(rows, quotes, strict=True):
        text = row["text"]
        words += len(text.split())
        gold, predicted = labelled(row), found(text, known)
        same = [pair for pair in pairs(gold, predicted) if is_long(text, pair[0])]
        short = [unit for unit in gold if not is_long(text, unit)]
        golds += len(gold) - len(short)
        predictions += sum(is_long(text, unit) and not _lies_on(unit, short) for unit in predicted)
        matched += same
        hit = {pair[0].span for pair in same}
        wrong += [f"{row['id']}: missed {u.span.of(text)!r}" for u in gold if is_long(text, u) and u.span not in hit]
        wrong += [
            f"{row['id']}: {one.name} not {other.name} ({other.how}): {one.span.of(text)[:60]!r}"
            for one, other in same
            if (one.name and not same_name(one.name, other.name))
            or (not one.name and one.how != "pronoun" and is_printed(other))
        ]
    return figures(matched, golds, predictions, words / seconds), wrong


def read(row: dict[str, Any], wrong: list[str]) -> tuple[Quote, ...]:
    """The quotes of one labelled article; an exception is told and is no quotes."""
    try:
        return find_quotes(row["id"], row["text"])
    except Exception as error:  # noqa: BLE001 - whatever is raised is a defect to be counted
        wrong.append(f"{row['id']}: {error!r}")
        return ()


def _lies_on(unit: Unit, others: list[Unit]) -> bool:
    return any(unit.span.start < other.span.end and other.span.start < unit.span.end for other in others)


def figures(matched: list[tuple[Unit, Unit]], golds: int, predictions: int, words_per_second: float) -> Figures:
    """Counts as shares."""
    known = [(gold.how, same_name(gold.name, unit.name), unit) for gold, unit in matched if gold.name]
    printed = [right for _, right, unit in known if is_printed(unit)]
    # A pronoun without a name is one that was not labelled: whom it means is not known.
    unnamed = [not is_printed(unit) for gold, unit in matched if not gold.name and gold.how != "pronoun"]
    invented = [False for nobody in unnamed if not nobody]
    pronouns = [right for how, right, _ in known if how == "pronoun"]
    return Figures(
        share(2 * len(matched), golds + predictions),
        share(*counted([right for how, right, _ in known if how == "name"])),
        share(*counted(pronouns)),
        len(pronouns),
        share(*counted([right for _, right, _ in known])),
        share(*counted([*printed, *invented])),
        share(len(printed), len(known)),
        share(*counted(unnamed)),
        words_per_second,
    )


def is_printed(unit: Unit) -> bool:
    """Whether a page would name the speaker of a stretch."""
    return unit.name is not None and unit.confidence >= PRINTED_FROM


def counted(rights: list[bool]) -> tuple[int, int]:
    """How many are right, of how many."""
    return sum(rights), len(rights)


def share(part: int, whole: int) -> float:
    """``part / whole``, and 0 of nothing."""
    return part / whole if whole else 0.0


def main() -> None:
    """Print the figures of a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--failures", type=int, default=0)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    result, wrong = score(rows)
    for name in ("spans", "named", "pronoun", "all", "printed", "coverage", "nobody"):
        print(f"{name:10} {100 * getattr(result, name):5.1f}")
    print(f"{'words/s':10} {result.words_per_second:,.0f}")
    print(*wrong[: options.failures], sep="\n")


if __name__ == "__main__":
    main()
