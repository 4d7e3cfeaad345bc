"""Generated pages as files: where they are, what kind they are and which JSON holds their content."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

GENERATED_ROOTS = frozenset({"stories", "days", "people", "outlets", "topics", "sources", "corrections", "data"})
"""Folders below the pages folder that hold nothing written by hand. ``index.md`` is generated too."""

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n?(.*)\Z", re.DOTALL)

_PARENT_KIND = {"people": "person", "outlets": "outlet", "topics": "topic"}
_FIXED_DATA = {"sources/index.md": "data/sources.json", "corrections/index.md": "data/corrections.json"}
_LIST_OF_STORIES = re.compile(r"stories/\d{4}/\d{2}(/\d{2})?\.md")
"""The page of a month or of a date."""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """One page to pour. ``path`` is its Markdown below the pages folder, ``address`` its folder below the site's root."""

    path: str
    address: str
    kind: str
    data: dict[str, Any]
    body: str = ""


def address_of(path: str) -> str:
    """The folder a page is published at.

    >>> address_of("stories/2026/03/04/dam.md"), address_of("people/index.md"), address_of("index.md")
    ('stories/2026/03/04/dam/', 'people/', '')
    """
    stem = path.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def kind_of(path: str) -> str:
    """What a page is by where it stands.

    >>> [kind_of(path) for path in ("index.md", "stories/2026/03.md", "stories/2026/03/04.md", "days/2026/03/04.md")]
    ['home', 'month', 'date', 'day']
    """
    if path == "index.md":
        return "home"
    root = path.split("/", 1)[0]
    if path == f"{root}/index.md":
        return root
    if root == "stories":
        listed = _LIST_OF_STORIES.fullmatch(path)
        return "story" if listed is None else "date" if listed[1] else "month"
    return _PARENT_KIND.get(root, root.removesuffix("s"))


def data_path(path: str) -> str:
    """Where the JSON of a page is, below the pages folder; of the home page this is known only from its front matter.

    >>> data_path("stories/2026/03/04/dam.md"), data_path("sources/index.md")
    ('data/stories/2026/03/04/dam.json', 'data/sources.json')
    """
    return _FIXED_DATA.get(path) or f"data/{path.removesuffix('.md')}.json"


def find_files(pages: Path) -> Iterator[str]:
    """Paths of all generated files, Markdown and data, below ``pages``, sorted within each folder."""
    if (pages / "index.md").is_file():
        yield "index.md"
    for root in sorted(GENERATED_ROOTS):
        yield from _walk(str(pages / root), root)


def _walk(folder: str, path: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        inner = f"{path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, inner)
        else:
            yield inner


def read_page(pages: Path, path: str) -> GeneratedPage:
    """One page with its content. Pages that have no JSON of their own (home, moved, removed) say in front matter what they are."""
    kind, where = kind_of(path), data_path(path)
    if path == "index.md":  # data/index.json is the list of all addresses and not the home page's
        return _from_front_matter(pages, path, kind)
    try:
        with open(f"{pages}/{where}", "rb", buffering=0) as file:  # noqa: PTH123 - a hundred thousand times; Path costs twice as much
            data = msgspec.json.decode(file.read())
    except FileNotFoundError:
        return _from_front_matter(pages, path, kind)
    return GeneratedPage(path, address_of(path), kind, data)


def _from_front_matter(pages: Path, path: str, kind: str) -> GeneratedPage:
    meta, body = front_matter((pages / path).read_text(encoding="utf-8"))
    kind = str(meta.get("kind") or kind)
    if isinstance(meta.get("data"), str) and (pages / meta["data"]).is_file():
        return GeneratedPage(path, address_of(path), kind, msgspec.json.decode((pages / meta["data"]).read_bytes()))
    return GeneratedPage(path, address_of(path), "moved" if meta.get("moved_to") else "prose", meta, body)


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    r"""The YAML at the head of a page and the Markdown below it.

    >>> front_matter("---\ntitle: Dam\n---\n# Dam\n")
    ({'title': 'Dam'}, '# Dam\n')
    """
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text
    meta = yaml.load(match.group(1), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    return (meta if isinstance(meta, dict) else {}), match.group(2)
