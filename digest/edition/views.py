"""What the pages say, as values: a story's page, the edition of a day, and the records that lists are made of.

Everything here is frozen and made of strings, numbers, dates and tuples, so that a store can keep it as JSON.
Words of articles appear only as a ``Passage``: an exact slice with all that proves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from digest.model import Problem, StoryLink


@dataclass(frozen=True, slots=True)
class Passage:
    """Verbatim words of one article and their proof: ``article.text[start:end]`` is ``text``.

    ``number`` is the source number on the story's page (``1``, or ``1a`` for the first copy of source 1), ``anchor`` the id of the
    heading that tells of it there.
    ``fragments`` are the pieces, as offsets of the article, that stood inside marks; empty where the passage was not a quotation.
    ``prefix`` and ``suffix`` are the words around it, for a W3C TextQuoteSelector. ``content_hash`` is the article's.
    ``url`` is the article's page, or None. ``repeated`` says that the words stand there more than once, so that a link needs the words before.
    """

    article: str
    number: str
    anchor: str
    outlet: str
    start: int
    end: int
    text: str
    content_hash: str
    prefix: str = ""
    suffix: str = ""
    fragments: tuple[tuple[int, int], ...] = ()
    url: str | None = None
    repeated: bool = False

    def pieces(self) -> tuple[str, ...]:
        """The words inside marks, a string each; the whole passage where it has no fragments.

        The comma that English sets before a closing mark belongs to the sentence around it and is left out.
        """
        if not self.fragments:
            return (self.text,)
        cut = (self.text[start - self.start : end - self.start] for start, end in self.fragments)
        return tuple(piece.rstrip().removesuffix(",") for piece in cut)


@dataclass(frozen=True, slots=True)
class Headline:
    """A story's headline: an article's own (``passage`` is None) or a clause of a lead, which ``passage`` proves."""

    text: str
    article: str
    outlet: str
    number: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: independent ``reports`` (originals), distinct ``outlets``, ``copies``, ``quotes``, ``reactions``."""

    reports: int
    outlets: int
    copies: int
    quotes: int
    reactions: int


@dataclass(frozen=True, slots=True)
class QuotedVariant:
    """The same statement as another outlet printed it: ``variant`` is same, shortened or reworded."""

    passage: Passage
    variant: str
    when: datetime


