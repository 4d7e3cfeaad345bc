"""Which stance comes first in a stretch of words."""

from __future__ import annotations

from digest.languages.phrasebook import Phrasebook
from digest.languages.stance_grammar import Grammar
from digest.model import Stance

NEGATION_CHARS = 30
"""Characters before telling words in which a "not" turns them around."""


def first_stance(said: str, phrases: Phrasebook[Stance], grammar: Grammar) -> Stance | None:
    """The stance of the first telling words in ``said`` without a "not" before or among them; of those that begin at one place the first of ``phrases``."""
    for stance, match in phrases.found(said):
        start = match.start()
        turned = grammar.negation.search(said, max(0, start - NEGATION_CHARS), start)
        if not turned and not grammar.unwelcome.search(match[0]):
            return stance
    return None
