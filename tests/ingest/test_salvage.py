"""Damage costs the item it is in, and what is left out is said."""

from __future__ import annotations

import pytest

from digest.ingest.documents import read_patiently, read_strict
from digest.ingest.reading import Reading
from digest.ingest.recognise import recognise
from digest.model import Source

SOURCE = Source("wire")


def item(number: int, body: str = "") -> str:
    return (
        f"<item><title>Report {number}</title><link>https://harbour.example/{number}</link><guid>g{number}</guid>"
        f"<pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><description>{body or f'Words of report {number}.'}</description></item>"
    )


def feed(*items: str) -> str:
    return f'<rss version="2.0"><channel><title>Harbour</title>{"".join(items)}</channel></rss>'


def read(text: str) -> Reading:
    return read_patiently(text, recognise(text), SOURCE)


DAMAGE = {
    "an ampersand alone": feed(item(1, "Salt & vinegar"), item(2)),
    "a tag that is never closed": feed(item(1, "Words of <b>report 1."), item(2)),
    "a closing tag too many": feed(item(1, "Words</b> of report 1."), item(2)),
    "a control character": feed(item(1, "Words\x08 of report 1."), item(2)),
    "a reference to no character": feed(item(1, "Words&#x1; of report 1."), item(2)),
    "a prefix nobody declared": feed(item(1).replace("<guid>", "<dc:creator>Ann</dc:creator><guid>"), item(2)),
    "a warning before the feed": "Warning: foo() in /var/www on line 3<br />\n" + feed(item(1), item(2)),
    "a script behind the feed": feed(item(1), item(2)) + "<script>x</script>garbage",
    "an item that is never closed": feed(item(1).replace("</item>", ""), item(2)),
    "a channel cut off behind its last item": feed(item(1), item(2)).partition("</channel>")[0],
    "a page around the feed": "<html><body>" + feed(item(1), item(2)) + "</body>",
}


@pytest.mark.parametrize("case", DAMAGE)
def test_both_items_come_through_damage(case: str) -> None:
    text = DAMAGE[case]
    assert read_strict(text, recognise(text), SOURCE) is None
    reading = read(text)
    assert [entry.headline for entry in reading.entries] == ["Report 1", "Report 2"]
    assert all(entry.url and entry.text and entry.published for entry in reading.entries)
    assert "malformed" in [problem.code for problem in reading.problems]


def test_of_an_item_cut_in_its_last_field_the_words_so_far_are_kept() -> None:
    reading = read(feed(item(1), item(2, "Words of report two that are never"))[:-40])
    assert reading.entries[1].text.startswith("Words of report two")


def test_text_that_no_item_holds_is_reported() -> None:
    lost = "Words that stand where no item is. " * 20
    reading = read(feed(item(1, "Words of <b>report 1."), lost, item(2)))
    assert "text-lost" in [problem.code for problem in reading.problems]


def test_nothing_is_reported_lost_where_nothing_is() -> None:
    reading = read(feed(*(item(number, "Salt & vinegar on the chips.") for number in range(20))))
    assert len(reading.entries) == 20
    assert [problem.code for problem in reading.problems] == ["malformed"]


def test_the_whole_items_of_a_json_feed_cut_short_are_kept() -> None:
    text = '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "One", "content_text": "x"}, {"id": "2", "tit'
    reading = read(text)
    assert [entry.headline for entry in reading.entries] == ["One"]
    assert [problem.code for problem in reading.problems] == ["malformed"]


def test_lines_that_are_no_articles_cost_themselves() -> None:
    reading = read('{"id": "1", "text": "One."}\n{"id": \n{"id": "3", "text": "Three."}\n')
    assert [entry.text for entry in reading.entries] == ["One.", "Three."]
    assert [problem.code for problem in reading.problems] == ["bad-item"]
