"""What a site was made from, and from that what the next build has to do."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from digest.site.pages import address_of, find_files

Stamp = tuple[int, int]
"""Size and time of change (nanoseconds) of a file, as the last build saw it."""

_FIXED_PAGE = {"data/sources.json": "sources/index.md", "data/corrections.json": "corrections/index.md"}


@dataclass
class Manifest:
    """Files below the pages folder that the site holds, each as it was then; ``handmade`` are all other files of the site."""

    files: dict[str, Stamp] = field(default_factory=dict)
    handmade: tuple[str, ...] = ()

    def pages(self) -> list[str]:
        """Paths of the generated Markdown pages, sorted."""
        return sorted(path for path in self.files if path.endswith(".md"))

    def addresses(self) -> set[str]:
        """Addresses of all files of the site that come from generated ones."""
        return set(self.files) | {f"{address_of(path)}index.html" for path in self.files if path.endswith(".md")}

    def encoded(self) -> bytes:
        """The manifest as JSON."""
        return msgspec.json.encode({"files": dict(sorted(self.files.items())), "handmade": self.handmade})


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: pages to ``render``, files to ``copy``, addresses that are ``gone``.

    ``stamps`` are the files looked at; ``same`` are those that are as they were and matter all the same, as everything is made again.
    """

    render: tuple[str, ...]
    copy: tuple[str, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]
    stamps: dict[str, Stamp]
    missing: tuple[str, ...]

    def after(self, before: Manifest) -> Manifest:
        """The manifest once the plan is carried out."""
        kept = {path: stamp for path, stamp in before.files.items() if path not in self.missing}
        return Manifest(kept | self.stamps, before.handmade)


def read_manifest(path: Path) -> Manifest | None:
    """The manifest of the last build, or None where there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None


def forgotten(site: Path) -> Manifest:
    """What stands for the manifest of a ``site`` that lost it: nothing is known to be as it should, and what is not made again goes.

    Only files in folders of generated pages count; others may have been put there by hand.
    """
    return Manifest(handmade=tuple(find_files(site)))


def plan(pages: Path, before: Manifest, *, changed: frozenset[str] | None, everything: bool) -> Plan:
    """What has to be done for the site to follow ``pages``.

    ``changed`` limits the look to these paths; None compares all. ``everything`` renders all, whatever changed.
    """
    looked_at = sorted(changed) if changed is not None else sorted({*find_files(pages), *before.files})
    stamps, missing = _stamps(pages, looked_at)
    differing = [path for path, stamp in stamps.items() if before.files.get(path) != stamp]
    same = [path for path, stamp in stamps.items() if before.files.get(path) == stamp] if everything else []
    present = {**before.files, **stamps}
    for path in missing:
        present.pop(path, None)
    render = _pages_to_render(differing + same + missing, present)
    known = [path for path in missing if path in before.files]
    return Plan(tuple(sorted(render)), tuple(differing), tuple(same), tuple(_gone(known)), stamps, tuple(missing))


def page_of(path: str) -> str:
    """The page whose content a file holds, by name; there may be none.

    >>> page_of("data/stories/2026/03/04/dam.json"), page_of("data/sources.json")
    ('stories/2026/03/04/dam.md', 'sources/index.md')
    """
    if path.startswith("data/") and path.endswith(".json"):
        return _FIXED_PAGE.get(path) or path.removeprefix("data/").removesuffix(".json") + ".md"
    return path


def _pages_to_render(touched: Iterable[str], present: dict[str, Stamp]) -> set[str]:
    found = {page_of(path) for path in touched}
    home = {"index.md"} if found else set()
    return {path for path in found | home if path.endswith(".md") and path in present}


def _stamps(pages: Path, paths: Iterable[str]) -> tuple[dict[str, Stamp], list[str]]:
    stamps: dict[str, Stamp] = {}
    missing = []
    for path in paths:
        try:
            facts = os.stat(pages / path)  # noqa: PTH116 - forty thousand of them; Path costs twice as much
        except (FileNotFoundError, NotADirectoryError):
            missing.append(path)
        else:
            stamps[path] = (facts.st_size, facts.st_mtime_ns)
    return stamps, missing


def _gone(paths: Iterable[str]) -> Iterable[str]:
    for path in paths:
        yield path
        if path.endswith(".md"):
            yield f"{address_of(path)}index.html"
