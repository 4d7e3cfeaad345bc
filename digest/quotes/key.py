"""The few quotes a reader needs of a story."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.model import PRINTED_FROM, Article, Quote, QuoteKind, SpeakerKind, Utterance
from digest.quotes.same_name import is_full, same_name, surname

NAMED, NEW, MAIN, WHOLE = 4.0, 3.0, 2.0, 2.0
"""Weights of: a speaker who is established, words no earlier edition had, a main actor of the story, a whole sentence.
A named speaker outweighs everything a nameless one can gather but newness and carriers together; the order is the brief's."""
CARRIERS, PRESENCE, LENGTH, FULL = 1.5, 1.5, 1.0, 1.0
"""Weights of: a doubling of the outlets that carried it; the share of articles that name the speaker; a readable length; a person's full name."""
AGAIN = 3.0
"""What each quote already chosen of the same speaker takes from the next one: more than a whole sentence is worth."""
FEWEST_WORDS = 4
"""Words below which a quote is a phrase ("safe zone") and never a key quote."""
LEAST_WORDS, MOST_WORDS = 6, 45
"""Words of a quote that can stand alone on a page and still be read at a glance."""
SENTENCE = re.compile(r"[“\"'‘«„]?[A-Z0-9].*[.!?…][”\"'’»]*\Z", re.DOTALL)


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
    story = _Story(tuple(article.text for article in articles), known, tuple(main_actors))
    texts = {article.id: article.text for article in articles}
    left = [
        replace(utterance, weight=_weight(utterance, texts[utterance.quote.article], story))
        for utterance in utterances
        if utterance.quote.article in texts and _stands_alone(utterance, texts[utterance.quote.article])
    ]
    left.sort(key=lambda u: (-u.weight, u.quote.article, u.quote.span))
    chosen: list[Utterance] = []
    while left and len(chosen) < limit:
        best = max(left, key=lambda u: u.weight - AGAIN * sum(_same_speaker(u, other) for other in chosen))
        left.remove(best)
        chosen.append(best)
    return tuple(chosen)


def _stands_alone(utterance: Utterance, text: str) -> bool:
    """Whether an utterance has words of the speaker's own, and enough of them to mean something without the article.

    A part of a sentence whose speaker nobody can name ("to be on the safe side") tells a reader nothing.
    """
    said = " ".join(text[start:end] for start, end in utterance.quote.fragments)
    if not _established(utterance) and (utterance.quote.kind is QuoteKind.MIXED or said.lstrip("“‘\"'")[:1].islower()):
        return False
    return utterance.quote.kind is not QuoteKind.INDIRECT and len(said.split()) >= FEWEST_WORDS


@dataclass(frozen=True, slots=True)
class _Story:
    texts: tuple[str, ...]
    known: frozenset[str]
    main_actors: tuple[str, ...]


def _weight(utterance: Utterance, text: str, story: _Story) -> float:
    said = " ".join(text[start:end] for start, end in utterance.quote.fragments)
    words = len(said.split())
    weight = CARRIERS * math.log2(1 + len(utterance.carried_by))
    weight += NAMED * _established(utterance) + NEW * _is_new(utterance, story.known)
    weight += WHOLE * (utterance.quote.kind is QuoteKind.DIRECT and bool(SENTENCE.match(said)))
    weight += LENGTH * (LEAST_WORDS <= words <= MOST_WORDS)
    if utterance.name and _established(utterance):
        name = utterance.name
        weight += MAIN * any(same_name(name, actor) for actor in story.main_actors)
        weight += FULL * (is_full(name) or utterance.quote.speaker.kind is not SpeakerKind.PERSON)
        weight += PRESENCE * _presence(name, story.texts)
    return round(weight, 6)


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
