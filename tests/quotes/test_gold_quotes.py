"""The figures on our own labelled articles may not fall."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
FLOORS = {
    "quotes.jsonl": {
        "spans": 1.0,
        "named": 1.0,
        "pronoun": 1.0,
        "all": 1.0,
        "printed": 1.0,
        "coverage": 0.85,
        "nobody": 1.0,
    },
    "world_quotes.jsonl": {
        "spans": 1.0,
        "named": 1.0,
        "pronoun": 1.0,
        "all": 0.96,
        "printed": 0.96,
        "coverage": 0.95,
        "nobody": 1.0,
    },
    "world_speakers.jsonl": {
        "spans": 0.99,
        "named": 1.0,
        "pronoun": 1.0,
        "all": 0.98,
        "printed": 1.0,
        "coverage": 0.84,
        "nobody": 1.0,
    },
}


@pytest.fixture
def bench(monkeypatch):
    spec = importlib.util.spec_from_file_location("bench_quotes", BENCH / "quotes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bench_quotes", module)
    spec.loader.exec_module(module)
    return module


def gold(name="quotes.jsonl"):
    return [json.loads(line) for line in (BENCH / "gold" / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", FLOORS)
def test_figures_stay_above_their_floors(bench, name):
    figures, wrong = bench.score(gold(name))
    fallen = {what: getattr(figures, what) for what, floor in FLOORS[name].items() if getattr(figures, what) < floor}
    assert not fallen, wrong


def test_the_score_sees_a_lost_quote_and_a_wrong_speaker(bench):
    rows = gold()
    rows[0] = {**rows[0], "text": rows[0]["text"].replace("“", " ").replace("”", " ")}
    rows[1]["quotes"][0]["speaker_name"] = "Somebody Else"
    figures, wrong = bench.score(rows)
    assert figures.spans < 1
    assert figures.named < 1
    assert any("Somebody Else" in line for line in wrong)


def test_the_score_sees_a_name_given_to_words_of_somebody_unnamed(bench):
    rows = gold()
    unnamed = {"speaker_kind": "nominal", "speaker_name": None, "speaker_name_resolved": None}
    rows[1] = {**rows[1], "quotes": [{**quote, **unnamed} for quote in rows[1]["quotes"]]}
    figures, wrong = bench.score(rows)
    assert figures.nobody < 1
    assert figures.printed < 1
    assert any(": None not " in line for line in wrong)


def test_labels_are_slices_of_their_article():
    for row in (row for name in FLOORS for row in gold(name)):
        for quote in row["quotes"]:
            assert row["text"][quote["start"] : quote["end"]] == quote["text"]
