"""Changing a folder as a whole: all files are made beside it first, then moved in under a plan that survives a crash.

The plan is the point of no return. Before it stands, a crash leaves the folder as it was and the next start clears the
leavings; from then on the next start finishes what the plan says. Files appear by atomic renames, so none is ever torn.
(The idea is that of a redo log: Gray and Reuter, *Transaction Processing*, 1993, chapter 9.)
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
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


class Change:
    """A change of ``folder`` in the making: nothing of it shows before ``commit``, and after it all does.

    Files are moved in the order they were written.
    A change that a crash broke off earlier is finished or undone first.
    """

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk or RealDisk()
        self._journal = folder / JOURNAL
        self._staged: dict[str, str] = {}
        self._removed: dict[str, None] = {}
        self._made = 0
        recover(folder, disk=self._disk)

    def write(self, path: str, data: bytes) -> None:
        """Let the file at ``path`` (below the folder, with ``/``) hold ``data``. ValueError for a path that leaves the folder."""
        target = _inside(path)
        name = self._staged.pop(path, None)
        if name is None:
            name = str(self._made)
            self._made += 1
        if self._made == 1:
            self._journal.mkdir(parents=True, exist_ok=True)
        self._disk.write(self._journal / name, data)
        self._staged[target] = name
        self._removed.pop(path, None)

    def remove(self, path: str) -> None:
        """Let there be no file at ``path``."""
        self._staged.pop(path, None)
        self._removed[_inside(path)] = None

    def where(self, path: str) -> Path:
        """Where the bytes that ``path`` will have are now; a path to be removed leads to no file."""
        if path in self._staged:
            return self._journal / self._staged[path]
        return self._journal / "removed" if path in self._removed else self._folder / path

    def written(self) -> tuple[str, ...]:
        """The paths that will be written, in their order."""
        return tuple(self._staged)

    def commit(self, last: str | None = None) -> None:
        """Make the whole change true; the file ``last``, where it is part of it, appears after all others.

        Raises OSError where the disk fails; the folder is then whole, or ``recover`` finishes it.
        """
        if not self._staged and not self._removed:
            return
        self._journal.mkdir(parents=True, exist_ok=True)
        moves = sorted(((name, path) for path, name in self._staged.items()), key=lambda move: move[1] == last)
        plan = {"moves": moves, "removed": list(self._removed)}
        self._disk.write(self._journal / "plan", json.dumps(plan).encode())
        self._disk.sync(self._journal)
        self._disk.replace(self._journal / "plan", self._journal / PLAN)
        self._disk.sync(self._journal)
        _finish(self._folder, self._disk)

    def abandon(self) -> None:
        """Leave the folder as it was."""
        recover(self._folder, disk=self._disk)


def change(
    folder: Path, files: Iterable[tuple[str, bytes]], removed: Iterable[str] = (), *, disk: Disk | None = None
) -> int:
    """Write ``files`` (path below ``folder``, bytes) and drop ``removed``, as a whole; gives how many were written.

    Raises OSError where the disk fails and ValueError for a path that leaves the folder; either leaves the folder whole, as it
    was or for ``recover`` to finish.
    """
    made = Change(folder, disk)
    for path, data in files:
        made.write(path, data)
    for path in removed:
        made.remove(path)
    made.commit()
    return len(made.written())


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


def _inside(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or parts[0] == JOURNAL:
        raise ValueError(f"{path!r} is no path below the folder")
    return path


def _finish(folder: Path, disk: Disk) -> None:
    journal = folder / JOURNAL
    plan = json.loads((journal / PLAN).read_bytes())
    made: set[Path] = set()
    for number, path in plan["moves"]:
        staged, target = journal / number, folder / path
        if staged.exists():
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            disk.replace(staged, target)
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
