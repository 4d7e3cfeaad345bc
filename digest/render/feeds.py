"""Feeds out: Atom and JSON Feed for the whole site, corrections, each topic, outlet and person, and each story; one OPML of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import Any

from digest.edition.catalogue import Catalogue, Takedown
from digest.edition.page_records import OutletRecord, PersonRecord, TopicRecord
from digest.edition.views import CopyLine, Correction, KeyQuote, Source, Statement, StorySummary, StoryView
from digest.render.data import quote_id, timestamp
from digest.render.encode import attribute, html, json_bytes, path_url, xml
from digest.render.health import takedown_words
from digest.render.limits import registered
from digest.render.page import PageFile, Site, data_file, relative, story_file, url_of
from digest.render.phrases import outlets_words, reports_words, since_words
from digest.render.quoting import NOT_ESTABLISHED, passage_link, words_of
from digest.text.normalise import one_line

ENTRIES = 50
"""Most entries of a feed: readers ask at least once a day, and a night has rarely more."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a feed that has no entry yet; Atom demands one and the clock is not ours to ask."""

CORRECTIONS = "corrections.md"
"""The page whose feed tells of corrections, as its address has it."""

RELATIONS = {
    "exact": "reprints",
    "near": "reprints, lightly edited,",
    "excerpt": "reprints part of",
    "extended": "reprints and extends",
    "mixed": "draws on",
    "update": "updates",
}
"""What a copy does to its original, between the names of the two outlets."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: ``mark`` tells it apart for good, ``page`` is the Markdown file it leads to, ``body`` is HTML."""

    mark: str
    title: str
    page: str
    anchor: str
    when: datetime
    body: str
    author: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed about one page of the site."""

    title: str
    page: str
    entries: tuple[Entry, ...]


def lasting_id(*parts: str) -> str:
    """A URN that is the same for the same parts for ever, whatever the site's address: a UUID of version 8 (RFC 9562).

    >>> lasting_id("story", "s1")
    'urn:uuid:834ec079-856f-80c9-a5aa-498851923bfc'
    """
    mark = sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
    return f"urn:uuid:{mark[:8]}-{mark[8:12]}-8{mark[13:16]}-a{mark[17:20]}-{mark[20:32]}"


def feed_files(feed: Feed, site: Site) -> Iterator[PageFile]:
    """The feed in both formats, beside the data of its page."""
    stem = _stem(feed.page)
    yield PageFile(f"{stem}.xml", atom(feed, site, f"{stem}.xml").encode())
    yield PageFile(f"{stem}.feed.json" if feed.page != "index.md" else "data/feed.json", _json_feed(feed, site, stem))


def _stem(page: str) -> str:
    return "data/feed" if page == "index.md" else data_file(page, "")


def _address(site: Site, here: str, page: str, anchor: str = "") -> str:
    """Where an entry leads: in full, or for a site without address relative to the feed."""
    target = url_of(page)
    plain = site.address(target) if site.url else relative(here, target or ".") + "/"
    return plain + (f"#{path_url(anchor)}" if anchor else "")


def atom(feed: Feed, site: Site, here: str) -> str:
    """The feed as Atom (RFC 4287); ``here`` is its own path."""
    updated = max((entry.when for entry in feed.entries), default=NEVER)
    own = site.address(here) if site.url else here.rsplit("/", 1)[-1]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{lasting_id('feed', feed.page)}</id>",
        f"<title>{xml(feed.title)}</title>",
        f"<updated>{timestamp(updated)}</updated>",
        f"<author><name>{xml(site.name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{xml(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{xml(_address(site, here, feed.page))}"/>',
        *(line for entry in feed.entries for line in _atom_entry(entry, site, here)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _atom_entry(entry: Entry, site: Site, here: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{lasting_id(entry.mark)}</id>"
    yield f"<title>{xml(entry.title)}</title>"
    yield f"<updated>{timestamp(entry.when)}</updated>"
    yield f"<author><name>{xml(entry.author)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href="{xml(_address(site, here, entry.page, entry.anchor))}"/>'
    yield f'<content type="html">{xml(entry.body)}</content>'
    yield "</entry>"


def _json_feed(feed: Feed, site: Site, stem: str) -> bytes:
    """The feed as JSON Feed 1.1."""
    here = "data/feed.json" if feed.page == "index.md" else f"{stem}.feed.json"
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": _address(site, here, feed.page),
        "items": [
            {
                "id": lasting_id(entry.mark),
                "url": _address(site, here, entry.page, entry.anchor),
                "title": entry.title,
                "content_html": entry.body,
                "date_published": timestamp(entry.when),
                "authors": [{"name": entry.author}],
            }
            for entry in feed.entries
        ],
    }
    if site.url:
        document["feed_url"] = site.address(here)
    return json_bytes(document)


def story_feed(view: StoryView) -> Feed:
    """What came to one story, newest first: its reports and copies."""
    entries = [entry for source in view.coverage for entry in _source_entries(view, source)]
    entries.sort(key=lambda entry: (-entry.when.timestamp(), entry.mark))
    return Feed(view.headline.text, story_file(view.path), tuple(entries[:ENTRIES]))


def _source_entries(view: StoryView, source: Source) -> Iterator[Entry]:
    page = story_file(view.path)
    title = f"{source.outlet}: {source.title or view.headline.text}"
    said = [quote for quote in view.quotes if quote.passage.article == source.article]
    blocks = [_linked(p.text, passage_link(p)) for p in view.brief if p.article == source.article]
    blocks += [f"{_linked(_words(q), passage_link(q.passage))} — {html(q.speaker or NOT_ESTABLISHED)}" for q in said]
    body = "".join(f"<p>{block}</p>" for block in blocks or [html(f"{source.title} ({source.outlet})")])
    yield Entry(f"report\n{source.article}", title, page, source.anchor, source.when, body, source.outlet)
    for copy in source.copies:
        yield Entry(
            f"copy\n{copy.article}",
            f"{copy.outlet} {RELATIONS.get(copy.relation, copy.relation)} {source.outlet}",
            page,
            source.anchor,
            copy.when,
            _copy_body(copy),
            copy.outlet,
        )


def _copy_body(copy: CopyLine) -> str:
    added = "".join(f"<p>{_linked(passage.text, passage_link(passage))}</p>" for passage in copy.adds)
    return f"<p>{html(copy.headline or copy.outlet)}</p>{added}"


def _words(quote: KeyQuote) -> str:
    """What was said, as a line of text."""
    return words_of(quote.passage, quote.kind, one_line)


def _linked(text: str, address: str | None) -> str:
    """Verbatim words, in an element of their own: by it the check knows them from the words of Digest."""
    return f'<a href="{attribute(address)}">{html(text)}</a>' if address else f"<span>{html(text)}</span>"


def stories_feed(title: str, page: str, summaries: Sequence[StorySummary]) -> Feed:
    """A feed of stories, newest first; a story with news comes again, so its mark holds the day."""
    return Feed(title, page, tuple(_story_entry(summary) for summary in summaries[:ENTRIES]))


def _story_entry(summary: StorySummary) -> Entry:
    blocks = [_linked(summary.lead.text, None)] if summary.lead else []
    if summary.quote:
        said = _linked(_words(summary.quote), passage_link(summary.quote.passage))
        blocks.append(f"{said} — {html(summary.quote.speaker or NOT_ESTABLISHED)}")
    counts = f"{reports_words(summary.counts)}, {outlets_words(summary.counts)}"
    blocks.append(html(counts + (f"; new: {since_words(summary.since)}" if summary.since else "")))
    mark = f"story\n{summary.id}\n{summary.day.isoformat()}"
    body = "".join(f"<p>{block}</p>" for block in blocks)
    return Entry(mark, summary.headline, story_file(summary.path), "", summary.last, body, summary.headline_outlet)


def person_feed(record: PersonRecord) -> Feed:
    """What one person said, newest first."""
    entries = tuple(_statement_entry(statement) for statement in record.shown[:ENTRIES])
    return Feed(record.person.name, f"people/{record.person.slug}.md", entries)


def _statement_entry(statement: Statement) -> Entry:
    quote = statement.quote
    words = _words(quote)
    told = f"{_linked(words, passage_link(quote.passage))} — {html(quote.passage.outlet)}: {html(statement.headline)}"
    mark = f"statement\n{statement.story}\n{quote_id(quote.passage)}"
    return Entry(
        mark,
        f"{statement.name}: {words}",
        story_file(statement.path),
        "",
        quote.when,
        f"<p>{told}</p>",
        quote.passage.outlet,
    )


def outlet_feed(record: OutletRecord) -> Feed:
    """The stories of one outlet."""
    return stories_feed(record.name, f"outlets/{record.slug}.md", record.shown)


def topic_feed(record: TopicRecord) -> Feed:
    """The stories of one topic."""
    return stories_feed(record.name, f"topics/{record.slug}.md", record.shown)


def corrections_feed(corrections: Sequence[Correction], takedowns: Sequence[Takedown], site: Site) -> Feed:
    """What publishers changed in reports and what was taken down, newest first."""
    entries = [*map(_correction_entry, corrections), *(_takedown_entry(takedown, site) for takedown in takedowns)]
    entries.sort(key=lambda entry: (-entry.when.timestamp(), entry.mark))
    return Feed("Corrections", CORRECTIONS, tuple(entries[:ENTRIES]))


def _correction_entry(item: Correction) -> Entry:
    words = (("del", item.before), ("ins", item.after))
    body = "".join(f"<p><{tag}>{html(said)}</{tag}></p>" for tag, said in words if said)
    mark = f"correction\n{item.story}\n{item.article}\n{timestamp(item.when)}\n{item.before}\n{item.after}"
    title = f"{item.outlet}: {item.headline}"
    return Entry(mark, title, story_file(item.path), "", item.when, body, item.outlet)


def _takedown_entry(takedown: Takedown, site: Site) -> Entry:
    mark = f"takedown\n{takedown.day.isoformat()}\n{takedown.kind}\n{takedown.reason}"
    when = datetime.combine(takedown.day, time(), site.zone)
    said = takedown_words(takedown)
    return Entry(mark, said, CORRECTIONS, "", when, f"<p>{html(said)}</p>", site.name)


def opml(catalogue: Catalogue, site: Site) -> PageFile:
    """All feeds as OPML 2.0: the whole, corrections, topics, outlets, people, and the stories that are open."""
    path = "data/feeds.opml"
    lists = (
        ("topics", "Topics", catalogue.all_topics),
        ("outlets", "Outlets", catalogue.all_outlets),
        ("people", "People", registered(catalogue.all_people)),
    )
    groups = [
        *((title, [(t.name, f"{folder}/{t.slug}.md") for t in tallies]) for folder, title, tallies in lists),
        ("Open stories", [(story.headline, story_file(story.path)) for story in catalogue.open_stories]),
    ]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        f"<head><title>{xml(site.name)}</title></head>",
        "<body>",
        _outline(site, site.name, "data/feed.xml", "index.md"),
        _outline(site, "Corrections", data_file(CORRECTIONS, ".xml"), CORRECTIONS),
        *(line for title, pages in groups for line in _outlines(site, title, pages)),
        "</body>",
        "</opml>",
    ]
    return PageFile(path, ("\n".join(lines) + "\n").encode())


def _outlines(site: Site, title: str, pages: Sequence[tuple[str, str]]) -> list[str]:
    """The feeds of ``pages``, each with its name, under one title."""
    if not pages:
        return []
    own = [_outline(site, name, data_file(page, ".xml"), page) for name, page in pages]
    return [f'<outline text="{xml(title)}">', *own, "</outline>"]


def _outline(site: Site, name: str, feed: str, page: str) -> str:
    address = site.address(feed) if site.url else relative("data/feeds.opml", feed)
    about = _address(site, "data/feeds.opml", page)
    return (
        f'<outline type="rss" text="{xml(name)}" title="{xml(name)}" xmlUrl="{xml(address)}" htmlUrl="{xml(about)}"/>'
    )
