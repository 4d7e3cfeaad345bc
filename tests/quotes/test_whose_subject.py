"""Who is the subject of a verb of saying without speaking: described, addressed, asked, or with a clause of his own."""

from __future__ import annotations

import pytest

from digest.model import PRINTED_FROM
from digest.quotes import find_quotes

NOT_THE_SPEAKER = {
    "of whom several whom nobody names say something": (
        "Janek Kovel was charged after deputies said the gate was left “in a dangerous manner”.",
        "Janek Kovel",
    ),
    "who is described": (
        "Janek Kovel came in 1969 and was described in a profile as a squinting, mumbling “minor character who sought the dark.”",
        "Janek Kovel",
    ),
    "who is called": (
        "Janek Kovel was called a “traitor to the valley and all it stands for” that day.",
        "Janek Kovel",
    ),
    "who is known as": ("Janek Kovel is known as “the man who never slept at night” there.", "Janek Kovel"),
    "who is told": ("Janek Kovel was told: “The dam is not yours to open.”", "Janek Kovel"),
    "who is spoken of in a question": (
        "Asked if Janek Kovel might have lived, Ruben Tassel said nobody knew.\n\n“There might have been two,” he said.",
        "Janek Kovel",
    ),
    "whose words are what is talked of": (
        "Omar Vale said he found Janek Kovel’s comments “disgraceful and unworthy of him” on Friday.",
        "Janek Kovel",
    ),
    "whose claims are denied": (
        "Ruth Ashe reasoned that while Janek Kovel’s claims have the power to “hurt many lives”, hers do not.",
        "Janek Kovel",
    ),
    "of whom something is alleged": (
        "Janek Kovel, alleged to have opened the gates, is charged with “reckless conduct at a public work”.",
        "Janek Kovel",
    ),
    "who is asked a question": (
        "Omar Vale asked Janek Kovel the same question, “Did you open the gates that night?”, twelve times.",
        "Janek Kovel",
    ),
    "whom a letter is addressed to": (
        "“She has done nothing wrong at all,” the letter addressed to Chairman Janek Kovel reads.",
        "Janek Kovel",
    ),
    "who is recalled to have spoken": (
        "Ruth Ashe, an aide, recalled Janek Kovel talking about “the long years when no ship came in”.",
        "Janek Kovel",
    ),
    "whose fall somebody else greets": (
        "Omar Vale celebrated Janek Kovel’s fall on Postbox, writing on Monday that the case “should be dropped at once”.",
        "Janek Kovel",
    ),
    "with whom somebody speaks": (
        "In a call with U.S. Harbour Office chief Janek Kovel, Senator Omar Vale voiced doubt and urged him to “turn down the noise”.",
        "Janek Kovel",
    ),
    "who is named before somebody else's envoy": (
        "Janek Kovel left the hall. Norra’s ambassador to the bank said it was late. But he also called the plan “a leap in the dark”.",
        "Janek Kovel",
    ),
    "whose clause comes after": (
        "“The ground is holy,” Piet Lanning said. “Would they allow it?” Carla Voss said the minister’s defence was weak.",
        "Carla Voss",
    ),
}


@pytest.mark.parametrize(("text", "name"), NOT_THE_SPEAKER.values(), ids=NOT_THE_SPEAKER.keys())
def test_is_not_printed_as_the_speaker(text: str, name: str) -> None:
    quotes = [quote for quote in find_quotes("a", text) if quote.rule[:8] != "reported"]
    assert quotes
    assert all(quote.speaker.name != name or quote.confidence < PRINTED_FROM for quote in quotes)


SPEAKERS = {
    "who was quoted as saying": "Janek Kovel was quoted as saying: “The dam was never safe to begin with.”",
    "whom nobody stands before": "Asked about the dam, Janek Kovel said: “It was never safe to begin with.”",
    "who said it on a day": "“Was the dam ever safe?” Janek Kovel said the next day.",
    "who asks another": "“Was the dam ever safe?” Janek Kovel asked the minister, who had opened it.",
}


@pytest.mark.parametrize("text", SPEAKERS.values(), ids=SPEAKERS.keys())
def test_is_the_speaker_all_the_same(text: str) -> None:
    (quote,) = (quote for quote in find_quotes("a", text) if quote.rule[:8] != "reported")
    assert quote.speaker.name == "Janek Kovel"
    assert quote.confidence >= PRINTED_FROM


PRONOUNS = {
    "over a man named between": (
        """Petra Quill, a spokeswoman for Norhaven, said little.

The widow of one of the dead, Marta Kovel, laid a wreath. Her husband, Janek, would have been 62. “He always said so,” she said.""",
        "Marta Kovel",
    ),
    "whose verb stands behind where he is from": (
        """“It will look bad for Vale,” Omar Tassel concluded.

Piet Lanning at the Harbour Review agreed with Tassel about the winner.

“His goal was to make it look plain,” he wrote.""",
        "Piet Lanning",
    ),
    "whose verb no ending tells": (
        """Tomas Okoro spoke first.

Mayor Ruben Tassel thanked her. “It is not easy to climb down,” he said.

Okoro, who was in the square, rang the bell. Asked what for, he shook his head. “For the other thing,” he said.""",
        "Tomas Okoro",
    ),
}


@pytest.mark.parametrize(("text", "name"), PRONOUNS.values(), ids=PRONOUNS.keys())
def test_a_pronoun_means_the_subject_of_its_paragraph(text: str, name: str) -> None:
    assert find_quotes("a", text)[-1].speaker.name == name


def test_a_pronoun_means_her_of_whose_husband_the_sentence_before_tells_and_is_printed() -> None:
    quote = find_quotes("a", PRONOUNS["over a man named between"][0])[-1]
    assert quote.confidence >= PRINTED_FROM
