"""The pages of people, outlets, topics, months and dates, and the lists of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from digest.edition.page_records import DateRecord, MonthRecord, MonthTally, OutletRecord, PersonRecord, TopicRecord
from digest.edition.slugs import slug
from digest.edition.tallies import Tally
from digest.edition.views import OutletShare, Statement, StorySummary
from digest.render.encode import markdown
from digest.render.lists import people_lines, story_line, story_lines
from digest.render.page import (
    PageFile,
    Site,
    bullets,
    data_file,
    date_file,
    link,
    month_file,
    page_file,
    relative,
    section,
    story_file,
)
from digest.render.quoting import block_quote, carried, from_elsewhere
from digest.render.words import day_words, listing, moment_words, month_words, opened, plural

LISTS = {
    "people": ("People", "Everybody quoted, by last name.", "statement", "statements"),
    "outlets": ("Outlets", "Who reported, and in how many stories.", "story", "stories"),
    "topics": ("Topics", "What this site watches for.", "story", "stories"),
}
"""Title, opening line and what is counted of each list of pages."""


SILENT = "What was quoted here stands in its source no longer."
"""What the page of a person says whose words every source has withdrawn."""


def person_markdown(record: PersonRecord, site: Site) -> PageFile:
    """What one person said, newest first, by story."""
    person, path = record.person, f"people/{record.person.slug}.md"
    counts = f"{plural(record.statements, 'statement')} in {plural(record.stories, 'story', 'stories')}"
    counts = counts if record.statements else SILENT
    blocks = [f"# {markdown(person.name)}", " · ".join(([markdown(person.role)] if person.role else []) + [counts])]
    if record.other_names:
        blocks.append(f"Also printed as {listing([markdown(name) for name in record.other_names])}.")
    for _, run in groupby(record.shown, key=lambda statement: statement.story):
        own = tuple(run)
        blocks += [f"## {link(path, story_file(own[0].path), own[0].headline)}"]
        blocks += [block for statement in own for block in _statement(statement, path, site)]
    if record.statements > len(record.shown):
        blocks.append(
            f"{plural(record.statements - len(record.shown), 'earlier statement')} stand on the pages of their stories."
        )
    blocks.append(_follow(path))
    return page_file(path, _fields(person.name, "person", path, f"{person.name}: {counts}"), blocks)


def _statement(statement: Statement, path: str, site: Site) -> tuple[str, ...]:
    quote = statement.quote
    address = from_elsewhere(quote.passage, path, statement.path)
    role = f"{markdown(statement.role)}, " if statement.role else ""
    where = (
        f"— {role}in [{markdown(quote.passage.outlet)}]({address}), {moment_words(quote.when, site.zone, clock=False)}"
    )
    return (block_quote(quote.passage, quote.kind), " · ".join((where, *carried(quote))))


def outlet_markdown(record: OutletRecord, site: Site) -> PageFile:
    """What one outlet carried first, reported itself, and copied."""
    path = f"outlets/{record.slug}.md"
    counts = f"{plural(record.stories, 'story', 'stories')} · first with {record.firsts} · {plural(record.reports, 'own report')}, {plural(record.copies, 'copy', 'copies')}"
    shares = [(summary, share_of(summary, record.slug)) for summary in record.shown]
    first = [summary for summary, share in shares if share.first]
    own = [summary for summary, share in shares if share.reports and not share.first]
    copied = [summary for summary, share in shares if not share.reports]
    blocks = (
        f"# {markdown(record.name)}",
        counts,
        *section("First with", story_lines(first, path, site)),
        *section("Own reports on", story_lines(own, path, site)),
        *section("Copied", story_lines(copied, path, site)),
        _rest(record.stories, len(record.shown), path),
        _follow(path),
    )
    return page_file(path, _fields(record.name, "outlet", path, f"{record.name}: {counts}"), blocks)


def share_of(summary: StorySummary, outlet: str) -> OutletShare:
    """What the outlet with the slug ``outlet`` did in a story; two spellings of one name are one outlet."""
    own = [share for share in summary.shares if slug(share.outlet) == outlet]
    return OutletShare(
        own[0].outlet, sum(s.reports for s in own), sum(s.copies for s in own), any(s.first for s in own)
    )


def topic_markdown(record: TopicRecord, site: Site) -> PageFile:
    """The stories on a topic, how many a day, and who is quoted in them."""
    path = f"topics/{record.slug}.md"
    counts = plural(record.stories, "story", "stories")
    watched = f"Watched for: {'; '.join(map(markdown, record.match))}" if record.match else "No longer watched."
    blocks = (
        f"# {markdown(record.name)}",
        f"{counts} · {watched}",
        *section("Stories a day", _trend(record)),
        *section("Stories", story_lines(record.shown, path, site)),
        _rest(record.stories, len(record.shown), path),
        *section("Quoted most", people_lines(record.people, path)),
        _follow(path),
    )
    return page_file(path, _fields(record.name, "topic", path, f"{record.name}: {counts}"), blocks)


def _trend(record: TopicRecord) -> str:
    """The trend in words; days without a story are passed over."""
    said = [f"{day_words(day, year=False)} {count}" for day, count in record.trend if count]
    return opened(", ".join(said)) + "." if said else ""


def _rest(total: int, shown: int, path: str) -> str:
    if total <= shown:
        return ""
    return f"{plural(total - shown, 'earlier story', 'earlier stories')}: see {link(path, 'stories/index.md', 'all stories by month')}."


def date_markdown(record: DateRecord, site: Site) -> PageFile:
    """All stories whose address is of one date, which is that of their first report, newest first."""
    path, title = date_file(record.day), f"Stories of {day_words(record.day)}"
    blocks = (f"# {title}", plural(len(record.stories), "story", "stories"), story_lines(record.stories, path, site))
    return page_file(path, _fields(title, "date", path, title), blocks)


def month_markdown(record: MonthRecord, site: Site) -> PageFile:
    """The stories of a month by date, the latest first; of a date with many the newest, and where all are."""
    path, title = month_file(record.year, record.month), f"Stories of {month_words(record.year, record.month)}"
    blocks = [f"# {title}", plural(record.stories, "story", "stories")]
    for tally in record.dates:
        rest = tally.stories - len(tally.shown)
        more = f"{plural(rest, 'more story', 'more stories')} of this date: see {link(path, date_file(tally.day), 'all of them')}."
        blocks += [
            f"## {link(path, date_file(tally.day), day_words(tally.day))}",
            story_lines(tally.shown, path, site),
            more if rest else "",
        ]
    return page_file(path, _fields(title, "month", path, title), blocks)


def months_markdown(months: Sequence[MonthTally]) -> PageFile:
    """All months that have stories, by year."""
    path = "stories/index.md"
    blocks = ["# Stories", "All stories by month."]
    for year, own in groupby(months, key=lambda month: month.year):
        lines = [
            f"{link(path, month_file(m.year, m.month), month_words(m.year, m.month))} · {plural(m.stories, 'story', 'stories')}"
            for m in own
        ]
        blocks += [f"## {year}", bullets(lines)]
    return page_file(path, _fields("Stories", "stories", path, ""), blocks)


def list_markdown(kind: str, tallies: Sequence[Tally], count: int) -> PageFile:
    """The list of pages of one ``kind``: people, outlets or topics; ``count`` are all there are."""
    path = f"{kind}/index.md"
    title, opening, one, many = LISTS[kind]
    if len(tallies) < count:
        opening = f"The {len(tallies):,} quoted last of {count:,}, by last name; search finds everybody."
    lines = []
    for tally in tallies:
        facts = [markdown(tally.detail)] if tally.detail else []
        facts.append(plural(tally.count, one, many))
        facts += [f"last {day_words(tally.last)}"] if tally.last else []
        lines.append(" · ".join((link(path, f"{kind}/{tally.slug}.md", tally.name), *facts)))
    return page_file(
        path, _fields(title, kind, path, ""), (f"# {title}", opening if lines else "Nothing here yet.", bullets(lines))
    )


def _fields(title: str, kind: str, path: str, description: str) -> dict[str, object]:
    told = {"description": description} if description else {}
    return {"title": title, "kind": kind, **told, "data": data_file(path)}


def _follow(path: str) -> str:
    kinds = (("Atom", ".xml"), ("JSON Feed", ".feed.json"))
    links = " · ".join(f"[{name}]({relative(path, data_file(path, ending))})" for name, ending in kinds)
    return f"Follow: {links} · [data]({relative(path, data_file(path))})"


__all__ = [
    "date_markdown",
    "list_markdown",
    "month_markdown",
    "months_markdown",
    "outlet_markdown",
    "person_markdown",
    "share_of",
    "story_line",
    "topic_markdown",
]
