"""Invented news prose with the rhythm of the real: reports with short paragraphs, quotes, figures, briefs, dialogue.

No person, place, outlet or event in it exists. The same seed gives the same text.
"""

from __future__ import annotations

import random

PEOPLE = (
    "Ilse Brandt",
    "Tomas Okoro",
    "Maren Holt",
    "Piet Lanning",
    "Carla Voss",
    "Ruben Tassel",
    "Sofia Adey",
    "Ann Weller",
)
ROLES = (
    "the harbour master",
    "a spokesman for the council",
    "the minister",
    "the union",
    "an engineer who inspected it",
    "residents",
)
PLACES = ("Vellmar", "Kessel", "Upper Tarn", "Skerry", "Holtmouth", "the coast road", "the old quarter", "Lake Orrin")
THINGS = (
    "the dam",
    "the ferry",
    "the budget",
    "the school",
    "the bridge",
    "the fish market",
    "the hospital wing",
    "the rail line",
)
EVENTS = ("inspection", "closure", "strike", "vote", "flood", "audit", "hearing", "repair", "fire", "election")
VERBS = ("said", "told reporters", "argued", "insisted", "added", "wrote in a letter", "conceded")
TIMES = (
    "on Tuesday",
    "late on Monday night",
    "in the spring",
    "before the winter",
    "two weeks ago",
    "at a public meeting",
)
CLAUSES = (
    "the work would cost {n} million crowns and take until {month}",
    "nobody had asked the people who live below it",
    "the figures were {n} per cent higher than those published in {month}",
    "there was no reason to close {thing} again",
    "an independent {event} should have been ordered years ago",
    "{n} families were still waiting for an answer",
    "the pumps had failed three times, once while they were being shown to visitors",
    "a second {event}, planned for {month}, might not be needed after all",
    "the contract with the builders ends in {month}, whatever the court decides",
    "children walk past {thing} every morning",
)
MONTHS = ("March", "May", "September", "November")
OPENERS = (
    "{place} will have to wait longer for {thing}, after a {event} found cracks in {n} of its supports, {role} said {time}.",
    "The {event} of {thing} in {place} has divided the town, and {time} it divided the council as well.",
    "Some {n} people came to {place} {time} to ask why {thing} was still closed.",
    "A {event} at {thing} ended {time} without a decision, according to {role}.",
)
FACTS = (
    "The {event} began {time}, when a driver noticed water on the road near {place}.",
    "It is the third {event} in {n} years, and the first that was announced beforehand.",
    "Neither {role} nor the company that runs {thing} answered questions {time}.",
    "According to minutes of the meeting, which were published {time}, {clause}.",
    "In {place}, {n} kilometres away, {thing} was repaired within a month.",
    "Until then, buses will replace the trains between {place} and the airport, every {n} minutes.",
    "The council voted by {n} to 9 to postpone it.",
    "{thing_cap} was built in 1964, and nobody has seen the drawings since.",
    "Insurers put the damage at {n} million crowns, not counting the boats.",
)
QUOTES = (
    "“I have lived here for {n} years, and {clause},” {who} {verb}.",
    "“It is not a question of money,” {verb} {who}. “It is a question of whether {clause}.”",
    "{who}, {role}, {verb} that {clause}.",
    "“We will not wait until {month},” {who} {verb} {time}.",
)
SHORT = ("“No,” she said.", "That was in {month}.", "He laughed.", "Then the lights went out.", "It was not.")
HEADS = ("What happens next", "A long wait", "‘We were never asked’", "The cost", "Who decides")
TITLES = (
    "{place} waits for {thing} as {event} drags on",
    "{event_cap} of {thing} divides {place}",
    "Why {thing} in {place} is still closed",
)


class Prose:
    """Invented reports from one seeded chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def _fill(self, form: str) -> str:
        one = self.chance.choice
        clause = one(CLAUSES).format(
            n=self.chance.randint(3, 90), month=one(MONTHS), thing=one(THINGS), event=one(EVENTS)
        )
        thing, event = one(THINGS), one(EVENTS)
        filled = form.format(
            n=self.chance.randint(3, 90),
            month=one(MONTHS),
            thing=thing,
            thing_cap=thing[0].upper() + thing[1:],
            event=event,
            event_cap=event[0].upper() + event[1:],
            place=one(PLACES),
            role=one(ROLES),
            time=one(TIMES),
            who=one(PEOPLE),
            verb=one(VERBS),
            clause=clause,
        )
        return filled[0].upper() + filled[1:]

    def title(self) -> str:
        """A headline."""
        return self._fill(self.chance.choice(TITLES))

    def sentence(self) -> str:
        """A sentence of fact or speech."""
        return self._fill(self.chance.choice(FACTS + QUOTES))

    def paragraph(self) -> str:
        """One to three sentences; every tenth very short."""
        if self.chance.random() < 0.1:
            return self._fill(self.chance.choice(SHORT))
        return " ".join(self.sentence() for _ in range(self.chance.choice((1, 1, 2, 2, 3))))

    def report(self, least: int, most: int) -> list[str]:
        """The paragraphs of a report, the lead first; no two alike."""
        found = [self._fill(self.chance.choice(OPENERS))]
        wanted = self.chance.randint(least, most)
        while len(found) < wanted:
            paragraph = self.paragraph()
            if paragraph not in found:
                found.append(paragraph)
        return found

    def head(self) -> str:
        """A crosshead."""
        return self.chance.choice(HEADS)

    def headlines(self, count: int) -> list[str]:
        """Headlines of other reports."""
        return [self.title() for _ in range(count)]

    def comment(self) -> str:
        """What a reader writes below."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, 5)))
