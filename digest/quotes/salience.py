"""How salient each person is at a pronoun, by what can be seen of how the text mentions them.

In the manner of Lappin and Leass (1994): nearness, being the subject of a clause, having spoken. The weights were fitted by
``python -m bench.quotes_weights pronouns`` on pronouns whose person is labelled, each pronoun a choice among its candidates.
"""

from __future__ import annotations

import re

from digest.languages.speech import SpeechTable
from digest.quotes.mentions import Mention

SUBJECT = re.compile(
    r"(?:,[^,;:.!?\x00\n]{1,120},|[ \u00a0](?:of|at|from|for)(?: the)?(?:[ \u00a0][A-Z][\w.&’'-]*){1,5})?[ \u00a0](?:also |then |later |who |herself |himself |\w+ly ){0,2}([a-z]+)\b|(?:,| [—–-]) (?:who|a|the)\b"
)
"""What follows a subject: its verb, over an apposition or where somebody is from."""
FINITE = re.compile(r"(?:[a-z]+ed|[a-z]+[^s\W]s|has|is|was|will|would|can|could|may|might|must|should)\Z")
HEAD = re.compile(r"(?:[.?!]\x00*|\n)\s*\Z")
"""The end of a sentence right before."""
OWNER = re.compile(
    r"(?:[.?!]\x00*|\n)\s*([A-Z][a-z]+)[ \u00a0](?:[\w-]+[ \u00a0]){0,3}[\w-]+,?[ \u00a0]\Z"
    r"|\b(whose)[ \u00a0](?:[\w-]+[ \u00a0]){1,3}\Z"
)
"""A word that opens a sentence, and the noun phrase it begins right before a mention."""
OPENING = re.compile(r"[.?!]\x00*[ \u00a0]([A-Z][a-z]+)[ \u00a0]")
"""The first word of a sentence that follows another."""
OWNER_CHARS = 80
"""Characters before a mention in which its owner is looked for; a bound on work."""
SENTENCES, PARAGRAPHS, RANKS = 3, 3, 3
"""Steps from which more ends of sentences, paragraphs or nearer persons do not differ."""
OFTEN = (2, 4, 8)
"""Mentions in the text from which a person counts as named again, often and very often."""

WEIGHTS: dict[str, float] = {
    "displaced": 0.57,
    "heads": 0.25,
    "inside": -0.96,
    "introduced": 0.20,
    "often-0": 0.01,
    "often-1": -0.06,
    "often-2": 0.18,
    "often-3": -0.14,
    "opens": 0.81,
    "person": -0.33,
    "place-0-0": 1.55,
    "place-0-1": 0.44,
    "place-0-2": 0.12,
    "place-0-3": -0.53,
    "place-1-0": -0.05,
    "place-1-1": 0.01,
    "place-1-2": 0.14,
    "place-1-3": -0.32,
    "place-2-1": -0.02,
    "place-2-2": 0.35,
    "place-2-3": -1.05,
    "place-3-3": -0.64,
    "possessive": 0.52,
    "rank-0": 0.25,
    "rank-1": 0.30,
    "rank-2": -0.17,
    "rank-3": -0.38,
    "speaks-0": 0.41,
    "speaks-1": 0.04,
    "spoke": 1.39,
    "subject": 0.88,
    "subject-0-0": 0.27,
    "subject-0-1": 0.68,
    "subject-0-2": 0.48,
    "subject-0-3": -0.70,
    "subject-1-0": 0.08,
    "subject-1-1": 1.10,
    "subject-1-2": -0.39,
    "subject-1-3": -0.64,
}

SET_BY_HAND: dict[str, float] = {"person": 0.4, "gender": 0.2, "owned": -1.5, "kept": 0.8}
"""Weights of signs that the fit cannot teach: it knows the gender of all its candidates, and shows too few that are owned or kept."""


def salience(signs: tuple[str, ...]) -> float:
    """The sum of the weights of a candidate's signs; only differences between candidates mean something."""
    return sum(SET_BY_HAND.get(sign, WEIGHTS.get(sign, 0.0)) for sign in signs)


def is_subject(frame: str, mention: Mention, speech: SpeechTable) -> bool:
    """Whether a mention looks like the subject of a clause: a verb follows, no preposition governs it."""
    words = frame[max(0, mention.start - 20) : mention.start].split()
    if words and words[-1].casefold() in speech.prepositions:
        return False
    if _inverted(frame, mention, speech):
        return True
    follows = _following(frame, mention)
    if follows is None:
        return False
    return follows[1] is None or follows[1] in speech.pasts or FINITE.match(follows[1]) is not None


