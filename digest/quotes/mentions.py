"""Who is mentioned in the words of the reporter: names, pronouns and noun phrases that can speak."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from digest.languages.names import NameTable
from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.text.names import Name, NameKind

STOPS = frozenset(("is", "was", "are", "were", "has", "have", "had", "be", "been", "will", "would", "not"))
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
    for match in _pattern(speech, table).finditer(frame):
        mention = _of_match(match, speech, table)
        if mention.form is Form.NOMINAL and mention.head in speech.adjectives and _goes_on(frame, match.end(), speech):
            continue
        if mention.form is Form.NOMINAL and _is_clause(match[0], speech):
            continue
        index = bisect_left(starts, mention.span.end)
        if mention.form is Form.NOMINAL and index < len(names) and names[index].whole is not None:
            whole = names[index].whole
            assert whole is not None
            if frame[mention.span.end : whole.start] in (" ", "") or names[index].span.start <= mention.span.end:
                continue
        found.append(mention)
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return tuple(_without_overlap(found))


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


def _of_match(match: re.Match[str], speech: SpeechTable, table: NameTable) -> Mention:
    span = Span(*match.span())
    if match["pronoun"]:
        word = match["pronoun"].casefold()
        female = True if word in speech.she else False if word in speech.he else None
        return Mention(span, Form.PRONOUN, word, None, female, word in speech.they, word in speech.it)
    if match["bare"]:
        return Mention(span, Form.NOMINAL, match["bare"].casefold(), plural=True)
    phrase = match[0].split()
    head = phrase[-1].casefold()
    plural = head not in table.roles and head not in speech.voices and head not in speech.spokespersons
    single = head[:-1] if plural and head.endswith("s") else head
    words = {word.casefold() for word in phrase}
    female = None
    if bool(words & table.female_roles) != bool(words & table.male_roles):
        female = bool(words & table.female_roles)
    return Mention(
        span, Form.NOMINAL, single, None, female, plural, single in speech.voices and single not in table.roles
    )


@lru_cache(maxsize=8)
def _pattern(speech: SpeechTable, table: NameTable) -> re.Pattern[str]:
    """One pattern for pronouns and noun phrases of a language."""
    pronouns = "|".join(sorted(speech.she | speech.he | speech.they | {"it", "I", "who"}))
    heads = "|".join(sorted(table.roles | speech.voices | speech.spokespersons, key=lambda word: (-len(word), word)))
    stops = "|".join(
        sorted(
            speech.inverting
            | speech.prepositions
            | speech.determiners
            | speech.pronouns
            | STOPS
            | {"and", "or", "who", "that", "which", "whose"}
        )
    )
    determiners = "|".join(sorted(speech.determiners))
    bare = "|".join(sorted(speech.plurals))
    modifier = rf"(?!(?:{stops})\b)[\w.’'&-]+[ \u00a0]"
    return re.compile(
        rf"\b(?:(?P<pronoun>(?i:{pronouns}))\b(?!['’])"
        rf"|(?:(?i:{determiners})|[A-Z]\w+['’]s)[ \u00a0](?:{modifier}){{0,5}}?(?P<head>(?:{heads})s?)"
        rf"(?:[ \u00a0](?:{heads})s?)*\b(?![-’'])"
        rf"|(?P<bare>(?i:{bare}))\b(?!['’]))"
    )
