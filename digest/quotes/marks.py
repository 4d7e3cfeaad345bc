"""Stretches inside quotation marks, whatever the marks.

Marks are read by direction: what a glyph prefers (“ opens) against where it stands (after a blank, before a word).
So mixed pairs, doubled single marks, guillemets and damaged encodings need no cases of their own. A mark may be
missing: a quote ends where its attribution begins or with its paragraph, and never swallows the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from digest.model import Span

OPENING = ("“", "„", "‟", "«", "``", "&ldquo;", "&#8220;", "&laquo;", "\x93", "â€œ", "â\x80\x9c", "Ã¢â‚¬Å“")
CLOSING = ("”", "»", "’’", "´´", "&rdquo;", "&#8221;", "&raquo;", "\x94", "â€\x9d", "â\x80\x9d", "Ã¢â‚¬Â\x9d", "â€")
EITHER = ('"', "''", "＂", "&quot;", "&#34;", "‘‘")
SINGLE_OPENING = ("‘", "‚", "‹", "&lsquo;", "&#8216;", "\x91", "â€˜", "â\x80\x98", "Ã¢â‚¬Ëœ")
SINGLE_CLOSING = ("’", "›", "´", "&rsquo;", "&#8217;", "\x92", "â€™", "â\x80\x99", "Ã¢â‚¬â„¢")


def _alternatives(glyphs: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, glyphs), key=len, reverse=True))


TOKENS = re.compile(
    rf"(?=[\n<&\"'“”„‟«»‘’‚‹›`´＂âÃ\x91-\x94])(?:(?P<gap>\n\s*\n\s*)|(?P<tag><[A-Za-z/!][^<>]{{0,1000}}>|â€[“”¦¢])"
    rf"|(?P<sopen>{_alternatives(SINGLE_OPENING[3:])})|(?P<sclose>{_alternatives(SINGLE_CLOSING[3:])})"
    rf"|(?P<open>{_alternatives(OPENING)})|(?P<close>{_alternatives(CLOSING)})|(?P<both>{_alternatives(EITHER)})"
    rf"|(?P<sopen2>[‘‚‹])|(?P<sclose2>(?<!\w)[’›´]|[’›´](?!\w))|(?P<sboth>(?<!\w)['`]|['`](?!\w)|&#39;|&apos;))"
)
ELISIONS = re.compile(r"(?:em|til|tis|twas|n|cause|bout|round|cuz|nuff|\d0s|\d\ds?)\b", re.IGNORECASE)
SINGLE_MARKS = 60
"""Marks after an opening single one among which the closing one is looked for; a bound on work."""
NESTED_CHARS = 300
"""Most characters of a quotation inside another; longer ones are two quotes, the first without its closing mark."""


class Mark(NamedTuple):
    """One quotation mark: its place, ``double`` or single, and direction ``O`` opens, ``C`` closes, ``?`` either."""

    start: int
    end: int
    double: bool
    direction: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One quotation as marked: ``outer`` with its marks, ``fragments`` without, one a paragraph.

    ``double`` tells the family of its marks; ``closed`` is False where no closing mark was found;
    ``block`` tells that the page set it as a block quotation, without marks.
    """

    outer: Span
    fragments: tuple[Span, ...]
    double: bool = True
    closed: bool = True
    block: bool = False


def find_stretches(
    text: str, ends: re.Pattern[str], function_words: frozenset[str] = frozenset()
) -> tuple[Stretch, ...]:
    """All stretches of ``text`` inside marks, in order, outermost only.

    ``ends`` matches where an attribution follows a quotation, from its last punctuation on ("**,** he said"):
    there a quote whose closing mark is missing ends. ``function_words`` never follow a possessive apostrophe, so that
    a single mark before one closes.
    """
    return tuple(_Reader(text, ends, function_words).read())


