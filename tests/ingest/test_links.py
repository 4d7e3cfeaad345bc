"""Links are http or https and absolute, or they are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ingest.links import canonical, web_link, without_campaign

BASE = "https://harbour.example/news/feed.xml"
TAKEN = {
    "https://harbour.example/a": "https://harbour.example/a",
    " https://harbour.example/a\n": "https://harbour.example/a",
    "/a": "https://harbour.example/a",
    "a?x=y:z": "https://harbour.example/news/a?x=y:z",
    "//other.example/a": "https://other.example/a",
    "https://harbour.example:443/a": "https://harbour.example/a",
    'https://harbour.example/"><img src=x>': "https://harbour.example/%22%3E%3Cimg%20src=x%3E",
    "https://harbour.example/\u202egpj.exe": "https://harbour.example/%E2%80%AEgpj.exe",
    "feed://harbour.example/a": "http://harbour.example/a",
}
REFUSED = (
    *(
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ),
    *(
        "mailto:ann@harbour.example",
        "urn:uuid:1",
        "https://ann:secret@harbour.example/",
        "https://harbour.example:99999/",
    ),
    *("https://[bad", "https://", "https:///a", "", "   ", "https://harbour.example/" + "a" * 3000),
)
WITHOUT_CAMPAIGN = {
    "https://harbour.example/a?utm_source=rss&utm_medium=feed": "https://harbour.example/a",
    "https://harbour.example/a?id=%C3%A9+x&fbclid=Q": "https://harbour.example/a?id=%C3%A9+x",
    "https://harbour.example/a?id=1&amp;utm_source=rss": "https://harbour.example/a?id=1",
    "https://harbour.example/a#at_medium=RSS&at_campaign=1": "https://harbour.example/a",
    "https://harbour.example/a?b&c=": "https://harbour.example/a?b&c=",
    "https://harbour.example/a?ref=77#comment=2": "https://harbour.example/a?ref=77#comment=2",
    "https://harbour.example/utm_source=rss": "https://harbour.example/utm_source=rss",
}
SAME = (
    "https://www.harbour.example/dam/?utm_source=rss&b=2&a=1#top",
    "http://harbour.example/dam?a=1&b=2&fbclid=xyz",
    "https://m.harbour.example/dam/index.html?b=2&a=1",
    "https://harbour.example/dam/amp?a=1&b=2",
)


@pytest.mark.parametrize("link", TAKEN)
def test_an_address_is_taken_in_one_spelling(link: str) -> None:
    assert web_link(link, BASE) == TAKEN[link]


@pytest.mark.parametrize("link", REFUSED)
def test_anything_else_is_refused(link: str) -> None:
    assert web_link(link, BASE) is None


@pytest.mark.parametrize("link", WITHOUT_CAMPAIGN)
def test_an_address_loses_its_campaign_and_nothing_else(link: str) -> None:
    assert without_campaign(link) == WITHOUT_CAMPAIGN[link]
    assert canonical(without_campaign(link)) == canonical(link)


def test_addresses_of_one_page_have_one_canonical_form() -> None:
    assert len({canonical(address) for address in SAME}) == 1


def test_parameters_that_name_the_article_count() -> None:
    assert canonical("https://harbour.example/a?id=1") != canonical("https://harbour.example/a?id=2")


def test_a_home_page_names_no_article() -> None:
    assert canonical("https://harbour.example/?utm_source=rss") is None


@settings(deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="htps:/.@[]%#?&=ab \t\\\"'<>", max_size=60))
def test_whatever_is_taken_is_http_and_holds_nothing_that_ends_an_address(link: str) -> None:
    found = web_link(link, BASE)
    assert found is None or (found.startswith(("http://", "https://")) and not set(found) & set(' \t\r\n"<>\\^`{|}'))
    assert found is None or web_link(found) == found
