"""Whether two printed names can be one person's: accents, prefixes, initials and transliterations apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from digest.text.surnames import GENERATIONS, generation

PREFIX = re.compile(r"\b(?:al|el|ad|as|ash|ar|an|az|at|ul)[-‑ ](?=\w)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`‘-][^\W\d_]+)*")
PARTICLES = frozenset(
    {
        "van",
        "von",
        "de",
        "der",
        "den",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "bin",
        "ibn",
        "ben",
        "abu",
        "ter",
        "af",
        "zu",
    }
)
# Spellings that transliterations use for one sound; applied in this order to folded words.
SOUNDS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("q", "k"),
    ("ph", "f"),
    ("dh", "d"),
    ("gh", "g"),
    ("ck", "k"),
    ("ö", "o"),
)
VOWELS = re.compile("[aeiou]")
DOUBLED = re.compile(r"(.)\1+")
NAMES_KEPT = 16_384
"""Names and words whose reading is remembered: those of a story are compared with one another, pair by pair."""
LEAST_CONSONANTS = 3
"""Consonants a name needs before equal consonants count as one name in two transliterations (Mohammed, Muhamad)."""


@lru_cache(NAMES_KEPT)
def name_words(name: str) -> tuple[str, ...]:
    """The words of ``name`` without accents, capitals, Arabic articles and suffixes.

    >>> name_words("Bashar al-Assad"), name_words("José Müller Jr.")
    (('bashar', 'assad'), ('jose', 'muller'))
    """
    plain = unicodedata.normalize("NFKD", PREFIX.sub("", name))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = tuple(re.sub("['’ʼ`‘]", "", word) for word in WORD.findall(plain))
    return tuple(word for word in words if word not in GENERATIONS) or words


@lru_cache(NAMES_KEPT)
def sound(word: str) -> str:
    """``word`` in one spelling of its transliterations.

    >>> sound("zelenskyy") == sound("zelenskiy") == sound("zelensky")
    True
    """
    for spelling, plain in SOUNDS:
        word = word.replace(spelling, plain)
    return DOUBLED.sub(r"\1", word)


def surname(name: str) -> str:
    """The last word of ``name`` as it sounds, to look names up by; empty if there is none.

    >>> surname("Bashar al-Assad") == surname("Mr. Asad")
    True
    """
    words = name_words(name)
    return sound(words[-1]) if words else ""


def is_full(name: str) -> bool:
    """Whether ``name`` has more than a surname; particles do not count.

    >>> is_full("Ilse Brandt"), is_full("van Dijk"), is_full("al-Assad")
    (True, False, False)
    """
    return len([word for word in name_words(name) if word not in PARTICLES]) > 1


def fullness(name: str) -> tuple[int, int, int]:
    """How much of a name ``name`` prints, to compare forms of one name: words written out, an Arabic article, letters.

    >>> fullness("Bashar al-Assad") > fullness("Bashar Assad") > fullness("B. Assad")
    True
    """
    return sum(len(word) > 1 for word in name_words(name)), len(PREFIX.findall(name)), len(name)


def same_name(one: str, other: str) -> bool:
    """Whether both names can be one person's: surnames that sound alike and no given names that differ.

    A lone surname fits every bearer of it: who calls must see that there is only one. A son is not his father.

    >>> same_name("Ilse Brandt", "I. Brandt"), same_name("Ilse Brandt", "Tomas Brandt"), same_name("Brandt", "Ilse Brandt")
    (True, False, True)
    >>> same_name("Piet Lanning Jr.", "Piet Lanning"), same_name("Lanning Jr.", "Piet Lanning Jr.")
    (False, True)
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    if not _alike(first[-1], second[-1]) or not _one_generation(one, other):
        return False
    givens = _givens(first), _givens(second)
    if not all(givens):
        return sound(first[-1]) == sound(second[-1])
    return _alike(givens[0][0], givens[1][0]) and _middle_fits(givens[0][1:], givens[1][1:])


def _one_generation(one: str, other: str) -> bool:
    """Whether neither name says "Jr." where the other is a full name without."""
    mine, yours = generation(one), generation(other)
    if mine == yours or (mine and yours):
        return mine == yours
    return not is_full(other if mine else one)


def _givens(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words[:-1] if word not in PARTICLES)


def _middle_fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Middle names may be missing; where both have the same number each must agree."""
    return len(one) != len(other) or all(_alike(a, b) for a, b in zip(one, other, strict=True))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if sound(one) == sound(other):
        return True
    bones = VOWELS.sub("", sound(one)), VOWELS.sub("", sound(other))
    return one[0] == other[0] and bones[0] == bones[1] and len(bones[0]) >= LEAST_CONSONANTS
