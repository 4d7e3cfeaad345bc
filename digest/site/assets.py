"""The site's own style and scripts, under names that change with their content so that caches may keep them for good."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent / "theme" / "assets" / "digest"
SCRIPTS = ("digest.css", "early.js", "digest.js", "search.js")
HASHED = 8
"""Hex digits of a content hash in a file's name."""

UNUSED = ("assets/javascripts/", "assets/images/favicon", "assets/stylesheets/palette", "assets/stylesheets/classic")
"""Parts of Material that no page of ours asks for: its script, its search worker and its palettes."""


def name_of(asset: str) -> str:
    """Address of an asset below the site's root, with its content hash: ``assets/digest/digest.1f2e3d4c.css``."""
    stem, _, ending = asset.rpartition(".")
    mark = hashlib.sha256((FOLDER / asset).read_bytes()).hexdigest()[:HASHED]
    return f"assets/digest/{stem}.{mark}.{ending}"


def names() -> tuple[str, str, str]:
    """Addresses of the style sheet, the script before the first paint and the script after it."""
    return name_of("digest.css"), name_of("early.js"), name_of("digest.js")


def contents() -> dict[str, bytes]:
    """Every asset by its address below the site's root."""
    return {name_of(asset): (FOLDER / asset).read_bytes() for asset in SCRIPTS} | {
        "assets/digest/mark.svg": (FOLDER / "mark.svg").read_bytes()
    }


def write(site: Path) -> None:
    """Write all assets below ``site``."""
    for address, content in contents().items():
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def is_unused(address: str) -> bool:
    """Whether a file of the theme is one that no page asks for, or one of ours that is written under another name."""
    ours = address.startswith("assets/digest/")
    return ours or address.startswith(UNUSED) or address.endswith(".map")
