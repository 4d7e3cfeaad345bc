"""Paragraphs and sentences of a text, as spans."""

from __future__ import annotations

import re

PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    r"""Spans of the paragraphs of ``text``, which blank lines separate.

    >>> paragraphs("One.\n\nTwo.")
    ((0, 4), (6, 10))
    """
    return tuple(match.span() for match in PARAGRAPH.finditer(text))
