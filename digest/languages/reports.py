"""Words that report what somebody says or thinks, and what the sentences around them tell, as counted weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

TABLES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ReportTable:
    """What was learned of a language's reported speech.

    ``words`` may report; ``cues`` are weights of the signs that one does, ``places`` of the signs that reported words
    begin or end at a place. Signs without a weight count nothing.
    """

    words: frozenset[str]
    cues: Mapping[str, float] = field(hash=False)
    places: Mapping[str, float] = field(hash=False)


@lru_cache(maxsize=8)
def read_reports(language: str) -> ReportTable:
    """The table in ``reports_<language>.txt``, which ``python -m bench.reports_weights`` writes.

    >>> "said" in read_reports("en").words
    True
    """
    return parse_reports((TABLES / f"reports_{language}.txt").read_text(encoding="utf-8"))


def parse_reports(text: str) -> ReportTable:
    r"""A table from its text: lines of remarks, then the parts ``[words]``, ``[cues]`` and ``[places]``.

    A line of the last two is a sign, a blank and its weight; a remark begins with ``# ``.

    >>> parse_reports("[words]\nsaid\n[cues]\nbias -1.5\n[places]\n").cues
    {'bias': -1.5}
    """
    parts: dict[str, list[str]] = {"words": [], "cues": [], "places": []}
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = parts[line[1:-1]]
        elif line and not line.startswith("# "):
            lines.append(line)
    return ReportTable(frozenset(parts["words"]), _weights(parts["cues"]), _weights(parts["places"]))


def _weights(lines: list[str]) -> dict[str, float]:
    pairs = (line.rsplit(" ", 1) for line in lines)
    return {sign: float(weight) for sign, weight in pairs}
