"""What grouping needs of an article, and nothing else: its words, its shingles and its facts, as hashes.

A fingerprint is a function of the article's headline and text alone. Fingerprints of many articles are kept
as columns, so that a night is array arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from digest.languages.boilerplate import OPENINGS, PHRASES
from digest.languages.round_ups import ROUND_UPS
from digest.languages.stopwords import STOPWORDS
from digest.text.ragged import Starts, places, starts_of
from digest.text.sets import among, ordered_pairs, unpacked
from digest.text.shingles import shingles
from digest.text.tokens import Tokens, mix, tokenise

HEADLINE_WEIGHT = 3.0
"""How many times a word of the headline counts. 2 to 4 are alike on the development sets; teasers gain most."""
LEAD_WORDS = 60
"""Words of the text that count as its lead: two paragraphs of a news agency, or a whole teaser."""
LEAD_WEIGHT = 2.0
"""How many times a word of the lead counts."""
SHORTEST_TERM = 2
"""Letters below which a word is not a term; initials and list marks are shorter."""

WORD, NAME, NUMBER = 0, 1, 2
"""Kinds of term: a common word, one that is capitalised within sentences, one that holds a digit; the greater one wins."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Columns of ``len(whole)`` articles.

    ``terms`` are hashes of an article's words, ascending, ``weights`` their frequencies (headline and lead counted
    more), ``kinds`` their kinds, ``places`` where each stands first: its code point in the text or, in the headline alone, that one inverted (``~``). ``shingles`` are in reading order with the ``paragraph`` of each; ``furniture`` marks those of
    paragraphs that are known boilerplate. ``facts`` are the
    numbers and names of the text with their paragraph, in reading order; ``fact_numbers`` tells numbers from names.
    ``paragraphs`` counts paragraphs; ``whole`` is a hash of all words in order;
    ``round_up`` tells that the headline announces a round-up.
    """

    term_starts: Starts
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    places: NDArray[np.int64]
    shingle_starts: Starts
    shingles: NDArray[np.uint32]
    shingle_paragraph: NDArray[np.uint16]
    furniture: NDArray[np.bool_]
    fact_starts: Starts
    facts: NDArray[np.uint32]
    fact_paragraph: NDArray[np.uint16]
    fact_numbers: NDArray[np.bool_]
    paragraphs: NDArray[np.int32]
    whole: NDArray[np.uint64]
    round_up: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.whole)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of some articles, and nothing else of their fingerprints; see there."""

    starts: Starts
    hashes: NDArray[np.uint32]
    weights: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    places: NDArray[np.int64]


def terms_of(prints: Fingerprints, rows: NDArray[np.int64]) -> Terms:
    """The terms of the articles of ``rows``, in that order."""
    flat, starts = places(prints.term_starts, rows)
    return Terms(starts, prints.terms[flat], prints.weights[flat], prints.kinds[flat], prints.places[flat])


TEXTS_AT_ONCE = 256
"""Most texts tokenised together."""
CHARACTERS_AT_ONCE = 150_000
"""Characters of texts tokenised together, a longer text being alone: more fall out of the processor's cache and cost a third more."""
THREADS = 2
"""Parts tokenised side by side: most of the work lets go of the interpreter."""


def fingerprints(headlines: Sequence[str], texts: Sequence[str]) -> Fingerprints:
    """The fingerprints of articles given by headline (empty where missing) and text."""

    def part(cut: tuple[int, int]) -> Fingerprints:
        return _fingerprints(headlines[cut[0] : cut[1]], texts[cut[0] : cut[1]])

    cuts = list(pairwise(_cuts(headlines, texts)))
    with ThreadPoolExecutor(THREADS) as pool:
        return joined(list(pool.map(part, cuts)))


def _cuts(headlines: Sequence[str], texts: Sequence[str]) -> list[int]:
    """Where the texts are cut into parts that are tokenised together, both ends included; at least one part."""
    cuts, size = [0], 0
    for at, (headline, text) in enumerate(zip(headlines, texts, strict=True)):
        size += len(headline) + len(text)
        if at > cuts[-1] and (size > CHARACTERS_AT_ONCE or at - cuts[-1] >= TEXTS_AT_ONCE):
            cuts.append(at)
            size = len(headline) + len(text)
    return [*cuts, len(texts)]


def _fingerprints(headlines: Sequence[str], texts: Sequence[str]) -> Fingerprints:
    head, body = tokenise(headlines), tokenise(texts)
    dull = boilerplate_paragraphs(body)
    first = starts_of(body.paragraphs)
    shingle_starts, hashes, paragraph = shingles(body)
    common = _stopped(body.word)
    fact = np.flatnonzero((body.number | body.capital & ~body.opening) & ~common)
    own = ~(common | dull[first[body.text] + body.paragraph]) if dull.any() else ~common
    return Fingerprints(
        **_terms(head, body, own),
        shingle_starts=shingle_starts,
        shingles=hashes,
        shingle_paragraph=paragraph,
        furniture=dull[np.repeat(first[:-1], np.diff(shingle_starts)) + paragraph],
        fact_starts=starts_of(np.bincount(body.text[fact], minlength=body.texts)),
        facts=body.word[fact],
        fact_paragraph=np.minimum(body.paragraph[fact], 0xFFFF).astype(np.uint16),
        fact_numbers=body.number[fact],
        paragraphs=body.paragraphs,
        whole=_whole(body),
        round_up=_round_ups(head),
    )


