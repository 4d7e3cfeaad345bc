"""Changing a folder as a whole: all files are made beside it first, then moved in under a plan that survives a crash.

The plan is the point of no return. Before it stands, a crash leaves the folder as it was and the next start clears the
leavings; from then on the next start finishes what the plan says. Files appear by atomic renames, so none is ever torn.
(The idea is that of a redo log: Gray and Reuter, *Transaction Processing*, 1993, chapter 9.)

A folder that is new is made whole and moved in with one rename: a first build moves a handful of folders instead of a hundred
thousand files, and file systems find room faster for files that are made where their folders are than for all in one place.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

JOURNAL = ".digest-journal"
PLAN = "plan.json"
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Disk(Protocol):
    """The six effects of a change; tests make each of them fail.

    Files are plain strings: a night moves a hundred thousand of them, and making ``Path`` values costs more than the moving.
    """

    def write(self, file: str, data: bytes) -> None:
        """Make ``file`` with ``data``."""

    def share(self, source: str, file: str) -> None:
        """Make ``file`` another name of ``source``, or a copy of it where the system cannot."""

    def make_folder(self, folder: str) -> None:
        """Make ``folder``; its parent is there."""

    def sync(self, folder: Path) -> None:
        """Make all that was written below ``folder`` survive a power cut."""

    def replace(self, file: str, target: str) -> None:
        """Move ``file``, which may be a folder, over ``target``, at once or not at all."""

    def remove(self, file: str) -> None:
        """Remove ``file``, which may be gone already."""


class RealDisk:
    """The operating system's disk."""

    def write(self, file: str, data: bytes) -> None:
        """Make ``file`` with ``data``."""
        handle = os.open(file, _TO_WRITE, 0o666)
        try:
            rest = memoryview(data)
            while rest:  # a disk that is nearly full takes a part and tells no fault
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)

    def share(self, source: str, file: str) -> None:
        """Make ``file`` another name of ``source``, or a copy of it where the system cannot (another disk, no such names)."""
        try:
            os.link(source, file)
        except OSError:
            self.write(file, Path(source).read_bytes())

    def make_folder(self, folder: str) -> None:
        """Make ``folder``; its parent is there."""
        os.mkdir(folder)  # noqa: PTH102 - as above

    def sync(self, folder: Path) -> None:
        """Flush everything once where the system can (one call for thousands of files), else file by file."""
        if hasattr(os, "sync"):
            os.sync()
            return
        for file in folder.rglob("*"):  # pragma: no cover - Windows
            if file.is_file():
                with file.open("r+b") as handle:
                    os.fsync(handle.fileno())

    def replace(self, file: str, target: str) -> None:
        """Move ``file``, which may be a folder, over ``target``, at once or not at all."""
        os.replace(file, target)  # noqa: PTH105 - hundreds of thousands of times; Path costs twice as much

    def remove(self, file: str) -> None:
        """Remove ``file``, which may be gone already."""
        with suppress(FileNotFoundError):
            os.remove(file)  # noqa: PTH107 - as above


