"""How far hostile texts came: a check that finds nothing proves something only of texts that were there."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

LATEX = re.compile(r"\\text[a-z]+|\\[a-z]+\{\}")
KINDS: Mapping[str, str] = {
    ".html": "page",
    ".md": "markdown",
    ".feed.json": "feed",
    ".json": "json",
    ".xml": "xml",
    ".opml": "opml",
    ".csv": "csv",
    ".bib": "bibtex",
    ".ris": "ris",
}
"""Kinds of output by how the names of their files end; the first that fits."""


def signs(text: str) -> str:
    """The letters and digits of a text alone, which every encoder leaves as they are, in one case.

    >>> signs("<b>Ferry&amp;weir</b>")
    'bferryampweirb'
    """
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def reached(site: Path, texts: Sequence[str]) -> dict[str, set[str]]:
    """Which of ``texts`` stand in the finished ``site``, by kind of output and, in the data of stories, by field.

    A text counts as there where its letters and digits follow one another; one without any is nowhere.
    """
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        kind = next((kind for ending, kind in KINDS.items() if name.endswith(ending)), None)
        if not path.is_file() or name.startswith((".digest/", "assets/")) or kind is None:
            continue
        content = path.read_text(encoding="utf-8")
        shown[kind].append(_plain(content, kind))
        if kind == "json" and name.startswith("data/stories/"):
            for field, value in _strings(json.loads(content), ""):
                shown[field].append(signs(value))
    wanted = {text: signs(text) for text in texts}
    whole = {where: "\n".join(found) for where, found in shown.items()}
    return {where: {text for text, bare in wanted.items() if bare and bare in every} for where, every in whole.items()}


def _plain(content: str, kind: str) -> str:
    if kind in ("json", "feed"):
        return "\n".join(signs(unescape(value)) for _, value in _strings(json.loads(content), ""))
    if kind == "bibtex":
        content = LATEX.sub("", content)
    return signs(unescape(unescape(content)) if kind == "xml" else unescape(content))


def _strings(value: object, field: str) -> Iterator[tuple[str, str]]:
    """The texts of a JSON value with the names of the fields that lead to them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, f"{field}.{name}" if field else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, field)
    elif isinstance(value, str):
        yield field, value
