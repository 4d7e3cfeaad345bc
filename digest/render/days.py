"""Home, the page of a day, and the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digest.edition.catalogue import Catalogue
from digest.edition.page_records import DayTally, gather_people
from digest.edition.tallies import Tally
from digest.edition.views import Edition
from digest.model import SourceHealth
from digest.render.encode import markdown
from digest.render.health import source_state, state_words
from digest.render.limits import LISTED
from digest.render.lists import edition_line, lead_story, people_lines, story_item, topic_link
from digest.render.page import PageFile, Site, bullets, data_file, day_file, link, page_file, relative, section
from digest.render.words import day_words, month_words, plural

EARLIER = 7
"""Earlier days that home points to; the calendar has all."""
QUOTED = 8
"""People named under Quoted most."""


def home_markdown(catalogue: Catalogue, site: Site) -> PageFile:
    """Home: the newest edition that has stories, the topics watched, how the sources did, the days before."""
    path, edition = "index.md", catalogue.home
    earlier = [tally for tally in catalogue.all_days if tally.day < edition.day and tally.stories][:EARLIER]
    blocks = (
        *_edition_blocks(edition, path, site, LISTED),
        *section("Topics you watch", _topics(catalogue.all_topics, edition, path)),
        *_quoted(edition, path),
        *section("Sources", _sources(catalogue.health, path)),
        *section(
            "Earlier", bullets([_day_line(tally, path) for tally in earlier]), link(path, "days/index.md", "All days")
        ),
    )
    return page_file(path, _fields(edition, site, kind="home"), blocks)


def day_markdown(edition: Edition, catalogue: Catalogue, site: Site) -> PageFile:
    """The page of one day, with the days before and after it that have an edition."""
    path = day_file(edition.day)
    blocks = (
        *_edition_blocks(edition, path, site),
        *_quoted(edition, path),
        _neighbours(edition.day, catalogue.all_days, path),
        _files(edition.day, path, catalogue.tables is not None),
    )
    return page_file(path, _fields(edition, site, kind="day"), blocks)


def calendar_markdown(days: Sequence[DayTally]) -> PageFile:
    """All days that have an edition, by month."""
    path = "days/index.md"
    months = dict.fromkeys((tally.day.year, tally.day.month) for tally in days)
    blocks = ["# All days"]
    for year, month in months:
        own = [tally for tally in days if (tally.day.year, tally.day.month) == (year, month)]
        blocks += [f"## {month_words(year, month)}", bullets([_day_line(tally, path) for tally in own])]
    return page_file(path, {"title": "All days", "kind": "days", "data": data_file(path)}, blocks)


def _fields(edition: Edition, site: Site, kind: str) -> dict[str, object]:
    headlines = "; ".join(summary.headline for summary in edition.stories[:3])
    return {
        "title": day_words(edition.day, weekday=True) if kind == "day" else site.name,
        "kind": kind,
        "date": edition.day,
        "description": headlines or "An edition without stories.",
        "data": data_file(day_file(edition.day)),
    }


def _edition_blocks(edition: Edition, path: str, site: Site, listed: int | None = None) -> tuple[str, ...]:
    """The stories told, then a line each for those after them; at most ``listed`` lines, and then the way to the others."""
    title = f"# {day_words(edition.day, weekday=True)}"
    if not edition.stories:
        return (title, "Nothing new came in for this edition.")
    lead, rest = edition.told[0], edition.told[1:]
    more = (f"## {plural(len(edition.stories) - 1, 'more story', 'more stories')}",) if rest else ()
    lines = bullets([edition_line(summary, path) for summary in edition.listed[:listed]])
    beyond = len(edition.listed) > len(edition.listed[:listed])
    way = link(path, day_file(edition.day), f"All {len(edition.stories)} stories of the day") if beyond else ""
    return (
        title,
        *lead_story(lead, path, site),
        *more,
        *(b for summary in rest for b in story_item(summary, path, site)),
        *section("In a line", lines, way),
    )


def _topics(tallies: Sequence[Tally], edition: Edition, path: str) -> str:
    lines = []
    for tally in tallies:
        count = sum(tally.name in summary.topics for summary in edition.stories)
        said = plural(count, "story", "stories") if count else _none_since(tally.last)
        lines.append(f"{topic_link(path, tally.name)} · {said}")
    return bullets(lines)


def _none_since(last: date | None) -> str:
    return f"none since {day_words(last, year=False)}" if last else "none yet"


def _quoted(edition: Edition, path: str) -> tuple[str, ...]:
    return section("Quoted most", people_lines(gather_people(edition.stories, QUOTED), path))


def _sources(health: Sequence[SourceHealth], path: str) -> str:
    """How many sources answered, and each that did not or is silent."""
    if not health:
        return ""
    failing = [item for item in health if source_state(item) == "failing"]
    silent = [item for item in health if source_state(item) == "silent"]
    lines = [f"{len(health) - len(failing)} of {plural(len(health), 'source')} answered"]
    lines += [f"{markdown(item.source.name)}: {state_words(item)}" for item in (*failing, *silent)]
    return bullets([*lines, link(path, "sources/index.md", "All sources")])


def _day_line(tally: DayTally, path: str) -> str:
    return f"{link(path, day_file(tally.day), day_words(tally.day, weekday=True))} · {plural(tally.stories, 'story', 'stories')}"


def neighbours(day: date, days: Sequence[DayTally]) -> tuple[date | None, date | None]:
    """The days with an edition before and after ``day``."""
    before = max((tally.day for tally in days if tally.day < day), default=None)
    after = min((tally.day for tally in days if tally.day > day), default=None)
    return before, after


def _neighbours(day: date, days: Sequence[DayTally], path: str) -> str:
    before, after = neighbours(day, days)
    parts = [link(path, day_file(before), f"← {day_words(before)}")] if before else []
    parts += [link(path, day_file(after), f"{day_words(after)} →")] if after else []
    return " · ".join((*parts, link(path, "days/index.md", "All days")))


def _files(day: date, path: str, tables: bool) -> str:
    kinds = [("JSON", ".json")]
    if tables:
        kinds += [("CSV", ".csv"), ("as a mail", ".mail.html"), ("as plain text", ".mail.txt")]
    return "Data: " + " · ".join(
        f"[{name}]({relative(path, data_file(day_file(day), ending))})" for name, ending in kinds
    )
