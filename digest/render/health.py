"""Source health: what came, what failed, what is silent; and the corrections that publishers made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from digest.edition.catalogue import Takedown
from digest.edition.views import Correction
from digest.model import Problem, SourceDay, SourceHealth
from digest.render.encode import markdown
from digest.render.page import PageFile, Site, bullets, data_file, link, page_file, story_file
from digest.render.story import correction_line
from digest.render.words import day_words, moment_words, opened, plural

STATES = ("failing", "silent", "problems", "ok")
"""What may be said of a source, the worst first."""
CORRECTIONS_SHOWN = 500
"""Corrections on the page, the newest first; each also stands on its story's page."""
PROBLEMS_SHOWN = 20
"""Problems of one source on the page; the data has all."""


def source_state(health: SourceHealth) -> str:
    """One of ``STATES``."""
    if health.failing_since is not None:
        return "failing"
    if health.silent_since is not None:
        return "silent"
    return "problems" if health.problems else "ok"


def state_words(health: SourceHealth) -> str:
    """The state in words: ``silent since 1 March 2026``."""
    state = source_state(health)
    if state == "failing" and health.failing_since:
        return f"cannot be read since {day_words(health.failing_since)}"
    if state == "silent" and health.silent_since:
        return f"silent since {day_words(health.silent_since)}"
    return plural(len(health.problems), "problem") if state == "problems" else "fine"


def night_told(health: Sequence[SourceHealth], day: date) -> date:
    """The night that ``health`` tells of: it may be later than ``day``, the newest edition that has stories."""
    return max((item.history[-1].day for item in health if item.history), default=day)


def sources_markdown(health: Sequence[SourceHealth], day: date, site: Site) -> PageFile:
    """The page of source health: what needs a person first, then every source on a line with its history below.

    ``day`` is told where no source has a history.
    """
    path = "sources/index.md"
    ordered = sorted(health, key=lambda item: (STATES.index(source_state(item)), item.source.name.casefold()))
    failing = sum(item.failing_since is not None for item in ordered)
    answered = f"{len(ordered) - failing} of {plural(len(ordered), 'source')} answered"
    summary = f"{answered} in the night of {day_words(night_told(health, day))}."
    needy = [item for item in ordered if source_state(item) != "ok"]
    blocks = ["# Sources", summary if ordered else "No source has been read yet.", *_table(ordered, site)]
    if needy:
        blocks += ["## What needs a look", *(block for item in needy for block in _needs(item))]
    blocks += _histories(item for item in ordered if item.history)
    return page_file(path, {"title": "Sources", "kind": "sources", "data": "data/sources.json"}, blocks)


def _table(ordered: Sequence[SourceHealth], site: Site) -> tuple[str, ...]:
    if not ordered:
        return ()
    rows = ["| Source | State | Entries | New | Last new article |", "|---|---|--:|--:|---|"]
    for item in ordered:
        last = moment_words(item.last_new, site.zone, clock=False) if item.last_new else "none yet"
        rows.append(f"| {markdown(item.source.name)} | {state_words(item)} | {item.entries} | {item.new} | {last} |")
    return ("\n".join(rows),)


def _histories(known: Iterable[SourceHealth]) -> tuple[str, ...]:
    """How many new articles each source brought night by night."""
    rows = [f"| {markdown(item.source.name)} | {_nights(item.history)} |" for item in known]
    if not rows:
        return ()
    told = "New articles of each night, the latest first; – where the source could not be read."
    return ("## History", told, "\n".join(("| Source | Last nights |", "|---|---|", *rows)))


def _nights(history: Sequence[SourceDay]) -> str:
    return " ".join("–" if night.failed else str(night.new) for night in reversed(history))


def _needs(item: SourceHealth) -> tuple[str, ...]:
    lines = [problem_line(problem) for problem in item.problems[:PROBLEMS_SHOWN]]
    if len(item.problems) > PROBLEMS_SHOWN:
        lines.append(f"and {plural(len(item.problems) - PROBLEMS_SHOWN, 'more problem')}, in the data of this page")
    where = f" · {markdown(item.source.path)}" if item.source.path and item.source.path != item.source.name else ""
    return (f"### {markdown(item.source.name)}", f"{opened(state_words(item))}{where}", bullets(lines))


def problem_line(problem: Problem) -> str:
    """What was wrong and what can be done about it."""
    item = f"{markdown(problem.item)}: " if problem.item else ""
    said = (f"{markdown(opened(text).rstrip('.'))}." for text in (problem.detail, problem.remedy) if text)
    return f"{item}{' '.join(said)} ({markdown(problem.code)})"


def takedown_words(takedown: Takedown) -> str:
    """What a reader may know of a takedown."""
    return f"{'A person' if takedown.kind == 'person' else 'An article'} was taken down. {takedown.reason}"


def corrections_markdown(corrections: Sequence[Correction], site: Site, takedowns: Sequence[Takedown] = ()) -> PageFile:
    """The corrections publishers made to articles that stand in a story, newest first, and what was taken down."""
    path = "corrections/index.md"
    shown = corrections[:CORRECTIONS_SHOWN]
    lines = [f"{correction_line(item, site)} — {link(path, story_file(item.path), item.headline)}" for item in shown]
    told = "What publishers changed in articles after they were first read, newest first."
    blocks = ["# Corrections", told if lines else "No publisher has corrected an article yet.", bullets(lines)]
    if takedowns:
        blocks += ["## Taken down", bullets([f"{day_words(t.day)}: {markdown(takedown_words(t))}" for t in takedowns])]
    feeds = (("Atom", ".xml"), ("JSON Feed", ".feed.json"))
    blocks.append("Follow: " + " · ".join(link(path, data_file("corrections.md", end), name) for name, end in feeds))
    return page_file(path, {"title": "Corrections", "kind": "corrections", "data": data_file("corrections.md")}, blocks)
