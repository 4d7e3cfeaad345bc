"""What a story's page says: numbers, news since, voices, coverage, and what the proof leaves out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from digest.edition import Allowance, Limits, story_page
from digest.edition.passages import letters, number_sources
from digest.edition.story import StoryPage
from digest.model import (
    Article,
    Change,
    Copy,
    CopyGroup,
    Dossier,
    Evidence,
    Join,
    Printing,
    Quote,
    QuoteKind,
    Reaction,
    Relation,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    StoryLink,
    Utterance,
    Variant,
)

Make = Callable[..., Article]
Build = Callable[..., Dossier]
TEXT = "The minister of the dam rejected an audit on Wednesday.\n\n“Nobody below this dam is in danger tonight,” said Ilse Brandt."
WORDS = "Nobody below this dam is in danger tonight,"


def quote_of(article: Article, words: str = WORDS, who: str | None = "Ilse Brandt", **more: Any) -> Quote:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    speaker = Speaker(who, None, who, more.pop("speaker_kind", SpeakerKind.PERSON), more.pop("role", None))
    kind = more.pop("kind", QuoteKind.DIRECT)
    return Quote(
        article.id,
        span,
        words,
        more.pop("fragments", (span,)),
        (span,),
        kind,
        speaker,
        "said",
        more.pop("confidence", 0.9),
        "test",
    )


def said(quote: Quote, *others: Quote, name: str | None = "Ilse Brandt", role: str | None = None) -> Utterance:
    return Utterance(quote, tuple(Printing(other, Variant.SAME) for other in others), (), name, role)


def page_of(dossier: Dossier, **more: Any) -> StoryPage:
    page = story_page(dossier, day=more.pop("day", date(2026, 3, 5)), **more)
    assert page is not None
    return page


def test_originals_are_numbered_by_time_and_copies_lettered_below_them(article: Make) -> None:
    articles = tuple(article(name, TEXT, hour=hour) for name, hour in (("d", 9), ("c", 12), ("b", 8), ("a", 10)))
    groups = (
        CopyGroup("g1", "d", (Copy("c", Relation.EXACT, 1.0), Copy("a", Relation.NEAR, 0.9))),
        CopyGroup("g2", "b"),
    )
    assert number_sources(articles, groups).numbers == {"b": "1", "d": "2", "a": "2a", "c": "2b"}
    assert [letters(place) for place in (26, 27, 52, 53, 703)] == ["z", "aa", "az", "ba", "aaa"]


def test_an_original_that_is_gone_is_replaced_by_its_earliest_copy(article: Make) -> None:
    groups = (CopyGroup("g", "gone", (Copy("b", Relation.EXACT, 1.0), Copy("a", Relation.EXACT, 1.0))),)
    sources = number_sources((article("a", TEXT, hour=9), article("b", TEXT, hour=10)), groups)
    assert sources.numbers == {"a": "1", "b": "1a"}


def test_a_quote_that_is_no_slice_is_left_out_with_a_problem(article: Make, dossier: Build) -> None:
    only = article("a", TEXT)
    good, bad = quote_of(only), replace(quote_of(only), text="Everybody is in danger")
    page = page_of(dossier(only, utterances=(said(bad),), key_utterances=(said(bad),)))
    assert page.view.quotes == ()
    assert [(problem.code, problem.item) for problem in page.view.problems] == [("quote-not-in-article", "a")]
    assert page_of(dossier(only, key_utterances=(said(good),))).view.problems == ()


def test_a_printing_that_holds_stands_in_for_one_that_does_not(article: Make, dossier: Build) -> None:
    first, second = article("a", TEXT), article("b", TEXT, hour=9, outlet="Vellmar Radio")
    bad = replace(quote_of(first), text="Everybody is in danger")
    page = page_of(dossier(first, second, key_utterances=(said(bad, quote_of(second)),)))
    assert [(q.passage.article, q.carried_by) for q in page.view.quotes] == [("b", ("Vellmar Radio",))]
    assert len(page.view.problems) == 1


def test_a_fragment_outside_its_quote_is_a_problem(article: Make, dossier: Build) -> None:
    only = article("a", TEXT)
    page = page_of(dossier(only, key_utterances=(said(quote_of(only, fragments=(Span(0, 3),))),)))
    assert [problem.code for problem in page.view.problems] == ["quote-not-in-article"]


def test_a_reaction_that_is_no_slice_is_left_out_with_a_problem(article: Make, dossier: Build) -> None:
    only = article("a", TEXT)
    reaction = Reaction("s1", "Dam Watch", None, Stance.CONDEMNS, "a", Span(0, 10), "invented.", only.when)
    page = page_of(dossier(only, reactions=(reaction,)))
    assert page.view.reactions == ()
    assert [problem.code for problem in page.view.problems] == ["reaction-not-in-article"]


SPEAKERS: dict[str, tuple[dict[str, Any], str | None, str | None, str | None]] = {
    "a name, with a page": ({}, "Ilse Brandt", "ilse-brandt", None),
    "a single word has no page": ({"who": "Brandt"}, "Brandt", None, None),
    "an unsure speaker is not named": ({"confidence": 0.4}, None, None, None),
    "a pronoun names nobody": ({"who": "she", "name": None}, None, None, None),
    "a mention stands where no name is known": (
        {"who": "a spokesman for Dam Watch", "name": None, "speaker_kind": SpeakerKind.SPOKESPERSON},
        "a spokesman for Dam Watch",
        None,
        None,
    ),
    "an organisation has no person's page": (
        {"who": "Dam Watch", "speaker_kind": SpeakerKind.ORGANISATION},
        "Dam Watch",
        None,
        None,
    ),
    "a role as printed": ({"role": "infrastructure minister"}, "Ilse Brandt", "ilse-brandt", "infrastructure minister"),
    "a role that the name says already is not said twice": (
        {"who": "the mayor", "name": None, "role": "mayor"},
        "the mayor",
        None,
        None,
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_the_speaker_as_printed(case: str, article: Make, dossier: Build) -> None:
    options, name, slug, role = SPEAKERS[case]
    only = article("a", TEXT)
    who = options.get("who", "Ilse Brandt")
    joined = options.get("name", who)
    quote = quote_of(only, **{key: value for key, value in options.items() if key != "name"})
    page = page_of(dossier(only, key_utterances=(said(quote, name=joined, role=options.get("role")),)))
    shown = page.view.quotes[0]
    assert (shown.speaker, shown.slug, shown.role) == (name, slug, role)


def test_a_role_told_once_holds_for_all_statements_of_the_story(article: Make, dossier: Build) -> None:
    only = article("a", TEXT + "\n\n“The dam will stand longer than the audit office,” Brandt said.")
    again = quote_of(only, "The dam will stand longer than the audit office,")
    utterances = (said(quote_of(only), role="infrastructure minister"), said(again))
    page = page_of(dossier(only, utterances=utterances, key_utterances=utterances))
    assert {quote.role for quote in page.view.quotes} == {"infrastructure minister"}
    assert [(person.name, person.statements) for person in page.view.people] == [("Ilse Brandt", 2)]


def test_of_a_partly_quoted_statement_the_words_in_marks_are_printed(article: Make, dossier: Build) -> None:
    text = "Ilse Brandt said nothing was wrong. “Nobody below this dam is in danger tonight,” she said."
    only = article("a", text)
    whole = quote_of(only, text[: text.index(" she")], kind=QuoteKind.MIXED)
    start = text.index("Nobody")
    mixed = replace(whole, fragments=(Span(start, start + len(WORDS)),))
    shown = page_of(dossier(only, key_utterances=(said(mixed),))).view.quotes[0]
    assert (shown.kind, shown.passage.pieces()) == ("direct", ("Nobody below this dam is in danger tonight",))


def test_a_few_words_in_marks_are_printed_with_their_sentence(article: Make, dossier: Build) -> None:
    text = "The dam holds. Carla Voss called the answer “arrogance in a hard hat” on Friday. It rained."
    only = article("a", text)
    whole = quote_of(only, "“arrogance in a hard hat”", kind=QuoteKind.MIXED)
    start = text.index("arrogance")
    mixed = replace(whole, fragments=(Span(start, start + 23),))
    shown = page_of(dossier(only, key_utterances=(said(mixed),))).view.quotes[0]
    assert shown.kind == "mixed"
    assert shown.passage.text == "Carla Voss called the answer “arrogance in a hard hat” on Friday."


def test_one_line_an_actor_and_a_response_first(article: Make, dossier: Build) -> None:
    only = article("a", TEXT)
    sentence = Span(0, only.text.index("\n"))

    def reaction(actor: str, stance: Stance, score: float) -> Reaction:
        return Reaction("s1", actor, None, stance, "a", sentence, sentence.of(only.text), only.when, score)

    reactions = (
        reaction("Dam Watch", Stance.CONDEMNS, 0.9),
        reaction("Dam Watch", Stance.WARNS, 0.5),
        reaction("Ilse Brandt", Stance.REJECTS, 0.9),
        reaction("Ilse Brandt", Stance.RESPONSE, 0.6),
    )
    view = page_of(dossier(only, reactions=reactions)).view
    assert [(r.actor, r.stance) for r in view.reactions] == [("Ilse Brandt", "response"), ("Dam Watch", "condemns")]


def test_nothing_is_new_on_the_first_day(article: Make, dossier: Build) -> None:
    view = page_of(dossier(article("a", TEXT)), day=date(2026, 3, 4)).view
    assert view.since is None
    assert not view.coverage[0].new


def test_what_is_new_since_the_last_edition(article: Make, dossier: Build) -> None:
    old = article("a", TEXT)
    copy = article("b", TEXT, day=5, outlet="Vellmar Radio")
    new = article(
        "c",
        "Dam Watch scolded the minister.\n\n“A gauge nobody reads is a decoration,” said Tomas Okoro.",
        day=5,
        hour=9,
    )
    okoro = quote_of(new, "A gauge nobody reads is a decoration,", "Tomas Okoro")
    utterances = (said(quote_of(old)), said(okoro, name="Tomas Okoro"))
    view = page_of(
        dossier(
            old,
            copy,
            new,
            groups=(CopyGroup("g1", "a", (Copy("b", Relation.EXACT, 1.0),)), CopyGroup("g2", "c")),
            utterances=utterances,
            key_utterances=utterances,
            known=frozenset({"a"}),
            previous_day=date(2026, 3, 4),
            changes=(Change("a", datetime(2026, 3, 5, 7, tzinfo=UTC), "14 gauges", "41 gauges"),),
        )
    ).view
    assert view.since is not None
    assert (view.since.reports, view.since.copies, view.since.quotes) == (("2",), 1, 1)
    assert view.since.speakers == ("Tomas Okoro",)
    assert [correction.after for correction in view.since.corrections] == ["41 gauges"]
    assert [quote.new for quote in view.quotes] == [False, True]
    assert view.coverage[0].corrected is not None


def test_an_old_correction_is_not_new(article: Make, dossier: Build) -> None:
    change = Change("a", datetime(2026, 3, 4, 20, tzinfo=UTC), "14", "41")
    view = page_of(
        dossier(article("a", TEXT), known=frozenset({"a"}), previous_day=date(2026, 3, 4), changes=(change,))
    ).view
    assert view.since is None
    assert [correction.new for correction in view.corrections] == [False]


def test_of_a_copy_only_what_it_adds_is_shown(article: Make, dossier: Build) -> None:
    longer = article("b", TEXT + "\n\nAbout 9,000 people live below the dam. They are many.", outlet="Radio", hour=9)
    groups = (CopyGroup("g", "a", (Copy("b", Relation.EXTENDED, 0.9, (2, 7)),)),)
    view = page_of(dossier(article("a", TEXT), longer, groups=groups)).view
    assert [p.text for p in view.coverage[0].copies[0].adds] == ["About 9,000 people live below the dam."]
    none = page_of(
        dossier(article("a", TEXT), longer, groups=groups), limits=Limits(allowance=Allowance(excerpt=10, quoted=10))
    ).view
    assert none.coverage[0].copies[0].adds == ()


def test_why_a_report_is_here_and_the_nearest_story_it_was_kept_out_of(article: Make, dossier: Build) -> None:
    first, second = article("a", TEXT), article("b", "The council of the dam met today in town.", hour=9)
    joins = (
        Join("g-a", 1.0, (), "s8", 0.2, "other town"),
        Join(
            "g-b", 0.4, (Evidence("words", "audit", 0.1), Evidence("names", "Ilse Brandt", 0.3)), "s9", 0.3, "other day"
        ),
    )
    made = dossier(first, second, nearest=(StoryLink("s9", "2026/03/01/x", "Another dam", date(2026, 3, 1)),))
    view = page_of(replace(made, story=replace(made.story, joins=joins))).view
    assert view.coverage[1].evidence == (("names", "Ilse Brandt"), ("words", "audit"))
    assert view.kept_out is not None
    assert (view.kept_out.story.headline, view.kept_out.reason) == ("Another dam", "other day")


def test_an_article_in_a_language_without_a_table_says_why_it_has_no_quotes(article: Make, dossier: Build) -> None:
    view = page_of(dossier(article("a", TEXT, language="de"))).view
    assert view.coverage[0].note is not None
    assert "no quotes" in view.coverage[0].note


def test_days_are_cut_in_the_sites_zone(article: Make, dossier: Build) -> None:
    late = article("a", TEXT, hour=23)
    bars = page_of(dossier(late), zone=ZoneInfo("Asia/Tokyo")).view.timeline.bins
    assert [bar.start for bar in bars] == [datetime(2026, 3, 4, 21, tzinfo=UTC)]


SPANS = {"hours": (4, 6), "days": (9, 24), "months": (100, 168)}


@pytest.mark.parametrize("case", SPANS)
def test_bars_cover_every_report_and_grow_with_the_story(case: str, article: Make, dossier: Build) -> None:
    days, hours = SPANS[case]
    first = article("a", TEXT)
    later = datetime.fromordinal(first.when.toordinal() + days - 1).replace(hour=20, tzinfo=UTC)
    last = article("b", TEXT + " More.", published=later)
    timeline = page_of(dossier(first, last)).view.timeline
    assert timeline.hours_per_bin == hours
    assert sum(bar.reports + bar.copies for bar in timeline.bins) == 2
    assert len(timeline.bins) <= 61


def test_a_headline_that_tells_nothing_new_is_no_development(article: Make, dossier: Build) -> None:
    articles = (
        article("a", TEXT, headline="Minister rejects audit of dam"),
        article("b", TEXT + " b", headline="Minister rejects dam audit", hour=9),
        article("c", TEXT + " c", headline="Council wants second opinion", hour=10),
    )
    lines = page_of(dossier(*articles)).view.timeline.developments
    assert [line.text for line in lines] == ["Minister rejects audit of dam", "Council wants second opinion"]


def test_a_story_without_words_has_no_page(article: Make, dossier: Build) -> None:
    assert story_page(dossier(article("a", " ")), day=date(2026, 3, 5)) is None


def test_the_order_of_everything_given_changes_nothing(article: Make, dossier: Build) -> None:
    articles = tuple(article(name, f"{TEXT} {name}", hour=8, headline=f"Headline of {name} here") for name in "abc")
    groups = tuple(CopyGroup(f"g-{a.id}", a.id) for a in articles)
    one = page_of(dossier(*articles, groups=groups))
    other = page_of(
        replace(dossier(*articles[::-1], groups=groups[::-1]), story=dossier(*articles, groups=groups).story)
    )
    assert one == other


def test_the_summary_and_the_statements_agree_with_the_page(article: Make, dossier: Build) -> None:
    only = article("a", TEXT)
    utterance = said(quote_of(only))
    page = page_of(dossier(only, utterances=(utterance,), key_utterances=(utterance,)), days=(date(2026, 3, 4),))
    assert page.summary.counts == page.view.counts
    assert page.summary.days == (date(2026, 3, 4), date(2026, 3, 5))
    assert [statement.quote for statement in page.statements] == list(page.view.quotes)
    assert page.summary.quote == page.view.quotes[0] == page.voices.quotes[0]


def test_a_story_closes_after_days_without_news(article: Make, dossier: Build) -> None:
    made = dossier(article("a", TEXT))
    assert page_of(made, day=date(2026, 3, 17)).view.is_open
    assert not page_of(made, day=date(2026, 3, 18)).view.is_open


NOTE = "The audit office said 14 of the dam's 60 gauges had not been read since 2021."
UPDATES = {
    "a figure given anew is a correction": (NOTE.replace("14", "41"), 1),
    "a figure in words beside one in digits too": (NOTE.replace("14 of", "as many as 41 of"), 1),
    "another sentence is a development": (NOTE + " Ten people were hurt.", 0),
    "a word changed is an edit": (NOTE.replace("office", "board"), 0),
    "nothing changed is nothing": (NOTE, 0),
}


@pytest.mark.parametrize("case", UPDATES)
def test_an_update_that_gives_a_figure_anew_is_a_correction(case: str, article: Make, dossier: Build) -> None:
    text, expected = UPDATES[case]
    groups = (CopyGroup("g", "a", (Copy("b", Relation.UPDATE, 0.9),)),)
    view = page_of(dossier(article("a", NOTE), article("b", text, hour=11), groups=groups)).view
    assert len(view.corrections) == expected
    if expected:
        assert (view.corrections[0].before, view.corrections[0].after) == (NOTE, text)
    told = {line.kind: line.text for line in view.timeline.developments}
    assert told.get("correction") == (text if expected else None)
    assert ("update" in told) != bool(expected)


def test_a_figure_that_another_outlet_gives_is_no_correction(article: Make, dossier: Build) -> None:
    groups = (CopyGroup("g", "a", (Copy("b", Relation.UPDATE, 0.9),)),)
    other = article("b", NOTE.replace("14", "41"), hour=11, outlet="Vellmar Radio")
    assert page_of(dossier(article("a", NOTE), other, groups=groups)).view.corrections == ()


def test_the_same_words_are_one_statement(article: Make, dossier: Build) -> None:
    only = article("a", TEXT)
    twice = (said(quote_of(only)), said(quote_of(only), role="minister"))
    page = page_of(dossier(only, utterances=twice))
    assert page.summary.counts.quotes == len(page.statements) == 1


ACTORS = {
    "residents of the valley": "Residents of the valley",
    "Dam Watch": "Dam Watch",
    "eBay": "eBay",
    "eBay sellers": "eBay sellers",
}


@pytest.mark.parametrize("actor", ACTORS)
def test_a_line_of_reaction_opens_with_a_capital(actor: str, article: Make, dossier: Build) -> None:
    report = article("a1", "They condemned it.")
    words = Span(0, len(report.text))
    told = Reaction("s1", actor, "one of them", Stance.CONDEMNS, "a1", words, report.text, report.when)
    page = story_page(dossier(report, reactions=(told,)), day=report.when.date())
    assert page is not None
    (line,) = page.view.reactions
    assert (line.actor, line.role) == (ACTORS[actor], None)
