"""The figures on the labelled stories do not fall, and the gate that says so works."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "reactions.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_reactions", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_reactions"] = module
    spec.loader.exec_module(module)
    return module


def test_no_figure_is_below_its_floor(bench: ModuleType) -> None:
    floors = json.loads(bench.FLOORS.read_text(encoding="utf-8"))
    scores = {split: bench.score(split) for split in floors["splits"]}
    assert bench.fallen(scores, floors, bench.fingerprint()) == []


def test_the_gate_names_what_fell(bench: ModuleType) -> None:
    floors = {"stories": "x", "splits": {"dev": {"f1": 0.9}, "test": {"f1": 0.1}}}
    scores = {"dev": bench.Score(10, 10, 8, 8, ())}
    assert bench.fallen(scores, floors, "y") == [
        "the labelled stories are not those the floors were set on",
        "dev f1 0.800 is below its floor 0.900",
        "test f1 0.000 is below its floor 0.100",
    ]


def test_every_gold_sentence_is_a_slice_of_its_article(bench: ModuleType) -> None:
    for story in bench.stories():
        texts = {one["id"]: one["text"] for one in story["articles"]}
        labels = [*story["reactions"], *story["not_reactions"], *story["either_way"]]
        labels += [also for one in story["reactions"] for also in one["also"]]
        assert all(texts[one["article"]][one["start"] : one["end"]] == one["text"] for one in labels)


def test_no_labelled_sentence_that_is_no_reaction_is_found(bench: ModuleType) -> None:
    for story in bench.stories("dev"):
        own = bench.articles(story)
        found = {(one.article, one.evidence) for one in bench.find_reactions(story["id"], own, bench.quotes(own))}
        assert not found & {(one["article"], one["text"]) for one in story["not_reactions"]}


def test_no_story_is_labelled_twice(bench: ModuleType) -> None:
    ids = [story["id"] for story in bench.stories()]
    assert len(ids) == len(set(ids))
