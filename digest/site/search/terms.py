"""Text to search terms. ``search.js`` does the same to a query; the two must agree letter for letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, kana and Han are written without spaces: each letter is a term."""

WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
POSSESSIVE = re.compile(r"['’]s\b")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
SHORTEST_STEMMED = 4
"""Words shorter than this keep their s."""


def terms(text: str) -> list[str]:
    """The terms of ``text`` in its order: lower case, no accents, plural s removed.

    >>> terms("The dam’s gauges: Zürich, 41 copies")
    ['the', 'dam', 'gauge', 'zurich', '41', 'copy']
    """
    return [stem(word) for word in WORD.findall(plain(text))]


def plain(text: str) -> str:
    """``text`` in lower case without accents, possessive s and apostrophes."""
    text = text.lower()
    if "'" in text or "’" in text:
        text = APOSTROPHE.sub("", POSSESSIVE.sub("", text))
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] != "M")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """``word`` without a plural ending (the S stemmer of Harman 1991): weak, and so never far off.

    >>> [stem(word) for word in ("bodies", "gauges", "crisis", "class", "gas")]
    ['body', 'gauge', 'crisi', 'class', 'gas']
    """
    if len(word) < SHORTEST_STEMMED or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word if word.endswith(("us", "ss")) else word[:-1]


def facet(kind: str, name: str) -> str:
    """The term that marks a document of a person, an outlet or a topic.

    >>> facet("person", "Ilse Brandt")
    '@person:ilse-brandt'
    """
    return f"@{kind}:{'-'.join(WORD.findall(plain(name)))}"
