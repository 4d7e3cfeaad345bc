"""Where the news begins behind a dateline such as ``VELLMAR, March 4 (National Wire) - ``."""

from __future__ import annotations

import re

from digest.model import Article, Span

PLACE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
SHOUTED = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
WHEN = r"(?:, [A-Z][\w. ]{2,20}){0,2}"
AGENCY = r" ?\([^()\n]{2,40}\)"
DATELINE = re.compile(rf"(?:{SHOUTED}{WHEN}(?:{AGENCY})?|{PLACE}{WHEN}{AGENCY}) ?(?:[-–—]+|:) *(?=[A-Z0-9“‘\"'])")
"""A place in capitals or before an agency in brackets, then a dash. A name before a dash ("The minister – ...") is none."""
DASH = re.compile(r"\s*[-–—:]*\s*")


def after_dateline(article: Article, span: Span) -> Span:
    """``span`` of the article's text without the dateline it opens with.

    The dateline is the one that reading found; where it found none (a correction's note may stand before it), its form tells.

    >>> from datetime import UTC, datetime
    >>> text = "VELLMAR (National Wire) — The dam holds."
    >>> article = Article("a", "s", "Post", None, None, text, datetime(2026, 3, 4, tzinfo=UTC), "h")
    >>> after_dateline(article, Span(0, len(text))).of(text)
    'The dam holds.'
    """
    text, (start, end) = article.text, span
    if article.dateline and text.startswith(article.dateline, start):
        gap = DASH.match(text, start + len(article.dateline))
        start = gap.end() if gap else start
    else:
        match = DATELINE.match(text, start, end)
        start = match.end() if match else start
    return Span(start, end) if start < end else Span(*span)
