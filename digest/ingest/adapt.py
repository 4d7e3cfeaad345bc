"""From what a format says of an item, in that format's spelling, to an ``Entry``: the one place where items are cleaned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time
from typing import NamedTuple

from digest.incoming import Entry, Problem, Source, Status
from digest.ingest.dates import parse_date, read_date
from digest.ingest.links import host_of, web_link, without_campaign
from digest.ingest.markup import Passage, line_of_html, passage_of_html, passage_of_plain
from digest.ingest.reading import MOST_TEXT_CHARS, problem
from digest.languages.furniture import TEASER_END
from digest.text.normalise import one_line

LONGEST_NAME_CHARS = 1000
"""Characters of an author's, outlet's or place's name looked at (range 300 to 5,000)."""
LONGEST_TITLE_CHARS = 20_000
"""Characters of a title looked at, markup included (range 1,000 to 100,000)."""
FULL_TEXT_CHARS = 1500
"""A summary at least this long is taken for the whole article (range 800 to 3,000; teasers of 25 world-news feeds have a median
of 62 to 574 characters, bodies above 2,000)."""
LONGEST_HEADLINE_CHARS, LONGEST_BYLINE_CHARS, LONGEST_GUID_CHARS = 500, 200, 4096
"""Headlines, bylines and identifiers beyond these are cut, refused and refused (the longest real ones had 310, 160 and 600)."""
STATUS_WORDS = {
    "usable": Status.USABLE,
    "withheld": Status.WITHHELD,
    "embargoed": Status.WITHHELD,
    "canceled": Status.CANCELED,
    "cancelled": Status.CANCELED,
}
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)
_MAILBOX = re.compile(r"[^\s<>()\"]{1,64}@[^\s<>()\"]{1,190}")
_CREDENTIALS = re.compile(r"//[^/?#\s]{0,500}@")
"""Where an address holds who asks."""


class Item(NamedTuple):
    """What a format says of one item. Markup is HTML unless ``*_plain`` is set; ``body`` is the whole text, ``summary`` a teaser.

    ``authors`` are names in order; ``status`` is a publication status in IPTC's words.
    """

    guid: str | None = None
    link: str | None = None
    base: str | None = None
    title: str | None = None
    title_plain: bool = False
    body: str | None = None
    body_plain: bool = False
    summary: str | None = None
    summary_plain: bool = False
    passage: Passage | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    outlet: str | None = None
    dateline: str | None = None
    agency: str | None = None
    status: str | None = None
    embargo: str | None = None
    version: str | None = None
    whole: bool | None = None
    medium: str = "text"
    flaws: tuple[tuple[str, str, str], ...] = ()


def to_entry(item: Item, source: Source, feed_title: str | None = None) -> tuple[Entry, tuple[Problem, ...]]:
    """The entry of ``item`` and what was wrong with it. ``feed_title`` names the outlet where nothing else does."""
    guid = (item.guid or "").strip()
    guid = guid if len(guid) <= LONGEST_GUID_CHARS else guid[:LONGEST_GUID_CHARS]
    title = _headline(item)
    link = web_link(item.link, item.base)
    link = without_campaign(link) if link else None
    label = next((name for name in (guid, link, title) if name and not _CREDENTIALS.search(name)), None)
    problems = [problem(source, code, detail, remedy, label) for code, detail, remedy in item.flaws]
    if (item.link or "").strip() and link is None:
        problems.append(_refused_link(source, item.link or "", label))
    dates, impossible = _dates(item, source, label)
    problems += impossible
    passage, whole = _passage(item)
    if passage.lost:
        problems.append(_damaged_markup(source, label))
    if len(passage.text) > MOST_TEXT_CHARS:
        problems.append(_too_long(source, len(passage.text), label))
        passage = Passage(passage.text[:MOST_TEXT_CHARS].rstrip())
    status, embargo = _status(item, dates["embargo"])
    entry = Entry(
        source=source.name,
        outlet=outlet_name(source, item.outlet, feed_title, link),
        guid=guid or None,
        url=link,
        headline=title,
        text=passage.text,
        byline=_byline(item.authors),
        dateline=one_line(item.dateline[:LONGEST_NAME_CHARS]) or None if item.dateline else None,
        agency=one_line(item.agency[:LONGEST_NAME_CHARS]) or None if item.agency else None,
        published=dates["published"],
        updated=dates["updated"],
        language=language_code(item.language) or source.language,
        block_quotes=passage.block_quotes,
        full_text=whole,
        status=status,
        embargo=embargo,
        version=item.version,
        medium=item.medium,
        day_only=_names_a_day(item.published or "", dates["published"]),
    )
    return entry, tuple(problems)


def _dates(item: Item, source: Source, label: str | None) -> tuple[Mapping[str, datetime | None], list[Problem]]:
    """The moments an item names, by field, and a problem for each that cannot be read."""
    dates: dict[str, datetime | None] = {}
    problems = []
    for name in ("published", "updated", "embargo"):
        written = getattr(item, name) or ""
        dates[name] = parse_date(written) if written else None
        if written.strip() and dates[name] is None:
            problems.append(_impossible_date(source, name, written, label))
    return dates, problems


