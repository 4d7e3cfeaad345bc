"""Whatever came in, a page is made of it, and every word on it is the article's."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.edition import edition, story_page
from digest.edition.catalogue import catalogue
from digest.edition.slugs import slug
from digest.edition.views import Passage
from digest.model import (
    Article,
    Copy,
    CopyGroup,
    Dossier,
    Join,
    Quote,
    QuoteKind,
    Reaction,
    Relation,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Story,
    Utterance,
)
from digest.render.files import Site, render_indexes, render_stories
from digest.text.normalise import join_paragraphs, one_line

LINE = st.text(max_size=30).map(one_line)
NAME = LINE.map(lambda text: text or "Post")
TEXT = (
    st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4).map(join_paragraphs).map(lambda t: t or "Dam.")
)
MOMENT = st.integers(0, 10**6).map(lambda minutes: datetime(2024, 3, 4, tzinfo=UTC) + timedelta(minutes=minutes))
ADDRESS = st.none() | LINE | LINE.map(lambda text: f"https://press.example/{text}")
DAY = date(2026, 3, 5)


@st.composite
def stories(draw: st.DrawFn) -> Dossier:
    """A story of one to four articles with a quote and a reaction, all of them of any text."""
    made = [
        Article(
            f"a{number}", draw(NAME), draw(NAME), draw(ADDRESS), draw(st.none() | LINE), draw(TEXT), draw(MOMENT), "h",
            byline=draw(st.none() | LINE), agency=draw(st.none() | LINE), published=draw(st.none() | MOMENT),
        )
        for number in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    copies = tuple(Copy(a.id, draw(st.sampled_from(Relation)), 0.5, (0, 1)) for a in made[1:] if draw(st.booleans()))
    own = [a.id for a in made if a.id not in {copy.article for copy in copies}]
    groups = (CopyGroup("g0", "a0", copies), *(CopyGroup(f"g-{name}", name) for name in own if name != "a0"))
    text = made[0].text
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    kind, name = draw(st.sampled_from(QuoteKind)), draw(st.none() | LINE)
    speaker = Speaker(name, None, name, draw(st.sampled_from(SpeakerKind)), draw(st.none() | LINE))
    quote = Quote("a0", span, span.of(text), (span,), (span,), kind, speaker, None, 0.9, "test")
    said = Utterance(quote, (), (made[0].outlet,), name, draw(st.none() | LINE))
    stance = draw(st.sampled_from(Stance))
    reaction = Reaction("s", draw(NAME), draw(st.none() | LINE), stance, "a0", span, span.of(text), made[0].when)
    story = Story("s", "s", "2026/03/05/s", "s", made[0].when, made[0].when, ("g0",), (Join("g0", 1.0),))
    topics = tuple(draw(st.lists(NAME, max_size=2)))
    return Dossier(
        story,
        tuple(made),
        groups,
        (quote,),
        (reaction,),
        topics,
        utterances=(said,),
        key_utterances=(said,),
        person_pages=((name, slug(name)),) if name else (),
    )


def passages(value: object) -> list[Passage]:
    """Every passage in a view, however deep."""
    if isinstance(value, Passage):
        return [value]
    if isinstance(value, tuple):
        return [passage for item in value for passage in passages(item)]
    names = getattr(value, "__dataclass_fields__", ())
    return [passage for name in names for passage in passages(getattr(value, name))]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_any_story_has_a_page_whose_every_word_is_its_articles(dossier: Dossier) -> None:
    page = story_page(dossier, day=DAY)
    words = "".join((a.headline or "") + a.text for a in dossier.articles)
    assert page is not None or not any(map(str.isalnum, words))
    if page is None:
        return
    texts = {article.id: article.text for article in dossier.articles}
    for passage in passages(page.view):
        assert texts[passage.article][passage.start : passage.end] == passage.text
        assert all(piece in texts[passage.article] for piece in passage.pieces())
    assert len(page.view.timeline.bins) <= 120
    site = Site("Digest", "https://digest.example/")
    shelf = catalogue((edition(DAY, (page.summary,)),), (page.summary,), page.statements, voices=(page.voices,))
    for file in (*render_stories((page.view,), site), *render_indexes(shelf, site)):
        text = file.data.decode()
        if file.path.endswith(".json"):
            json.loads(text)
        elif file.path.endswith((".xml", ".opml")):
            ET.fromstring(text)
        elif file.path.endswith(".md"):
            assert isinstance(yaml.safe_load(text.split("---\n", 2)[1])["title"], str)
