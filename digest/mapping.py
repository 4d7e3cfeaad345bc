"""What concerns one article is mapped over processes when there is enough of it to pay."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType
from typing import Self, TypeVar

S = TypeVar("S")
T = TypeVar("T")

WORTH_PROCESSES = 400
"""Articles from which a second process pays: starting one costs about as much as the quotes of 300 articles."""

_CHUNK = 64
"""Most articles handed over at a time; smaller chunks cost more in passing than they gain in balance."""


WORTH_PROCESSES_STORIES = 80
"""Stories from which it pays: what is found in one costs about as much as the quotes of five articles."""


class Workers:
    """Processes that are started when there is work enough and kept to the end, so that each learns its tables once.

    They end with this process, however that dies. ``processes`` is the most to use; None is those that this process may run on, at most 8.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = min(processes or processors(), 8)
        self._pool: ProcessPoolExecutor | None = None

    def map(
        self, function: Callable[[S], T], items: Iterable[S], number: int, *, worth: int = WORTH_PROCESSES
    ) -> Iterator[T]:
        """Results of ``function`` for ``items``, in their order, whatever the number of processes.

        With further processes the work begins now, else as results are taken. ``function`` must be pure and importable;
        ``number`` is how many items there are, ``worth`` the least for which more than one process is started.
        """
        if self.processes == 1 or number < worth:
            return map(function, items)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.processes, mp_context=get_context("spawn"), initializer=end_with_parent
            )
        return self._pool.map(function, items, chunksize=max(1, min(_CHUNK, number // (4 * self.processes))))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def map_articles(function: Callable[[S], T], items: Sequence[S], *, processes: int | None = None) -> Iterator[T]:
    """As ``Workers.map``, with workers for this alone."""
    with Workers(processes) as workers:
        yield from workers.map(function, items, len(items))


def processors() -> int:
    """The processors this process may run on: a container or a scheduler may give it fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - systems that pin no process


def end_with_parent() -> None:
    """In another process: leave interrupts from the keyboard to the parent, and end when it does, even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def watch() -> None:
        if parent:
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=watch, daemon=True).start()
