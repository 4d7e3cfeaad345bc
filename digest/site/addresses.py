"""Addresses as pages print them: relative ones within the site, plain web addresses to others."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20/?#@:]+(?::\d{1,5})?(?:[/?#][^\s\x00-\x20]*)?", re.IGNORECASE)
"""An absolute web address without blanks, control characters, user or password."""
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._~#-]*")


ADDRESSES_KEPT = 4096
"""Addresses that are remembered: a page repeats those of its people, outlets and sources."""


@lru_cache(ADDRESSES_KEPT)
def inside(base: str, address: str | None) -> str:
    """A link to a page or file of the site; folders are named by their file, so that links also hold from a disk.

    >>> inside("../..", "people/ilse-brandt/"), inside(".", "data/feed.xml")
    ('../../people/ilse-brandt/index.html', './data/feed.xml')
    """
    path = address or ""
    if not PLAIN_PATH.fullmatch(path):
        path = quote(path, safe="/-_.~#")
    folder = not path or path.endswith("/")
    return f"{base}/{path}{'index.html' if folder else ''}"


@lru_cache(ADDRESSES_KEPT)
def outside(url: str | None) -> str | None:
    """A link to another site, or None where it is no plain web address.

    >>> outside("https://wire.example/dam#:~:text=gauge"), outside("javascript:alert(1)"), outside(None)
    ('https://wire.example/dam#:~:text=gauge', None, None)
    """
    return url if url and WEB_ADDRESS.fullmatch(url) else None
