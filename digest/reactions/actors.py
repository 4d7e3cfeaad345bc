"""Who the subject of a sentence is: the name, the role as printed, and on whose behalf it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.languages.countries_en import countries
from digest.languages.stance_grammar import Grammar
from digest.reactions.lands import office_country
from digest.reactions.lexicon import Lexicon, any_of

CAPITAL = re.compile(r"[“\"'‘]?(?:(?:al|el|as|ash|ul)-|[dlo]['’])?[^\W\d_a-zß-öø-ÿ]")
OWNED = re.compile(r"[’'][s\s]|\s[A-Z]")
POSSESSED = re.compile(r"[’']s?\s(?:[\w-]+\s){0,4}[a-zß-ÿ-]+\Z")
"""A subject that describes rather than names: "Zamir's foreign minister", before the name that follows."""
MOST_WORDS = 14
"""Words of a subject without its appositions; longer ones are clauses."""


SHOUTED = 7
"""Letters from which on one word in capitals is no abbreviation but a place or a lead set in capitals."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can answer. ``name`` is as printed, without article, title and role.

    ``voice`` says that somebody else speaks for it (a spokesperson, a lawyer). ``proper`` is False for "opposition lawmakers".
    ``country`` is set where the actor is a country or holds an office of it. ``phrase`` are all words of the subject.
    """

    name: str
    role: str | None
    phrase: str
    proper: bool
    voice: bool = False
    country: str | None = None

    @property
    def shouted(self) -> bool:
        """Whether the name is one long word in capitals, as datelines and some leads are set."""
        return self.name.isupper() and " " not in self.name and len(self.name) >= SHOUTED


def actors_of(phrase: str, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors that a subject phrase names; empty where it names nobody who could answer.

    >>> from digest.languages.names_en import ENGLISH
    >>> from digest.languages import stance_en
    >>> lexicon = Lexicon(ENGLISH, stance_en.ENGLISH)
    >>> [(a.name, a.role) for a in actors_of("Infrastructure minister Ilse Brandt", lexicon)]
    [('Ilse Brandt', 'Infrastructure minister')]
    >>> [a.name for a in actors_of("Poland and Lithuania", lexicon)]
    ['Poland', 'Lithuania']
    """
    phrase = phrase.strip(" ,;:—–-")
    segments = [part.strip() for part in phrase.split(",") if part.strip()]
    if not segments or len(segments[0].split()) > MOST_WORDS or _is_clause(segments[0], lexicon.stances.grammar):
        return ()
    listed = _listed(segments, lexicon.stances.grammar)
    if listed:
        return tuple(actor for part in listed for actor in actors_of(part, lexicon))
    actor = _single(segments, phrase, lexicon)
    return (actor,) if actor else ()


def _is_clause(head: str, grammar: Grammar) -> bool:
    """Whether words taken for a subject hold a verb of their own: "Mr. Rand did not say how many"."""
    return any(match[0].islower() for match in grammar.clause_words.finditer(head))


def _listed(segments: list[str], grammar: Grammar) -> list[str] | None:
    """The members of "Poland, Estonia and Lithuania" or "the council and the congress", or None for one actor."""
    last, also, tail = segments[-1].partition(" and ")
    if not also or not tail:
        return None
    members = [*segments[:-1], *([last] if last else []), tail]
    if len(segments) > 1 and not all(_is_country(member, grammar) for member in members):
        return None
    if all(_is_country(member, grammar) for member in members) or (CAPITAL.match(last) and tail.startswith("the ")):
        return members
    return None


def is_people(word: str, lexicon: Lexicon) -> bool:
    """Whether a small word names people or a body as a group: "lawmakers", "union", the plural of any role."""
    return word in lexicon.stances.collectives or (word.endswith("s") and word[:-1] in lexicon.names.roles)


def _is_country(text: str, grammar: Grammar) -> bool:
    return grammar.articles.sub("", text) in countries()


