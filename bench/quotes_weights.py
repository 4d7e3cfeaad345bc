"""Derives the tables of numbers that quotes use from labelled articles.

These are the weights of ``digest/quotes/quotation.py``, ``digest/quotes/confidence.py`` and ``digest/quotes/salience.py``;
those of reported speech are fitted by ``bench/reports_weights.py``.

usage: python -m bench.quotes_weights quotation|confidence|pronouns FILE.jsonl...

FILE is labelled as ``bench/quotes.py`` has it, for ``quotation`` as ``bench/reports_weights.py``.
Logistic regression with a ridge of one; weights are printed as a table to paste, after a check across publishers:
the precision and share kept at several thresholds on articles of those that were left out of the fit.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.quotes import Unit, is_long, labelled, lines, overlap, same_name
from bench.reports_weights import fit_table
from digest.model import Span
from digest.quotes import confidence, find_quotes, resolution
from digest.quotes import signs as marked

RIDGE = 1.0
"""Pull of weights toward nought, so that a sign seen twice does not decide."""
LABELLED = 0.5
"""Least overlap (0 to 1) with a labelled stretch for marked words to count as a quotation."""
TYPICAL = 0.8
"""Least overlap (0 to 1) for a speaker or reported speech to be compared."""
SNIPPET = 0.15
"""What a word or two of mixed speech count (0 to 1) in the fit: nothing is lost where they are left out."""


class Example(NamedTuple):
    """What was seen, whether it is right, where, and how much it counts."""

    signs: tuple[str, ...]
    right: bool
    publisher: str
    worth: float = 1.0


Choice = list[tuple[tuple[str, ...], bool]]
"""Candidates by their signs, and whether each may be right."""


def quotation_examples(row: dict[str, Any]) -> Iterator[Example]:
    """Marked words with their signs, and whether they are labelled as somebody's words."""
    seen: list[tuple[Any, tuple[str, ...]]] = []
    text = row["text"]

    places: list[Any] = []

    def place_of(text: str, place: Any, *rest: Any) -> tuple[str, ...]:
        places.append(place)
        return marked.signs(text, place, *rest)

    def watch(found: tuple[str, ...], chance: float) -> tuple[str, ...]:
        more = marked.reported_signs(found, chance)
        seen.append((places[-1], (*found, *more)))
        return more

    with patch("digest.quotes.attribution.signs", place_of), patch("digest.quotes.attribution.reported_signs", watch):
        find_quotes(row["id"], row["text"])
    direct = {span for quote in row["quotes"] if quote["kind"] == "direct" for span in _quoted(text, quote)}
    gold = {span for quote in row["quotes"] for span in _quoted(text, quote)}
    for place, found in seen:
        units = [span for one in place.stretch.fragments for span in lines(text, *one)]
        same = {span for span in gold for unit in units if overlap(span, unit) >= LABELLED}
        short = not any(is_long(text, Unit(span, None, "")) for span in units)
        yield Example(found, bool(same), row["publisher"], _worth(bool(same), bool(same & direct), short))


def quotation_halves(rows: list[dict[str, Any]]) -> list[Example]:
    """The marked words of all articles, what their sentences report being weighed as the other half of them teaches.

    Weighed as they teach themselves, sentences would look surer than those of new articles are.
    """
    found: list[Example] = []
    for half, other in ((rows[::2], rows[1::2]), (rows[1::2], rows[::2])):
        table = fit_table(other)
        with patch("digest.quotes.engine.report_table", lambda _, taught=table: taught):
            found += [example for row in half for example in quotation_examples(row)]
    return found


def _quoted(text: str, quote: dict[str, Any]) -> list[Span]:
    return [span for start, end in quote["quoted"] for span in lines(text, start, end)]


def _worth(quoted: bool, direct: bool, short: bool) -> float:
    """How much it matters whether marked words are taken for a quote: whole sentences more than a word or two of one."""
    if quoted and not direct:
        return SNIPPET if short else 1.0
    return 1.0 if short else 2.0


def confidence_examples(row: dict[str, Any]) -> Iterator[Example]:
    """Speakers with their signs, and whether they are right; where nobody is labelled a name is wrong."""
    seen: list[tuple[Any, Any, tuple[str, ...]]] = []

    def watch(one: Any, referent: Any) -> tuple[str, ...]:
        signs = confidence.speaker_signs(one, referent)
        seen.append((one, referent, signs))
        return signs

    with patch("digest.quotes.engine.speaker_signs", watch):
        find_quotes(row["id"], row["text"])
    gold = labelled(row)
    for one, referent, signs in seen:
        for span in (span for part in one.place.stretch.fragments for span in lines(row["text"], *part)):
            for unit in gold:
                if signs and overlap(span, unit.span) >= TYPICAL and (unit.name or unit.how == "none"):
                    yield Example(signs, _is_right(unit, referent.name.full), row["publisher"])


