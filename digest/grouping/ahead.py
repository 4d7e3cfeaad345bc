"""A step of a series of nights that another process does meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Queue
from threading import Thread
from typing import TypeVar

from digest.errors import DigestError
from digest.mapping import end_with_parent

WORTH_PROCESSES = 4_000
"""Articles from which a second process pays: starting one costs as much as folding 3,000."""
AHEAD = 2
"""Results that wait until they are asked for: enough to even out nights, and each of a large night takes 20 MB."""

S = TypeVar("S")
T = TypeVar("T")


def produced(steps: Callable[[S], Iterator[T]], argument: S) -> Iterator[T]:
    """What ``steps`` yields for ``argument``, made by another process that runs ``AHEAD`` results ahead.

    ``steps`` must be importable and both its argument and its results picklable; an error that it raises is raised
    here. The process ends with the iterator, and with this process however that dies. Raises DigestError where it is killed.
    """
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_produce, args=(steps, argument, there), daemon=True)
    process.start()
    there.close()
    try:
        while (result := here.recv()) is not None:
            if isinstance(result, BaseException):
                raise result
            yield result
    except EOFError as error:
        raise DigestError("the process that folds copies was ended from outside; give it more memory") from error
    finally:
        here.close()
        process.terminate()
        process.join()


def _produce(steps: Callable[[S], Iterator[T]], argument: S, there: Connection) -> None:
    """The other process: hands over results as they are taken, then None."""
    end_with_parent()
    waiting: Queue[T | BaseException | None] = Queue(AHEAD)
    sender = Thread(target=_send, args=(waiting, there))
    sender.start()
    try:
        for result in steps(argument):
            waiting.put(result)
        waiting.put(None)
    except Exception as error:  # noqa: BLE001 - it is raised where the results are awaited
        waiting.put(error)
    sender.join()


def _send(waiting: Queue[T | BaseException | None], there: Connection) -> None:
    result: object = True
    while result is not None and not isinstance(result, BaseException):
        result = waiting.get()
        there.send(result)
