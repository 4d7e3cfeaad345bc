"""All files of an edition.

The pipeline calls two functions a night and writes what they yield below the pages folder, a file only where its bytes changed:

1. ``render_stories(views, site)`` with the views of the stories that got something new (``digest.edition.story_page``).
   Stories without news are not rendered again.
2. ``render_indexes(catalogue, site)`` with the catalogue of everything published (``digest.edition.catalogue.catalogue``).
   Given ``only=touched(summaries, day, before)`` the catalogue holds just the days, dates, months, people, outlets and topics
   that the night changed; lists of pages, home, source health, corrections and the index are always written.
   With ``voices`` (``digest.edition.StoryPage.voices``, which the store keeps by story and day; those of ``only.days``
   suffice) it has each day's table and mail too; without them no page points to one.

After a change of template or code both are called with everything the store has. ``removed_files(removed)`` names what a
takedown must delete beside the page that ``render_indexes`` then writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from digest.edition.catalogue import Catalogue, Moved, Removed
from digest.edition.views import Edition, StoryView, Voices
from digest.render import list_data
from digest.render.cite import citation_files
from digest.render.data import story_json
from digest.render.days import calendar_markdown, day_markdown, home_markdown
from digest.render.feeds import (
    corrections_feed,
    feed_files,
    opml,
    outlet_feed,
    person_feed,
    stories_feed,
    story_feed,
    topic_feed,
)
from digest.render.gone import emptied_page, moved_markdown, removed_markdown
from digest.render.health import corrections_markdown, sources_markdown
from digest.render.limits import registered
from digest.render.listings import (
    date_markdown,
    list_markdown,
    month_markdown,
    months_markdown,
    outlet_markdown,
    person_markdown,
    topic_markdown,
)
from digest.render.mail import day_mail
from digest.render.page import PageFile, Site, data_file, story_file
from digest.render.story import story_markdown
from digest.render.tables import day_csv

__all__ = ["PageFile", "Site", "removed_files", "render_indexes", "render_stories"]

STORY_ENDINGS = (".json", ".bib", ".ris", ".csl.json", ".xml", ".feed.json")
"""What stands beside a story's page below ``data/``."""


def render_stories(views: Iterable[StoryView], site: Site) -> Iterator[PageFile]:
    """The files of each story, one story after the other: page, data, citations and, while it is open, feeds.

    The feeds of a story that has closed stay where they are, as readers may still ask for them.
    """
    for view in views:
        yield story_markdown(view, site)
        yield story_json(view, site)
        yield from citation_files(view, site)
        if view.is_open:
            yield from feed_files(story_feed(view), site)


def render_indexes(catalogue: Catalogue, site: Site) -> Iterator[PageFile]:
    """The pages that list stories, with their data, and the pages of stories that moved or were removed."""
    yield from _days(catalogue, site)
    yield from _people_outlets_topics(catalogue, site)
    yield months_markdown(catalogue.all_months)
    yield list_data.months_json(catalogue)
    for record in catalogue.dates:
        yield date_markdown(record, site)
        yield list_data.date_json(record)
    for month in catalogue.months:
        yield month_markdown(month, site)
        yield list_data.month_json(month)
    yield sources_markdown(catalogue.health, catalogue.day, site)
    yield list_data.sources_json(catalogue.health, catalogue.day)
    yield corrections_markdown(catalogue.corrections, site, catalogue.takedowns)
    yield list_data.corrections_json(catalogue)
    yield from feed_files(corrections_feed(catalogue.corrections, catalogue.takedowns, site), site)
    yield from map(moved_markdown, catalogue.moved)
    yield from map(removed_markdown, catalogue.removed)
    yield from (emptied_page(item.page, {}) for item in catalogue.takedowns if item.page)
    yield from feed_files(stories_feed(site.name, "index.md", catalogue.recent), site)
    yield opml(catalogue, site)
    yield list_data.index_json(catalogue, site)


def _tables(edition: Edition, voices: Sequence[Voices], site: Site) -> Iterator[PageFile]:
    """One day's edition to take away: as CSV, and as a mail in HTML and plain text."""
    yield day_csv(edition, voices, site)
    yield from day_mail(edition, voices, site)


def _days(catalogue: Catalogue, site: Site) -> Iterator[PageFile]:
    yield home_markdown(catalogue, site)
    for edition in catalogue.editions:
        yield day_markdown(edition, catalogue, site)
        yield list_data.day_json(edition, catalogue, site)
        if edition.day in (catalogue.tables or ()):
            yield from _tables(edition, catalogue.voices(edition.day), site)
    yield calendar_markdown(catalogue.all_days)
    yield list_data.calendar_json(catalogue.all_days)


def _people_outlets_topics(catalogue: Catalogue, site: Site) -> Iterator[PageFile]:
    for person in catalogue.people:
        yield person_markdown(person, site)
        yield list_data.person_json(person)
        yield from feed_files(person_feed(person), site)
    for outlet in catalogue.outlets:
        yield outlet_markdown(outlet, site)
        yield list_data.outlet_json(outlet, site)
        yield from feed_files(outlet_feed(outlet), site)
    for topic in catalogue.topics:
        yield topic_markdown(topic, site)
        yield list_data.topic_json(topic, site)
        yield from feed_files(topic_feed(topic), site)
    lists = (("people", catalogue.all_people), ("outlets", catalogue.all_outlets), ("topics", catalogue.all_topics))
    for kind, tallies in lists:
        listed = registered(tallies) if kind == "people" else tallies
        yield list_markdown(kind, listed, len(tallies))
        yield list_data.list_json(kind, listed, len(tallies))


def removed_files(removed: Iterable[Removed | Moved]) -> Iterator[str]:
    """The paths of data that must go when stories are taken down or moved; their pages stay and say so."""
    for item in removed:
        for ending in STORY_ENDINGS:
            yield data_file(story_file(item.path), ending)
