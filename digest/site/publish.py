"""Files of the finished site: each changes by one rename, so a reader sees the old one or the new one and nothing between."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Write = Callable[[str, bytes], None]
Replace = Callable[[str, str], None]


def write_bytes(path: str, content: bytes) -> None:
    """Write a whole file."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
    finally:
        os.close(handle)


@dataclass
class Publisher:
    """Puts files into a site and takes them away. Counts what it did.

    ``write`` and ``replace`` are the only ways bytes reach the disk, so that a test, or a journal, can stand in for them.
    """

    site: Path
    write_file: Write = write_bytes
    replace: Replace = os.replace
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    touched: list[str] = field(default_factory=list)
    _folders: set[str] = field(default_factory=set)

    def write(self, address: str, content: bytes) -> bool:
        """Make the file at ``address`` hold ``content``; True if it did not before."""
        target = f"{self.site}/{address}"
        if _holds(target, content):
            self.unchanged += 1
            return False
        self._swap(target, content)
        self.touched.append(address)
        return True

    def copy(self, source: Path, address: str) -> bool:
        """The same with the content of ``source``."""
        return self.write(address, source.read_bytes())

    def remove(self, address: str) -> bool:
        """Take away the file at ``address`` and folders that it leaves empty; True if it was there."""
        target = self.site / address
        try:
            target.unlink()
        except FileNotFoundError:
            return False
        self.removed += 1
        self.touched.append(address)
        for folder in target.parents:
            if folder == self.site or not _removed_if_empty(folder):
                break
            self._folders.discard(str(folder))
        return True

    def _swap(self, target: str, content: bytes) -> None:
        folder, name = os.path.split(target)
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        beside = f"{folder}/.{name}.new"
        self.write_file(beside, content)
        self.replace(beside, target)
        self.written += 1


def _holds(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):  # noqa: PTH116 - hundreds of thousands of times; Path costs twice as much
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return file.read() == content
    except FileNotFoundError:
        return False


def _removed_if_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
