"""A small invented story, as the pipeline hands it over, and what is made of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from digest.edition import edition, story_page
from digest.edition.catalogue import Catalogue, Moved, Removed, catalogue
from digest.edition.slugs import slug
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
    Problem,
    Quote,
    QuoteKind,
    Reaction,
    Relation,
    Source,
    SourceDay,
    SourceHealth,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Story,
    StoryLink,
    Topic,
    Utterance,
    Variant,
)
from digest.render.files import Site

WIRE = """VELLMAR (National Wire) — Infrastructure minister Ilse Brandt on Wednesday dismissed an audit that found cracks in the spillway of the Vellmar dam.

The audit office said 41 of the dam’s 60 pressure gauges had not been read since 2021.

“The audit office counted gauges,” Brandt told reporters. “We count people, and not one of them is in danger tonight.”

The ministry stood by its own inspection of January, Brandt said."""
POST = (
    WIRE
    + """

About 9,000 people live in the valley below the dam, most of them in Vellmar town."""
)
RADIO = """Minister Ilse Brandt dismissed the audit of the Vellmar dam.

“We count people, and not one of them is in danger,” she said."""
COURIER = """Vellmar’s town council on Wednesday asked for an independent survey of the dam before the spring melt.

The council said it had learned of the cracks in the spillway from the audit office and not from the ministry."""
LATER = """The engineers’ group Dam Watch on Thursday scolded the infrastructure ministry over its answer to the audit of the Vellmar dam.

“A gauge that nobody reads is a decoration,” said Tomas Okoro, head of Dam Watch.

Okoro called the minister’s answer reckless and said the valley deserved better."""
QUAY = """Two people died in a fire in a warehouse at Ostrow quay on Thursday morning.

Firefighters were still damping down the shell of the building at noon."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def article(name: str, outlet: str, text: str, when: datetime, headline: str | None, **more: object) -> Article:
    url = more.pop("url", f"https://{outlet.rsplit(maxsplit=1)[-1].lower()}.example/{name}?a=1&b=2")
    mark = "sha256:" + sha256(text.encode()).hexdigest()
    return Article(name, outlet, outlet, url, headline, text, when, mark, published=when, **more)  # type: ignore[arg-type]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quote(source: Article, words: str, pieces: tuple[str, ...], who: str | None, role: str | None = None) -> Quote:
    span = span_of(source.text, words)
    fragments = tuple(span_of(source.text, piece) for piece in pieces)
    speaker = Speaker(who, None, who, SpeakerKind.PERSON if who else SpeakerKind.UNKNOWN, role)
    kind = QuoteKind.DIRECT if pieces else QuoteKind.INDIRECT
    return Quote(source.id, span, words, fragments, (span,), kind, speaker, "said", 0.9 if who else 0.2, "test")


ARTICLES = {
    "a1": article("a1", "National Wire", WIRE, at(4, 8, 12), "Audit finds cracks at Vellmar dam, minister unmoved"),
    "a2": article("a2", "Harbour Post", POST, at(4, 9, 5), "Minister rejects audit of the Vellmar dam"),
    "a3": article("a3", "Vellmar Radio", RADIO, at(4, 10, 40), "Brandt: nobody in danger", url=None),
    "a4": article(
        "a4", "Vellmar Courier", COURIER, at(4, 15, 30), "Council wants second opinion on dam", byline="Jo Hale"
    ),
    "a5": article("a5", "Harbour Post", LATER, at(5, 14, 20), "Dam Watch scolds ministry over Vellmar dam"),
    "a6": article("a6", "Coast Daily", WIRE, at(5, 6, 0), "Audit finds cracks at Vellmar dam, minister unmoved"),
}
GROUPS = (
    CopyGroup(
        "g1",
        "a1",
        (
            Copy("a2", Relation.EXTENDED, 0.8, (4,)),
            Copy("a3", Relation.EXCERPT, 0.6),
            Copy("a6", Relation.EXACT, 1.0),
        ),
        agency="National Wire",
    ),
    CopyGroup("g2", "a4"),
    CopyGroup("g3", "a5"),
)
COUNTED = quote(
    ARTICLES["a1"],
    "The audit office counted gauges,” Brandt told reporters. “We count people, and not one of them is in danger tonight.",
    ("The audit office counted gauges,", "We count people, and not one of them is in danger tonight."),
    "Ilse Brandt",
    "infrastructure minister",
)
SHORTER = quote(
    ARTICLES["a3"],
    "We count people, and not one of them is in danger,",
    ("We count people, and not one of them is in danger,",),
    "Ilse Brandt",
)
DECORATION = quote(
    ARTICLES["a5"],
    "A gauge that nobody reads is a decoration,",
    ("A gauge that nobody reads is a decoration,",),
    "Tomas Okoro",
    "head of Dam Watch",
)
BRANDT = Utterance(
    COUNTED,
    (Printing(SHORTER, Variant.SHORTENED),),
    ("National Wire", "Harbour Post", "Vellmar Radio", "Coast Daily"),
    "Ilse Brandt",
    "infrastructure minister",
    2.0,
)
OKORO = Utterance(DECORATION, (), ("Harbour Post",), "Tomas Okoro", "head of Dam Watch", 1.0)


def reaction(source: str, words: str, actor: str, role: str | None, stance: Stance) -> Reaction:
    found = ARTICLES[source]
    return Reaction("s1", actor, role, stance, source, span_of(found.text, words), words, found.when)


