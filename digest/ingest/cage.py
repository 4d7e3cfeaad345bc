"""The cage: a child process that reads hostile documents within limits of time and memory, and may die doing so.

One child serves many documents and is started when the first one comes. What it sends back is JSON of our own shape, never
a pickle: a child taken over by its input can say wrong things about that input and nothing else.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

import msgspec

from digest.incoming import Problem, Source
from digest.ingest.messages import CPU_SECONDS, FAULT, MEMORY_BYTES, NOT_STARTED, Task, receive, send, written
from digest.ingest.reading import Reading, problem

WALL_SECONDS = 20.0
"""Time on the clock for one document (range 5 to 120), for machines where processor time has no limit."""
GRACE_SECONDS = 1.0
"""Time a child has to end once its pipe has (range .1 to 5)."""


class Cage:
    """Reads documents in a child process. Use it in a ``with`` statement, or call ``close``; one thread at a time.

    A document that kills the child, or outlasts it, gives an empty reading with a problem, and the next one a new child.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        child.wait()

    def read(self, text: str, kind: str, source: Source) -> Reading:
        """The reading of one decoded document of a recognised kind, as ``documents.read_patiently`` gives it."""
        answer, left = self._ask(written(Task(text, kind, source)))
        try:
            return msgspec.json.decode(answer, type=Reading)
        except msgspec.DecodeError:
            return Reading(kind, problems=(_broke(source) if left in (FAULT, NOT_STARTED) else _gave_up(source),))

    def _ask(self, task: bytes) -> tuple[bytes, int | None]:
        """The child's answer to a task; empty where it died, then with what it left as its exit status."""
        child = self._child if self._child is not None and self._child.poll() is None else self._start()
        watchdog = threading.Timer(self._wall_seconds, child.kill)
        watchdog.start()
        try:
            answer = _exchange(child, task)
        except OSError:
            answer = b""
        finally:
            watchdog.cancel()
        if answer:
            return answer, None
        try:
            left = child.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            left = None
        self.close()
        return answer, left

    def _start(self) -> subprocess.Popen[bytes]:
        self.close()
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-m", "digest.ingest.caged"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._child


def _exchange(child: subprocess.Popen[bytes], task: bytes) -> bytes:
    """Sends a task and waits for the answer. The child reads all before it writes, so neither waits for the other."""
    if child.stdin is None or child.stdout is None:
        return b""
    send(child.stdin, task)
    return receive(child.stdout)


def _broke(source: Source) -> Problem:
    return problem(
        source,
        "reader-fault",
        "Digest's own reader failed on this document; nothing of it was kept.",
        "This is a fault of Digest: report it, with the document if you may.",
    )


def _gave_up(source: Source) -> Problem:
    return problem(
        source,
        "gave-up",
        f"Reading took more than {CPU_SECONDS} s or {MEMORY_BYTES // 2**20} MB; nothing was kept.",
        "The document is damaged or hostile: fetch it again, or remove it.",
    )
