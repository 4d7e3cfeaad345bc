"""In brief: the few verbatim sentences that say what happened, taken from the openings of the independent reports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt

from digest.edition.passages import Sources
from digest.edition.views import Passage
from digest.languages.editing import editing_words
from digest.languages.stopwords import STOPWORDS
from digest.model import Article, Span
from digest.text.segment import paragraphs, sentences

OPENING_PARAGRAPHS = 4
"""Paragraphs of a report that are looked at: news puts what happened first; later ones are background."""
SENTENCE_WORDS = range(6, 46)
"""Words of a sentence that stands well alone; shorter ones lean on their neighbours, longer ones are not brief."""
SAME = 0.5
"""Share (0 to 1) of the shorter sentence's content words from which two sentences say the same; rewrites of one fact share .6 and more."""
PLACE_WEIGHT = (1.6, 1.3, 1.15, 1.0)
"""Weight of a sentence by its paragraph, the lead first."""

DATELINE = re.compile(
    r"[A-Z][\w.,'’ -]{1,40}?(?:\([^()\n]{2,40}\))?\s*[—–]\s+|[A-Z][A-Z.,'’ -]{2,40}(?:\([^()\n]{2,40}\))?\s*-+\s+|[A-Z][\w.,'’ -]{1,40}\([^()\n]{2,40}\)\s*[-—–:]?\s+"
)
QUOTED = re.compile("[“”\"„«»]|(?<!\\w)[‘']")
WORDS = re.compile(r"\w+(?:[.,]\d+)?")
STOPS: Mapping[str, frozenset[str]] = {tag: frozenset(words.split()) for tag, words in STOPWORDS.items()}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand alone: its place, its content words, and the paragraph (0 is the lead) it is from."""

    article: Article
    span: Span
    words: frozenset[str]
    paragraph: int


def content_words(text: str, language: str = "en") -> list[str]:
    """The words of ``text`` that carry meaning, folded to lower case, numbers included."""
    stops = STOPS.get(language.partition("-")[0], frozenset())
    return [word for word in WORDS.findall(text.casefold()) if word not in stops and (len(word) > 1 or word.isdigit())]


def after_dateline(text: str, span: Span) -> Span:
    """``span`` without the dateline it opens with.

    >>> text = "VELLMAR (National Wire) — The dam holds."
    >>> after_dateline(text, Span(0, len(text))).of(text)
    'The dam holds.'
    """
    match = DATELINE.match(text, span[0], span[1])
    return Span(match.end(), span[1]) if match and match.end() < span[1] else Span(*span)


def shared_words(sources: Sources) -> Mapping[str, float]:
    """The weight of each word in the story: it grows with the reports that use it and, slowly, with how often they do and are copied."""
    weights: defaultdict[str, float] = defaultdict(float)
    for _, members in sources.groups:
        article, spread = members[0], log1p(len(members))
        for word, times in Counter(content_words(article.text, article.language)).items():
            weights[word] += spread * log1p(times)
    return dict(weights)


def brief(
    sources: Sources, lead_article: Article, quoted: Mapping[str, Sequence[Span]], *, most: int, excerpt_chars: int
) -> tuple[Passage, ...]:
    """At most ``most`` sentences, the first from ``lead_article``, each in the words of its source and none said twice.

    ``quoted`` are the spans of quotations by article: what somebody said belongs under Key quotes.
    Of one article at most ``excerpt_chars`` characters are taken (but always one sentence for the whole story).
    The rest is chosen by centrality (weight of shared words by the root of length, after Radev et al. 2004) under maximal
    marginal relevance with a hard bound (Carbonell and Goldstein 1998), and printed in order of time and place.
    """
    weights = shared_words(sources)
    candidates = [found for article in sources.originals for found in _candidates(article, quoted.get(article.id, ()))]
    ranked = sorted(candidates, key=lambda c: (-_centrality(c, weights), c.article.when, c.article.id, c.span))
    own = [c for c in ranked if c.article.id == lead_article.id]
    first = min(own, key=lambda c: (c.paragraph, c.span), default=None) or (ranked[0] if ranked else None)
    if first is None:
        span = _lead_sentence(lead_article)
        return (sources.passage(lead_article, span),) if span else ()
    chosen, used = [first], Counter({first.article.id: first.span.end - first.span.start})
    for candidate in ranked:
        size = candidate.span.end - candidate.span.start
        if (
            len(chosen) < most
            and used[candidate.article.id] + size <= excerpt_chars
            and not any(_same(candidate, other) for other in chosen)
        ):
            chosen.append(candidate)
            used[candidate.article.id] += size
    rest = sorted(chosen[1:], key=lambda c: (c.article.id != first.article.id, c.article.when, c.article.id, c.span))
    return tuple(sources.passage(c.article, c.span) for c in [first, *rest])


def _lead_sentence(article: Article) -> Span | None:
    """The first sentence of a text, whatever it is."""
    found = sentences(article.text, article.language)
    return after_dateline(article.text, found[0]) if found else None


def _candidates(article: Article, quoted: Sequence[Span]) -> Iterable[Candidate]:
    opening = paragraphs(article.text)[:OPENING_PARAGRAPHS]
    if not opening:
        return
    for whole in sentences(article.text[: opening[-1].end], article.language):
        span = after_dateline(article.text, whole)
        place = next(number for number, paragraph in enumerate(opening) if span.start < paragraph.end)
        if stands_alone(article, span) and not any(span.start < end and start < span.end for start, end in quoted):
            yield Candidate(article, span, frozenset(content_words(span.of(article.text), article.language)), place)


def stands_alone(article: Article, span: Span) -> bool:
    """Whether a reader understands the sentence without the one before, and it is news in the reporter's words."""
    text, table = span.of(article.text), editing_words(article.language)
    words = text.split()
    if (
        len(words) not in SENTENCE_WORDS
        or text[-1] not in ".!。"
        or QUOTED.search(text)
        or "@" in text
        or "://" in text
    ):
        return False
    folded = text.casefold()
    if not (text[0].isupper() or text[0].isdigit() or not text[0].isascii()) or folded.startswith(table.furniture):
        return False
    return words[0].casefold().strip(",") not in table.dangling and not table.personal & set(WORDS.findall(folded))


def _centrality(candidate: Candidate, weights: Mapping[str, float]) -> float:
    total = sum(sorted(weights.get(word, 0.0) for word in candidate.words))
    return PLACE_WEIGHT[candidate.paragraph] * total / sqrt(max(len(candidate.words), 4))


def _same(one: Candidate, other: Candidate) -> bool:
    return overlap(one.words, other.words) >= SAME


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words as a share of the shorter set, 0 to 1; empty sets share nothing.

    >>> overlap(frozenset({"dam", "audit"}), frozenset({"dam", "audit", "minister"}))
    1.0
    """
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
