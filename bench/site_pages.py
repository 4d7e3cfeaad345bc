"""Invented pages and data in the published schema, any number of them, for measuring and for trying the site out."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.site_words import Vocabulary
from digest.render.page import Site
from digest.render.story import story_markdown
from digest.site_data import story_path, story_view

WORDS = [
    "harbour",
    "council",
    "audit",
    "bridge",
    "gauge",
    "valley",
    "committee",
    "report",
    "river",
    "ferry",
    "budget",
    "school",
    "clinic",
    "tender",
    "survey",
    "minister",
    "engineer",
    "union",
    "strike",
    "offer",
    "deadline",
    "letter",
    "answer",
    "inquiry",
    "permit",
    "quay",
    "warehouse",
    "orchard",
    "railway",
    "tunnel",
    "reservoir",
    "market",
    "ledger",
    "archive",
    "festival",
    "museum",
    "library",
    "tram",
    "depot",
    "mill",
    "pier",
    "canal",
    "lock",
    "beacon",
]
VERBS = [
    "reviews",
    "delays",
    "rejects",
    "opens",
    "closes",
    "backs",
    "questions",
    "doubles",
    "halves",
    "repairs",
    "defends",
    "withdraws",
]
FIRST = [
    "Ilse",
    "Tomas",
    "Maren",
    "Jorun",
    "Pavo",
    "Edda",
    "Rurik",
    "Sanna",
    "Odo",
    "Talia",
    "Benno",
    "Wilma",
    "Kaspar",
    "Lioba",
    "Anselm",
    "Petra",
]
LAST = [
    "Brandt",
    "Okoro",
    "Holt",
    "Vesper",
    "Lindqvar",
    "Amsel",
    "Torvane",
    "Quill",
    "Marrow",
    "Estvik",
    "Dahlem",
    "Farrow",
    "Hesk",
    "Ruvane",
]
OUTLETS = (
    "Harbour Post",
    "Vellmar Radio",
    "National Wire",
    "Coast Daily",
    "Evening Ledger",
    "Ostrow Gazette",
    "Vellmar Courier",
    "Hill Echo",
)
TOPICS = ("Infrastructure", "Education", "Harbour Authority")
ROLES = ("infrastructure minister", "head of Dam Watch", "union chair", "town clerk", "chief engineer")
STANCES = ("response", "condemns", "welcomes", "rejects", "denies", "calls for", "warns")
NEWEST = 50
"""Entries of a feed."""
SITE = Site("Digest", "https://digest.example", UTC)
FILLER_WORDS = 600
"""Words of a page, as the tables of speed have it."""


@dataclass
class World:
    """Everything that lists are made of, gathered while stories are made."""

    rng: random.Random
    vocabulary: Vocabulary
    articles: dict[str, str] = field(default_factory=dict)
    by_day: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    statements: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)


def write_pages(
    folder: Path, stories: int, last_day: date, per_day: int = 200, seed: int = 1, vocabulary: Vocabulary | None = None
) -> World:
    """Write ``stories`` story pages ending on ``last_day``, and every list made of them. Gives what they are made of."""
    world = World(random.Random(seed), vocabulary or Vocabulary(WORDS, FIRST, LAST))
    for number in range(stories):
        day = last_day - timedelta(days=(stories - 1 - number) // per_day)
        write_story(folder, world, number, day)
    write_lists(folder, world)
    return world


def write_story(folder: Path, world: World, number: int, day: date) -> dict[str, Any]:
    """One story's Markdown and JSON. Gives its record for lists."""
    story = _story(world, number, day)
    stem = story["url"].rstrip("/")
    _json(folder / f"data/{stem}.json", story)
    _text(folder / f"{stem}.md", _markdown(story))
    record = _record(story)
    for ending in (".bib", ".ris", ".csl.json"):
        _text(folder / f"data/{stem}{ending}", f"[{json.dumps(story['reference'])}]\n")
    world.by_day[day.isoformat()].append(record)
    for quote in story["quotes"]:
        slug = quote["speaker"]["url"].split("/")[1]
        world.names[slug] = quote["speaker"]["name"]
        world.statements[slug].append(
            {
                "story": story["id"],
                "story_url": story["url"],
                "headline": record["headline"],
                "topics": ["Infrastructure"],
                "quote": quote,
            }
        )
    return record


