"""Small articles and stories to choose from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from digest.edition.slugs import slug
from digest.model import Article, CopyGroup, Dossier, Story


def build_article(
    name: str, text: str, *, outlet: str = "Harbour Post", hour: int = 8, day: int = 4, **more: Any
) -> Article:
    when = datetime(2026, 3, day, hour, tzinfo=UTC)
    fields = {"url": f"https://press.example/{name}", "headline": None, "published": when} | more
    return Article(
        id=name, source=outlet, outlet=outlet, text=text, first_seen=when, content_hash=f"h-{name}", **fields
    )


def build_dossier(*articles: Article, groups: tuple[CopyGroup, ...] | None = None, **more: Any) -> Dossier:
    groups = groups or tuple(CopyGroup(f"g-{article.id}", article.id) for article in articles)
    first = min(article.when for article in articles)
    story = Story(
        "s1", "dam", "2026/03/04/dam", "s1", first, max(a.when for a in articles), tuple(g.id for g in groups)
    )
    said = (*more.get("utterances", ()), *more.get("key_utterances", ()))
    more.setdefault("person_pages", tuple((u.name, slug(u.name)) for u in said if u.name and " " in u.name))
    return Dossier(story, articles, groups, more.pop("quotes", ()), more.pop("reactions", ()), **more)


@pytest.fixture
def article() -> Callable[..., Article]:
    return build_article


@pytest.fixture
def dossier() -> Callable[..., Dossier]:
    return build_dossier


@pytest.fixture
def day() -> date:
    return date(2026, 3, 5)
