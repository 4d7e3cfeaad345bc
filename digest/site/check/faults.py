"""What a check finds, and what it compares with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong with a finished file: ``page`` is its address below the site's root, ``code`` a stable name."""

    page: str
    code: str
    detail: str

    def __str__(self) -> str:
        return f"{self.page}: {self.detail} ({self.code})"


@dataclass(frozen=True, slots=True)
class StoredText:
    """An article as the state has it: what every printed word is compared with.

    ``excerpt`` and ``quoted`` are the most characters of it that one page may print in the reporter's words, and of quotes and
    reactions; None where nothing limits them.
    """

    text: str
    content_hash: str
    excerpt: int | None = None
    quoted: int | None = None
