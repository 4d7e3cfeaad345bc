"""Whom pronouns mean: gender and salience."""

import pytest

from digest.quotes import find_quotes

NO_BYSTANDER = {
    "a subject with an insertion wins over the last speaker": (
        (
            "“I will not close a valley,” Ilse Brandt told reporters.\n\n"
            "Auditor general Avelka Dorn, who wrote the report, said her office had not predicted a failure. "
            "“Nobody has looked,” she said."
        ),
        "Avelka Dorn",
    ),
    "a subject that is a he elsewhere is no she": (
        (
            "“I have brought sandwiches,” Zarik Lann said on his way into the ministry.\n\n"
            "Merin Holt, who chairs the union, was less cheerful. Her members had heard jokes. “A number,” she said."
        ),
        "Merin Holt",
    ),
    "the person spoken of wins over one whose gender is the other": (
        (
            "Club chair Vilka Stokk said that she had told Pinter at breakfast. “He thanked me,” Stokk said.\n\n"
            "Dagur Pinter, 51, had been in charge since 2024. He said that he was sad. “Football is a train,” he said."
        ),
        "Dagur Pinter",
    ),
    "a daughter is a she": (
        "“She was singing,” said Pavo Grint.\n\nHer daughter, Uneth Yarrow, thanked him. “She is late,” she said.",
        "Uneth Yarrow",
    ),
    "a verb before its subject makes it salient": (
        (
            "“It is on,” said Dan Spice, a strategist.\n\nDebates change little, noted Dam Watch’s Orell Chine. "
            "“They come late,” he said."
        ),
        "Orell Chine",
    ),
    "words after a sentence about somebody unnamed are nobody's": (
        "Viktor Halden was in court.\n\nOne of them had voted for Halden twice. “I want my votes back,” he said.",
        None,
    ),
    "a lawyer who opens the sentence wins over the client": (
        "Viktor Halden stayed away. Halden’s lawyer, Yusra Tamm, said she was calm. “We got the window,” she said.",
        "Yusra Tamm",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), NO_BYSTANDER.values(), ids=NO_BYSTANDER.keys())
def test_a_pronoun_means_the_most_salient_person_of_its_gender(text, speaker):
    marked = [quote for quote in find_quotes("a", text) if quote.kind != "indirect"]
    assert marked[-1].speaker.name == speaker


def test_a_pronoun_never_means_somebody_of_the_other_gender():
    text = "Mr. Orell Chine came. He was late. Chine sat down.\n\n“The dam holds,” she said."
    (quote,) = find_quotes("a", text)
    assert quote.speaker.name is None


def test_a_bound_pronoun_makes_a_name_a_persons_so_that_it_is_printed():
    text = "Dagur Pintel, 51, had been in charge since 2024. He said that he was sad. “Football is a train,” he said."
    assert find_quotes("a", text)[-1].confidence > 0.5
