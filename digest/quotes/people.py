"""Who is who across stories: one slug for each person, for life."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from digest.quotes.same_name import is_full, name_words, same_name, surname


@dataclass(frozen=True, slots=True)
class Person:
    """A person with a page. ``slug`` never changes; ``name`` is the fullest name known.

    ``aliases`` are the other names the person was printed under, ``stories`` the ids of the stories, both sorted.
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in a story as the story's articles resolve it, with the other forms ``printed`` there for the same person."""

    name: str
    story: str
    printed: tuple[str, ...] = ()


def register(people: tuple[Person, ...], sightings: Iterable[Sighting]) -> tuple[Person, ...]:
    """``people`` with what ``sightings`` add: new persons, fuller names, aliases, stories. Slugs stay.

    A full name is one person in all stories. A lone surname is a person of its story only: it becomes
    the bearer of a full name where a story has just one bearer of it, and nobody else's.
    Sightings are taken in the order of their story and name, so that their own order changes nothing.

    >>> first = register((), [Sighting("Brandt", "dam")])
    >>> [(person.slug, person.name) for person in register(first, [Sighting("Ilse Brandt", "dam")])]
    [('brandt', 'Ilse Brandt')]
    """
    known = {person.slug: person for person in people}
    for sighting in sorted(set(sightings), key=lambda s: (not is_full(s.name), s.story, s.name, s.printed)):
        if not name_words(sighting.name):
            continue
        person = person_of(tuple(known.values()), sighting.name, sighting.story)
        if person is None:
            person = Person(_free_slug(sighting.name, known), sighting.name)
        known[person.slug] = _learn(person, sighting)
    return tuple(known.values())


def person_of(people: Iterable[Person], name: str, story: str) -> Person | None:
    """The one registered person that ``name`` in ``story`` means, or None where there is none or more than one."""
    fitting = [person for person in people if surname(person.name) == surname(name) and same_name(person.name, name)]
    exact = [person for person in fitting if is_full(person.name)] if is_full(name) else []
    if len(exact) > 1:
        exact = [person for person in exact if name in (person.name, *person.aliases)]
    if exact:
        return exact[0] if len(exact) == 1 else None
    here = [person for person in fitting if story in person.stories]
    return here[0] if len(here) == 1 else None


def _learn(person: Person, sighting: Sighting) -> Person:
    names = {person.name, *person.aliases, sighting.name, *sighting.printed}
    name = person.name if _fullness(person.name) >= _fullness(sighting.name) else sighting.name
    stories = tuple(sorted({*person.stories, sighting.story}))
    return replace(person, name=name, aliases=tuple(sorted(names - {name})), stories=stories)


def _fullness(name: str) -> int:
    """Words of the name that are more than an initial."""
    return sum(len(word) > 1 for word in name_words(name))


def _free_slug(name: str, taken: Iterable[str]) -> str:
    """A slug of the name's words that nobody has; later bearers of it get a number."""
    base = "-".join(name_words(name))
    slug, number = base, 2
    while slug in set(taken):
        slug, number = f"{base}-{number}", number + 1
    return slug
