"""Of many problems alike a document lists some and names the rest, and no other document's go under with them."""

from __future__ import annotations

from digest.ingest.reading import MOST_ALIKE, condense, problem
from digest.model import Problem, Source


def bad(source: str, number: int, code: str = "bad-item") -> Problem:
    return Problem(source, "ingest", code, "It is no article.", "Mend it.", f"item {number}")


def test_a_few_stand_one_by_one_and_once() -> None:
    few = [bad("a", number) for number in range(MOST_ALIKE)]
    assert condense([*few, *few]) == tuple(few)


def test_of_many_the_last_names_all_that_follow() -> None:
    many = [bad("a", number) for number in (*range(1, 31), 44, 50, 51)]
    found = condense(many)
    assert len(found) == MOST_ALIKE
    assert found[:-1] == tuple(many[: MOST_ALIKE - 1])
    assert found[-1].item == "item 10"
    assert found[-1].detail == "It is no article. (and 23 more: item 11 to 30, item 44, item 50 to 51)"
    assert condense(found) == found


def test_each_document_and_each_kind_is_told_for_itself() -> None:
    spread = [bad(f"feed {number}", 1) for number in range(3 * MOST_ALIKE)]
    kinds = [bad("a", number, f"code-{number}") for number in range(3 * MOST_ALIKE)]
    assert condense([*spread, *kinds]) == (*spread, *kinds)


def test_names_without_end_are_cut_and_counted() -> None:
    odd = [bad("a", number) for number in range(1, 40_000, 2)]
    last = condense(odd)[-1]
    assert "(and 19990 more: item 21, item 23," in last.detail
    assert last.detail.endswith(" …)")
    assert len(last.detail) < 4100


def test_a_problem_is_one_line_whatever_a_document_says() -> None:
    told = problem(Source("a.xml"), "malformed", "Char 0x0 out of range\n, line 1", "Look.", "Dam\x1b[31m\r\nholds")
    assert (told.detail, told.item) == ("Char 0x0 out of range , line 1", "Dam[31m holds")
