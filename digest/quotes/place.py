"""Where a quotation stands in its text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from digest.model import Span
from digest.quotes.cues import Clauses
from digest.quotes.marks import Stretch

LEAD_CHARS = 1500
"""Characters before a quotation in which its sentence begins; a bound on work, longer than any sentence seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: its paragraph, the start of its sentence and the neighbours that bound its cue.

    ``lead`` are the words of its sentence before it; ``floor`` where they begin: in the paragraph before, if that ends
    with a colon. ``final`` tells that it ends a sentence; ``after`` is where the next quotation of the paragraph begins,
    or the paragraph's end; ``headline`` that its line is in headline case,
    ``odd_marks`` that it is in single marks where the text mostly quotes in double ones.
    """

    stretch: Stretch
    paragraph: Span
    floor: int
    lead: str
    final: bool
    after: int
    headline: bool
    odd_marks: bool

    @property
    def opens_paragraph(self) -> bool:
        """Whether nothing stands before it in its paragraph."""
        return self.stretch.outer.start == self.paragraph.start


def find_places(
    text: str, stretches: tuple[Stretch, ...], gaps: tuple[Span, ...], headlines: tuple[Span, ...], clauses: Clauses
) -> tuple[Place, ...]:
    """The place of each stretch. ``gaps`` are the blanks between paragraphs, ``headlines`` lines in headline case."""
    starts = [0, *(gap.end for gap in gaps)]
    ends = [*(gap.start for gap in gaps), len(text)]
    loud = [line.start for line in headlines]
    double = 2 * sum(stretch.double for stretch in stretches) >= len(stretches)
    found = []
    for index, stretch in enumerate(stretches):
        outer = stretch.outer
        number = bisect_right(starts, outer.start) - 1
        start = _skip_blanks(clauses.frame, starts[number], outer.start)
        end = ends[bisect_right(starts, max(outer.end - 1, 0)) - 1]
        following = stretches[index + 1].outer.start if index + 1 < len(stretches) else end
        led = start == outer.start and number > 0 and (stretch.block or text.endswith(":", 0, ends[number - 1]))
        reach = outer.start - LEAD_CHARS
        if led:
            floor = clauses.sentence_start(max(reach, starts[number - 1]), max(reach, ends[number - 1]))
        else:
            # One character of the quotation is looked at, since a sentence ends where another begins.
            floor = clauses.sentence_start(max(reach, start), outer.start + 1)
        final = stretch.fragments[-1].of(text)[-1] in ".…?!" or text.startswith(".", outer.end)
        line = bisect_right(loud, outer.start) - 1
        headline = line >= 0 and headlines[line].end >= outer.end
        lead = clauses.frame[floor : outer.start].strip()
        found.append(
            Place(
                stretch,
                Span(start, end),
                floor,
                lead,
                final,
                min(following, end),
                headline,
                double and not stretch.double,
            )
        )
    return tuple(found)


def _skip_blanks(frame: str, start: int, limit: int) -> int:
    while start < limit and frame[start].isspace():
        start += 1
    return start
