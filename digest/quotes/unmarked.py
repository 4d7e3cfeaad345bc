"""Quotations that no marks enclose: posts with their author and date behind them, and block quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from digest.model import Span
from digest.quotes.cues import Attribution
from digest.quotes.marks import Stretch
from digest.quotes.mentions import Form, Mention
from digest.text.names import Name
from digest.text.runs import NameKind

POST = re.compile(
    r"(?m)^[ \t]*(?:<[^<>\n]{1,400}>[ \t]*)*(?P<words>[^\s<][^\n]{2,1200}?)[ \t]*[—–―-]{1,2}[ \t]*(?P<name>[^\n()—–―]{1,60}?)[ \t]*\((?P<handle>@\w{1,30})\)"
    r"[ \t]*(?:[A-Z][a-z]{2,9}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,9}\.? \d{4})"
)
"""A post as pages embed it: its words, a dash, name, handle and date; a tag that some leave before it is no word of it."""
SIGNED_LINE = re.compile(r"\s*\n?\s*[—–―][ \t]*[^\n—–―]{2,80}\s*\Z")
LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
MARKED_SHARE = 0.5
"""Share (0 to 1) of a block quotation inside marks from which the marks are believed rather than the block."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a text and who wrote it."""

    stretch: Stretch
    author: Attribution


def find_posts(text: str) -> tuple[Post, ...]:
    """Posts on social media embedded in ``text``, in order.

    >>> text = "The dam must go — Ruth Ashe (@ruthashe) March 4, 2026"
    >>> [(post.stretch.outer.of(text), post.author.mention.name.full) for post in find_posts(text)]
    [('The dam must go', 'Ruth Ashe')]
    """
    if "(@" not in text:
        return ()
    return tuple(_post(match) for match in POST.finditer(text) if "@" not in match["name"])


def _post(match: re.Match[str]) -> Post:
    words, place = Span(*match.span("words")), Span(*match.span("name"))
    name = Name(place, match["name"], match["name"], NameKind.PERSON, whole=place)
    mention = Mention(place, Form.NAME, name.surname, name)
    return Post(Stretch(words, (words,)), Attribution(Span(*match.span("handle")), mention, place, "post"))


def with_unmarked(
    text: str, marked: tuple[Stretch, ...], signed: tuple[Stretch, ...], blocks: tuple[Span, ...]
) -> tuple[Stretch, ...]:
    """Marked stretches, signed ones and block quotations in order, none inside another.

    ``signed`` are those whose form names their author, posts and turns of a transcript: they win over marks inside them.
    """
    taken: list[Stretch] = []
    for one in signed:
        if _apart(one, taken[-1:]):
            taken.append(one)
    taken += [block for block in _blocks(text, blocks, marked) if _apart(block, taken)]
    taken.sort(key=lambda one: one.outer)
    starts = [one.outer.start for one in taken]
    free = []
    for one in marked:
        before = max(0, bisect_left(starts, one.outer.end) - 1)
        if _apart(one, taken[before : before + 1]):
            free.append(one)
    return tuple(sorted([*taken, *free], key=lambda one: one.outer))


def _apart(one: Stretch, others: list[Stretch]) -> bool:
    return not any(one.outer.start < other.outer.end and other.outer.start < one.outer.end for other in others)


def _blocks(text: str, blocks: tuple[Span, ...], marked: tuple[Stretch, ...]) -> list[Stretch]:
    found: list[Stretch] = []
    for start, end in sorted(blocks):
        block = _without_signature(text, Span(max(0, start), min(end, len(text))))
        inside = sum(one.outer.end - one.outer.start for one in marked if block.start <= one.outer.start < block.end)
        fragments = tuple(_lines(text, block))
        if fragments and inside < MARKED_SHARE * (block.end - block.start):
            one = Stretch(Span(fragments[0].start, fragments[-1].end), fragments, block=True)
            if _apart(one, found):
                found.append(one)
    return found


def _without_signature(text: str, block: Span) -> Span:
    signed = SIGNED_LINE.search(text, block.start, block.end) if block.start < block.end else None
    return Span(block.start, signed.start()) if signed else block


def _lines(text: str, block: Span) -> list[Span]:
    """The paragraphs of a block, trimmed; those without a letter or digit are left out."""
    lines = [Span(*match.span()) for match in LINE.finditer(text, block.start, max(block.start, block.end))]
    return [line for line in lines if any(char.isalnum() for char in line.of(text))]
