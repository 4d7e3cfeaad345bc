"""Transcripts of conversations: turns that open with their speaker in capitals ("BRANDT: The dam holds.")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Span
from digest.quotes.cues import Attribution
from digest.quotes.marks import Stretch
from digest.quotes.mentions import Form, Mention
from digest.text.names import Name
from digest.text.runs import NameKind

LABEL = re.compile(r"(?m)^[ \t]*(?P<mark>[\"“”'‘]{0,2})(?P<label>[A-Z][A-Z.’' -]{1,40}):[ \t\u00a0]+(?=\S)")
"""The opening of a turn. Some pages set a mark before each paragraph of a transcript and none behind."""
PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")
MARKED = re.compile(r"\s*[\"“”'‘]{1,2}(?=\w)")
FEWEST = 3
"""Least turns of a conversation: somebody, somebody else, and the first again."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice of a transcript said: its paragraphs without label and marks, and where the label is."""

    stretch: Stretch
    label: Span


def find_turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a transcript in ``text``, in order.

    A transcript has labels that come again and at least two of them, one of which is the name of somebody whom the text
    names in full: a list of "WHEN:" and "WHERE:" is none.

    >>> text = "Ilse Brandt was asked.\n\nVALE: Does it hold?\n\nBRANDT: It does.\n\nVALE: Thank you."
    >>> [turn.stretch.outer.of(text) for turn in find_turns(text)]
    ['Does it hold?', 'It does.', 'Thank you.']
    """
    labels = list(LABEL.finditer(text))
    voices = {label["label"] for label in labels}
    if len(labels) < FEWEST or not 1 < len(voices) < len(labels) or not any(_is_named(text, one) for one in voices):
        return ()
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return tuple(_turn(text, label, end) for label, end in zip(labels, ends, strict=True))


def _is_named(text: str, label: str) -> bool:
    return re.search(rf"\b[A-Z][a-z]+ {re.escape(_surname(label).title())}\b", text) is not None


def _surname(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1]


def _turn(text: str, label: re.Match[str], end: int) -> Turn:
    """The paragraph behind a label and, where marks open the paragraphs, those behind it that open with one."""
    paragraphs: list[Span] = []
    for paragraph in PARAGRAPH.finditer(text, label.end(), end):
        start = paragraph.start()
        if paragraphs:
            mark = MARKED.match(text, start, end) if label["mark"] else None
            if mark is None:
                break
            start = mark.end()
        paragraphs.append(Span(start, paragraph.end()))
    outer = Span(paragraphs[0].start, paragraphs[-1].end)
    return Turn(Stretch(outer, tuple(paragraphs), closed=False), Span(*label.span("label")))


def voices_of(text: str, turns: tuple[Turn, ...], names: tuple[Name, ...]) -> dict[Stretch, Attribution]:
    """Whose each turn is: the person of ``names``, those of the text, with the surname of its label, else the label."""
    known = {name.surname: name.full for name in reversed(names)}
    return {turn.stretch: _voice(turn.label, turn.label.of(text), known) for turn in turns}


def _voice(place: Span, label: str, known: dict[str, str]) -> Attribution:
    name = Name(place, label, known.get(_surname(label).casefold(), label.title()), NameKind.PERSON, whole=place)
    return Attribution(Span(place.end, place.end + 1), Mention(place, Form.NAME, name.surname, name), place, "turn")