def _single(segments: list[str], phrase: str, lexicon: Lexicon) -> Actor | None:
    head, after = segments[0], [part for part in segments[1:] if not lexicon.stances.grammar.qualifying.match(part)][:1]
    spoken_for = _voice(head, lexicon)
    if spoken_for:
        inner = _single([spoken_for], phrase, lexicon)
        speaker = _split(after[0], lexicon) if after and inner and not inner.proper else (None, None)
        if speaker[1]:
            return Actor(speaker[1], _tidy_role(head), phrase, proper=True, country=inner.country if inner else None)
        return Actor(inner.name, inner.role, phrase, inner.proper, voice=True, country=inner.country) if inner else None
    role, name = _split(head, lexicon)
    if (
        after
        and name
        and re.fullmatch(r"[A-Z][\w’'&-]*", after[0])
        and head.rsplit(maxsplit=1)[-1] in lexicon.stances.organisation_nouns
    ):
        return Actor(after[0], _tidy_role(head), phrase, proper=True)  # "the UN refugee agency, UNHCR"
    if after and CAPITAL.match(after[0]) and (POSSESSED.search(head) or _is_office(head, lexicon)):
        role, name = None, None
    if name is None and after and len(segments) <= 3:
        role_after, name = _split(after[0], lexicon)
        role = ", ".join(filter(None, (head, role_after)))
    elif name is not None and role is None and after and _is_role(after[0], lexicon):
        role = after[0]
    if name is None:
        return _collective(head, phrase, lexicon)
    return Actor(
        name, _tidy_role(role), phrase, proper=True, country=office_country(name, f"{role or ''} {head}", lexicon)
    )


def _is_office(head: str, lexicon: Lexicon) -> bool:
    """Whether ``head`` describes a person who is named next: "the mayor of London", "the House Republican leader"."""
    if lexicon.stances.grammar.partitive.match(head):
        return True
    plain = (
        head.split(" of ", maxsplit=1)[0]
        .split(" for ", maxsplit=1)[0]
        .split(" at ", maxsplit=1)[0]
        .rsplit(maxsplit=1)[-1]
    )
    return plain.islower() and plain.partition("-")[0] in lexicon.names.roles | lexicon.names.titles


def _voice(head: str, lexicon: Lexicon) -> str | None:
    """Whom a spokesperson or lawyer speaks for: "a lawyer for Rand", "Rand's lawyer"."""
    words = any_of(lexicon.stances.voices)
    match = re.match(
        rf"(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}?(?:{words})\s(?:for|of|to)\s(?:the\s)?(.+)", head, re.IGNORECASE
    )
    if match:
        return match[1]
    match = re.match(rf"(?P<who>.+?)[’']s?\s(?P<field>[a-z-]+\s)?(?P<voice>{words})\b", head)
    if match is None or (
        match["field"]
        and match["voice"].startswith("spokes")
        and match["field"].strip() not in lexicon.stances.grammar.fieldless
    ):
        return None
    return match["who"]


