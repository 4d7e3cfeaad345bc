"""The known traps of quotations and speakers, one by one: each in several forms."""

from __future__ import annotations

import pytest

from digest.model import PRINTED_FROM
from digest.quotes import find_quotes

TRAPS: dict[str, dict[str, tuple[str, list[tuple[str, str | None]]]]] = {
    "an apostrophe is no closing single mark": {
        "a contraction": (
            "‘I don’t know who’ll pay for it,’ said Ruth Ashe.",
            [("I don’t know who’ll pay for it,", "Ruth Ashe")],
        ),
        "a plural owner": (
            "‘The workers’ rights were sold for nothing,’ said Ruth Ashe.",
            [("The workers’ rights were sold for nothing,", "Ruth Ashe")],
        ),
        "straight marks": (
            "'It's the dockers' money and they'll want it back,' Ruth Ashe said.",
            [("It's the dockers' money and they'll want it back,", "Ruth Ashe")],
        ),
        "a cut word": (
            "‘We sang all through the ’80s and nobody came,’ Ruth Ashe said.",
            [("We sang all through the ’80s and nobody came,", "Ruth Ashe")],
        ),
    },
    "two single marks are one double mark": {
        "straight": (
            "''The wells are dry,'' said Gov. Lena Ruiz. ''The tanks are next.''",
            [("The wells are dry,'' said Gov. Lena Ruiz. ''The tanks are next.", "Lena Ruiz")],
        ),
        "grave and straight": (
            "``The wells are dry by now,'' Lena Ruiz said.",
            [("The wells are dry by now,", "Lena Ruiz")],
        ),
        "closing a curly one": (
            "“The wells are dry by now,’’ Lena Ruiz said.",
            [("The wells are dry by now,", "Lena Ruiz")],
        ),
    },
    "a closing mark is lost": {
        "before the cue": (
            "“The bridge was closed in time, Jan de Vries said on Tuesday.\n\n“Nobody was hurt,” he said.",
            [("The bridge was closed in time,", "Jan de Vries"), ("Nobody was hurt,", "Jan de Vries")],
        ),
        "at the end of a paragraph": (
            "Jan de Vries said: “The bridge was closed in time.\n\nIt rained all day. “We slept,” Ada Fenn said.",
            [("The bridge was closed in time.", "Jan de Vries"), ("We slept,", "Ada Fenn")],
        ),
    },
    "marks inside marks": {
        "double in single": (
            "‘He told me “never again” and hung up,’ said Greta Solheim.",
            [("He told me “never again” and hung up,", "Greta Solheim")],
        ),
        "single in double": (
            "\"He shouted 'run' to all of us,\" said Ada Fenn.",
            [("He shouted 'run' to all of us,", "Ada Fenn")],
        ),
        "both closed at one place": (
            "Ada Fenn said: “He only shouted, ‘Run for your lives!’”",
            [("He only shouted, ‘Run for your lives!’", "Ada Fenn")],
        ),
    },
    "titles of works and scare quotes": {
        "a work": ("Lena Ruiz sang in the musical “Harbour Lights” before she was elected.", []),
        "a work after a verb of saying": ("Lena Ruiz, who wrote “Harbour Lights” in 1998, said nothing.", []),
        "a term": ("The so-called “smart dam” has no sensors, Ruth Ashe said.", []),
        "irony": ("Its “brain” is a man with a phone.", []),
        "a name that somebody goes by": ("Omar “the Ox” Vale left the ring.", []),
    },
    "an editor's word in brackets": {
        "sic": (
            "“The dam were [sic] safe all spring,” Ilse Brandt wrote.",
            [("The dam were [sic] safe all spring,", "Ilse Brandt")],
        ),
        "a name filled in": (
            "“We told [Vale] to go home at once,” Ilse Brandt said.",
            [("We told [Vale] to go home at once,", "Ilse Brandt")],
        ),
    },
    "who tells and who is told": {
        "behind the words": (
            "“You should leave tonight,” Ilse Brandt told Tomas Okoro.",
            [("You should leave tonight,", "Ilse Brandt")],
        ),
        "before the words": (
            "Ilse Brandt told Tomas Okoro: “You should leave tonight.”",
            [("You should leave tonight.", "Ilse Brandt")],
        ),
        "who was told": (
            "Tomas Okoro was told by Ilse Brandt: “You should leave tonight.”",
            [("You should leave tonight.", "Ilse Brandt")],
        ),
    },
    "who speaks for somebody": {
        "a spokesman for": (
            "“There is nothing to add,” a spokesman for Ilse Brandt said.",
            [("There is nothing to add,", None)],
        ),
        "the owner before": (
            "“There is nothing to add,” Ilse Brandt’s spokesman said.",
            [("There is nothing to add,", None)],
        ),
        "a name that ends in s": (
            "“There is nothing to add,” James Ellis’ lawyer said.",
            [("There is nothing to add,", None)],
        ),
        "the lawyer by name": (
            "“There is nothing to add,” said Nora Kells, a lawyer for Ilse Brandt.",
            [("There is nothing to add,", "Nora Kells")],
        ),
    },
    "a couple with one surname": {
        "by courtesy title": (
            "Paul Imber and his wife, Clara Imber, own the mill.\n\n“We saw the water come,” Mrs. Imber said. “It stood.”\n\n“I ran,” Mr. Imber said.",
            [("We saw the water come,” Mrs. Imber said. “It stood.", "Clara Imber"), ("I ran,", "Paul Imber")],
        ),
        "by given name": (
            "Paul Imber and Clara Imber own the mill.\n\n“We saw the water come,” Clara Imber said. “It stood,” Paul Imber said.",
            [("We saw the water come,", "Clara Imber"), ("It stood,", "Paul Imber")],
        ),
    },
    "initials, generations and parties": {
        "initials and Jr.": (
            "“This town has no luck,” said J. R. Tarrow Jr.",
            [("This town has no luck,", "J. R. Tarrow Jr.")],
        ),
        "a party in brackets": (
            "“This town has no luck,” Sen. Karin Solheim (D-Mo.) said.",
            [("This town has no luck,", "Karin Solheim")],
        ),
        "an initial in the middle": (
            "Asked again, Rep. Ilse K. Brandt, R-Vt., said: “This town has no luck.”",
            [("This town has no luck.", "Ilse K. Brandt")],
        ),
        "two titles with dots": (
            "“This town has no luck,” said Dist. Atty. Karin Solheim.",
            [("This town has no luck,", "Karin Solheim")],
        ),
    },
    "several speak at once": {
        "a group": ("“We were never asked,” several residents of Kessel said.", [("We were never asked,", None)]),
        "two names": ("“We were never asked,” Ilse Brandt and Tomas Okoro said.", [("We were never asked,", None)]),
        "three names": (
            "“We were never asked,” Ilse Brandt, Tomas Okoro and Ruth Ashe wrote in a letter.",
            [("We were never asked,", None)],
        ),
        "two names before the words": (
            "Ilse Brandt and Tomas Okoro said in a statement: “We were never asked.”",
            [("We were never asked.", None)],
        ),
    },
    "speech inside speech": {
        "in single marks": (
            "“My husband said, ‘Leave the cat,’ and I did not,” Ada Fenn said.",
            [("My husband said, ‘Leave the cat,’ and I did not,", "Ada Fenn")],
        ),
        "a relative clause with a verb of its own": (
            "Ada Fenn ran past a guard who came after her through the gate and called, “Stop where you are!”",
            [("Stop where you are!", None)],
        ),
    },
    "a headline in capitals names nobody new": {
        "a headline before the text": (
            "Mayor Says Dam Is Safe\n\n“The dam is safe for now,” Ilse Brandt said.",
            [("The dam is safe for now,", "Ilse Brandt")],
        ),
        "words in marks in a headline": (
            "Brandt Calls Vellmar Dam ‘Safe for Now’\n\n“The dam is safe for now,” Ilse Brandt said.",
            [("The dam is safe for now,", "Ilse Brandt")],
        ),
    },
    "a dateline in capitals is nobody": {
        "a place": (
            "VELLMAR — “The dam is safe for now,” Ilse Brandt said.",
            [("The dam is safe for now,", "Ilse Brandt")],
        ),
        "a place, a day and an agency": (
            "PORT KESSEL, March 4 (National Wire) - Ilse Brandt said: “The dam is safe for now.”",
            [("The dam is safe for now.", "Ilse Brandt")],
        ),
    },
    "a newspaper speaks": {
        "by its name": (
            "The Vellmar Daily wrote: “No minister was ever so wrong.”",
            [("No minister was ever so wrong.", "Vellmar Daily")],
        ),
        "by its kind": (
            "The Vellmar Daily led with the dam on Friday. “No minister was ever so wrong,” the daily wrote.",
            [("No minister was ever so wrong,", "Vellmar Daily")],
        ),
    },
}
CASES = {f"{trap}: {form}": case for trap, forms in TRAPS.items() for form, case in forms.items()}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_trap(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Words inside marks and who is printed as their speaker; None where a page says that nobody is established."""
    found = [quote for quote in find_quotes("a", text) if quote.kind.value != "indirect"]
    assert [
        (quote.text, quote.speaker.name if quote.confidence >= PRINTED_FROM else None) for quote in found
    ] == expected
