"""Who the subject of a sentence is."""

from __future__ import annotations

import pytest

from digest.reactions import LEXICONS
from digest.reactions.actors import actors_of
from digest.reactions.lands import country_of

LEXICON, _ = LEXICONS["en"]

SUBJECTS: dict[str, list[tuple[str, str | None]]] = {
    "Infrastructure minister Ilse Brandt": [("Ilse Brandt", "Infrastructure minister")],
    "Paulo Reiss, an analyst at Tern Capital": [("Paulo Reiss", "analyst at Tern Capital")],
    "The tanker's owner, Delos Shipping": [("Delos Shipping", "tanker's owner")],
    "The mayor of Elden, Greta Sund": [("Greta Sund", "mayor of Elden")],
    "A spokesman for Norra Energi": [("Norra Energi", None)],
    "Ashdown's lawyer, Priya Nair": [("Ashdown", None)],
    "Poland, Estonia and Lithuania": [("Poland", None), ("Estonia", None), ("Lithuania", None)],
    "The Christian Council and the Islamic Congress": [("Christian Council", None), ("Islamic Congress", None)],
    "Opposition lawmakers": [("Opposition lawmakers", None)],
    "Mining unions in Poland": [("Mining unions in Poland", None)],
    "families of the dead": [("families of the dead", None)],
    "Press freedom group Reporters' Shield": [("Reporters' Shield", "Press freedom group")],
    "Jordan's opposition Islamic Front (IF), its largest party": [("Islamic Front", "Jordan's opposition")],
    "The Bishop of Kessel, Thaddeus Wren": [("Thaddeus Wren", "Bishop of Kessel")],
    "A spokesman for the ministry, Jonas Rell": [("Jonas Rell", "spokesman for the ministry")],
    "One of the organisers, Linnea Dahl": [("Linnea Dahl", "One of the organisers")],
    "The Patients' Council": [("Patients' Council", None)],
    "The Port of Sund": [("Port of Sund", None)],
    "Basalt & Stone": [("Basalt & Stone", None)],
    "U.S. Secretary of State Jack Orr": [("Jack Orr", "U.S. Secretary of State")],
    "A salmon farm off Hitra": [],
    "Some on the House Committee": [],
    "Mr. Rand did not say how many of the rebels": [],
    "The rights watchdog": [],
    "The group": [],
    "A bang": [],
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_subjects(subject: str) -> None:
    assert [(actor.name, actor.role) for actor in actors_of(subject, LEXICON)] == SUBJECTS[subject]


OFFICES: dict[str, str | None] = {
    "Moscow": "Russia",
    "The Russian Foreign Ministry": "Russia",
    "Syrian President Omar Haddu": "Syria",
    "The Zamiri government": "Zamir",
    "Zamir's government": "Zamir",
    "Danish lawmaker Jens Lauritz": None,
    "Haneul Steel": None,
}


@pytest.mark.parametrize("subject", OFFICES)
def test_who_speaks_for_a_country(subject: str) -> None:
    assert [actor.country for actor in actors_of(subject, LEXICON)] == [OFFICES[subject]]


def test_two_countries_are_none() -> None:
    assert country_of("the Danish and Swedish ministers") is None
    assert country_of("South Korean officials") == "South Korea"
