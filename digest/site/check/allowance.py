"""How much of each article a page prints, against what its source allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from digest.site.check.faults import Fault
from digest.site.check.proof import Articles

EXCERPTS = frozenset({"brief", "adds", "lead"})
"""Fields of a page's data below which passages are in the reporter's words."""
TITLE = "headline"
"""The field of a headline taken from the text: a title, and no excerpt."""
Printed = defaultdict[tuple[str, str, bool], list[tuple[int, int]]]
"""Where the printed words stand, by article, the state of it, and whether they are an excerpt."""


def allowance_faults(page: str, value: Any, articles: Articles) -> Iterator[Fault]:
    """Articles of which the data of ``page`` holds more characters than are allowed; one that is printed twice counts once."""
    printed: Printed = defaultdict(list)
    _collect(value, printed, excerpt=False)
    for (article, _, excerpt), spans in printed.items():
        stored = articles.get(article)
        allowed = (stored.excerpt if excerpt else stored.quoted) if stored else None
        if allowed is not None and (chars := _length(spans)) > allowed:
            kind = "as an excerpt" if excerpt else "of quotes and reactions"
            yield Fault(page, "allowance", f"prints {chars} characters of {article} {kind}; {allowed} are allowed")


def _collect(value: Any, printed: Printed, *, excerpt: bool) -> None:
    if isinstance(value, list):
        for inner in value:
            _collect(inner, printed, excerpt=excerpt)
    elif isinstance(value, dict):
        if {"article", "start", "end", "content_hash"} <= value.keys():
            printed[value["article"], value["content_hash"], excerpt].append((value["start"], value["end"]))
            return
        for name, inner in value.items():
            if name != TITLE and isinstance(inner, dict | list):
                _collect(inner, printed, excerpt=excerpt or name in EXCERPTS)


def _length(spans: list[tuple[int, int]]) -> int:
    """Characters that ``spans`` cover together."""
    covered, end = 0, 0
    for one, other in sorted(spans):
        covered += max(0, other - max(one, end))
        end = max(end, other)
    return covered
