"""A table gives back what was put into it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Span
from digest.records import Records

ONE = Article("a", "feed", "Harbour Post", None, None, "Text.", datetime(2026, 3, 4, tzinfo=UTC), "00")


@contextmanager
def table() -> Iterator[Records[Article]]:
    with closing(sqlite3.connect(":memory:")) as database:
        records = Records(
            database, "articles", Article, {"id": lambda a: a.id, "outlet": lambda a: a.outlet, "url": lambda a: a.url}
        )
        records.create()
        yield records


@pytest.fixture
def articles() -> Iterator[Records[Article]]:
    with table() as records:
        yield records


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
    with table() as articles:
        articles.put([article])
        assert articles.get("a") == article


def test_a_record_replaces_the_one_of_the_same_key(articles: Records[Article]) -> None:
    articles.put([ONE])
    articles.put([replace(ONE, text="Other.")])
    assert [a.text for a in articles.all()] == ["Other."]


def test_more_keys_than_one_statement_holds_come_back_in_order(articles: Records[Article]) -> None:
    many = [replace(ONE, id=f"{n:04}") for n in range(1200)]
    articles.put(reversed(many))
    assert articles.where("outlet", ["Harbour Post"]) == tuple(many)
    assert articles.where("id", [a.id for a in many]) == tuple(many)


def test_what_is_dropped_is_gone(articles: Records[Article]) -> None:
    articles.put([ONE])
    articles.drop(["a"])
    assert articles.get("a") is None


def test_keys_and_records_that_hold_something_in_a_column_come_in_order(articles: Records[Article]) -> None:
    articles.put([replace(ONE, id="c"), replace(ONE, id="b", url="https://harbour.example/b"), ONE])
    assert articles.all_keys() == ("a", "b", "c")
    assert [article.id for article in articles.having("url")] == ["b"]


def test_records_are_counted_by_what_a_column_holds(articles: Records[Article]) -> None:
    articles.put([ONE, replace(ONE, id="b"), replace(ONE, id="c", outlet="Vellmar Radio")])
    assert articles.counts("outlet") == {"Harbour Post": 2, "Vellmar Radio": 1}
