"""A person has one address for life, and every name the person was printed under is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, KnownPerson, Quote, QuoteKind, Span, Speaker, SpeakerKind
from digest.people import Sighting, addresses, learn, person_of, register, sightings, story_forms
from digest.state import Findings
from digest.store import Store

NAMES = ("Ilse Brandt", "Tomas Brandt", "I. Brandt", "Brandt", "Mara Okoro", "Okoro", "Omar al-Haddu", "Omar Haddu")
SIGHTINGS = st.lists(st.builds(Sighting, st.sampled_from(NAMES)), max_size=12)
QUOTE = Quote(
    "a",
    Span(0, 4),
    "Yes.",
    (Span(0, 4),),
    (Span(0, 4),),
    QuoteKind.DIRECT,
    Speaker(None, None, None),
    "said",
    0.9,
    "test",
)


def said(name: str, mention: str | None = None, kind: SpeakerKind = SpeakerKind.PERSON) -> Quote:
    return replace(QUOTE, speaker=Speaker(mention or name, None, name, kind))


def findings(story: str, *quotes: Quote) -> Findings:
    return Findings(story, quotes, (), (), (), ())


def slugs(people: Sequence[KnownPerson]) -> list[tuple[str, str]]:
    return [(person.slug, person.name) for person in people]


def test_two_bearers_of_a_surname_have_a_page_each() -> None:
    people = register((), [Sighting("Ilse Brandt"), Sighting("Tomas Brandt")])
    assert slugs(people) == [("ilse-brandt", "Ilse Brandt"), ("tomas-brandt", "Tomas Brandt")]


def test_two_people_of_one_first_and_last_name_are_told_apart_by_the_middle_one() -> None:
    people = register((), [Sighting("Ilse Anna Brandt"), Sighting("Ilse Vera Brandt")])
    assert slugs(people) == [("ilse-brandt", "Ilse Anna Brandt"), ("ilse-brandt-2", "Ilse Vera Brandt")]


def test_an_address_stays_when_a_fuller_name_is_learned() -> None:
    people = register(register((), [Sighting("Omar Haddu", ("Haddu",))]), [Sighting("Omar al-Haddu")])
    assert people == (KnownPerson("omar-haddu", "Omar al-Haddu", ("Haddu", "Omar Haddu")),)


def test_two_transliterations_are_one_person() -> None:
    (person,) = register((), [Sighting("Mohammed Haddu"), Sighting("Mohamed al-Haddu")])
    assert (person.name, person.other_names) == ("Mohamed al-Haddu", ("Mohammed Haddu",))


def test_an_initial_that_fits_two_people_is_neither() -> None:
    people = register((), [Sighting("Ilse Brandt"), Sighting("Ivo Brandt")])
    assert person_of(people, "I. Brandt") is None


def test_an_initial_that_one_was_printed_with_stays_with_that_one() -> None:
    people = register(register((), [Sighting("Ilse Brandt"), Sighting("I. Brandt")]), [Sighting("Ivo Brandt")])
    found = person_of(people, "I. Brandt")
    assert found is not None
    assert found.slug == "ilse-brandt"


def test_a_lone_surname_has_no_page() -> None:
    assert register((), [Sighting("Brandt"), Sighting(" – ")]) == ()


@given(SIGHTINGS, SIGHTINGS)
def test_addresses_are_unique_and_never_lost(first: list[Sighting], second: list[Sighting]) -> None:
    before = register((), first)
    after = [person.slug for person in register(before, second)]
    assert len(after) == len(set(after))
    assert {person.slug for person in before} <= set(after)


@given(SIGHTINGS.flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_the_order_of_sightings_changes_nothing(pair: tuple[list[Sighting], list[Sighting]]) -> None:
    assert register((), pair[0]) == register((), pair[1])


def test_the_names_in_mentions_are_kept_and_pronouns_are_not() -> None:
    quotes = [said("Ilse Brandt", mention) for mention in ("she", "Ms Brandt", "the minister", "I. Brandt")]
    (sighting,) = sightings(quotes, {"a": "en"})
    assert sighting == Sighting("Ilse Brandt", ("Brandt", "I. Brandt"))


def test_organisations_and_doubtful_speakers_are_nobody() -> None:
    doubtful = replace(said("Ilse Brandt"), confidence=0.4)
    assert list(sightings([said("Dam Watch", None, SpeakerKind.ORGANISATION), doubtful], {})) == []


def test_a_story_prints_the_fullest_form_of_each_name() -> None:
    forms = story_forms(["Omar Haddu", "Omar al-Haddu", "I. Brandt", "Ilse Brandt", "Ivo Brandt", "Okoro"])
    assert forms == {
        "Omar Haddu": "Omar al-Haddu",
        "Omar al-Haddu": "Omar al-Haddu",
        "I. Brandt": "I. Brandt",
        "Ilse Brandt": "Ilse Brandt",
        "Ivo Brandt": "Ivo Brandt",
    }


def test_one_page_serves_both_spellings_in_two_stories_of_two_nights() -> None:
    when = datetime(2026, 3, 4, tzinfo=UTC)
    article = Article("a", "s", "Harbour Post", None, None, "Yes.", when, "h")
    first, second = findings("dam", said("Omar Haddu")), findings("quake", said("Omar al-Haddu", "al-Haddu"))
    with Store.in_memory() as store:
        learn(store, [first], [article])
        learn(store, [second], [article])
        assert addresses(store, first) == (("Omar Haddu", "omar-haddu"),)
        assert addresses(store, second) == (("Omar al-Haddu", "omar-haddu"),)
        (person,) = store.people.all()
    assert person.other_names == ("Omar Haddu", "al-Haddu")
