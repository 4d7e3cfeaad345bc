"""What tells who speaks, per language: verbs of saying, pronouns, nouns for voices."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechTable:
    """Words of one language that attribute speech; all small letters.

    ``verbs`` are all forms of verbs of saying; ``inverting`` those that may precede their subject ("said Brandt").
    ``participles`` take the subject of their sentence ("saying"). ``weak`` verbs attribute marked words only ("called").
    ``according`` are phrases before the speaker. ``between`` are words that may stand between subject and verb.
    ``she``, ``he``, ``they``, ``it``, ``self`` are pronouns by what they may refer to; ``herself``, ``himself`` and, behind a preposition,
    ``her``, ``his`` mean the subject of their sentence.
    ``determiners`` open a noun phrase, ``articles`` those of them that never stand alone, ``indefinite`` ones that of somebody new; ``plurals`` are nouns for several voices that need none.
    ``age`` is the noun of a number of years that stands for a person ("the 34-year-old").
    ``voices`` are nouns for things that speak ("report", "ministry"), ``organisations`` those of them that are one, ``generic`` those of these
    that any organisation may be called.
    ``synonyms`` are short names of roles with their long ones.
    ``documents`` are those that somebody issues; ``issued`` stand between a document and its issuer ("by"),
    ``issuing`` are verbs of issuers ("released").
    ``spokespersons`` speak for somebody else. ``prepositions`` keep a noun from being a subject.
    ``titles_after`` are words after which marks hold the title of a work ("film").
    ``naming`` are words before marked words that are a name or a way of speaking ("dubbed"), ``titling`` before those
    that are a title or a term, whoever speaks ("entitled", "so-called"). ``nouns`` are nouns of saying ("claim").
    ``pasts`` are forms of the past that no ending tells ("rang").
    ``copulas`` with a participle of ``described`` ("was called") tell of whom is spoken, with one of ``addressed`` ("was told") to whom: their subject does not speak.
    ``auxiliaries`` are finite verbs that go with another ("will"), ``openers`` open what depends on a verb ("whether").
    ``conjunctions`` begin another clause.
    ``adjectives`` are nouns that may also be adjectives ("official").
    ``bases`` are forms of verbs that need several subjects or "I" ("report").
    """

    verbs: frozenset[str]
    inverting: frozenset[str]
    participles: frozenset[str]
    weak: frozenset[str]
    according: tuple[str, ...]
    between: frozenset[str]
    she: frozenset[str]
    he: frozenset[str]
    herself: frozenset[str]
    himself: frozenset[str]
    her: frozenset[str]
    his: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    self: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    plurals: frozenset[str]
    age: str
    voices: frozenset[str]
    organisations: frozenset[str]
    generic: frozenset[str]
    synonyms: tuple[tuple[str, str], ...]
    documents: frozenset[str]
    issued: frozenset[str]
    issuing: frozenset[str]
    spokespersons: frozenset[str]
    prepositions: frozenset[str]
    titles_after: frozenset[str]
    naming: frozenset[str]
    titling: frozenset[str]
    nouns: frozenset[str]
    pasts: frozenset[str]
    copulas: frozenset[str]
    auxiliaries: frozenset[str]
    openers: frozenset[str]
    described: frozenset[str]
    addressed: frozenset[str]
    conjunctions: frozenset[str]
    adjectives: frozenset[str]
    bases: frozenset[str]

    @property
    def pronouns(self) -> frozenset[str]:
        """All pronouns that can speak."""
        return self.she | self.he | self.they | self.it | self.self

    @property
    def function_words(self) -> frozenset[str]:
        """Words that no possessive precedes: prepositions, conjunctions, pronouns, verbs of saying and auxiliaries."""
        return self.prepositions | self.conjunctions | self.pronouns | self.inverting | self.between


VOWELS = "aeiou"


def words(text: str) -> frozenset[str]:
    """The words of a table's row."""
    return frozenset(text.split())


def regular(text: str) -> frozenset[str]:
    """Past and present forms of regular English verbs.

    >>> sorted(regular("argue deny"))
    ['argue', 'argued', 'argues', 'denied', 'denies', 'deny']
    """
    found: set[str] = set()
    for verb in text.split():
        found |= {verb, _third(verb), _past(verb)}
    return frozenset(found)


def participles(text: str) -> frozenset[str]:
    """Present participles of regular English verbs.

    >>> sorted(participles("argue deny say"))
    ['arguing', 'denying', 'saying']
    """
    return frozenset(re.sub(r"(?<![eo])e\Z", "", verb) + "ing" for verb in text.split())


def plural(noun: str) -> str:
    """The plural of an English noun.

    >>> [plural(noun) for noun in ("deputy", "coach", "fireman", "worker", "boy", "wife")]
    ['deputies', 'coaches', 'firemen', 'workers', 'boys', 'wives']
    """
    if noun.endswith("man"):
        return noun[:-2] + "en"
    return noun[:-2] + "ves" if noun.endswith("ife") else _third(noun)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")
