"""The list of people is counted in one pass, whatever the order, and whether or not a page of theirs is written."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from digest.edition.catalogue import Catalogue, Touched, catalogue
from digest.edition.views import Edition, KeyQuote, Passage, Statement

DAY = date(2026, 3, 5)


def statement(number: int, who: tuple[str, str], role: str | None, hour: int) -> Statement:
    slug, name = who
    passage = Passage(f"a{number}", "1", "source-1", "Harbour Post", 0, 5, "Words", "00")
    when = datetime(2026, 3, 4, hour, tzinfo=UTC)
    quote = KeyQuote(passage, "direct", when, name, "person", role, slug, ("Harbour Post",))
    return Statement(slug, name, role, "s1", "2026/03/04/s1", "Ferry stopped", (), quote)


PEOPLE = st.sampled_from(
    [("ada-merrin", "Ada Merrin"), ("ada-merrin", "Ada J. Merrin"), ("olaf-prynne", "Olaf Prynne")]
)
SAID = st.lists(
    st.tuples(PEOPLE, st.sampled_from([None, "lock keeper", "director"]), st.integers(0, 23)), max_size=12
).map(lambda drawn: [statement(number, *each) for number, each in enumerate(drawn)])


def shelf(said: Sequence[Statement], only: Touched | None = None) -> Catalogue:
    return catalogue([Edition(DAY, ())], (), said, only=only)


@given(SAID, st.sets(st.sampled_from(["ada-merrin", "olaf-prynne"])), st.randoms())
def test_all_people_are_listed_alike_whoever_was_touched(
    said: list[Statement], slugs: set[str], order: random.Random
) -> None:
    whole = shelf(said)
    mixed = list(said)
    order.shuffle(mixed)
    part = shelf(mixed, Touched(frozenset({DAY}), frozenset(), slugs, frozenset(), frozenset()))
    assert part.all_people == whole.all_people
    assert part.people == tuple(record for record in whole.people if record.person.slug in slugs)


@given(SAID)
def test_a_line_says_what_the_page_of_the_person_says(said: list[Statement]) -> None:
    made = shelf(said)
    told = [(line.name, line.slug, line.count, line.last, line.detail) for line in made.all_people]
    assert told == [
        (r.person.name, r.person.slug, r.statements, r.shown[0].quote.when.date(), r.person.role or "")
        for r in made.people
    ]
