"""How sure a speaker is, from 0 to 1, so that what pages print can be trusted.

A logistic score over how the cue was found and how the mention was resolved. The weights were fitted by
``python -m bench.quotes_weights`` against labelled speakers.
"""

from __future__ import annotations

import math

from digest.quotes.attribution import Attributed
from digest.quotes.cues import Attribution
from digest.quotes.resolution import Referent
from digest.text.runs import NameKind

MARGINS = (0.3, 0.8, 1.6)
"""Bounds of what counts as a slight, a fair and a clear lead of one candidate over the next, in weights of salience."""

CAUTION = 1.4
"""Taken off the score, so that a page, which prints from one half up, prints speakers of which the fit expects 80 in 100
or more to be right one by one, and about 97 in 100 are together: a wrong name harms more than a missing one."""

WEIGHTS: dict[str, float] = {
    "bias": -0.37,
    "by-body": -0.04,
    "by-named": 1.12,
    "by-nominal": -0.97,
    "by-pronoun": -0.48,
    "cue-according-to": 0.94,
    "cue-any-verb": -0.35,
    "cue-colon": -0.26,
    "cue-leads": -0.01,
    "cue-noun": -0.58,
    "cue-preceding": -1.10,
    "cue-reported": -2.22,
    "cue-subject": 0.16,
    "cue-subject-verb": 1.66,
    "cue-verb-subject": 1.15,
    "earlier-paragraph": -0.42,
    "embedded": 0.04,
    "far-subject": -0.82,
    "introduced": 0.25,
    "kind-organisation": -0.67,
    "kind-person": 1.63,
    "kind-place": -1.70,
    "kind-unknown": 0.38,
    "label": 0.36,
    "leads-at": -0.13,
    "leads-far": 0.27,
    "leads-near": 0.14,
    "lone-word": -0.24,
    "nominal-margin-0": -0.02,
    "nominal-margin-1": -0.76,
    "nominal-margin-2": -0.19,
    "opens-paragraph": -0.42,
    "pronoun-margin-0": -1.09,
    "pronoun-margin-1": -0.46,
    "pronoun-margin-2": 0.29,
    "pronoun-margin-3": 0.78,
    "unclosed": -1.18,
    "words-1": -0.15,
    "words-2": -0.32,
}

SET_BY_HAND: dict[str, float] = {
    "cue-post": 3.0,
    "cue-turn": 3.0,
    "cue-signed": 1.0,
    "body-says": 1.4,
    "cue-reported": -0.5,
    "no-speech": -2.0,
    "state": -2.0,
    "further": -2.5,
    "unread": -2.0,
    "by-nominal": 0.9,
    "pronoun-of-unknown": -0.7,
    "pronoun-margin-2": -0.2,
    "nominal-margin-0": -1.5,
    "nominal-margin-1": -0.5,
    "nominal-margin-2": 1.6,
    "nominal-margin-3": 1.8,
}
"""Weights of signs that the labelled articles cannot teach: a post names its author by its form, those articles say
of no noun phrase whom it means, and of few pronouns: of those given to what may be no person half were right. They name few
bodies, but one with a verb of saying right behind it is the speaker in 19 of 20 (``body-says``). Words that end in a comma have an
attribution of their own: if it could not be read, who spoke before is a guess (``unread``). So it is for words in the
reporter's own sentence, and where the sentence before tells of no speech (``no-speech``); a sentence that tells what somebody
is, or what was done to him, holds terms and titles (``state``). Of paragraphs that go on with a speaker over a closed one without a cue
four in ten labelled ones were his: such are lists of answers (``further``)."""


def confidence(seen: tuple[str, ...]) -> float:
    """How sure a speaker found with these signs is, 0 to 1, on the cautious side of the probability of being right."""
    return 1 / (1 + math.exp(CAUTION - sum(SET_BY_HAND.get(sign, WEIGHTS.get(sign, 0.0)) for sign in seen)))


def speaker_signs(one: Attributed, referent: Referent) -> tuple[str, ...]:
    """What can be seen of an attribution, as names of weights; empty where nobody was found."""
    attribution = one.attribution
    if attribution is None or attribution.mention is None or referent.name is None:
        return ()
    found = ["bias", f"by-{referent.how}", f"cue-{attribution.where}"]
    if one.continues is not None:
        same = one.place.paragraph.start <= attribution.mention.span.start < one.place.paragraph.end
        found.append("same-paragraph" if same else "earlier-paragraph")
        found.append("opens-paragraph" if one.place.opens_paragraph else "inside-paragraph")
    elif attribution.where == "leads":
        near = one.place.stretch.outer.start - attribution.cue.end
        found.append("leads-at" if near < 3 else "leads-near" if near < 40 else "leads-far")
        found.append("introduced" if one.place.lead.endswith((":", ",")) else "embedded")
    if referent.how in ("pronoun", "nominal"):
        found.append(f"{referent.how}-margin-{sum(referent.margin >= bound for bound in MARGINS)}")
    if referent.how == "pronoun" and referent.name.kind is NameKind.UNKNOWN:
        found.append("pronoun-of-unknown")
    if (
        attribution.cue.start > one.place.stretch.outer.end
        and attribution.mention.span.start - one.place.stretch.outer.end > 40
    ):
        found.append("far-subject")
    found.append(f"kind-{referent.name.kind.value}")
    if "says" in one.signs and referent.name.kind is NameKind.ORGANISATION:
        found.append("body-says")
    if " " not in referent.name.full and referent.name.kind is NameKind.UNKNOWN:
        found.append("lone-word")
    found += [
        sign
        for sign in (
            "headline",
            "label",
            "words-1",
            "words-2",
            "unclosed",
            "single",
            "unread",
            "no-speech",
            "state",
            "further",
        )
        if sign in one.signs
    ]
    if attribution.where == "leads" and "says" in one.signs:
        # Who is said to say what follows is sure, wherever that ends.
        found = [sign for sign in found if sign != "unclosed"]
    return tuple(found)


def reported_signs(attribution: Attribution, referent: Referent) -> tuple[str, ...]:
    """What can be seen of the speaker of reported speech, as names of weights; empty where nobody was found."""
    if referent.name is None:
        return ()
    found = ["bias", f"by-{referent.how}", "cue-subject-verb", f"kind-{referent.name.kind.value}"]
    if referent.how in ("pronoun", "nominal"):
        found.append(f"{referent.how}-margin-{sum(referent.margin >= bound for bound in MARGINS)}")
    return tuple(found) if attribution.mention is not None else ()
