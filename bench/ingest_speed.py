"""How many feeds of 200 kB are read and cleaned a second on one core, and how fast the feeds of a folder are.

usage: python bench/ingest_speed.py [DATA]

The feeds are generated: RSS with escaped HTML, RSS with CDATA, Atom with XHTML, JSON Feed; about forty articles each, in invented words. DATA may
hold ``feedjira`` and ``miniflux``. Seconds are those of the processor, of this process and its child; the best of ``ROUNDS`` counts.
"""

from __future__ import annotations

import html
import json
import random
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from digest.ingest.cage import Cage
from digest.ingest.read import read_document
from digest.model import Source

FEED_BYTES = 200_000
ROUNDS = 7
"""How often each set is read; the best counts, since whatever else runs on the machine only ever adds (range 3 to 20)."""
FEEDS_OF_A_KIND = 10
SYLLABLES = (
    "ba",
    "dor",
    "vel",
    "mar",
    "kes",
    "lin",
    "hav",
    "en",
    "ost",
    "row",
    "sker",
    "ry",
    "tarn",
    "holt",
    "ar",
    "un",
)
Article = tuple[str, str, str]


def words(chance: random.Random, count: int) -> str:
    """Invented words, some of them linked or stressed."""
    found = []
    for _ in range(count):
        word = "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))
        match chance.randrange(40):
            case 0:
                word = f'<a href="https://harbour.example/{word}">{word}</a>'
            case 1:
                word = f"<strong>{word}</strong>"
            case 2:
                word = f"“{word}”"
        found.append(word)
    return " ".join(found)


def article(chance: random.Random, number: int) -> Article:
    """Number, title and body of an article: eight to fourteen paragraphs, a picture, now and then a quotation."""
    paragraphs = [f"<p>{words(chance, chance.randint(30, 60)).capitalize()}.</p>" for _ in range(chance.randint(8, 14))]
    paragraphs.insert(
        1,
        f'<figure><img src="https://harbour.example/{number}.jpg" alt=""/><figcaption>{words(chance, 6)}</figcaption></figure>',
    )
    if number % 3 == 0:
        paragraphs.append(f"<blockquote><p>{words(chance, 25)}.</p></blockquote>")
    return str(number), f"Headline {number} of the harbour", "\n".join(paragraphs)


def rss(item: Article, *, cdata: bool) -> str:
    """An item of RSS 2.0."""
    number, title, body = item
    content = f"<![CDATA[{body}]]>" if cdata else html.escape(body)
    return (
        f"<item><title>{title}</title><link>https://harbour.example/2026/{number}</link><guid>harbour-{number}</guid>"
        f"<pubDate>Wed, 04 Mar 2026 10:{int(number) % 60:02}:00 GMT</pubDate><dc:creator>Ann Reed</dc:creator>"
        f"<description>{html.escape(body[:300])}</description><content:encoded>{content}</content:encoded></item>"
    )


def atom(item: Article) -> str:
    """An entry of Atom 1.0."""
    number, title, body = item
    return (
        f'<entry><title>{title}</title><link href="https://harbour.example/2026/{number}"/><id>tag:harbour.example,2026:{number}</id>'
        f"<updated>2026-03-04T10:{int(number) % 60:02}:00Z</updated><author><name>Ann Reed</name></author>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry>'
    )


def json_item(item: Article) -> str:
    """An item of JSON Feed."""
    number, title, body = item
    fields = {"id": number, "url": f"https://harbour.example/2026/{number}", "title": title, "content_html": body}
    return json.dumps({**fields, "date_published": "2026-03-04T10:00:00Z"}, ensure_ascii=False)


def feed(chance: random.Random, head: str, write: Callable[[Article], str], tail: str, between: str = "") -> bytes:
    """A feed of at least ``FEED_BYTES``."""
    items: list[str] = []
    size = 0
    while size < FEED_BYTES:
        items.append(write(article(chance, len(items))))
        size += len(items[-1].encode())
    return (head + between.join(items) + tail).encode()


def generated() -> dict[str, list[bytes]]:
    """Seeded feeds of each kind."""
    chance = random.Random(20260304)
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    rss_head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {spaces}><channel><title>Harbour</title>'
    atom_head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>'
    )
    json_head = '{"version":"https://jsonfeed.org/version/1.1","title":"Harbour","items":['
    kinds: dict[str, Callable[[], bytes]] = {
        "RSS, escaped": lambda: feed(chance, rss_head, lambda item: rss(item, cdata=False), "</channel></rss>"),
        "RSS, CDATA": lambda: feed(chance, rss_head, lambda item: rss(item, cdata=True), "</channel></rss>"),
        "Atom, XHTML": lambda: feed(chance, atom_head, atom, "</feed>"),
        "JSON Feed": lambda: feed(chance, json_head, json_item, "]}", ","),
    }
    return {kind: [make() for _ in range(FEEDS_OF_A_KIND)] for kind, make in kinds.items()}


def seconds(documents: Sequence[bytes]) -> tuple[float, int]:
    """Processor seconds to read all documents, the best of all rounds, and the entries they gave."""
    best, entries = float("inf"), 0
    for _ in range(ROUNDS):
        before = _used()
        with Cage() as cage:
            entries = sum(len(read_document(data, Source("bench"), cage=cage).entries) for data in documents)
        best = min(best, _used() - before)
    return best, entries


def bare_seconds(documents: Sequence[bytes]) -> float:
    """Processor seconds in which lxml alone parses the documents that are XML: what this machine gives at this moment."""
    best = float("inf")
    for _ in range(ROUNDS):
        before = _used()
        for data in documents:
            if data.startswith(b"<"):
                etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        best = min(best, _used() - before)
    return best


def _used() -> float:
    own, ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def main(arguments: Sequence[str]) -> int:
    """Prints one line a kind and one for all."""
    everything: list[bytes] = []
    for kind, documents in generated().items():
        everything += documents
        cost, entries = seconds(documents)
        print(
            f"{kind:14} {len(documents) / cost:7.1f} feeds/s  {sum(map(len, documents)) / cost / 1e6:6.1f} MB/s  {entries} entries"
        )
    cost, entries = seconds(everything)
    print(
        f"{'all generated':14} {len(everything) / cost:7.1f} feeds/s  {sum(map(len, everything)) / cost / 1e6:6.1f} MB/s  {entries} entries"
    )
    xml = [data for data in everything if data.startswith(b"<")]
    print(f"{'lxml alone':14} {len(xml) / bare_seconds(xml):7.1f} feeds/s, parsed and nothing more")
    for name in ("feedjira", "miniflux") if arguments else ():
        found = [path.read_bytes() for path in sorted((Path(arguments[0]) / name).rglob("*.xml"))]
        cost, entries = seconds(found)
        size = sum(map(len, found))
        print(
            f"{name:14} {size / cost / FEED_BYTES:7.1f} times 200 kB/s  {size / cost / 1e6:6.1f} MB/s  {len(found)} files, {entries} entries"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
