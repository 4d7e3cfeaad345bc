"""Files of the site: where each stands, how one points to another, and a Markdown page put together from blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from typing import Any

from digest.render.encode import front_matter, markdown, path_url, web_address


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file below the pages folder: ``path`` with forward slashes, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """What every page needs to know of the site: its ``name``, the ``zone`` that cuts days, and its address, if it has one yet.

    ``url`` is the site's root with a closing slash, or empty; without it feeds use relative addresses.
    """

    name: str = "Digest"
    url: str = ""
    zone: tzinfo = UTC

    def address(self, path: str) -> str:
        """The full address of ``path`` below the root, or the path itself for a site without address."""
        root = web_address(self.url)
        return (root.rstrip("/") + "/" if root else "") + path_url(path)


def story_file(path: str) -> str:
    """The Markdown file of a story; ``path`` is ``YYYY/MM/DD/slug``."""
    return f"stories/{path}.md"


def day_file(day: date) -> str:
    """The Markdown file of a day's edition."""
    return f"days/{day:%Y/%m/%d}.md"


def month_file(year: int, month: int) -> str:
    """The Markdown file of a month's stories."""
    return f"stories/{year:04}/{month:02}.md"


def date_file(day: date) -> str:
    """The Markdown file of the stories whose address is of one ``day``."""
    return f"stories/{day.year:04}/{day.month:02}/{day.day:02}.md"


def data_file(page: str, ending: str = ".json") -> str:
    """The data beside a page: ``people/ilse-brandt.md`` has ``data/people/ilse-brandt.json``."""
    return "data/" + page.removesuffix(".md") + ending


def url_of(page: str) -> str:
    """The address of a Markdown file below the site's root.

    >>> url_of("people/ilse-brandt.md"), url_of("people/index.md"), url_of("index.md")
    ('people/ilse-brandt/', 'people/', '')
    """
    stem = page.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"


def relative(page: str, target: str, anchor: str = "") -> str:
    """How ``page`` points to the file ``target``, and to a heading there.

    >>> relative("stories/2026/03/04/dam.md", "people/ilse-brandt.md")
    '../../../../people/ilse-brandt.md'
    """
    return path_url(_way(page.split("/")[:-1], target)) + (f"#{anchor}" if anchor else "")


def _way(here: list[str], target: str) -> str:
    """``posixpath.relpath`` for paths that stay below one root: it asks where the process stands, and a page has forty links."""
    there = [folder for folder in target.split("/") if folder not in ("", ".")]
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."


def link(page: str, target: str, text: str, anchor: str = "") -> str:
    """A Markdown link from ``page`` to the file ``target``; ``text`` is plain."""
    return f"[{markdown(text)}]({relative(page, target, anchor)})"


def page_file(path: str, fields: Mapping[str, Any], blocks: Sequence[str]) -> PageFile:
    """A Markdown page: front matter, then blocks parted by blank lines; empty blocks are left out."""
    body = "\n\n".join(block for block in blocks if block)
    return PageFile(path, f"{front_matter(fields)}\n{body}\n".encode())


def bullets(lines: Sequence[str]) -> str:
    """A list, a line an item."""
    return "\n".join(f"- {line}" for line in lines)


def section(title: str, *blocks: str) -> tuple[str, ...]:
    """A heading and its blocks, or nothing where there are none."""
    return (f"## {title}", *blocks) if any(blocks) else ()
