"""What is a copy of what, in small invented texts: each table entry is a sentence about one pair."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from digest.grouping import Memory, group_night, group_series
from digest.languages.boilerplate import PHRASES
from digest.model import Article

WIRE = """KESTRIN (National Wire) - The harbour board of Kestrin approved a new breakwater on Tuesday after nine years of dispute.

The wall will be 840 metres long and cost 61 million crowns, the board's chair, Marta Oyelaran, told reporters at the fish market.

"Our fleet has waited long enough," Oyelaran said. The fishing cooperative Blue Shoal had sued the board twice over the plan.

Work starts in April, and the contractor Tessel & Sons expects to finish before the storms of 2028."""

RIVER = """A colony of otters has settled on the river Lunn for the first time since 1962, biologists of Varr college said.

Cameras counted 11 animals between the weir and the old mill at Sorrel Bridge. Anglers there asked for compensation.

The college will tag the otters in spring, and the county set aside 40,000 crowns for fences around fish ponds."""

SCHOOL = """Teachers in the province of Ostmark ended a strike of three weeks after a vote on Sunday evening.

The union leader Piet Halloran said 72 percent of 4,100 members accepted a rise of 5 percent and smaller classes.

Schools in Greywater and Linden open again on Wednesday, the province said, and exams move to the second week of June."""

FOOTER = "Sign up for our letter and support our journalism. All rights reserved by the Harbour Post and its partners."


def paragraphs(text: str, *places: int) -> str:
    return "\n\n".join(text.split("\n\n")[place] for place in places)


PAIRS: dict[str, tuple[str, str, str | None, list[int]]] = {
    "the same words are an exact copy": (WIRE, WIRE, "exact", []),
    "typographic marks and case do not make another text": (WIRE, WIRE.replace('"', "”").upper(), "exact", []),
    "a few changed words leave a near copy": (
        WIRE,
        WIRE.replace("dispute", "quarrel").replace("twice", "two times"),
        "near",
        [],
    ),
    "the first paragraphs alone are an excerpt": (WIRE, paragraphs(WIRE, 0, 1), "excerpt", []),
    "paragraphs of its own at the end make it extended": (WIRE, WIRE + "\n\n" + paragraphs(RIVER, 1), "extended", [4]),
    "part of it and more is mixed": (WIRE, paragraphs(RIVER, 0) + "\n\n" + paragraphs(WIRE, 0, 1, 2), "mixed", [0]),
    "changed figures and a new paragraph make an update": (
        WIRE,
        WIRE.replace("61 million", "75 million") + "\n\nOpponents led by Aldous Finch called a march for Friday.",
        "update",
        [4],
    ),
    "a footer is no paragraph of its own": (WIRE, WIRE + "\n\n" + FOOTER, "near", []),
    "a reworded paragraph is not a new one": (
        WIRE,
        paragraphs(WIRE, 0, 1, 2)
        + "\n\nTessel & Sons, which won the contract, means to begin in April and be done by 2028.",
        "near",
        [],
    ),
    "texts on other matters are no copies": (WIRE, RIVER, None, []),
    "one shared quotation is no copy": (
        WIRE,
        RIVER + "\n\n“Our fleet has waited long enough,” Oyelaran said.",
        None,
        [],
    ),
    "unrelated texts over one footer are no copies": (
        "Rain fell on Linden.\n\n" + FOOTER,
        "Goats escaped at Varr.\n\n" + FOOTER,
        None,
        [],
    ),
}


@pytest.mark.parametrize(("original", "other", "relation", "own"), PAIRS.values(), ids=PAIRS)
def test_pairs(original: str, other: str, relation: str | None, own: list[int]) -> None:
    found = group_series(
        [
            {"id": "first", "text": original, "date": "2026-03-04T06:00Z"},
            {"id": "second", "text": other, "date": "2026-03-04T09:00Z"},
        ]
    )
    assert [row["relation"] for row in found] == [None, relation]
    assert found[1]["original"] == ("first" if relation else "second")
    assert found[1]["new_paragraphs"] == own


def forecast(town: str, high: int, low: int, wind: int) -> str:
    return (
        f"{town} will see sun and a few clouds today with a high of {high} degrees, the weather office of the county said.\n\n"
        f"Wind from the west will reach {wind} kilometres an hour along the coast near {town} in the late afternoon.\n\n"
        f"Temperatures fall to {low} degrees before dawn, and drivers should expect fog on the roads of the valley."
    )


TEMPLATES = {
    "two towns": (forecast("Linden", 14, 3, 25), forecast("Sorrel", 9, 1, 40)),
    "one town on two days": (forecast("Linden", 14, 3, 25), forecast("Linden", 11, 5, 32)),
}


@pytest.mark.parametrize(("first", "second"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_filled_twice_is_two_texts(first: str, second: str) -> None:
    found = group_series(
        [{"id": "a", "text": first, "date": "2026-03-04"}, {"id": "b", "text": second, "date": "2026-03-05"}]
    )
    assert [row["relation"] for row in found] == [None, None]


def test_a_template_reprinted_as_it_is_is_a_copy() -> None:
    text = forecast("Linden", 14, 3, 25)
    found = group_series([{"id": name, "text": text, "date": "2026-03-04"} for name in "ab"])
    assert len({row["copy_group"] for row in found}) == 1


def test_a_round_up_folds_nothing_and_chains_nothing() -> None:
    texts = (WIRE, RIVER, SCHOOL)
    round_up = "\n\n".join(paragraphs(text, 0) for text in texts)
    rows = [{"id": f"t{at}", "text": text, "date": "2026-03-04T06:00Z"} for at, text in enumerate(texts)]
    found = group_series([*rows, {"id": "all", "text": round_up, "date": "2026-03-04T09:00Z"}])
    assert len({row["copy_group"] for row in found}) == 4


def test_what_an_outlet_repeats_in_unlike_texts_is_learned_as_boilerplate() -> None:
    closing = "Letters to the desk reach us at the green door in Mill Lane, where coffee is served to every visitor who brings news."
    bodies = [WIRE, RIVER, SCHOOL, forecast("Linden", 14, 3, 25), "Goats escaped near Varr and ate a hedge."]
    rows = [
        {"id": f"t{at}", "text": f"{body}\n\n{closing}", "date": f"2026-03-0{at + 1}", "outlet": "Mill Lane News"}
        for at, body in enumerate(bodies)
    ]
    copy = {"id": "copy", "text": WIRE + f"\n\n{closing}", "date": "2026-03-09", "outlet": "Mill Lane News"}
    found = group_series([*rows, copy])
    assert len({row["copy_group"] for row in found[:5]}) == 5
    assert (found[5]["original"], found[5]["new_paragraphs"]) == ("t0", [])


@pytest.mark.parametrize(("minutes", "original"), [(40, "wire"), (80, "paper")])
def test_an_agencys_own_text_goes_before_reprints_of_the_same_hour(minutes: int, original: str) -> None:
    start = datetime(2026, 3, 4, 6, tzinfo=UTC)
    later = start + timedelta(minutes=minutes)
    paper = Article("paper", "f", "Kestrin Echo", None, None, WIRE, start, "", agency="National Wire", published=start)
    wire = Article("wire", "f", "National Wire", None, None, WIRE, later, "", agency="National Wire", published=later)
    group = group_night([paper, wire], Memory.empty()).groups[0]
    assert (group.original, group.agency) == (original, "National Wire")


def test_phrases_of_boilerplate_have_three_words_or_more() -> None:
    assert all(len(phrase.split()) >= 3 for phrases in PHRASES.values() for phrase in phrases)
