"""The sample world against the editor's key: what a careful editor expects is what the nights made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.cli import main
from digest.model import PRINTED_FROM

Entry = Mapping[str, Any]
KEY: Entry = yaml.safe_load((Path(__file__).parent / "world.yml").read_text(encoding="utf-8"))
STORIES: Mapping[str, Sequence[str]] = KEY["stories"]


def entries(section: str, name: str) -> list[Any]:
    """The entries of a section as parameters, each named by its article and ``name``."""
    return [pytest.param(entry, id=_id(entry, name)) for entry in KEY[section]]


def _id(entry: Entry, name: str) -> str:
    about = entry[name]
    parts = [entry.get("article", ""), " or ".join(about) if isinstance(about, list) else about]
    return " ".join(part for part in parts if part)


def pairs(articles: Sequence[str]) -> Iterator[tuple[str, str]]:
    return combinations(articles, 2)


def test_every_article_of_the_key_arrived(world: Any) -> None:
    assert set(KEY["articles"]) - set(world.articles) == set()


def test_nothing_but_the_key_arrived(world: Any) -> None:
    """An embargoed, a cancelled and a future text wait, and the same entry twice is one; a cut-off entry may survive."""
    assert {article.headline for article in world.others} <= {"Skerry school wins prize for hymn to wind"}


def test_links_carry_no_tracking_parameters(world: Any) -> None:
    assert [article.url for article in world.articles.values() if "utm_" in (article.url or "")] == []


def test_headlines_carry_no_name_of_the_outlet(world: Any) -> None:
    assert [a.headline for a in world.articles.values() if (a.headline or "").endswith(a.outlet)] == []


def test_an_article_dated_after_the_night_waits_for_its_own(world: Any) -> None:
    later = {key for key, article in world.articles.items() if article.published and article.published.day > 4}
    assert not later & set(world.first_night)
    assert "dam-wire" in world.first_night


def test_a_corrected_entry_is_corrected_on_the_night_of_its_correction(world: Any) -> None:
    assert "3,200 schools" in world.first_night["strike-post"].text
    assert world.articles["strike-post"].text.startswith("Some 2,300 schools")
    assert world.articles["strike-post"].id == world.first_night["strike-post"].id


@pytest.mark.parametrize("name", STORIES)
def test_a_story_holds_together(world: Any, name: str) -> None:
    assert len({world.story[article] for article in STORIES[name]}) == 1, {a: world.story[a] for a in STORIES[name]}


@pytest.mark.parametrize(("name", "other"), list(pairs(sorted(STORIES))), ids=lambda name: name)
def test_two_stories_stay_two(world: Any, name: str, other: str) -> None:
    mixed = {world.story[a] for a in STORIES[name]} & {world.story[a] for a in STORIES[other]}
    assert mixed == set()


@pytest.mark.parametrize("entry", entries("alone", "trap"))
def test_what_only_looks_like_a_story_stands_alone(world: Any, entry: Entry) -> None:
    mine = world.story[entry["article"]]
    assert [key for key, story in world.story.items() if story == mine] == [entry["article"]]


@pytest.mark.parametrize("entry", entries("copies", "copy"))
def test_a_copy_is_folded_below_its_original(world: Any, entry: Entry) -> None:
    copy = world.copies.get(entry["copy"])
    assert copy is not None, "not folded"
    assert world.group[entry["copy"]].original == world.articles[entry["original"]].id
    assert str(copy.relation) in entry["relation"]


@pytest.mark.parametrize("entry", [e for e in KEY["copies"] if "adds" in e], ids=lambda entry: entry["copy"])
def test_what_a_copy_adds_is_known(world: Any, entry: Entry) -> None:
    paragraphs = world.articles[entry["copy"]].text.split("\n\n")
    added = " ".join(paragraphs[index] for index in world.copies[entry["copy"]].new_paragraphs)
    assert [name for name in entry["adds"] if name not in added] == []


@pytest.mark.parametrize("article", KEY["originals"])
def test_a_report_of_its_own_is_no_copy(world: Any, article: str) -> None:
    assert world.group[article].original == world.articles[article].id


@pytest.mark.parametrize("entry", entries("quotes", "words"))
def test_a_quote_has_its_speaker(world: Any, entry: Entry) -> None:
    found = [quote for quote in world.quotes[entry["article"]] if entry["words"] in quote.text]
    assert found, "not found as a quote"
    printed = {quote.speaker.name for quote in found if quote.confidence >= PRINTED_FROM}
    assert printed == {entry["speaker"]}, [(quote.speaker, quote.confidence, quote.rule) for quote in found]


@pytest.mark.parametrize("entry", entries("not_said_by", "words"))
def test_words_are_not_given_to_a_bystander(world: Any, entry: Entry) -> None:
    found = [quote for quote in world.quotes[entry["article"]] if entry["words"] in quote.text]
    assert entry["name"] not in {quote.speaker.name for quote in found if quote.confidence >= PRINTED_FROM}


def test_every_quote_and_reaction_is_a_slice_of_its_article(world: Any) -> None:
    texts = {article.id: article.text for article in world.articles.values()}
    for quote in (quote for found in world.quotes.values() for quote in found):
        assert quote.span.of(texts[quote.article]) == quote.text
    for reaction in (reaction for found in world.reactions.values() for reaction in found):
        assert reaction.span.of(texts[reaction.article]) == reaction.evidence


@pytest.mark.parametrize("entry", entries("utterances", "words"))
def test_one_statement_in_many_papers_is_one_utterance(world: Any, entry: Entry) -> None:
    keys = {article.id: key for key, article in world.articles.items()}
    holders = [
        {keys[quote.article] for quote in (u.quote, *(other.quote for other in u.others)) if quote.article in keys}
        for u in world.utterances
        if any(entry["words"] in quote.text for quote in (u.quote, *(other.quote for other in u.others)))
    ]
    assert len(holders) == 1
    assert set(entry["printings"]) <= holders[0]


@pytest.mark.parametrize("entry", entries("reactions", "actor"))
def test_a_reaction_is_found_with_its_stance(world: Any, entry: Entry) -> None:
    found = [(r.actor, str(r.stance)) for r in world.reactions[entry["article"]]]
    assert [
        (actor, stance)
        for actor, stance in found
        if stance in entry["stance"] and any(name.casefold() in actor.casefold() for name in entry["actor"])
    ], found


@pytest.mark.parametrize("entry", entries("no_reactions", "words"))
def test_what_is_no_reaction_is_not_listed(world: Any, entry: Entry) -> None:
    assert [
        (r.actor, str(r.stance))
        for r in world.reactions[entry["article"]]
        if entry["words"] in r.evidence and entry.get("actor", r.actor) == r.actor
    ] == []


@pytest.mark.parametrize("entry", entries("problems", "why"))
def test_bad_input_leaves_a_problem(world: Any, entry: Entry) -> None:
    told = [p for p in world.problems if entry["file"] in str(p["source"]) or entry["file"] in str(p["detail"])]
    assert told
    assert all(problem["remedy"] for problem in told)


@pytest.mark.parametrize("entry", entries("never_printed", "why"))
def test_nothing_is_printed_that_may_not_be(world: Any, entry: Entry) -> None:
    files = [
        path for folder in (world.pages, world.site) for path in folder.rglob("*") if path.suffix in (".md", ".html")
    ]
    assert files
    assert [path.name for path in files if entry["words"] in path.read_text(encoding="utf-8")] == []


def test_the_built_site_is_proven(world: Any) -> None:
    assert main(["verify", f"--state={world.state}", f"--site={world.site}"]) == 0
