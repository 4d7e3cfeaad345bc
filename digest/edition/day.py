"""The edition of a day: which stories it has and in what order."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date

from digest.edition.views import Edition, StorySummary


def edition(day: date, summaries: Iterable[StorySummary], watched: AbstractSet[str] = frozenset()) -> Edition:
    """The edition of ``day`` from the stories that got something new that day.

    The lead story is the one most independent outlets reported anew. After it come stories of ``watched`` topics, then the
    rest, each by independent outlets, then by all outlets, then the earlier story.
    """
    ranked = sorted((summary for summary in summaries if day in summary.days), key=_weight)
    lead, rest = ranked[:1], ranked[1:]
    rest.sort(key=lambda summary: watched.isdisjoint(summary.topics))
    return Edition(day, (*lead, *rest))


def _weight(summary: StorySummary) -> tuple[object, ...]:
    independent = sum(share.reports > 0 for share in summary.shares)
    return -summary.fresh_outlets, -independent, -summary.counts.outlets, summary.first, summary.id
