"""Where the opening of an article ends, in which it says what happened."""

from __future__ import annotations

from digest.model import Article
from digest.text.segment import paragraphs, sentences

PARAGRAPH_CHARS = 450
"""Characters that a paragraph of the news seldom passes: of those with breaks nine in ten are shorter (range 300 to 600). Many
pages give their text without breaks; there the opening ends with the sentence at which so much has been read."""


def opening_end(article: Article, count: int) -> int:
    """Where the first ``count`` paragraphs of an article end, or as many characters as those have where breaks are missing.

    Never inside a sentence; 0 for a text without words.
    """
    first = paragraphs(article.text)[:count]
    end = first[-1].end if first else 0
    most = (first[0].start if first else 0) + count * PARAGRAPH_CHARS
    if end <= most:
        return end
    return next((one.end for one in sentences(article.text, article.language) if one.end >= most), end)
