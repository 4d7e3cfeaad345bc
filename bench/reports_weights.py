"""Derives the table of numbers that reported speech is found by, from labelled articles.

usage: python -m bench.reports_weights FILE.jsonl... [--check FILE.jsonl] > digest/languages/reports_en.txt

FILE has one article a line: ``{id, text, quotes: [{kind, cue_start, cue_end, quoted: [[start, end], ...], fragments: [[start,
end], ...]}]}``, ``fragments`` being the attributed words, in marks or not. The table in this repository was fitted on the 840
training articles of PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018) and on nothing else. It holds no sentence of theirs:
words that report, and how much each sign counts.

Two logistic regressions with a ridge: the chance that a word reports what some reading of its sentence says, and a choice of
the place where that begins or ends. Rare signs and small weights are left out. With ``--check`` the same figures are counted
on articles that nothing was fitted on: of the readings taken the share that is right, and the share of the right ones taken.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.quotes import lines, overlap
from digest.languages.reports import ReportTable
from digest.languages.tables import speech_table
from digest.model import Span
from digest.quotes import find_quotes
from digest.quotes.extent import Place, chances
from digest.quotes.indirect import LEAST, Reports, options, signs_of
from digest.quotes.reports import chance
from digest.quotes.tokens import grammar_words

WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
SAME = 0.8
"""Least overlap (0 to 1) of words with labelled ones to be right."""
LEAST_CUES, CUE_SHARE = 3, 0.08
"""A word is looked at that stands in so many labelled cues, and in one of these at this share (0 to 1) of its uses."""
CUE_RIDGE, PLACE_RIDGE = 3.0, 1.0
"""Pulls of weights toward nought; on a third of the articles left out of the fit 1 and 8 were worse for cues, 3 and 8 for places."""
LEAST_SEEN = 20
"""Readings or places that a sign must be seen at to have a weight."""
LEAST_WEIGHT = 0.15
"""Weights below this, either way, are left out: half as many, and F1 of the articles left out falls by .2 to .4."""


class Reading(NamedTuple):
    """One reading of a word: its signs, the places where its words may end, and which of these are right."""

    signs: tuple[str, ...]
    places: list[tuple[str, ...]]
    right: list[bool]


def words_of_cues(rows: Iterable[dict[str, Any]]) -> frozenset[str]:
    """The words that often stand in a cue, of the reporter's own words."""
    cues: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    speech = speech_table("en")
    assert speech is not None
    for row in rows:
        text = _unquoted(row)
        uses.update(word.casefold() for word in WORD.findall(text))
        for quote in row["quotes"]:
            if quote["cue_start"] is not None and quote["kind"] != "direct":
                cues.update(word.casefold() for word in WORD.findall(text[quote["cue_start"] : quote["cue_end"]]))
    often = {word for word, count in cues.items() if count >= LEAST_CUES and count >= CUE_SHARE * uses[word]}
    # A source ("according to") is read by itself, a day of the week beside a cue is none.
    return frozenset(word for word in often - grammar_words(speech) - {"according"} if not word.endswith("day"))


def _unquoted(row: dict[str, Any]) -> str:
    text = row["text"]
    for quote in row["quotes"]:
        for start, end in quote["quoted"]:
            text = text[:start] + " " * (end - start) + text[end:]
    return str(text)


def readings(row: dict[str, Any], words: frozenset[str]) -> list[Reading]:
    """Every reading of every word of ``words`` in an article, labelled."""
    found: list[Reading] = []
    gold = [
        (
            Span(quote["cue_start"], quote["cue_end"]),
            [one for part in quote["fragments"] for one in lines(row["text"], *part)],
        )
        for quote in row["quotes"]
        if quote["cue_start"] is not None
    ]

    def watch(sentences: Any, speech: Any, _: ReportTable, quoted: Any) -> Reports:
        found.clear()  # they are weighed once before it is known which marked words are quotations; the last time counts
        for sentence in sentences:
            for one in sentence.readings:
                cue = one.attribution.cue
                said = [span for place, spans in gold if place.start <= cue.start < place.end for span in spans]
                places = options(one, speech, words, quoted)
                right = [any(overlap(one.span(place), span) >= SAME for span in said) for place in places]
                if places:
                    found.append(Reading(signs_of(one, quoted), [place.signs for place in places], right))
        return Reports((), (), ())

    table = ReportTable(words, {}, {})
    with patch("digest.quotes.engine.find_reports", watch), patch("digest.quotes.engine.report_table", lambda _: table):
        find_quotes(row["id"], row["text"])
    return found


