"""Speakers' names joined across the articles of one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest.languages.names import words
from digest.model import Article, Quote, Speaker, SpeakerKind
from digest.quotes.same_name import is_full, name_words, same_name, surname
from digest.text.names import find_names
from digest.text.runs import NameKind
from digest.text.surnames import generation

CAPITALS = r"[^\W\d_a-z][\w’'.-]*"
NOMINAL = re.compile(r"\A(?:the|this)\s+(?P<nouns>[a-z][a-z -]*[a-z])(?:[’']s)?\Z", re.IGNORECASE)
ORGANISATION = (
    rf"(?:(?:the|The)\s)?(?P<name>{CAPITALS}(?:\s(?:(?:of|for|and|the|against|without)\s)*{CAPITALS}){{0,6}})"
)
STORY_CONFIDENCE = 0.6
"""Confidence (0 to 1) of an organisation behind a nominal ("the rights watchdog") when an article introduces it as such:
above what pages print, below what a name printed beside the words has."""
NEIGHBOURS = 240
"""Characters before a nominal in which a name of the organisation must stand when no article introduces it outright."""


def join_speakers(articles: Sequence[Article], quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """``quotes``, in the order given, with speakers' names as full as the story's articles make them.

    A lone surname takes the full name if the story has exactly one bearer of it; spellings of one name
    (al-Assad, Assad; Mohammed, Mohamed) take the one printed most. "The rights watchdog" becomes an organisation
    if an article introduces exactly one as a rights watchdog. Whatever is ambiguous, two Brandts or a couple, stays as it is.
    Only names change, and where a name is found for a nominal its confidence and rule.
    """
    bearers = _Bearers(articles, quotes)
    organisations = _Organisations(articles)
    return tuple(_joined(quote, bearers, organisations) for quote in quotes)


def _joined(quote: Quote, bearers: _Bearers, organisations: _Organisations) -> Quote:
    speaker = quote.speaker
    if speaker.name and speaker.kind in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
        full = bearers.full_name(speaker.name)
        return quote if full in (None, speaker.name) else replace(quote, speaker=replace(speaker, name=full))
    if speaker.name is None and speaker.mention:
        name = organisations.behind(speaker, quote.article)
        if name:
            named = replace(speaker, name=name, kind=SpeakerKind.ORGANISATION)
            confidence = max(quote.confidence, STORY_CONFIDENCE)
            return replace(quote, speaker=named, confidence=confidence, rule=f"{quote.rule}+story")
    return quote


class _Bearers:
    """The full names printed in a story, by surname."""

    def __init__(self, articles: Sequence[Article], quotes: Sequence[Quote]) -> None:
        self._persons: dict[str, list[Counter[str]]] = {}
        known = {q.speaker.name: 0 for q in quotes if q.speaker.name and q.speaker.kind is SpeakerKind.PERSON}
        wanted = {surname(name) for name in known}
        printed = Counter(name for article in articles for name in full_names(article.text, article.language))
        for name, times in sorted((known | dict(printed)).items()):
            if is_full(name) and surname(name) in wanted:
                self._add(name, times)

    def _add(self, name: str, times: int) -> None:
        persons = self._persons.setdefault(surname(name), [])
        fitting = [person for person in persons if all(same_name(name, other) for other in person)]
        if len(fitting) == 1:
            fitting[0][name] += times
        else:
            persons.append(Counter({name: times}))

    def full_name(self, name: str) -> str | None:
        """The form of ``name`` most printed among full ones, or None where several persons, or none, bear it."""
        persons = self._persons.get(surname(name), [])
        fitting = [person for person in persons if any(same_name(name, other) for other in person)]
        alone = is_full(name) or bool(generation(name)) or len(persons) == 1
        if len(fitting) != 1 or not alone:
            return None
        forms = fitting[0]
        return min(forms, key=lambda form: (-_whole_words(form), -forms[form], form))


def _whole_words(name: str) -> int:
    """1 if the given name is written out: it beats an initial, however often that is printed."""
    return int(len(name_words(name)[0]) > 1)


def full_names(text: str, language: str = "en") -> tuple[str, ...]:
    """Names of persons with given name and surname in ``text``, one a mention, without titles and suffixes.

    >>> full_names("After the flood in the valley Infrastructure Minister Ilse Brandt went to see a man from the Norra Bank.")
    ('Ilse Brandt',)
    """
    names = find_names(text, language)
    return tuple(name.full for name in names if name.kind is NameKind.PERSON and is_full(name.full))


class _Organisations:
    """What the story's articles call its organisations: "the rights watchdog" for one introduced as that."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._texts = {article.id: article.text for article in articles}

    def behind(self, speaker: Speaker, article: str) -> str | None:
        """The one organisation the nominal can mean, or None."""
        nominal = NOMINAL.match(speaker.mention or "")
        if nominal is None or article not in self._texts:
            return None
        nouns = nominal["nouns"].casefold()
        head = nouns.split()[-1]
        if head not in ORGANISATION_NOUNS:
            return None
        names = {_bare(name) for text in self._texts.values() for name in _introductions(text, nouns)}
        if not names and speaker.span is not None:
            names = _named_before(self._texts.values(), self._texts[article][: speaker.span.start])
        longest = max(names, key=lambda name: (len(name), name), default=None)
        return longest if longest and all(_part_of(name, longest) for name in names) else None


ORGANISATION_NOUNS = words(
    "watchdog group organisation organization charity union federation agency company firm carrier airline bank lender "
    "regulator party club association body league manufacturer maker automaker retailer operator utility institute "
    "think-tank newspaper daily broadcaster network foundation campaigners"
)


def _introductions(text: str, nouns: str) -> Iterable[str]:
    """Names that ``text`` puts beside ``nouns``: "rights watchdog Dam Watch", "Dam Watch, a rights watchdog"."""
    escaped = re.escape(nouns)
    for pattern in (
        rf"(?i:\b{escaped})\s,?\s?{ORGANISATION}",
        rf"{ORGANISATION},\s(?:the|a|an)\s(?:[\w-]+\s){{0,3}}?{escaped}\b",
    ):
        for match in re.finditer(pattern, text):
            yield match["name"]


FULL_ORGANISATION = re.compile(
    rf"\b(?P<name>(?:{CAPITALS}\s)+(?:International|Watch|Group|Union|Federation|League|Foundation|Trust|Council|Monitor))\b"
)


def _named_before(texts: Iterable[str], before: str) -> set[str]:
    """The story's only organisation with a full name, if part of that name stands shortly before the nominal."""
    names = {_bare(match["name"]) for text in texts for match in FULL_ORGANISATION.finditer(text)}
    near = before[-NEIGHBOURS:]
    return {name for name in names if len(names) == 1 and re.search(rf"\b{re.escape(name.split()[0])}\b", near)}


def _bare(name: str) -> str:
    return re.sub(r"\A(?:The|A|An)\s|[’']s\Z|[.,]+\Z", "", name)


def _part_of(name: str, whole: str) -> bool:
    return name in whole