def _names_a_day(written: str, moment: datetime | None) -> bool:
    """Whether a date that was read as ``moment`` was written without a time; only midnight needs a second look."""
    if moment is None or moment.time() != time():
        return False
    found = read_date(written)
    return found is not None and found.day_only


def outlet_name(source: Source, own: str | None, feed_title: str | None, link: str | None) -> str | None:
    """The publisher: as the feed file says, else the item, else the feed's title (clean already), else the host of the link, else the file's name."""
    if feed_title and not source.outlet and not own:
        return feed_title[:LONGEST_BYLINE_CHARS]
    for name in (source.outlet, own, feed_title):
        if name and (line := line_of_html(name[:LONGEST_NAME_CHARS])):
            return line[:LONGEST_BYLINE_CHARS]
    return host_of(link) or host_of(source.url) or (file_stem(source.path) if source.path else None)


def file_stem(path: str) -> str | None:
    """The name of a file without folder and endings, for want of any other name.

    >>> file_stem("clips/dam-audit.txt.gz")
    'dam-audit'
    """
    return path.rpartition("/")[2].partition(".")[0] or None


def language_code(tag: str | None) -> str | None:
    """The language of a tag like ``en-GB``, in lower case; None where it is none.

    >>> language_code("en-GB")
    'en'
    """
    found = _LANGUAGE.fullmatch((tag or "").strip())
    return found.group(1).casefold() if found else None


def _headline(item: Item) -> str | None:
    """The title on one line, of bounded length."""
    if not item.title:
        return None
    title = item.title[:LONGEST_TITLE_CHARS]
    line = one_line(title) if item.title_plain else line_of_html(title)
    return line[:LONGEST_HEADLINE_CHARS].rstrip() or None


def _byline(authors: tuple[str, ...]) -> str | None:
    """The names joined by commas; a mailbox only where there is no name."""
    names = []
    for author in authors:
        line = line_of_html(line_of_html(author[:LONGEST_NAME_CHARS]))
        name = _MAILBOX.sub("", line).replace("()", "").replace("<>", "").strip(' ,;()<>"')
        names.append(name or line)
    joined = ", ".join(dict.fromkeys(name for name in names if name))
    return joined if 0 < len(joined) <= LONGEST_BYLINE_CHARS else None


def _passage(item: Item) -> tuple[Passage, bool]:
    """The text of an item, and whether that is all of it."""
    if item.passage is not None:
        return item.passage, item.whole is not False
    body = _read(item.body, plain=item.body_plain)
    if body.text and item.body != item.summary and len(item.body or "") > 2 * len(item.summary or ""):
        return body, item.whole if item.whole is not None else not _is_cut(body.text)
    summary = _read(item.summary, plain=item.summary_plain)
    if body.text and len(body.text) >= len(summary.text):
        return body, item.whole if item.whole is not None else not _is_cut(body.text) and body.text != summary.text
    chosen = summary if len(summary.text) > len(body.text) else body
    return chosen, item.whole if item.whole is not None else len(chosen.text) >= FULL_TEXT_CHARS


def _is_cut(text: str) -> bool:
    """Whether a text breaks off to make the reader click."""
    return len(text) < FULL_TEXT_CHARS and bool(TEASER_END.search(text[-40:]))


def _read(source: str | None, *, plain: bool) -> Passage:
    if not source:
        return Passage("")
    return passage_of_plain(source) if plain else passage_of_html(source)


def _status(item: Item, embargo: datetime | None) -> tuple[Status, datetime | None]:
    """Publication status and embargo. An embargo that cannot be read withholds the item: too late is better than too early."""
    words = re.split(r"[:/]", (item.status or "usable").strip().casefold())[-1]
    status = STATUS_WORDS.get(words, Status.USABLE)
    if (item.embargo or "").strip() and embargo is None and status is Status.USABLE:
        status = Status.WITHHELD
    return status, embargo


def _refused_link(source: Source, link: str, label: str | None) -> Problem:
    """The problem of a link that is not kept; one with a name and password in it is not told either."""
    told = f"The link {one_line(link)[:120]!r} is no http or https address."
    return problem(
        source,
        "refused-link",
        "The link holds a name and password." if _CREDENTIALS.search(link) else told,
        "Nothing to do: the article is kept without its link. Tell the publisher if links matter to you.",
        label,
    )


def _impossible_date(source: Source, name: str, written: str, label: str | None) -> Problem:
    return problem(
        source,
        "impossible-date",
        f"The {name} date {one_line(written)[:80]!r} is in no known form or cannot be.",
        "Nothing to do: the article counts from the night it came in. Tell the publisher if dates matter to you.",
        label,
    )


def _damaged_markup(source: Source, label: str | None) -> Problem:
    return problem(
        source,
        "damaged-markup",
        "The markup is nested too deep to follow; its words were kept without paragraphs.",
        "Open the article at its source and compare.",
        label,
    )


def _too_long(source: Source, length: int, label: str | None) -> Problem:
    return problem(
        source,
        "text-too-long",
        f"The text has {length} characters; the first {MOST_TEXT_CHARS} were kept.",
        "Split the document if the rest matters.",
        label,
    )
