"""Who is mentioned in the words of the reporter: names, pronouns and noun phrases that can speak."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from digest.languages.names import NameTable
from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.text.names import Name
from digest.text.runs import NameKind

INITIALS = 3
"""Letters of a noun that may be set in capitals, as initials are ("the CEO")."""
STOPS = frozenset(("is", "was", "are", "were", "has", "have", "had", "be", "been", "will", "would", "not"))
OWNER = re.compile(r"\b[A-Z][^\W\d_]*(?=['’]s[ \u00a0]|(?<=s)['’][ \u00a0])")
WORD = re.compile(r"[^\W\d_]+")
NEXT_WORD = re.compile(r"[ \u00a0]([a-z]+)\b")


class Form(StrEnum):
    """How somebody is mentioned."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned outside quotations.

    ``head`` is the noun of a nominal or the pronoun, in small letters; ``name`` the name where the form is one.
    ``female`` as in ``Name``; ``plural`` where several are meant; ``neuter`` for things and bodies.
    ``whole`` includes a title before a name.
    """

    span: Span
    form: Form
    head: str
    name: Name | None = None
    female: bool | None = None
    plural: bool = False
    neuter: bool = False
    whole: Span | None = None

    @property
    def start(self) -> int:
        """Where its noun phrase begins, title included."""
        return self.whole.start if self.whole else self.span.start


def find_mentions(frame: str, names: tuple[Name, ...], speech: SpeechTable, table: NameTable) -> tuple[Mention, ...]:
    """All mentions in ``frame``, the text with its quotations blanked out, in order and without overlap.

    ``names`` are those of the frame. A noun phrase that ends in a name ("the engineer Ruth Ashe") is that name;
    one that holds a name ("the Brandt campaign", "a spokesman for Brandt") is itself.
    """
    found = [_of_name(name) for name in names]
    starts = [name.span.start for name in names]
    owners = {name.span.end: name.span.start for name in names}
    phrases = _phrases(speech, table)
    openings = [word for word in WORD.finditer(frame) if word[0] in phrases.opening]
    for word in (*openings, *OWNER.finditer(frame)):
        mention = _at_word(frame, word, phrases, speech, table)
        if mention is None:
            continue
        if word.end() in owners:  # "Omar Vale's lawyer" begins with the owner's whole name
            mention = replace(mention, span=Span(owners[word.end()], mention.span.end))
        index = bisect_left(starts, mention.span.end)
        if mention.form is Form.NOMINAL and index < len(names):
            name = names[index]
            start = name.whole.start if name.whole else name.span.start
            if frame[mention.span.end : start] in (" ", "") or name.span.start <= mention.span.end:
                continue
        found.append(mention)
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return tuple(_without_overlap(found))


def _at_word(
    frame: str, word: re.Match[str], phrases: _Phrases, speech: SpeechTable, table: NameTable
) -> Mention | None:
    """The pronoun or noun phrase that opens with a word, if it does."""
    kind = phrases.opening.get(word[0])
    end = word.end()
    if kind is None:
        end += 2 if frame[end + 1] == "s" else 1
    elif kind != "determiner":
        if frame[end : end + 1] in ("'", "’"):
            return None
        low = word[0].casefold()
        if kind == "plural":
            return Mention(Span(*word.span()), Form.NOMINAL, low, plural=True)
        female = True if low in speech.she else False if low in speech.he else None
        return Mention(Span(*word.span()), Form.PRONOUN, low, None, female, low in speech.they, low in speech.it)
    match = phrases.rest.match(frame, end)
    return _nominal(frame, Span(word.start(), match.end()), speech, table) if match else None


def _without_overlap(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.span.start < kept[-1].span.end:
            continue
        kept.append(mention)
    return kept


def _is_clause(phrase: str, speech: SpeechTable) -> bool:
    """Whether the last word is the verb of a name before it: "the Harbour Post reports"."""
    words = phrase.split()
    return len(words) > 1 and words[-1].endswith("s") and words[-1] in speech.verbs and words[-2][0].isupper()


def _goes_on(frame: str, end: int, speech: SpeechTable) -> bool:
    """Whether a word like "official" is an adjective: a noun follows that is neither verb nor preposition."""
    word = NEXT_WORD.match(frame, end)
    return word is not None and word[1] not in speech.verbs | speech.between | speech.prepositions | speech.participles


def _of_name(name: Name) -> Mention:
    return Mention(
        name.span,
        Form.NAME,
        name.surname,
        name,
        name.female,
        neuter=name.kind in (NameKind.ORGANISATION, NameKind.PLACE),
        whole=name.whole,
    )


def _nominal(frame: str, span: Span, speech: SpeechTable, table: NameTable) -> Mention | None:
    """A noun phrase as a mention, unless its last word is an adjective or a verb there."""
    text = span.of(frame)
    phrase = text.split()
    head = phrase[-1].casefold()
    aged = head.endswith(f"-{speech.age}")
    plural = not aged and head not in table.roles and head not in speech.voices and head not in speech.spokespersons
    single = head[:-1] if plural and head.endswith("s") else head
    if (single in speech.adjectives and _goes_on(frame, span.end, speech)) or _is_clause(text, speech):
        return None
    words = {word.casefold() for word in phrase}
    female = None
    if bool(words & table.female_roles) != bool(words & table.male_roles):
        female = bool(words & table.female_roles)
    neuter = single in speech.voices and single not in table.roles
    return Mention(span, Form.NOMINAL, single, None, female, plural, neuter)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """How a word may open a mention (``pronoun``, ``plural`` or ``determiner``) and what follows a determiner."""

    opening: dict[str, str]
    rest: re.Pattern[str]


@lru_cache(maxsize=8)
def _phrases(speech: SpeechTable, table: NameTable) -> _Phrases:
    """The openings and the pattern of noun phrases of a language."""
    kinds = (
        ("determiner", speech.determiners),
        ("plural", speech.plurals),
        ("pronoun", speech.she | speech.he | speech.they | speech.it | {"who"}),
    )
    opening = {form: kind for kind, words in kinds for word in words for form in (word, word.capitalize())}
    opening |= {word.upper(): "pronoun" for word in speech.self}
    nouns = table.roles | speech.voices | speech.spokespersons
    nouns |= {noun.upper() for noun in nouns if len(noun) <= INITIALS}
    heads = "|".join(sorted(nouns, key=lambda word: (-len(word), word)))
    stops = speech.inverting | speech.prepositions | speech.determiners | speech.pronouns | STOPS
    barred = "|".join(sorted(stops | {"and", "or", "who", "that", "which", "whose"}))
    modifier = rf"(?!(?:{barred})\b)[\w.’'&-]+[ \u00a0]"
    follows = "|".join(sorted(speech.verbs | speech.inverting | speech.between | speech.prepositions | STOPS | {"who"}))
    aged = rf"\d{{1,3}}-{speech.age}(?=[,.;:)\n]|[ \u00a0](?:{follows})\b)"
    rest = rf"[ \u00a0](?:(?:{modifier}){{0,5}}?(?:{heads})s?(?:[ \u00a0](?:{heads})s?)*\b(?![-’'])|{aged})"
    return _Phrases(opening, re.compile(rest))
