"""Files of the finished site: each changes by one rename, so a reader sees the old one or the new one and nothing between."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Write = Callable[[Path, bytes], None]
Replace = Callable[[Path, Path], None]


def write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file."""
    with path.open("wb") as file:
        file.write(content)


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

    def write(self, address: str, content: bytes) -> bool:
        """Make the file at ``address`` hold ``content``; True if it did not before."""
        target = self.site / address
        try:
            if target.stat().st_size == len(content) and target.read_bytes() == content:
                self.unchanged += 1
                return False
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
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
        return True

    def _swap(self, target: Path, content: bytes) -> None:
        beside = target.with_name(f".{target.name}.new")
        self.write_file(beside, content)
        self.replace(beside, target)
        self.written += 1


def _removed_if_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