def _marks(text: str) -> list[Mark]:
    """The marks of ``text``, and paragraph breaks as marks of direction ``|``."""
    found: list[Mark] = []
    for match in TOKENS.finditer(text):
        group = match.lastgroup or ""
        if group == "tag":
            continue
        if group == "gap":
            found.append(Mark(match.start(), match.end(), True, "|"))
            continue
        start, end = match.span()
        double = group in ("open", "close", "both")
        if text.startswith("'''", start) and double:
            start, end = _triple(text, start, found)
        after_opener = bool(found) and found[-1].end == start and found[-1].direction == "O"
        place = _place(text, start, end, after_opener)
        prefers = "O" if "open" in group else "C" if "close" in group else "?"
        found.append(Mark(start, end, double, _direction(prefers, place)))
    return found


def _triple(text: str, start: int, found: list[Mark]) -> tuple[int, int]:
    """Of three single marks in a row the double one is outermost: last where a quote closes, first where it opens."""
    if start and not text[start - 1].isspace():
        found.append(Mark(start, start + 1, False, "C"))
        return start + 1, start + 3
    return start, start + 2


def _place(text: str, start: int, end: int, after_opener: bool) -> str:
    """What the neighbours of a mark say about its direction."""
    left = text[start - 1] if start else " "
    right = text[end] if end < len(text) else " "
    left_open = after_opener or left.isspace() or left in "([{—–-/>"
    if left_open and not right.isspace():
        return "?" if right in ",;:!?)]" or (right == "." and not text.startswith("..", end)) else "O"
    if not left_open and not right.isalnum():
        return "C"
    return "?"


def _direction(prefers: str, place: str) -> str:
    if prefers == "?":
        return place
    return place if place != "?" else prefers


