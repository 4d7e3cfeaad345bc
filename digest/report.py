"""What a build did: a short report for a person, the same as JSON, and the exit code that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from digest.model import Problem

EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_LOSSES, EXIT_LOCKED = 0, 1, 2, 3, 75
"""Exit codes of every verb: done, failed, called wrongly, done with losses the operator should see, another build runs."""

_SHOWN_PROBLEMS = 20
"""Problems told one by one on the terminal; the rest is counted, and all are in the JSON and on the sources page."""


@dataclass(frozen=True, slots=True)
class NightReport:
    """The figures of one night. ``joined`` are the articles that went into stories known before; ``copies`` the copies found.

    ``problems_known`` are those of ``problems`` that the night before had in the same words.
    """

    day: date
    came_in: int = 0
    new: int = 0
    updated: int = 0
    joined: int = 0
    copies: int = 0
    stories_new: int = 0
    stories_changed: int = 0
    merged: int = 0
    quotes: int = 0
    reactions: int = 0
    problems: tuple[Problem, ...] = ()
    problems_known: tuple[Problem, ...] = ()
    sources_failing: tuple[str, ...] = ()
    sources_silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What one step cost: wall seconds, and the peak memory (MB) of the process by its end (0 where unknown)."""

    name: str
    seconds: float
    peak_mb: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """All nights of one build, the pages of the site that it wrote and removed, and the cost of each step."""

    nights: tuple[NightReport, ...]
    pages_written: int = 0
    pages_removed: int = 0
    pages_total: int = 0
    steps: tuple[Step, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the last night, which stand until they are mended."""
        return self.nights[-1].problems if self.nights else ()

    def exit_code(self, *, strict: bool) -> int:
        """3 where input was lost, 1 instead with ``strict``, else 0."""
        if not self.problems:
            return EXIT_DONE
        return EXIT_FAILED if strict else EXIT_LOSSES


def as_json(report: BuildReport) -> bytes:
    """The whole report for other programs."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def as_text(report: BuildReport, *, verbose: bool = False) -> str:
    """The report as a person reads it in a log. Known problems are only counted, unless ``verbose``."""
    lines = [line for night in report.nights for line in _night(night)]
    if report.nights:
        lines += _problems(report.nights[-1], verbose=verbose)
    lines.append(
        f"Site: {_count(report.pages_total, 'page', 'pages')}; "
        f"{_count(report.pages_written, 'file', 'files')} written, {report.pages_removed} removed."
    )
    if report.steps:
        lines.append(_cost(report.steps))
    return "\n".join(lines)


def _cost(steps: Sequence[Step]) -> str:
    told = ", ".join(f"{step.name} {step.seconds:.1f} s" for step in steps)
    peak = max(step.peak_mb for step in steps)
    return f"Took: {told}" + (f"; at most {peak} MB." if peak else ".")


def _night(night: NightReport) -> list[str]:
    lines = [
        (
            f"{night.day}: {_count(night.came_in, 'entry', 'entries')} came in, {night.new} new, {night.updated} updated; "
            f"{_count(night.stories_new, 'new story', 'new stories')}, {night.stories_changed} changed, {night.merged} merged; "
            f"{night.joined} joined known stories, {_count(night.copies, 'copy', 'copies')}, "
            f"{_count(night.quotes, 'quote', 'quotes')}, {_count(night.reactions, 'reaction', 'reactions')}."
        )
    ]
    if night.sources_failing:
        lines.append(f"  Failing: {', '.join(night.sources_failing)}.")
    if night.sources_silent:
        lines.append(f"  Silent beyond their rhythm: {', '.join(night.sources_silent)}.")
    return lines


def _problems(night: NightReport, *, verbose: bool) -> list[str]:
    """What is new tonight one by one; what stood the night before, and was told then, as a number."""
    known = [] if verbose else [problem for problem in night.problems if problem in night.problems_known]
    fresh = [problem for problem in night.problems if problem not in known]
    lines = []
    if fresh:
        lines.append(
            f"{_count(len(fresh), 'problem', 'problems')}{'' if verbose else ' new tonight'} ({_kinds(fresh)}):"
        )
        lines += [f"  {_problem(problem)}" for problem in fresh[:_SHOWN_PROBLEMS]]
    if len(fresh) > _SHOWN_PROBLEMS:
        lines.append(f"  and {len(fresh) - _SHOWN_PROBLEMS} more, all on the sources page and in report.json.")
    if known:
        stand = "stands" if len(known) == 1 else "stand"
        lines.append(
            f"{_count(len(known), 'known problem', 'known problems')} of the night before still {stand} ({_kinds(known)}); "
            "the sources page and --verbose tell all."
        )
    return lines


def _kinds(problems: Sequence[Problem]) -> str:
    kinds = Counter(problem.code for problem in problems)
    return ", ".join(f"{code} {number}" for code, number in sorted(kinds.items()))


def _problem(problem: Problem) -> str:
    item = f", {problem.item}" if problem.item else ""
    return f"{problem.source}{item}: {problem.detail} {problem.remedy}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
