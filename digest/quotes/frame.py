"""The frame of a text: the reporter's own words, every quotation blanked out, offsets kept."""

from __future__ import annotations

import re

from digest.quotes.cues import BLANK
from digest.quotes.marks import Stretch
from digest.text.names import DATELINE

NOT_NEWLINE = re.compile(r"[^\n]")
STOPS = ".?!…"


def frame_of(text: str, stretches: tuple[Stretch, ...]) -> str:
    """The text with each stretch blanked out; line breaks and a stop at its end stay, so that sentences can be told.

    Of a dateline ("VELLMAR (National Wire) —") only blanks stay: it is nobody's words and no part of a sentence.
    """
    parts = []
    at = 0
    for stretch in stretches:
        last = stretch.fragments[-1].end - 1
        stop = "." if text[last] in STOPS else BLANK
        blanked = NOT_NEWLINE.sub(BLANK, text[stretch.outer.start : last])
        parts += [text[at : stretch.outer.start], blanked, stop, BLANK * (stretch.outer.end - last - 1)]
        at = stretch.outer.end
    parts.append(text[at:])
    return DATELINE.sub(lambda found: " " * len(found[0]), "".join(parts))