class Change:
    """A change of ``folder`` in the making: nothing of it shows before ``commit``, and after it all does.

    Folders that are new appear first, each as a whole, then the other files in the order they were written; the file ``last``,
    where it is part of the change, appears after all others. A change that a crash broke off earlier is finished or undone first.
    """

    def __init__(self, folder: Path, disk: Disk | None = None, *, last: str | None = None) -> None:
        self._folder = folder
        self._disk = disk or RealDisk()
        self._journal = f"{folder}/{JOURNAL}"
        self._last = last
        self._staged: dict[str, str] = {}
        self._removed: dict[str, None] = {}
        self._aside: dict[str, str | None] = {"": None}
        self._new: dict[str, str] = {}
        self._thinned: set[str] = set()
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
        """Where the bytes of ``path`` are made, below the journal: no file is there, for one might be shared with a file outside."""
        _inside(path)
        self._drop(path)
        parent, _, file = path.rpartition("/")
        aside = self._aside[parent] if parent in self._aside else self._make_aside(parent)
        return self._number() if aside is None or path == self._last else f"{aside}/{file}"

    def _number(self) -> str:
        """A name of its own, directly below the journal."""
        if not self._made:
            Path(self._journal).mkdir(parents=True, exist_ok=True)
        self._made += 1
        return str(self._made)

    def _make_aside(self, folder: str) -> str | None:
        """Where ``folder`` is made, below the journal, with all that will be in it; None where it stands already."""
        parent, _, name = folder.rpartition("/")
        if os.path.isdir(f"{self._folder}/{folder}"):  # noqa: PTH112 - tens of thousands of times; Path costs twice as much
            aside = None
        else:
            above = self._aside[parent] if parent in self._aside else self._make_aside(parent)
            aside = f"{above}/{name}" if above is not None else self._number()
            self._disk.make_folder(f"{self._journal}/{aside}")
            if above is None:
                self._new[folder] = aside
        self._aside[folder] = aside
        return aside

    def _keep(self, path: str, name: str) -> None:
        self._staged[path] = name
        self._removed.pop(path, None)

    def _drop(self, path: str) -> None:
        """Forget what was made for ``path``; out of a folder that moves as a whole it has to be taken."""
        name = self._staged.pop(path, None)
        if name is not None and "/" in name:
            self._disk.remove(f"{self._journal}/{name}")
            self._thinned.add(name)

    def remove(self, path: str) -> None:
        """Let there be no file at ``path``."""
        _inside(path)
        self._drop(path)
        self._removed[path] = None

    def where(self, path: str) -> str:
        """Where the bytes that ``path`` will have are now; a path to be removed leads to no file."""
        if path in self._staged:
            return f"{self._journal}/{self._staged[path]}"
        return f"{self._journal}/removed" if path in self._removed else f"{self._folder}/{path}"

    def is_new(self, path: str) -> bool:
        """Whether it is known without a look at the disk that ``path`` has no bytes yet: its folder is new, and nothing was made for it."""
        return self._aside.get(path.rpartition("/")[0]) is not None and path not in self._staged

    def written(self) -> tuple[str, ...]:
        """The paths that will be written, in their order."""
        return tuple(self._staged)

    def commit(self) -> None:
        """Make the whole change true.

        Raises OSError where the disk fails; the folder is then whole, or ``recover`` finishes it.
        """
        if not self._staged and not self._removed:
            return
        Path(self._journal).mkdir(parents=True, exist_ok=True)
        self._disk.write(f"{self._journal}/plan", json.dumps(self._plan()).encode())
        self._disk.sync(Path(self._journal))
        self._disk.replace(f"{self._journal}/plan", f"{self._journal}/{PLAN}")
        self._disk.sync(Path(self._journal))
        _finish(self._folder, self._disk)

    def _plan(self) -> dict[str, Any]:
        """What ``_finish`` does: new folders and then files to move, each from its name in the journal, and files to remove."""
        for name in self._thinned:
            _drop_empty(Path(self._journal, name).parent, Path(self._journal))
        folders = [(name, path) for path, name in self._new.items() if Path(self._journal, name).is_dir()]
        files = [(name, path) for path, name in self._staged.items() if "/" not in name]
        return {
            "folders": folders,
            "moves": sorted(files, key=lambda move: move[1] == self._last),
            "removed": list(self._removed),
        }

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
    for name, path in plan.get("folders", ()):  # a plan of an earlier version has none
        if name in staged:
            _move_folder(journal / name, folder / path, disk)
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


def _move_folder(source: Path, target: Path, disk: Disk) -> None:
    """Move a folder in with one rename; where somebody has made ``target`` meanwhile, what is in it one by one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.is_dir():
        disk.replace(str(source), str(target))
        return
    for entry in sorted(source.iterdir()):
        if entry.is_dir():
            _move_folder(entry, target / entry.name, disk)
        else:
            disk.replace(str(entry), str(target / entry.name))


def _drop_empty(below: Path, folder: Path) -> None:
    while below != folder and below.is_dir() and not any(below.iterdir()):
        below.rmdir()
        below = below.parent
