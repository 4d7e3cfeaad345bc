"""Charts as geometry: numbers in, rectangles and labels out; the template draws them as SVG."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

WIDTH = 640
"""Width of a chart in its own units; the page scales it."""
PLOT_HEIGHT = 68
TOP = 6
BAR_GAP_SHARE = 0.24
"""Share of a bar's room that stays empty."""
WIDEST_BAR = 60.0
WIDEST_GAP = 1.5
"""Between own reports and the copies above them; less where the copies are too few to give room."""
FEWEST_UNITS = 4
"""The height stands for at least this many reports, so that one report does not look like a flood."""
LABEL_ROOM = 78
"""Least distance between two labels, so that none overlap at the size they are printed."""
CHARTS_KEPT = 512
"""Charts that are remembered: most stories have a few bars, and those of a day look alike."""


class Bar(NamedTuple):
    """A bar in chart units; ``style`` is own or copies."""

    style: str
    x: float
    y: float
    width: float
    height: float


class Label(NamedTuple):
    """A label under the axis; ``thin`` ones are left out on narrow screens."""

    x: float
    text: str
    thin: bool
    anchor: str


class Chart(NamedTuple):
    """Bars over an axis at ``axis``, labels below it."""

    width: int
    height: int
    axis: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]


@lru_cache(CHARTS_KEPT)
def stacked_bars(columns: tuple[tuple[str, int, int], ...]) -> Chart:
    """A chart of ``(label, own, copies)`` columns, oldest first; an empty label prints none.

    >>> [bar.style for bar in stacked_bars((("4 March", 1, 3), ("", 0, 0))).bars]
    ['own', 'copies']
    """
    axis = TOP + PLOT_HEIGHT
    room = WIDTH / max(len(columns), 1)
    width = min(room * (1 - BAR_GAP_SHARE), WIDEST_BAR)
    unit = PLOT_HEIGHT / max([FEWEST_UNITS, *(own + copies for _, own, copies in columns)])
    bars: list[Bar] = []
    for at, (_, own, copies) in enumerate(columns):
        x = round(at * room + (min(room, WIDEST_BAR / (1 - BAR_GAP_SHARE)) - width) / 2, 1)
        bars += _stack(x, round(width, 1), axis, own * unit, copies * unit)
    return Chart(WIDTH, axis + 22, axis, tuple(bars), _labels(columns, room))


def _stack(x: float, width: float, axis: int, own: float, copies: float) -> list[Bar]:
    bars = [Bar("own", x, round(axis - own, 1), width, round(own, 1))] if own else []
    if copies:
        gap = min(WIDEST_GAP, copies / 4) if own else 0.0
        bars.append(Bar("copies", x, round(axis - own - copies, 1), width, round(copies - gap, 1)))
    return bars


def _labels(columns: Sequence[tuple[str, int, int]], room: float) -> tuple[Label, ...]:
    marked = [(at, label) for at, (label, _, _) in enumerate(columns) if label]
    if not marked:
        return ()
    least = (
        min((after - before) * room for (before, _), (after, _) in itertools.pairwise(marked)) if marked[1:] else WIDTH
    )
    every = max(1, ceil(LABEL_ROOM / least))
    narrow = max(1, ceil(2 * LABEL_ROOM / least))
    return tuple(
        Label(round(min(at * room + 1, WIDTH - 1), 1), label, bool(rank % narrow), _anchor(at * room))
        for rank, (at, label) in enumerate(marked)
        if rank % every == 0
    )


def _anchor(x: float) -> str:
    return "end" if x > WIDTH - LABEL_ROOM else "start"
