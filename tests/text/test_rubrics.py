"""A headline that gives a kind and its own day is a rubric; one that tells something is news."""

from __future__ import annotations

from datetime import date

import pytest

from digest.text.rubrics import is_rubric

DAY = date(2026, 3, 4)

RUBRICS = {
    "League results, 4 March": "en",
    "Weather for Wednesday, 4 March": "en",
    "Weather for Thursday, March 5": "en",
    "Wetter am 4. März": "de",
    "Agenda du 3 mars": "fr",
    "Market table 2026-03-04": "en",
}
NEWS = {
    "League results, 12 March": "another day",
    "League results, 4 April": "another month",
    "Minister to answer parliament on dam by 4 March": "more than a kind",
    "Posted 4 March 2026, 10:15": "a line of print taken for the headline",
    "Four march for the dam": "no day",
    "": "nothing",
}


@pytest.mark.parametrize("headline", RUBRICS)
def test_a_kind_with_its_day_is_a_rubric(headline: str) -> None:
    assert is_rubric(headline, RUBRICS[headline], DAY)


@pytest.mark.parametrize("headline", NEWS, ids=NEWS.values())
def test_what_tells_more_or_another_day_is_none(headline: str) -> None:
    assert not is_rubric(headline, "en", DAY)