@dataclass(frozen=True, slots=True)
class KeyQuote:
    """A quotation as the page prints it. ``speaker`` is None where it was not established.

    ``slug`` is the speaker's page below ``people/``, or None. ``kind`` is direct, mixed or indirect.
    ``carried_by`` are the outlets that printed it, the first carrier first; ``new`` says that no earlier edition had it.
    """

    passage: Passage
    kind: str
    when: datetime
    speaker: str | None
    speaker_kind: str
    role: str | None
    slug: str | None
    carried_by: tuple[str, ...]
    variants: tuple[QuotedVariant, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class ReactionLine:
    """What one actor said or did in answer: ``stance`` and a verbatim sentence."""

    actor: str
    role: str | None
    stance: str
    passage: Passage
    when: datetime
    slug: str | None = None
    new: bool = False


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of the timeline: ``reports`` (originals) and ``copies`` that came in the stretch from ``start``."""

    start: datetime
    reports: int
    copies: int


@dataclass(frozen=True, slots=True)
class Development:
    """One line of the timeline: a report's headline (or lead clause), when it came and where it stands.

    ``kind`` is report, update or correction.
    """

    when: datetime
    kind: str
    text: str
    outlet: str
    number: str
    anchor: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """How the story developed: bars of ``hours_per_bin`` (6 or 24) and one line a development."""

    hours_per_bin: int
    bins: tuple[Bin, ...]
    developments: tuple[Development, ...]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy below its original: ``relation`` to it, and what it ``adds`` (verbatim, short)."""

    number: str
    article: str
    outlet: str
    headline: str | None
    url: str | None
    when: datetime
    relation: str
    score: float
    adds: tuple[Passage, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """An independent report under Coverage, its copies below it and why it is here.

    ``anchor`` is the id of its heading on the page. ``dated`` is False where the article bears no date and ``when`` is the night it came in.
    ``title`` is its headline, or where it has none the clause of its lead. ``evidence`` are readable reasons of the join, strongest first; empty for the report that opened the story.
    ``corrected`` is when it was last corrected, or None. ``note`` says, for instance, why an article has no quotes.
    """

    number: str
    anchor: str
    article: str
    outlet: str
    headline: str | None
    url: str | None
    when: datetime
    dated: bool
    agency: str | None
    byline: str | None
    language: str
    score: float
    evidence: tuple[tuple[str, str], ...] = ()
    copies: tuple[CopyLine, ...] = ()
    corrected: datetime | None = None
    note: str | None = None
    new: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change made by a publisher: what stood ``before`` and what stands ``after``."""

    story: str
    path: str
    headline: str
    article: str
    number: str
    outlet: str
    url: str | None
    when: datetime
    before: str
    after: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """What is new since the edition of ``day``: numbers of new reports, count of new copies, new speakers, corrections."""

    day: date
    reports: tuple[str, ...]
    copies: int
    quotes: int
    speakers: tuple[str, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class KeptOut:
    """The nearest story that this one was kept out of, with the score (0 to 1) and the reason."""

    story: StoryLink
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who is quoted on a page: ``slug`` below ``people/`` and the number of statements."""

    name: str
    slug: str
    role: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story's page in the order a busy reader wants. ``path`` is ``YYYY/MM/DD/slug`` below ``stories/``.

    ``day`` is the edition it was made for; ``first`` and ``last`` bound its reports. ``decisions`` are those of people, by what
    they do and why; ``merges`` are the stories that turned out to be this one, by the path of each and why. ``is_open`` says that new reports may still join it. ``problems`` name what the proof left out.
    """

    id: str
    path: str
    saga: str
    day: date
    headline: Headline
    counts: Counts
    first: datetime
    last: datetime
    is_open: bool
    topics: tuple[str, ...]
    people: tuple[Person, ...]
    since: Since | None
    brief: tuple[Passage, ...]
    quotes: tuple[KeyQuote, ...]
    reactions: tuple[ReactionLine, ...]
    timeline: Timeline
    coverage: tuple[Source, ...]
    kept_out: KeptOut | None
    sagas: tuple[StoryLink, ...]
    corrections: tuple[Correction, ...]
    decisions: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...] = ()
    merges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OutletShare:
    """What one outlet did in a story: own reports, copies, and whether it was the first of all."""

    outlet: str
    reports: int
    copies: int
    first: bool


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in one paragraph, as lists, feeds and day pages show it; the store keeps one per story and edition.

    ``lead`` is the first verbatim sentence In brief; ``quote`` the strongest key quote. ``stances`` counts reactions by stance.
    ``since`` is what is new (None on the first day), ``days`` are all editions that brought something new, oldest first.
    ``fresh_outlets`` counts the outlets whose own reports this edition brought; it orders the edition. ``articles`` are all its ids.
    """

    id: str
    path: str
    saga: str
    day: date
    headline: str
    headline_outlet: str
    first: datetime
    last: datetime
    is_open: bool
    counts: Counts
    shares: tuple[OutletShare, ...]
    people: tuple[Person, ...]
    topics: tuple[str, ...]
    lead: Passage | None
    quote: KeyQuote | None
    stances: tuple[tuple[str, int], ...]
    since: Since | None
    days: tuple[date, ...]
    fresh_outlets: int
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one person, as that person's page lists it. ``story``, ``path`` and ``headline`` point to its story."""

    slug: str
    name: str
    role: str | None
    story: str
    path: str
    headline: str
    topics: tuple[str, ...]
    quote: KeyQuote


@dataclass(frozen=True, slots=True)
class Voices:
    """What was said in one story as of one edition: what a day's table and mail print of it."""

    story: str
    day: date
    quotes: tuple[KeyQuote, ...]
    reactions: tuple[ReactionLine, ...]


STORIES_TOLD = 24
"""Stories of an edition that are told with a sentence. A night of 26 feeds brings hundreds of stories, most of one report
each; a reader with two minutes gets through about two dozen."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The digest of one day: its stories in order, the lead story first, each as it stood on that day."""

    day: date
    stories: tuple[StorySummary, ...]

    @property
    def told(self) -> tuple[StorySummary, ...]:
        """The first ``STORIES_TOLD`` stories; a page gives each a sentence and its counts."""
        return self.stories[:STORIES_TOLD]

    @property
    def listed(self) -> tuple[StorySummary, ...]:
        """The stories after those; a page gives each a line."""
        return self.stories[STORIES_TOLD:]
