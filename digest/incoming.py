"""The vocabulary of what comes in: sources, their entries, and problems.

The values of ``model`` that reading needs, apart from it so that the child of the cage, which starts anew for damaged documents, loads no more.
Everybody else finds them in ``model``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``start <= offset < end`` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in ``text``.

        >>> Span(0, 4).of("Dam audit")
        'Dam '
        """
        return text[self.start : self.end]


class Status(StrEnum):
    """What the publisher says may be done with an entry (IPTC ``pubStatus``)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Source:
    """A place articles come from, as a feed file names it.

    ``name`` is unique within a night; ``url`` is None for files dropped into ``feeds/``;
    ``path`` is the feed file's path relative to ``feeds/``.
    ``full_text`` is ``auto``, ``always`` or ``never``: whether article pages are fetched.
    ``excerpt_chars`` limits what of one article a page prints besides quotes, ``quote_chars`` its quotes; None means the site's setting.
    """

    name: str
    url: str | None = None
    path: str | None = None
    outlet: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()
    full_text: str = "auto"
    licence: str | None = None
    excerpt_chars: int | None = None
    quote_chars: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as the feed has it, decoded but not yet an article.

    ``text`` is clean plain text (see ``Article.text``); ``guid`` is the feed's own identifier.
    ``block_quotes`` are stretches of ``text`` that the page set as block quotations.
    ``full_text`` is False for a teaser. ``embargo`` is the moment before which nothing may be printed.
    ``day_only`` says that ``published`` (midnight in UTC then) names a day without a time.
    ``medium`` is ``text`` or what else an agency's item is (``picture``, ``video``, ``audio``, ``graphic``): then ``text`` is its caption.
    """

    source: str
    outlet: str | None
    guid: str | None
    url: str | None
    headline: str | None
    text: str
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    block_quotes: tuple[Span, ...] = ()
    full_text: bool = True
    status: Status = Status.USABLE
    embargo: datetime | None = None
    version: str | None = None
    medium: str = "text"
    day_only: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A diagnosed defect of input: it costs what it concerns and nothing else.

    ``stage`` is the room that found it, ``code`` a stable kebab-case name, ``detail`` says what is wrong,
    ``remedy`` what a person can do. ``item`` names the entry where one is concerned.
    """

    source: str
    stage: str
    code: str
    detail: str
    remedy: str
    item: str | None = None
