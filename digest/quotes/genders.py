"""What the pronouns of a text tell of the gender of whom it names: "Vance said she would appeal"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from digest.languages.sentence_marks import SentenceMarks
from digest.languages.speech import SpeechTable
from digest.quotes.mentions import Mention
from digest.quotes.sentence_break import sentence_break
from digest.text.runs import NameKind

AGREEING = 0.75
"""Least share (0 to 1) of the pronouns bound to a name that agree, for its gender to count as known."""
OPENING_CHARS = 60
"""Characters before a name in which its sentence may begin: a role, "On Monday"."""
APPOSED = re.compile(r" (?:of|at|in|for) [a-z ]{2,40}, ")
WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def genders(frame: str, mentions: tuple[Mention, ...], speech: SpeechTable, marks: SentenceMarks) -> dict[str, bool]:
    """True for female, False for male, by full name, where pronouns of the text tell; names without evidence are left out.

    A pronoun is evidence of a name if that opens the pronoun's sentence, or the sentence before in its paragraph, and
    nobody else is named between. ``frame`` is the text with its quotations blanked out, ``mentions`` are in order.
    """
    votes: dict[str, list[bool]] = {}
    for mention, apposed in pairwise(mentions):
        known = apposed.name is not None and mention.name is None and mention.female is not None
        if known and _is_apposed(frame, mention, apposed):
            votes.setdefault(apposed.name.full if apposed.name else "", []).append(mention.female is True)
    for mention, following in _persons(frame, mentions):
        if not _opens(frame, mention, speech):
            continue
        for female in _bound(frame, mention.span.end, following, speech, marks):
            votes.setdefault(mention.name.full if mention.name else "", []).append(female)
    shares = {full: sum(found) / len(found) for full, found in votes.items()}
    return {full: share > 0.5 for full, share in shares.items() if max(share, 1 - share) >= AGREEING}


def _is_apposed(frame: str, mention: Mention, name: Mention) -> bool:
    """Whether a name is that of the noun phrase before it: "his daughter, Ruth Ashe,", "the widow of a miner, Ruth Ashe,"."""
    gap = frame[mention.span.end : name.start]
    return gap == ", " or (gap.endswith(", ") and APPOSED.fullmatch(gap) is not None)


def _persons(frame: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, int]]:
    """Each name that may be a person's, with the place of the next one or of a noun phrase for another person."""
    places = [m.start for m in mentions if _may_be_person(m) and (m.name or not frame.endswith(", ", 0, m.start))]
    for mention in mentions:
        if mention.name is not None and _may_be_person(mention):
            index = bisect_right(places, mention.start)
            yield mention, places[index] if index < len(places) else len(frame)


def _may_be_person(mention: Mention) -> bool:
    if mention.name is None:
        return not mention.neuter and not mention.plural and mention.form.value == "nominal"
    return mention.name.kind not in (NameKind.ORGANISATION, NameKind.PLACE)


def _opens(frame: str, mention: Mention, speech: SpeechTable) -> bool:
    """Whether a name is the subject of its sentence: it opens it, but for a role."""
    before = frame[max(0, mention.start - OPENING_CHARS) : mention.start]
    last = max(before.rfind(". "), before.rfind("\n"), before.rfind("\x00"))
    if last < 0 and mention.start > OPENING_CHARS:
        return False
    words = WORD.findall(before[last + 1 :].casefold())
    return not {"and", "or", "who"} & set(words) and not (set(words) & speech.prepositions)


def _bound(frame: str, start: int, end: int, speech: SpeechTable, marks: SentenceMarks) -> Iterator[bool]:
    """The genders of the pronouns that a subject binds up to ``end``: in its sentence, and at the head of the next."""
    paragraph = frame.find("\n", start, end)
    end = paragraph if paragraph >= 0 else end
    stop = sentence_break(frame, start, end, marks)
    limit = stop.start() if stop else end
    before = ""
    for word in WORD.finditer(frame, start, limit):
        low = word[0].casefold()
        governed = before in speech.prepositions
        if low in speech.she or low in speech.herself or (governed and low in speech.her):
            yield True
        elif low in speech.he or low in speech.himself or (governed and low in speech.his):
            yield False
        before = low
    opener = WORD.match(frame, stop.end(), end) if stop else None
    if opener and opener[0].casefold() in speech.she | speech.he:
        yield opener[0].casefold() in speech.she
