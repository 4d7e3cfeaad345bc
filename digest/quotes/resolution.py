"""Whom a mention means: pronouns and noun phrases joined with the names of the text.

Pronouns go to the most salient person of fitting gender. Noun phrases go to the person or body whose role in the text has the same noun.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from digest.languages.speech import SpeechTable
from digest.model import Span
from digest.quotes.mentions import Form, Mention
from digest.quotes.salience import displaced, is_subject, salience, signs_of_person, signs_of_place
from digest.text.names import Name
from digest.text.runs import NameKind

SENTENCE_CHARS = 1500
"""Characters before a pronoun in which the sentence before it is looked for; a bound on work."""
SENTENCE_END = re.compile(r"[.?!]\x00*[ \n]+")
OPENING_WORD = re.compile(r"[\x00\s]*([A-Z][a-z]*)\b")
AGED = re.compile(r", \d{1,3},")
"""An age behind a noun phrase, which tells more of somebody named before."""
REACH = 40
"""Mentions before a pronoun that may be meant."""
ALONE = 1.5
"""Margin (in weights of salience) of a candidate who is the only one."""
BODY_PARAGRAPHS = 2
"""Paragraphs back in which "the group" may mean an organisation by its kind alone."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a mention was found to mean: ``name`` or None; ``margin`` by which it won; ``how`` it was found."""

    name: Name | None
    margin: float
    how: str


NOBODY = Referent(None, 0.0, "unresolved")
Candidate: TypeAlias = tuple[Name, tuple[str, ...]]
"""Somebody a pronoun may mean, with the signs of it."""


def most_salient(candidates: tuple[Candidate, ...]) -> Referent:
    """The candidate whose signs weigh most; of equals the first by name."""
    ranked = sorted(((-salience(seen), name.full, name) for name, seen in candidates), key=lambda one: one[:2])
    if not ranked:
        return NOBODY
    margin = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else ALONE
    return Referent(ranked[0][2], margin, "pronoun")


