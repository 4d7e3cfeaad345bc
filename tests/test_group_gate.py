"""The quality gate of grouping: floors hold, a fall is told, and so is a change of the labelled articles."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parent.parent / "bench" / "group.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_group", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_figure_is_below_its_floor(bench: ModuleType) -> None:
    scores = (
        bench.own_scores(bench.read(bench.GOLD)) | bench.night_scores(bench.read(bench.NIGHT)) | bench.topic_scores()
    )
    assert bench.fallen(scores) == []


def test_a_fall_is_told(bench: ModuleType) -> None:
    floors = json.loads(bench.FLOORS.read_text(encoding="utf-8"))["floors"]
    low = dict.fromkeys(floors, 0.0)
    assert len(bench.fallen(low)) == len(floors)


def test_floors_belong_to_one_set_of_articles(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "articles.jsonl"
    other.write_text("{}\n", encoding="utf-8")
    monkeypatch.setattr(bench, "GOLD", other)
    assert "not the file" in bench.fallen({})[0]


def test_topics_of_a_teaser_night_grow_no_blobs_and_true_pairs_meet(bench: ModuleType) -> None:
    rows = bench.read(bench.NIGHT)
    found = bench.labels(bench.grouped(rows), "story")
    homes: dict[str, set[str]] = {}
    for row, story in zip(rows, found, strict=True):
        homes.setdefault(row["story"], set()).add(story)
    assert {story: homes[story] for story in homes if len(homes[story]) > 1} == {}
    assert max(found.count(story) for story in found) <= 3


def test_a_technology_a_war_and_a_country_with_a_dozen_pieces_each_grow_no_blobs(bench: ModuleType) -> None:
    rows = [*bench.read(bench.NIGHT), *bench.read(bench.TOPICS)]
    found = bench.labels(bench.grouped(rows), "story")
    homes: dict[str, set[str]] = {}
    for row, story in zip(rows, found, strict=True):
        homes.setdefault(row["story"], set()).add(story)
    assert {story: homes[story] for story in homes if len(homes[story]) > 1} == {}
    assert max(found.count(story) for story in found) <= 4


@pytest.mark.parametrize(
    ("gold", "found", "b3", "pairs"),
    [("aabb", "aabb", 1.0, 1.0), ("aabb", "xyzw", 2 / 3, 0.0), ("aabb", "xxxx", 2 / 3, 0.5)],
)
def test_the_scores_of_small_partitions(bench: ModuleType, gold: str, found: str, b3: float, pairs: float) -> None:
    assert bench.b_cubed(list(gold), list(found)) == pytest.approx(b3)
    assert bench.pair_f1(list(gold), list(found)) == pytest.approx(pairs)