def joined(parts: Sequence[Fingerprints]) -> Fingerprints:
    """The fingerprints of all parts (at least one), part after part."""
    columns: dict[str, Any] = {}
    for column in fields(Fingerprints):
        arrays = [getattr(part, column.name) for part in parts]
        starts = column.name.endswith("_starts")
        whole = np.concatenate([np.diff(array) for array in arrays] if starts else arrays)
        columns[column.name] = starts_of(whole) if starts else whole
    return Fingerprints(**columns)


@cache
def stopword_hashes() -> NDArray[np.uint32]:
    """Hashes of the stop words of every language, ascending."""
    return np.unique(tokenise([" ".join(STOPWORDS.values())]).word)


def boilerplate_paragraphs(tokens: Tokens) -> NDArray[np.bool_]:
    """For every paragraph, text after text, whether it holds a phrase that marks boilerplate in any language."""
    place = starts_of(tokens.paragraphs)[tokens.text] + tokens.paragraph
    opens = np.ones(len(place), np.bool_)
    opens[1:] = place[1:] != place[:-1]
    phrases, openings = _phrases(PHRASES), _phrases(OPENINGS)
    dull = np.zeros(int(tokens.paragraphs.sum()), np.bool_)
    dull[place[_occurrences(tokens, place, phrases)]] = True
    at = _occurrences(tokens, place, openings)
    dull[place[at[opens[at]]]] = True
    return dull


def _round_ups(head: Tokens) -> NDArray[np.bool_]:
    found = np.zeros(head.texts, np.bool_)
    found[head.text[_occurrences(head, head.text.astype(np.int64), _phrases(ROUND_UPS))]] = True
    return found


def _occurrences(
    tokens: Tokens, place: NDArray[np.int64], phrases: tuple[NDArray[np.uint32], ...]
) -> NDArray[np.int64]:
    """Where one of ``phrases`` begins; all words of an occurrence are at one ``place``."""
    found = [np.zeros(0, np.int64)]
    firsts = np.unique(np.array([words[0] for words in phrases]))
    likely = np.flatnonzero(among(tokens.word, firsts))
    for words in phrases:
        at = likely[tokens.word[likely] == words[0]]
        at = at[at + len(words) <= len(place)]
        for step, word in enumerate(words[1:], 1):
            at = at[(tokens.word[at + step] == word) & (place[at + step] == place[at])]
        found.append(at)
    return np.concatenate(found)


def _phrases(table: Mapping[str, tuple[str, ...]]) -> tuple[NDArray[np.uint32], ...]:
    """The words of each phrase of a table."""
    return _hashed(tuple(phrase for group in table.values() for phrase in group))


@cache
def _hashed(phrases: tuple[str, ...]) -> tuple[NDArray[np.uint32], ...]:
    tokens = tokenise(phrases)
    return tuple(tokens.word[tokens.text == at] for at in range(len(phrases)))


def _stopped(words: NDArray[np.uint32]) -> NDArray[np.bool_]:
    return among(words, stopword_hashes())


def _terms(head: Tokens, body: Tokens, own: NDArray[np.bool_]) -> dict[str, Any]:
    """The term columns: each article's distinct words; ``own`` marks words of the text that may be terms."""
    mine = np.flatnonzero(own & (body.end - body.start >= SHORTEST_TERM))
    its = np.flatnonzero(~_stopped(head.word) & (head.end - head.start >= SHORTEST_TERM))
    text = np.concatenate((body.text[mine], head.text[its]))
    if not len(text):
        return _no_terms(body.texts)
    order, keys = ordered_pairs(text, np.concatenate((body.word[mine], head.word[its])))
    fresh = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    first = starts_of(np.bincount(body.text, minlength=body.texts))
    lead = np.where(mine - first[body.text[mine]] < LEAD_WORDS, LEAD_WEIGHT, 1.0)
    weight = np.concatenate((lead, np.full(len(its), HEADLINE_WEIGHT)))
    # A headline's capitals tell nothing: many outlets capitalise every word.
    named = np.where(body.capital[mine] & ~body.opening[mine], NAME, WORD)
    kind = np.concatenate((named, np.zeros(len(its), named.dtype))).astype(np.uint8)
    kind[np.concatenate((body.number[mine], head.number[its]))] = NUMBER
    owner, terms = unpacked(keys[fresh])
    return {
        "term_starts": starts_of(np.bincount(owner, minlength=body.texts)),
        "terms": terms.astype(np.uint32),
        "weights": np.add.reduceat(weight[order], fresh).astype(np.float32),
        "kinds": np.maximum.reduceat(kind[order], fresh),
        "places": np.concatenate((body.start[mine], ~head.start[its]))[order[fresh]],
    }


def _no_terms(texts: int) -> dict[str, Any]:
    kinds = {"terms": np.uint32, "weights": np.float32, "kinds": np.uint8, "places": np.int64}
    return {"term_starts": starts_of(np.zeros(texts)), **{name: np.zeros(0, kind) for name, kind in kinds.items()}}


def _whole(body: Tokens) -> NDArray[np.uint64]:
    """One hash of all words of each text in order; 0 for a text without words."""
    place = np.arange(len(body.word), dtype=np.uint64)
    starts = starts_of(np.bincount(body.text, minlength=body.texts))
    within = place - starts[body.text].astype(np.uint64)
    values = mix(body.word.astype(np.uint64) << np.uint64(32) | within)
    result = np.zeros(body.texts, np.uint64)
    filled = starts[1:] > starts[:-1]
    if filled.any():
        result[filled] = np.add.reduceat(values, starts[:-1][filled])
    return result
