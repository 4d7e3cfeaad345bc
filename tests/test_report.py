"""A build ends with a short report, and an exit code that a scheduler can use."""

import json
from datetime import date

import pytest

from digest.model import Problem
from digest.report import BuildReport, NightReport, Step, as_json, as_text

PROBLEM = Problem("coast.xml", "ingest", "cut-off", "The feed ends in the middle.", "Fetch it again.", "item 3")


def report(*problems: Problem) -> BuildReport:
    return BuildReport((NightReport(date(2026, 3, 4), came_in=1, new=1, problems=problems),), pages_written=7)


@pytest.mark.parametrize(
    ("problems", "strict", "code"),
    [
        pytest.param((), False, 0, id="nothing lost is 0"),
        pytest.param((PROBLEM,), False, 3, id="losses are 3"),
        pytest.param((PROBLEM,), True, 1, id="strict makes every problem a failure"),
    ],
)
def test_exit_codes(problems: tuple[Problem, ...], code: int, *, strict: bool) -> None:
    assert report(*problems).exit_code(strict=strict) == code


def test_the_report_names_source_item_fault_and_remedy() -> None:
    text = as_text(report(PROBLEM))
    assert "coast.xml, item 3: The feed ends in the middle. Fetch it again." in text
    assert "1 entry came in" in text


def test_many_problems_are_counted_rather_than_told() -> None:
    assert "and 5 more" in as_text(report(*[PROBLEM] * 25))


def test_the_json_holds_every_problem() -> None:
    assert len(json.loads(as_json(report(*[PROBLEM] * 25)))["nights"][0]["problems"]) == 25


def test_a_known_problem_is_counted_and_a_new_one_told() -> None:
    known = Problem("hill.xml", "ingest", "refused-link", "A link was refused.", "Nothing to do.")
    night = NightReport(date(2026, 3, 4), problems=(known, PROBLEM), problems_known=(known,))
    text = as_text(BuildReport((night,)))
    assert "1 problem new tonight (cut-off 1):\n  coast.xml, item 3" in text
    assert "1 known problem of the night before still stands (refused-link 1)" in text
    assert "A link was refused" not in text
    assert "A link was refused" in as_text(BuildReport((night,)), verbose=True)


def test_the_report_tells_what_each_step_took() -> None:
    text = as_text(BuildReport((), steps=(Step("take in", 1.25, 80), Step("publish", 2.0, 120))))
    assert "Took: take in 1.2 s, publish 2.0 s; at most 120 MB." in text