def write_lists(folder: Path, world: World) -> None:
    """Days, people, outlets, topics, months, source health, corrections and the front page."""
    days = sorted(world.by_day, reverse=True)
    labels = [
        {"day": day, "label": _label(day), "url": _day_url(day), "stories": len(world.by_day[day])} for day in days
    ]
    for at, day in enumerate(days):
        for ending in (".csv", ".mail.html", ".mail.txt"):
            _text(folder / f"data/{_day_url(day)[:-1]}{ending}", f"{_label(day)}\n")
        _list(folder, f"days/{day.replace('-', '/')}", _day(world, days, labels, at))
    _list(folder, "days/index", {"days": labels, "url": "days/", "kind": "days"})
    _text(
        folder / "index.md",
        f"---\ntitle: {_label(days[0])}\nkind: home\ndata: data/days/{days[0].replace('-', '/')}.json\n---\n# {_label(days[0])}\n",
    )
    everything = [record for day in days for record in world.by_day[day]]
    _write_people(folder, world)
    _write_shares(folder, everything)
    _feeds(folder, "feed", everything)
    (folder / "data/feed.feed.json").rename(folder / "data/feed.json")
    _text(folder / "data/feeds.opml", '<opml version="2.0"><body/></opml>\n')
    months = {month: list(own) for month, own in groupby(days, key=lambda day: day[:7])}
    for month, dates in months.items():
        _write_month(folder, world, month, dates)
    labels_of_months = [
        {
            "month": month,
            "label": _label(f"{month}-01")[2:],
            "url": f"stories/{month.replace('-', '/')}/",
            "stories": sum(len(world.by_day[day]) for day in dates),
        }
        for month, dates in months.items()
    ]
    _list(folder, "stories/index", {"months": labels_of_months, "kind": "stories", "url": "stories/"})
    _feeds(folder, "corrections", [])
    _list(folder, "corrections/index", {"corrections": [], "kind": "corrections"}, "data/corrections.json")
    _list(folder, "sources/index", {"sources": _health(), "day": days[0], "kind": "sources"}, "data/sources.json")


def _write_month(folder: Path, world: World, month: str, days: Sequence[str]) -> None:
    """The page of a month, and those of its dates."""
    path, label = f"stories/{month.replace('-', '/')}", _label(f"{month}-01")[2:]
    dates = []
    for day in days:
        at, records = f"stories/{day.replace('-', '/')}", world.by_day[day]
        about = {"day": day, "label": _label(day), "url": f"{at}/"}
        dates.append({**about, "data": f"data/{at}.json", "stories": len(records), "shown": records[:30]})
        _list(folder, at, {**about, "month": {"label": label, "url": f"{path}/"}, "stories": records, "kind": "date"})
    stories = sum(len(world.by_day[day]) for day in days)
    _list(folder, path, {"month": month, "label": label, "stories": stories, "dates": dates, "kind": "month"})


