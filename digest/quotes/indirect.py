"""Reported speech: what is attributed to somebody without marks, or with marks around a part.

Every word of a sentence that may report is weighed, with the words that may depend on it (``reports``, ``extent``). Of
readings that overlap the likelier stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.languages.reports import ReportTable
from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.quotes.cues import Attribution, Clauses
from digest.quotes.extent import Place, chances
from digest.quotes.reports import Candidate, candidates, chance

LEAST = 0.25
"""Least chance (0 to 1) that a word reports, and reports just these words. One more stretch raises F1 where more than half
of F1 of them are right; on articles that the weights were not fitted on F1 is the same from .2 to .3."""
SENTENCE_CHARS = 1500
"""Longest sentence that is searched; a bound on work, longer than any sentence seen."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported speech: its words, cue and speaker, and in which construction it stands."""

    content: Span
    attribution: Attribution
    construction: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is known of the quotations of a text: their places, in order, and their cues."""

    places: tuple[Span, ...]
    cues: frozenset[Span]

    def within(self, span: Span) -> tuple[Span, ...]:
        """The quotations that overlap ``span``."""
        low = bisect_left(self.places, (span.start, 0))
        if low and self.places[low - 1].end > span.start:
            low -= 1
        return self.places[low : bisect_left(self.places, (span.end, 0))]

    def cuts(self, span: Span) -> bool:
        """Whether ``span`` holds a part of a quotation; its marks do not count."""
        return any(span.start > one.start + 1 or one.end - 1 > span.end for one in self.within(span))


@dataclass(frozen=True, slots=True)
class Readings:
    """A sentence and every reading of every word of it that may report."""

    sentence: Span
    readings: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """What the sentences of a text report: ``indirect`` is speech that holds no quotation, ``holding`` words that hold one."""

    indirect: tuple[Reported, ...]
    holding: tuple[Span, ...]
    chances: tuple[float, ...]

    def chance(self, quotation: Span) -> float:
        """How likely the words are that hold a quotation (0 to 1); 0 where none do."""
        one = self.around(quotation)
        return self.chances[bisect_left(self.holding, one)] if one else 0.0

    def around(self, quotation: Span) -> Span | None:
        """The reported words that hold a quotation, if any are likely."""
        index = bisect_right(self.holding, (quotation.start + 1, quotation.end)) - 1
        one = self.holding[index] if index >= 0 else None
        return one if one is not None and quotation.end - 1 <= one.end else None

    def apart(self, contents: Iterable[Span]) -> tuple[Reported, ...]:
        """The indirect speech that meets none of ``contents``, the attributed words of quotations."""
        taken = Quoted(tuple(sorted(contents)), frozenset())
        return tuple(one for one in self.indirect if not taken.within(one.content))


def readings(sentences: Iterable[Span], clauses: Clauses, speech: SpeechTable, table: ReportTable) -> list[Readings]:
    """Every reading of the sentences of a frame, by sentence; one that is too long has none."""
    return [
        Readings(one, tuple(candidates(one, clauses, speech, table.words)))
        for one in sentences
        if one.end - one.start <= SENTENCE_CHARS
    ]


def find_reports(sentences: Iterable[Readings], speech: SpeechTable, table: ReportTable, quoted: Quoted) -> Reports:
    """What the sentences of a frame report. None overlaps another; what a cue of ``quoted`` says without marks is left out."""
    indirect: list[Reported] = []
    holding: list[tuple[float, Reported]] = []
    for sentence in sentences:
        found = list(weighed(sentence.readings, speech, table, quoted))
        holding += _likeliest([pair for pair in found if quoted.within(pair[1].content)])
        free = [pair for pair in found if pair[1].attribution.cue not in quoted.cues]
        indirect += (one for _, one in _likeliest([pair for pair in free if not quoted.within(pair[1].content)]))
    return Reports(tuple(indirect), tuple(one.content for _, one in holding), tuple(likely for likely, _ in holding))


def weighed(
    found: Iterable[Candidate], speech: SpeechTable, table: ReportTable, quoted: Quoted
) -> Iterator[tuple[float, Reported]]:
    """The readings that are likely enough, each with its chance."""
    for one in found:
        reports = chance(signs_of(one, quoted), table.cues)
        places = options(one, speech, table.words, quoted) if reports >= LEAST else []
        if places:
            place, sure = chances(places, table.places)
            if reports * sure >= LEAST and one.words(place) >= 2:
                yield reports * sure, Reported(one.span(place), one.attribution, one.construction)


def signs_of(one: Candidate, quoted: Quoted) -> tuple[str, ...]:
    """What speaks for and against a reading; a cue of a quotation is one sign more."""
    if one.attribution.cue not in quoted.cues:
        return one.signs
    return (*one.signs, "own", f"own-{one.construction}")


def options(one: Candidate, speech: SpeechTable, known: frozenset[str], quoted: Quoted) -> list[Place]:
    """Where the words of a reading may begin or end without parting a quotation."""
    spans = ((place, one.span(place)) for place in one.places(speech, known))
    return [place for place, span in spans if span.start < span.end and not quoted.cuts(span)]


def _likeliest(found: list[tuple[float, Reported]]) -> list[tuple[float, Reported]]:
    """Of readings that overlap the likelier ones, in order of place."""
    kept: list[tuple[float, Reported]] = []
    for pair in sorted(found, key=lambda pair: (-pair[0], pair[1].content)):
        start, end = pair[1].content
        if all(end <= other.content.start or other.content.end <= start for _, other in kept):
            kept.append(pair)
    return sorted(kept, key=lambda pair: pair[1].content)
