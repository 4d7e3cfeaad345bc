"""A slug is one person's, for life."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.quotes.people import Person, Sighting, person_of, register

NAMES = ("Ilse Brandt", "Tomas Brandt", "I. Brandt", "Brandt", "Mara Okoro", "Okoro", "Omar al-Haddu", "Omar Haddu")
SIGHTINGS = st.lists(
    st.builds(Sighting, st.sampled_from(NAMES), st.sampled_from(("dam", "strike", "quake"))), max_size=12
)


def names(people: tuple[Person, ...]) -> list[tuple[str, str]]:
    return [(person.slug, person.name) for person in people]


def test_two_bearers_of_a_surname_have_a_slug_each() -> None:
    people = register((), [Sighting("Ilse Brandt", "dam"), Sighting("Tomas Brandt", "dam")])
    assert names(people) == [("ilse-brandt", "Ilse Brandt"), ("tomas-brandt", "Tomas Brandt")]


def test_a_slug_stays_when_the_full_name_is_learned_in_the_same_story() -> None:
    people = register(register((), [Sighting("Haddu", "jails")]), [Sighting("Omar al-Haddu", "jails", ("al-Haddu",))])
    assert people == (Person("haddu", "Omar al-Haddu", ("Haddu", "al-Haddu"), ("jails",)),)


def test_a_surname_in_another_story_is_not_the_same_person() -> None:
    people = register((), [Sighting("Ilse Brandt", "dam"), Sighting("Brandt", "football")])
    assert names(people) == [("ilse-brandt", "Ilse Brandt"), ("brandt", "Brandt")]


def test_a_surname_with_two_bearers_in_its_story_is_neither() -> None:
    people = register((), [Sighting("Ilse Brandt", "dam"), Sighting("Tomas Brandt", "dam")])
    assert person_of(people, "Brandt", "dam") is None


def test_a_full_name_is_one_person_in_all_stories_and_spellings() -> None:
    people = register((), [Sighting("Mohammed Haddu", "dam"), Sighting("Mohamed al-Haddu", "quake")])
    assert [person.stories for person in people] == [("dam", "quake")]


def test_an_empty_name_registers_nobody() -> None:
    assert register((), [Sighting(" – ", "dam")]) == ()


@given(SIGHTINGS, SIGHTINGS)
def test_slugs_are_unique_and_never_lost(first: list[Sighting], second: list[Sighting]) -> None:
    before = register((), first)
    after = register(before, second)
    slugs = [person.slug for person in after]
    assert len(slugs) == len(set(slugs))
    assert slugs[: len(before)] == [person.slug for person in before]


@given(SIGHTINGS.flatmap(lambda sightings: st.tuples(st.just(sightings), st.permutations(sightings))))
def test_the_order_of_sightings_changes_nothing(pair: tuple[list[Sighting], list[Sighting]]) -> None:
    assert register((), pair[0]) == register((), pair[1])
