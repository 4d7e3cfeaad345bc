"""Addresses of people, outlets and topics, made from the name alone so that they need no register and never change."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from digest.text.file_names import TAKEN

LONGEST = 80
"""Most characters of a slug."""
LONGEST_BYTES = 200
"""Most bytes of a slug in UTF-8, where a letter may take four: file systems allow 255 with the ending and what a file is called while it is written."""
REMEMBERED = 16_384
"""Names whose slugs are remembered: each stands on many pages of a night."""
NOT_WORD = re.compile(r"[\W_]+")
MARKS = re.compile("[’'‘`]")


@lru_cache(REMEMBERED)
def slug(name: str) -> str:
    """``name`` in lower case without accents, its words joined by dashes; letters of any script stay.

    A name without a letter or digit, one that is too long and one that is taken is told apart by a hash of it.

    >>> slug("The Harbour Post"), slug("Zoë’s Böll")
    ('the-harbour-post', 'zoes-boll')
    >>> slug("!!")
    'x-233d26e9'
    >>> slug("Aux")
    'aux-6e1fde7a'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", MARKS.sub("", name)) if not unicodedata.combining(c))
    words = NOT_WORD.sub("-", unicodedata.normalize("NFC", plain.casefold())).strip("-")
    if 0 < len(words) <= LONGEST and len(words.encode()) <= LONGEST_BYTES and words not in TAKEN:
        return words
    mark = sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    start = words[: LONGEST - 9].encode()[: LONGEST_BYTES - 9].decode(errors="ignore")
    return f"{start.rstrip('-') or 'x'}-{mark}"


def person_slug(name: str | None) -> str | None:
    """The address of a person's page, from first and last name, so that a fuller name keeps it; None for a single word.

    A surname alone does not tell who it is, and a page must not mix two people.

    >>> person_slug("Ilse Brandt") == person_slug("Ilse Maria Brandt")
    True
    >>> person_slug("Brandt") is None
    True
    """
    words = (name or "").split()
    return slug(f"{words[0]} {words[-1]}") if len(words) > 1 else None
