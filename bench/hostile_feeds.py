"""Feeds whose every field carries a hostile text: titles, addresses, names, quotes, tweets, corrections, reasons."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import yaml

Payload = Callable[[int], str]
"""The hostile text number n; past the last it begins again."""

HOST = "press.example"
"""The only host that an article of these feeds names, so that any other link was made from text."""
ONSETS, VOWELS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "tr"), "aeiou"
TOGETHER = 8
"""Payloads that one tweet, block quotation, correction or reason carries."""


def word(number: int) -> str:
    """An invented word that no other number has.

    >>> word(0), word(81)
    ('babaron', 'dabaron')
    """
    sounds = []
    for _ in range(3):
        number, vowel = divmod(number, len(VOWELS))
        number, onset = divmod(number, len(ONSETS))
        sounds.append(ONSETS[onset] + VOWELS[vowel])
    return "".join(sounds[:2]) + "ron" + (sounds[2] if sounds[2] != "ba" else "")


def payloads_of(payloads: Sequence[str]) -> Payload:
    """The texts by number."""
    return lambda number: payloads[number % len(payloads)]


def several(payload: Payload, number: int) -> str:
    """Several texts on one line."""
    return " ".join(payload(number + more) for more in range(TOGETHER))


def text(payload: Payload, number: int, figure: int = 80) -> str:
    """A report of an event of its own: quoted, mixed and indirect words, a speaker's role, reactions, a figure to correct."""
    hostile, own, other = payload(number), word(3 * number), word(3 * number + 1)
    first, last = word(3 * number + 2).title(), word(7 * number + 5).title()
    return "\n\n".join(
        (
            f"{hostile}",
            f"The {own} mill of {other.title()} burned down on Wednesday with {figure} {hostile} looms inside, the {own} guild said.",
            f"“The {own} went first and {hostile} went with it,” said {first} {last}, keeper of {hostile} at the {own} mill.",
            f"“{hostile}” {last} said. “Nobody in {other.title()} had seen a {own} burn before.”",
            f"The {other} council condemned the fire and {hostile} on Thursday.",
            f"The mill’s owner, {other.title()} Works, rejected the charge that {hostile} had been known to the {own} guild.",
        )
    )


def record(payload: Payload, number: int, *, corrected: bool) -> dict[str, str]:
    """One line of JSON Lines, all of whose fields are hostile; corrected, its text differs in a figure and several texts."""
    hostile = payload(number)
    body = text(payload, number, 90 if corrected else 80)
    body += f"\n\nCorrection: {several(payload, number)}" if corrected else ""
    if "</" in body:  # it would be taken for the HTML of a page: the text itself arrives as what that HTML shows
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in body.split("\n\n"))
    return {
        "id": f"{hostile} {number}",
        "url": f"https://{HOST}/{number}?q={hostile}#{hostile}",
        "title": hostile or "-",
        "outlet": hostile or "-",
        "author": hostile,
        "dateline": hostile,
        "agency": hostile,
        "date": f"2026-03-0{4 if number % 2 else 3}T08:00:00Z",
        "updated": "2026-03-05T08:00:00Z" if corrected else "2026-03-04T08:00:00Z",
        "text": body,
    }


def rss(payload: Payload, numbers: Sequence[int], *, raw: bool) -> str:
    """A feed whose items have tweets and block quotations; ``raw`` puts the texts into the HTML as they are."""
    show = (lambda words: words) if raw else escape
    items = "".join(_item(payload, number, show) for number in numbers)
    name = _xml(several(payload, numbers[0]))
    return (
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{name}</title>'
        f"<link>https://{HOST}/</link><language>{name}</language>{items}</channel></rss>"
    )


