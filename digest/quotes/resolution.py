"""Whom a mention means: pronouns and noun phrases joined with the names of the text.

Pronouns go to the most salient person of fitting gender, in the manner of Lappin and Leass (1994): recency, subjecthood and
who spoke last are weighed. Noun phrases go to the person or body whose role in the text has the same noun.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from digest.languages.speech import SpeechTable
from digest.quotes.mentions import Form, Mention
from digest.text.names import Name, NameKind

REACH = 40
"""Mentions before a pronoun that may be meant."""
RECENCY, SUBJECT, SPOKE, FREQUENT, PERSON, GENDER, SELF, SAID = 3.0, 1.0, 1.2, 0.05, 0.8, 0.6, -2.5, 1.0
"""Weights of salience: nearness in sentences and paragraphs; subject of its clause; the last speaker; each mention up to ten;
known to be a person; known to be of the pronoun's gender; named inside the quotation itself; subject of a verb of saying."""
SUBJECT_AFTER = re.compile(
    r"\s+(?:also |then |later )?(?:[a-z]+ed|[a-z]+s|has|had|is|was|said|told|wrote|will|would|did|went|took)\b|, (?:who|a|the)\b"
)

BODY_PARAGRAPHS = 2
"""Paragraphs back in which "the group" may mean an organisation by its kind alone."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a mention was found to mean: ``name`` or None; ``margin`` by which it won; ``how`` it was found."""

    name: Name | None
    margin: float
    how: str


NOBODY = Referent(None, 0.0, "unresolved")


class Resolver:
    """Resolves the mentions of one text in reading order and remembers who spoke."""

    def __init__(self, frame: str, mentions: tuple[Mention, ...], speech: SpeechTable) -> None:
        self.frame = frame
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.speech = speech
        self.last: Name | None = None
        self.counts: dict[str, int] = {}
        self.roles: dict[str, str] = {}
        for mention in mentions:
            if mention.name:
                self.counts[mention.name.full] = self.counts.get(mention.name.full, 0) + 1
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
        if mention.form is Form.NOMINAL:
            return self._nominal(mention)
        return NOBODY

    def _before(self, mention: Mention) -> list[Mention]:
        index = bisect_left(self.starts, mention.span.start)
        return list(reversed(self.mentions[max(0, index - REACH) : index]))

    def _pronoun(self, mention: Mention, words: str) -> Referent:
        """The most salient person of fitting gender before a pronoun."""
        scores: dict[str, float] = {}
        names: dict[str, Name] = {}
        for other in self._before(mention):
            name = other.name
            if name is None or name.kind in (NameKind.ORGANISATION, NameKind.PLACE):
                continue
            if name.female is not None and name.female != mention.female:
                continue
            names.setdefault(name.full, name)
            score = self._salience(mention, other)
            scores[name.full] = max(scores.get(name.full, score), score)
        for full, name in names.items():
            scores[full] += self._standing(name, words)
        ranked = sorted(scores, key=lambda full: (-scores[full], full))
        if not ranked:
            return NOBODY
        margin = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 1.5
        return Referent(names[ranked[0]], margin, "pronoun")

    def _standing(self, name: Name, words: str) -> float:
        """What speaks for a person wherever mentioned."""
        score = FREQUENT * min(self.counts[name.full], 10)
        score += SPOKE * (self.last is not None and self.last.full == name.full)
        score += PERSON * (name.kind is NameKind.PERSON) + GENDER * (name.female is not None)
        last = name.full.split()[-1]
        return score + SELF * (len(last) > 2 and last in words)

    def _salience(self, mention: Mention, other: Mention) -> float:
        gap = self.frame[other.span.end : mention.span.start]
        distance = 1 + 0.5 * gap.count(". ") + 0.7 * gap.count("\n\n")
        return (RECENCY + SUBJECT * self._is_subject(other) + SAID * self._speaks(other)) / distance

    def _speaks(self, other: Mention) -> bool:
        """Whether a verb of saying stands before or after: what was not in marks was said too."""
        after = self.frame[other.span.end : other.span.end + 40].split()[:2]
        before = self.frame[max(0, other.start - 15) : other.start].split()[-1:]
        return any(word.strip(",.:") in self.speech.inverting for word in (*after, *before))

    def _is_subject(self, other: Mention) -> bool:
        words = self.frame[max(0, other.start - 20) : other.start].split()
        governed = bool(words) and words[-1].casefold() in self.speech.prepositions
        return not governed and SUBJECT_AFTER.match(self.frame, other.span.end) is not None

    def _body(self, mention: Mention) -> Referent:
        """For "it" the organisation that spoke last, else the one named last as a subject."""
        if self.last is not None and self.last.kind is NameKind.ORGANISATION:
            return Referent(self.last, 0.5, "body")
        for other in self._before(mention)[:8]:
            if other.name and other.name.kind is NameKind.ORGANISATION and self._is_subject(other):
                return Referent(other.name, 0.2, "body")
        return NOBODY

    def _nominal(self, mention: Mention) -> Referent:
        """The bearer of a role, or the body of a kind, that a noun phrase points back to."""
        opening = self.frame[mention.span.start : mention.span.end].split()[0].casefold()
        if mention.plural or opening not in ("the", "this", "that"):
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
        if mention.head in self.speech.organisations:
            return self._only_body(mention)
        return self._issuer(mention) if mention.head in self.speech.documents else NOBODY

    def _only_body(self, mention: Mention) -> Referent:
        """For "the group" the organisation named last before it as a subject, or the only one near."""
        near = [
            other.name
            for other in self._before(mention)
            if other.name is not None
            and other.name.kind is NameKind.ORGANISATION
            and self.frame.count("\n\n", other.span.end, mention.span.start) <= BODY_PARAGRAPHS
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