class Resolver:
    """Resolves the mentions of one text in reading order and remembers who spoke."""

    def __init__(
        self, frame: str, mentions: tuple[Mention, ...], speech: SpeechTable, female: Mapping[str, bool]
    ) -> None:
        self.frame = frame
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.speech = speech
        self.last: Name | None = None
        self.counts: dict[str, int] = {}
        self.roles: dict[str, str] = {}
        self.known = dict(female)
        self.bearers: dict[Span, Name | None] = {}
        for mention in mentions:
            if mention.name:
                self.counts[mention.name.full] = self.counts.get(mention.name.full, 0) + 1
                if mention.name.female is not None:
                    self.known[mention.name.full] = mention.name.female
                if mention.name.role:
                    self.roles.setdefault(mention.name.full, mention.name.role)

    def speaker(self, mention: Mention, words: str) -> Referent:
        """The name a mention that speaks ``words`` stands for; remembered as the last speaker."""
        referent = self._resolve(mention, words)
        name = referent.name
        if name is None:
            return referent
        self.last = name
        # A role is printed once, where somebody is introduced, and holds for the whole article.
        return referent if name.role else replace(referent, name=replace(name, role=self.roles.get(name.full)))

    def _resolve(self, mention: Mention, words: str) -> Referent:
        if mention.name is not None:
            return Referent(mention.name, 1.0, "named")
        if mention.head in self.speech.she or mention.head in self.speech.he:
            return self._pronoun(mention, words)
        if mention.head in self.speech.it:
            return self._body(mention)
        if mention.head.endswith(self.speech.age):
            return self._aged(mention, words)
        if mention.form is Form.NOMINAL:
            return self._nominal(mention)
        return NOBODY

    def _before(self, mention: Mention) -> list[Mention]:
        index = bisect_left(self.starts, mention.span.start)
        return list(reversed(self.mentions[max(0, index - REACH) : index]))

    def _aged(self, mention: Mention, words: str) -> Referent:
        """For "the 34-year-old" whose name that age stands behind, else the most salient person; of "a 34-year-old" nobody."""
        if not self.frame.startswith(("the ", "The "), mention.span.start):
            return NOBODY
        age = re.compile(rf",? \(?{mention.head.partition('-')[0]}[,.;)]")
        bearers = {
            other.name.full: other.name
            for other in self.mentions
            if other.name and age.match(self.frame, other.span.end)
        }
        if len(bearers) == 1:
            return Referent(next(iter(bearers.values())), ALONE, "nominal")
        return NOBODY if bearers else replace(self._pronoun(mention, words), how="nominal")

    def _pronoun(self, mention: Mention, words: str) -> Referent:
        """The most salient person before a pronoun; nobody whose gender is known to be the other one."""
        at = self._first_of_chain(mention)
        if self._follows_unnamed(at):
            return NOBODY
        names: dict[str, Name] = {}
        placed: dict[str, tuple[float, tuple[str, ...]]] = {}
        for other in self._before(at):
            name = other.name or self._bearer(other)
            if name is None or name.kind in (NameKind.ORGANISATION, NameKind.PLACE):
                continue
            if mention.female is not None and self._female(name) not in (None, mention.female):
                continue
            if name.kind is NameKind.UNKNOWN and name.full in self.known:
                name = replace(name, kind=NameKind.PERSON)
            names.setdefault(name.full, name)
            rank = list(names).index(name.full)
            seen = signs_of_place(self.frame, other, at.span.start, rank, self.speech)
            best = placed.get(name.full)
            if best is None or salience(seen) > best[0]:
                placed[name.full] = (salience(seen), seen)
        here = any(sign in ("subject-0-1", "subject-0-2") for _, seen in placed.values() for sign in seen)
        return most_salient(
            tuple(
                (name, (*placed[full][1], *self._standing(name, words, displaced(placed[full][1], here))))
                for full, name in names.items()
            )
        )

    def _first_of_chain(self, mention: Mention) -> Mention:
        """The first of the same pronouns in a paragraph between which nobody is named whom they may mean."""
        first = mention
        for other in self._before(mention):
            if "\n\n" in self.frame[other.span.end : first.span.start]:
                break
            if other.head == first.head:
                first = other
            elif other.name is not None and other.name.kind not in (NameKind.ORGANISATION, NameKind.PLACE):
                break
        return first

    def _follows_unnamed(self, mention: Mention) -> bool:
        """Whether the mention's sentence, or the one before in its paragraph, is about somebody whom the text does not name."""
        start = max(self.frame.rfind("\n", 0, mention.span.start) + 1, mention.span.start - SENTENCE_CHARS)
        ends = [stop.end() for stop in SENTENCE_END.finditer(self.frame, start, mention.span.start)]
        if self._opens_with_unnamed([start, *ends][-1], mention.span.start):
            return True
        if not ends:
            return False
        opening, closing = ([start, *ends])[-2], ends[-1]
        return self._is_about_unnamed(opening, closing) or self._ends_with_unnamed(opening, closing)

    def _ends_with_unnamed(self, opening: int, closing: int) -> bool:
        """Whether the last subject of a stretch is a noun phrase for one person whom the text does not name: "Moscow's envoy said"."""
        low, high = bisect_left(self.starts, opening), bisect_left(self.starts, closing)
        inside = [other for other in self.mentions[low:high] if is_subject(self.frame, other, self.speech)]
        last = inside[-1] if inside else None
        if last is None or last.form is not Form.NOMINAL or last.neuter or last.plural:
            return False
        return not self._points_back(last) and self._bearer(last) is None

    def _points_back(self, mention: Mention) -> bool:
        """Whether a noun phrase speaks of somebody told of before ("the minister"), so that it brings in nobody new."""
        return self.frame[mention.span.start : mention.span.end].split()[0].casefold() in ("the", "this", "that")

    def _opens_with_unnamed(self, start: int, end: int) -> bool:
        """Whether a noun phrase for somebody new opens a stretch in which nobody is named as a subject: "A resident who …"."""
        index = bisect_left(self.starts, start)
        first = self.mentions[index] if index < len(self.mentions) else None
        if first is None or first.form is not Form.NOMINAL or first.neuter or first.span.end > end:
            return False
        return not self.frame[start : first.span.start].strip(" \x00") and self._is_about_unnamed(start, end)

    def _is_about_unnamed(self, opening: int, closing: int) -> bool:
        word = OPENING_WORD.match(self.frame, opening, closing)
        if word is None or word[1].casefold() not in self.speech.indefinite:
            return False
        low, high = bisect_left(self.starts, opening), bisect_left(self.starts, closing)
        named = (other for other in self.mentions[low:high] if other.name is not None)
        return not any(is_subject(self.frame, other, self.speech) for other in named)

    def _bearer(self, mention: Mention) -> Name | None:
        """Whom a noun phrase for one person means, by the role printed with a name."""
        if mention.form is not Form.NOMINAL or mention.neuter or mention.plural:
            return None
        if mention.span not in self.bearers:
            self.bearers[mention.span] = self._nominal(mention).name
        return self.bearers[mention.span]

    def _female(self, name: Name) -> bool | None:
        return self.known.get(name.full)

    def _standing(self, name: Name, words: str, away: bool) -> tuple[str, ...]:
        """What speaks for a person wherever mentioned; ``away`` where the sentences before are about another."""
        last = name.full.split()[-1]
        return signs_of_person(
            self._female(name) is not None,
            name.kind is NameKind.PERSON,
            self.last is not None and self.last.full == name.full,
            self.counts[name.full],
            len(last) > 2 and last in words,
            away,
        )

    def _body(self, mention: Mention) -> Referent:
        """For "it" the organisation that spoke last, else the one named last as a subject."""
        if self.last is not None and self.last.kind is NameKind.ORGANISATION:
            return Referent(self.last, 0.5, "body")
        for other in self._before(mention)[:8]:
            if other.name and other.name.kind is NameKind.ORGANISATION and is_subject(self.frame, other, self.speech):
                return Referent(other.name, 0.2, "body")
        return NOBODY

    def _nominal(self, mention: Mention) -> Referent:
        """The bearer of a role, or the body of a kind, that a noun phrase points back to."""
        if mention.plural or not self._points_back(mention):
            return NOBODY
        words = set(self.frame[mention.span.start : mention.span.end].casefold().split())
        best: tuple[int, Name] | None = None
        for other in self._before(mention):
            if (
                other.name is not None
                and (shared := self._fits(mention, words, other.name))
                and (best is None or shared > best[0])
            ):
                best = (shared, other.name)
        if best is not None:
            return Referent(best[1], 0.3 * best[0], "nominal")
        if mention.head in self.speech.generic:
            return self._only_body(mention)
        if AGED.match(self.frame, mention.span.end):
            return self._only_person(mention)
        return self._issuer(mention) if mention.head in self.speech.documents else NOBODY

    def _only_person(self, mention: Mention) -> Referent:
        """For "the retired teacher, 67," the one person named before it; nobody where several are, or one of the other gender."""
        names = {
            other.name.full: other.name
            for other in self._before(mention)
            if other.name is not None and other.name.kind is NameKind.PERSON
        }
        person = next(iter(names.values())) if len(names) == 1 else None
        if person is None or (mention.female is not None and self._female(person) not in (None, mention.female)):
            return NOBODY
        return Referent(person, ALONE, "nominal")

    def _only_body(self, mention: Mention) -> Referent:
        """For "the group", but not "the ministry", which its name would say, the organisation named last before it as a subject, or the only one near."""
        near = [
            other.name
            for other in self._before(mention)
            if other.name is not None
            and other.name.kind is NameKind.ORGANISATION
            and self.frame.count("\n\n", other.span.end, mention.span.start) <= BODY_PARAGRAPHS
            and (self.counts[other.name.full] > 1 or is_subject(self.frame, other, self.speech))
        ]
        names = {name.full for name in near}
        return Referent(near[0], 1.0 if len(names) == 1 else 0.2, "nominal") if near else NOBODY

    def _issuer(self, mention: Mention) -> Referent:
        """For "the report" the organisation that the text names as its source ("a report issued by Dam Watch")."""
        for other in self._before(mention):
            if other.name is None or other.name.kind is not NameKind.ORGANISATION:
                continue
            around = (
                self.frame[max(0, other.start - 60) : other.start],
                self.frame[other.span.end : other.span.end + 60],
            )
            before, after = (side.casefold().split() for side in around)
            if (mention.head in before and self.speech.issued & set(before[-3:])) or (
                mention.head in after and self.speech.issuing & set(after)
            ):
                return Referent(other.name, 0.6, "nominal")
        return NOBODY

    def _fits(self, mention: Mention, words: set[str], name: Name) -> int:
        """How many words of a noun phrase the role or name of somebody shares; 0 if its noun is not among them."""
        own = set(re.findall(r"[\w-]+", f"{name.role or ''} {name.full if mention.neuter else ''}".casefold()))
        own |= {short for short, long in self.speech.synonyms if set(long.split()) <= own}
        if mention.head not in own or (mention.female is not None and name.female not in (None, mention.female)):
            return 0
        return len(own & words)
