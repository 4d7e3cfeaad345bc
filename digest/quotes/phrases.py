"""Noun phrases in the words of the reporter: who is the subject of a verb, and which of two nouns is meant.

Works on the frame of a text: its quotations blanked out, so that nobody named inside one is taken for a subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from digest.languages.sentence_marks import sentence_marks
from digest.languages.speech import SpeechTable
from digest.model import Span
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
OWN_SUBJECT_WORDS, OWN_SUBJECT_CHARS = 7, 120
"""Words and characters before a verb in which a noun phrase that is no mention begins: "the work and pensions secretary"."""
ROLE_MENTIONS = 4
"""Mentions before one in whose role it may stand."""
LIST_OPENS = re.compile(r"(?:\A|[\x00\n.,!?])\s*\Z")
"""What stands before a list of names that is the subject of its clause."""
CLAUSE_END = re.compile(r"[ \u00a0]?[.,;)\n\x00]|\Z")
POSSESSIVES = ("'s", "’s", "s'", "s’")
"""Endings of words that own what follows."""
HEAD_LINK = re.compile(
    r"\s+(?:of|for|at|with|from|in|to|on|and)\s+(?:the\s+|a\s+|an\s+)?(?:[a-z]+\s+(?:[a-z]+\s+)?(?:of|in)\s+(?:the\s+)?)?\Z"
)
COMPLEMENT = re.compile(r"\s+(?:of|for|at|in|to)\s+(?:the\s+|a\s+|an\s+)?[a-z-]+(?:\s+[a-z-]+)?,\s")
ADDRESSED_LINK = re.compile(r"\s+(?:[a-z]+ed|sent|written)\s+(?:to|for)\s+\Z")
"""Between a document and whom it is for: "the letter addressed to"."""
WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
TOKEN = re.compile(r"[^\s\x00]+|\x00+")
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
        self.verbs = [
            word for word in WORD.finditer(frame) if word[0] in self.patterns.verbs and not self._is_noun(word)
        ]
        self._no_noun = speech.conjunctions | speech.pronouns | speech.inverting | speech.copulas
        self.verb_starts = [verb.start() for verb in self.verbs]

    def verbs_in(self, start: int, end: int) -> list[re.Match[str]]:
        """The words of a stretch that may be cues, in order."""
        return self.verbs[bisect_left(self.verb_starts, start) : bisect_left(self.verb_starts, end)]

    def _is_noun(self, verb: re.Match[str]) -> bool:
        """Whether a form that may be a noun is one: "Brandt's claims", "of comments", "denied reports"."""
        word, speech = verb[0], self.speech
        plural = word.endswith("s") and word[:-1] in speech.bases
        if not plural and word not in speech.bases:
            return False
        before = self.frame[max(0, verb.start() - PREPOSITION_CHARS) : verb.start()].split()[-1:]
        if not before or self.frame[verb.start() - 1] == "\n":
            return False
        last = before[0].casefold()
        if last.endswith(POSSESSIVES) or last in speech.articles:
            return True
        if not plural and self._is_described(verb.start(), last):
            return True
        if last in speech.prepositions and last not in speech.conjunctions:
            return plural or last != "to"
        return plural and last in speech.verbs and last not in speech.bases and not last.endswith("s")

    def _is_described(self, start: int, adjective: str) -> bool:
        """Whether an article and one word that names no several stand right before: "the same question", not "the critics question"."""
        words = self.frame[max(0, start - 2 * PREPOSITION_CHARS) : start].split()[-2:]
        several = adjective.endswith("s") or adjective in self.speech.plurals
        return len(words) > 1 and words[0].casefold() in self.speech.articles and adjective.isalpha() and not several

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
            if listed := self._listed(at, floor):
                return listed
            head = self._bearer_of(at, floor) or self._head_of(at, floor)
            described = head.form is Form.NOMINAL and not head.neuter
            if (described or self._is_owner(head, floor)) and self._apposed(at):
                return self.mentions[at + 1]
            return self._opening(self._named(head, verb), bool(gap), floor)
        return None

    def _listed(self, at: int, floor: int) -> Mention | None:
        """The list of names that opens a clause and ends in a mention: "Ruth Ashe and Omar Vale" said it together."""
        first = at
        while first > 0 and self._goes_on_list(first, floor, last=first == at):
            first -= 1
        start = self.mentions[first].start
        if first == at or not LIST_OPENS.search(self.frame, max(0, start - 2), start):
            return None
        return Mention(Span(start, self.mentions[at].span.end), Form.NOMINAL, "and", plural=True)

    def _goes_on_list(self, at: int, floor: int, *, last: bool) -> bool:
        """Whether a name and the one before it are of one list; only "and" stands before its ``last``."""
        before, mention = self.mentions[at - 1], self.mentions[at]
        if before.span.start < floor or {before.form, mention.form} != {Form.NAME}:
            return False
        gap = self.frame[before.span.end : mention.start]
        return gap in ((" and ", ", and ") if last else (", ",))

    def _bearer_of(self, at: int, floor: int) -> Mention | None:
        """Whose role a mention is part of: in "Ruth Ashe, head of the Society of Mill Owners said" that is Ashe."""
        inside = self.mentions[at].span.start
        for before in reversed(self.mentions[max(0, at - ROLE_MENTIONS) : at]):
            if before.span.start < floor:
                return None
            role = before.name.role_span if before.name else None
            if role is not None and before.span.end < role.start <= inside < role.end:
                return before
        return None

    def inverted_subject(self, verb: re.Match[str], limit: int) -> Mention | None:
        """Who stands behind a verb at the end of a clause: "She slept, said the hospital's director Ruth Ashe"."""
        said = verb[0] in self.speech.inverting and verb[0] not in self.speech.addressed
        if not said or not self.frame.endswith(", ", 0, verb.start()):
            return None
        mention = self.mention_at(verb.end(), limit)
        if mention is None or mention.form is not Form.NAME or not CLAUSE_END.match(self.frame, mention.span.end):
            return None
        before = set(self.frame[verb.end() : mention.start].split())
        return None if before & (self._no_noun | self.speech.prepositions) else mention

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
        while words and "." in words[-1][:-1]:  # "with U.S. Senator Ruth Ashe"
            words.pop()
        at = bisect_left(self.starts, mention.span.start)
        if at and self.mentions[at - 1].span.start >= floor and self._is_chained(at - 1):
            return self._is_governed(self.mentions[at - 1], floor)  # "with Dam Watch director Ruth Ashe"
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
            addressed = before.neuter and ADDRESSED_LINK.match(link)
            if len(link) > 40 or not (HEAD_LINK.match(link) or addressed) or before.form is Form.PRONOUN:
                break
            at -= 1
        return self.mentions[at]

    def main_subject(self, floor: int, verb: int) -> Mention | None:
        """The first mention of the sentence that no preposition governs, else the first."""
        low, high = bisect_left(self.starts, floor), bisect_left(self.starts, verb)
        inside = [mention for mention in self.mentions[low:high] if mention.head != "who"]
        for mention in inside:
            if not self._is_governed(mention, floor):
                return self._name_in_commas(mention, high) or self._named(mention, verb)
        return inside[0] if inside else None

    def _name_in_commas(self, mention: Mention, limit: int) -> Mention | None:
        """The name behind a noun phrase with its complement: "Ruth Ashe" of "the mayor of Kessel, Ruth Ashe,"."""
        at = bisect_left(self.starts, mention.span.start)
        if mention.form is not Form.NOMINAL or mention.neuter:
            return None
        while at + 1 < limit and HEAD_LINK.fullmatch(
            self.frame, self.mentions[at].span.end, self.mentions[at + 1].start
        ):
            at += 1
        if at + 1 < limit and (self._apposed(at) or self._is_complemented(at)):
            return self.mentions[at + 1]
        return None

    def _is_complemented(self, at: int) -> bool:
        """Whether a complement without a mention stands between a noun and the name in commas: "the father of the boy, Ruth Ashe,"."""
        name = self.mentions[at + 1]
        between = COMPLEMENT.fullmatch(self.frame, self.mentions[at].span.end, name.start)
        return name.form is Form.NAME and between is not None and self.frame.startswith(",", name.span.end)

    def of_relative(self, floor: int, verb: int) -> tuple[Mention | None, bool]:
        """Whom a clause with "who" tells of that reaches to the verb, if anybody named; and whether there is one.

        In "Ashe passed a guard who had seen her and had shouted" it is nobody named; a comma behind "who" ends the clause.
        """
        index = bisect_left(self.starts, verb) - 1
        while index > 0 and self.mentions[index].head != "who" and self.mentions[index].span.start >= floor:
            index -= 1
        if index < 1 or self.mentions[index].head != "who" or self.mentions[index].span.start < floor:
            return None, False
        who, before = self.mentions[index], self.mentions[index - 1]
        if "," in self.frame[who.span.end : verb]:
            return None, False
        beside = before.span.start >= floor and self.frame[before.span.end : who.span.start] in (" ", ", ")
        return (before if beside else None), True

    def own_subject(self, verb: int, floor: int) -> tuple[Mention, bool] | None:
        """A noun phrase right before a verb that is no mention: "the crew said"; and whether it opens a clause of its own."""
        start = max(floor, verb - OWN_SUBJECT_CHARS)
        words = list(TOKEN.finditer(self.frame, start, verb))
        while words and self._is_adverb(words[-1][0]):
            words.pop()
        if words and words[-1][0] == "which":
            return Mention(Span(*words[-1].span()), Form.NOMINAL, "which", neuter=True), True
        for count, word in enumerate(reversed(words[-OWN_SUBJECT_WORDS:])):
            low = word[0].casefold()
            if low in self.speech.determiners and count:
                break
            if not low[-1].isalnum() or (low in self._no_noun and not (low == "and" and count)):
                return None
        else:
            return None
        before = words[: len(words) - count - 1]
        last = before[-1][0].casefold() if before else ""
        spoken = last in self.speech.verbs or last.rstrip(",") in self.speech.inverting  # "she said, the crew left"
        inside = last == "that" or spoken
        opens = not before or not last[-1].isalnum() or last in self.speech.conjunctions
        if not inside and not opens:
            return None
        span = Span(word.start(), words[-1].end())
        return Mention(span, Form.NOMINAL, words[-1][0].casefold()), not inside

    def _last_of_chain(self, index: int, limit: int) -> Mention:
        """The name at the end of a noun phrase: "Dam Watch director Ruth Ashe", "the chief engineer, Ruth Ashe"."""
        while index + 1 < len(self.mentions):
            mention, following = self.mentions[index], self.mentions[index + 1]
            if following.span.end > limit or following.form is not Form.NAME or mention.form is Form.PRONOUN:
                break
            gap = self.frame[mention.span.end : max(following.start, mention.span.end)]
            if not self._is_chained(index) and not (
                gap == ", " and mention.form is Form.NOMINAL and not mention.neuter
            ):
                break
            index += 1
        return self.mentions[index]

    def _is_chained(self, index: int) -> bool:
        """Whether a mention and the next are one noun phrase: "Dam Watch director Ruth Ashe"."""
        gap = self.frame[
            self.mentions[index].span.end : max(self.mentions[index + 1].start, self.mentions[index].span.end)
        ]
        words = gap.casefold().split()
        if "and" in words[1:-1]:  # "Kessel baker and author Ruth Ashe"
            words.remove("and")
        return bool(CHAIN.match(gap)) and not any(self._breaks_chain(word) for word in words)

    def _breaks_chain(self, word: str) -> bool:
        """Whether a word between two names tells that the second begins a noun phrase of its own: a verb, an article, a preposition."""
        speech = self.speech
        function = (speech.prepositions, speech.inverting, speech.conjunctions, speech.articles)
        verbs = (speech.pasts, speech.copulas)
        return word == "or" or word.endswith("ed") or any(word in words for words in (*function, *verbs))
