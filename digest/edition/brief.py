"""In brief: the few verbatim sentences that say what happened, taken from the openings of the independent reports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt

from digest.edition.allowance import Ledger
from digest.edition.dateline import after_dateline
from digest.edition.passages import Sources
from digest.edition.proof import is_excerpt
from digest.edition.views import Passage
from digest.languages.editing import editing_words
from digest.languages.stopwords import STOPWORDS
from digest.model import Article, Span
from digest.text.segment import paragraphs, sentences

OPENING_PARAGRAPHS = 4
"""Paragraphs of a report that are looked at: news puts what happened first; later ones are background."""
SENTENCE_WORDS = range(6, 46)
"""Words of a sentence that stands well alone; shorter ones lean on their neighbours, longer ones are not brief."""
SAME = 0.42
"""Share (0 to 1) of the shorter sentence's content words from which two sentences say the same. Chosen by reading the sample:
at .5 some facts came twice, at .35 only asides were left, and not counting words that all reports share let every lead in.
Rewrites of one fact share .36 to .8, different facts of one story up to .45."""
EARLY_WORDS = 3
"""Words at a sentence's start among which a pronoun leans on the sentence before: "What he had struck was the keel"."""
OWN_LEAD, NEW_LEAD = 1.2, 1.15
"""How much the lead of the headline's report, and of one new since the last edition, are preferred as the first sentence (1 is not at all).
Chosen by reading the sample's pages: features open with a scene, and a lead that fits the headline is worth little if it tells nothing."""
PLACE_WEIGHT = (1.6, 1.3, 1.15, 1.0)
"""Weight of a sentence by its paragraph, the lead first."""

QUOTED = re.compile("[“”\"„«»]|(?<!\\w)[‘']")
WORDS = re.compile(r"\w+(?:[.,]\d+)?")
STOPS: Mapping[str, frozenset[str]] = {tag: frozenset(words.split()) for tag, words in STOPWORDS.items()}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand alone: its place, its content words, the paragraph (0 is the lead) it is from, and whether it opens the text."""

    article: Article
    span: Span
    words: frozenset[str]
    paragraph: int
    opens: bool

    def __len__(self) -> int:
        """Its length in characters."""
        return self.span.end - self.span.start


def content_words(text: str, language: str = "en") -> list[str]:
    """The words of ``text`` that carry meaning, folded to lower case, numbers included."""
    stops = STOPS.get(language.partition("-")[0], frozenset())
    return [word for word in WORDS.findall(text.casefold()) if word not in stops and (len(word) > 1 or word.isdigit())]


def shared_words(sources: Sources) -> Mapping[str, float]:
    """The weight of each word in the story: it grows with the reports that use it and, slowly, with how often they do and are copied."""
    weights: defaultdict[str, float] = defaultdict(float)
    for article, (_, members) in zip(sources.current, sources.groups, strict=True):
        spread = log1p(len(members))
        for word, times in Counter(content_words(article.text, article.language)).items():
            weights[word] += spread * log1p(times)
    return dict(weights)


def brief(
    sources: Sources, lead_article: Article, quoted: Mapping[str, Sequence[Span]], *, most: int, ledger: Ledger
) -> tuple[Passage, ...]:
    """At most ``most`` sentences in the words of their sources, none said twice; the first is the lead that says most.

    ``lead_article`` is the headline's, whose lead is preferred, as is one that is new.
    ``quoted`` are the spans of quotations by article: what somebody said belongs under Key quotes.
    Of one article no more is taken than ``ledger`` takes, which may be nothing.
    The rest is chosen by centrality (weight of shared words by the root of length, after Radev et al. 2004) under maximal
    marginal relevance with a hard bound (Carbonell and Goldstein 1998), and printed in order of time and place.
    """
    weights = shared_words(sources)
    candidates = [
        found
        for article in sources.current
        for found in _candidates(article, quoted.get(article.id, ()))
        if len(found) <= ledger.left(article.id)
    ]
    ranked = sorted(candidates, key=lambda c: (-_centrality(c, weights), c.article.when, c.article.id, c.span))
    first = max(ranked, key=lambda c: _opening_merit(c, weights, sources, lead_article), default=None)
    if first is None:
        span = _lead_sentence(lead_article, sources.hidden_in(lead_article.id))
        return (sources.passage(lead_article, span),) if span and ledger.takes(lead_article.id, *span) else ()
    chosen: list[Candidate] = []
    for candidate in (first, *ranked):
        told = any(_same(candidate, other) for other in chosen)
        if len(chosen) < most and not told and ledger.takes(candidate.article.id, *candidate.span):
            chosen.append(candidate)
    rest = sorted(chosen[1:], key=lambda c: (c.article.id != first.article.id, c.article.when, c.article.id, c.span))
    return tuple(sources.passage(c.article, c.span) for c in [first, *rest])


def _opening_merit(
    candidate: Candidate, weights: Mapping[str, float], sources: Sources, headline: Article
) -> tuple[bool, float]:
    """How well a sentence opens the page: a lead sentence first of all, then one that fits the headline and is new."""
    score = _centrality(candidate, weights)
    score *= OWN_LEAD if candidate.article.id == headline.id else 1.0
    score *= NEW_LEAD if sources.is_new(candidate.article.id) else 1.0
    return candidate.opens, score


def _lead_sentence(article: Article, hidden: Sequence[Span]) -> Span | None:
    """The first sentence of a text that is not ``hidden``, whatever it is, if it is short enough for an excerpt."""
    every = sentences(article.text, article.language)
    found = [span for span in every if not any(span.start < end and start < span.end for start, end in hidden)]
    span = after_dateline(article, found[0]) if found else None
    return span if span and is_excerpt(span) else None


def _candidates(article: Article, quoted: Sequence[Span]) -> Iterable[Candidate]:
    opening = paragraphs(article.text)[:OPENING_PARAGRAPHS]
    if not opening:
        return
    for number, whole in enumerate(sentences(article.text[: opening[-1].end], article.language)):
        span = after_dateline(article, whole)
        place = next(index for index, paragraph in enumerate(opening) if span.start < paragraph.end)
        if stands_alone(article, span) and not any(span.start < end and start < span.end for start, end in quoted):
            yield Candidate(
                article, span, frozenset(content_words(span.of(article.text), article.language)), place, number == 0
            )


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
    if words[0].casefold().strip(",") in table.dangling or table.leaning & set(folded.split()[:EARLY_WORDS]):
        return False
    return not table.personal & set(WORDS.findall(folded))


def lead_centrality(article: Article, weights: Mapping[str, float]) -> float:
    """How much of what the reports share the first sentence of ``article`` says; 0 where it has none that stands alone."""
    return max((_centrality(c, weights) for c in _candidates(article, ()) if c.opens), default=0.0)


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