def pronoun_examples(row: dict[str, Any]) -> Iterator[Choice]:
    """The candidates of each pronoun that speaks whose gender is known; those of its own gender are right.

    Few articles say whom a pronoun means, but of two persons of different gender its form tells.
    """
    seen: dict[Span, Choice] = {}
    now: list[tuple[Any, Any]] = []

    def watch(candidates: tuple[Any, ...]) -> Any:
        resolver, mention = now[-1]
        known = [(name, signs) for name, signs in candidates if name.full in resolver.known]
        seen[mention.span] = [(signs, resolver.known[name.full] == mention.female) for name, signs in known]
        return most_salient(
            tuple(one for one in candidates if resolver.known.get(one[0].full) in (None, mention.female))
        )

    def speaker(self: Any, mention: Any, words: str) -> Any:
        now.append((self, mention))
        return resolve(self, mention, words)

    most_salient, resolve = resolution.most_salient, resolution.Resolver.speaker
    with (
        patch.object(resolution, "most_salient", watch),
        patch.object(resolution.Resolver, "speaker", speaker),
        patch.object(resolution.Resolver, "_female", lambda *_: None),
    ):
        find_quotes(row["id"], row["text"])
    yield from (options for options in seen.values() if len({right for _, right in options}) > 1)


def fit_choices(choices: list[Choice]) -> tuple[list[str], NDArray[np.float64]]:
    """Weights of a conditional logistic regression with a ridge: each choice picks one of its right candidates."""
    names = sorted({sign for options in choices for signs, _ in options for sign in signs})
    tables = [np.array([[float(name in signs) for name in names] for signs, _ in options]) for options in choices]
    chosen = [np.array([float(right) for _, right in options]) for options in choices]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = RIDGE / 2 * float(weights @ weights), RIDGE * weights
        for table, right in zip(tables, chosen, strict=True):
            scores = table @ weights
            shares = np.exp(scores - np.max(scores))
            shares /= shares.sum()
            mass = float(shares @ right) + 1e-12
            value -= float(np.log(mass))
            slope = slope + shares @ table - (shares * right / mass) @ table
        return value, slope

    return names, np.asarray(minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x)


def report_pronouns(rows: list[dict[str, Any]]) -> None:
    """The share of pronouns given right on publishers left out of the fit, then the weights of the whole."""
    examples = [(options, row["publisher"]) for row in rows for options in pronoun_examples(row)]
    out = sorted({publisher for _, publisher in examples})[::2]
    names, weights = fit_choices([options for options, publisher in examples if publisher not in out])
    known = dict(zip(names, weights, strict=True))
    tried = [options for options, publisher in examples if publisher in out]
    right = sum(max(options, key=lambda one: sum(known.get(sign, 0.0) for sign in one[0]))[1] for options in tried)
    print(f"# {right} of {len(tried)} right, of {len(examples)} in all", file=sys.stderr)
    print("WEIGHTS: dict[str, float] = {")
    for name, weight in zip(*fit_choices([options for options, _ in examples]), strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("}")


def _is_right(unit: Unit, name: str) -> bool:
    return unit.name is not None and same_name(unit.name, name)


def fit(features: NDArray[np.float64], labels: NDArray[np.float64], worth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression with a ridge; ``worth`` is how much each example counts."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        guess = 1 / (1 + np.exp(-features @ weights))
        likelihood = labels * np.log(guess + 1e-12) + (1 - labels) * np.log(1 - guess + 1e-12)
        slope = features.T @ (worth * (guess - labels)) + RIDGE * weights
        return float(RIDGE / 2 * weights @ weights - worth @ likelihood), slope

    return np.asarray(minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x)


def report(examples: list[Example]) -> None:
    """The check across publishers, then the weights of the whole."""
    names = sorted({sign for one in examples for sign in one.signs})
    features = np.array([[float(name in one.signs) for name in names] for one in examples])
    labels = np.array([float(one.right) for one in examples])
    worth = np.array([one.worth for one in examples])
    publishers = np.array([one.publisher for one in examples])
    left_out = np.isin(publishers, sorted(set(publishers.tolist()))[::2])
    if left_out.any() and not left_out.all():
        guess = 1 / (1 + np.exp(-features[left_out] @ fit(features[~left_out], labels[~left_out], worth[~left_out])))
        for least in (0.5, 0.6, 0.7, 0.8, 0.9):
            kept = guess >= least
            print(f"# from {least}: {labels[left_out][kept].mean():.3f} right, {kept.mean():.3f} kept", file=sys.stderr)
    print("WEIGHTS: dict[str, float] = {")
    for name, weight in zip(names, fit(features, labels, worth), strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("}")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["quotation", "confidence", "pronouns"])
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.files for line in path.read_text(encoding="utf-8").splitlines()]
    if options.what == "pronouns":
        report_pronouns(rows)
        return
    report(
        quotation_halves(rows)
        if options.what == "quotation"
        else [one for row in rows for one in confidence_examples(row)]
    )


if __name__ == "__main__":
    main()
