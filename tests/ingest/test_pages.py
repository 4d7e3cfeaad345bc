"""Of a page the article is kept, the whole of it and nothing else."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

from digest.ingest.documents import read_patiently
from digest.ingest.markup import passage_of_html
from digest.model import Source

ROOT = Path(__file__).parent.parent.parent
LEAD = "The minister said on Tuesday that the dam above the town of Vellmar was safe, and that nobody had to leave."
NEXT = "Engineers who looked at the spillway for a week had found three cracks in it, each as long as a hand."
LAST = "The opposition asked for an inquiry, which the minister called a waste of money, and of time as well."
ARTICLE = f"<p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p>"
WHOLE = [LEAD, NEXT, LAST]
FULL_COMMENT = f"<p>{' '.join(['I have lived here for years, and nobody asked me, or anybody else.'] * 12)}</p>"
AROUND = {
    "a name written in capitals inside": f'<div class="text">{ARTICLE}<div class="storyNewsletterPromo"><p>The best of the coast, every day at seven, for nothing at all.</p></div></div>',
    "a part of a name": f'<div class="article__body">{ARTICLE}</div><div class="article__related-list"><p>Another story that has a lead of some length, and a comma.</p></div>',
    "a block that begins with a label": f"<article>{ARTICLE}<div><h3>Related stories</h3><div><p>Fishermen of Kessel go on strike again, and the shops are closed.</p></div></div></article>",
    "a plea to pay, and all the block says after it": f"<article>{ARTICLE}<div><h2>Subscribe to continue reading</h2><p>A month costs one crown, and then as much as a boat, every month.</p></div></article>",
    "offers longer than what may be read": f"<article>{ARTICLE}<div><h2>Subscribe to continue reading</h2>{'<p>A month costs one crown, and then as much as a boat, every month.</p>' * 7}</div></article>",
    "comments longer than the article": f'<div class="post">{ARTICLE}</div><div id="reader-comments"><div>{FULL_COMMENT}</div></div>',
    "cards of other stories beside a short article": f"<main><article><h1>Dam is safe</h1>{ARTICLE}</article>"
    f"<section>{''.join(f'<div><h3><a href=/{n}>Another story</a></h3><p>{NEXT} {n}</p></div>' for n in range(9))}</section></main>",
    "comments under any name below a heading that counts them": f'<div class="c1">{ARTICLE}<h3>8 Responses to “Dam is safe”</h3><ol>{"".join(f"<li><i>Neighbour {n} says:</i>{FULL_COMMENT}</li>" for n in range(8))}</ol></div>',
    "cards of other articles inside": f'<article><p>{LEAD}</p><article class="c2"><h3><a href="/1">Fishermen of Kessel go on strike</a></h3><p>The shops of the upper town are closed until Monday, and so is the fish hall.</p></article><p>{NEXT}</p><p>{LAST}</p></article>',
    "a question of consent that is longer than the article": f'<div class="c3"><h2>We value your privacy</h2>{"<p>We and our 842 partners store and access information on a device, such as cookies, for personalised ads and audience insights.</p>" * 6}<p>With your consent we use your geolocation.</p></div><div>{ARTICLE}</div>',
    "a barrier and its offers": f'<article>{ARTICLE}<div class="gate"><h3>Continue reading with us</h3><p>Get all articles of the site, without limits, for one crown in the first month.</p><ul><li>The newspaper of the day, the evening before, in the app</li></ul></div></article>',
    "a column of other stories beside the article": f'<div class="c8"><h1>Dam is safe</h1>{ARTICLE}</div><div class="c4">{"".join(f"<div><h4><a href=/{n}>Another story</a></h4><p>{NEXT} {n}</p></div>" for n in range(9))}</div>',
    "a byline alone": f"<div><p>By Ann Weller and Ruben Tassel, in Vellmar</p>{ARTICLE}</div>",
    "the headline once more": f"<div><font><b>Dam is safe</b></font>{ARTICLE}</div>",
}
KEPT = {
    "paragraphs that are widgets": "".join(
        f'<div class="box-widget box-{n}"><div class="box-widget-inner"><p>{one}</p></div></div>'
        for n, one in enumerate(WHOLE)
    ),
    "a wrapper of a suspicious name": f'<div class="has-sidebar related-layout-none"><div class="with-sidebar">{ARTICLE}</div></div>',
    "a hash that holds a name": f'<div class="sc-xAdYz"><p class="fYAdXe">{LEAD}</p><p class="fYAdXe">{NEXT}</p><p class="fYAdXe">{LAST}</p></div>',
    "entries of a live blog": "".join(
        f'<div><span>1{n}:05</span><div class="entry-text"><p>{one}</p></div></div>' for n, one in enumerate(WHOLE)
    ),
    "columns without a name": "".join(f"<div><div><p>{one}</p></div></div>" for one in WHOLE),
    "posts of a live blog that link to themselves": f"<article><h1>Dam is safe</h1>{''.join(f'<article><h2><a href=/live/{n}>Post {n}</a></h2><p>{one}</p>{FULL_COMMENT}</article>' for n, one in enumerate(WHOLE))}</article>",
    "a report about consent": f"<article>{ARTICLE}<p>“We do not accept cookies without your consent,” a judge told the site.</p></article>",
    "a heading that counts what was said in the report": f"<article><p>{LEAD}</p><h2>Responses</h2><p>{NEXT}</p><p>{LAST}</p></article>",
    "a notice of consent between paragraphs that speak of accepting": f"<article>{ARTICLE}<p>This part holds a post. We ask for your consent first: it may set cookies and store information on your device.</p></article>",
    "an article in which only the headline is": f"<article><h1>Dam is safe</h1></article><div>{ARTICLE}</div>",
}


def paragraphs(body: str) -> list[str]:
    page = f"<html><head><title>Dam is safe</title></head><body>{body}</body></html>"
    return "\n\n".join(entry.text for entry in read_patiently(page, "html", Source("page")).entries).split("\n\n")


@pytest.mark.parametrize("case", AROUND)
def test_what_stands_around_an_article_is_left_out(case: str) -> None:
    assert paragraphs(AROUND[case]) == WHOLE


@pytest.mark.parametrize("case", KEPT)
def test_what_only_looks_like_ballast_is_kept(case: str) -> None:
    assert [one for one in paragraphs(KEPT[case]) if one in WHOLE] == WHOLE


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ('<a rel="author" href="/ann">Ann Weller</a>', "Ann Weller"),
        ('<span itemprop="author">Ann Weller</span>', "Ann Weller"),
        ('<p class="post-byline">By Ann Weller</p>', "By Ann Weller"),
        ('<p class="post-byline">Share this</p>', None),
        ('<a rel="author">Ann Weller</a><a rel="author">Ruben Tassel</a>', None),
    ],
)
def test_the_author_is_who_the_page_marks_as_such(written: str, byline: str | None) -> None:
    page = f"<html><body><h1>Dam is safe</h1>{written}<article>{ARTICLE}</article></body></html>"
    assert [entry.byline for entry in read_patiently(page, "html", Source("page")).entries] == [byline]


def test_the_headline_is_not_the_name_of_the_weblog() -> None:
    page = f"<html><head><title>Low Water: Dam is safe</title></head><body><h1>Low Water</h1><h3>Dam is safe</h3><div>{ARTICLE}</div></body></html>"
    assert [entry.headline for entry in read_patiently(page, "html", Source("page")).entries] == ["Dam is safe"]


TEASERS = "".join(f'<{{0}}><h2><a href="/{n}">Story number {n}</a></h2><p>{NEXT} {n}</p></{{0}}>' for n in range(5))


@pytest.mark.parametrize("card", ["article", "li", "div"])
def test_a_front_page_holds_no_article(card: str) -> None:
    page = f'<html><head><title>Harbour Post</title><meta property="og:type" content="website"></head><body><h1>Harbour Post</h1><p>{LEAD}</p>{TEASERS.format(card)}</body></html>'
    reading = read_patiently(page, "html", Source("page"))
    assert (reading.entries, [problem.code for problem in reading.problems]) == ((), ["no-article"])


@pytest.mark.parametrize("card", ["article", "li", "div"])
def test_an_article_above_teasers_is_one(card: str) -> None:
    assert paragraphs(f"<h1>Dam is safe</h1><div>{ARTICLE}</div><section>{TEASERS.format(card)}</section>")[:3] == WHOLE


EXCUSE = "<p>The page that you want has moved or never was, so look for it with the search.</p>"


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "Page not found | Harbour Post",
        "Just a moment...",
        "Access Denied",
        "403 - Forbidden",
        "Are you a robot?",
    ],
)
def test_a_page_that_says_there_is_none_holds_no_article(title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>Harbour Post</h1>{EXCUSE}</body></html>"
    assert read_patiently(page, "html", Source("page")).entries == ()


@pytest.mark.parametrize(
    "title", ["Access denied to the dam, say engineers", "Not found: the man who fled", "404 houses flooded"]
)
def test_a_headline_that_begins_like_such_a_page_is_one(title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{ARTICLE}</body></html>"
    assert [entry.headline for entry in read_patiently(page, "html", Source("page")).entries] == [title]


def test_a_question_of_consent_alone_is_no_article() -> None:
    page = "<body><h1>Before you continue to the Harbour Post</h1><p>We and our partners use cookies to show personalised ads.</p><a>Accept all</a></body>"
    assert read_patiently(page, "html", Source("page")).entries == ()


def test_of_a_piece_of_a_page_nothing_is_left_out() -> None:
    piece = f"<div><p>So much for the letter.</p><div class='box'>{ARTICLE}</div><p>It was not signed.</p></div>"
    (entry,) = read_patiently(piece, "html", Source("piece")).entries
    assert entry.text.split("\n\n") == ["So much for the letter.", *WHOLE, "It was not signed."]


def test_the_name_of_the_page_stays_where_a_sentence_begins_with_it() -> None:
    assert paragraphs(f"<article><p><b>Dam is safe</b> was the slogan of that year.</p>{ARTICLE}</article>") == [
        "Dam is safe was the slogan of that year.",
        *WHOLE,
    ]


def test_the_headline_is_the_part_of_the_title_that_an_old_page_prints() -> None:
    page = f"<html><head><title>Harbour Post - Dam is safe</title></head><body><table><tr><td><font><b>Dam is safe</b></font>{ARTICLE}</td></tr></table></body></html>"
    (entry,) = read_patiently(page, "html", Source("page")).entries
    assert (entry.headline, entry.text.split("\n\n")) == ("Dam is safe", WHOLE)


def linked(**fields: object) -> str:
    data = json.dumps({"@type": "NewsArticle", **fields})
    return f'<html><head><title>Dam — the lexicon</title><script type="application/ld+json">{data}</script></head><body><h1>Dam</h1><article>{ARTICLE}</article></body></html>'


def test_the_name_wins_where_the_data_call_a_description_the_headline() -> None:
    (entry,) = read_patiently(linked(headline="wall that holds water", name="Dam"), "html", Source("page")).entries
    assert entry.headline == "Dam"


@pytest.mark.parametrize(("free", "whole"), [(False, False), ("False", False), (True, True), (None, True)])
def test_a_short_text_on_a_page_that_must_be_paid_for_is_a_teaser(free: object, whole: bool) -> None:
    (entry,) = read_patiently(linked(headline="Dam", isAccessibleForFree=free), "html", Source("page")).entries
    assert entry.full_text is whole


@pytest.mark.parametrize("holder", ["figure", "div", "section"])
def test_a_post_set_into_an_article_is_kept_as_one_line(holder: str) -> None:
    post = '<blockquote class="twitter-tweet"><p>Bread!</p>&mdash; Carla Voss (@cvoss) <a href="/1">March 4, 2026</a></blockquote>'
    body = f'<article><p>{LEAD}</p><{holder} class="wp-block-embed is-provider-twitter"><div>{post}</div></{holder}><p>{NEXT}</p><p>{LAST}</p></article>'
    assert paragraphs(body) == [LEAD, "Bread! — Carla Voss (@cvoss) March 4, 2026", NEXT, LAST]


@pytest.mark.parametrize(
    "plea",
    [
        "Get the day’s news in your inbox.",
        "Already a subscriber? Sign in.",
        "Cancel anytime.",
        "By signing up, you agree to our terms.",
        "- Advertisement -",
        "Previously on Harbour Post:",
        "Do you know more about this? Email tips@harbour.example.",
    ],
)
def test_a_plea_is_no_paragraph(plea: str) -> None:
    assert passage_of_html(f"<p>{LEAD}</p><p>{plea}</p>").text == LEAD


@pytest.mark.parametrize(
    "words",
    [
        "Subscribers to the paper cancelled in droves.",
        "“Sign up to fight,” he said, and they did.",
        "Have you seen the dam? She had not.",
        "By Tuesday the water had gone.",
        "Related claims were dropped.",
        "Comments by the minister made it worse.",
    ],
)
def test_a_sentence_that_only_begins_like_a_plea_stays(words: str) -> None:
    assert paragraphs(f"<article>{ARTICLE}<p>{words}</p></article>") == [*WHOLE, words]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    return importlib.import_module("bench.ingest_pages")


def test_pages_as_news_sites_make_them_give_their_articles(bench: ModuleType) -> None:
    floors = json.loads((ROOT / "bench" / "pages_floors.json").read_text(encoding="utf-8"))
    found = {name: bench.mean_f1(bench.scores(name, bench.ours, turns=2)) for name in bench.SETS}
    assert {name for name, value in found.items() if value < floors[name]} == set()


def test_topics_and_an_invitation_to_follow_are_no_part_of_an_article() -> None:
    """An article may still tell who follows whom, and where."""
    told = [f"The bridge at Tolvik closes on Monday, the board said on day {day} of the talks." for day in range(4)]
    told.append("The board asked drivers to follow us on foot, the mayor joked, until the ferry comes.")
    body = "".join(f'<div data-component="text-block"><p>{one}</p></div>' for one in told)
    around = "<p><i>Hear the best of North News and follow us on Facebook and Instagram.</i></p>"
    topics = '<div data-component="topic-list"><div>Tolvik</div><div>Transport</div></div>'
    page = f"<html><body><main><article><h1>Bridge closes</h1>{body}<div>{around}</div>{topics}</article></main></body></html>"
    (entry,) = read_patiently(page, "html", Source("north")).entries
    assert entry.text.split("\n\n") == told
