"""Speakers told by a role, an age or a relation: who is meant, and where nobody is named."""

from __future__ import annotations

import pytest

from digest.model import PRINTED_FROM
from digest.quotes import find_quotes

MEANT = {
    "a name in commas behind an office and its place": (
        "The Bishop of Kessel, Thaddeus Wren, supported it: “The ledger is no scripture.”",
        "Thaddeus Wren",
    ),
    "a role that stood before the name in commas": (
        "Its chairman, Liu Weiming, came to the valley. Ruth Ashe wept.\n\n“There were no such letters,” the chairman said.",
        "Liu Weiming",
    ),
    "an age that stands behind one name": (
        "Piet Lanning, 29, bit Ruben Tassel, 31.\n\n“I will not appeal,” the 29-year-old said.",
        "Piet Lanning",
    ),
    "a name in commas behind an office and its place, in a sentence with more verbs": (
        """The former mayor, Tomas Okoro, wept.

The mayor of Kessel, Ilse Brandt, said she was sorry to hear of the loss of “a neighbour and a keeper of bees”.""",
        "Ilse Brandt",
    ),
    "a name behind the owner's name and a role": (
        "Omar Vale's official spokesman, Craig Olver, denied he had “threatened the editor of the paper”.",
        "Craig Olver",
    ),
    "a name behind an owner that ends in s": (
        "Ellis’ lawyer, Piet Lanning, hinted at “grave errors in the files of the court”.",
        "Piet Lanning",
    ),
    "a name behind a body's name and a role in initials": (
        "“It is a test on our children,” said Open Cells’s CEO, Ruth Ashe, warning of “harm that nobody can undo”.",
        "Ruth Ashe",
    ),
    "a role and a name behind somebody else's": (
        "By way of declining to show the offer to Vale, mill director Ruth Ashe said: “It is no bargain at all.”",
        "Ruth Ashe",
    ),
    "a name behind a house of parliament": (
        "The shadow leader of the House of Commons Sandra Imber said the tapes were a bad sign.\n\n“They must answer now,” she said.",
        "Sandra Imber",
    ),
    "a name behind a place and two roles": (
        "“In July they lost a fortune,” said Kessel businessman and blogger Andrew Halder, a critic of the mayor.",
        "Andrew Halder",
    ),
    "the one person named before a description with an age": (
        "Ada Fenn, the hiker who was lost, kept awake with songs.\n\n“I know a great many,” the retired teacher, 67, said.",
        "Ada Fenn",
    ),
    "a name whose apposition no comma closes": (
        "Piet Lanning, head of the Society of Mill Owners and Traders said the plan was “a mess that nobody wanted”.",
        "Piet Lanning",
    ),
    "who speaks behind words without marks": (
        """“A ship is under way,” President Omar Vale said.

Among the hurt was a 10-year-old girl, whose leg broke, said local hospital director Dr. Mark Tewu.

“Two more are being picked up,” he said.""",
        "Mark Tewu",
    ),
    "the owner and not the one owned": (
        "“They count the dead,” Barnabas Orrin said. His rival, President Matthias Tassel, slept.\n\n“We march,” he said.",
        "Barnabas Orrin",
    ),
}


@pytest.mark.parametrize(("text", "name"), MEANT.values(), ids=MEANT.keys())
def test_is_the_speaker(text: str, name: str) -> None:
    assert [quote for quote in find_quotes("a", text) if quote.rule[:8] != "reported"][-1].speaker.name == name


NOBODY = {
    "a noun phrase of the reporter that no list knows": (
        "As many believed that Ilse Brandt should go, the roads and rivers secretary said he was “quite ready for a change”."
    ),
    "a thing that does something": (
        "Ilse Brandt was on the plane, but the crew made a turn because an “unknown passenger was on board”."
    ),
    "a law that says something": ("Omar Vale wants to change the code, which states: “All who live here may vote.”"),
    "a resident of a place": ("“We lost the roof,” a resident of the coastal city of Ardley told reporters."),
    "a ministry that is not the council named before": (
        "The National Security Council met. Its head left.\n\n“Any delay is a bad sign,” the foreign ministry said."
    ),
    "a company that is not the agency that was told": (
        "“I ran,” he told The Meridian Wire.\n\n“This is a sad day for all of us,” the company said."
    ),
    "what somebody is called in a list of what he is": (
        "Ilse Brandt is also 34 and has the title of “research assistant professor at large”."
    ),
    "a crime told before words of somebody else": (
        "Police told how Carl Kearney shot a man.\n\n"
        "The guard is charged over a shot “towards the gate while the lamp was out”."
    ),
    "somebody new whom the sentence is about": (
        "“Dig on,” mayor Piet Lanning said.\n\n"
        "A resident of the next village, who gave no name, said he heard the roar. “I thought it was a bomb,” he said."
    ),
    "an attribution of its own that cannot be read": (
        "Envoy Ilse Brandt voiced regret. “A deadline is a calendar,” she said.\n\n"
        "“It was a very small hot tub,” the quince grower said."
    ),
    "an age that two names share": (
        "Piet Lanning, 29, bit Ruben Tassel, 29.\n\n“I will not appeal,” the 29-year-old said."
    ),
    "a description with an age behind two names": (
        "Ada Fenn and Ruth Ashe were lost.\n\n“I know a great many songs,” the retired teacher, 67, said."
    ),
    "an age of somebody new": "Piet Lanning, 31, left early.\n\n“I will not wait for him,” a 29-year-old said.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_is_printed_who_is_not_named(text: str) -> None:
    last = find_quotes("a", text)[-1]
    assert last.speaker.name is None or last.confidence < PRINTED_FROM


def test_whose_somebody_is_is_no_part_of_the_role() -> None:
    """In "the group’s head, Tomas Okoro," the role is "head": "the group" means the body, not him."""
    (quote,) = find_quotes("a", "The group’s chief engineer, Tomas Okoro, said: “The dam is cracked.”")
    assert quote.speaker.role == "chief engineer"
