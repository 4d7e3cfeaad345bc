"""Names that last: a story's slug and path, from its first article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from hashlib import blake2b

from digest.edition.dateline import after_dateline
from digest.languages.stopwords import STOPWORDS
from digest.model import Article, Span
from digest.text.file_names import TAKEN
from digest.text.segment import paragraphs

LONGEST_SLUG = 60
"""Characters of a slug; a link with more is cut in mails and messages."""
LEAST_WORDS = 3
"""Words of a slug below which stop words are kept: a headline of stop words is still a headline."""

Taken = Callable[[str], bool]
"""Whether a story of an id is known outside of grouping's window: its address is never given to another."""

_CLAUSE_END = re.compile(r"[.!?;:,](?=\s|$)| [–—-] ")
_WORD = re.compile(r"[a-z0-9]+")


def slug(article: Article) -> str:
    """A few ASCII words of the headline or, where it is missing, of the first clause of the lead.

    >>> from datetime import datetime, UTC
    >>> article = Article("a", "", "", None, "Minister rejects the audit of Véllmar dam", "", datetime(2026, 3, 4, tzinfo=UTC), "")
    >>> slug(article)
    'minister-rejects-audit-vellmar-dam'
    """
    words = _words(article.headline or "") or _words(_lead_clause(article))
    dull = set(STOPWORDS.get(article.language, "").split())
    telling = [word for word in words if word not in dull]
    chosen = telling if len(telling) >= LEAST_WORDS else words
    result = ""
    for word in chosen:
        if result and len(result) + 1 + len(word) > LONGEST_SLUG:
            break
        result = f"{result}-{word[:LONGEST_SLUG]}" if result else word[:LONGEST_SLUG]
    return result if result and result not in TAKEN else f"{result or 'story'}-{content_key(article)}"


def never(_: str) -> bool:
    """That no story is known but those of the window."""
    return False


def free_path(article: Article, taken: Callable[[str], bool]) -> str:
    """``YYYY/MM/DD/slug`` of the article's day, with a suffix from its content where that path is ``taken``."""
    day = article.when.strftime("%Y/%m/%d")
    path = f"{day}/{slug(article)}"
    if not taken(path):
        return path
    path = f"{path}-{content_key(article)}"
    number = 2
    while taken(path if number == 2 else f"{path}-{number}"):
        number += 1
    return path if number == 2 else f"{path}-{number}"


def story_id(path: str) -> str:
    """The id of the story with that path.

    >>> story_id("2026/03/04/dam-audit")
    '2026-03-04-dam-audit'
    """
    return path.replace("/", "-")


def content_key(article: Article) -> str:
    """Six hexadecimal digits of what the article says and where; the same wherever it is read."""
    parts = (article.headline or "", article.text, article.outlet, article.url or "")
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=3).hexdigest()


def _lead_clause(article: Article) -> str:
    """The lead's first clause, without the dateline before it."""
    spans = paragraphs(article.text)
    lead = after_dateline(article, Span(*spans[0])).of(article.text) if spans else ""
    end = _CLAUSE_END.search(lead, 20)
    return lead[: end.start()] if end else lead


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return _WORD.findall(plain.replace("'", ""))
