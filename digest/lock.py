"""One build at a time: a lock file that names its holder and is freed by the system when the holder dies."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import LockedError

if os.name == "nt":  # pragma: no cover - exercised on Windows only
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def lock(state: Path) -> Iterator[None]:
    """Hold the lock of ``state`` (a folder, made if missing) while the block runs.

    Raises LockedError, naming the holder, when another process has it. The holder is told in a file of its own,
    since Windows lets nobody read a locked one.
    """
    state.mkdir(parents=True, exist_ok=True)
    holder = state / "lock.json"
    handle = os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _take(handle)
        except OSError as error:
            raise LockedError(f"{state}: another build holds the lock ({_who(holder)}); wait for it to end") from error
        holder.write_text(json.dumps({"process": os.getpid(), "host": socket.gethostname()}), encoding="utf-8")
        try:
            yield
        finally:
            holder.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _who(holder: Path) -> str:
    try:
        told = json.loads(holder.read_text(encoding="utf-8"))
        return f"process {int(told['process'])} on {told['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "holder unknown"