def _item(payload: Payload, number: int, show: Callable[[str], str]) -> str:
    words = show(several(payload, number))
    own, other = word(5 * number + 40_000), word(5 * number + 40_001)
    body = (
        f"<p>The {own} bridge at {other.title()} was closed on Wednesday, the {own} office said.</p><p>{words}</p>"
        f'<blockquote class="twitter-tweet"><p>{words}</p>&mdash; {words} (@{own}) <a href="https://{HOST}/t">March 4, 2026</a></blockquote>'
        f"<blockquote><p>{words}</p></blockquote><p>“{words} and the {own}”, said {own.title()} {other.title()}, of {words}.</p>"
    )
    title = _xml(several(payload, number))
    return (
        f"<item><title>{title}</title><link>https://{HOST}/b{number}?{title}</link><author>{title}</author>"
        f"<guid>{title} b{number}</guid><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate>"
        f"<content:encoded>{_xml(body)}</content:encoded></item>"
    )


def _xml(words: str) -> str:
    """Text for XML; what XML forbids is left out."""
    return escape(
        "".join(sign for sign in words if sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
    )


def addresses(payload: Payload, numbers: Sequence[int]) -> str:
    """JSON Lines whose address is the hostile text itself, bare and behind a scheme, with harmless words."""
    shapes = ("{}", "https://{}", "javascript:{}", "https://" + HOST + "@{}", "//{}")
    lines = []
    for number in numbers:
        url = shapes[number % len(shapes)].format(payload(number))
        body = text(lambda _: "seven", number + 90_000)
        own = {"id": url, "url": url, "title": f"Mill {word(number)} of {word(number + 9)} burns", "text": body}
        lines.append(json.dumps(own | {"outlet": "Mill Post", "date": "2026-03-04T08:00:00Z"}))
    return "\n".join(lines) + "\n"


def lists(payload: Payload, count: int, overrules: Sequence[dict[str, object]] = ()) -> str:
    """A YAML list with hostile names of sources and topics, broken values, and decisions."""
    sources: list[dict[str, object]] = []
    for number in range(count):
        hostile = payload(number)
        sources.append(
            {"name": hostile, "url": f"https://{HOST}/feed/{number}", "outlet": hostile, "topics": [hostile]}
        )
        if number % TOGETHER == 0:
            sources += [{"url": several(payload, number)}, {"url": "https://press.example/x", "excerpt": hostile}]
            sources.append({"url": f"https://{HOST}/y/{number}", hostile or "x": "unknown", "full_text": hostile})
    topics = [{"name": payload(n) or "-", "match": [word(3 * n), payload(n) or "-"]} for n in range(count)]
    plain = {"sources": sources, "topics": topics, "overrules": [*overrules]}
    return yaml.dump(plain, Dumper=_NoAliases, allow_unicode=True)


class _NoAliases(yaml.SafeDumper):
    """Writes a value that stands twice out twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Always."""
        del data
        return True


def write_feeds(
    folder: Path, payload: Payload, count: int, *, corrected: bool = False, overrules: Sequence[dict[str, object]] = ()
) -> None:
    """Write feeds that carry texts 0 to ``count`` into ``folder``; ``corrected`` as they are a night later."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = range(count)
    lines = (record(payload, n, corrected=corrected and n % TOGETHER == 0) for n in numbers)
    (folder / "articles.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    starts = numbers[::TOGETHER]
    _write(folder / "escaped.xml", rss(payload, starts, raw=False))
    _write(folder / "raw.xml", rss(payload, [n + 1_000_000 * count for n in starts], raw=True))
    _write(folder / "lists.yml", lists(payload, count, overrules))
    for number in starts:
        hostile = several(payload, number)
        header = f"title: {hostile}\noutlet: {hostile}\nurl: https://{HOST}/p{number}\ndate: 2026-03-04\n\n"
        name = "".join(sign for sign in payload(number) if sign not in "/\0\\")[:60].encode("utf-8", "replace").decode()
        _write(folder / f"{number} {name}.txt", header + text(payload, number + 200_000 * count))


def _write(path: Path, content: str) -> None:
    path.write_bytes(content.encode("utf-8", "replace"))