def _following(frame: str, mention: Mention) -> re.Match[str] | None:
    """What follows a mention that may be a subject; a name in apposition ends with a comma of its own."""
    end = mention.span.end
    apposed = frame.startswith(",", end) and frame.endswith(", ", 0, mention.start)
    return SUBJECT.match(frame, end + apposed)


def speaks(frame: str, mention: Mention, speech: SpeechTable) -> bool:
    """Whether a verb of saying stands before or after: what was not in marks was said too."""
    follows = _following(frame, mention)
    if follows is not None and follows[1] in speech.inverting:
        return True
    return _inverted(frame, mention, speech)


def _inverted(frame: str, mention: Mention, speech: SpeechTable) -> bool:
    """Whether a verb of saying stands before a mention, but for an employer's name: "noted Dam Watch's Ruth Ashe"."""
    words = frame[max(0, mention.start - 40) : mention.start].split()
    while words and words[-1].endswith(("'s", "’s")):
        words.pop()
        while words and words[-1][0].isupper():
            words.pop()
    return bool(words) and words[-1] in speech.inverting


def signs_of_place(frame: str, mention: Mention, pronoun: int, rank: int, speech: SpeechTable) -> tuple[str, ...]:
    """What can be seen of one mention of a candidate: how far before the ``pronoun`` it is, how it stands in its clause.

    ``rank`` is the number of other candidates mentioned nearer.
    """
    gap = frame[mention.span.end : pronoun]
    sentences = min(SENTENCES, sum(gap.count(stop) for stop in (". ", ".\x00", "? ", ".\n")))
    paragraphs = min(PARAGRAPHS, gap.count("\n\n"))
    subject = is_subject(frame, mention, speech)
    where = f"{paragraphs}-{sentences}"
    found = [f"place-{where}", f"rank-{min(RANKS, rank)}"]
    if subject:
        found += [f"subject-{min(1, paragraphs)}-{sentences}", "subject"]
        if speaks(frame, mention, speech):
            found.append(f"speaks-{min(1, paragraphs)}")
        if not paragraphs and _is_kept(gap, speech):
            found.append("kept")
    if frame[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
        found.append("possessive")
    if mention.name is not None and mention.name.role:
        found.append("introduced")
    if _is_owned(frame, mention, speech):
        found.append("owned")
    if HEAD.search(frame, max(0, mention.start - 12), mention.start):
        found.append("heads")
    opens = mention.start == 0 or frame[max(0, mention.start - 1)] == "\n"
    return (*found, "opens") if opens else tuple(found)


def _is_kept(gap: str, speech: SpeechTable) -> bool:
    """Whether a sentence between opens with what is the subject's: "Ashe wept. Her husband left." goes on about Ashe."""
    return any(opening[1].casefold() in speech.her | speech.his for opening in OPENING.finditer(gap))


def _is_owned(frame: str, mention: Mention, speech: SpeechTable) -> bool:
    """Whether a sentence opens by telling whose somebody is: in "His rival, Tomas Okoro, left" the one told of is another.

    So in "Okoro, whose brother Tomas left".
    """
    owner = OWNER.search(frame, max(0, mention.start - OWNER_CHARS), mention.start)
    return owner is not None and (owner[2] is not None or owner[1].casefold() in speech.her | speech.his)


def displaced(place: tuple[str, ...], here: bool) -> bool:
    """Whether a candidate with these signs is of an earlier paragraph while one of the two sentences before has a subject (``here``)."""
    return here and not any(sign.startswith("place-0") for sign in place)


def signs_of_person(known: bool, person: bool, spoke: bool, count: int, inside: bool, away: bool) -> tuple[str, ...]:
    """What speaks for or against a candidate wherever mentioned.

    ``known`` to be of the pronoun's gender, ``person`` by the name itself, ``spoke`` last, ``count`` of mentions,
    ``inside`` the quotation itself, ``away`` where the sentences before are about somebody else.
    """
    shown = (
        ("gender", known),
        ("person", person),
        ("spoke", spoke and not away),
        ("displaced", away),
        ("inside", inside),
    )
    return (*(sign for sign, holds in shown if holds), f"often-{sum(count >= bound for bound in OFTEN)}")
