"""Noun phrases in the words of the reporter: who is the subject of a verb, and which of two nouns is meant.

Works on the frame of a text: its quotations blanked out, so that nobody named inside one is taken for a subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from digest.languages.sentence_marks import sentence_marks
from digest.languages.speech import SpeechTable
from digest.quotes.mentions import Form, Mention
from digest.quotes.patterns import patterns
from digest.quotes.sentence_break import sentence_break

PREPOSITION_CHARS = 20
"""Characters before a mention in which its preposition is looked for; longer than any."""
AFTER_CHARS = 260
"""Characters after a quotation in which its cue is looked for; the longest apposition seen has 200."""
APPOSITION = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:,[^;:!?\x00]{1,200},|—[^—\x00]{1,200}—|–[^–\x00]{1,200}–|\([^()]{1,120}\))?\s*\Z"
)
HEAD_LINK = re.compile(r"\s+(?:of|for|at|with|from|in|to|on|and)\s+(?:the\s+|a\s+|an\s+)?\Z")
WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
CHAIN = re.compile(r"(?:[’']s?)?[ \u00a0](?:[\w’'.-]+[ \u00a0]){0,3}\Z")


class Phrases:
    """The frame of a text with its mentions, asked who is the subject of a verb."""

    def __init__(self, frame: str, mentions: tuple[Mention, ...], speech: SpeechTable, language: str) -> None:
        self.marks = sentence_marks(language)
        self.frame = frame
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.speech = speech
        self.patterns = patterns(speech)
        self.verbs = [word for word in WORD.finditer(frame) if word[0] in self.patterns.verbs]
        self.verb_starts = [verb.start() for verb in self.verbs]

    def verbs_in(self, start: int, end: int) -> list[re.Match[str]]:
        """The words of a stretch that may be cues, in order."""
        return self.verbs[bisect_left(self.verb_starts, start) : bisect_left(self.verb_starts, end)]

    def sentence_start(self, start: int, end: int) -> int:
        """Where the sentence begins that reaches to ``end``, not before ``start``."""
        while stop := sentence_break(self.frame, start, end, self.marks):
            start = stop.end()
        return start

    def mention_at(self, start: int, limit: int) -> Mention | None:
        """The mention that begins the noun phrase at ``start``."""
        index = bisect_left(self.starts, start)
        if index < len(self.mentions):
            mention = self.mentions[index]
            gap = self.frame[start : max(start, mention.start)]
            if mention.span.end <= limit and len(gap) < 80 and not re.search(r"[,;:!?\x00]\s", gap):
                return self._last_of_chain(index, limit)
        return None

    def subject_of(self, verb: int, floor: int) -> Mention | None:
        """The mention whose noun phrase ends right before the verb, over appositions and adverbs."""
        index = bisect_right(self.starts, verb) - 1
        for at in range(index, max(index - 7, -1), -1):
            mention = self.mentions[at]
            if mention.span.start < floor:
                break
            between = self.frame[mention.span.end : verb]
            if len(between) > AFTER_CHARS:
                break
            gap = self._without_adverbs(between)
            relative = gap.strip() in (",", "") and " who " in between
            if mention.head == "who" or not (relative or APPOSITION.match(gap)):
                continue
            head = self._head_of(at, floor)
            described = head.form is Form.NOMINAL and not head.neuter
            if (described or self._is_owner(head, floor)) and self._apposed(at):
                return self.mentions[at + 1]
            return self._opening(self._named(head, verb), bool(gap), floor)
        return None

    def _without_adverbs(self, between: str) -> str:
        """What stands between a subject and its verb but for adverbs and auxiliaries right before the verb."""
        words = between.split()
        count = len(words)
        while count and self._is_adverb(words[count - 1]):
            count -= 1
        if count == len(words):
            return between if words else ""
        return (
            between[: between.index(words[count - 1]) + len(words[count - 1])]
            if count == 1
            else " ".join(words[:count])
        )

    def _is_adverb(self, word: str) -> bool:
        return (
            word.casefold() in self.speech.between
            or word.endswith("ly")
            or (word.endswith("day") and word[0].isupper())
        )

    def adjacent(self, verb: int, floor: int) -> Mention | None:
        """The mention right before a verb, nothing between."""
        index = bisect_right(self.starts, verb) - 1
        if index < 0 or self.mentions[index].span.start < floor or self.mentions[index].head == "who":
            return None
        return self._head_of(index, floor) if not self.frame[self.mentions[index].span.end : verb].strip() else None

    def _apposed(self, at: int) -> bool:
        """Whether a name in commas follows a noun phrase: "the head of Dam Watch, Ruth Ashe,"."""
        if at + 1 >= len(self.mentions) or self.mentions[at + 1].form is not Form.NAME:
            return False
        name = self.mentions[at + 1]
        return self.frame[self.mentions[at].span.end : name.start] == ", " and self.frame.startswith(",", name.span.end)

    def _is_governed(self, mention: Mention, floor: int) -> bool:
        """Whether a preposition governs a mention, which is then no subject."""
        words = self.frame[max(floor, mention.start - PREPOSITION_CHARS) : mention.start].split()
        return bool(words) and words[-1].casefold() in self.speech.prepositions

    def _is_owner(self, mention: Mention, floor: int) -> bool:
        """Whether the noun phrase that opens a sentence ends in a mention: "Kessel" in "The Bishop of Kessel, Ruth Ashe,"."""
        return self._is_governed(mention, floor) and "," not in self.frame[floor : mention.start]

    def _opening(self, mention: Mention, apposed: bool, floor: int) -> Mention:
        """Of two nouns before a comma the one that opens the sentence: "Ashe, who met Vale, an aide, said"."""
        index = bisect_left(self.starts, floor)
        if apposed and index < len(self.mentions) and self.mentions[index].form is Form.NAME:
            first = self.mentions[index]
            if self.frame.startswith((",", " ("), first.span.end) and not self.frame[floor : first.start].strip():
                return first
        return mention

    def _named(self, mention: Mention, limit: int) -> Mention:
        """The name in apposition to a noun phrase: "the chief engineer, Ruth Ashe, said"."""
        if mention.form is Form.PRONOUN:
            return mention
        return self._last_of_chain(bisect_left(self.starts, mention.span.start), limit)

    def _head_of(self, at: int, floor: int) -> Mention:
        """The first noun of a chain ("a spokesman for the ministry"), which is who speaks."""
        while at > 0 and self.mentions[at - 1].span.start >= floor:
            before = self.mentions[at - 1]
            link = self.frame[before.span.end : max(before.span.end, self.mentions[at].start)]
            if len(link) > 40 or not HEAD_LINK.match(link) or before.form is Form.PRONOUN:
                break
            at -= 1
        return self.mentions[at]

    def main_subject(self, floor: int, verb: int) -> Mention | None:
        """The first mention of the sentence that no preposition governs, else the first."""
        low, high = bisect_left(self.starts, floor), bisect_left(self.starts, verb)
        inside = [mention for mention in self.mentions[low:high] if mention.head != "who"]
        for mention in inside:
            if not self._is_governed(mention, floor):
                return self._named(mention, verb)
        return inside[0] if inside else None

    def _last_of_chain(self, index: int, limit: int) -> Mention:
        """The name at the end of a noun phrase: "Dam Watch director Ruth Ashe", "the chief engineer, Ruth Ashe"."""
        while index + 1 < len(self.mentions):
            mention, following = self.mentions[index], self.mentions[index + 1]
            if following.span.end > limit or following.form is not Form.NAME or mention.form is Form.PRONOUN:
                break
            gap = self.frame[mention.span.end : max(following.start, mention.span.end)]
            words = set(gap.casefold().split())
            chained = CHAIN.match(gap) and not words & (
                self.speech.prepositions | self.speech.inverting | {"and", "or", "who"}
            )
            if not chained and not (gap == ", " and mention.form is Form.NOMINAL and not mention.neuter):
                break
            index += 1
        return self.mentions[index]
