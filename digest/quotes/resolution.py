"""Whom a mention means: pronouns and noun phrases joined with the names of the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from digest.quotes.mentions import Form, Mention
from digest.text.names import Name, NameKind

REACH = 40
"""Mentions before a pronoun that may be meant."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a mention was found to mean: ``name`` or None, with confidence 0 to 1."""

    name: Name | None
    confidence: float


class Resolver:
    """Resolves the mentions of one text, in order; remembers who spoke."""

    def __init__(self, frame: str, mentions: tuple[Mention, ...]) -> None:
        self.frame = frame
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]
        self.last_speaker: Name | None = None
        self.counts: dict[str, int] = {}
        for mention in mentions:
            if mention.name:
                self.counts[mention.name.full] = self.counts.get(mention.name.full, 0) + 1

    def speaker(self, mention: Mention) -> Referent:
        """The name a mention that speaks stands for; remembered as the last speaker."""
        referent = self.resolve(mention)
        if referent.name is not None:
            self.last_speaker = referent.name
        return referent

    def resolve(self, mention: Mention) -> Referent:
        """The name a mention stands for."""
        if mention.name is not None:
            return Referent(mention.name, 0.95)
        if mention.form is Form.PRONOUN and not mention.plural and mention.head in ("he", "she"):
            return self._pronoun(mention)
        if mention.form is Form.NOMINAL:
            return self._nominal(mention)
        return Referent(None, 0.0)

    def _pronoun(self, mention: Mention) -> Referent:
        scores: dict[str, float] = {}
        names: dict[str, Name] = {}
        index = bisect_left(self.starts, mention.span.start)
        for distance, other in enumerate(reversed(self.mentions[max(0, index - REACH) : index])):
            name = other.name
            if name is None or name.kind in (NameKind.ORGANISATION, NameKind.PLACE):
                continue
            if name.female is not None and mention.female is not None and name.female != mention.female:
                continue
            score = self._salience(mention, other, distance)
            key = name.full
            names.setdefault(key, name)
            scores[key] = max(scores.get(key, 0), score) + 0.15 * (key in scores)
        for key, name in names.items():
            if self.last_speaker is not None and key == self.last_speaker.full:
                scores[key] += 1.0
            scores[key] += 0.05 * min(self.counts[key], 10)
            if name.female is not None:
                scores[key] += 0.5
            if name.kind is NameKind.PERSON:
                scores[key] += 0.5
        if not scores:
            return Referent(None, 0.0)
        ranked = sorted(scores, key=lambda key: -scores[key])
        best = ranked[0]
        margin = scores[best] - (scores[ranked[1]] if len(ranked) > 1 else 0)
        return Referent(names[best], min(0.9, 0.55 + 0.2 * margin))

    def _salience(self, mention: Mention, other: Mention, distance: int) -> float:
        gap = self.frame[other.span.end : mention.span.start]
        paragraphs = gap.count("\n\n")
        sentences = gap.count(". ")
        subject = self._is_subject(other)
        return 2.0 / (1 + 0.5 * sentences + paragraphs) + 0.8 * subject - 0.02 * distance

    def _is_subject(self, other: Mention) -> bool:
        before = self.frame[max(0, other.span.start - 40) : other.span.start].rstrip()
        return (
            not before
            or before[-1] in '.\n\x00”",'
            or self.frame[other.span.end : other.span.end + 9].split()[:1]
            in (
                ["said"],
                ["has"],
                ["is"],
                ["was"],
                ["told"],
                ["had"],
                ["says"],
            )
        )

    def _nominal(self, mention: Mention) -> Referent:
        index = bisect_left(self.starts, mention.span.start)
        for other in reversed(self.mentions[:index]):
            name = other.name
            if name is None or name.role is None or mention.plural:
                continue
            if mention.head in name.role.casefold().split():
                return Referent(name, 0.6)
        return Referent(None, 0.0)
