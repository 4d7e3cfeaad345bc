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
"""Articles handed over at a time; smaller chunks cost more in passing than they gain in balance."""


def map_articles(function: Callable[[S], T], items: Sequence[S], *, processes: int | None = None) -> Iterator[T]:
    """Results of ``function`` for ``items``, in their order, whatever the number of processes.

    ``function`` must be pure and importable; ``processes`` is the most to use (None: the processors there are).
    """
    workers = min(processes or os.cpu_count() or 1, 8)
    if workers == 1 or len(items) < WORTH_PROCESSES:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(function, items, chunksize=_CHUNK)
