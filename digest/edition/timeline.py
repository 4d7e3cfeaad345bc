"""How a story developed: bars of reports over time, and one line a development."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from digest.edition.brief import content_words, overlap
from digest.edition.coverage import title_of
from digest.edition.passages import Sources
from digest.edition.views import Bin, Correction, Development, Timeline
from digest.model import Article, CopyGroup, Relation
from digest.text.normalise import one_line

FINE_DAYS, COARSE_DAYS = 4, 60
"""Days up to which a bar is six hours, and up to which it is a day; beyond that weeks. More than sixty bars cannot be told apart on a phone."""
DEVELOPMENTS = 12
"""Most lines; the whole list of reports stands under Coverage."""
SAME_DEVELOPMENT = 0.6
"""Share (0 to 1) of shared content words from which a headline tells nothing new; two outlets' headlines on one news share .5 to .8."""


def timeline(sources: Sources, fixes: Sequence[Correction], zone: tzinfo) -> Timeline:
    """Bars from the first to the last report, cut at midnight of ``zone``, and the developments in order of time."""
    moments = [(article.when, bool(place)) for _, members in sources.groups for place, article in enumerate(members)]
    if not moments:
        return Timeline(24, (), ())
    first, last = min(moments)[0], max(moments)[0]
    hours = _hours_per_bin((last - first).days)
    counts = Counter((_floor(when, first, hours, zone), copy) for when, copy in moments)
    starts = [_floor(first, first, hours, zone)]
    end = _floor(last, first, hours, zone)
    while starts[-1] < end:
        starts.append(_floor(starts[-1] + timedelta(hours=hours * 1.5), first, hours, zone))
    bins = tuple(Bin(start.astimezone(UTC), counts[start, False], counts[start, True]) for start in starts)
    return Timeline(hours, bins, developments(sources, fixes))


def _hours_per_bin(days: int) -> int:
    if days < COARSE_DAYS:
        return 6 if days < FINE_DAYS else 24
    # Whole weeks, as many as keep the bars countable: one article dated years ago must not make a thousand of them.
    return 168 * (1 + days // (7 * COARSE_DAYS))


def _floor(when: datetime, first: datetime, hours: int, zone: tzinfo) -> datetime:
    """The start of the bar that ``when`` falls into, in ``zone``; weeks begin with the first report's day."""
    local = when.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if hours <= 24:
        return midnight.replace(hour=local.hour // hours * hours if hours < 24 else 0)
    opened = first.astimezone(zone).date()
    return midnight - timedelta(days=(local.date() - opened).days % (hours // 24))


def developments(sources: Sources, fixes: Sequence[Correction]) -> tuple[Development, ...]:
    """First report, reports whose headline tells something new, updates and corrections; at most ``DEVELOPMENTS``.

    Where there are more, corrections and the earliest and latest reports stay.
    """
    lines = [*_reports(sources), *_updates(sources, fixes), *_corrections(sources, fixes)]
    lines.sort(key=lambda line: (line.when, line.number, line.kind, line.text))
    if len(lines) <= DEVELOPMENTS:
        return tuple(lines)
    half = DEVELOPMENTS // 2
    return (*lines[:half], *lines[-half:])


def _reports(sources: Sources) -> list[Development]:
    told: list[frozenset[str]] = []
    found = []
    for article in sources.originals:
        text = title_of(article, sources)
        words = frozenset(content_words(text, article.language))
        if text and not any(overlap(words, other) >= SAME_DEVELOPMENT for other in told):
            told.append(words)
            found.append(_line("report", article, sources, text))
    return found


def _updates(sources: Sources, fixes: Sequence[Correction]) -> list[Development]:
    """Updates that bring something else than a correction; of the others the corrected sentence is told."""
    corrected = {fix.article for fix in fixes}
    return [
        _line("update", article, sources, title_of(article, sources))
        for group, members in sources.groups
        for article in members[1:]
        if _relation(group, article) is Relation.UPDATE and article.id not in corrected and title_of(article, sources)
    ]


def _relation(group: CopyGroup, article: Article) -> Relation | None:
    return next((copy.relation for copy in group.copies if copy.article == article.id), None)


def _corrections(sources: Sources, fixes: Sequence[Correction]) -> list[Development]:
    """The corrected sentences that still stand in their articles."""
    known = [(sources.articles[fix.article], fix) for fix in fixes]
    return [
        _line("correction", article, sources, fix.after, fix.when)
        for article, fix in known
        if fix.after and fix.after in one_line(article.text)
    ]


def _line(kind: str, article: Article, sources: Sources, text: str, when: datetime | None = None) -> Development:
    number, anchor = sources.numbers[article.id], sources.anchors[article.id]
    return Development(when or article.when, kind, text, article.outlet, number, anchor, article.url)
