"""The headline of a story: the best of its reports' own, else a verbatim clause of a lead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import sqrt

from digest.edition.brief import content_words, lead_centrality, shared_words
from digest.edition.dateline import after_dateline
from digest.edition.passages import Sources
from digest.edition.views import Headline
from digest.languages.editing import editing_words
from digest.model import Article, Span
from digest.text.normalise import one_line
from digest.text.segment import sentences

HEADLINE_CHARS = range(18, 121)
"""Characters of a headline that says what happened and fits two lines."""
CLAUSE_CHARS = 200
"""Most characters of a clause that serves as headline; longer ones are cut at a word."""
LEAST_CLAUSE_WORDS = 5
TELLING_WORDS = 3
"""Words of meaning, of three letters and more, from which a first line tells news (range 2 to 4); "Published July 28, 2004" has two."""
LEAD_COUNTS = 1.0
"""How much a lead that tells the news adds to its headline's merit, as a share (0 to 2); a feature opens with a scene and has a
headline to match. At .5 a feature stood over the report of the same news in one sample story of nine, from .9 in none."""
CLAUSE_END = re.compile(r"[,;:]\s|\s[—–-]+\s|[.!?]+[\"”’')]*\s*\Z")
WORD_END = re.compile(r"\s")


def choose_headline(sources: Sources) -> Headline | None:
    """The headline and whose it is; None for a story without words.

    Among the originals' headlines the one wins that says most of what all reports share; plain, full ones are preferred to
    shouted, asking, teasing ones. Ties go to the earlier report. Copies are asked only where no original has a headline.
    """
    weights = shared_words(sources)
    titled = [article for article in sources.current if one_line(article.headline or "")]
    titled = titled or [a for _, members in sources.groups for a in members[1:] if one_line(a.headline or "")]
    if titled:
        leads = {article.id: lead_centrality(article, weights) for article in titled}
        most = max(leads.values()) or 1.0
        merits = {a.id: _merit(a, weights) * (1 + LEAD_COUNTS * leads[a.id] / most) for a in titled}
        best = min(titled, key=lambda article: (-merits[article.id], article.when, article.id))
        return Headline(one_line(best.headline or ""), best.id, best.outlet, sources.numbers[best.id])
    return _from_lead(sources, weights)


def _from_lead(sources: Sources, weights: Mapping[str, float]) -> Headline | None:
    """The clause of the lead that says most of what all share; one that had to be cut at a word is the last resort."""
    everything = tuple(article for _, members in sources.groups for article in members)
    found = (
        [(a, span) for a in pool if (span := lead_clause(a, sources.hidden_in(a.id)))]
        for pool in (sources.current, everything)
    )
    clauses = next(filter(None, found), None)
    if clauses is None:
        return None
    article, span = min(
        clauses,
        key=lambda pair: (_is_cut(*pair), -lead_centrality(pair[0], weights), pair[0].when, pair[0].id),
    )
    passage = sources.passage(article, span)
    return Headline(one_line(passage.text), article.id, article.outlet, passage.number, passage)


def _is_cut(article: Article, span: Span) -> bool:
    """Whether a clause ends in the middle: where neither a mark nor the text's end follows."""
    return article.text[span.end : span.end + 1].isspace()


def _merit(article: Article, weights: Mapping[str, float]) -> float:
    text = one_line(article.headline or "")
    words = set(content_words(text, article.language))
    score = sum(sorted(weights.get(word, 0.0) for word in words)) / sqrt(max(len(words), 3))
    for fault, factor in (
        (len(text) not in HEADLINE_CHARS, 0.5),
        (text.endswith("?"), 0.5),
        (text.isupper(), 0.7),
        (bool(editing_words(article.language).weak & set(text.casefold().replace(":", " ").split())), 0.5),
        (text[:1] in "“\"‘'", 0.8),
        (not article.full_text, 0.9),
    ):
        score *= factor if fault else 1.0
    return score


def lead_clause(article: Article, hidden: Sequence[Span] = ()) -> Span | None:
    """The first sentence that tells something, without dateline and closing attribution, at most about two lines; an exact slice.

    A line that is only a date, a time or a label is passed over, unless there is nothing else; so is, always, a sentence that
    overlaps one of ``hidden``.

    >>> from datetime import UTC, datetime
    >>> text = "VELLMAR — The dam is safe and will stay open, a court heard. More."
    >>> when = datetime(2026, 3, 4, tzinfo=UTC)
    >>> lead_clause(Article("a", "s", "Post", None, None, text, when, "h")).of(text)
    'The dam is safe and will stay open'
    """
    spans = sentences(article.text, article.language)
    shown = [span for span in spans if not any(span.start < end and start < span.end for start, end in hidden)]
    worded = [span for span in shown if any(map(str.isalnum, span.of(article.text)))]
    found = next((span for span in worded if _tells(span.of(article.text), article.language)), next(iter(worded), None))
    if found is None:
        return None
    span = after_dateline(article, found)
    text = span.of(article.text)
    cuts = [match.start() for match in CLAUSE_END.finditer(text)]
    whole = cuts[-1] if cuts and cuts[-1] + 8 > len(text.rstrip()) else len(text)
    end = _without_tail(text, whole, cuts, article.language)
    if end > CLAUSE_CHARS:
        fitting = [cut for cut in cuts if cut <= CLAUSE_CHARS and len(text[:cut].split()) >= LEAST_CLAUSE_WORDS]
        blanks = [match.start() for match in WORD_END.finditer(text, 0, CLAUSE_CHARS)]
        end = (fitting or blanks or [CLAUSE_CHARS])[-1]
    return Span(span.start, span.start + (end or len(text)))


def _tells(text: str, language: str) -> bool:
    return sum(word.isalpha() and len(word) > 2 for word in content_words(text, language)) >= TELLING_WORDS


def _without_tail(text: str, whole: int, cuts: list[int], language: str) -> int:
    """Where the sentence ends if its last clause only says who reported it."""
    tails = editing_words(language).tails
    before = [cut for cut in cuts if cut < whole]
    if before:
        last = text[before[-1] : whole].strip(" ,;:—–-").casefold().split()
        if 0 < len(last) <= 6 and tails & set(last) and len(text[: before[-1]].split()) >= LEAST_CLAUSE_WORDS:
            return before[-1]
    return whole
