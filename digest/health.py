"""How each source does: what it brought, since when it fails, and whether it is silent beyond its own rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from digest.model import Problem, Source, SourceDay, SourceHealth
from digest.state import SourceState

DAYS_KEPT = 90
"""Days of a source's history that are kept (range 30 to 400)."""
DAYS_SHOWN = 30
"""Nights of a source's history that are published (range 7 to ``DAYS_KEPT``): 300 sources' fit half a megabyte of data."""
SILENT_FACTOR = 3.0
"""A source is silent after this many of its usual pauses (range 2 to 5): weekly papers get three weeks."""
LEAST_SILENCE_DAYS = 3
"""No source is called silent sooner (range 2 to 7): weekends and holidays."""
LEAST_ARRIVALS = 3
"""Days with news that make a rhythm (range 2 to 10)."""


def after_night(
    source: Source, before: SourceState | None, day: date, night: datetime, *, entries: int, new: int, problems: int
) -> SourceState:
    """The state of ``source`` once the night of ``day`` is done; a night run again replaces what it said before."""
    old = before or SourceState(source)
    today = next((known for known in old.days if known.day == day), None)
    new += today.new if today else 0
    tonight = SourceDay(day, entries, new, problems)
    days = (*(known for known in old.days if known.day < day), tonight)
    return replace(
        old,
        source=source,
        days=days[-DAYS_KEPT:],
        last_new=night if new else old.last_new,
        failing_since=(old.failing_since or day) if tonight.failed else None,
    )


def health(state: SourceState, problems: Sequence[Problem]) -> SourceHealth:
    """What the source-health page says of one source on its last day; files never count as silent, only feeds do."""
    today = state.days[-1]
    return SourceHealth(
        source=state.source,
        entries=today.entries,
        new=today.new,
        problems=tuple(problems),
        last_new=state.last_new,
        failing_since=state.failing_since,
        silent_since=silent_since(state.days) if state.source.url else None,
        history=state.days[-DAYS_SHOWN:],
    )


def silent_since(days: Sequence[SourceDay]) -> date | None:
    """The day of the last news of a source that has paused far longer than it uses to, else None.

    ``days`` are oldest first; the last one is today. A source needs ``LEAST_ARRIVALS`` days with news to have a rhythm.
    """
    news = [known.day for known in days if known.new]
    if len(news) < LEAST_ARRIVALS:
        return None
    pauses = [(later - earlier).days for earlier, later in pairwise(news)]
    allowed = max(timedelta(days=LEAST_SILENCE_DAYS), timedelta(days=SILENT_FACTOR * median(pauses)))
    return news[-1] if days[-1].day - news[-1] > allowed else None
