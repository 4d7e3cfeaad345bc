"""Verbatim words on a page: exact, proven, escaped, and honest about what stood between them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from digest.site import verbatim
from digest.site.addresses import inside, outside
from digest.site.chart import stacked_bars
from digest.site.prose import prose


def parsed(markup: str) -> Any:
    return html.fromstring(markup)


TEXT = "“We count people,” she said. “Not one is in danger.”\n\n“Go home <b>now</b>.”"


def passage(text: str = TEXT, fragments: list[list[int]] | None = None, **more: Any) -> dict[str, Any]:
    known = {
        "article": "a1",
        "number": "1",
        "anchor": "1-wire",
        "outlet": "Wire",
        "start": 0,
        "end": len(text),
        "text": text,
    }
    pieces = [text[start:end] for start, end in fragments or [[0, len(text)]]]
    selector = {"prefix": "", "suffix": ""}
    return (
        known | {"fragments": fragments or [], "pieces": pieces, "selector": selector, "url": None, "link": None} | more
    )


def found(inner: str, *others: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)] for words in (inner, *others)]


def test_words_between_pieces_are_shown_as_left_out() -> None:
    quote = {"kind": "direct", "passage": passage(fragments=found("We count people,", "Not one is in danger."))}
    shown = parsed(verbatim.quoted(quote)).text_content()
    assert shown == "“We count people,” … “Not one is in danger.”"


def test_a_quote_over_paragraphs_opens_each_and_closes_the_last() -> None:
    quote = {"kind": "direct", "passage": passage(fragments=found("Not one is in danger.", "Go home <b>now</b>."))}
    lines = [line.text_content() for line in parsed(verbatim.quoted(quote)).iter("p")]
    assert lines == ["“Not one is in danger.", "“Go home <b>now</b>.”"]


@pytest.mark.parametrize("kind", ["mixed", "indirect"])
def test_only_direct_speech_gets_marks(kind: str) -> None:
    quote = {"kind": kind, "passage": passage("the figures would be published")}
    assert parsed(verbatim.quoted(quote)).text_content() == "the figures would be published"


def test_a_reworded_version_shows_what_is_worded_otherwise() -> None:
    quote = {"kind": "direct", "passage": passage("We count people, and not one is in danger")}
    other: dict[str, Any] = {
        "passage": passage("We count people, and nobody is in danger", number="2"),
        "variant": "reworded",
    }
    page = parsed(f"<div>{verbatim.variant(other, quote, '../x/index.html')}</div>")
    assert [one.text_content().strip() for one in page.iter("ins")] == ["nobody"]
    assert [one.text_content() for one in page.iter("del")] == ["not one"]
    proven = page.xpath("//*[@data-article]")
    assert "".join(part.text_content() for part in proven) == "We count people, and nobody is in danger"
    assert all(_slice(other["passage"], part) == part.text_content() for part in proven)
    assert page.xpath("//a/@href") == ["../x/index.html#1-wire"]


def _slice(whole: dict[str, Any], part: Any) -> str:
    start, end = (int(part.get(name)) - whole["start"] for name in ("data-start", "data-end"))
    text: str = whole["text"][start:end]
    return text


def test_what_a_version_of_several_pieces_leaves_out_is_struck_and_never_proven() -> None:
    quote = {"kind": "direct", "passage": passage("It holds. We looked twice. Go home now.")}
    text = "It holds,” she said. “Go home now."
    other: dict[str, Any] = {"passage": passage(text, [[0, 9], [text.index("Go"), len(text)]]), "variant": "shortened"}
    page = parsed(f"<div>{verbatim.variant(other, quote)}</div>")
    assert [one.text_content() for one in page.iter("del")] == ["We looked twice."]
    proven = page.xpath("//*[@data-article]")
    assert [part.text_content() for part in proven] == ["It holds,", "Go home now."]
    assert all(_slice(other["passage"], part) == part.text_content() for part in proven)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_the_words_are_they_stay_words(text: str) -> None:
    for part in (
        verbatim.words(passage(text)),
        verbatim.quoted({"kind": "direct", "passage": passage(text, [[0, len(text)]])}),
    ):
        page = parsed(f"<div>{part}</div>")
        assert {element.tag for element in page.iter()} <= {"div", "span", "blockquote", "p"}
        (proven,) = page.xpath("//*[@data-article]")
        assert proven.text_content() == text


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//a.example", "/x", "https://", "http://a b", "https://me:pw@a.example/", "\thttps://a.example", None, ""],
)  # fmt: skip
def test_no_link_leads_to_anything_but_a_web_address(url: str | None) -> None:
    assert outside(url) is None


@given(st.text())
def test_an_address_within_the_site_is_plain_ascii(address: str) -> None:
    assert inside("..", address).isascii()
    assert '"' not in inside("..", address)


HOSTILE = {
    "raw markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a script address": "[x](javascript:alert(1)) ![x](https://pixel.example/x.png)",
    "a data address": "[x](data:text/html;base64,x)",
    "an attribute list": "# x {: onclick=alert(1)}",
    "a hidden handler": '<a href="https://a.example/" onclick="alert(1)">x</a>',
}


@pytest.mark.parametrize("markdown", HOSTILE.values(), ids=HOSTILE.keys())
def test_poured_markdown_never_acts(markdown: str) -> None:
    page = parsed(f"<div>{prose(markdown, 1)}</div>")
    assert not page.xpath("//script | //img | //@onclick | //@onerror")
    assert not [link for link in page.xpath("//@href") if link and not link.startswith("https:")]


@given(st.lists(st.tuples(st.sampled_from(["4 March", ""]), st.integers(0, 500), st.integers(0, 500)), max_size=80))
def test_a_chart_stays_within_its_frame(columns: list[tuple[str, int, int]]) -> None:
    drawn = stacked_bars(tuple(columns))
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= drawn.width + 0.2
        assert -0.1 <= bar.y <= bar.y + bar.height <= drawn.axis + 0.2
    places = [label.x for label in drawn.labels]
    assert places == sorted(places)
