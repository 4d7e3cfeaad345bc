"""Changing a folder as a whole: all files are made beside it first, then moved in under a plan that survives a crash.

The plan is the point of no return. Before it stands, a crash leaves the folder as it was and the next start clears the
leavings; from then on the next start finishes what the plan says. Files appear by atomic renames, so none is ever torn.
(The idea is that of a redo log: Gray and Reuter, *Transaction Processing*, 1993, chapter 9.)
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Protocol

JOURNAL = ".digest-journal"
PLAN = "plan.json"


class Disk(Protocol):
    """The four effects of a change; tests make each of them fail."""

    def write(self, file: Path, data: bytes) -> None:
        """Make ``file`` with ``data``."""

    def sync(self, folder: Path) -> None:
        """Make all that was written below ``folder`` survive a power cut."""

    def replace(self, file: Path, target: Path) -> None:
        """Move ``file`` over ``target``, at once or not at all."""

    def remove(self, file: Path) -> None:
        """Remove ``file``, which may be gone already."""


class RealDisk:
    """The operating system's disk."""

    def write(self, file: Path, data: bytes) -> None:
        """Make ``file`` with ``data``."""
        with file.open("wb") as out:
            out.write(data)

    def sync(self, folder: Path) -> None:
        """Flush everything once where the system can (one call for thousands of files), else file by file."""
        if hasattr(os, "sync"):
            os.sync()
            return
        for file in folder.iterdir():  # pragma: no cover - Windows
            with file.open("r+b") as handle:
                os.fsync(handle.fileno())

    def replace(self, file: Path, target: Path) -> None:
        """Move ``file`` over ``target``, at once or not at all."""
        file.replace(target)

    def remove(self, file: Path) -> None:
        """Remove ``file``, which may be gone already."""
        file.unlink(missing_ok=True)


def change(
    folder: Path, files: Iterable[tuple[str, bytes]], removed: Iterable[str] = (), *, disk: Disk | None = None
) -> int:
    """Write ``files`` (path below ``folder`` with ``/``, bytes) and drop ``removed``, as a whole; gives how many were written.

    Files are moved in the order given, so put last what says that all is there. Raises OSError where the disk fails, and
    ValueError for a path that leaves the folder; either leaves the folder whole, as it was or for ``recover`` to finish.
    """
    disk = disk or RealDisk()
    recover(folder, disk=disk)
    journal = folder / JOURNAL
    journal.mkdir(parents=True)
    moves = list(_stage(journal, files, disk))
    plan = {"moves": moves, "removed": [_inside(path) for path in removed]}
    disk.write(journal / "plan", json.dumps(plan).encode())
    disk.sync(journal)
    disk.replace(journal / "plan", journal / PLAN)
    disk.sync(journal)
    _finish(folder, disk)
    return len(moves)


def recover(folder: Path, *, disk: Disk | None = None) -> bool:
    """Finish the change of ``folder`` that a crash broke off, or undo it if its plan never stood; tells whether it finished one."""
    disk = disk or RealDisk()
    journal = folder / JOURNAL
    if (journal / PLAN).exists():
        _finish(folder, disk)
        return True
    if journal.exists():
        shutil.rmtree(journal)
    return False


def _stage(journal: Path, files: Iterable[tuple[str, bytes]], disk: Disk) -> Iterator[tuple[str, str]]:
    for number, (path, data) in enumerate(files):
        target = _inside(path)
        disk.write(journal / str(number), data)
        yield str(number), target


def _inside(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or parts[0] == JOURNAL:
        raise ValueError(f"{path!r} is no path below the folder")
    return path


def _finish(folder: Path, disk: Disk) -> None:
    journal = folder / JOURNAL
    plan = json.loads((journal / PLAN).read_bytes())
    for number, path in plan["moves"]:
        if (journal / number).exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            disk.replace(journal / number, folder / path)
    for path in plan["removed"]:
        disk.remove(folder / path)
        _drop_empty((folder / path).parent, folder)
    disk.sync(folder)
    disk.remove(journal / PLAN)
    shutil.rmtree(journal)


def _drop_empty(below: Path, folder: Path) -> None:
    while below != folder and below.is_dir() and not any(below.iterdir()):
        below.rmdir()
        below = below.parent
