"""Checks a finished site, or the part of it that changed."""

from __future__ import annotations

import csv
import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
from lxml.etree import LxmlError

from digest.site.check.allowance import allowance_faults
from digest.site.check.document import Document, Verbatim, parse
from digest.site.check.faults import Fault, StoredText
from digest.site.check.listed import entry_faults, hit_faults, table_faults
from digest.site.check.markdown import read, stretches
from digest.site.check.proof import (
    PASSAGE,
    Articles,
    Confidences,
    changed_since,
    missing_words,
    one_line,
    passage_faults,
    passages,
    records,
    slice_fault,
    speaker_faults,
)
from digest.site.pages import GENERATED_ROOTS, data_path

__all__ = ["Fault", "StoredText", "check_site"]

INDEX = "index.html"
LOOKED_AT = frozenset({".html", ".json", ".md", ".csv", ".xml"})
HITS = re.compile(r"search/\d{4}-\d{2}(-\d{2})?/stories-\d+\.json")
EDITIONS = ("days/", "data/days/")
"""Pages that say what an edition said on its day, also when a source has changed since."""
NOT_PAGES = (".mail.html", "404.html")
"""Files that end in ``.html`` but are not pages of the site: mails stand alone, 404 has no address of its own."""


def check_site(
    site: Path,
    articles: Articles,
    *,
    confidences: Confidences | None = None,
    only: Collection[str] | None = None,
    where: Callable[[str], str] | None = None,
    earlier: Sequence[Articles] = (),
) -> tuple[Fault, ...]:
    """Everything wrong with the finished ``site``, sorted; empty if it holds.

    ``articles`` are the stored texts by article id, ``confidences`` those of the quotes' speakers. ``only`` limits the check to these
    addresses (files below the site's root), for the pages that a night changed; links from other pages to them are then not looked at.
    ``where`` tells where the bytes of an address are, for a site that is not published yet. ``earlier`` are older states of the
    articles, the newest first: what an edition of an earlier day printed may stand in them.
    """
    # Neither mapping is asked for its length or truth: of a state they are as long as all its years.
    known = {} if confidences is None else confidences
    checker = _Checker(where or (lambda address: f"{site}/{address}"), articles, known, tuple(earlier))
    addresses = sorted(only) if only is not None else sorted(_files(site))
    return tuple(sorted({fault for address in addresses for fault in checker.faults(address)}))


