"""What was taken down does not come back: it is known again by salted hashes, and left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from digest.edition.slugs import person_slug
from digest.ingest.articles import identity_keys
from digest.model import Article, Entry, KnownPerson, Quote, Span, Utterance
from digest.people import person_key
from digest.quotes.same_name import is_full
from digest.state import Findings
from digest.store import Store
from digest.text.names import find_names
from digest.text.segment import sentences

LONGEST_NAME_WORDS = 4
"""Words of a name that is looked for where no table tells what a name is (range 2 to 6)."""
LARGE = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’.-]*(?: (?:(?:van|von|de|der|den|da|do|dos|del|della|di|du|la|le|bin|ibn|al|el|ter|zu) )*[^\W\d_a-zß-ÿ][\w'’.-]*)+"
)
"""Two or more words in a row that begin with a large letter, or with one of a script that has none."""


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
    """``findings`` without the words and reactions of persons that were taken down, and without what others say of them.

    Sentences of ``articles`` that name them are hidden, and so are headlines, so that no page prints them in another place.
    """
    buried = {tombstone.hash for tombstone in store.tombstones.all() if tombstone.kind == "person"}
    if not buried:
        return findings
    names = {quote.speaker.name for quote in findings.quotes} | {reaction.actor for reaction in findings.reactions}
    names |= {name for article in articles for name in _names_in(article)}
    gone = {name for name in names if name and any(entombed(store, mark) in buried for mark in marks_of_name(name))}
    named = naming(gone)
    hidden = tuple(_hidden(findings, articles, gone, named)) if gone else ()

    def stays(quote: Quote) -> bool:
        return quote.speaker.name not in gone and not _overlaps(hidden, quote.article, quote.span)

    def without(utterances: Iterable[Utterance]) -> Iterator[Utterance]:
        for utterance in utterances:
            if utterance.name not in gone and stays(utterance.quote):
                yield replace(utterance, others=tuple(one for one in utterance.others if stays(one.quote)))

    return replace(
        findings,
        quotes=tuple(filter(stays, findings.quotes)),
        utterances=tuple(without(findings.utterances)),
        key_utterances=tuple(without(findings.key_utterances)),
        reactions=tuple(
            one
            for one in findings.reactions
            if one.actor not in gone and not named(one.actor) and not _overlaps(hidden, one.article, one.span)
        ),
        hidden=hidden,
        untitled=tuple(a.id for a in articles if named(a.headline or "") or named(a.byline or "")),
    )


def naming(names: Iterable[str]) -> Callable[[str], bool]:
    """Tells whether a text has the surname of any of ``names`` as a word; without names none has.

    >>> names_her = naming({"Henrike Sol"})
    >>> [names_her(text) for text in ("Sol's oven", "a solar oven", "Solar ovens")]
    [True, False, False]
    """
    surnames = sorted({name.split()[-1] for name in names})
    if not surnames:
        return lambda _: False
    word = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, surnames))})s?(?!\w)")
    return lambda text: word.search(text) is not None


def _names_in(article: Article) -> Iterator[str]:
    """Whatever in an article could be a full name; in a language without tables, every run of words that begin large."""
    yield from (found.full for found in find_names(article.text, article.language))
    for text in (article.text, article.headline or "", article.byline or ""):
        for run in LARGE.finditer(text):
            words = run[0].split()
            for size in range(2, LONGEST_NAME_WORDS + 1):
                yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _overlaps(hidden: Iterable[tuple[str, Span]], article: str, span: Span) -> bool:
    return any(name == article and span[0] < end and start < span[1] for name, (start, end) in hidden)


def _hidden(
    findings: Findings, articles: Sequence[Article], gone: set[str], named: Callable[[str], bool]
) -> Iterator[tuple[str, Span]]:
    yield from ((quote.article, quote.span) for quote in findings.quotes if quote.speaker.name in gone)
    for article in articles:
        for span in sentences(article.text, article.language):
            if named(Span(*span).of(article.text)):
                yield article.id, Span(*span)
