"""Another process does a step ahead and ends with the one that started it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from digest.errors import DigestError
from digest.grouping.ahead import produced


def squares(count: int) -> Iterator[int]:
    yield from (number * number for number in range(count))


def failing(count: int) -> Iterator[int]:
    yield count
    raise ValueError("the dam broke")


def own_process(_: int) -> Iterator[int]:
    yield os.getpid()
    yield from range(1_000_000)


def ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_results_of_another_process_come_in_order() -> None:
    assert list(produced(squares, 7)) == [0, 1, 4, 9, 16, 25, 36]


def test_an_error_of_the_other_process_is_raised_after_its_results() -> None:
    results = produced(failing, 3)
    assert next(results) == 3
    with pytest.raises(ValueError, match="the dam broke"):
        next(results)


@pytest.mark.skipif(os.name == "nt", reason="asks for processes by signals")
def test_the_other_process_ends_with_the_iterator() -> None:
    results = produced(own_process, 0)
    process = next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert ended(process)


@pytest.mark.skipif(os.name == "nt", reason="ends a process by a signal")
def test_a_process_that_is_ended_from_outside_is_told_of() -> None:
    results = produced(own_process, 0)
    os.kill(next(results), signal.SIGTERM)
    with pytest.raises(DigestError, match="more memory"):
        list(results)
