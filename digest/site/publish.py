"""Files of the finished site: all are made aside, looked at, and then moved in as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from digest.journal import Change, Disk

MARKER = "data/index.json"
"""The file that names the newest edition."""


class Publisher:
    """Puts files into a site and takes them away, all at once with ``commit``. Counts what it does.

    Until ``commit`` the site stays as it was; ``where`` tells where the bytes of a file to come are, so that they can be checked.
    """

    def __init__(self, site: Path, disk: Disk | None = None) -> None:
        self.site = site
        self.written = 0
        self.unchanged = 0
        self.removed = 0
        self.touched: list[str] = []
        self._change = Change(site, disk, last=MARKER)

    def write(self, address: str, content: bytes) -> bool:
        """Make the file at ``address`` hold ``content``; True if it did not before."""
        if not self._change.is_new(address) and _holds(self._change.where(address), content):
            self.unchanged += 1
            return False
        self._change.write(address, content)
        self.touched.append(address)
        self.written += 1
        return True

    def share(self, source: str, address: str) -> bool:
        """The same with what the generated file ``source`` holds; the site and the pages folder then share one file where they can.

        Generated files are replaced and never written in place. One that somebody did write in place shows already, and counts as written.
        """
        try:
            standing = os.stat(self._change.where(address))  # noqa: PTH116 - hundreds of thousands of times; Path costs twice as much
            if not os.path.samestat(standing, os.stat(source)):  # noqa: PTH116 - as above
                return self.write(address, Path(source).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            self._change.share(address, source)
        self.touched.append(address)
        self.written += 1
        return True

    def copy(self, source: Path, address: str) -> bool:
        """The same with the content of ``source``, which others may write to."""
        return self.write(address, source.read_bytes())

    def remove(self, address: str) -> bool:
        """Take away the file at ``address`` and folders that it leaves empty; True if it was there."""
        if not self.has(address):
            return False
        self._change.remove(address)
        self.touched.append(address)
        self.removed += 1
        return True

    def where(self, address: str) -> str:
        """Where the bytes that the file at ``address`` will have are now."""
        return self._change.where(address)

    def has(self, address: str) -> bool:
        """Whether the site will have a file at ``address``."""
        return os.path.isfile(self.where(address))  # noqa: PTH113 - hundreds of thousands of times; Path costs twice as much

    def names_in(self, folder: str) -> Iterator[str]:
        """The addresses that the site will have below ``folder``, sorted."""
        top = self.site / folder
        standing = {path.relative_to(self.site).as_posix() for path in top.rglob("*") if path.is_file()}
        coming = {address for address in self._change.written() if address.startswith(f"{folder}/")}
        yield from sorted(address for address in standing | coming if self.has(address))

    def folders_in(self, folder: str) -> frozenset[str]:
        """The names of the folders that stand directly below ``folder`` now."""
        top = self.site / folder
        return frozenset(path.name for path in top.iterdir() if path.is_dir()) if top.is_dir() else frozenset()

    def commit(self) -> None:
        """Let the site change; OSError where the disk fails, and then the site is whole or made whole by the next start.

        The marker appears after all others: the night that it names is there as a whole.
        """
        self._change.commit()

    def abandon(self) -> None:
        """Leave the site as it was."""
        self._change.abandon()


def _holds(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):  # noqa: PTH116 - hundreds of thousands of times; Path costs twice as much
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return file.read() == content
    except (FileNotFoundError, NotADirectoryError):
        return False
