"""Whose answer a sentence tells, where its subject names nobody by itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.model import Article
from digest.quotes import find_quotes
from digest.reactions import find_reactions

WHEN = datetime(2026, 3, 4, tzinfo=UTC)
AUDIT = "VELLMAR, March 4 (Wire) - Roads minister Ilse Brandt on Wednesday dismissed an audit that found cracks in a dam.\n\n"
CHARGE = "Prosecutors on Wednesday charged the mayor of Merrow, Viktor Halden, with taking bribes from a builder.\n\n"
FIRE = "A fire in the port of Ostrow killed two watchmen on Wednesday.\n\n"
FEE = "OTTAWA (Ledger) — Canada will triple the fee for a permit, Immigration Minister Claire Dale said on Monday.\n\n"

TOLD: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "A dateline is nobody, and who dismisses an audit is the one it blames": (
        AUDIT,
        "",
        [("Ilse Brandt", "response")],
    ),
    '"She" is the one person whom the sentence before names': (
        FIRE,
        "Ostrow mayor Lena Dragun stood at the quay. She called for every warehouse to be inspected.",
        [("Lena Dragun", "calls for")],
    ),
    'A "he" after two persons in its sentence is nobody': (
        FIRE,
        "Senator Tom Ash met President Max Orr, but he said the port must be closed.",
        [],
    ),
    '"It" is the body of the sentence before': (
        FIRE,
        "Norhaven Storage said little. It demanded an inquiry into the fire.",
        [("Norhaven Storage", "calls for")],
    ),
    "A bare ministry has the name that stands before": (
        FIRE,
        "Divers met the harbour ministry. The ministry regretted the fire.",
        [("harbour ministry", "regrets")],
    ),
    "A bare ministry without a name is nobody": (FIRE, "The ministry rejected that charge.", []),
    "Who is charged answers, though an office stands before his name": (
        CHARGE,
        "Halden denied the charges.",
        [("Viktor Halden", "response")],
    ),
    "A lawyer's disappointment is not the client's": (
        CHARGE,
        "Halden's lawyer, Yusra Tamm, said she was disappointed but calm.",
        [],
    ),
    "The minister who announces is no stranger to it later": (
        FEE,
        "“Nobody should wait for a permit,” Ms. Dale told reporters.",
        [],
    ),
    "The name of a country is no verb": (
        FIRE,
        "The United States declined to say who was behind the fire.",
        [("United States", "no comment")],
    ),
    "Months inside what was said do not make an answer old": (
        FIRE,
        "Mayor Lena Dragun called on the council to wait for a report in April.",
        [("Lena Dragun", "calls for")],
    ),
    '"The prime minister" is the one whom the story names with that office': (
        FIRE,
        "Prime Minister Ada Holm was at the quay. It was dark. The prime minister called for an inquiry.",
        [("Ada Holm", "calls for")],
    ),
    '"The prime minister" is nobody where the story names two': (
        FIRE,
        "Prime Minister Ada Holm met Prime Minister Max Orr. The prime minister called for an inquiry.",
        [],
    ),
    "What the one who is charged posts is a response": (
        CHARGE,
        "Proud of this town and of its builders. — Viktor Halden (@halden) March 4, 2026",
        [("Viktor Halden", "response")],
    ),
    "Later words of a quotation do not give its first sentence a stance": (
        FIRE,
        "“There is nothing to connect the two,” said Aino Sorell, who led the crews. “Somebody must look into it.”",
        [],
    ),
    "A stance that is denied is none": (
        FIRE,
        "Mayor Lena Dragun said the town was not calling anyone a liar over the fire.",
        [],
    ),
    "A technique called something is not called it by anybody": (
        FIRE,
        "Crews relied on a method called starving, which distorts the fire.",
        [],
    ),
}


@pytest.mark.parametrize("behaviour", TOLD)
def test_whose_words(behaviour: str) -> None:
    lead, rest, expected = TOLD[behaviour]
    text = lead + rest
    article = Article("a", "test", "Outlet", None, None, text, WHEN, "hash", published=WHEN)
    found = find_reactions("story", [article], find_quotes("a", text))
    assert [(reaction.actor, str(reaction.stance)) for reaction in found] == expected
