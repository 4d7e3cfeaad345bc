"""The page frame that MkDocs made, cut at its slots so that a generated page is poured in by joining strings."""

from __future__ import annotations

import html
from dataclasses import dataclass

BASE = "@@digest-base@@"
TITLE = "@@digest-title@@"
HEAD = "@@digest-head@@"
MAIN = "@@digest-main@@"

HOME = "index.md"
SECTIONS: dict[str, str] = {
    "home": HOME,
    "stories": "stories/index.md",
    "days": "days/index.md",
    "people": "people/index.md",
    "outlets": "outlets/index.md",
    "topics": "topics/index.md",
    "sources": "sources/index.md",
    "corrections": "corrections/index.md",
    "search": "search.md",
}
"""One page a section is built by MkDocs as the frame of all pages of that section."""

SECTION_OF_KIND: dict[str, str] = {
    "home": "home",
    "story": "stories",
    "stories": "stories",
    "month": "stories",
    "date": "stories",
    "moved": "stories",
    "removed": "stories",
    "day": "days",
    "days": "days",
    "person": "people",
    "people": "people",
    "outlet": "outlets",
    "outlets": "outlets",
    "topic": "topics",
    "topics": "topics",
    "sources": "sources",
    "corrections": "corrections",
    "search": "search",
}


@dataclass(frozen=True, slots=True)
class Shell:
    """A page of one section with nothing in it: text of the page up to, between and after its slots."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]

    def pour(self, *, base: str, title: str, head: str, main: str) -> str:
        """The finished page. ``title`` is plain text, ``head`` and ``main`` are HTML, ``base`` the way to the site's root.

        >>> cut(f"<title>{TITLE}</title><a href='{BASE}/x'>{MAIN}</a>").pour(base="..", title="A & B", head="", main="m")
        "<title>A &amp; B</title><a href='../x'>m</a>"
        """
        fill = {BASE: base, TITLE: html.escape(title), HEAD: head, MAIN: main}
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            pieces += (fill[slot], part)
        return "".join(pieces)


def cut(page: str) -> Shell:
    """Cut a page at its slots. Each slot may stand any number of times."""
    parts, slots = [], []
    rest = page
    while found := [(at, slot) for slot in (BASE, TITLE, HEAD, MAIN) if (at := rest.find(slot)) >= 0]:
        at, slot = min(found)
        parts.append(rest[:at])
        slots.append(slot)
        rest = rest[at + len(slot) :]
    return Shell((*parts, rest), tuple(slots))


def way_to_root(address: str) -> str:
    """The relative way from a page's address (a folder below the site's root) to the root, without a trailing slash.

    >>> way_to_root("stories/2026/03/04/dam/"), way_to_root("")
    ('../../../../..', '.')
    """
    return "/".join([".."] * address.count("/")) or "."
