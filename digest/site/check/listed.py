"""Words that are listed beside pages: search hits against the data of their stories, tables and feeds against the articles."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
from lxml import etree, html

from digest.site.check.faults import Fault
from digest.site.check.markdown import stretches
from digest.site.check.proof import Articles, one_line, slice_fault
from digest.site.search.documents import hit

StoryData = Callable[[str], Mapping[str, Any] | None]
"""The data of the story published at an address (``stories/2026/03/04/dam/``), or None where there is none."""

DAYS_OF_HIT = ("d", "l")
"""Fields of a search hit that depend on the time zone; no words stand there."""
PIECES_PARTED = " … "
OPENS = "“"
"""The mark that Digest prints before direct speech in feeds and mails."""
ATOM = "{http://www.w3.org/2005/Atom}"


def hit_faults(address: str, content: bytes, story_at: StoryData) -> Iterator[Fault]:
    """What search hits show, against the data of their stories, which is itself proven."""
    for shown in msgspec.json.decode(content):
        story = story_at(shown["u"])
        if story is None:
            yield Fault(address, "unknown-story", f"{shown['u']} has no data")
        elif _words_of(shown) != _words_of(hit(story, ZoneInfo("UTC"))):
            yield Fault(address, "altered-search", f"{shown['u']} is found by words that are not those of its data")


def _words_of(shown: Mapping[str, Any]) -> dict[str, Any]:
    """A hit without its days."""
    bare = {name: value for name, value in shown.items() if name not in DAYS_OF_HIT}
    return bare | {"q": [{name: value for name, value in quote.items() if name != "d"} for quote in shown["q"]]}


def table_faults(address: str, content: bytes, states: tuple[Articles, ...]) -> Iterator[Fault]:
    """The rows of a day's CSV: each piece of their words within the slice that the row names, in one of ``states``."""
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
        start, end = row.get("start") or "", row.get("end") or ""
        if not (start.isdecimal() and end.isdecimal()):
            continue
        found = [_row_fault(address, row, (int(start), int(end)), articles) for articles in states]
        if all(found) and found[0]:
            yield found[0]


def _row_fault(address: str, row: Mapping[str, str], span: tuple[int, int], articles: Articles) -> Fault | None:
    stored = articles.get(row["article"])
    within = one_line(stored.text[slice(*span)]) if stored else ""
    # An apostrophe of ours keeps a spreadsheet from taking words that begin with a sign for a formula.
    if stored and all(one_line(piece) in within for piece in row["words"].removeprefix("'").split(PIECES_PARTED)):
        return None
    return slice_fault(address, row["words"], (row["article"], *span), articles)


def entry_faults(
    address: str,
    content: bytes,
    story_at: StoryData,
    states: tuple[Articles, ...],
    held: set[tuple[str, str]],
) -> Iterator[Fault]:
    """The verbatim words of a feed or a mail, each within an article of the story that it leads to, in one of ``states``.

    Verbatim words stand in a link or, where an article has no address, in a ``span``. ``held`` are the entries that were
    looked at before: several feeds have the same ones. Those that hold are added.
    """
    for link, body in _entries(address, content):
        place = urlsplit(link).path
        place = place[place.find("stories/") :] if "stories/" in place else ""
        known = (place, body if isinstance(body, str) else "")
        if known[1] and known in held:
            continue
        parsed = html.fragment_fromstring(body, create_parent="div") if isinstance(body, str) else body
        story = story_at(place or _edition_of(address))
        wrong = [one for one in _verbatim_words(parsed) if not _is_printed(one, story, states)]
        if not wrong:
            held.add(known)
        yield from (Fault(address, "no-source", f"“{words}” stands in no article of {link}") for words in wrong)


def _entries(address: str, content: bytes) -> Iterator[tuple[str, Any]]:
    """The address of each entry's story, and its body: HTML, or of a mail a parsed part."""
    if address.endswith(".feed.json") or address == "data/feed.json":
        for item in msgspec.json.decode(content).get("items", ()):
            if isinstance(item, dict) and item.get("content_html"):
                yield item["url"], item["content_html"]
    elif address.endswith(".xml"):
        for entry in etree.fromstring(content, etree.XMLParser(resolve_entities=False)).iter(f"{ATOM}entry"):
            link, body = entry.find(f"{ATOM}link"), entry.findtext(f"{ATOM}content")
            if link is not None and body:
                yield str(link.get("href")), body
    else:
        yield from _mailed(html.fromstring(content.decode("utf-8")))


def _mailed(mail: Any) -> Iterator[tuple[str, Any]]:
    """The quotations of a mail below the story that each belongs to."""
    link = ""
    for element in mail.iter("h2", "blockquote"):
        if element.tag == "h2":
            link = next((one.get("href") or "" for one in element.iter("a")), "")
        else:
            yield link, element


def _verbatim_words(body: Any) -> Iterator[str]:
    if body.tag == "blockquote":
        yield from _said(body.text_content())
        return
    for element in body.iter("a", "span"):
        yield from _said(element.text_content())


def _said(text: str) -> Iterable[str]:
    """Direct speech without marks and gaps; other words as they are."""
    plain = one_line(text)
    return stretches(plain) if plain.startswith(OPENS) else [plain]


def _edition_of(address: str) -> str:
    """The place of the edition that a mail is of: without an address of the site a mail leads nowhere."""
    return address.removeprefix("data/").removesuffix(".mail.html") + "/"


def _articles_of(page: Mapping[str, Any]) -> Iterator[str]:
    """The articles of a story's data, or of all stories of an edition's: those that a mail tells come first."""
    for source in page.get("coverage", ()):
        yield from (one["article"] for one in (source, *source["copies"]))
    for story in page.get("stories", ()):
        yield from story["articles"]


def _is_printed(words: str, page: Mapping[str, Any] | None, states: tuple[Articles, ...]) -> bool:
    """Whether an article has ``words``: those of ``page`` are asked first, and all others, which takes long, only then."""
    bare = one_line(words)
    near = tuple(_articles_of(page)) if page else ()
    # Nearly all words stand in a text as they are; to look at it with its blanks made one takes twenty times as long.
    if any(bare in state[name].text for state in states for name in near if name in state):
        return True
    if any(bare in one_line(state[name].text) for state in states for name in near if name in state):
        return True
    return any(bare in one_line(stored.text) for state in states for stored in state.values())
