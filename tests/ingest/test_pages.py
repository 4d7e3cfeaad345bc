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
