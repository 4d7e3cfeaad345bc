"""How much of an article pages may print, by its source. The state keeps it, so that pages and the check of the site go by one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from digest.edition import Allowance, Statement, StorySummary, StoryView
from digest.edition.allowance import Ledger, quoted_within
from digest.model import Source
from digest.settings import Settings
from digest.store import Store

FACT = "allowances"
"""The fact that holds what pages were last made by."""
AT_ONCE = 100
"""Views looked at at a time (range 10 to 500), as many as are held when pages are printed."""


@dataclass(frozen=True, slots=True)
class Allowances:
    """What holds for ``everyone``, and the words of sources that have their own by name: excerpt and quotes, None for everyone's."""

    everyone: Allowance
    own: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)

    def of(self, source: str) -> Allowance:
        """What may be printed of an article of ``source``."""
        excerpt, quoted = self.own.get(source, (None, None))
        return Allowance(
            self.everyone.excerpt if excerpt is None else excerpt, self.everyone.quoted if quoted is None else quoted
        )


def allowances(store: Store) -> Allowances | None:
    """What the pages in ``store`` were made by; None for a state of before there was any."""
    kept = store.fact(FACT)
    return msgspec.json.decode(kept, type=Allowances) if kept else None


def of_night(store: Store, sources: Iterable[Source], settings: Settings) -> Allowances:
    """What holds from now on: the settings, and what ``sources`` say; a source that is not among them keeps what it said."""
    before = allowances(store)
    own = dict(before.own) if before else {}
    for source in sources:
        own.pop(source.name, None)
        if source.excerpt_chars is not None or source.quote_chars is not None:
            own[source.name] = (source.excerpt_chars, source.quote_chars)
    return Allowances(Allowance(settings.excerpt_chars, settings.quote_chars), dict(sorted(own.items())))


def keep_allowances(store: Store, now: Allowances) -> frozenset[str]:
    """Let ``now`` hold; gives the stories whose pages print more than that and must be made anew.

    Earlier editions lose what is too much at once: they are not made anew, and what stays is as it was.
    """
    before = allowances(store)
    if before == now:
        return frozenset()
    store.set_fact(FACT, msgspec.json.encode(now).decode())
    sources = {article.id: article.source for article in store.articles.all() if _less(before, now, article.source)}
    stories = sorted({placed.story for placed in store.placements.where("article", sources)})
    check = _Check({article: now.of(source) for article, source in sources.items()})
    over: set[str] = set()
    for start in range(0, len(stories), AT_ONCE):
        over.update(_over(store, stories[start : start + AT_ONCE], check))
    _cut_editions(store, sorted(over), check)
    if over:
        store.unprint_nights()
    return frozenset(over)


def _less(before: Allowances | None, now: Allowances, source: str) -> bool:
    if before is None:
        return True
    old, new = before.of(source), now.of(source)
    return new.excerpt < old.excerpt or new.quoted < old.quoted


@dataclass(frozen=True, slots=True)
class _Check:
    """Counts against the allowances of the articles that have less than before."""

    of: Mapping[str, Allowance]

    def excerpts(self) -> Ledger:
        return Ledger(lambda article: self.of[article].excerpt if article in self.of else _NO_LIMIT)

    def quotes(self) -> Ledger:
        return Ledger(lambda article: self.of[article].quoted if article in self.of else _NO_LIMIT)

    def holds_view(self, view: StoryView) -> bool:
        added = (passage for source in view.coverage for copy in source.copies for passage in copy.adds)
        return all(map(self.excerpts().takes_passage, (*view.brief, *added)))

    def holds_said(self, view: StoryView, statements: Iterable[Statement]) -> bool:
        quotes = (*view.quotes, *(statement.quote for statement in statements))
        ledger = self.quotes()
        said = (p for quote in quotes for p in (quote.passage, *(one.passage for one in quote.variants)))
        return all(map(ledger.takes_passage, (*said, *(reaction.passage for reaction in view.reactions))))

    def cut(self, summary: StorySummary) -> StorySummary:
        lead = summary.lead if summary.lead and self.excerpts().takes_passage(summary.lead) else None
        quotes, _ = quoted_within([summary.quote] if summary.quote else (), (), self.quotes())
        return replace(summary, lead=lead, quote=quotes[0] if quotes else None)


_NO_LIMIT = 1 << 60


def _over(store: Store, stories: list[str], check: _Check) -> Iterator[str]:
    """Those of ``stories`` whose newest page, or what it adds to people's pages, prints too much."""
    for view in store.views.where("story", stories):
        if not (check.holds_view(view) and check.holds_said(view, store.statements.where("story", [view.id]))):
            yield view.id


def _cut_editions(store: Store, stories: list[str], check: _Check) -> None:
    """Take from what earlier editions printed of ``stories`` what is too much."""
    summaries = store.summaries.where("story", stories)
    store.summaries.put(map(check.cut, summaries))
    for voices in store.voices.where("key", [f"{summary.id} {summary.day}" for summary in summaries]):
        quotes, reactions = quoted_within(voices.quotes, voices.reactions, check.quotes())
        store.voices.put([replace(voices, quotes=quotes, reactions=reactions)])
