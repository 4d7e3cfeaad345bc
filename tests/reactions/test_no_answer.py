"""What looks like an answer and is none: another matter far down a text, the dead, parts of somebody else's phrase."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.model import Article
from digest.quotes import find_quotes
from digest.reactions import find_reactions

WHEN = datetime(2026, 3, 4, tzinfo=UTC)
FIRE = "A fire in the port of Ostrow killed two watchmen on Wednesday.\n\n"
FINE = "OSTROW — The Harbour Board fined the ferry company Nordlys for a fire on Tuesday.\n\n"
DEATH = "Mayor Orrin Vale, who built the dam at Kessel, has died at 81, his family said on Tuesday.\n\n"
RULING = "ELDEN — Elden's Supreme Court on Tuesday struck down a law on wire taps.\n\n"
OTHER = "The town has four markets and a museum of salt, and its trams run late.\n\n" * 15
"""More text than the answers of a short report take."""

TOLD: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a demand far down that shares nothing with the opening": (
        f"{FIRE}{OTHER}Tomas Okoro said the salaries of nurses must rise by a tenth, and pensions with them.",
        [],
    ),
    "a demand far down that shares words with the opening": (
        f"{FIRE}{OTHER}Tomas Okoro said every watchman of the port must be trained with a hose.",
        [("Tomas Okoro", "calls for")],
    ),
    "a short answer far down": (f"{FIRE}{OTHER}Tomas Okoro condemned the silence.", [("Tomas Okoro", "condemns")]),
    "a body far down that is named after what burned": (
        f"{FIRE}{OTHER}The Port Workers' Union demanded longer breaks and better boots for all from the spring on.",
        [("Port Workers' Union", "calls for")],
    ),
    "the dead": (f"{DEATH}“I regret nothing,” Vale said.", []),
    "somebody who mourns the dead": (
        f"{DEATH}Tomas Okoro mourned a friend.",
        [("Tomas Okoro", "regrets")],
    ),
    "the late somebody": (f"{FIRE}The late Senator Tomas Okoro demanded a law against it.", []),
    "a share of those asked": (f"{FIRE}Fifty-four percent of readers said they supported the mayor.", []),
    "a body that a pronoun owns": (f"{FIRE}His group demanded an inquiry into the fire.", []),
    "the verb of a relative clause": (
        f"{FIRE}Tomas Okoro, whose hand was crushed, left the hospital.",
        [],
    ),
    "the main verb behind a relative clause": (
        f"{FIRE}The Seamen's Fund, which had urged the step, hailed a courageous crew.",
        [("Seamen's Fund", "welcomes")],
    ),
    "a name that somebody bears": (f"{FIRE}A group called the Sham Circle filmed the fire.", []),
    "what somebody is called is no denial": (
        f"{FIRE}Tomas Okoro called Mr. Vale a false prophet.",
        [("Tomas Okoro", "condemns")],
    ),
    "a person sent away": (f"{FIRE}Tomas Okoro dismissed her again.", []),
    "who agrees to do something": (f"{FIRE}The Green League agreed with the Red League to meet in May.", []),
    "who is pressed for an answer": (f"{FIRE}Tomas Okoro pressed Mr. Vale on where he had been.", []),
    "a feeling behind a source": (f"{FIRE}According to the Ostrow Times, even Mr. Vale was shocked.", []),
    "a sentence behind an earlier year": (
        f"{FIRE}In 1997 another warehouse burned. Tomas Okoro demanded a law on exits.",
        [],
    ),
    "an attack of an earlier month": (
        f"{FIRE}Tomas Okoro condemned the beating of a guard by dockers in January.",
        [],
    ),
    "a promise of an earlier month that is broken now": (
        f"{FIRE}Tomas Okoro called the fire the breach of a promise given in January.",
        [("Tomas Okoro", "condemns")],
    ),
    "a bare fact told of a body by its passive": (f"{FINE}Tomas Okoro said the company had been founded in 1990.", []),
    "a reproach told of a body": (
        f"{FINE}Tomas Okoro said the company had slept on its watch.",
        [("Tomas Okoro", "condemns")],
    ),
    "what a person did is a fact": (
        f"{FIRE}Tomas Okoro said Mr. Vale had moved to the port with his son.",
        [],
    ),
    "to whom something is told": (
        f"{FIRE}“Justice was served,” her nephew, Tomas Okoro, told Courtview.",
        [("Tomas Okoro", "welcomes")],
    ),
    "whose words stand in another part of the sentence": (
        f"{FIRE}Mr. Vale said it was “a step in the right direction”; Tomas Okoro said it was raining.",
        [("Vale", "welcomes")],
    ),
    "whom a place and a role describe": (f"{FIRE}The Ostrow lawmaker demanded an inquiry.", []),
    "an office without a name": (
        f"{FIRE}The health minister offered her condolences.",
        [("health minister", "regrets")],
    ),
    "a body with the place where it sits": (
        f"{FIRE}The New Kessel-based Committee for Open Ports condemned the fire.",
        [("Committee for Open Ports", "condemns")],
    ),
    "who stands behind somebody": (f"{FIRE}A guard with a Berthold stood behind him on the stairs.", []),
    "what somebody opposes in a subordinate phrase": (
        f"{FIRE}Tomas Okoro is the sponsor of a bill with rules opposed by dockers.",
        [],
    ),
    "an office of a place": (f"{FIRE}The Sultan of Marr appealed for calm.", [("Sultan of Marr", "calls for")]),
    "a title that begins like an adverb": (
        f"{FIRE}First Minister Fiona Auld told parliament that the fire was a disgrace.",
        [("Fiona Auld", "condemns")],
    ),
    "who speaks behind words without marks": (
        f"{FIRE}The owners must stand trial, said Tomas Okoro of the dockers.",
        [("Tomas Okoro", "calls for")],
    ),
    "the government whose law a court strikes down": (
        f"{RULING}Justice Minister Lena Forsgren said she was disappointed.",
        [("Lena Forsgren", "response")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_no_answer(text: str, expected: list[tuple[str, str]]) -> None:
    article = Article("a", "test", "Outlet", None, None, text, WHEN, "hash", published=WHEN)
    reactions = find_reactions("story", [article], find_quotes("a", text))
    assert [(one.actor, one.stance.value) for one in reactions] == expected
