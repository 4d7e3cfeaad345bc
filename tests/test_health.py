"""Source health: failing since, silent beyond its own rhythm."""

from datetime import UTC, date, datetime, timedelta

import pytest

from digest.health import after_night, health, silent_since
from digest.model import Problem, Source, SourceDay
from digest.state import SourceState

FEED = Source("Coast Daily", "https://coast.example/feed")
START = date(2026, 3, 1)


def days(*new: int) -> tuple[SourceDay, ...]:
    return tuple(SourceDay(START + timedelta(days=n), count, count, 0) for n, count in enumerate(new))


@pytest.mark.parametrize(
    ("news", "silent"),
    [
        pytest.param((1, 1, 1, 0, 0, 0), False, id="a daily paper may pause for a long weekend"),
        pytest.param((1, 1, 1, 0, 0, 0, 0), True, id="and is silent after it"),
        pytest.param((1, *[0] * 6, 1, *[0] * 6, 1, *[0] * 20), False, id="a weekly has its own rhythm"),
        pytest.param((1, *[0] * 30), False, id="who came once has no rhythm"),
    ],
)
def test_silence_is_measured_by_the_sources_own_rhythm(news: tuple[int, ...], *, silent: bool) -> None:
    assert (silent_since(days(*news)) is not None) is silent


def night(state: SourceState | None, day: int, entries: int, new: int, problems: int) -> SourceState:
    moment = datetime(2026, 3, day, 23, 59, 59, tzinfo=UTC)
    return after_night(FEED, state, date(2026, 3, day), moment, entries=entries, new=new, problems=problems)


def test_a_source_fails_since_the_first_of_its_bad_nights() -> None:
    state = night(None, 1, 5, 5, 0)
    for day in (2, 3):
        state = night(state, day, 0, 0, 1)
    assert state.failing_since == date(2026, 3, 2)
    assert night(state, 4, 5, 0, 0).failing_since is None


def test_a_night_run_again_counts_once() -> None:
    once = night(None, 1, 5, 5, 0)
    assert night(once, 1, 5, 0, 0) == once


def test_a_file_is_never_silent() -> None:
    state = SourceState(Source("a.txt", path="a.txt"), days(1, 1, 1, *[0] * 30))
    problem = Problem("a.txt", "ingest", "malformed", "Broken.", "Mend it.")
    found = health(state, [problem])
    assert found.silent_since is None
    assert found.problems == (problem,)


def test_health_tells_the_last_nights() -> None:
    state = None
    for day, entries in ((1, 5), (2, 0), (3, 4)):
        state = night(state, day, entries, entries, int(not entries))
    assert state
    assert [(past.day.day, past.new, past.failed) for past in health(state, []).history] == [
        (1, 5, False),
        (2, 0, True),
        (3, 4, False),
    ]
