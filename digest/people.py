"""Who is who across stories: one address for each person, for life, and the names a person was printed under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.edition.slugs import person_slug, slug
from digest.model import PRINTED_FROM, Article, KnownPerson, Quote, SpeakerKind
from digest.quotes.same_name import fullness, is_full, name_words, same_name, sound, surname
from digest.state import Findings
from digest.store import Store
from digest.text.names import find_names
from digest.text.surnames import generation

SPEAKING = (SpeakerKind.PERSON, SpeakerKind.SPOKESPERSON)
"""The kinds of speakers that have a page where a name is known; a spokesperson's is that of the person, not of whom it speaks for."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A full name as a story resolves it, with the other names ``printed`` there for the same person."""

    name: str
    printed: tuple[str, ...] = ()


def register(people: Iterable[KnownPerson], sightings: Iterable[Sighting]) -> tuple[KnownPerson, ...]:
    """``people`` with what ``sightings`` add: new persons, fuller names, other names. Addresses stay.

    A full name is one person in all stories; a lone surname names nobody here. Where a name fits several persons ("I. Brandt")
    and none was printed so, it is one of its own. The fullest names are taken first, so that their order changes nothing.

    >>> first = register((), [Sighting("I. Brandt")])
    >>> [(person.slug, person.name) for person in register(first, [Sighting("Ilse Brandt")])]
    [('i-brandt', 'Ilse Brandt')]
    """
    known = {person.slug: person for person in people}
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for person in known.values():
        bearers[surname(person.name)].add(person.slug)
    for sighting in sorted(set(sightings), key=lambda s: (*(-size for size in fullness(s.name)), s.name, s.printed)):
        if not is_full(sighting.name):
            continue
        own = bearers[surname(sighting.name)]
        found = person_of((known[each] for each in sorted(own)), sighting.name)
        found = found or KnownPerson(_free_slug(sighting.name, known), sighting.name)
        own.add(found.slug)
        known[found.slug] = _learn(found, sighting)
    return tuple(known[each] for each in sorted(known))


def person_of(people: Iterable[KnownPerson], name: str) -> KnownPerson | None:
    """The one of ``people`` that the full ``name`` means, or None where there is none or more than one.

    Who was printed under just this name goes before who could be.
    """
    own = surname(name)
    bearers = (person for person in people if surname(person.name) == own)
    fitting = [person for person in bearers if same_name(person.name, name)]
    printed = [person for person in fitting if name in (person.name, *person.other_names)]
    found = printed or fitting
    return found[0] if len(found) == 1 and is_full(name) else None


def _learn(person: KnownPerson, sighting: Sighting) -> KnownPerson:
    names = {person.name, *person.other_names, sighting.name, *sighting.printed}
    name = max(person.name, sighting.name, key=fullness)
    return replace(person, name=name, other_names=tuple(sorted(names - {name})))


def _free_slug(name: str, taken: Container[str]) -> str:
    """An address made of the first and last name that nobody has; later bearers of both get a number."""
    base = person_slug(name) or slug(name)
    free, number = base, 2
    while free in taken:
        free, number = f"{base}-{number}", number + 1
    return free


def person_key(name: str) -> str:
    """What all spellings of one name share, to know a person again by it.

    >>> person_key("Mohammed al-Haddu") == person_key("Mohammed Hadu")
    True
    """
    return " ".join((*map(sound, name_words(name)), *filter(None, (generation(name),))))


def story_forms(names: Iterable[str]) -> dict[str, str]:
    """For each full name of one story's persons the fullest form that the story prints for the same person.

    A name that could be two persons' stays as it is.

    >>> story_forms(["Omar Haddu", "Omar al-Haddu", "Ilse Brandt"])["Omar Haddu"]
    'Omar al-Haddu'
    """
    full = sorted({name for name in names if is_full(name)})
    forms = {}
    for name in full:
        alike = [other for other in full if same_name(name, other)]
        certain = all(same_name(one, other) for one in alike for other in alike)
        forms[name] = max(alike, key=fullness) if certain else name
    return forms


def learn(store: Store, found: Iterable[Findings], articles: Iterable[Article]) -> None:
    """Keep in ``store`` whom the stories ``found`` quote; only bearers of the same surnames are looked up."""
    languages = {article.id: article.language for article in articles}
    seen = [sighting for findings in found for sighting in sightings(findings.quotes, languages)]
    known = {p.slug: p for p in store.people.where("surname", {surname(sighting.name) for sighting in seen})}
    store.people.put(person for person in register(known.values(), seen) if person != known.get(person.slug))


def sightings(quotes: Sequence[Quote], languages: dict[str, str]) -> Iterator[Sighting]:
    """The persons whom ``quotes`` establish as speakers. ``languages`` are those of the articles."""
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        name = quote.speaker.name
        if quote.speaker.kind in SPEAKING and name and quote.confidence >= PRINTED_FROM and is_full(name):
            printed[name].update(_printed_names(quote, name, languages.get(quote.article, "")))
    for name in sorted(printed):
        yield Sighting(name, tuple(sorted(printed[name])))


def _printed_names(quote: Quote, name: str, language: str) -> Iterator[str]:
    """The names in the mention that are the speaker's; a pronoun or "the minister" is none."""
    mention = " ".join((quote.speaker.mention or "").split()).removesuffix("’s").removesuffix("'s")
    found = [each.full for each in find_names(mention, language)] or [mention]
    return (each for each in found if same_name(each, name))


def addresses(store: Store, findings: Findings) -> tuple[tuple[str, str], ...]:
    """The names of those whom a story quotes, each with the address of the person's page below ``people/``."""
    names = sorted({quote.speaker.name for quote in findings.quotes if quote.speaker.name})
    known = store.people.where("surname", {surname(name) for name in names if is_full(name)})
    persons = ((name, person_of(known, name)) for name in names)
    return tuple((name, person.slug) for name, person in persons if person is not None)
