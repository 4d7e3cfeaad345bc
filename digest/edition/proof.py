"""The proof: words are printed only where they are an exact slice of the stored article."""

from __future__ import annotations

from collections.abc import Mapping

from digest.model import Article, Problem, Quote, Reaction, Span

LONGEST_CHARS = 1500
"""Most characters of a quotation or a sentence that pages print (range 800 to 4,000): an excerpt, not the article. Of 5,495 key
quotes of news texts 99 in 100 had at most 620, and five more than this, all speeches in full."""
REMEDY = "nothing was printed; if this article should have the words, report it with `digest why {item}`"


def prove(quote: Quote, article: Article | None) -> Problem | None:
    """None if ``quote`` and its fragments are exact slices of ``article``, else the problem that leaves it out."""
    if article is None or article.id != quote.article:
        return _problem("quote-without-article", quote.article, quote.article, "its article is not in the story")
    fault = slice_fault(article.text, quote.span, quote.text)
    if fault is None and not all(_inside(quote.span, piece) for piece in (*quote.fragments, *quote.content)):
        fault = "a fragment lies outside the quote"
    return _problem("quote-not-in-article", article.source, article.id, fault) if fault else None


def prove_reaction(reaction: Reaction, article: Article | None) -> Problem | None:
    """None if the evidence of ``reaction`` is an exact slice of ``article``, else the problem that leaves it out."""
    if article is None or article.id != reaction.article:
        return _problem(
            "reaction-without-article", reaction.article, reaction.article, "its article is not in the story"
        )
    fault = slice_fault(article.text, reaction.span, reaction.evidence)
    return _problem("reaction-not-in-article", article.source, article.id, fault) if fault else None


def slice_fault(text: str, span: Span, words: str) -> str | None:
    """Why ``text[span]`` is not ``words``, or None if it is.

    >>> slice_fault("The dam holds.", Span(4, 7), "dam") is None
    True
    >>> slice_fault("The dam holds.", Span(4, 7), "Dam")
    'characters 4 to 7 are other words'
    """
    if not 0 <= span[0] < span[1] <= len(text):
        return f"characters {span[0]} to {span[1]} are not in a text of {len(text)}"
    if not words.strip() or text[span[0] : span[1]] != words:
        return f"characters {span[0]} to {span[1]} are other words"
    return None


def proven(quotes: tuple[Quote, ...], articles: Mapping[str, Article]) -> tuple[tuple[Quote, ...], tuple[Problem, ...]]:
    """The quotes that hold, and a problem for each that does not; those longer than an excerpt are left to their articles."""
    excerpts = [quote for quote in quotes if is_excerpt(quote.span)]
    faults = [(quote, prove(quote, articles.get(quote.article))) for quote in excerpts]
    return tuple(quote for quote, fault in faults if fault is None), tuple(fault for _, fault in faults if fault)


def is_excerpt(span: Span) -> bool:
    """Whether a stretch is short enough to be printed."""
    return span[1] - span[0] <= LONGEST_CHARS


def _inside(whole: Span, part: Span) -> bool:
    return whole[0] <= part[0] < part[1] <= whole[1]


def _problem(code: str, source: str, item: str, detail: str) -> Problem:
    return Problem(source, "edition", code, detail, REMEDY.format(item=item), item)