def _matrix(signs: Sequence[tuple[str, ...]]) -> tuple[list[str], csr_matrix]:
    counts = Counter(sign for one in signs for sign in one)
    index = {sign: number for number, sign in enumerate(sorted(s for s, n in counts.items() if n >= LEAST_SEEN))}
    columns = [[index[sign] for sign in one if sign in index] for one in signs]
    ends = np.cumsum([0, *(len(one) for one in columns)])
    flat = np.array([column for one in columns for column in one], dtype=np.int64)
    return list(index), csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(signs), len(index)))


def fit_cues(found: list[Reading]) -> dict[str, float]:
    """Weights of the signs that a word reports what a reading says."""
    names, seen = _matrix([one.signs for one in found])
    right = np.array([float(any(one.right)) for one in found])
    turned = seen.T.tocsr()

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = seen @ weights
        guess = 1 / (1 + np.exp(-score))
        value = float((np.logaddexp(0, score) - right * score).sum() + CUE_RIDGE / 2 * weights @ weights)
        return value, turned @ (guess - right) + CUE_RIDGE * weights

    return _kept(names, loss)


def fit_places(found: list[Reading]) -> dict[str, float]:
    """Weights of the signs of places: each choice picks one of its right places."""
    choices = [one for one in found if any(one.right) and len(one.places) > 1]
    names, seen = _matrix([place for one in choices for place in one.places])
    turned = seen.T.tocsr()
    choice = np.repeat(np.arange(len(choices)), [len(one.places) for one in choices])
    right = np.array([float(label) for one in choices for label in one.right])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = seen @ weights
        share = np.exp(score - np.maximum.reduceat(score, np.flatnonzero(np.diff(choice, prepend=-1)))[choice])
        share /= np.bincount(choice, share)[choice]
        mass = np.bincount(choice, share * right) + 1e-12
        value = float(-np.log(mass).sum() + PLACE_RIDGE / 2 * weights @ weights)
        return value, turned @ (share - share * right / mass[choice]) + PLACE_RIDGE * weights

    return _kept(names, loss)


def _kept(names: list[str], loss: Any) -> dict[str, float]:
    weights = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= LEAST_WEIGHT}


def fit_table(rows: list[dict[str, Any]]) -> ReportTable:
    """The table that labelled articles teach."""
    words = words_of_cues(rows)
    found = [one for row in rows for one in readings(row, words)]
    return ReportTable(words, fit_cues(found), fit_places(found))


def check(found: list[Reading], table: ReportTable) -> str:
    """Of the readings taken the share that is right, and of those with a right one the share found."""
    taken = right = 0
    for one in found:
        place, sure = chances([Place(0, signs) for signs in one.places], table.places)
        if chance(one.signs, table.cues) * sure >= LEAST:
            taken += 1
            right += one.right[one.places.index(place.signs)]
    return f"{right / taken:.3f} of {taken} readings right, {right / sum(any(one.right) for one in found):.3f} of the right ones found"


def main() -> None:
    """Write the table, and the check to the error output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--check", type=Path)
    asked = parser.parse_args()
    rows = [json.loads(line) for path in asked.files for line in path.read_text(encoding="utf-8").splitlines()]
    table = fit_table(rows)
    print(
        "# Weights of reported speech in English: written by python -m bench.reports_weights, which says how and from what."
    )
    print("[words]", *sorted(table.words), sep="\n")
    print("[cues]", *(f"{sign} {weight:.2f}" for sign, weight in sorted(table.cues.items())), sep="\n")
    print("[places]", *(f"{sign} {weight:.2f}" for sign, weight in sorted(table.places.items())), sep="\n")
    if asked.check:
        held = [json.loads(line) for line in asked.check.read_text(encoding="utf-8").splitlines()]
        print("#", check([one for row in held for one in readings(row, table.words)], table), file=sys.stderr)


if __name__ == "__main__":
    main()