class _Checker:
    """Checks file by file and remembers the anchors of pages that links lead to."""

    def __init__(
        self,
        where: Callable[[str], str],
        articles: Articles,
        confidences: Confidences,
        earlier: tuple[Articles, ...] = (),
    ) -> None:
        self._where = where
        self._articles = articles
        self._confidences = confidences
        self._earlier = earlier
        self._documents: dict[str, Document | None] = {}
        self._proven: dict[tuple[Any, ...], bool] = {}
        self._stories: dict[str, dict[str, Any] | None] = {}
        self._files: dict[str, bool] = {}
        self._entries: set[tuple[str, str]] = set()

    def _read(self, address: str) -> bytes:
        with open(self._where(address), "rb", buffering=0) as file:  # noqa: PTH123 - a hundred thousand times; Path costs twice as much
            return file.read()

    def _is_file(self, address: str) -> bool:
        """Whether there is a file, remembered: a thousand pages link to the same few."""
        if address not in self._files:
            self._files[address] = os.path.isfile(self._where(address))  # noqa: PTH113 - as above
        return self._files[address]

    def faults(self, address: str) -> Iterator[Fault]:
        if address.startswith(".") or not self._is_file(address):
            return
        if address.endswith(".html") and not address.endswith(NOT_PAGES):
            yield from self._page_faults(address)
        elif address.startswith("data/") and address.endswith(".json"):
            yield from self._data_faults(address)
        elif address.endswith(".md") and _is_generated(address):
            yield from self._markdown_faults(address)
        yield from self._listed_faults(address)

    def _listed_faults(self, address: str) -> Iterator[Fault]:
        """Words of search, tables, feeds and mails."""
        check = _listing(address)
        if check is None:
            return
        content = self._read(address)
        try:
            if check == "hits":
                yield from hit_faults(address, content, self._story_at)
            elif check == "table":
                yield from table_faults(address, content, self._all_states)
            else:
                yield from entry_faults(address, content, self._story_at, self._all_states, self._entries)
        except (ValueError, LookupError, TypeError, csv.Error, LxmlError) as error:  # msgspec's fault is a ValueError
            yield Fault(address, "unreadable", f"is not what it should be ({error})")

    @property
    def _all_states(self) -> tuple[Articles, ...]:
        """Tables, feeds and mails say what an edition said on its day."""
        return (self._articles, *self._earlier)

    def _story_at(self, place: str) -> dict[str, Any] | None:
        """The data of the story or the edition at an address, remembered: several feeds list one story."""
        if place not in self._stories:
            markdown = place.rstrip("/") + ".md"
            edition = markdown.startswith("days/")
            self._stories[place] = self._data_of(markdown) if edition else self._story_data(markdown)
        return self._stories[place]

    def _page_faults(self, address: str) -> Iterator[Fault]:
        document = self._document(address)
        if document is None:
            yield Fault(address, "unreadable", "is not HTML")
            return
        for active in document.active:
            yield Fault(address, "active-content", f"holds {active}")
        for words in document.unproven:
            yield Fault(address, "unproven", f"“{one_line(words)}” is quoted without its proof")
        for name in document.repeated:
            yield Fault(address, "repeated-id", f"the id {name} stands twice")
        for verbatim in document.verbatim:
            fault = self._verbatim_fault(address, verbatim)
            if fault:
                yield fault
        for link in document.links:
            yield from self._link_faults(address, link)
        yield from self._agreement_faults(address, document)

    def _verbatim_fault(self, address: str, found: Verbatim) -> Fault | None:
        """A slice that was proven once is proven everywhere it is printed."""
        key = (found.words, found.article, found.start, found.end)
        if self._proven.get(key):
            return None
        place = (found.article, found.start, found.end)
        faults = [slice_fault(address, found.words, place, articles) for articles in self._states(address)]
        self._proven[key] = faults[0] is None
        return changed_since(faults[0], found.words, found.article, self._earlier) if all(faults) else None

    def _states(self, address: str) -> tuple[Articles, ...]:
        """The states of the articles that words at ``address`` may stand in."""
        return (self._articles, *self._earlier) if address.startswith(EDITIONS) else (self._articles,)

    def _agreement_faults(self, address: str, document: Document) -> Iterator[Fault]:
        """A story's page prints every passage of its data: an altered proof cannot hide altered words."""
        data = self._story_data(address.removesuffix(f"/{INDEX}") + ".md")
        if data is None:
            return
        printed = {(one.article, one.start, one.end) for one in document.verbatim}
        for passage in _shown(data):
            spans = [tuple(span) for span in passage["fragments"]] or [(passage["start"], passage["end"])]
            whole = (passage["article"], passage["start"], passage["end"])
            if whole not in printed and not all((passage["article"], *span) in printed for span in spans):
                yield Fault(
                    address, "left-out", f"“{one_line(passage['text'])}” stands in the data but not on the page"
                )

        yield from _title_and_speakers(address, document, data)

    def _data_faults(self, address: str) -> Iterator[Fault]:
        try:
            value = msgspec.json.decode(self._read(address))
        except msgspec.DecodeError as error:
            yield Fault(address, "unreadable", f"is not JSON ({error})")
            return
        found = list(records(value))
        for passage in (record for record in found if record.keys() >= PASSAGE):
            key = tuple(
                str(passage.get(name)) for name in ("article", "start", "end", "text", "pieces", "content_hash")
            )
            if not self._proven.get(key):
                wrong = [list(passage_faults(address, passage, articles)) for articles in self._states(address)]
                self._proven[key] = not wrong[0]
                yield from wrong[0] if all(wrong) else ()
        yield from speaker_faults(address, found, self._confidences, self._articles)
        yield from allowance_faults(address, value, self._articles)

    def _markdown_faults(self, address: str) -> Iterator[Fault]:
        """Markdown holds the words of its data, and no quotation beside them."""
        data = self._story_data(address)
        if data is None:
            return
        page = read(self._read(address).decode("utf-8", "replace"))
        known = list(passages(data))
        wanted = [words for passage in _shown(data) for words in _pieces(passage)]
        yield from missing_words(address, page.text, wanted, "altered-markdown")
        yield from _description_faults(address, page.description, data)
        allowed = [one_line(text) for passage in known for text in (passage["text"], *passage["pieces"])]
        for quotation in page.quotations:
            for words in stretches(quotation):
                if not any(words in text for text in allowed):
                    yield Fault(address, "altered-markdown", f"“{words}” is quoted here but not in the page's data")

    def _story_data(self, markdown: str) -> dict[str, Any] | None:
        data = self._data_of(markdown) if markdown.startswith("stories/") else None
        return data if data is not None and "coverage" in data else None

    def _data_of(self, markdown: str) -> dict[str, Any] | None:
        try:
            data = msgspec.json.decode(self._read(data_path(markdown)))
        except (OSError, msgspec.DecodeError):
            return None
        return data if isinstance(data, dict) else None

    def _link_faults(self, address: str, link: str) -> Iterator[Fault]:
        if link.startswith(("https://", "http://")):
            return
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return
        target = _target(address, parts.path)
        if target is None or not self._is_file(target):
            yield Fault(address, "broken-link", f"{link} leads nowhere")
        elif parts.fragment and target.endswith(".html"):
            document = self._document(target)
            if document is not None and unquote(parts.fragment) not in document.anchors:
                yield Fault(address, "broken-anchor", f"{link}: no such place on that page")

    def _document(self, address: str) -> Document | None:
        if address not in self._documents:
            try:
                self._documents[address] = parse(self._read(address), generated=_is_generated(address))
            except (OSError, LxmlError, ValueError):
                self._documents[address] = None
        return self._documents[address]


