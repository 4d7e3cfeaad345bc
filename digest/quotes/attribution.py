"""Which cue attributes each quotation of a text, and which quotations are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from digest.languages.names import NameTable
from digest.languages.speech import SpeechTable
from digest.quotes.cues import Attribution, Clauses
from digest.quotes.indirect import Reports
from digest.quotes.marks import Stretch
from digest.quotes.place import Place
from digest.quotes.quotation import is_quotation
from digest.quotes.signs import reported_signs, signs

LIST_FROM = 3
"""Paragraphs of speech without a speaker from which on a text is a list of answers."""
INTRODUCES = (":", ",", "that")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with its cue. ``continues`` is the index of the quotation whose speaker goes on, else None."""

    place: Place
    attribution: Attribution | None
    continues: int | None = None
    signs: tuple[str, ...] = ()


def attribute(
    text: str,
    found: tuple[Place, ...],
    authors: Mapping[Stretch, Attribution],
    clauses: Clauses,
    reports: Reports,
    speech: SpeechTable,
    table: NameTable,
) -> list[Attributed]:
    """Each quotation with its attribution, in order; marked words that are no quotation are left out.

    ``authors`` are of stretches whose form names their author, ``reports`` what the sentences report if all marked words were quotations.
    """
    out: list[Attributed] = []
    for index, place in enumerate(found):
        if place.stretch in authors:
            out.append(Attributed(place, authors[place.stretch]))
            continue
        own = _shared(out, place) or _own(text, place, clauses) or _of_sentence(text, found, index, clauses)
        if own is None and place.lead:
            own = clauses.subject(place.floor, place.stretch.outer.start)
        continued = _continued(out, place) if own is None else None
        if own is None and continued is None:
            own = clauses.reported(place.floor)
        if place.stretch.block and own is None:
            continue
        seen = signs(text, place, own, continued is not None, speech, table)
        seen = (*seen, *reported_signs(seen, reports.chance(place.stretch.outer)))
        if not is_quotation(seen) and not place.stretch.block:
            continue
        seen = (*seen, *_doubts(text, place, own, clauses), *_support(own, clauses))
        if continued is not None:
            own = out[continued].attribution
            seen = (*seen, *_distance(out[continued], place))
        out.append(Attributed(place, own, continued, seen))
    return _doubted_in_list(out)


def _doubted_in_list(found: list[Attributed]) -> list[Attributed]:
    """``found``, with a doubt about every paragraph that goes on with another's speaker in a list of answers.

    Such a list has lost its headings: paragraphs of speech stand in it that nobody is named for.
    """
    loose = [one for one in found if one.place.opens_paragraph and one.place.stretch.closed and _is_loose(one)]
    if len(loose) < LIST_FROM:
        return found
    return [replace(one, signs=(*one.signs, "further")) if _goes_on(found, one) else one for one in found]


def _is_loose(one: Attributed) -> bool:
    return one.attribution is None or one.attribution.where == "reported" or "further" in one.signs


def _goes_on(found: list[Attributed], one: Attributed) -> bool:
    """Whether a paragraph goes on with the speaker of an earlier one that was closed."""
    before = found[one.continues] if one.continues is not None else None
    apart = before is not None and before.place.paragraph.end <= one.place.paragraph.start
    return apart and before is not None and before.place.stretch.closed and "further" not in one.signs


def _shared(out: list[Attributed], place: Place) -> Attribution | None:
    """The cue between two pieces of one sentence: "“A,” Brandt said on Monday, “b.”"."""
    if not out or out[-1].attribution is None or not place.lead.endswith(","):
        return None
    before = out[-1]
    cue = out[-1].attribution.cue
    inside = before.place.stretch.outer.end <= cue.start < place.stretch.outer.start
    return before.attribution if inside and place.floor <= before.place.stretch.outer.start else None


def _own(text: str, place: Place, clauses: Clauses) -> Attribution | None:
    """The cue beside a quotation. A lead that introduces it wins over what follows, a full stop inside it bars that."""
    outer = place.stretch.outer
    last = place.stretch.fragments[-1].of(text)[-1]
    signed = clauses.signature(outer.end, place.after)
    if signed is not None:
        return signed
    before = clauses.before(outer.start, place.floor) if place.lead else None
    bare = before is not None and before.where == "colon" and last == ","  # "Share this: “It leaks,” Brandt said."
    if before is not None and place.lead.endswith(INTRODUCES) and not bare:
        return before
    if before is not None and last.isalnum() and place.stretch.closed:
        return before
    after = None
    if last not in ".…" or not place.stretch.closed or place.stretch.block:
        after = clauses.after(outer.end, place.after)
        if after is not None and last in "?!" and clauses.governs_clause(after, place.after):
            after = None
    elif place.opens_paragraph or not place.lead:
        after = clauses.aside(outer.end, place.after)
    if before is not None and after is not None:
        introduces = clauses.frame[after.cue.end : place.after].strip() == ":"
        return before if introduces or after.where == "any-verb" else after
    return after or before


def _of_sentence(text: str, found: tuple[Place, ...], index: int, clauses: Clauses) -> Attribution | None:
    """The cue behind a later quotation of the same sentence: "the “old” and “tired” plan, Brandt said"."""
    place = found[index]
    for later in found[index + 1 : index + 4]:
        if place.final or later.paragraph != place.paragraph or later.floor > place.stretch.outer.start:
            return None
        after = clauses.after(later.stretch.outer.end, later.after)
        if after is not None and later.stretch.fragments[-1].of(text)[-1] not in ".…":
            return after
        place = later
    return None


def _doubts(text: str, place: Place, own: Attribution | None, clauses: Clauses) -> tuple[str, ...]:
    """What speaks against an attribution that is not beside the words; ``own`` is None where a speaker goes on."""
    if own is not None and own.where == "subject":
        return ("state",) if clauses.tells_state(own, place.stretch.outer.start) else ()
    if own is not None and own.where != "reported":
        return ()
    found = ["unread"] if _awaits_cue(text, place) or (own is not None and place.lead) else []
    if own is not None and own.cue.of(clauses.frame) not in clauses.speech.inverting:
        found.append("no-speech")
    return tuple(found)


def _support(own: Attribution | None, clauses: Clauses) -> tuple[str, ...]:
    """Whether a verb of saying stands right behind who is mentioned: "the ministry said"."""
    if own is None or own.mention is None:
        return ()
    says = own.cue.of(clauses.frame).casefold() in clauses.speech.inverting
    beside = own.mention.span.end < own.cue.start and not clauses.frame[own.mention.span.end : own.cue.start].strip()
    return ("says",) if says and beside else ()


def _distance(before: Attributed, place: Place) -> tuple[str, ...]:
    """Whether a paragraph of speech goes on with one that was closed and had no cue of its own either: lists of answers read so."""
    further = before.continues is not None and before.place.paragraph.end <= place.paragraph.start
    return ("further",) if further and before.place.stretch.closed else ()


def _awaits_cue(text: str, place: Place) -> bool:
    """Whether words end in a comma, so that an attribution follows them; where none was read it is of somebody else."""
    return place.stretch.closed and place.stretch.fragments[-1].of(text)[-1] == ","


def _continued(out: list[Attributed], place: Place) -> int | None:
    """The quotation before, if its speaker goes on: in the same paragraph, or over whole paragraphs of speech."""
    if not out:
        return None
    before = out[-1]
    if before.attribution is None:
        return None
    if place.paragraph.start < before.place.paragraph.end:
        return len(out) - 1
    near = place.paragraph.start - before.place.paragraph.end <= 3
    return len(out) - 1 if near and place.opens_paragraph else None
