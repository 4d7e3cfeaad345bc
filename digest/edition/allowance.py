"""How much of one article a page may print: an excerpt and some quotations, never the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from digest.edition.views import KeyQuote, Passage, ReactionLine
from digest.model import Span


@dataclass(frozen=True, slots=True)
class Allowance:
    """Most characters of one article on one page: as an ``excerpt`` in the reporter's words, and ``quoted`` in quotes and reactions."""

    excerpt: int
    quoted: int


DEFAULT = Allowance(excerpt=400, quoted=3000)
"""Unless a setting or a source says otherwise."""


class Ledger:
    """What a page prints of each article so far, against ``allowed`` characters. A character printed twice counts once."""

    def __init__(self, allowed: Callable[[str], int]) -> None:
        self._allowed = allowed
        self._printed: defaultdict[str, list[Span]] = defaultdict(list)

    def takes(self, article: str, start: int, end: int) -> bool:
        """Whether the stretch of ``article`` may still be printed; it counts as printed from then on.

        >>> ledger = Ledger(lambda _: 10)
        >>> [ledger.takes("a", *span) for span in ((0, 8), (4, 10), (20, 21), (2, 9))]
        [True, True, False, True]
        """
        together = union([*self._printed[article], Span(start, end)])
        if length(together) > self._allowed(article):
            return False
        self._printed[article] = together
        return True

    def takes_passage(self, passage: Passage) -> bool:
        """The same for a passage."""
        return self.takes(passage.article, passage.start, passage.end)

    def left(self, article: str) -> int:
        """Characters of ``article`` that may still be printed."""
        return max(0, self._allowed(article) - length(self._printed[article]))


def union(spans: Iterable[Span]) -> list[Span]:
    """The stretches that ``spans`` cover together, in order, none touching another.

    >>> union([Span(4, 9), Span(0, 5), Span(20, 21)])
    [Span(start=0, end=9), Span(start=20, end=21)]
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def length(spans: Iterable[Span]) -> int:
    """Characters of stretches that do not overlap."""
    return sum(span.end - span.start for span in spans)


def quoted_within(
    quotes: Iterable[KeyQuote], reactions: Iterable[ReactionLine], ledger: Ledger
) -> tuple[tuple[KeyQuote, ...], tuple[ReactionLine, ...]]:
    """Of what an earlier edition printed, that which ``ledger`` takes: quotes first; of one its other printings may go alone."""
    kept = [quote for quote in quotes if ledger.takes_passage(quote.passage)]
    said = tuple(
        replace(quote, variants=tuple(one for one in quote.variants if ledger.takes_passage(one.passage)))
        for quote in kept
    )
    return said, tuple(reaction for reaction in reactions if ledger.takes_passage(reaction.passage))
