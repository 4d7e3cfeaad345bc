"""The figures on our own labelled articles may not fall."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
FLOORS = {"spans": 1.0, "named": 1.0, "pronoun": 1.0, "all": 1.0, "printed": 1.0, "coverage": 0.85}


@pytest.fixture
def bench(monkeypatch):
    spec = importlib.util.spec_from_file_location("bench_quotes", BENCH / "quotes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bench_quotes", module)
    spec.loader.exec_module(module)
    return module


def gold():
    return [json.loads(line) for line in (BENCH / "gold" / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]


def test_figures_stay_above_their_floors(bench):
    figures, wrong = bench.score(gold())
    fallen = {name: getattr(figures, name) for name, floor in FLOORS.items() if getattr(figures, name) < floor}
    assert not fallen, wrong


def test_the_score_sees_a_lost_quote_and_a_wrong_speaker(bench):
    rows = gold()
    rows[0] = {**rows[0], "text": rows[0]["text"].replace("“", " ").replace("”", " ")}
    rows[1]["quotes"][0]["speaker_name"] = "Somebody Else"
    figures, wrong = bench.score(rows)
    assert figures.spans < 1
    assert figures.named < 1
    assert any("Somebody Else" in line for line in wrong)


def test_labels_are_slices_of_their_article():
    for row in gold():
        for quote in row["quotes"]:
            assert row["text"][quote["start"] : quote["end"]] == quote["text"]
