"""A story as search sees it: what is looked through, and what a hit shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from digest.site.search.terms import facet, known_terms

HEADLINE, TEXT, QUOTE = 1, 2, 4
"""Where a term stands; a document's flags for a term are their sum."""

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """One story. ``flags`` has where each term stands, ``record`` what a hit shows; ``day`` (of the first report) and ``id`` order them."""

    day: str
    id: str
    flags: dict[str, int]
    record: Record


def document(story: Mapping[str, Any], zone: ZoneInfo) -> Document:
    """The document of a story's JSON; days are cut in ``zone``."""
    record = hit(story, zone)
    texts: dict[int, list[str]] = {HEADLINE: [], TEXT: [], QUOTE: []}
    for place, text in _texts(story):
        texts[place].append(text)
    flags = dict.fromkeys(known_terms(texts[TEXT]), TEXT)  # the most of them
    for place in (QUOTE, HEADLINE):
        for term in known_terms(texts[place]):
            flags[term] = flags.get(term, 0) | place
    for kind, names in (("person", record["p"]), ("outlet", record["o"]), ("topic", record["t"])):
        for name in names:
            flags[facet(kind, name)] = HEADLINE | TEXT | QUOTE
    return Document(record["d"], str(story["id"]), flags, record)


def hit(story: Mapping[str, Any], zone: ZoneInfo) -> Record:
    """What search shows of a story; the names are short, since every hit fetches them: see ``search.js`` for what each is."""
    outlets = {report["outlet"] for source in story["coverage"] for report in (source, *source["copies"])}
    people = [person["name"] for person in story["people"]]
    people += [line["actor"] for line in story["reactions"] if line["actor"] not in people]
    return {
        "u": story["url"],
        "h": story["headline"]["text"],
        "d": _day(story["first"], zone),
        "l": _day(story["last"], zone),
        "n": [story["counts"]["reports"], story["counts"]["outlets"]],
        "o": sorted(outlets),
        "p": people,
        "t": [topic["name"] for topic in story["topics"]],
        "b": [passage["text"] for passage in story["brief"]],
        "q": [_quote(quote, zone) for quote in story["quotes"]],
        "r": [f"{line['actor']}: {line['passage']['text']}" for line in story["reactions"]],
    }


def _texts(story: Mapping[str, Any]) -> Iterable[tuple[int, str]]:
    yield HEADLINE, story["headline"]["text"]
    for passage in story["brief"]:
        yield TEXT, passage["text"]
    for quote in story["quotes"]:
        yield QUOTE, " ".join(quote["passage"]["pieces"])
        for words in (quote["speaker"]["name"], quote["speaker"]["role"]):
            yield QUOTE, words or ""
    for line in story["reactions"]:
        yield TEXT, f"{line['actor']} {line['role'] or ''} {line['passage']['text']}"
    for source in story["coverage"]:
        yield TEXT, f"{source['headline'] or ''} {source['outlet']}"
        for copy in source["copies"]:
            yield TEXT, " ".join([copy["outlet"], *(passage["text"] for passage in copy["adds"])])


def _quote(quote: Mapping[str, Any], zone: ZoneInfo) -> Record:
    speaker = quote["speaker"]
    return {
        "i": quote["id"],
        "w": " … ".join(quote["passage"]["pieces"]) if quote["kind"] == "direct" else quote["passage"]["text"],
        "k": quote["kind"] == "direct",
        "s": speaker["name"],
        "r": speaker["role"],
        "o": quote["passage"]["outlet"],
        "d": _day(quote["when"], zone),
    }


@lru_cache(maxsize=4096)
def _day(moment: str, zone: ZoneInfo) -> str:
    return datetime.fromisoformat(moment).astimezone(zone).date().isoformat()
