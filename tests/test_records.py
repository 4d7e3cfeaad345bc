"""A table gives back what was put into it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Span
from digest.records import Records

ARTICLES = Records("articles", Article, {"id": lambda a: a.id, "outlet": lambda a: a.outlet})
ONE = Article("a", "feed", "Harbour Post", None, None, "Text.", datetime(2026, 3, 4, tzinfo=UTC), "00")


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        ARTICLES.create(connection)
        yield connection


@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    headline=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    when=st.none() | st.datetimes(timezones=st.just(UTC)),
    spans=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: Span(*pair))),
)
def test_a_stored_article_returns_equal(
    text: str, headline: str | None, when: datetime | None, spans: list[Span]
) -> None:
    article = replace(ONE, text=text, headline=headline, published=when, block_quotes=tuple(spans))
    with closing(sqlite3.connect(":memory:")) as database:
        ARTICLES.create(database)
        ARTICLES.put(database, [article])
        assert ARTICLES.get(database, "a") == article


def test_a_record_replaces_the_one_of_the_same_key(database: sqlite3.Connection) -> None:
    ARTICLES.put(database, [ONE])
    ARTICLES.put(database, [replace(ONE, text="Other.")])
    assert [a.text for a in ARTICLES.all(database)] == ["Other."]


def test_more_keys_than_one_statement_holds_come_back_in_order(database: sqlite3.Connection) -> None:
    many = [replace(ONE, id=f"{n:04}") for n in range(1200)]
    ARTICLES.put(database, reversed(many))
    assert ARTICLES.where(database, "outlet", ["Harbour Post"]) == tuple(many)
    assert ARTICLES.where(database, "id", [a.id for a in many]) == tuple(many)


def test_what_is_dropped_is_gone(database: sqlite3.Connection) -> None:
    ARTICLES.put(database, [ONE])
    ARTICLES.drop(database, ["a"])
    assert ARTICLES.get(database, "a") is None