def _split(head: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """The role and the proper name in ``head``; None for what is missing."""
    words = _without_place(lexicon.stances.grammar.articles.sub("", head).split(), lexicon)
    capital = [bool(CAPITAL.match(word)) for word in words]
    if not any(capital) or (capital[0] and _is_common(words, capital, lexicon)):
        return None, None
    bare = _before_preposition(words, lexicon)
    if (
        bare == words
        and "of" not in words
        and words[-1].islower()
        and is_people(words[-1], lexicon)
        and OWNED.search(head)
    ):
        return None, None  # "the country's Catholic bishops"
    cut = _role_end(words, capital, lexicon)
    place = _name_place(words, capital, cut, lexicon)
    if place is None or _is_whereabouts(words, place[0], lexicon) or _describes(words, place, lexicon):
        return None, None
    start, end = place
    if start >= 2 and words[start - 1] == "of":
        start -= 2
        if _is_whereabouts(words, start, lexicon):
            return None, None
    name = re.sub(r"[’']s\Z|(?<!\b[A-Z])[.,]+\Z", "", " ".join(words[start:end]))
    if all(word in lexicon.names.titles | lexicon.names.roles for word in name.casefold().split()):
        return None, None
    if cut and words[cut - 1].casefold() in lexicon.names.titles:
        name = name.partition(" of ")[0]
    rest = " ".join(words[end:])
    role = " ".join(words[:start]) or (rest if rest.split(" ")[0] in lexicon.stances.organisation_nouns else None)
    return role or None, name


def _without_place(words: list[str], lexicon: Lexicon) -> list[str]:
    """``words`` without an adjective made of a place's name that they open with: "New York-based"."""
    compound = (
        index
        for index, word in enumerate(words[:3])
        if word.rpartition("-")[2] in lexicon.names.compounding and "-" in word
    )
    return words[next(compound, -1) + 1 :]


def _describes(words: list[str], place: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a name and a role behind it describe somebody named elsewhere: "the Texas lawmaker"."""
    return place[0] == 0 and len(words) - place[1] == 1 and words[-1] in lexicon.names.roles


def _name_place(words: list[str], capital: list[bool], cut: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the name begins and ends among ``words``, the first ``cut`` of which are a title or role."""
    start = next((i for i in range(cut, len(words)) if capital[i]), None)
    if start is None:
        return None
    end = _name_end(words, capital, start, lexicon)
    owned = words[end - 1].endswith(("'s", "’s", "s'", "s’")) and end < len(words)
    if owned and not any(capital[end:]):
        return None
    described = (
        start == 0
        and len(words) - end >= 2
        and capital[-1]
        and not any(w in lexicon.stances.grammar.joiners for w in words[end:])
    )
    if owned or described:
        start = next(i for i in range(end, len(words)) if capital[i])
        end = _name_end(words, capital, start, lexicon)
    return start, end


def _name_end(words: list[str], capital: list[bool], start: int, lexicon: Lexicon) -> int:
    """Where the name that begins at ``start`` ends."""
    end = start + 1
    while end < len(words) and (capital[end] or _joins(words, end, capital, lexicon)):
        end += 1
    return end


def _is_whereabouts(words: list[str], start: int, lexicon: Lexicon) -> bool:
    """Whether the name at ``start`` only tells where, of what or which thing: "a farm off Hitra", "the mayor of Sund", "a Berthold"."""
    grammar = lexicon.stances.grammar
    if start and words[start - 1].casefold() in grammar.one_of_many:
        return True
    if start and words[start - 1] in grammar.places:
        return True
    if start >= 2 and grammar.definite.match(f"{words[start - 1]} ") and words[start - 2] in grammar.places | {"for"}:
        return True
    office = words[start - 2].casefold() if start >= 2 and words[start - 1] == "of" else ""
    return office in lexicon.names.titles | lexicon.names.roles


def _joins(words: list[str], at: int, capital: list[bool], lexicon: Lexicon) -> bool:
    """Whether the small word at ``at`` continues a name: a particle, or "of" and the like in an organisation's name."""
    if not any(capital[at : at + 3]):
        return False
    if words[at].casefold() in lexicon.names.particles:
        return capital[at - 1] or words[at - 1].casefold() in lexicon.names.particles
    before = words[at - 1].casefold().strip("’'")
    bodies = lexicon.names.organisation_words | lexicon.stances.organisation_nouns | lexicon.stances.collectives
    if words[at] == "&":
        return capital[at - 1]
    if words[at] == "of" and len(words) > at + 1 and before not in lexicon.names.titles | lexicon.names.roles:
        return at == 1 or not capital[at - 2] or before in bodies
    return words[at] in lexicon.stances.grammar.joiners and (
        before in bodies or words[at - 1] in lexicon.stances.grammar.joiners
    )


def _is_common(words: list[str], capital: list[bool], lexicon: Lexicon) -> bool:
    """Whether a plural or collective noun heads the subject: "Opposition lawmakers", "Mining unions in Poland"."""
    if " ".join(words) in countries():
        return False
    run = next((index for index, big in enumerate(capital) if not big), len(words))
    plain = [word.casefold().strip("’'") for word in words]
    if not any(capital[1:]):
        return any(is_people(word, lexicon) for word in plain[:4])
    heads = [index for index in (run, run + 1) if index < len(words) and not capital[index]]
    head = next((index for index in heads if is_people(plain[index], lexicon)), None)
    if (
        run == 1
        and plain[0] in lexicon.stances.collectives
        and len(words) > 1
        and words[1] in lexicon.stances.grammar.joiners
    ):
        return True
    return head is not None and (head + 1 == len(words) or words[head + 1] in lexicon.stances.grammar.joiners)


def _role_end(words: list[str], capital: list[bool], lexicon: Lexicon) -> int:
    """How many words belong to the title or role before the name."""
    end = _complement_end(words, lexicon)
    for index, word in enumerate(words[:-1]):
        plain = word.casefold().strip(".,")
        title = plain.partition("-")[0] in lexicon.names.titles
        role = plain in lexicon.names.roles and (not capital[index] or len(words) - index > 2)
        noun = plain in lexicon.stances.organisation_nouns and (not capital[index] or (index == 0 and len(words) > 2))
        if capital[index + 1] and (title or role or noun):
            end = index + 1
    return end


def _complement_end(words: list[str], lexicon: Lexicon) -> int:
    """How many words end with a title of several words that a name follows: "Secretary of State"; 0 for none."""
    head = " ".join(words)
    for phrase in ("".join(parts) for parts in lexicon.names.title_complements):
        before, title, name = head.partition(f"{phrase} ")
        if title and name:
            return len(f"{before}{title}".split())
    return 0


def _is_role(text: str, lexicon: Lexicon) -> bool:
    words = [word.casefold().strip("’'s") for word in text.split()[:7]]
    return bool(words) and any(
        word in lexicon.names.roles or word in lexicon.stances.organisation_nouns or word in lexicon.names.titles
        for word in words
    )


def _tidy_role(role: str | None) -> str | None:
    if not role:
        return None
    role = re.sub(r"\A(?:the|a|an|its|his|her|their)\s+", "", role.strip(" ,"), flags=re.IGNORECASE)
    role = re.split(r"\s(?:who|whose|which)\s", role, maxsplit=1)[0]
    return None if role.casefold().rstrip(".") in ("mr", "mrs", "ms", "miss", "mx", "") else role


def _collective(head: str, phrase: str, lexicon: Lexicon) -> Actor | None:
    """An actor without a name of its own: "opposition lawmakers", "families of the dead".

    "The group" and "the rights watchdog" stand for somebody named elsewhere: a page cannot say who, so they are none.
    """
    if lexicon.stances.grammar.definite.match(head) and _is_told_before(head, lexicon):
        return None
    name = re.sub(r"\A(?:the|a|an|some|many|several)\s+", "", head, flags=re.IGNORECASE)
    plain = [word.casefold().strip("’'") for word in _before_preposition(name.split()[:4], lexicon)]
    if plain and plain[0] in lexicon.stances.grammar.places:
        return None
    known = lexicon.stances.organisation_nouns
    if OWNED.search(head):
        known |= lexicon.stances.offices | lexicon.names.roles | lexicon.names.titles
    elif (
        lexicon.stances.grammar.definite.match(head)
        and len(name.split()) > 1
        and name.split()[-1] in lexicon.names.titles
    ):
        return Actor(name, None, phrase, proper=False)  # "the health minister"
    if not any(word in known or is_people(word, lexicon) for word in plain) or len(name.split()) > 10:
        return None
    noun = (
        re.split(r"\s(?:of|in|for|from|at|on|with|by|who)\s", name, maxsplit=1)[0]
        .casefold()
        .strip("’'")
        .rsplit(maxsplit=1)[-1]
    )
    if noun in lexicon.stances.grammar.papers:
        return None
    return Actor(name, None, phrase, proper=False, country=office_country(name, head, lexicon))


def _is_told_before(head: str, lexicon: Lexicon) -> bool:
    """Whether "the group" or "the Texas lawmaker" is somebody named elsewhere; an office is not ("the Kessel mayor")."""
    last = head.rsplit(maxsplit=1)[-1]
    if not OWNED.search(head):
        return last in lexicon.stances.anaphors
    return last in lexicon.names.roles - lexicon.names.titles - lexicon.stances.offices


def _before_preposition(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words up to the first preposition but the first word: the head of a noun phrase is among them."""
    cut = next(
        (index for index, word in enumerate(words) if index and word in lexicon.stances.grammar.places), len(words)
    )
    return words[:cut]
