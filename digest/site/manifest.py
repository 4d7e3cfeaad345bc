"""What a site was made from, remembered in parts: a night reads and writes those that it touches, however old the site is.

The index names the parts, how many pages each holds and how many bytes it has; a part is a JSON object of paths and stamps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from digest.errors import DigestError
from digest.site.pages import find_files

Stamp = tuple[int, int]
"""Size and time of change (nanoseconds) of a file, as the last build saw it."""

INDEX = "manifest.json"
PARTS = "manifest"
_BY_MONTH = "stories"
_BY_INITIAL = frozenset({"people", "outlets", "topics"})


class DamagedManifestError(DigestError):
    """A part of a manifest is not what the index says it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part as the index knows it: its pages, and the size of its file in bytes."""

    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class _Index:
    parts: dict[str, Part]
    handmade: tuple[str, ...]


class Manifest:
    """Files below the pages folder that the site holds, each as it was when it was last looked at.

    ``handmade`` are all other files of the site; ``read`` gives the bytes of a part. A part is read when it is asked for.
    """

    def __init__(
        self,
        parts: dict[str, Part] | None = None,
        handmade: Iterable[str] = (),
        read: Callable[[str], bytes] | None = None,
    ) -> None:
        self.handmade = tuple(handmade)
        self._known = dict(parts or {})
        self._read = read
        self._loaded: dict[str, dict[str, Stamp]] = {}
        self._changed: set[str] = set()

    def stamp(self, path: str) -> Stamp | None:
        """How the file at ``path`` was, or None where the site holds none."""
        return self._part(part_of(path)).get(path)

    def paths(self) -> Iterator[str]:
        """The paths of all files; this reads every part."""
        for name in sorted({*self._known, *self._loaded}):
            yield from self._part(name)

    def update(self, stamps: dict[str, Stamp], missing: Iterable[str]) -> None:
        """Remember files as they are now, and forget those that are ``missing``."""
        for path, stamp in stamps.items():
            name = part_of(path)
            if self._part(name).get(path) != stamp:
                self._part(name)[path] = stamp
                self._changed.add(name)
        for path in missing:
            if self._part(part_of(path)).pop(path, None):
                self._changed.add(part_of(path))

    def holds(self, address: str) -> bool:
        """Whether the file of the site at ``address`` comes from a generated one."""
        folder = address.removesuffix("index.html")
        pages = (f"{folder.removesuffix('/')}.md", f"{folder}index.md") if folder != address else ()
        return any(self.stamp(path) is not None for path in (address, *pages))

    def pages(self, part: str) -> list[str]:
        """Paths of the generated Markdown pages of a part, sorted."""
        return sorted(path for path in self._part(part) if path.endswith(".md"))

    def page_counts(self) -> dict[str, int]:
        """How many pages each part has, for parts that have any."""
        known = {name: part.pages for name, part in self._known.items()}
        counts = known | {name: len(self.pages(name)) for name in self._changed}
        return {name: counts[name] for name in sorted(counts) if counts[name]}

    def changed(self) -> frozenset[str]:
        """The parts that differ from what was read."""
        return frozenset(self._changed)

    def files(self) -> Iterator[tuple[str, bytes | None]]:
        """The files that keep it, by name: those of parts that changed (None for one that is empty now), and the index at last."""
        known = dict(self._known)
        for name in sorted(self._changed):
            found = self._loaded[name]
            data = msgspec.json.encode(dict(sorted(found.items()))) if found else None
            known.pop(name, None)
            if data is not None:
                known[name] = Part(len(self.pages(name)), len(data))
            yield f"{PARTS}/{name}.json", data
        yield INDEX, msgspec.json.encode(_Index(dict(sorted(known.items())), self.handmade))

    def _part(self, name: str) -> dict[str, Stamp]:
        if name not in self._loaded:
            self._loaded[name] = self._decoded(name) if name in self._known else {}
        return self._loaded[name]

    def _decoded(self, name: str) -> dict[str, Stamp]:
        assert self._read is not None, "a manifest that knows parts was read from somewhere"
        try:
            return msgspec.json.decode(self._read(name), type=dict[str, Stamp])
        except (OSError, msgspec.DecodeError) as error:
            raise DamagedManifestError(
                f"what the last build remembered of {name} is damaged ({error}); remove the site's folder .digest and build again"
            ) from error


def part_of(path: str) -> str:
    """The part that remembers ``path``: stories by month, people, outlets and topics by the first letter, the rest by folder.

    >>> part_of("data/stories/2026/03/04/dam.json"), part_of("stories/2026/03.md"), part_of("people/ilse-brandt.md")
    ('stories-2026-03', 'stories-2026-03', 'people-i')
    >>> part_of("days/2026/03/04.md"), part_of("index.md"), part_of("data/people/плотина.json")
    ('days', 'pages', 'people-other')
    """
    folders = path.removeprefix("data/").split("/")
    if len(folders) == 1:
        return "pages"
    root, below = folders[0], folders[1].partition(".")[0]
    if root == _BY_MONTH and len(folders) > 2:
        return f"{root}-{below}-{folders[2].partition('.')[0]}"
    if root in _BY_INITIAL:
        initial = below[:1]
        return f"{root}-{initial if initial.isascii() and initial.isalnum() else 'other'}"
    return root


def read_manifest(memory: Path) -> Manifest | None:
    """The manifest that the last build left in the folder ``memory``, or None where it is not whole."""
    try:
        index = msgspec.json.decode((memory / INDEX).read_bytes(), type=_Index)
        files = {name: memory / PARTS / f"{name}.json" for name in index.parts}
        whole = all(files[name].stat().st_size == part.size for name, part in index.parts.items())
    except (OSError, msgspec.DecodeError):
        return None
    return Manifest(index.parts, index.handmade, lambda name: files[name].read_bytes()) if whole else None


def forgotten(site: Path) -> Manifest:
    """What stands for the manifest of a ``site`` that lost it: nothing is known to be as it should, and what is not made again goes.

    Only files in folders of generated pages count; others may have been put there by hand.
    """
    return Manifest(handmade=find_files(site))
