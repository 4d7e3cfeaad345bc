"""When two actors are one party, and which words can name a party at all."""

from __future__ import annotations

from collections.abc import Iterable

from digest.languages.countries_en import countries
from digest.languages.stance_grammar_en import GENERIC
from digest.quotes.same_name import name_words, same_name
from digest.reactions.actors import Actor
from digest.reactions.lexicon import Lexicon


def same_party(one: Actor, other: Actor) -> bool:
    """Whether two actors are one, or one speaks for the other: a country and its office, a company and its short name."""
    if one.country and one.country == other.country:
        return True
    if one.proper and other.proper and _same_names(one.name, other.name):
        return True
    if not one.proper and not other.proper:
        return _same_people(name_words(one.name), name_words(other.name))
    bare, named = (one, other) if not one.proper else (other, one)
    return not bare.proper and bare.name.casefold() in (named.role or "").casefold().split()


def _same_people(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two nouns mean the same people: "the rebels" and "rebel forces", but not two kinds of lawmakers."""
    shorter, longer = sorted(([word.rstrip("s") for word in words] for words in (one, other)), key=len)
    return bool(shorter) and (shorter == longer or (len(shorter) == 1 and shorter[0] in longer))


def _same_names(one: str, other: str) -> bool:
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if same_name(one, other):
        # "Sund" is not the Port of Sund.
        return len(shorter) != 1 or len(longer) == 1 or " of " not in f"{one} {other}"
    # "Norvik" is Norvik Bank, but "Party" is nobody's short name, nor is a country that of a body named after it.
    if min(one, other, key=len) in countries():
        return False
    return bool(shorter) and longer[: len(shorter)] == shorter and not GENERIC.issuperset(shorter)


def is_party(actor: Actor, lexicon: Lexicon) -> bool:
    """Whether a party has a name that is one, or is a body or people known as such."""
    if not actor.proper or actor.country:
        return True
    words = actor.name.casefold().split()
    empty = lexicon.names.openers | lexicon.names.never_names | lexicon.stances.lead_ins | lexicon.names.titles
    return (
        any(word[0].isupper() for word in actor.name.split())
        and words[0] not in lexicon.stances.lead_ins
        and not all(word.strip(".") in empty for word in words)
    )


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The first of each party among ``actors``, in their order."""
    found: list[Actor] = []
    for actor in actors:
        if not any(same_party(actor, other) for other in found):
            found.append(actor)
    return tuple(found)
