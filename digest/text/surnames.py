"""The part of a person's name that a family shares, and what tells its bearers apart."""

from __future__ import annotations

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""What tells a son from a father of one name."""
ARTICLES = frozenset(("al", "el", "as", "ash", "ul"))
"""Arabic articles that a name may be printed with or without."""


def surname_of(name: str) -> str:
    """The last word of a name, in small letters, without an article such as ``al-``.

    >>> surname_of("Bashar al-Assad"), surname_of("Piet Lanning Jr."), surname_of("")
    ('assad', 'lanning', '')
    """
    words = name.split()
    last = words[-2 if generation(name) else -1].casefold() if words else ""
    head, dash, tail = last.partition("-")
    return tail if dash and head in ARTICLES else last


def generation(name: str) -> str:
    """What tells a namesake of the family from another, in small letters; empty for most names.

    >>> generation("Piet Lanning Jr."), generation("Piet Lanning")
    ('jr', '')
    """
    _, blank, last = name.rpartition(" ")
    plain = last.strip(".,").casefold()
    return plain if blank and plain in GENERATIONS else ""
