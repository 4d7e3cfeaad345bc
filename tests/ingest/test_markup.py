"""HTML becomes what a reader of the page would read, and nothing becomes markup."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.markup import line_of_html, passage_of_html

TEXTS = {
    "paragraphs are parted by one blank line": ("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
    "inline elements leave no gap": ("<p>The d<b>am</b> <a href='/x'>holds</a>.</p>", "The dam holds."),
    "white space of the source does not count": ("<p>The\n   dam\t holds.</p>", "The dam holds."),
    "scripts and styles are not read": ("<p>One.</p><script>var x = '<p>no</p>'</script><style>p{}</style>", "One."),
    "navigation is not read": ("<nav><a href='/'>Home</a></nav><p>One.</p>", "One."),
    "hidden parts are not read": ("<p>One.</p><p style='display: none'>Not.</p><p hidden>Nor.</p>", "One."),
    "a self-closed iframe swallows nothing": ("<p>One.<iframe src='x'/> Two.</p>", "One. Two."),
    "picture captions are not read": ("<p>One.</p><figure><img src='x'><figcaption>Cap.</figcaption></figure>", "One."),
    "list items are paragraphs": ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
    "cells of a row stay on one line": ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
    "two line breaks part paragraphs": ("One.<br><br/>Two.", "One.\n\nTwo."),
    "line breaks part paragraphs where there are no others": ("One.<br>Two.", "One.\n\nTwo."),
    "a line break inside a paragraph is a blank": ("<p>One<br>more.</p>", "One more."),
    "blank lines part paragraphs of text without markup": ("One\nline.\n\nTwo.", "One line.\n\nTwo."),
    "references are resolved": ("<p>Caf&eacute; &amp; bar&#8217;s</p>", "Café & bar’s"),
    "escaped markup stays text": ("<p>Use &lt;b&gt; for bold.</p>", "Use <b> for bold."),
    "the plug at the end is dropped": ("<p>One.</p><p>The post Dam holds appeared first on Harbour Post.</p>", "One."),
    "a label alone is dropped": ("<p>Advertisement</p><p>One.</p>", "One."),
    "a sentence that begins like a label stays": ("<p>Share prices fell.</p>", "Share prices fell."),
    "invisible characters go, accents are composed": ("<p>Cafe\u0301\u200b\u00ad</p>", "Café"),
}
LINES = {
    "tags go": ("Dam <em>holds</em>", "Dam holds"),
    "references are resolved, also where escaped twice": ("Tom &amp;amp; Ann&amp;#8217;s", "Tom & Ann’s"),
    "escaped markup stays text": ("The &lt;blink&gt; tag", "The <blink> tag"),
    "a less-than sign is no tag": ("Profit <3 %", "Profit <3 %"),
    "scripts go with what is in them": ("Dam<script>alert(1)</script> holds", "Dam holds"),
    "leading blanks go": ("\n  Dam", "Dam"),
    "words that read backwards are turned": ("Dam \u202egpj.exe", "Dam gpj.exe"),
}
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">Cracks? What cracks.</p>&mdash; Ann Reed (@annreed) '
    '<a href="https://social.example/1">March 4, 2026</a></blockquote>'
)


@pytest.mark.parametrize("case", TEXTS)
def test_text_of_html(case: str) -> None:
    source, text = TEXTS[case]
    assert passage_of_html(source).text == text


@pytest.mark.parametrize("case", LINES)
def test_line_of_html(case: str) -> None:
    source, line = LINES[case]
    assert line_of_html(source) == line


def test_an_embedded_post_is_one_line_with_name_handle_and_day_and_no_block_quotation() -> None:
    passage = passage_of_html(f"<p>One.</p>{TWEET}<p>Two.</p>")
    assert passage.text == "One.\n\nCracks? What cracks. — Ann Reed (@annreed) March 4, 2026\n\nTwo."
    assert passage.block_quotes == ()


def test_a_block_quotation_is_marked_over_its_paragraphs() -> None:
    passage = passage_of_html("<p>She said:</p><blockquote><p>One.</p><p>Two.</p></blockquote><p>Then left.</p>")
    assert [span.of(passage.text) for span in passage.block_quotes] == ["One.\n\nTwo."]


def test_a_block_quotation_with_nothing_in_it_is_none() -> None:
    assert passage_of_html("<p>One.</p><blockquote> </blockquote>").block_quotes == ()


def test_words_nested_too_deep_are_kept_and_said_to_be() -> None:
    passage = passage_of_html("<div>" * 5000 + "Deep." + "</div>" * 5000)
    assert (passage.text, passage.lost) == ("Deep.", True)


@settings(deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b",
                ">",
                "<blockquote>",
                "</blockquote>",
                "&lt;",
                "&amp;lt;",
                "x ",
                "<br>",
                "<!--",
                "]]>",
                "\uf8f2",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_cleaning_never_adds_markup_and_quotations_lie_inside(source: str) -> None:
    passage = passage_of_html(source)
    written = html.unescape(html.unescape(source)).count("<")
    assert passage.text.count("<") <= written
    assert line_of_html(source).count("<") <= written
    assert passage.text == passage.text.strip()
    assert "\n\n\n" not in passage.text
    assert all(0 <= start < end <= len(passage.text) for start, end in passage.block_quotes)
