"""Text to search terms. ``search.js`` does the same to a query; the two must agree letter for letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, kana and Han are written without spaces: each letter is a term."""

WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
BETWEEN_TEXTS = " \n "
"""Parts the words of two texts and is no apostrophe's neighbour."""
POSSESSIVE = re.compile(r"['’]s\b")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
NO_WORD = re.compile(rf"[^\w{UNSPACED}]|_")
ASCII_SIGNS = {sign: " " for sign in range(128) if not chr(sign).isalnum()}
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
SHORTEST_STEMMED = 4
"""Words shorter than this keep their s."""


def terms(text: str) -> list[str]:
    """The terms of ``text`` in its order: lower case, no accents, plural s removed.

    >>> terms("The dam’s gauges: Zürich, 41 copies")
    ['the', 'dam', 'gauge', 'zurich', '41', 'copy']
    """
    return [stem(word) for word in words(text)]


def known_terms(texts: Iterable[str]) -> set[str]:
    """The terms that stand in ``texts``.

    >>> sorted(known_terms(["The dams", "a dam"]))
    ['a', 'dam', 'the']
    """
    found = set(words(BETWEEN_TEXTS.join(texts)))
    plural = [word for word in found if word[-1] == "s"]
    found.difference_update(plural)
    found.update(map(stem, plural))
    return found


def words(text: str) -> list[str]:
    """The words of ``text`` in its order, in lower case, without accents, possessive s and apostrophes."""
    text = text.lower()
    if "'" in text or "’" in text:
        text = APOSTROPHE.sub("", POSSESSIVE.sub("", text))
    if not text.isascii():
        text = BEYOND_ASCII.sub(_bare_run, text)
    # Most texts are ASCII by now, and splitting at blanks takes a third of the time that the expression does.
    return text.translate(ASCII_SIGNS).split() if text.isascii() else WORD.findall(text)


def _bare_run(run: re.Match[str]) -> str:
    """A run of letters beyond ASCII, whose decomposition no letter beside it can change."""
    return _bare(run[0])


@lru_cache(maxsize=10_000)
def _bare(letters: str) -> str:
    """``letters`` without their accents, and a blank for each sign that is part of no word."""
    decomposed = unicodedata.normalize("NFKD", letters)
    return NO_WORD.sub(" ", "".join(one for one in decomposed if unicodedata.category(one)[0] != "M"))


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


@lru_cache(maxsize=10_000)
def facet(kind: str, name: str) -> str:
    """The term that marks a document of a person, an outlet or a topic.

    >>> facet("person", "Ilse Brandt")
    '@person:ilse-brandt'
    """
    return f"@{kind}:{'-'.join(words(name))}"