def _story(world: World, number: int, day: date) -> dict[str, Any]:
    rng = world.rng
    first, second, third = world.vocabulary.draw(rng, 3)
    headline = f"{first.title()} {second} {rng.choice(VERBS)} {third} {number}"
    url = f"stories/{day:%Y/%m/%d}/{headline.lower().replace(' ', '-')}/"
    sources = [_source(world, number, at, day) for at in range(1, 4)]
    passages = [_slice(world, source, at) for source in sources for at in range(4)]
    quotes = [_quote(world, source, rng) for source in sources]
    people = [
        {"name": q["speaker"]["name"], "url": q["speaker"]["url"], "role": q["speaker"]["role"], "statements": 1}
        for q in quotes
    ]
    stem = url.rstrip("/")
    first, last = sources[0]["when"], sources[-1]["when"]
    bins = [
        {"start": first, "label": f"{day.day} March", "reports": one, "copies": two}
        for one, two in ((1, 3), (1, 0), (0, 2), (1, 0))
    ]
    return {
        "version": 1, "kind": "story", "id": f"{day}-{number}", "url": url, "saga": f"s{number}", "day": day.isoformat(),
        "headline": {"text": headline, "outlet": sources[0]["outlet"], "article": sources[0]["article"], "number": "1", "passage": None},
        "dates": _label(day.isoformat()), "first": first, "last": last, "open": True,
        "counts": {"reports": 3, "outlets": 5, "copies": 2, "quotes": 3, "reactions": 2},
        "topics": [{"name": "Infrastructure", "url": "topics/infrastructure/"}], "people": people,
        "since": {"day": day.isoformat(), "label": "Since 4 March", "text": "two more reports and one new quote", "reports": [], "copies": 0, "quotes": 1, "speakers": []},
        "brief": passages[:3], "quotes": quotes,
        "reactions": [{"actor": name, "url": None, "role": "local government", "stance": rng.choice(STANCES), "when": first, "new": False, "passage": passages[at]} for at, name in ((3, "Town council"), (7, "Dam Watch"))],
        "timeline": {"hours_per_bin": 6, "bins": bins, "text": "Reports per six hours: 1, 1, 0, 1", "developments": [{"when": s["when"], "label": "", "kind": "report", "text": s["headline"], "outlet": s["outlet"], "number": s["number"], "anchor": s["anchor"], "url": s["url"]} for s in sources]},
        "coverage": sources, "kept_out": None, "saga_stories": [], "corrections": [], "decisions": [],
        "together": "All name the harbour, the audit office and the council within 34 hours. " + " ".join(world.vocabulary.draw(rng, FILLER_WORDS - 490)) + ".",
        "reference": f"“{headline}”. Digest, {_label(day.isoformat())}. {url}",
        "files": {"json": f"data/{stem}.json", "markdown": f"{stem}.md", "bibtex": f"data/{stem}.bib", "ris": f"data/{stem}.ris", "csl": f"data/{stem}.csl.json"},
    }  # fmt: skip


def _source(world: World, number: int, at: int, day: date) -> dict[str, Any]:
    rng, article = world.rng, f"a{number}-{at}"
    outlet = OUTLETS[(number + at * 3) % len(OUTLETS)]
    world.articles[article] = " ".join(world.vocabulary.sentence(rng) for _ in range(12))
    when = datetime.combine(day, datetime.min.time()) + timedelta(hours=5 * at + 3, minutes=rng.randrange(60))
    moment = f"{when.isoformat()}Z"
    copy: dict[str, Any] = {
        "number": f"{at}a",
        "article": f"{article}c",
        "outlet": "Coast Daily",
        "outlet_url": "outlets/coast-daily/",
        "headline": None,
        "url": f"https://coast.example/{article}",
        "when": moment,
        "relation": "exact",
        "score": 1.0,
        "new": False,
        "adds": [],
    }
    return {
        "number": str(at), "anchor": f"{at}-{outlet.lower().replace(' ', '-')}", "article": article, "outlet": outlet,
        "outlet_url": f"outlets/{outlet.lower().replace(' ', '-')}/", "headline": (headline := world.vocabulary.sentence(rng)[:-1]), "title": headline, "url": f"https://{outlet.split()[0].lower()}.example/{article}",
        "when": moment, "dated": True, "agency": None, "byline": None, "language": "en", "new": False, "corrected": None, "note": None,
        "score": 0.5, "evidence_text": "the name Harbour council", "evidence": [{"kind": "names", "detail": "both name the harbour council"}] if at > 1 else [], "copies": [copy] if at == 1 else [],
    }  # fmt: skip


def _slice(world: World, source: dict[str, Any], at: int) -> dict[str, Any]:
    text = world.articles[source["article"]]
    starts = [0] + [place + 2 for place in range(len(text)) if text.startswith(". ", place)]
    start = starts[at]
    end = text.index(".", start) + 1
    return _passage(source, text, start, end, [])


