"""What was taken down does not come back: it is known again by salted hashes, and left out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digest.edition.slugs import person_slug
from digest.ingest.articles import identity_keys
from digest.model import Article, Entry, KnownPerson, Span, Utterance
from digest.people import person_key
from digest.quotes.same_name import is_full
from digest.state import Findings
from digest.store import Store
from digest.text.names import find_names
from digest.text.segment import sentences


def entombed(store: Store, name: str) -> str:
    """The hash by which a tombstone knows ``name``; without the state's salt nobody can tell whose it is."""
    salt = store.fact("salt") or ""
    return hashlib.sha256(f"{salt}\x1f{name}".encode()).hexdigest()


def without_removed(store: Store, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """``entries`` without those that were taken down."""
    listed = tuple(entries)
    buried = {tombstone.hash for tombstone in store.tombstones.all()}
    if not buried:
        return listed
    return tuple(entry for entry in listed if buried.isdisjoint(entombed(store, key) for key in identity_keys([entry])))


def marks_of_person(person: KnownPerson) -> frozenset[str]:
    """By what a person who was taken down is known again: the address, and every full name as it sounds."""
    return frozenset((person.slug, *map(person_key, filter(is_full, (person.name, *person.other_names)))))


def marks_of_name(name: str) -> frozenset[str]:
    """What ``name`` would bear of ``marks_of_person``; nothing for a lone surname."""
    slug = person_slug(name)
    return frozenset((slug, person_key(name))) if slug else frozenset()


def without_persons(store: Store, findings: Findings, articles: Sequence[Article]) -> Findings:
    """``findings`` without the words and reactions of persons that were taken down.

    Sentences of ``articles`` that name them are hidden, so that no page prints them in another place.
    """
    buried = {tombstone.hash for tombstone in store.tombstones.all() if tombstone.kind == "person"}
    if not buried:
        return findings
    names = {quote.speaker.name for quote in findings.quotes} | {reaction.actor for reaction in findings.reactions}
    names |= {found.full for article in articles for found in find_names(article.text, article.language)}
    gone = {name for name in names if name and any(entombed(store, mark) in buried for mark in marks_of_name(name))}

    def stays(utterance: Utterance) -> bool:
        return gone.isdisjoint((utterance.name, utterance.quote.speaker.name))

    return replace(
        findings,
        quotes=tuple(quote for quote in findings.quotes if quote.speaker.name not in gone),
        utterances=tuple(filter(stays, findings.utterances)),
        key_utterances=tuple(filter(stays, findings.key_utterances)),
        reactions=tuple(reaction for reaction in findings.reactions if reaction.actor not in gone),
        hidden=tuple(_hidden(findings, articles, {name for name in gone if name})),
    )


def _hidden(findings: Findings, articles: Sequence[Article], gone: set[str]) -> Iterator[tuple[str, Span]]:
    yield from ((quote.article, quote.span) for quote in findings.quotes if quote.speaker.name in gone)
    surnames = {name.split()[-1] for name in gone}
    for article in articles:
        for span in sentences(article.text, article.language):
            if any(surname in Span(*span).of(article.text) for surname in surnames):
                yield article.id, Span(*span)
