"""Stretches inside quotation marks, whatever the marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.languages.tables import speech_table
from digest.quotes.marks import find_stretches
from digest.quotes.patterns import patterns

SPEECH = speech_table("en")


def stretches(text):
    assert SPEECH is not None
    return find_stretches(text, patterns(SPEECH).ends, SPEECH.function_words)


def inside(text):
    return [[fragment.of(text) for fragment in one.fragments] for one in stretches(text)]


INSIDE = {
    "curly marks": ("“We won,” he said. “They lost.”", [["We won,"], ["They lost."]]),
    "straight marks": ('"We won," he said. "They lost."', [["We won,"], ["They lost."]]),
    "doubled single marks": ("''We won,'' he said, ''twice.''", [["We won,"], ["twice."]]),
    "three single marks are a nested quotation's end": ("''He said, 'yes,''' she said.", [["He said, 'yes,'"]]),
    "a mixed pair": ("“We won,’’ he said.", [["We won,"]]),
    "a single mark that closes a double one": (
        "“We won. They lost.’ He left.\n\n“Again,” she said.",
        [["We won. They lost."], ["Again,"]],
    ),
    "a single mark that closes a nested quotation closes no double one": (
        "“He said ‘We won.’ They lost,” she said.",
        [["He said ‘We won.’ They lost,"]],
    ),
    "marks in a long tag": (f'<post text="{"We won. " * 60}" on="4 March">“We won,” he said.', [["We won,"]]),
    "a list behind a lost closing mark, each line with its source": (
        "“We won.\nThe lock is shut. [Post]\nThe mill is sold. [Wire]\nThe boats are home. [Post]\nIt is not ”over.”",
        [["We won."], ["over."]],
    ),
    "guillemets": ("«We won», he said.", [["We won"]]),
    "guillemets pointing inward": ("»We won«, he said.", [["We won"]]),
    "low and high marks": ("„We won“, he said. „They lost”.", [["We won"], ["They lost"]]),
    "British single marks": ("‘We won,’ he said. ‘They lost.’", [["We won,"], ["They lost."]]),
    "straight single marks": ("'We won,' he said.", [["We won,"]]),
    "an apostrophe closes nothing": ("‘We won’t,’ he said.", [["We won’t,"]]),
    "a possessive closes nothing": ("‘The workers’ rights,’ she said.", [["The workers’ rights,"]]),
    "a single mark before a function word closes": ("He sees ‘two losers’ in them.", [["two losers"]]),
    "elisions open nothing": ("rock 'n' roll in the '90s, give 'em that", []),
    "double inside single": ("‘He told me “no”, twice,’ she said.", [["He told me “no”, twice,"]]),
    "single inside double": ("\"'Yes,' he told me,\" she said.", [["'Yes,' he told me,"]]),
    "double inside double": ("“We “really” won,” he said.", [["We “really” won,"]]),
    "nested single marks that close together": ("‘He said ‘yes’’ is all.", [["He said ‘yes"]]),
    "damaged encoding": ("â€œWe won,â€\x9d he said. Itâ€™s â€œrealâ€\x9d.", [["We won,"], ["real"]]),
    "a dash of damaged encoding is no mark": ("We won â€“ and they â€” did not.", []),
    "twice damaged encoding": ("Ã¢â‚¬Å“We wonÃ¢â‚¬Â\x9d he said.", [["We won"]]),
    "character references": ("&ldquo;We won,&rdquo; he said.", [["We won,"]]),
    "blanks inside the marks": ('" We won, " he said.', [["We won,"]]),
    "no blank before the mark": ('He said:"We won."', [["We won."]]),
    "feet and inches": ("He is 6'2\" tall and 5'10\" wide.", []),
    "marks inside a tag": ('<a href="x y">He left.</a>', []),
    "a closing mark lost before an attribution": ("“We won, he said. “They lost.”", [["We won,"], ["They lost."]]),
    "a closing mark lost before a name": ("“We won, Jan de Vries, a clerk, said. It rained.", [["We won,"]]),
    "a blank where a closing mark was": ("“We won.  Brandt left. “They lost.”", [["We won."], ["They lost."]]),
    "a closing mark lost at a paragraph's end": ("“We won.\n\nBrandt left.", [["We won."]]),
    "a closing mark lost at the end of a line": ("“We won.\nBrandt left.", [["We won."]]),
    "a name on the last line is who spoke": (
        '"The dam must not fail.\nIlse Brandt, mayor of Vellmar."',
        [["The dam must not fail."]],
    ),
    "a closing mark that belongs to a later line of a list": (
        "More from it: “It leaks.\nOne.\nTwo.\nThree.\nFour, and “five” at last.”",
        [["It leaks."], ["five"]],
    ),
    "an opening mark lost": ("We won,” Brandt said.", [["We won,"]]),
    "a mark on each paragraph": ("“One.\n\n“Two,” he said.", [["One.", "Two,"]]),
    "a single mark on each paragraph": ("‘One.\n\n‘Two,’ he said.", [["One.", "Two,"]]),
    "a subject and verb of the speech itself end nothing": (
        "“We won.\n\nVale said: “Today they lost. They said so, I think, at noon.",
        [["We won."], ["Today they lost. They said so, I think, at noon."]],
    ),
    "three blanks are no lost mark": ("“We won—I   thank you. It rained", [["We won—I   thank you. It rained"]]),
    "curly marks inside a paragraph quoted as a whole": (
        '"Vale spoke of “a new start” and left.\n\n"It rained."',
        [["Vale spoke of “a new start” and left.", "It rained."]],
    ),
    "marks with nothing in them": ('“” and " " and “...”', []),
}


@pytest.mark.parametrize(("text", "expected"), INSIDE.values(), ids=INSIDE.keys())
def test_inside(text, expected):
    assert inside(text) == expected


def test_a_quote_without_closing_mark_says_so():
    assert [one.closed for one in stretches("“We won, he said. “They lost.”")] == [False, True]


@given(st.text(alphabet=st.sampled_from("aB ,.?s\n\"'“”‘’«»„`<>&â€\x9d"), max_size=80))
def test_stretches_are_in_order_and_hold_their_fragments(text):
    found = stretches(text)
    for one in found:
        assert one.outer.start <= one.fragments[0].start
        assert one.fragments[-1].end <= one.outer.end <= len(text)
        assert all(fragment.of(text).strip() == fragment.of(text) != "" for fragment in one.fragments)
    assert all(one.outer.end <= two.outer.start for one, two in itertools.pairwise(found))
