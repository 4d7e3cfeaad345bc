"""The reading column of every kind of page: JSON in, HTML out. Whatever is printed is escaped by the template engine."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from digest.render.lists import LISTED
from digest.site import chart, dates, verbatim
from digest.site.addresses import inside, outside

TEMPLATES = Path(__file__).parent / "templates"

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


class DataEnvironment(Environment):
    """A template engine whose values are decoded JSON: ``page.items`` is the field, never the method of a dictionary."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record, without first failing to find an attribute; this halves the time a page takes."""
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def environment(zone: ZoneInfo) -> Environment:
    """The template engine: everything escaped, missing fields are faults, days cut in ``zone``."""
    engine = DataEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    engine.globals |= {
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
        "day": lru_cache(DATES_KEPT)(lambda text: dates.short_day(dates.moment(text, zone).date())),
        "moment": lru_cache(DATES_KEPT)(lambda text: dates.short_moment(text, zone)),
        "short_day": lru_cache(DATES_KEPT)(lambda text: dates.short_day(date.fromisoformat(text))),
    }
    engine.filters |= {
        "groupby_run": _runs,
        "groupby_month": _months,
        "groupby_day": _days,
        "groupby_initial": _initials,
    }
    return engine


class Bodies:
    """Renders reading columns; templates are compiled once."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._engine = environment(zone)
        self._templates: dict[str, Template] = {}

    def render(self, kind: str, base: str, **values: Any) -> str:
        """The column of one page. ``base`` is the way to the site's root; ``values`` go to the template of the kind."""
        name = TEMPLATE_OF_KIND.get(kind, f"{kind}.html")
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._engine.get_template(name)
        title, explain = TITLES.get(kind, ("", ""))
        return template.render({"to": partial(inside, base), "title": title, "explain": explain} | values)


def timeline_chart(timeline: Mapping[str, Any]) -> chart.Chart:
    """The bars of a story's timeline; each day is labelled once."""
    columns, last = [], ""
    for column in timeline["bins"]:
        label = str(column["label"]).split(",")[0]
        columns.append((label if label != last else "", column["reports"], column["copies"]))
        last = label
    return chart.stacked_bars(columns)


def trend_chart(trend: Iterable[Mapping[str, Any]]) -> chart.Chart:
    """The bars of a topic: stories a day."""
    return chart.stacked_bars([(dates.short_day(date.fromisoformat(one["day"])), one["stories"], 0) for one in trend])


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


def _days(stories: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Stories under the day that their address names, the latest day first."""
    day: Callable[[Mapping[str, Any]], str] = lambda story: "-".join(story["url"].split("/")[1:4])  # noqa: E731
    ordered = sorted(stories, key=day, reverse=True)
    return [{"day": one, "stories": list(run)} for one, run in groupby(ordered, key=day)]


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
