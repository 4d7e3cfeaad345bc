"""Words that are no longer kept: as many blanks in their place, so that every offset in the text still holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.model import Article, Span

BLANK = "\u2800"
"""BRAILLE PATTERN BLANK: no letter, no space and no mark, so no reader of words takes it for one; no text of news has it."""
_BLANKS = re.compile(f"{BLANK}+")


def blanks(article: Article) -> tuple[Span, ...]:
    """The stretches of ``article`` whose words are no longer kept."""
    return tuple(Span(*found.span()) for found in _BLANKS.finditer(article.text)) if BLANK in article.text else ()


def pieced_together(pieces: Iterable[tuple[int, str]]) -> str:
    """The text of which only ``pieces`` (offset, words) are known, with blanks between them.

    >>> pieced_together([(4, "audit"), (0, "Dam")]).replace(BLANK, ".")
    'Dam.audit'
    """
    known = sorted(pieces)
    text = [BLANK] * max((start + len(words) for start, words in known), default=0)
    for start, words in known:
        text[start : start + len(words)] = words
    return "".join(text)