class _Reader:
    """Pairs the marks of one text."""

    def __init__(self, text: str, ends: re.Pattern[str], function_words: frozenset[str]) -> None:
        self.text = text
        self.function_words = function_words
        self.ends = ends
        self.wide = len(WIDE_STOP.findall(text)) >= WIDE_STOPS
        self.marks = _marks(text)
        self.gaps = [index for index, mark in enumerate(self.marks) if mark.direction == "|"]
        self.found: list[Stretch] = []
        self.paragraph = 0
        self.at = 0

    def read(self) -> list[Stretch]:
        while self.at < len(self.marks):
            mark = self.marks[self.at]
            self.at += 1
            if mark.direction == "|":
                self.paragraph = mark.end
            elif mark.double:
                self._double(mark)
            elif mark.direction == "O":
                self._single(mark)
        return self.found

    def _double(self, mark: Mark) -> None:
        if mark.direction == "C":
            self._lost_opener(mark)
        else:
            self._quote(mark)

    def _lost_opener(self, mark: Mark) -> None:
        """A closing mark before an attribution with none opened: the quote began with its paragraph."""
        start = self.paragraph
        if self.found and self.found[-1].outer.end > start:
            return
        if mark.start > start and self.text[mark.start - 1] in ",?!" and self.ends.match(self.text, mark.start - 1):
            self._add(start, mark.end, [Span(start, mark.start)], True, True)

    def _quote(self, opener: Mark) -> None:
        """Reads on from an opening double mark to its end."""
        fragments: list[Span] = []
        start, first = opener.end, self.at
        while True:
            mark = self._next_double()
            if mark is None or mark.direction == "|":
                limit = len(self.text) if mark is None else mark.start
                again = None if mark is None or self._lost_closer(start, limit) else self._reopens(mark, True)
                if mark is not None:
                    self.paragraph = mark.end
                if again is not None:
                    fragments.append(Span(start, limit))
                    start = again.end
                    continue
                self._without_closer(opener, fragments, start, limit)
                return
            if mark.direction == "O" and (self._is_nested() or self._in_block(opener, start, mark)):
                self._skip_nested()
            elif mark.direction == "O":
                self.at -= 1
                self._without_closer(opener, fragments, start, mark.start)
                return
            elif not fragments and self._is_list(start, mark.start):
                self.at = first
                self._without_closer(opener, fragments, start, mark.start)
                return
            else:
                fragments.append(Span(start, mark.start))
                self._add(opener.start, mark.end, fragments, True, True)
                return

    def _lost_closer(self, start: int, limit: int) -> bool:
        """Whether a quote that no mark closed before ``limit`` ended all the same, so that no paragraph goes on with it."""
        attributed = self.ends.search(self.text, start, limit) is not None
        return attributed or self._single_for_double(start, limit) is not None

    def _is_list(self, start: int, end: int) -> bool:
        """Whether a stretch runs over so many lines that a mark at its end belongs to another quote."""
        return len(LINE_END.findall(self.text, start, end)) >= LINES

    def _single_for_double(self, start: int, limit: int) -> re.Match[str] | None:
        """A single mark where a double one should close, if none opened before it."""
        single = SINGLE_FOR_DOUBLE.search(self.text, start, limit)
        opened = single is not None and OPENED_SINGLE.search(self.text, start, single.start()) is not None
        return None if opened else single

    def _next_double(self) -> Mark | None:
        """The next double mark or paragraph break."""
        while self.at < len(self.marks):
            mark = self.marks[self.at]
            self.at += 1
            if mark.double:
                return mark
        return None

    def _reopens(self, gap: Mark, double: bool) -> Mark | None:
        """The mark that opens the paragraph after ``gap``, if the quote goes on there; it is consumed."""
        self.paragraph = gap.end
        if self.at < len(self.marks):
            mark = self.marks[self.at]
            if mark.start == gap.end and mark.double is double and mark.direction in "O?":
                self.at += 1
                return mark
        return None

    def _is_nested(self) -> bool:
        """Whether the mark just read opens a quotation inside a quotation: two closing marks follow."""
        following = []
        for mark in self.marks[self.at : self.at + 12]:
            if mark.double:
                following.append(mark)
            if len(following) == 2 or mark.direction == "|":
                break
        near = following and following[-1].end - self.marks[self.at - 1].start < NESTED_CHARS
        return len(following) == 2 and bool(near) and all(mark.direction == "C" for mark in following)

    def _in_block(self, opener: Mark, start: int, mark: Mark) -> bool:
        """Whether the mark just read opens a quotation inside a paragraph that pages quote as a whole.

        Such a paragraph opens with a straight mark that nobody may close; the marks inside it are curly.
        """
        opens = opener.start == self.paragraph and self.text[opener.start : start] == '"'
        if not opens or self.text[mark.start] != "“" or self.ends.search(self.text, start, mark.start):
            return False
        closer = next((other for other in self.marks[self.at : self.at + 12] if other.double), None)
        return closer is not None and closer.direction == "C" and self.text[closer.start] == "”"

    def _skip_nested(self) -> None:
        self._next_double()

    def _without_closer(self, opener: Mark, fragments: list[Span], start: int, limit: int) -> None:
        """Ends a quote that no mark ends: before its attribution, where a blank took the mark's place, or with its line."""
        line = LINE_END.search(self.text, start, limit)
        limit = line.start() if line else limit
        match = self.ends.search(self.text, start, limit)
        blank = BLANK_FOR_MARK.search(self.text, start, limit)
        ends = [match.start() + 1] if match else []
        if blank and not self.wide:
            ends.append(blank.start())
        single = self._single_for_double(start, limit)
        if single:
            ends.append(single.end())
        end = min(ends, default=None)
        if end is None:
            end = limit if limit == len(self.text) or self.text[limit] == "\n" else self._last_stop(start, limit)
        self._add(opener.start, end, [*fragments, Span(start, end)], True, False)

    def _last_stop(self, start: int, limit: int) -> int:
        """The end of the last whole sentence before ``limit``, else ``limit``."""
        stop = max(self.text.rfind(mark, start, limit) for mark in (". ", "? ", "! ", ", "))
        return stop + 1 if stop > start else limit

    def _single(self, opener: Mark) -> None:
        """A quotation in single marks, if a closing one is found that is no apostrophe."""
        if ELISIONS.match(self.text, opener.end):
            return
        fragments: list[Span] = []
        start = opener.end
        saved, paragraph = self.at, self.paragraph
        while True:
            closer = self._single_closer()
            if closer is not None:
                fragments.append(Span(start, self.marks[closer].start))
                self.at = closer + 1
                self._add(opener.start, self.marks[closer].end, fragments, False, True)
                return
            gap = self._next_gap()
            if gap is None:
                break
            kept, self.at = self.at, gap + 1
            again = self._reopens(self.marks[gap], False)
            if again is None:
                self.at = kept
                break
            fragments.append(Span(start, self.marks[gap].start))
            start = again.end
        self.at = saved
        self.paragraph = paragraph

    def _next_gap(self) -> int | None:
        """Index of the next paragraph break."""
        index = bisect_left(self.gaps, self.at)
        return self.gaps[index] if index < len(self.gaps) else None

    def _single_closer(self) -> int | None:
        """Index of the mark that closes a single-marked quotation in this paragraph."""
        depth = 0
        first = doubtful = None
        for index in range(self.at, min(self.at + SINGLE_MARKS, len(self.marks))):
            mark = self.marks[index]
            if mark.direction == "|":
                break
            if mark.double:
                if depth and mark.end - mark.start == 2 and self.text[mark.start] == "’":
                    return index
                continue
            if mark.direction == "O" and not ELISIONS.match(self.text, mark.end):
                if doubtful is not None and not depth:
                    return doubtful
                depth += 1
                continue
            if mark.direction != "C":
                continue
            if self._may_be_apostrophe(mark):
                doubtful = index if doubtful is None else doubtful
            elif depth:
                depth -= 1
                first = index
            else:
                return index
        return first if first is not None else doubtful

    def _may_be_apostrophe(self, mark: Mark) -> bool:
        """After s or -in' a single mark may be an apostrophe."""
        before = self.text[max(0, mark.start - 2) : mark.start].casefold()
        word = NEXT_WORD.match(self.text, mark.end)
        return (before.endswith("s") or before == "in") and word is not None and word[1] not in self.function_words

    def _add(self, start: int, end: int, fragments: list[Span], double: bool, closed: bool) -> None:
        *others, last = fragments
        signed = SIGNED.search(self.text, *last)
        last = Span(last.start, signed.start()) if signed else last
        kept = tuple(span for span in (_trim(self.text, one) for one in (*others, last)) if span.end > span.start)
        if kept and any(any(char.isalnum() for char in span.of(self.text)) for span in kept):
            self.found.append(Stretch(Span(start, max(end, kept[-1].end)), kept, double, closed))


