"""Sentences the pages say themselves: counts, what is new, why reports belong together. Plain text, encoded by who prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.edition.lines import ListedStory
from digest.edition.views import Counts, Since, Source, StoryView, Timeline
from digest.render.page import Site
from digest.render.words import day_words, days_words, listing, moment_words, opened, plural, spelled

RELATIONS = {
    "exact": "exact copy",
    "near": "lightly edited copy",
    "excerpt": "excerpt",
    "extended": "the whole of it and more",
    "mixed": "part of it and more",
    "update": "update",
}
EVIDENCE = {
    "names": "the names",
    "words": "the words",
    "places": "the places",
    "numbers": "the numbers",
    "copy": "text",
    "time": "",
    "merge": "",
}


def reports_words(counts: Counts) -> str:
    """The first count of a story: ``3 independent reports``; several of one outlet are not independent: ``3 reports``."""
    return plural(counts.reports, "independent report" if min(counts.reports, counts.outlets) > 1 else "report")


def outlets_words(counts: Counts) -> str:
    """The second count: ``7 outlets``."""
    return plural(counts.outlets, "outlet")


def dates_words(view: StoryView | ListedStory, site: Site) -> str:
    """The days a story spans."""
    return days_words(view.first.astimezone(site.zone).date(), view.last.astimezone(site.zone).date())


def since_words(since: Since) -> str:
    """What is new since the previous edition, as a clause: ``two more reports, a first statement by Dam Watch``."""
    parts = []
    if since.reports:
        parts.append(f"{spelled(len(since.reports))} more {'report' if len(since.reports) == 1 else 'reports'}")
    if since.copies:
        parts.append(f"{spelled(since.copies)} more {'copy' if since.copies == 1 else 'copies'}")
    if since.speakers:
        what = "a first statement" if len(since.speakers) == 1 else "first statements"
        parts.append(f"{what} by {listing(since.speakers)}")
    more = since.quotes - len(since.speakers)
    if more > 0:
        parts.append(f"{spelled(more)} {'further' if since.speakers else 'new'} {'quote' if more == 1 else 'quotes'}")
    corrected = list(dict.fromkeys(correction.outlet for correction in since.corrections))
    parts += [f"a correction by {outlet}" for outlet in corrected]
    return listing(parts)


def since_label(since: Since) -> str:
    """The opening of the block: ``Since 4 March``."""
    return f"Since {day_words(since.day, year=False)}"


def chart_words(timeline: Timeline, site: Site) -> str:
    """The chart as a sentence, day by day; days without a report are passed over.

    ``4 March: 2 reports, 3 copies; 5 March: 1 report.``
    """
    days: dict[str, tuple[int, int]] = {}
    for item in timeline.bins:
        day = moment_words(item.start, site.zone, year=timeline.hours_per_bin > 24, clock=False)
        reports, copies = days.get(day, (0, 0))
        days[day] = (reports + item.reports, copies + item.copies)
    said = [f"{day}: {_amounts(*amounts)}" for day, amounts in days.items() if any(amounts)]
    opening = f"By {plural(timeline.hours_per_bin // 168, 'week')}, from: " if timeline.hours_per_bin > 24 else ""
    return opening + "; ".join(said) + "."


def _amounts(reports: int, copies: int) -> str:
    said = [plural(reports, "report")] if reports else []
    return ", ".join(said + ([plural(copies, "copy", "copies")] if copies else []))


def bin_label(timeline: Timeline, place: int, site: Site) -> str:
    """What one bar stands for: ``4 March, 06:00 to 12:00``, ``4 March`` or ``from 4 March 2026``."""
    start = timeline.bins[place].start
    if timeline.hours_per_bin == 6:
        hour = start.astimezone(site.zone).hour // 6 * 6
        return f"{moment_words(start, site.zone, year=False, clock=False)}, {hour:02}:00 to {hour + 6:02}:00"
    if timeline.hours_per_bin == 24:
        return moment_words(start, site.zone, year=False, clock=False)
    return f"from {moment_words(start, site.zone, clock=False)}"


def evidence_words(evidence: Sequence[tuple[str, str]]) -> str:
    """Why one report was joined: ``shares the names Ilse Brandt, Vellmar; the words audit, spillway``."""
    return "; ".join(_shared(kind, detail) for kind, detail in evidence if detail)


def _shared(kind: str, detail: str) -> str:
    """One reason in words: ``the names Ilse Brandt, Vellmar dam``."""
    if detail.startswith("shared"):
        return detail
    noun = EVIDENCE.get(kind, kind)
    return f"{noun if ', ' in detail else noun.removesuffix('s')} {detail}".strip()


def together_words(coverage: Sequence[Source]) -> str:
    """Why the reports of a story belong together, in a sentence: how many, how close in time, what most of them share."""
    if len(coverage) == 1:
        copies = len(coverage[0].copies)
        return "One report" + (f" and {plural(copies, 'copy', 'copies')} of it" if copies else "") + "."
    hours = (max(s.when for s in coverage) - min(s.when for s in coverage)).total_seconds() / 3600
    span = f"within {plural(max(1, round(hours)), 'hour')}" if hours < 72 else f"over {round(hours / 24)} days"
    opening = f"{opened(spelled(len(coverage)))} reports {span}"
    shared = common_words(coverage)
    return f"{opening}; most share the words {listing(shared)}." if shared else f"{opening}."


def common_words(coverage: Sequence[Source], most: int = 5) -> list[str]:
    """The words that the joins of more than half of the reports name, the commonest first, letter case aside."""
    joined = [source for source in coverage if source.evidence]
    told: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for source in joined:
        words = [
            w for kind, detail in source.evidence if kind in ("names", "words", "places") for w in detail.split(", ")
        ]
        for word in dict.fromkeys(words):
            if spelling.setdefault(word.casefold(), word).isupper():
                spelling[word.casefold()] = word
        told.update({word.casefold() for word in words})
    usual = sorted((w for w, times in told.items() if times * 2 > len(joined) > 1), key=lambda w: (-told[w], w))
    return [spelling[word] for word in usual if not word.startswith("shared")][:most]


def reference_words(view: StoryView, site: Site) -> str:
    """A reference to a story's page, ready to copy, but for the address."""
    headline = view.headline.text
    stop = "" if headline.endswith((".", "!", "?")) else "."
    return f"“{headline}{stop}” {site.name}, edition of {day_words(view.day)}."
