"""What concerns one article is mapped over processes when there is enough of it to pay."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

WORTH_PROCESSES = 400
"""Articles from which a second process pays: starting one costs about as much as the quotes of 300 articles."""

_CHUNK = 64
"""Most articles handed over at a time; smaller chunks cost more in passing than they gain in balance."""


WORTH_PROCESSES_STORIES = 80
"""Stories from which it pays: what is found in one costs about as much as the quotes of five articles."""


def map_articles(
    function: Callable[[S], T], items: Sequence[S], *, processes: int | None = None, worth: int = WORTH_PROCESSES
) -> Iterator[T]:
    """Results of ``function`` for ``items``, in their order, whatever the number of processes.

    ``function`` must be pure and importable; ``processes`` is the most to use (None: the processors this one may use), ``worth`` the
    least number of items for which more than one is started.
    """
    workers = min(processes or processors(), 8)
    if workers == 1 or len(items) < worth:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(function, items, chunksize=max(1, min(_CHUNK, len(items) // (4 * workers))))


def processors() -> int:
    """The processors this process may run on: a container or a scheduler may give it fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - systems that pin no process
