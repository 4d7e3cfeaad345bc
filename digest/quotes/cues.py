"""Cues: where the reporter's words attribute a quotation, and to whom.

Works on the frame of a text: its quotations blanked out, so that no verb inside one is taken for a cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.quotes.mentions import Form, Mention
from digest.quotes.phrases import AFTER_CHARS, Phrases
from digest.quotes.sentence_break import STOP, sentence_break

BLANK = "\x00"
"""What stands for each character of a quotation in a frame."""
REPORTED_CHARS = 600
"""Characters of a paragraph before, in which reported speech is looked for."""
PASSIVE_CHARS = 60
"""Characters before a participle in which its auxiliary stands."""
SIGNATURE = re.compile(r"[.\s]{0,2}\s*([—–―]|--)\s*(?=[A-Z])")
REDUCED = re.compile(r"\s(?:to|by|of)\s")
"""What follows a participle that tells what is said of the noun before it: "alleged to have"."""
LINE_END = re.compile(r"(?:,[^\n\x00]{1,80})?[.\s]*?(?:\n|\Z|[—–―])")
SIGNATURE_CHARS = 120
"""Characters after a quotation in which a signature ends; a name and an office."""
ASIDE_CHARS = 60
"""Characters of a sentence that only attributes the full sentence before it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the mention it makes the speaker. ``subject`` is the whole noun phrase, at least the mention.

    ``where`` says how it was found; it becomes the rule of the quote.
    """

    cue: Span
    mention: Mention | None
    subject: Span | None
    where: str


class Clauses(Phrases):
    """The frame of a text with its mentions, asked for cues around quotations."""

    def __init__(self, frame: str, mentions: tuple[Mention, ...], speech: SpeechTable, language: str) -> None:
        super().__init__(frame, mentions, speech, language)
        self.sources = list(self.patterns.according_any.finditer(frame))

    def source_in(self, start: int, end: int) -> re.Match[str] | None:
        """The first "according to" of a stretch."""
        return next((one for one in self.sources if start <= one.start() < end), None)

    def signature(self, end: int, limit: int) -> Attribution | None:
        """A name behind a dash after a quotation, on its line or the next."""
        limit = max(limit, min(len(self.frame), end + SIGNATURE_CHARS))
        dash = SIGNATURE.match(self.frame, end, limit)
        if dash is None:
            return None
        mention = self.mention_at(dash.end(), limit)
        if mention is None or mention.form is not Form.NAME or self.frame[dash.end() : mention.start].strip():
            return None
        if not LINE_END.match(self.frame, mention.span.end):
            return None
        return Attribution(Span(*dash.span(1)), mention, mention.span, "signed")

    def after(self, end: int, limit: int) -> Attribution | None:
        """The attribution that follows a quotation: ", he said", ", said Brandt", ", according to the ministry"."""
        limit = min(limit, end + AFTER_CHARS)
        stop = sentence_break(self.frame, end, limit, self.marks)
        limit = stop.start() + 1 if stop else limit
        according = self.patterns.according.match(self.frame, end, limit)
        if according:
            mention = self.mention_at(according.end(), limit)
            return Attribution(Span(*according.span(1)), mention, _subject(mention), "according-to")
        inverted = self.patterns.inverted.match(self.frame, end, limit)
        if inverted:
            mention = self.mention_at(inverted.end(), limit)
            if mention is not None:
                return Attribution(Span(*inverted.span(1)), mention, mention.span, "verb-subject")
        told = self._any_verb_before_name(end, limit)
        if told is not None:
            return told
        pronoun = self.patterns.pronoun_first.match(self.frame, end, limit)
        if pronoun:
            mention = self.mention_at(pronoun.start(1), limit)
            if mention is not None:
                return Attribution(Span(*pronoun.span(2)), mention, mention.span, "subject-verb")
        return self._subject_verb_after(end, limit)

    def aside(self, end: int, limit: int) -> Attribution | None:
        """A short sentence ("Brandt said.") after a full stop inside marks that does nothing but attribute."""
        limit = min(limit, end + ASIDE_CHARS)
        stop = STOP.search(self.frame, end, limit)
        found = self.after(end, limit) if stop or limit < end + ASIDE_CHARS else None
        if found is None or self.frame[found.cue.end : limit].strip(" ,.:")[:1].isalpha():
            return None
        return found

    def _subject_verb_after(self, end: int, limit: int) -> Attribution | None:
        for verb in self.verbs_in(end, limit):
            if (verb[0] in self.speech.weak and verb[0] not in self.speech.verbs) or self._is_passive(verb, end):
                continue
            mention = self.subject_of(verb.start(), end)
            if mention is None and verb[0] in self.speech.inverting and self.frame[verb.start() - 2] == ",":
                mention = self.mention_at(verb.end(), limit)
            if mention is None or (verb[0] in self.speech.bases and not self._takes_base(mention)):
                continue
            before = self.frame[end : mention.start]
            if before.count(",") <= 2 and not self.speech.conjunctions & set(before.casefold().split()):
                return Attribution(Span(*verb.span()), mention, mention.span, "subject-verb")
        return self._any_verb_after(end, limit)

    def _takes_base(self, mention: Mention) -> bool:
        """Whether a bare verb ("report") agrees with a subject."""
        return mention.plural or mention.head in self.speech.self or mention.head in self.speech.they

    def _any_verb_after(self, end: int, limit: int) -> Attribution | None:
        """A subject right after the quotation with any verb: ",” Brandt chuckled" needs no list."""
        mention = self.mention_at(end, limit)
        if mention is None or mention.span.start > end + ASIDE_CHARS:
            return None
        verb = self.patterns.open_verb.match(self.frame, mention.span.end, limit)
        return Attribution(Span(*verb.span(1)), mention, mention.span, "any-verb") if verb else None

    def _any_verb_before_name(self, end: int, limit: int) -> Attribution | None:
        """Any verb right after the quotation with a name behind it: "!” beamed Ilse Brandt" needs no list."""
        verb = self.patterns.open_inverted.match(self.frame, end, limit)
        mention = self.mention_at(verb.end(), limit) if verb else None
        if verb is None or mention is None or mention.form is not Form.NAME or mention.start != verb.end():
            return None
        return Attribution(Span(*verb.span(1)), mention, mention.span, "verb-subject")

    def before(self, start: int, floor: int) -> Attribution | None:
        """The attribution that leads to a quotation: "Brandt said: “", "she called it “"."""
        for verb in reversed(self.verbs_in(floor, start)):
            if BLANK in self.frame[verb.end() : start] and not self.frame[floor:start].rstrip().endswith("that"):
                break
            mention = self.leading_subject(verb, floor, start)
            if mention is not None:
                return Attribution(Span(*verb.span()), mention, mention.span, "leads")
        colon = self._before_colon(floor, start) or self._noun_cue(floor, start)
        if colon is not None:
            return colon
        source = self.source_in(floor, start)
        if source is None:
            return None
        mention = self.mention_at(source.end(), start)
        return Attribution(Span(*source.span(1)), mention, _subject(mention), "according-to")

    def leading_subject(self, verb: re.Match[str], floor: int, start: int) -> Mention | None:
        """Who is the subject of a verb before a quotation."""
        word = verb[0].casefold()
        # "Let's say the dam holds" is nobody's saying.
        let = word in self.speech.bases and self.frame.endswith(("'s ", "’s "), 0, verb.start())
        if let or self._is_passive(verb, floor):
            return None
        if word in self.speech.participles:
            if self.patterns.described.search(self.frame, floor, verb.start()):
                return None
            adjacent = self.adjacent(verb.start(), floor)
            teller = self._who_tells_of(adjacent, floor)
            if teller is not None:
                return teller
            thing = adjacent is None or (adjacent.neuter and adjacent.form is Form.NOMINAL)
            return self.main_subject(floor, verb.start()) if thing else adjacent
        if word in self.speech.inverting and not self.frame[floor : verb.start()].strip():
            mention = self.mention_at(verb.end(), start)
            # "Asked whether Brandt knew" is a participle: who was asked comes later, and nobody stands beside it.
            beside = mention is not None and not self.frame[verb.end() : mention.start].strip()
            return mention if beside or word not in self.speech.addressed else None
        mention = self.inverted_subject(verb, start) or self.subject_of(verb.start(), floor)
        if word in self.speech.bases and mention is not None and not self._takes_base(mention):
            mention = None
        return self._far_subject(verb, floor) if mention is None and word in self.speech.verbs else mention

    def _who_tells_of(self, mention: Mention | None, floor: int) -> Mention | None:
        """Who tells of somebody that he spoke: Ashe in "Ashe recalled Vale talking of “"; None where nobody does."""
        before = self.verbs_in(floor, mention.start) if mention is not None else []
        if mention is None or not before or self.frame[before[-1].end() : mention.start] != " ":
            return None
        return self.subject_of(before[-1].start(), floor) if before[-1][0] in self.speech.verbs else None

    def _far_subject(self, verb: re.Match[str], floor: int) -> Mention | None:
        """Who is the subject of a verb of saying beside which no mention stands."""
        own = self.own_subject(verb.start(), floor)
        if own is not None:
            return own[0] if own[1] else None
        told_of, relative = self.of_relative(floor, verb.start())
        return told_of if relative else self.main_subject(floor, verb.start())

    def _is_passive(self, verb: re.Match[str], floor: int) -> bool:
        """Whether the subject of a verb is spoken of or to: "was called", "were told"."""
        start = max(floor, verb.start() - PASSIVE_CHARS)
        participle = verb[0].endswith("ed") and self.frame.endswith(", ", 0, verb.start())
        if participle and REDUCED.match(self.frame, verb.end()):  # "Brandt, accused of theft"
            return True
        return any(found.end() == verb.end() for found in self.patterns.passive.finditer(self.frame, start, verb.end()))

    def governs_clause(self, found: Attribution, limit: int) -> bool:
        """Whether a cue has a clause of its own behind it: "Brandt said the council had known"."""
        opening = self.patterns.subject.match(self.frame, found.cue.end, limit)
        if opening is None or found.where == "verb-subject" or found.cue.of(self.frame) in self.speech.addressed:
            return False
        stop = sentence_break(self.frame, opening.end(), limit, self.marks)
        return self.patterns.finite.search(self.frame, opening.end(), stop.start() if stop else limit) is not None

    def _before_colon(self, floor: int, start: int) -> Attribution | None:
        """A name before a colon, without a verb: "Pollster Ruth Ashe: “"."""
        colon = self.frame.rfind(":", floor, start)
        if colon < 0 or self.frame[colon + 1 : start].strip():
            return None
        index = bisect_left(self.starts, colon) - 1
        if index < 0 or self.mentions[index].form is not Form.NAME or self.mentions[index].span.end != colon:
            return None
        mention = self._labelled(floor, colon) or self.mentions[index]
        return (
            Attribution(Span(colon, colon + 1), mention, mention.span, "colon") if mention.span.start >= floor else None
        )

    def _labelled(self, floor: int, colon: int) -> Mention | None:
        """Who opens a label of several words: "Ilse Brandt, president of Norra: “", "A minister of Vellmar: “"."""
        begin = max(floor, self.frame.rfind("\n", floor, colon) + 1)
        index = bisect_left(self.starts, begin)
        first = self.mentions[index] if index < len(self.mentions) else None
        if first is None or first.span.end >= colon or self.frame[begin : first.start].strip(" -•*\x00"):
            return None
        between = self.frame[first.span.end : colon]
        return first if between.startswith((", ", " of ", " for ")) and not self.verbs_in(begin, colon) else None

    def _noun_cue(self, floor: int, start: int) -> Attribution | None:
        """A noun of saying with its owner: "Brandt’s claim that “"."""
        for noun in self.patterns.noun.finditer(self.frame, floor, start):
            index = bisect_right(self.starts, noun.start()) - 1
            if index >= 0 and self.mentions[index].span.end == noun.start() and self.mentions[index].form is Form.NAME:
                mention = self.mentions[index]
                return Attribution(Span(*noun.span(1)), mention, mention.span, "noun")
        return None

    def reported(self, floor: int) -> Attribution | None:
        """Whose reported speech the sentence before ``floor`` is: words in marks that follow may go on with it.

        It is "preceding" in the same paragraph, where whom it is about will do without a cue, else "reported".
        """
        end = len(self.frame[max(0, floor - REPORTED_CHARS) : floor].rstrip()) + max(0, floor - REPORTED_CHARS)
        start = self.frame.rfind("\n\n", max(0, end - REPORTED_CHARS), max(0, end - 1))
        start = self.sentence_start(start + 2 if start >= 0 else max(0, end - REPORTED_CHARS), max(0, end - 1))
        where = "reported" if "\n" in self.frame[end:floor] else "preceding"
        for verb in reversed(self.verbs_in(start, end)):
            mention = self.leading_subject(verb, start, end)
            if mention is not None:
                return Attribution(Span(*verb.span()), mention, mention.span, where)
        about = self.subject(start, end) if where == "preceding" else None
        return replace(about, where=where) if about else None

    def tells_state(self, about: Attribution, start: int) -> bool:
        """Whether a sentence without a cue says what somebody is, has or suffered, or goes on to somebody else before ``start``."""
        if about.mention is None:
            return False
        verb = self.frame[about.mention.span.end : about.cue.end].split()
        further = bisect_left(self.starts, about.cue.end)
        others = self.mentions[further : bisect_left(self.starts, start)]
        plain = bool(set(verb) & self.speech.copulas) or " " in about.cue.of(self.frame) or verb[-1] == "has"
        return plain or any(other.form is not Form.NOMINAL for other in others)

    def subject(self, floor: int, end: int) -> Attribution | None:
        """Whom a sentence without a cue is about: a name or pronoun that opens it and is followed by a verb."""
        mention = self.main_subject(floor, end)
        if mention is None or mention.neuter or mention.plural:
            return None
        if self.patterns.passive.search(self.frame, mention.span.end, end):
            return None
        verb = self.patterns.main_verb.match(self.frame, mention.span.end, end)
        return Attribution(Span(*verb.span(1)), mention, mention.span, "subject") if verb else None


def _subject(mention: Mention | None) -> Span | None:
    return mention.span if mention else None