NEXT_WORD = re.compile(r" ([a-z]+)\b")
BLANK_FOR_MARK = re.compile(r"(?<=\S)[ \u00a0]{2}(?=\S)")
SINGLE_FOR_DOUBLE = re.compile(r"[.,?!…](?=[’'](?:\s|\Z))")
"""A stop with a single mark behind it, which closes a quote that a double mark opened."""
OPENED_SINGLE = re.compile(r"(?<!\w)[‘‚‹'](?=\w)|&lsquo;|&#8216;")
LINE_END = re.compile(r"(?<=[.?!…])(?:[ \t]*\[[^\[\]\n]{1,80}\])?[ \t]*(?=\n)")
"""Where a paragraph ends on pages that do not leave a line between two; lists name a source in brackets behind it."""
LINES = 4
"""Such ends inside one pair of marks from which the closing one is taken to belong to another quote."""
SIGNED = re.compile(
    r"(?<=[.?!…”’\"'])[ \t]*\n\s*[—–―-]*[ \t]*[A-Z][\w.’'-]*\.?(?: [A-Z][\w.’'-]+){1,4}(?:(?:,| [a-z])[^\n.?!]{2,60})?\.?\Z"
)
"""A last line that is no speech but the name of who spoke, as pages set a quotation apart."""
WIDE_STOP = re.compile(r"[.?!] {2}(?=\S)")
WIDE_STOPS = 4
"""Full stops before two blanks from which a text is taken to be typed so; fewer are marks that got lost."""


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
