"""Addresses in the plainest notations: a text file with one a line, the shortcut a browser makes of a page, the settings of a planet."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from digest.incoming import Source
from digest.ingest.adapt import file_stem
from digest.ingest.links import host_of
from digest.ingest.lists import Lists
from digest.text.normalise import one_line

LONGEST_NAME_CHARS = 80
"""Characters that may stand beside an address on its line (range 40 to 120): a longer line is a sentence that holds a link."""
SHORTCUT = re.compile(r"\[(?:InternetShortcut|Desktop Entry)\]\s", re.IGNORECASE)
"""How shortcuts of Windows and of Linux desktops begin."""
_ADDRESS = re.compile(r"(?:https?|feed)://[^\s<>\"'()\[\]]{3,2048}", re.IGNORECASE)
_WEBLOC = re.compile(
    r"<plist\b[^<>]{0,200}>\s{0,20}<dict>\s{0,20}<key>URL</key>\s{0,20}<string>([^<]{1,4096})</string>"
)
_SETTING = re.compile(r"^(URL|Name)[ \t]*=[ \t]*(\S[^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"\[([^\[\]\r\n]{1,2048})\]")
_FEED_SETTING = re.compile(r"(?:feed|url|rss)[ \t]*=[ \t]*(\S+)", re.IGNORECASE)
_NAME_SETTING = re.compile(r"(?:name|title)[ \t]*=[ \t]*(\S.*)", re.IGNORECASE)
_AROUND = " \t,;:|=–—•*<>()[]\"'-"
_NO_NAMES = frozenset({"url", "link", "feed", "rss", "atom", "address"})


def holds_addresses(text: str) -> bool:
    r"""Whether a text is nothing but addresses, one a line, each with a name or none, or a shortcut to one.

    >>> holds_addresses("# ours\nHarbour Post https://harbour.example/feed\n")
    True
    >>> holds_addresses("The dam holds.\nhttps://harbour.example/dam")
    False
    """
    if SHORTCUT.match(text) or _WEBLOC.search(text, 0, 4096):
        return True
    rows = list(_rows(text))
    if _is_planet(rows):
        return True
    return bool(rows) and all(
        len(_ADDRESS.findall(row)) == 1 and len(_beside(row)) <= LONGEST_NAME_CHARS for row in rows
    )


def read_addresses(text: str, path: str) -> Lists:
    """The sources of such a text. What a line says beside its address is the name; a shortcut is named by its file."""
    return Lists(tuple(Source(name or host_of(url) or url, url, path) for name, url in _named(text, path)))


def _named(text: str, path: str) -> Iterator[tuple[str | None, str]]:
    """Each address with its name, if it has one."""
    if SHORTCUT.match(text):
        said = {key.casefold(): value.strip() for key, value in reversed(_SETTING.findall(text))}
        if "url" in said:
            yield said.get("name") or file_stem(path), said["url"]
    elif found := _WEBLOC.search(text, 0, 4096):
        if address := html.unescape(found.group(1)).strip():
            yield file_stem(path), address
    elif _is_planet(rows := list(_rows(text))):
        yield from _of_planet(rows)
    else:
        for row in rows:
            if written := _ADDRESS.search(row):
                name = _beside(row)
                yield (None if name.casefold() in _NO_NAMES else name or None), written.group()


def _is_planet(rows: Sequence[str]) -> bool:
    """Whether lines are the settings of a planet (Planet, Venus, Pluto): more than half are settings, and a section names a feed."""
    settings = sum("=" in row or _HEADING.fullmatch(row) is not None for row in rows)
    return 2 * settings > len(rows) and any(map(_HEADING.fullmatch, rows)) and any(_of_planet(rows))


def _of_planet(rows: Iterable[str]) -> Iterator[tuple[str | None, str]]:
    """Name and address of each section that is called by a feed's address or has a setting ``feed``."""
    url: str | None = None
    name: str | None = None
    for row in [*rows, "[end]"]:
        if heading := _HEADING.fullmatch(row):
            if url:
                yield name, url
            url, name = (heading[1] if _ADDRESS.fullmatch(heading[1]) else None), None
        elif (feed := _FEED_SETTING.fullmatch(row)) and _ADDRESS.fullmatch(feed[1]):
            url = url or feed[1]
        elif called := _NAME_SETTING.fullmatch(row):
            name = one_line(called[1])[:LONGEST_NAME_CHARS] or None


def _rows(text: str) -> Iterator[str]:
    """The lines that say something; what begins with ``#`` is a remark."""
    return (row for line in text.lstrip("\ufeff").splitlines() if (row := line.strip()) and not row.startswith("#"))


def _beside(row: str) -> str:
    """What a line says beside its address."""
    return one_line(" ".join(part.strip(_AROUND) for part in _ADDRESS.split(row, maxsplit=1)))
