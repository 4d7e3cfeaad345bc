"""The reading column of every kind of page: JSON in, HTML out. Whatever is printed is escaped by the template engine."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment

from digest.render.limits import LISTED
from digest.site import chart, dates, verbatim
from digest.site.addresses import inside, outside
from digest.site.templating import templates

TEMPLATE_OF_KIND = {
    "home": "day.html",
    "day": "day.html",
    "people": "list.html",
    "outlets": "list.html",
    "topics": "list.html",
}
"""Kinds whose template does not bear their name."""

TITLES = {
    "people": ("People", "everyone who was quoted, and when last"),
    "outlets": ("Outlets", "what each carried first and what it copied"),
    "topics": ("Topics", "what this team watches"),
    "days": ("All days", ""),
    "stories": ("All stories by month", ""),
    "sources": ("Source health", ""),
    "corrections": ("Corrections", ""),
    "search": ("Search", ""),
}

RELATIONS = {
    "exact": "exact copy",
    "near": "lightly edited copy",
    "excerpt": "excerpt",
    "extended": "the whole of it and more",
    "mixed": "part of it and more",
    "update": "update",
}
BINS = {6: "six hours", 24: "day", 168: "week"}
"""What one bar of a timeline stands for, by its hours."""
REACTIONS_SHOWN = 6
"""Reactions of a story that stand open; the rest are folded."""
DATES_KEPT = 4096
"""Times in words that are remembered: pages repeat them."""
REGISTER_LETTERS = 40
"""Entries of a register from which it stands under letters; fewer fit on two screens of a phone."""
STATES = {"ok": "Answers", "failing": "Failing", "silent": "Silent", "problems": "With problems"}


def environment(zone: ZoneInfo, base: str) -> Environment:
    """The template engine with all that templates call; days are cut in ``zone``, and ``base`` is the way to the site's root."""
    engine = templates()
    engine.globals |= {
        "to": partial(inside, base),
        "relations": RELATIONS,
        "states": STATES,
        "bins": BINS,
        "reactions_shown": REACTIONS_SHOWN,
        "listed_on_home": LISTED,
        "register_letters": REGISTER_LETTERS,
        "variant": verbatim.variant,
        "timeline_chart": timeline_chart,
        "trend_chart": trend_chart,
        "trend_words": trend_words,
    }
    # Filters and not functions, where a page needs one some ten times: the engine calls a filter at a third of the cost.
    engine.filters |= {
        "outside": outside,
        "words": verbatim.words,
        "number": verbatim.number,
        "spoken": verbatim.spoken,
        "quoted": verbatim.quoted,
        "day": partial(_day, zone),
        "moment": partial(_moment, zone),
        "short_day": _short_day,
    }
    engine.filters |= {
        "groupby_run": _runs,
        "groupby_month": _months,
        "groupby_initial": _initials,
    }
    return engine


class Bodies:
    """Renders reading columns. Every depth of the site has an engine of its own, so that the parts that pages share are made once."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._engines: dict[str, Environment] = {}

    def render(self, kind: str, base: str, **values: Any) -> str:
        """The column of one page. ``base`` is the way to the site's root; ``values`` go to the template of the kind."""
        engine = self._engines.get(base)
        if engine is None:
            engine = self._engines[base] = environment(self._zone, base)
        title, explain = TITLES.get(kind, ("", ""))
        template = engine.get_template(TEMPLATE_OF_KIND.get(kind, f"{kind}.html"))
        return template.render({"title": title, "explain": explain} | values)


@lru_cache(DATES_KEPT)
def _day(zone: ZoneInfo, text: str) -> str:
    return dates.short_day(dates.moment(text, zone).date())


@lru_cache(DATES_KEPT)
def _moment(zone: ZoneInfo, text: str) -> str:
    return dates.short_moment(text, zone)


@lru_cache(DATES_KEPT)
def _short_day(text: str) -> str:
    return dates.short_day(date.fromisoformat(text))


def timeline_chart(timeline: Mapping[str, Any]) -> chart.Chart:
    """The bars of a story's timeline; each day is labelled once."""
    columns, last = [], ""
    for column in timeline["bins"]:
        label = str(column["label"]).split(",")[0]
        columns.append((label if label != last else "", column["reports"], column["copies"]))
        last = label
    return chart.stacked_bars(tuple(columns))


def trend_chart(trend: Iterable[Mapping[str, Any]]) -> chart.Chart:
    """The bars of a topic: stories a day."""
    return chart.stacked_bars(tuple((_short_day(one["day"]), one["stories"], 0) for one in trend))


def trend_words(trend: Iterable[Mapping[str, Any]]) -> str:
    """The same chart in words, for those who do not see it."""
    days = (f"{dates.short_day(date.fromisoformat(one['day']))} {one['stories']}" for one in trend)
    return "Stories per day: " + ", ".join(days)


def _runs(items: Iterable[Mapping[str, Any]], field: str) -> list[list[Mapping[str, Any]]]:
    """Neighbours that agree in ``field``, together."""
    return [list(run) for _, run in groupby(items, key=lambda item: item[field])]


def _months(days: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    key: Callable[[Mapping[str, Any]], str] = lambda one: one["day"][:7]  # noqa: E731 - typed for groupby
    return [
        {"label": f"{dates.MONTHS[int(month[5:]) - 1]} {month[:4]}", "days": list(run)}
        for month, run in groupby(days, key=key)
    ]


def _initials(items: Iterable[Mapping[str, Any]], kind: str) -> list[dict[str, Any]]:
    """A register under letters: of people the initial of the last name, without its accent; ``#`` for what is no letter.

    >>> [(one["letter"], len(one["items"])) for one in _initials([{"name": "Oda Älv"}, {"name": "Ivo Adder"}], "people")]
    [('A', 2)]
    """
    letters: dict[str, list[Mapping[str, Any]]] = {}
    for item in items:
        name = item["name"].split()[-1] if kind == "people" else item["name"]
        initial = unicodedata.normalize("NFD", name)[0].upper()
        letters.setdefault(initial if initial.isalpha() else "#", []).append(item)
    return [{"letter": letter, "items": letters[letter]} for letter in sorted(letters)]
