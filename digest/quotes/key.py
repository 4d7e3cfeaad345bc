"""The few quotes a reader needs of a story."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.languages.editing import editing_words
from digest.model import PRINTED_FROM, Article, Quote, QuoteKind, SpeakerKind, Utterance
from digest.quotes.fold import is_whole
from digest.quotes.same_name import is_full, same_name, surname
from digest.text.segment import sentences

NAMED, NEW, MAIN, WHOLE = 4.0, 3.0, 2.0, 2.0
"""Weights of: a speaker who is established, words no earlier edition had, a main actor of the story, a whole sentence.
A named speaker outweighs everything a nameless one can gather but newness and carriers together; the order is the brief's."""
CARRIERS, PRESENCE, LENGTH, FULL = 1.5, 1.5, 1.0, 1.0
"""Weights of: a doubling of the outlets that carried it; the share of articles that name the speaker; a readable length; a person's full name."""
AGAIN = 3.0
"""What each quote already chosen of the same speaker takes from the next one: more than a whole sentence is worth."""
NEEDY = 1.0
"""What a quote loses that opens with a word that needs the sentence before it ("And if it is not…"), or with a scrap ("Not for that")."""
FEWEST_WORDS, FEWEST_PART_WORDS = 4, 8
"""Words below which a quote is a phrase ("safe zone") and never a key quote: of a whole sentence, and of a part of one."""
LEAST_OWN = 0.5
"""Share (0 to 1) of the words of a partly quoted sentence that must be the speaker's own; below it the reporter speaks."""
LEAST_WORDS, MOST_WORDS = 6, 45
"""Words of a quote that can stand alone on a page and still be read at a glance."""


FIRST_WORD = re.compile(r"[^\W\d_]+")


def key_utterances(
    utterances: Sequence[Utterance],
    articles: Sequence[Article],
    *,
    known: frozenset[str],
    limit: int,
    main_actors: Sequence[str] = (),
) -> tuple[Utterance, ...]:
    """At most ``limit`` utterances, the most needed first, each with its ``weight`` set.

    ``known`` are ids of articles an earlier edition has shown; words found only elsewhere are new.
    ``main_actors`` are names of those the story is about. Indirect speech is never a key quote.
    Nameless speakers come after named ones of like standing; a speaker's second quote yields to another's first.
    """
    needy = frozenset[str]().union(*(editing_words(article.language).dangling for article in articles))
    story = _Story(tuple(article.text for article in articles), known, tuple(main_actors), needy)
    by_id = {article.id: article for article in articles}
    left = [
        replace(utterance, weight=_weight(utterance, by_id[utterance.quote.article].text, story))
        for utterance in utterances
        if utterance.quote.article in by_id and _stands_alone(utterance, by_id[utterance.quote.article])
    ]
    left.sort(key=lambda u: (-u.weight, u.quote.article, u.quote.span))
    chosen: list[Utterance] = []
    while left and len(chosen) < limit:
        best = max(left, key=lambda u: u.weight - AGAIN * sum(_same_speaker(u, other) for other in chosen))
        left.remove(best)
        chosen.append(best)
    return tuple(chosen)


def _stands_alone(utterance: Utterance, article: Article) -> bool:
    """Whether an utterance has words of the speaker's own, and enough of them to mean something without the article.

    A part of a sentence whose speaker nobody can name ("to be on the safe side") tells a reader nothing.
    """
    quote, text, language = utterance.quote, article.text, article.language
    said = _said(quote, text)
    whole = is_whole(quote, said)
    if quote.kind is QuoteKind.INDIRECT or len(said.split()) < (FEWEST_WORDS if whole else FEWEST_PART_WORDS):
        return False
    if not whole and len(said.split()) < LEAST_OWN * len(_sentence(quote, text, language).split()):
        return False
    return _established(utterance) or whole


def _sentence(quote: Quote, text: str, language: str) -> str:
    """The sentence or sentences that ``quote`` stands in."""
    held = [span for span in sentences(text, language) if span.start < quote.span.end and quote.span.start < span.end]
    return text[held[0].start : held[-1].end] if held else quote.text


def _said(quote: Quote, text: str) -> str:
    """The words inside marks."""
    return " ".join(text[start:end] for start, end in quote.fragments)


@dataclass(frozen=True, slots=True)
class _Story:
    texts: tuple[str, ...]
    known: frozenset[str]
    main_actors: tuple[str, ...]
    needy: frozenset[str]


def _weight(utterance: Utterance, text: str, story: _Story) -> float:
    said = _said(utterance.quote, text)
    words = len(said.split())
    weight = CARRIERS * math.log2(1 + len(utterance.carried_by))
    weight += NAMED * _established(utterance) + NEW * _is_new(utterance, story.known)
    opening = text[slice(*utterance.quote.fragments[0])] if utterance.quote.fragments else said
    needy = _is_needy(said, story.needy) or len(opening.split()) < FEWEST_WORDS
    weight += WHOLE * is_whole(utterance.quote, said) - NEEDY * needy
    weight += LENGTH * (LEAST_WORDS <= words <= MOST_WORDS)
    if utterance.name and _established(utterance):
        name = utterance.name
        weight += MAIN * any(same_name(name, actor) for actor in story.main_actors)
        weight += FULL * (is_full(name) or utterance.quote.speaker.kind is not SpeakerKind.PERSON)
        weight += PRESENCE * _presence(name, story.texts)
    return round(weight, 6)


def _is_needy(said: str, needy: frozenset[str]) -> bool:
    """Whether the first word is one of ``needy``: those that point back to a sentence the reader does not see."""
    first = FIRST_WORD.search(said)
    return first is not None and first[0].casefold() in needy


def _established(utterance: Utterance) -> bool:
    quotes = (utterance.quote, *(printing.quote for printing in utterance.others))
    return utterance.name is not None and any(quote.confidence >= PRINTED_FROM for quote in quotes)


def _is_new(utterance: Utterance, known: frozenset[str]) -> bool:
    return bool(known) and all(quote.article not in known for quote in _printings(utterance))


def _printings(utterance: Utterance) -> tuple[Quote, ...]:
    return (utterance.quote, *(printing.quote for printing in utterance.others))


def _presence(name: str, texts: tuple[str, ...]) -> float:
    """The share (0 to 1) of the story's articles that print the name's last word."""
    last = name.rsplit(maxsplit=1)[-1].rpartition("-")[2]
    return sum(last in text for text in texts) / len(texts) if texts else 0.0


def _same_speaker(one: Utterance, other: Utterance) -> bool:
    if one.name is None or other.name is None:
        return one.name is other.name
    return surname(one.name) == surname(other.name) and same_name(one.name, other.name)
