"""The data of the pages that list stories: days, people, outlets, topics, months, sources, corrections, and the index of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from digest.edition.catalogue import Catalogue
from digest.edition.page_records import (
    DateRecord,
    DateTally,
    DayTally,
    MonthRecord,
    OutletRecord,
    PersonRecord,
    TopicRecord,
    gather_people,
)
from digest.edition.tallies import Tally
from digest.edition.views import Edition, Statement
from digest.model import Problem, SourceDay, SourceHealth
from digest.render.data import (
    Json,
    correction_fields,
    document,
    line_fields,
    person_fields,
    quote_fields,
    summary_fields,
    timestamp,
    topic_fields,
)
from digest.render.days import EARLIER, neighbours
from digest.render.health import night_told, source_state, state_words, takedown_words
from digest.render.listings import share_of
from digest.render.page import PageFile, Site, data_file, date_file, day_file, month_file, story_file, url_of
from digest.render.words import day_words, month_words


def day_json(edition: Edition, catalogue: Catalogue, site: Site) -> PageFile:
    """The data of a day's page, and of home when it is the newest; how the sources did stands only in the newest."""
    path = day_file(edition.day)
    before, after = neighbours(edition.day, catalogue.all_days)
    earlier = [tally for tally in catalogue.all_days if tally.day < edition.day and tally.stories][:EARLIER]
    fields = {
        "url": url_of(path),
        "day": edition.day.isoformat(),
        "label": day_words(edition.day, weekday=True),
        "previous": before.isoformat() if before else None,
        "next": after.isoformat() if after else None,
        "stories": [summary_fields(summary, site) for summary in edition.stories],
        "told": len(edition.told),
        "topics": _topics_of_day(edition, catalogue),
        "people": [person_fields(person) for person in gather_people(edition.stories)],
        "earlier": [_day_fields(tally) for tally in earlier],
        "sources": _answered(catalogue.health) if edition.day == catalogue.day else None,
        "files": _files(path, catalogue.tables is not None),
    }
    return document(data_file(path), "day", fields)


def _files(path: str, tables: bool) -> Json:
    taken = {"csv": ".csv", "mail": ".mail.html", "mail_text": ".mail.txt"}
    return {"json": data_file(path)} | {name: data_file(path, end) if tables else None for name, end in taken.items()}


def _topics_of_day(edition: Edition, catalogue: Catalogue) -> list[Json]:
    """The topics of the day's stories; on the newest day all that are watched, with the last day that brought news.

    Of an older day nothing is said that a later one could change.
    """
    found = Counter(topic for summary in edition.stories for topic in summary.topics)
    if edition.day != catalogue.day:
        return [
            {**topic_fields(name), "stories": count, "last": edition.day.isoformat()}
            for name, count in sorted(found.items())
        ]
    return [
        {**topic_fields(t.name), "stories": found[t.name], "last": t.last.isoformat() if t.last else None}
        for t in catalogue.all_topics
    ]


def _answered(health: Sequence[SourceHealth]) -> Json:
    wanting = [item for item in health if source_state(item) in ("failing", "silent")]
    failing = sum(source_state(item) == "failing" for item in health)
    return {
        "answered": len(health) - failing,
        "total": len(health),
        "lines": [
            {"name": item.source.name, "state": source_state(item), "text": state_words(item)} for item in wanting
        ],
    }


def _day_fields(tally: DayTally) -> Json:
    path = day_file(tally.day)
    return {
        "day": tally.day.isoformat(),
        "label": day_words(tally.day, weekday=True),
        "url": url_of(path),
        "data": data_file(path),
        "stories": tally.stories,
    }


def calendar_json(days: Sequence[DayTally]) -> PageFile:
    """The data of the calendar."""
    return document("data/days/index.json", "days", {"url": "days/", "days": [_day_fields(tally) for tally in days]})


def person_json(record: PersonRecord) -> PageFile:
    """The data of a person's page."""
    path = f"people/{record.person.slug}.md"
    fields = {
        "url": url_of(path),
        "name": record.person.name,
        "other_names": list(record.other_names),
        "role": record.person.role,
        "counts": {"statements": record.statements, "stories": record.stories},
        "statements": [statement_fields(statement) for statement in record.shown],
    }
    return document(data_file(path), "person", fields)


def statement_fields(statement: Statement) -> Json:
    """A statement with its story."""
    return {
        "role": statement.role,
        "story": statement.story,
        "story_url": url_of(story_file(statement.path)),
        "headline": statement.headline,
        "topics": [topic_fields(topic) for topic in statement.topics],
        "quote": quote_fields(statement.quote),
    }


def outlet_json(record: OutletRecord, site: Site) -> PageFile:
    """The data of an outlet's page."""
    path = f"outlets/{record.slug}.md"
    shares = [(summary, share_of(summary, record.slug)) for summary in record.shown]
    fields = {
        "url": url_of(path),
        "name": record.name,
        "counts": {
            "stories": record.stories,
            "first": record.firsts,
            "reports": record.reports,
            "copies": record.copies,
        },
        "stories": [
            {
                **summary_fields(summary, site),
                "share": {"reports": share.reports, "copies": share.copies, "first": share.first},
            }
            for summary, share in shares
        ],
    }
    return document(data_file(path), "outlet", fields)


def topic_json(record: TopicRecord, site: Site) -> PageFile:
    """The data of a topic's page."""
    path = f"topics/{record.slug}.md"
    fields = {
        "url": url_of(path),
        "name": record.name,
        "match": list(record.match),
        "count": record.stories,
        "trend": [{"day": day.isoformat(), "stories": count} for day, count in record.trend],
        "people": [person_fields(person) for person in record.people],
        "stories": [summary_fields(summary, site) for summary in record.shown],
    }
    return document(data_file(path), "topic", fields)


