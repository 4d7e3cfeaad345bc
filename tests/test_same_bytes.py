"""What is around the program changes no byte: a part of what ``bench.same_bytes`` varies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench import same_bytes


@pytest.mark.slow
def test_one_processor_another_checkout_and_files_put_in_backwards_change_no_byte(tmp_path: Path) -> None:
    nights = same_bytes.invented_nights(1, 12)
    several = same_bytes.Variation("as it is")
    elsewhere = same_bytes.Variation(
        "elsewhere",
        {"PYTHONHASHSEED": "7"},
        checkout=same_bytes.checkout_elsewhere(tmp_path / "an other folder ü"),
        backwards=True,
        processors=frozenset([min(os.sched_getaffinity(0))]) if hasattr(os, "sched_getaffinity") else frozenset(),
    )
    found = []
    for variation in (several, elsewhere):
        where = tmp_path / variation.name
        where.mkdir()
        found.append(same_bytes.built(nights, variation, where))
    assert len(found[0]) > 50
    assert same_bytes.differing(*found) == []


def test_a_byte_that_differs_would_be_seen() -> None:
    assert same_bytes.differing({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == ["b", "c"]
