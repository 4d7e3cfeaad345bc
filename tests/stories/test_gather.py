"""Which small invented reports are one story, which are twins, and what the nearest story was."""

from __future__ import annotations

import pytest

from digest.grouping import group_series

FIRE = "A fire destroyed the Corvin mill in Sorrel Bridge on Monday night. Nobody was hurt, fire chief Ada Renwick said, and 40 looms were lost."
FIRE_LATER = (
    "Investigators of Sorrel Bridge blame a faulty lamp for the blaze that levelled the Corvin mill, Renwick said."
)
TWIN = "A fire destroyed the Halden bakery in Greywater on Friday night. Nobody was hurt, fire chief Otto Lindqvist said, and 9 ovens were lost."
VOTE = "The council of Linden voted to close the swimming hall. Mayor Petra Vance said the roof cannot be repaired."

WORLDS: dict[str, tuple[list[tuple[str, str]], int]] = {
    "two reports of one fire are one story": ([(FIRE, "2026-03-02"), (FIRE_LATER, "2026-03-03")], 1),
    "two fires of one kind are two stories": ([(FIRE, "2026-03-02"), (TWIN, "2026-03-06")], 2),
    "two matters are two stories": ([(FIRE, "2026-03-02"), (VOTE, "2026-03-02")], 2),
    "a copy brings no story of its own": ([(FIRE, "2026-03-02"), (FIRE, "2026-03-02"), (VOTE, "2026-03-03")], 2),
}


@pytest.mark.parametrize(("articles", "stories"), WORLDS.values(), ids=WORLDS)
def test_worlds(articles: list[tuple[str, str]], stories: int) -> None:
    rows = [{"id": f"a{at}", "text": text, "date": date} for at, (text, date) in enumerate(articles)]
    assert len({row["story"] for row in group_series(rows)}) == stories


def test_undated_articles_find_their_story_without_cost() -> None:
    rows = [{"id": "a", "text": FIRE, "date": "2019-03-02"}, {"id": "b", "text": FIRE_LATER}]
    assert len({row["story"] for row in group_series(rows)}) == 1


def test_reasons_name_what_is_shared() -> None:
    rows = [{"id": "a", "text": FIRE, "date": "2026-03-02"}, {"id": "b", "text": FIRE_LATER, "date": "2026-03-04"}]
    reasons = str(group_series(rows)[1]["reasons"])
    assert "Corvin" in reasons
    assert "2 days apart" in reasons
