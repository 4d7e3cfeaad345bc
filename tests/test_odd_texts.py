"""No text stops a night: whatever marks an outlet sets or forgets, what is printed is proven and the site is published."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from digest.report import BuildReport
from digest.site.check import Fault
from digest.store import Store
from digest.verify import verify

WORDS = [
    "the",
    "dam",
    "was",
    "safe",
    "and",
    "nobody",
    "in",
    "the",
    "valley",
    "read",
    "gauges",
    "since",
    "winter",
    "council",
    "engineers",
    "water",
    "spillway",
    "cracks",
]
SPEAKERS = (
    "Ilse Brandt",
    "Tomas Okoro",
    "Dam Watch",
    "the minister",
    "she",
    "Carla Voss, opposition leader",
    "a spokesman",
)
CUES = ("said", "told reporters", "condemned it", "warned", "denied", "called for a survey", "rejected the claim")
PAIRS = (
    ("“", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("''", "''"),
    ("“", "’’"),
    ("”", "“"),
    ("“", ""),
    ("", "”"),
    ("«", "»"),
    ("„", "“"),
)
ODD = (
    *"“”\"'‘’«»„…—()[]*_#`|\\!?:;,.\u00a0\u2028\u200b\u202e\t\x0b",
    *(
        "''",
        "``",
        ",,",
        ", ,",
        ".”",
        "”.",
        "“ ”",
        "“…”",
        "”“",
        " … ",
        "<b>",
        "&amp;",
        "> ",
        "1. ",
        "{{ x }}",
        "e\u0301",
    ),
)
ARTICLES = 120


def spoken(random: Random) -> str:
    words = " ".join(random.choices(WORDS, k=random.randint(3, 14)))
    for _ in range(random.randint(0, 3)):
        place = random.randint(0, len(words))
        words = words[:place] + random.choice(ODD) + words[place:]
    return words


def sentence(random: Random) -> str:
    (opening, closing), who, cue = random.choice(PAIRS), random.choice(SPEAKERS), random.choice(CUES)
    words = spoken(random)
    return random.choice(
        (
            f"{opening}{words.capitalize()},{closing} {who} {cue}.",
            f"{opening}{words.capitalize()},{closing} {who} {cue}. {opening}{spoken(random)}.{closing}",
            f"{who} {cue}: {opening}{words}.{closing}",
            f"{who} said that it was {opening}{words}{closing}.",
            f"{words.capitalize()}.",
        )
    )


def article(random: Random, number: int) -> str:
    paragraphs = (" ".join(sentence(random) for _ in range(random.randint(1, 4))) for _ in range(random.randint(2, 6)))
    told = {
        "id": f"odd-{number}",
        "title": sentence(random)[:90],
        "text": random.choice(("\n\n", "\n\n", " ", "")).join(paragraphs),
        "date": f"2026-03-04T{number % 24:02}:00:00Z",
        "outlet": random.choice(("Harbour Post", "Vellmar Radio", "Old “Herald”")),
    }
    return json.dumps(told | ({"url": f"https://odd.example/{number}"} if number % 3 else {}))


def faults(folder: Path) -> tuple[Fault, ...]:
    with Store.open(folder / "state", create=False) as store:
        return verify(store, folder / "site")[0]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_no_marks_of_an_outlet_stop_a_night(seed: int, tmp_path: Path, run: Callable[..., BuildReport]) -> None:
    random = Random(seed)
    feeds = tmp_path / "odd"
    feeds.mkdir()
    (feeds / "odd.jsonl").write_text("\n".join(article(random, n) for n in range(ARTICLES)), encoding="utf-8")
    report = run(4, feeds=feeds)
    assert report.nights[0].new == ARTICLES
    assert report.nights[0].quotes > ARTICLES
    assert faults(tmp_path) == ()


def test_words_that_begin_with_a_closing_mark_are_proven_like_others(
    tmp_path: Path, run: Callable[..., BuildReport]
) -> None:
    feeds = tmp_path / "odd"
    feeds.mkdir()
    text = "Two were hurt at the quay.\n\n” … so it was crazy, and nobody knew what it was,” said Ilse Brandt, a sailor,, at noon."
    (feeds / "odd.txt").write_text(f"title: Two hurt\ndate: 2026-03-04\n\n{text}\n", encoding="utf-8")
    run(4, feeds=feeds)
    assert faults(tmp_path) == ()


def test_of_a_text_without_end_only_excerpts_are_printed(tmp_path: Path, run: Callable[..., BuildReport]) -> None:
    feeds = tmp_path / "long"
    feeds.mkdir()
    endless = "the water stood where it was and " * 6000
    text = f"“It is a decoration that nobody reads,” said Ilse Brandt.\n\n{endless}“a scandal”, said Carla Voss, {endless}\n\n“{endless},” said Tomas Okoro. He condemned {endless}."
    (feeds / "long.txt").write_text(f"title: Water stands\ndate: 2026-03-04\n\n{text}\n", encoding="utf-8")
    run(4, feeds=feeds)
    assert faults(tmp_path) == ()
    assert max(path.stat().st_size for path in (tmp_path / "site" / "stories").rglob("*.*")) < 30_000
    assert "It is a decoration" in next((tmp_path / "pages" / "stories").rglob("water-stands.md")).read_text()


def test_a_story_with_nothing_but_speech_and_no_address_is_proven_in_feeds(
    tmp_path: Path, run: Callable[..., BuildReport]
) -> None:
    feeds = tmp_path / "bare"
    feeds.mkdir()
    glued = (
        'A gate of the dam fell at night, police said, when two boys played near its winch with a loaded crate."It appears that '
        'the winch turned by itself and the gate came down," said Insp. Ilse Brandt, Vellmar Police.Police say two boys stood '
        'by the winch while their father, who keeps the gate and the gauge, had gone to the house on the dam for a lamp, for oil and for the book in which he writes the level of the water.One was hurt at the hand."When I left him he was doing well and asked '
        'for his cap," Insp. Brandt said.'
    )
    line = {"id": "gate", "title": "Police: gate fell", "text": glued, "date": "2026-03-04", "outlet": "Vellmar Radio"}
    (feeds / "bare.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run(4, feeds=feeds)
    assert faults(tmp_path) == ()
    assert "<span>“When I left him" in next((tmp_path / "site").rglob("vellmar-radio.feed.json")).read_text()