def _passage(source: dict[str, Any], text: str, start: int, end: int, fragments: list[list[int]]) -> dict[str, Any]:
    words = text[start:end]
    return {
        "article": source["article"], "number": source["number"], "anchor": source["anchor"], "outlet": source["outlet"], "start": start, "end": end,
        "text": words, "pieces": [text[a:b] for a, b in fragments] or [words], "fragments": fragments, "content_hash": "sha256:0",
        "selector": {"type": "TextQuoteSelector", "exact": words, "prefix": text[max(0, start - 20) : start], "suffix": text[end : end + 20]},
        "url": source["url"], "link": source["url"] + "#:~:text=" + words.split()[0],
    }  # fmt: skip


def _quote(world: World, source: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    text = world.articles[source["article"]]
    start = text.index(". ", len(text) // 2) + 2
    end = text.index(".", start)
    name = world.vocabulary.name(rng)
    speaker = {
        "name": name,
        "kind": "person",
        "role": rng.choice(ROLES),
        "url": f"people/{name.lower().replace(' ', '-')}/",
    }
    passage = _passage(source, text, start, end, [[start, end]])
    return {
        "id": f"q-{source['article']}-{start}",
        "passage": passage,
        "kind": "direct",
        "when": source["when"],
        "new": rng.random() < 0.3,
        "carried_by": [source["outlet"], "Coast Daily"],
        "variants": [],
        "speaker": speaker,
    }


def _record(story: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: story[name] for name in ("id", "url", "saga", "dates", "first", "last", "open", "counts", "people", "topics", "day")},
        "data": f"data/{story['url'].rstrip('/')}.json", "headline": story["headline"]["text"], "headline_outlet": story["headline"]["outlet"],
        "lead": story["brief"][0], "quote": story["quotes"][0], "stances": [{"stance": "condemns", "count": 1}], "since": "one new quote", "days": [story["day"]],
        "outlets": [{"name": source["outlet"], "url": source["outlet_url"], "reports": 1, "copies": 0, "first": not at} for at, source in enumerate(story["coverage"])],
    }  # fmt: skip


def _day(world: World, days: list[str], labels: list[dict[str, Any]], at: int) -> dict[str, Any]:
    records = world.by_day[days[at]]
    people = [
        {"name": one["name"], "url": one["url"], "statements": 3}
        for record in records[:5]
        for one in record["people"][:1]
    ]
    return {
        "kind": "day", "url": _day_url(days[at]), "day": days[at], "label": _label(days[at]), "previous": days[at + 1] if at + 1 < len(days) else None, "next": days[at - 1] if at else None,
        "stories": records, "topics": [{"name": "Infrastructure", "url": "topics/infrastructure/", "stories": len(records), "last": None}], "people": people,
        "sources": {"answered": 11, "total": 12, "lines": [{"name": "Coast Daily", "state": "silent", "text": "silent since 1 March"}]} if not at else None, "earlier": labels[at + 1 : at + 8], "files": {"csv": f"data/{_day_url(days[at])[:-1]}.csv", "mail": f"data/{_day_url(days[at])[:-1]}.mail.html", "mail_text": f"data/{_day_url(days[at])[:-1]}.mail.txt"},
    }  # fmt: skip


def _write_people(folder: Path, world: World) -> None:
    items = []
    for slug, said in sorted(world.statements.items()):
        name = world.names[slug]
        _feeds(folder, f"people/{slug}", [])
        _list(
            folder,
            f"people/{slug}",
            {
                "name": name,
                "counts": {"statements": len(said), "stories": len(said)},
                "role": said[0]["quote"]["speaker"]["role"],
                "statements": said[::-1][:60],
                "kind": "person",
                "url": f"people/{slug}/",
            },
        )
        items.append(
            {
                "name": name,
                "url": f"people/{slug}/",
                "data": f"data/people/{slug}.json",
                "count": len(said),
                "last": None,
                "detail": "union chair",
            }
        )
    _list(folder, "people/index", {"items": items, "count": len(items), "kind": "people", "url": "people/"})


def _write_shares(folder: Path, records: list[dict[str, Any]]) -> None:
    items = []
    for outlet in OUTLETS:
        slug = outlet.lower().replace(" ", "-")
        shared = [
            {**record, "share": {"reports": 1, "copies": 0, "first": False}}
            for record in records
            if any(one["name"] == outlet for one in record["outlets"])
        ][:200]
        _feeds(folder, f"outlets/{slug}", shared)
        _list(
            folder,
            f"outlets/{slug}",
            {
                "name": outlet,
                "counts": {"stories": len(shared), "first": 1, "reports": 3, "copies": 0},
                "stories": shared,
                "kind": "outlet",
            },
        )
        items.append(
            {"name": outlet, "url": f"outlets/{slug}/", "data": "", "count": len(shared), "last": None, "detail": ""}
        )
    _list(folder, "outlets/index", {"items": items, "count": len(items), "kind": "outlets"})
    topics = []
    for topic in TOPICS:
        slug = topic.lower().replace(" ", "-")
        matching = records[:200] if topic == "Infrastructure" else []
        trend = [{"day": f"2026-03-{day:02d}", "stories": day % 4} for day in range(1, 15)]
        _feeds(folder, f"topics/{slug}", matching)
        _list(
            folder,
            f"topics/{slug}",
            {
                "name": topic,
                "match": [topic],
                "count": len(matching),
                "trend": trend,
                "people": [],
                "stories": matching,
                "kind": "topic",
            },
        )
        topics.append(
            {"name": topic, "url": f"topics/{slug}/", "data": "", "count": len(matching), "last": None, "detail": ""}
        )
    _list(folder, "topics/index", {"items": topics, "count": len(topics), "kind": "topics"})


def _health() -> list[dict[str, Any]]:
    well = {
        "entries": 40,
        "new": 12,
        "last_new": "2026-03-05T08:00:00Z",
        "failing_since": None,
        "silent_since": None,
        "state": "ok",
        "history": [{"day": "2026-03-05", "entries": 40, "new": 12, "problems": 0}],
        "problems": [],
        "url": None,
        "path": "wire.xml",
    }
    fault = {
        "stage": "ingest",
        "code": "bad-date",
        "detail": "The date is 31 February",
        "remedy": "Ask the publisher to mend it; the night's date is used.",
        "item": "entry 4",
    }
    return [{"name": outlet, "outlet": outlet, **well} for outlet in OUTLETS[1:]] + [
        {"name": OUTLETS[0], "outlet": OUTLETS[0], **well, "state": "problems", "problems": [fault]}
    ]


def _markdown(story: dict[str, Any]) -> str:
    """The page's Markdown as the renderer writes it, with the filler, which no renderer would make, at its end."""
    page = story_markdown(story_view(story, story_path(story["url"])), SITE).data.decode()
    return f"{page}\n{story['together']}\n"


def _feeds(folder: Path, stem: str, records: list[dict[str, Any]]) -> None:
    """An Atom and a JSON feed of the newest stories."""
    entries = "".join(
        f"<entry><id>{one['id']}</id><title>{one['headline']}</title></entry>\n" for one in records[:NEWEST]
    )
    _text(folder / f"data/{stem}.xml", f'<feed xmlns="http://www.w3.org/2005/Atom">\n{entries}</feed>\n')
    _json(
        folder / f"data/{stem}.feed.json",
        {"version": "https://jsonfeed.org/version/1.1", "items": [one["id"] for one in records[:NEWEST]]},
    )


def _list(folder: Path, stem: str, content: dict[str, Any], data: str = "") -> None:
    _json(folder / (data or f"data/{stem}.json"), {"version": 1, **content})
    _text(folder / f"{stem}.md", f"---\ntitle: {stem}\nkind: {content['kind']}\n---\n# {stem}\n")


def _day_url(day: str) -> str:
    return f"days/{day.replace('-', '/')}/"


def _label(day: str) -> str:
    found = date.fromisoformat(day)
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    return f"{found.day} {months[found.month - 1]} {found.year}"


def _json(path: Path, content: object) -> None:
    _text(path, json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n")


def _text(path: Path, content: str) -> None:
    """Write what is not yet so, as Digest's own printing does."""
    if path.is_file() and path.read_text(encoding="utf-8") == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
