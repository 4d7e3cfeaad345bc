"""What tells a person's name from that of an organisation or a place, per language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameTable:
    """Words of one language that classify names; all small letters, without dots, unless said.

    ``titles`` stand before a person's name (``abbreviated_titles`` before nothing else); ``title_complements`` are titles as printed that a run of capitals would tear, in two parts: before the last word, and it.
    ``roles`` are nouns for what a person is; the ``female_`` and ``male_`` sets are evidence of gender.
    ``qualifiers`` before a title make another of it: "deputy", "former". ``kin`` are roles of relatives.
    ``organisation_words`` inside a name make it an organisation's, ``organisations`` are such names whole;
    ``places`` and ``place_words`` likewise; ``compass`` words make another of a place ("North Korea"). ``nations`` are adjectives of nations and faiths, ``never_names`` other capitalised words that name nobody, ``months`` the shortened ones that do so only with a dot.
    ``compounding`` words make an adjective of a name ("Kessel-based").
    ``shortened`` are words that a dot shortens inside a name ("St."). ``particles`` stay small inside a name, ``suffixes`` follow it, ``joiners`` continue the name of an organisation.
    ``openers`` are common words that a sentence opens with; ``role_stops`` end a role to the left ("the", "said"), ``determiners`` among them may open one; of these ``possessives`` say whose, and stay outside it.
    ``relatives`` open a clause about a noun ("who", "which"), ``prepositions`` what a noun belongs to ("of", "at").
    ``speaking`` are verbs whose subject at the head of a sentence is a name.
    """

    titles: frozenset[str]
    abbreviated_titles: frozenset[str]
    title_complements: tuple[tuple[str, str], ...]
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    roles: frozenset[str]
    female_roles: frozenset[str]
    male_roles: frozenset[str]
    qualifiers: frozenset[str]
    kin: frozenset[str]
    organisation_words: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    place_words: frozenset[str]
    compass: frozenset[str]
    nations: frozenset[str]
    never_names: frozenset[str]
    months: frozenset[str]
    compounding: frozenset[str]
    female_given: frozenset[str]
    male_given: frozenset[str]
    shortened: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    joiners: tuple[str, ...]
    openers: frozenset[str]
    role_stops: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    speaking: frozenset[str]


def words(text: str) -> frozenset[str]:
    """The words of a table's row.

    >>> sorted(words("mr mrs"))
    ['mr', 'mrs']
    """
    return frozenset(text.split())
