"""What a site is proven against: articles as they are, and as they stood before each of their changes."""

from __future__ import annotations

from datetime import UTC, datetime

from digest.model import Article
from digest.site.check import StoredText
from digest.state import Version
from digest.store import Store
from digest.verify import earlier_states


def version(article: str, text: str, day: int) -> Version:
    when = datetime(2026, 3, day, tzinfo=UTC)
    return Version(Article(article, "Post", "Post", None, "Dam", text, when, text[:1]), when)


def test_an_earlier_state_has_every_article_that_changed_so_often_as_it_stood_then() -> None:
    with Store.in_memory() as store:
        assert earlier_states(store) == ()
        store.versions.put([version("a", "Second.", 5), version("a", "First.", 4), version("b", "Once.", 5)])
        states = [dict(state) for state in earlier_states(store)]
        assert states == [
            {"a": StoredText("Second.", "S"), "b": StoredText("Once.", "O")},
            {"a": StoredText("First.", "F")},
        ]
        assert "b" not in earlier_states(store)[1]
