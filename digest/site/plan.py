"""What a build has to do for the site to follow the pages folder."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from digest.site.manifest import Manifest, Stamp
from digest.site.pages import address_of, find_files

_FIXED_PAGE = {"data/sources.json": "sources/index.md", "data/corrections.json": "corrections/index.md"}


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


def plan(pages: Path, before: Manifest, *, changed: frozenset[str] | None, everything: bool) -> Plan:
    """What has to be done for the site to follow ``pages``.

    ``changed`` limits the look to these paths; None compares all. ``everything`` renders all, whatever changed.
    Raises DamagedManifestError where what is known of a file cannot be read.
    """
    looked_at = sorted(changed) if changed is not None else sorted({*find_files(pages), *before.paths()})
    stamps, missing = _stamps(pages, looked_at)
    known = {path: before.stamp(path) for path in looked_at}
    differing = [path for path, stamp in stamps.items() if known[path] != stamp]
    same = [path for path, stamp in stamps.items() if known[path] == stamp] if everything else []
    render = _pages_to_render(pages, differing + same + missing, stamps)
    gone = [path for path in missing if known[path] is not None]
    return Plan(tuple(sorted(render)), tuple(differing), tuple(same), tuple(_gone(gone)), stamps, tuple(missing))


def page_of(path: str) -> str:
    """The page whose content a file holds, by name; there may be none.

    >>> page_of("data/stories/2026/03/04/dam.json"), page_of("data/sources.json")
    ('stories/2026/03/04/dam.md', 'sources/index.md')
    """
    if path.startswith("data/") and path.endswith(".json"):
        return _FIXED_PAGE.get(path) or path.removeprefix("data/").removesuffix(".json") + ".md"
    return path


def _pages_to_render(pages: Path, touched: Iterable[str], seen: Container[str]) -> set[str]:
    found = {page_of(path) for path in touched}
    home = {"index.md"} if found else set()
    return {path for path in found | home if path.endswith(".md") and (path in seen or (pages / path).is_file())}


def _stamps(pages: Path, paths: Iterable[str]) -> tuple[dict[str, Stamp], list[str]]:
    stamps: dict[str, Stamp] = {}
    missing = []
    for path in paths:
        try:
            facts = os.stat(f"{pages}/{path}")  # noqa: PTH116 - forty thousand of them; Path costs twice as much
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
