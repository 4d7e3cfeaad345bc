"""Changing a folder as a whole: all files are made beside it first, then moved in under a plan that survives a crash.

The plan is the point of no return. Before it stands, a crash leaves the folder as it was and the next start clears the
leavings; from then on the next start finishes what the plan says. Files appear by atomic renames, so none is ever torn.
(The idea is that of a redo log: Gray and Reuter, *Transaction Processing*, 1993, chapter 9.)
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Protocol

JOURNAL = ".digest-journal"
PLAN = "plan.json"


class Disk(Protocol):
    """The five effects of a change; tests make each of them fail.

    Files are plain strings: a night moves a hundred thousand of them, and making ``Path`` values costs more than the moving.
    """

    def write(self, file: str, data: bytes) -> None:
        """Make ``file`` with ``data``."""

    def share(self, source: str, file: str) -> None:
        """Make ``file`` another name of ``source``, or a copy of it where the system cannot."""

    def sync(self, folder: Path) -> None:
        """Make all that was written below ``folder`` survive a power cut."""

    def replace(self, file: str, target: str) -> None:
        """Move ``file`` over ``target``, at once or not at all."""

    def remove(self, file: str) -> None:
        """Remove ``file``, which may be gone already."""


class RealDisk:
    """The operating system's disk."""

    def write(self, file: str, data: bytes) -> None:
        """Make ``file`` with ``data``."""
        with open(file, "wb", buffering=0) as out:  # noqa: PTH123 - hundreds of thousands of times; Path costs twice as much
            out.write(data)

    def share(self, source: str, file: str) -> None:
        """Make ``file`` another name of ``source``, or a copy of it where the system cannot (another disk, no such names)."""
        try:
            os.link(source, file)
        except OSError:
            self.write(file, Path(source).read_bytes())

    def sync(self, folder: Path) -> None:
        """Flush everything once where the system can (one call for thousands of files), else file by file."""
        if hasattr(os, "sync"):
            os.sync()
            return
        for file in folder.iterdir():  # pragma: no cover - Windows
            with file.open("r+b") as handle:
                os.fsync(handle.fileno())

    def replace(self, file: str, target: str) -> None:
        """Move ``file`` over ``target``, at once or not at all."""
        os.replace(file, target)  # noqa: PTH105 - as above

    def remove(self, file: str) -> None:
        """Remove ``file``, which may be gone already."""
        with suppress(FileNotFoundError):
            os.remove(file)  # noqa: PTH107 - as above


class Change:
    """A change of ``folder`` in the making: nothing of it shows before ``commit``, and after it all does.

    Files are moved in the order they were written.
    A change that a crash broke off earlier is finished or undone first.
    """

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk or RealDisk()
        self._journal = f"{folder}/{JOURNAL}"
        self._staged: dict[str, str] = {}
        self._removed: dict[str, None] = {}
        self._made = 0
        recover(folder, disk=self._disk)

    def write(self, path: str, data: bytes) -> None:
        """Let the file at ``path`` (below the folder, with ``/``) hold ``data``. ValueError for a path that leaves the folder."""
        name = self._name(path)
        self._disk.write(f"{self._journal}/{name}", data)
        self._keep(path, name)

    def share(self, path: str, source: str) -> None:
        """The same with what ``source`` holds, under both names where the system can: for files that are replaced, never written in place."""
        name = self._name(path)
        self._disk.share(source, f"{self._journal}/{name}")
        self._keep(path, name)

    def _name(self, path: str) -> str:
        """A name nobody had for the bytes of ``path``: what is there may be shared with a file outside."""
        _inside(path)
        if not self._made:
            Path(self._journal).mkdir(parents=True, exist_ok=True)
        self._made += 1
        return str(self._made)

    def _keep(self, path: str, name: str) -> None:
        self._staged.pop(path, None)
        self._staged[path] = name
        self._removed.pop(path, None)

    def remove(self, path: str) -> None:
        """Let there be no file at ``path``."""
        self._staged.pop(path, None)
        self._removed[_inside(path)] = None

    def where(self, path: str) -> str:
        """Where the bytes that ``path`` will have are now; a path to be removed leads to no file."""
        if path in self._staged:
            return f"{self._journal}/{self._staged[path]}"
        return f"{self._journal}/removed" if path in self._removed else f"{self._folder}/{path}"

    def written(self) -> tuple[str, ...]:
        """The paths that will be written, in their order."""
        return tuple(self._staged)

    def commit(self, last: str | None = None) -> None:
        """Make the whole change true; the file ``last``, where it is part of it, appears after all others.

        Raises OSError where the disk fails; the folder is then whole, or ``recover`` finishes it.
        """
        if not self._staged and not self._removed:
            return
        Path(self._journal).mkdir(parents=True, exist_ok=True)
        moves = sorted(((name, path) for path, name in self._staged.items()), key=lambda move: move[1] == last)
        plan = {"moves": moves, "removed": list(self._removed)}
        self._disk.write(f"{self._journal}/plan", json.dumps(plan).encode())
        self._disk.sync(Path(self._journal))
        self._disk.replace(f"{self._journal}/plan", f"{self._journal}/{PLAN}")
        self._disk.sync(Path(self._journal))
        _finish(self._folder, self._disk)

    def abandon(self) -> None:
        """Leave the folder as it was."""
        recover(self._folder, disk=self._disk)


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
    parts = path.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or "\\" in path or parts[0] == JOURNAL:
        raise ValueError(f"{path!r} is no path below the folder")
    return path


def _finish(folder: Path, disk: Disk) -> None:
    journal = folder / JOURNAL
    plan = json.loads((journal / PLAN).read_bytes())
    made: set[str] = set()
    staged = set(os.listdir(journal))  # noqa: PTH208 - names alone
    for name, path in plan["moves"]:
        if name in staged:
            parent = path.rpartition("/")[0]
            if parent not in made:
                (folder / parent).mkdir(parents=True, exist_ok=True)
                made.add(parent)
            disk.replace(f"{journal}/{name}", f"{folder}/{path}")
    for path in plan["removed"]:
        disk.remove(f"{folder}/{path}")
        _drop_empty((folder / path).parent, folder)
    disk.sync(folder)
    disk.remove(f"{journal}/{PLAN}")
    shutil.rmtree(journal)


def _drop_empty(below: Path, folder: Path) -> None:
    while below != folder and below.is_dir() and not any(below.iterdir()):
        below.rmdir()
        below = below.parent
