"""What the two sides of the cage say to each other: one task, one answer, each with its length before it.

The child's side is started for one damaged document as well as for thousands, so it loads little: no more than this module is shared.
"""

from __future__ import annotations

import json
import struct
from dataclasses import fields
from datetime import datetime
from typing import IO, Any, NamedTuple

from digest.incoming import Source
from digest.ingest.reading import Reading

CPU_SECONDS = 5
"""Processor time for one document (range 1 to 30; the slowest real page seen took .4 s)."""
MEMORY_BYTES = 512 * 1024 * 1024
"""Address space of the child, libraries included (range 256 MiB to 2 GiB)."""
FAULT, NOT_STARTED, NO_MEMORY = 70, 1, 71
"""Exit status of a child that met an error nobody foresaw, that never came to reading, and that ran out of memory (after BSD's sysexits)."""
LENGTH = struct.Struct(">I")
LONGEST_ANSWER_BYTES = 256 * 1024 * 1024


class Task(NamedTuple):
    """One document for the child: its decoded text, the kind it was recognised as, and its source."""

    text: str
    kind: str
    source: Source


def written(value: Task | Reading) -> bytes:
    """A task or an answer as JSON; lone surrogates, which JSON cannot carry, become question marks."""
    told = value._asdict() if isinstance(value, Task) else value
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf-8", "replace")


def _plain(value: object) -> Any:
    """What JSON has for a value of ours: an object for a dataclass, a string for a moment."""
    if isinstance(value, datetime):
        return value.isoformat()
    return {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]


def task_of(message: bytes) -> Task:
    """The task in a message of ``written``, which comes from our own side and is well formed."""
    told = json.loads(message)
    source = told["source"]
    return Task(told["text"], told["kind"], Source(**{**source, "topics": tuple(source["topics"])}))


def send(pipe: IO[bytes], message: bytes) -> None:
    """Writes one message, its length before it."""
    pipe.write(LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Reads one message; empty at the end of the pipe or where the length is absurd."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return b""
    (length,) = LENGTH.unpack(head)
    if length > LONGEST_ANSWER_BYTES:
        return b""
    message = pipe.read(length)
    return message if len(message) == length else b""
