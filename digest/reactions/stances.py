"""Which stance comes first in a stretch of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.languages.stance_grammar import Grammar
from digest.model import Stance

NEGATION_CHARS = 30
"""Characters before telling words in which a "not" turns them around."""


def first_stance(said: str, patterns: Sequence[tuple[Stance, re.Pattern[str]]], grammar: Grammar) -> Stance | None:
    """The stance of the first telling words in ``said``; of patterns that match at one place the earlier in the table."""
    hits = [
        (place, rank, stance)
        for rank, (stance, pattern) in enumerate(patterns)
        if (place := _place(pattern, said, grammar)) is not None
    ]
    return min(hits)[2] if hits else None


def _place(pattern: re.Pattern[str], said: str, grammar: Grammar) -> int | None:
    """Where ``pattern`` first matches without a "not" before it."""
    starts = (match.start() for match in pattern.finditer(said) if not grammar.unwelcome.search(match[0]))
    return next(
        (start for start in starts if not grammar.negation.search(said, max(0, start - NEGATION_CHARS), start)), None
    )