def date_json(record: DateRecord) -> PageFile:
    """The data of a date: every story of it, with the ids of its articles; what else is known of one stands in its own data."""
    path = date_file(record.day)
    month = month_file(record.day.year, record.day.month)
    fields = {
        "url": url_of(path),
        "day": record.day.isoformat(),
        "label": day_words(record.day),
        "month": {"label": month_words(record.day.year, record.day.month), "url": url_of(month)},
        "stories": [line_fields(summary) for summary in record.stories],
    }
    return document(data_file(path), "date", fields)


def month_json(record: MonthRecord) -> PageFile:
    """The data of a month: its dates, which hold every story, and what the month's page shows of each."""
    path = month_file(record.year, record.month)
    fields = {
        "url": url_of(path),
        "month": f"{record.year:04}-{record.month:02}",
        "label": month_words(record.year, record.month),
        "stories": record.stories,
        "dates": [_date_fields(tally) for tally in record.dates],
    }
    return document(data_file(path), "month", fields)


def _date_fields(tally: DateTally) -> Json:
    path = date_file(tally.day)
    return {
        "day": tally.day.isoformat(),
        "label": day_words(tally.day),
        "url": url_of(path),
        "data": data_file(path),
        "stories": tally.stories,
        "shown": [line_fields(summary) for summary in tally.shown],
    }


def list_json(kind: str, tallies: Sequence[Tally], count: int) -> PageFile:
    """The data of a list of pages, of which there are ``count``."""
    fields = {"url": f"{kind}/", "count": count, "items": _items(kind, tallies)}
    return document(f"data/{kind}/index.json", kind, fields)


def _items(kind: str, tallies: Sequence[Tally]) -> list[Json]:
    return [
        {
            "name": tally.name,
            "url": f"{kind}/{tally.slug}/",
            "data": f"data/{kind}/{tally.slug}.json",
            "count": tally.count,
            "last": tally.last.isoformat() if tally.last else None,
            "detail": tally.detail,
        }
        for tally in tallies
    ]


def months_json(catalogue: Catalogue) -> PageFile:
    """The data of the list of months."""
    return document("data/stories/index.json", "stories", {"url": "stories/", "months": _months(catalogue)})


def _months(catalogue: Catalogue) -> list[Json]:
    return [
        {
            "month": f"{tally.year:04}-{tally.month:02}",
            "label": month_words(tally.year, tally.month),
            "url": url_of(month_file(tally.year, tally.month)),
            "data": data_file(month_file(tally.year, tally.month)),
            "stories": tally.stories,
        }
        for tally in catalogue.all_months
    ]


def sources_json(health: Sequence[SourceHealth], day: date) -> PageFile:
    """The data of source health, of the night it tells of. Addresses of feeds are left out of it: they may hold keys."""
    fields = {
        "url": "sources/",
        "day": night_told(health, day).isoformat(),
        "sources": [_health(item) for item in sorted(health, key=lambda item: item.source.name.casefold())],
    }
    return document("data/sources.json", "sources", fields)


def _health(item: SourceHealth) -> Json:
    return {
        "name": item.source.name,
        "outlet": item.source.outlet,
        "path": item.source.path,
        "remote": item.source.url is not None,
        "licence": item.source.licence,
        "entries": item.entries,
        "new": item.new,
        "last_new": timestamp(item.last_new) if item.last_new else None,
        "failing_since": item.failing_since.isoformat() if item.failing_since else None,
        "silent_since": item.silent_since.isoformat() if item.silent_since else None,
        "state": source_state(item),
        "history": [_night(night) for night in item.history],
        "problems": [_problem(problem) for problem in item.problems],
    }


def _night(night: SourceDay) -> Json:
    return {"day": night.day.isoformat(), "entries": night.entries, "new": night.new, "problems": night.problems}


def _problem(problem: Problem) -> Json:
    return {
        "stage": problem.stage,
        "code": problem.code,
        "detail": problem.detail,
        "remedy": problem.remedy,
        "item": problem.item,
    }


def corrections_json(catalogue: Catalogue) -> PageFile:
    """The data of the corrections page."""
    items = [correction_fields(item) for item in catalogue.corrections]
    takedowns = [
        {
            "day": item.day.isoformat(),
            "kind": item.kind,
            "reason": item.reason,
            "text": takedown_words(item),
            "url": url_of(item.page) if item.page else None,
        }
        for item in catalogue.takedowns
    ]
    fields = {"url": "corrections/", "corrections": items, "takedowns": takedowns}
    return document("data/corrections.json", "corrections", fields)


def index_json(catalogue: Catalogue, site: Site) -> PageFile:
    """Every address of the site: with the months it names, enough to restore all ids and addresses if the state is lost."""
    fields = {
        "site": {"name": site.name, "url": site.url or None},
        "day": catalogue.day.isoformat(),
        "months": _months(catalogue),
        "days": [_day_fields(tally) for tally in catalogue.all_days],
        "people": _items("people", catalogue.all_people),
        "outlets": _items("outlets", catalogue.all_outlets),
        "topics": _items("topics", catalogue.all_topics),
        "moved": [
            {"id": item.id, "url": url_of(story_file(item.path)), "to": url_of(story_file(item.to_path))}
            for item in catalogue.moved
        ],
        "removed": [{"id": item.id, "url": url_of(story_file(item.path))} for item in catalogue.removed],
    }
    return document("data/index.json", "index", fields)