def _title_and_speakers(address: str, document: Document, data: Mapping[str, Any]) -> Iterator[Fault]:
    if one_line(document.title) != one_line(data["headline"]["text"]):
        yield Fault(address, "headline", f"“{one_line(document.title)}” is not the headline of the page's data")
    yield from _description_faults(address, document.description, data)
    named = dict(document.speakers)
    for quote in data["quotes"]:
        name, shown = quote["speaker"]["name"], named.get(quote["id"])
        if name and shown is not None and one_line(shown) != one_line(name):
            yield Fault(address, "speaker", f"{shown} is named for a quotation of {name}")


def _description_faults(address: str, description: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    """What a page's head says of it is the sentence that it opens with, or the beginning of it."""
    if data["brief"]:
        said = one_line(description).removesuffix("…").rstrip()
        if not said or not one_line(data["brief"][0]["text"]).startswith(said):
            yield Fault(address, "description", f"“{said}” is said of the page and is not how it begins")


def _target(address: str, path: str) -> str | None:
    """The file below the site's root that a relative link leads to; None where it leaves the site.

    >>> _target("people/a/index.html", "../b/index.html"), _target("index.html", "../x")
    ('people/b/index.html', None)
    """
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path)))
    if joined.startswith(("..", "/")):
        return None
    folder = path.endswith(("/", ".."))
    return f"{joined}/{INDEX}" if folder and joined != "." else INDEX if folder else joined


def _shown(story: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The passages that a story's page and its Markdown both print."""
    yield from story["brief"]
    for one in (*story["quotes"], *story["reactions"]):
        yield one["passage"]
    for source in story["coverage"]:
        for copy in source["copies"]:
            yield from copy["adds"]


def _pieces(passage: Mapping[str, Any]) -> list[str]:
    return list(passage["pieces"])


def _is_generated(address: str) -> bool:
    return address in ("index.md", INDEX) or address.split("/", 1)[0] in GENERATED_ROOTS


def _listing(address: str) -> str | None:
    """What a file lists: search ``hits``, a ``table`` of quotes, or ``entries`` of a feed or mail; None for any other.

    >>> [_listing(path) for path in ("search/2026-03/stories-0.json", "data/days/2026/03/04.csv", "data/feed.xml", "index.html")]
    ['hits', 'table', 'entries', None]
    """
    if HITS.fullmatch(address):
        return "hits"
    if not address.startswith("data/"):
        return None
    if address.endswith(".csv"):
        return "table"
    return "entries" if address.endswith((".xml", ".feed.json", ".mail.html")) or address == "data/feed.json" else None


def _files(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        address = path.relative_to(site).as_posix()
        if path.suffix in LOOKED_AT and not address.startswith((".", "assets/")):
            yield address
