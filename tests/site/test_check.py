"""The second wall: what the check of finished pages must find, each alteration by its own name."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from digest.site.check import StoredText, check_site


def story_address(built: Any) -> str:
    return str(built.story(3).relative_to(built.site).as_posix())


def first_quote(built: Any) -> dict[str, Any]:
    quotes: list[dict[str, Any]] = json.loads((built.site / f"data/{story_address(built)}.json").read_text())["quotes"]
    return quotes[0]


def codes(site: Any, built: Any, **options: Any) -> set[str]:
    return {fault.code for fault in check_site(site, built.articles, **options)}


def test_a_word_changed_in_a_printed_quote_is_found_in_no_source(built: Any, altered: Any) -> None:
    words = first_quote(built)["passage"]["text"]
    changed = words.replace(words.split()[2], "sabotage", 1)
    site = altered(f"{story_address(built)}/index.html", f">{words}<", f">{changed}<")
    assert codes(site, built) == {"no-source"}


def test_words_of_another_article_are_named_so(built: Any, altered: Any) -> None:
    quotes = json.loads((built.site / f"data/{story_address(built)}.json").read_text())["quotes"]
    site = altered(
        f"{story_address(built)}/index.html", f">{quotes[0]['passage']['text']}<", f">{quotes[1]['passage']['text']}<"
    )
    assert codes(site, built) == {"other-source"}


def test_a_moved_proof_is_found(built: Any, altered: Any) -> None:
    start = first_quote(built)["passage"]["start"]
    site = altered(f"{story_address(built)}/index.html", f'data-start="{start}"', f'data-start="{start + 3}"')
    assert "other-place" in codes(site, built)


def test_a_quotation_without_proof_is_found(built: Any, altered: Any) -> None:
    site = altered(f"{story_address(built)}/index.html", "<figure", "<blockquote>It was never said</blockquote><figure")
    assert codes(site, built) == {"unproven"}


def test_words_slipped_in_beside_proven_ones_are_found(built: Any, altered: Any) -> None:
    site = altered(f"{story_address(built)}/index.html", '<span class="om">“</span>', '<span class="om">“Not</span>')
    assert codes(site, built) == {"unproven"}


def test_a_passage_taken_off_the_page_is_found(built: Any, altered: Any) -> None:
    html = (built.site / story_address(built) / "index.html").read_text()
    line = re.findall(r'<ul class="brief"><li>.*?</li>', html, re.DOTALL)[0]
    site = altered(f"{story_address(built)}/index.html", line, '<ul class="brief">')
    assert codes(site, built) == {"left-out"}


def test_a_changed_headline_is_found(built: Any, altered: Any) -> None:
    site = altered(f"{story_address(built)}/index.html", '<h1 dir="auto">', '<h1 dir="auto">Not ')
    assert codes(site, built) == {"headline"}


def test_a_changed_speaker_is_found(built: Any, altered: Any) -> None:
    name = first_quote(built)["speaker"]["name"]
    site = altered(
        f"{story_address(built)}/index.html", f"<bdi>{name}</bdi></a></b>", "<bdi>Somebody Else</bdi></a></b>"
    )
    assert codes(site, built) == {"speaker"}


@pytest.mark.parametrize("ending", ["/index.html", ".md"])
def test_a_changed_description_is_found(built: Any, altered: Any, ending: str) -> None:
    before = 'name="description" content="' if ending.endswith("html") else "\ndescription: "
    site = altered(f"{story_address(built)}{ending}", before, f"{before}Not so ")
    assert codes(site, built) == {"description"}


@pytest.mark.parametrize(("field", "lead"), [("brief", "- "), ("quotes", "“"), ("reactions", ": ")])
def test_a_word_changed_in_the_markdown_is_found(built: Any, altered: Any, field: Any, lead: str) -> None:
    passage = json.loads((built.site / f"data/{story_address(built)}.json").read_text())[field][0]
    words = passage.get("passage", passage)["text"]
    changed = words.replace(words.split()[1], "sabotage", 1)
    site = altered(f"{story_address(built)}.md", f"{lead}{words}", f"{lead}{changed}")
    assert codes(site, built) == {"altered-markdown"}


def test_a_quotation_added_to_the_markdown_is_found(built: Any, altered: Any) -> None:
    site = altered(f"{story_address(built)}.md", "## Key quotes\n", "## Key quotes\n\n> “It was never said”\n")
    assert codes(site, built) == {"altered-markdown"}


def test_a_word_changed_in_the_data_is_found(built: Any, altered: Any) -> None:
    words = first_quote(built)["passage"]["text"]
    changed = words.replace(words.split()[1], "sabotage", 1)
    site = altered(f"data/{story_address(built)}.json", f'"text": "{words}"', f'"text": "{changed}"')
    assert "no-source" in codes(site, built)


def test_pieces_that_differ_from_the_passage_are_found(built: Any, altered: Any) -> None:
    words = first_quote(built)["passage"]["text"]
    site = altered(f"data/{story_address(built)}.json", f'"pieces": ["{words}"]', f'"pieces": ["{words}!"]')
    assert "pieces" in codes(site, built)


def test_an_article_that_changed_since_is_named_so(built: Any) -> None:
    article = first_quote(built)["passage"]["article"]
    articles = built.articles | {article: StoredText("Another text altogether.", "sha256:1")}
    found = {fault.code for fault in check_site(built.site, articles) if fault.page.startswith("data/stories")}
    assert found == {"source-changed"}


def test_words_on_a_page_that_an_older_state_holds_are_named_as_changed(built: Any) -> None:
    article = first_quote(built)["passage"]["article"]
    articles = built.articles | {article: StoredText("Another text altogether.", "sha256:1")}
    found = check_site(built.site, articles, earlier=[built.articles])
    assert {fault.code for fault in found if fault.page.startswith("stories") and fault.page.endswith(".html")} == {
        "source-changed"
    }


def test_an_article_that_the_state_does_not_hold_is_named_so(built: Any) -> None:
    article = first_quote(built)["passage"]["article"]
    articles = {name: stored for name, stored in built.articles.items() if name != article}
    assert {fault.code for fault in check_site(built.site, articles)} == {"unknown-article"}


def test_a_speaker_below_the_threshold_may_not_be_named(built: Any) -> None:
    passage = first_quote(built)["passage"]
    place = (passage["article"], passage["start"], passage["end"])
    assert codes(built.site, built, confidences={place: 0.5}) == set()
    assert codes(built.site, built, confidences={place: 0.49}) == {"speaker"}


def test_a_speaker_named_by_a_text_as_it_stood_before_is_no_fault(built: Any) -> None:
    passage = first_quote(built)["passage"]
    place = (passage["article"], passage["start"], passage["end"])
    changed = StoredText(built.articles[passage["article"]].text + " More.", "sha256:1")
    articles = built.articles | {passage["article"]: changed}
    found = check_site(built.site, articles, earlier=[built.articles], confidences={place: 0.49})
    assert "speaker" not in {fault.code for fault in found}


def hits_file(built: Any, words: str) -> str:
    found = next(path for path in built.site.glob("search/2*/stories-*.json") if words in path.read_text())
    return str(found.relative_to(built.site).as_posix())


@pytest.mark.parametrize("field", ["brief", "quotes", "reactions"])
def test_a_word_changed_in_what_search_shows_is_found(built: Any, altered: Any, field: str) -> None:
    passage = json.loads((built.site / f"data/{story_address(built)}.json").read_text())[field][0]
    words = passage.get("passage", passage)["text"]
    site = altered(hits_file(built, words), words, words.replace(words.split()[1], "sabotage", 1))
    assert codes(site, built) == {"altered-search"}


def test_a_hit_of_a_story_that_is_not_there_is_found(built: Any, altered: Any) -> None:
    name = f"{story_address(built)}/"
    assert codes(altered(hits_file(built, name), name, name[:-2] + "/"), built) == {"unknown-story"}


ACTIVE = {
    "a script of somebody else": '<script src="https://cdn.example/x.js"></script>',
    "a script in the page": "<script>alert(1)</script>",
    "a handler": '<p onclick="alert(1)">x</p>',
    "a script address": '<a href="java\tscript:alert(1)">x</a>',
    "a data address": '<a href="data:text/html,x">x</a>',
    "a frame": '<iframe src="index.html"></iframe>',
    "a remote image": '<img src="https://pixel.example/x.png" alt="">',
    "an inline style": '<p style="color:red">x</p>',
    "a refresh": '<meta http-equiv="refresh" content="0;url=https://a.example/">',
    "a refresh as our own, to elsewhere": '<meta http-equiv="refresh" content="0; url=//a.example/x/">',
    "a refresh that hides a script": '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
    "a refresh that waits": '<meta http-equiv="refresh" content="5; url=people/">',
}


@pytest.mark.parametrize("markup", ACTIVE.values(), ids=ACTIVE.keys())
def test_nothing_active_may_stand_on_a_page(built: Any, altered: Any, markup: Any) -> None:
    site = altered("index.html", "</div>", f"{markup}</main>")
    assert "active-content" in codes(site, built)


@pytest.mark.parametrize(("target", "faults"), [("people", set()), ("nobody", {"broken-link"})])
def test_a_page_may_take_its_reader_to_another_of_the_site(
    built: Any, altered: Any, target: str, faults: set[str]
) -> None:
    refresh = f'<meta http-equiv="refresh" content="0; url={target}/index.html">'
    assert codes(altered("index.html", "</div>", f"{refresh}</main>"), built) == faults


def test_a_link_that_leads_nowhere_is_found(built: Any, altered: Any) -> None:
    site = altered("index.html", "</div>", '<a href="stories/none/index.html">x</a></main>')
    assert codes(site, built) == {"broken-link"}


def test_a_link_to_a_place_that_is_not_on_the_page_is_found(built: Any, altered: Any) -> None:
    site = altered("index.html", "</div>", '<a href="people/index.html#nobody">x</a></main>')
    assert codes(site, built) == {"broken-anchor"}


def test_only_the_named_files_are_looked_at(built: Any, altered: Any) -> None:
    site = altered("index.html", "</div>", "<script>alert(1)</script></main>")
    assert check_site(site, built.articles, only={"people/index.html"}) == ()
    assert len(check_site(site, built.articles, only={"people/index.html", "index.html"})) == 1


def test_a_fault_says_where_and_what(built: Any, altered: Any) -> None:
    site = altered("index.html", "</div>", '<a href="x/index.html">x</a></main>')
    (fault,) = check_site(site, built.articles)
    assert str(fault) == "index.html: x/index.html leads nowhere (broken-link)"
    assert dataclasses.is_dataclass(fault)


def test_what_a_state_knows_is_not_counted_to_look_at_a_few_pages(built: Any) -> None:
    class AsLongAsYears(dict[Any, Any]):
        def __len__(self) -> int:
            raise AssertionError("a count reads all that is kept")

    check_site(built.site, built.articles, confidences=AsLongAsYears(), only=[f"{story_address(built)}/index.html"])
