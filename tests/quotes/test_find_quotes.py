"""Quotes and their speakers in whole texts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.quotes import find_quotes
from digest.quotes.record import quote_record

SPEAKERS = {
    "subject before verb": ("“The dam holds,” Ilse Brandt said.", ["Ilse Brandt"]),
    "verb before subject": ("“The dam holds,” said Ilse Brandt, the mayor.", ["Ilse Brandt"]),
    "a verb no list knows": ("“The dam holds,” Ilse Brandt chuckled.", ["Ilse Brandt"]),
    "a lead with a colon": ("Ilse Brandt said: “The dam holds.”", ["Ilse Brandt"]),
    "a colon without a verb before words that end in a comma": (
        "Share on Postbox: “The dam holds,” Ilse Brandt said.",
        ["Ilse Brandt"],
    ),
    "according to": ("“The dam holds,” according to Ilse Brandt.", ["Ilse Brandt"]),
    "a title with a dot is no end of a sentence": ("“The dam holds,” Mr. Okoro said.", ["Okoro"]),
    "initials are no end of a sentence": ("“The dam holds,” said J. R. Okoro, a baker.", ["J. R. Okoro"]),
    "an apposition between subject and verb": (
        "“The dam holds,” Ilse Brandt, the mayor of Vellmar, said.",
        ["Ilse Brandt"],
    ),
    "the name in apposition to a role": ("“The dam holds,” the chief engineer, Ruth Ashe, said.", ["Ruth Ashe"]),
    "X told Y": ("“The dam holds,” Ilse Brandt told Tomas Okoro.", ["Ilse Brandt"]),
    "two pieces of one quote": ("“The dam,” Ilse Brandt said, “holds for now.”", ["Ilse Brandt"]),
    "a pronoun of fitting gender": (
        "Ilse Brandt met Tomas Okoro in Vellmar.\n\n“The dam holds,” she said.",
        ["Ilse Brandt"],
    ),
    "a second sentence of the same paragraph": (
        "“The dam holds,” Ilse Brandt said. “Nobody needs to leave the valley.”",
        ["Ilse Brandt"],
    ),
    "speech inside speech": ("“He said ‘run’ to all of us,” Ruth Ashe said.", ["Ruth Ashe"]),
}


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_speaker(text, speakers):
    assert [quote.speaker.name for quote in find_quotes("a", text)] == speakers


def test_a_quote_in_pieces_has_each_piece():
    text = "“The dam,” Ilse Brandt said, “holds for now.”"
    (quote,) = find_quotes("a", text)
    assert [span.of(text) for span in quote.fragments] == ["The dam,", "holds for now."]


def test_a_language_without_table_has_no_quotes():
    assert find_quotes("a", "“Der Damm hält”, sagte Ilse Brandt.", language="xx") == ()


def test_the_record_has_the_fields_of_the_command():
    text = "“The dam holds,” mayor Ilse Brandt said."
    (quote,) = find_quotes("a", text)
    record: dict[str, Any] = dict(quote_record(quote))
    assert text[record["start"] : record["end"]] == record["text"] == "The dam holds,"
    assert record["speaker_resolved"] == "Ilse Brandt"
    assert record["role"] == "mayor"
    assert record["fragments"] == [[1, 15]]


MARKS = "\"'“”‘’„«»`´"
PROSE = st.lists(
    st.sampled_from(
        [
            *MARKS,
            "''",
            " ",
            " ",
            ", ",
            ". ",
            "\n\n",
            "“",
            "”",
            "said",
            "Ilse Brandt",
            "he",
            "the mayor",
            "told",
            "Mr.",
            "(",
            "İ",
            "\u2028",
            "\ud7ff",
        ]
    ),
    max_size=60,
).map("".join)


@given(PROSE | st.text(max_size=80), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=2))
def test_every_quote_is_a_slice_on_any_text(text, blocks):
    quotes = find_quotes("a", text, block_quotes=tuple(Span(*block) for block in blocks))
    for quote in quotes:
        assert quote.text == quote.span.of(text) != ""
        assert quote.fragments
        assert quote.content
        assert 0 <= quote.confidence <= 1
        assert all(span.of(text).strip() for span in quote.fragments)
        assert quote.speaker.span is None or quote.speaker.span.of(text) == quote.speaker.mention
    assert [quote.span for quote in quotes] == sorted(quote.span for quote in quotes)


LONG = {
    "opening marks alone": "“a ",
    "straight marks alone": '"a ',
    "straight single marks": "'a ",
    "curly single marks": "‘a ",
    "apostrophes": "a’ ",
    "quotes in one paragraph": "“A b c d,” he said. ",
    "paragraphs that never close": "“a\n\n",
    "a name over and over": "Ilse Brandt ",
    "a cue over and over": "he said that ",
    "prepositions over and over": "the president of ",
    "tags that never close": "<a ",
    "posts": "a — b (@c) ",
    "dots": ". ",
    "brackets": "(",
    "double marks with nothing between": '"',
    "opening marks with nothing between": "“",
    "single marks with nothing between": "'",
    "guillemets": "« ",
    "damaged marks": "â€œ",
    "character references": "&ldquo;",
    "according to nobody": "according to ",
    "marks over paragraphs": '"a\n\n',
    "commas and names": "Ilse Brandt, ",
    "labels without turns": "VALE: ",
    "blanks": "  ",
    "dashes": "— ",
    "turns": "VALE: a\n\nIlse Brandt: b\n\nBRANDT: c\n\n",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_long_texts_are_read_in_proportion_to_their_length(piece):
    """Sizes at which work that grows with the square takes minutes."""
    for text in (piece * 2000, "“A b c,” " + piece * 2000, piece * 2000 + "“A b c,” he said."):
        assert all(quote.text == quote.span.of(text) for quote in find_quotes("a", text))


ROLES_AND_KINDS = {
    "a spokesman is not whom he speaks for": (
        "“No comment today,” a spokesman for Ilse Brandt said.",
        None,
        "spokesperson",
    ),
    "a spokeswoman with a name": (
        "“We stand by it,” said Dora Quill, a spokeswoman for Dam Watch.",
        "Dora Quill",
        "spokesperson",
    ),
    "a group": ("“We were never asked,” several residents said.", None, "group"),
    "an organisation": (
        "“The sums are wrong,” the National Audit Office said.",
        "National Audit Office",
        "organisation",
    ),
    "a newspaper": ("The Vellmar Daily wrote: “No minister was so wrong.”", "Vellmar Daily", "organisation"),
}


@pytest.mark.parametrize(("text", "name", "kind"), ROLES_AND_KINDS.values(), ids=ROLES_AND_KINDS.keys())
def test_kind_of_speaker(text, name, kind):
    (quote,) = find_quotes("a", text)
    assert (quote.speaker.name, quote.speaker.kind.value) == (name, kind)


NO_QUOTES = {
    "the title of a work": "She sang in the musical “Harbour Lights” for years.",
    "a title that is a sentence": "The lecture is titled, “We must save the rivers.” Ilse Brandt gives it on Monday.",
    "a title with its author behind it": "“Where the Valley Ends,” by Ilse Brandt, is out now.",
    "a term": "The so-called “smart dam” has no sensors.",
    "irony": "Its “brain” is a man with a phone.",
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES.keys())
def test_no_quotes(text):
    assert find_quotes("a", text) == ()


SHORT = {
    "an answer": ("“Never,” Ilse Brandt said when asked.", ["Never,"]),
    "a shout": ("“Water!” the crowd cried.", ["Water!"]),
    "a form of address before the rest": ("“Mayor,” Tomas Okoro said, “the dam leaks.”", ["Mayor,", "the dam leaks."]),
}


@pytest.mark.parametrize(("text", "pieces"), SHORT.values(), ids=SHORT.keys())
def test_a_word_is_a_quote_where_its_cue_stands_beside_it(text, pieces):
    assert [span.of(text) for quote in find_quotes("a", text) for span in quote.fragments] == pieces


def test_what_leads_to_a_quote_with_a_colon_is_no_part_of_it():
    text = "It was a bad day in Vellmar: “The dam leaks,” Ilse Brandt said."
    assert [quote.text for quote in find_quotes("a", text)] == ["The dam leaks,"]


DATELINES = (
    "VELLMAR —",
    "PORT KESSEL, Norra —",
    "VELLMAR, March 4 (National Wire) -",
    "OAKVALE (Norra Wire):",
    "NORTH KESSEL (Meridian) --",
)


@pytest.mark.parametrize("dateline", DATELINES)
@pytest.mark.parametrize("words", ["“The dam holds,” Ilse Brandt said.", "“The dam holds,” said Ilse Brandt."])
def test_a_dateline_in_capitals_is_neither_speaker_nor_part_of_a_quote(dateline: str, words: str) -> None:
    (quote,) = find_quotes("a", f"{dateline} {words}")
    assert (quote.text, quote.speaker.name) == ("The dam holds,", "Ilse Brandt")


def test_a_dateline_is_no_part_of_reported_speech():
    (quote,) = find_quotes("a", "KESSEL (Meridian) -- The dam has held all spring, Ilse Brandt said.")
    assert quote.text == "The dam has held all spring"


SIC = (
    "Ilse Brandt said: “The dam were [sic] safe and it is safe now.”",
    "Ilse Brandt said the dam “could of [sic] held all spring long”.",
    "“It could of [sic] held,” Ilse Brandt said.",
    "“We was [sic],” Ilse Brandt said, “in no danger.”",
)


@pytest.mark.parametrize("text", SIC)
def test_an_editors_sic_stays_in_a_quote(text: str) -> None:
    (quote,) = find_quotes("a", text)
    assert "[sic]" in quote.fragments[0].of(text)
    assert quote.speaker.name == "Ilse Brandt"


def test_words_of_the_sentence_belong_to_a_mixed_quote():
    (quote,) = find_quotes("a", "Ilse Brandt said on Monday that the plan is “unreal and costly.”")
    assert quote.kind.value == "mixed"
    assert quote.text == "that the plan is “unreal and costly.”"


def test_a_sentence_that_ends_before_a_quote_is_no_part_of_it():
    (quote,) = find_quotes("a", "The hall was full at noon. “The dam holds,” Ilse Brandt said.")
    assert (quote.kind.value, quote.text) == ("direct", "The dam holds,")


def test_a_short_sentence_goes_on_with_the_quote_before():
    assert [quote.text for quote in find_quotes("a", "“The dam holds,” Ilse Brandt said. “All of it.”")] == [
        "The dam holds,” Ilse Brandt said. “All of it."
    ]


def test_a_quote_over_paragraphs_goes_on_with_the_cue_of_its_first():
    text = "“She counts,” Ilse Brandt said. “We measure the walls.\n\n“Each of them.”"
    assert {quote.speaker.name for quote in find_quotes("a", text)} == {"Ilse Brandt"}


def test_a_sentence_without_cue_before_a_quote_may_name_its_speaker():
    (quote,) = find_quotes("a", "Ilse Brandt walked to the gate. “We will never open this dam again.”")
    assert (quote.speaker.name, quote.rule) == ("Ilse Brandt", "preceding")
    assert quote.confidence < 0.8


def test_reported_speech_is_an_indirect_quote():
    (quote,) = find_quotes("a", "Ilse Brandt said that the dam was safe.")
    assert (quote.kind.value, quote.text, quote.speaker.name) == ("indirect", "that the dam was safe", "Ilse Brandt")


def test_reported_speech_is_found_beside_a_quotation():
    reported = [
        quote.text
        for quote in find_quotes("a", "Ilse Brandt said the dam was safe and told “The Daily” reporters to leave.")
        + find_quotes("a", "“It leaks,” Tomas Okoro told the council, and Ilse Brandt said that the gates were shut.")
        if quote.kind.value == "indirect"
    ]
    assert "that the gates were shut" in reported


def test_a_title_may_stand_in_reported_speech():
    text = "Ilse Brandt said that the film “Where the Valley Ends” was the best of the year."
    assert [(quote.kind.value, quote.text) for quote in find_quotes("a", text)] == [
        ("indirect", "that the film “Where the Valley Ends” was the best of the year")
    ]


def test_a_term_in_reported_speech_is_no_quote():
    (quote,) = find_quotes("a", "The so-called “third way” is dead, Ilse Brandt said.")
    assert (quote.kind.value, quote.text) == ("indirect", "The so-called “third way” is dead")


def test_reported_speech_ends_where_another_verb_of_its_speaker_begins():
    text = "Ilse Brandt said that the dam was safe and praised the engineers of the valley."
    assert [quote.text for quote in find_quotes("a", text)] == [
        "that the dam was safe",
        "the engineers of the valley",
    ]


def test_the_reporters_own_concession_is_no_reported_speech():
    (quote,) = find_quotes("a", "Ilse Brandt said that the dam was safe, though nobody has looked at it.")
    assert quote.text == "that the dam was safe"


def test_a_post_is_a_quote_of_its_author():
    (quote,) = find_quotes("a", "Shame on those who let it drown — Nora Kells (@norakells) March 4, 2026")
    assert (quote.text, quote.speaker.name, quote.rule) == ("Shame on those who let it drown", "Nora Kells", "post")


def test_a_tag_before_a_post_is_no_word_of_it():
    (quote,) = find_quotes("a", '<post id="7">Shame on them all — Nora Kells (@norakells) March 4, 2026</post>')
    assert quote.text == "Shame on them all"


TALK = (
    "Ilse Brandt was on the radio.\n\nVALE: Does it hold?\n\nBRANDT: It does, Vale said “yes” too.\n\nVALE: Thank you."
)


def test_turns_of_a_transcript_are_speech_of_their_labels():
    found = [(q.text, q.speaker.name, q.kind.value) for q in find_quotes("a", TALK)]
    assert found == [
        ("Does it hold?", "Vale", "indirect"),
        ("It does, Vale said “yes” too.", "Ilse Brandt", "indirect"),
        ("Thank you.", "Vale", "indirect"),
    ]


def test_a_mark_before_each_paragraph_of_a_transcript_is_no_word_of_a_turn():
    text = TALK.replace("VALE", '"VALE').replace("BRANDT: It", '"BRANDT: Well.\n\n"It')
    assert [[span.of(text) for span in quote.fragments] for quote in find_quotes("a", text)] == [
        ["Does it hold?"],
        ["Well.", "It does, Vale said “yes” too."],
        ["Thank you."],
    ]


def test_headings_in_capitals_make_no_transcript():
    text = "Ilse Brandt lectures.\n\nWHEN: Monday at ten\n\nWHERE: Old Mill\n\nWHEN: Friday at noon"
    assert find_quotes("a", text) == ()


def test_a_block_quotation_needs_no_marks_but_an_attribution():
    text = "Ilse Brandt wrote to the town:\n\nThe dam is safe.\n\nStay at home.\n\nThe letter came late."
    block = Span(text.index("The dam"), text.index("\n\nThe letter"))
    (quote,) = find_quotes("a", text, block_quotes=(block,))
    assert [span.of(text) for span in quote.fragments] == ["The dam is safe.", "Stay at home."]
    assert quote.speaker.name == "Ilse Brandt"
    assert find_quotes("a", "It rained.\n\nThe dam is safe.", block_quotes=(Span(12, 28),)) == ()


def test_confidence_falls_where_the_speaker_is_guessed():
    named, guessed = (
        find_quotes("a", text)[0]
        for text in (
            "“The dam is safe,” Ilse Brandt said.",
            "In the hall were Ilse Brandt, Greta Solheim and Marta Lind.\n\n“The dam is safe,” she said.",
        )
    )
    assert named.confidence > 0.5 > guessed.confidence


def test_a_role_printed_once_holds_for_the_article():
    text = "Ruth Ashe, a hydrologist at Dam Watch, came on Monday.\n\n“The dam is safe,” Ashe said."
    (quote,) = find_quotes("a", text)
    assert quote.speaker.role == "a hydrologist at Dam Watch"


def test_the_title_of_a_work_is_no_quote_even_where_somebody_speaks_after_it():
    assert find_quotes("a", "At the end of the song “A Long Road Home,” Ilse Brandt said thanks.") == ()


def test_of_glued_sentences_only_the_quoted_one_is_a_speakers():
    text = (
        'Two were hurt in the crash.The family meets on Saturday at 7 p.m."There is no way that I can see it," said Janek Kovel, '
        "a cousin. He left."
    )
    (quote,) = [quote for quote in find_quotes("a", text) if quote.fragments]
    assert quote.text == "There is no way that I can see it,"
    assert quote.speaker.name == "Janek Kovel"


def test_an_office_speaks_under_its_whole_name():
    text = "“We looked for it,” the Marl County Sheriff’s Office said. “We looked again,” Janek Kovel with the Marl County Sheriff’s Office said."
    assert [quote.speaker.name for quote in find_quotes("a", text)] == ["Marl County Sheriff’s Office", "Janek Kovel"]
