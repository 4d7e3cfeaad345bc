"""Reasons of joins read as people write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from digest.grouping import Memory, group_night
from digest.model import Article

DAY = datetime(2026, 3, 4, 6, tzinfo=UTC)

TEXTS = (
    "The harbour of Port Mallin was shut by the coast guard after the tanker lost oil, said its captain Ines Bahr.",
    "The oil of a tanker keeps the harbour of Port Mallin shut. It was a valve, according to its captain Ines Bahr.",
)


def test_names_side_by_side_are_told_as_one() -> None:
    articles = [
        Article(
            str(at),
            "feed",
            f"Outlet {at}",
            None,
            "Tanker loses oil",
            text,
            DAY + timedelta(hours=at),
            str(at),
            published=DAY,
        )
        for at, text in enumerate(TEXTS)
    ]
    (story,) = group_night(articles, Memory.empty()).stories
    (names,) = (reason for join in story.joins for reason in join.evidence if reason.kind == "names")
    assert set(names.detail.split(", ")) == {"Port Mallin", "Ines Bahr"}