REACTIONS = (
    reaction(
        "a5",
        "Okoro called the minister’s answer reckless and said the valley deserved better.",
        "Tomas Okoro",
        "head of Dam Watch",
        Stance.CONDEMNS,
    ),
    reaction(
        "a1",
        "The ministry stood by its own inspection of January, Brandt said.",
        "Ilse Brandt",
        "infrastructure minister",
        Stance.RESPONSE,
    ),
    reaction(
        "a4",
        "Vellmar’s town council on Wednesday asked for an independent survey of the dam before the spring melt.",
        "Vellmar town council",
        None,
        Stance.CALLS_FOR,
    ),
)


def dossier() -> Dossier:
    """The story of the dam on its second day."""
    story = Story(
        id="s1",
        slug="minister-rejects-audit-vellmar-dam",
        path="2026/03/04/minister-rejects-audit-vellmar-dam",
        saga="s0",
        first_seen=at(4, 8, 12),
        last_seen=at(5, 14, 20),
        groups=("g1", "g2", "g3"),
        joins=(
            Join("g1", 1.0),
            Join(
                "g2",
                0.41,
                (Evidence("names", "Vellmar dam", 0.3), Evidence("words", "audit, cracks, spillway", 0.2)),
                "s9",
                0.12,
                "same minister, other matter",
            ),
            Join(
                "g3",
                0.52,
                (Evidence("names", "Vellmar dam", 0.3), Evidence("words", "audit, minister", 0.2)),
            ),
        ),
    )
    return Dossier(
        story=story,
        articles=tuple(ARTICLES.values()),
        groups=GROUPS,
        quotes=(COUNTED, SHORTER, DECORATION),
        reactions=REACTIONS,
        topics=("Infrastructure",),
        changes=(
            Change(
                "a1",
                at(5, 11, 5),
                "The audit office said 14 of the dam’s 60 pressure gauges had not been read since 2021.",
                "The audit office said 41 of the dam’s 60 pressure gauges had not been read since 2021.",
            ),
        ),
        known=frozenset({"a1", "a2", "a3", "a4"}),
        previous_day=date(2026, 3, 4),
        saga=(
            StoryLink(
                "s0", "2026/01/12/audit-office-opens-dam-review", "Audit office opens dam review", date(2026, 1, 12)
            ),
        ),
        utterances=(BRANDT, OKORO),
        key_utterances=(BRANDT, OKORO),
        person_pages=tuple((said.name, slug(said.name)) for said in (BRANDT, OKORO) if said.name),
        nearest=(StoryLink("s9", "2026/03/02/budget-for-dams-cut", "Budget for dams cut", date(2026, 3, 2)),),
    )


def small_dossier() -> Dossier:
    """A story of one report, on its first day."""
    fire = article("b1", "Ostrow Gazette", QUAY, at(5, 12), "Two dead in warehouse fire at Ostrow quay")
    path = "2026/03/05/two-dead-warehouse-fire-ostrow-quay"
    story = Story("s2", path.rsplit("/", 1)[1], path, "s2", fire.when, fire.when, ("g9",), (Join("g9", 1.0),))
    return Dossier(story, (fire,), (CopyGroup("g9", "b1"),), (), ())


@pytest.fixture
def site() -> Site:
    return Site("Digest", "https://digest.example/", UTC)


@pytest.fixture
def dossier_of_dam() -> Dossier:
    return dossier()


@pytest.fixture
def dam() -> StoryPage:
    page = story_page(dossier(), day=date(2026, 3, 5), days=(date(2026, 3, 4),))
    assert page is not None
    return page


@pytest.fixture
def fire() -> StoryPage:
    page = story_page(small_dossier(), day=date(2026, 3, 5))
    assert page is not None
    return page


@pytest.fixture
def shelf(dam: StoryPage, fire: StoryPage) -> Catalogue:
    """Everything published after two days: two stories, one that moved, one that was removed, three sources."""
    today = date(2026, 3, 5)
    summaries = (dam.summary, fire.summary)
    problem = Problem(
        "Coast Daily", "ingest", "bad-date", "the date `31 February` is impossible", "tell the publisher", "item 3"
    )
    return catalogue(
        (edition(date(2026, 3, 4), ()), edition(today, summaries)),
        summaries,
        (*dam.statements, *fire.statements),
        (Topic("Infrastructure", ("dam OR bridge",)), Topic("Education", ("school*",))),
        health=(
            SourceHealth(
                Source("Harbour Post", outlet="Harbour Post", path="harbour.xml"),
                2,
                2,
                last_new=at(5, 14, 20),
                history=(SourceDay(date(2026, 3, 4), 0, 0, 1), SourceDay(today, 2, 2, 0)),
            ),
            SourceHealth(
                Source("Coast Daily", url="https://coast.example/feed?key=secret"), 9, 1, (problem,), at(5, 6)
            ),
            SourceHealth(Source("Island Times"), 0, 0, silent_since=date(2026, 3, 1)),
            SourceHealth(Source("Old Herald"), 0, 0, failing_since=date(2026, 3, 2)),
        ),
        corrections=dam.view.corrections,
        moved=(Moved("s3", "2026/03/05/warehouse-burns", dam.view.path, dam.view.headline.text),),
        removed=(Removed("s4", "2026/03/04/gone"),),
        voices=(dam.voices, fire.voices),
    )
