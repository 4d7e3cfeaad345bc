"""The laws of the values that pass between the steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from digest.model import Article

NIGHT = datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC)
DAY = Article(
    "a", "s", "Harbour Post", None, None, "The dam holds.", NIGHT, "h", published=datetime(2026, 3, 4, tzinfo=UTC)
)

ORDER = {
    "a time that was told stands": (DAY, datetime(2026, 3, 4, tzinfo=UTC)),
    "a day without a time comes after the times of that day, not after the night": (
        replace(DAY, day_only=True),
        NIGHT,
    ),
    "a day that is over ends at its last second": (
        replace(DAY, day_only=True, first_seen=datetime(2026, 3, 9, tzinfo=UTC)),
        datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC),
    ),
    "a day never begins before itself": (
        replace(DAY, day_only=True, first_seen=datetime(2026, 3, 1, tzinfo=UTC)),
        datetime(2026, 3, 4, tzinfo=UTC),
    ),
    "without a date it is the night that counts": (replace(DAY, published=None, day_only=True), NIGHT),
}


@pytest.mark.parametrize("case", ORDER)
def test_when(case: str) -> None:
    article, expected = ORDER[case]
    assert article.when == expected
