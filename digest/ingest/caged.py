"""The child's side of the cage: limits first, then one document after another. Run as a module, never imported by others."""

from __future__ import annotations

import contextlib
import os
import sys

from digest.ingest.documents import read_patiently
from digest.ingest.messages import CPU_SECONDS, FAULT, MEMORY_BYTES, NO_MEMORY, receive, send, task_of, written

with contextlib.suppress(ImportError):
    import resource


def limit_memory() -> None:
    """Bounds the address space where the system can; macOS and Windows have only the clock."""
    if "resource" in sys.modules:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """Gives the next document its seconds: the limit counts the whole process, so it moves with the time used."""
    if "resource" in sys.modules:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        with contextlib.suppress(ValueError, OSError):
            _, hard = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_SECONDS, hard))


def serve() -> None:
    """Reads tasks from stdin and answers on stdout until stdin ends. Prints of libraries go nowhere."""
    limit_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while message := receive(sys.stdin.buffer):
        task = task_of(message)
        limit_time()
        send(answers, written(read_patiently(task.text, task.kind, task.source)))


if __name__ == "__main__":
    try:
        serve()
    except MemoryError:
        os._exit(NO_MEMORY)
    except Exception:  # noqa: BLE001 - told to the parent by status, which makes a problem of it
        os._exit(FAULT)
