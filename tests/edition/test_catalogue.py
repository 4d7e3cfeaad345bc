"""Editions in order, and the records of the pages that list stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from digest.edition import edition, story_page
from digest.edition.catalogue import Catalogue, Moved, Removed, catalogue, touched
from digest.edition.slugs import person_slug, slug
from digest.edition.views import OutletShare, StorySummary
from digest.model import Article, Dossier, Topic

TODAY, BEFORE = date(2026, 3, 5), date(2026, 3, 4)
Story = Callable[..., StorySummary]


@pytest.fixture
def story(article: Callable[..., Article], dossier: Callable[..., Dossier]) -> Story:
    def make(name: str, *outlets: str, topics: tuple[str, ...] = (), days: tuple[date, ...] = (TODAY,)) -> StorySummary:
        page = story_page(dossier(article(name, "The dam of Vellmar holds today.")), day=TODAY)
        assert page is not None
        shares = tuple(OutletShare(outlet, 1, 0, place == 0) for place, outlet in enumerate(outlets))
        return replace(
            page.summary,
            id=name,
            path=f"2026/03/05/{name}",
            shares=shares,
            topics=topics,
            days=days,
            fresh_outlets=len(outlets),
        )

    return make


def test_the_lead_story_is_the_one_most_independent_outlets_reported(story: Story) -> None:
    watched = frozenset({"Dams"})
    one, three, two, dams = (
        story("a", "A"),
        story("b", "A", "B", "C"),
        story("c", "A", "B"),
        story("d", "A", topics=("Dams",)),
    )
    assert [s.id for s in edition(TODAY, (one, three, two, dams), watched).stories] == ["b", "d", "c", "a"]
    assert [s.id for s in edition(TODAY, (dams, two, three, one), watched).stories] == ["b", "d", "c", "a"]


def test_a_story_without_news_is_not_in_the_edition(story: Story) -> None:
    assert edition(TODAY, (story("a", "A", days=(BEFORE,)),)).stories == ()


def shelf(*stories: StorySummary, **more: object) -> Catalogue:
    editions = (edition(BEFORE, ()), edition(TODAY, stories))
    return catalogue(editions, stories, (), (Topic("Dams", ("dam",)), Topic("Ships", ("ferry",))), **more)  # type: ignore[arg-type]


def test_home_is_the_newest_edition_that_has_stories(story: Story) -> None:
    made = catalogue((edition(TODAY, (story("a", "A"),)), edition(date(2026, 3, 6), ())), (story("a", "A"),), ())
    assert made.day == TODAY


def test_an_outlet_is_told_by_its_name_however_it_is_written(story: Story) -> None:
    made = shelf(story("a", "The Post", "Radio"), story("b", "the post"))
    assert [(o.slug, o.stories, o.firsts, o.reports) for o in made.outlets] == [
        ("radio", 1, 0, 1),
        ("the-post", 2, 2, 2),
    ]


def test_watched_topics_are_listed_even_without_stories(story: Story) -> None:
    made = shelf(story("a", "A", topics=("Dams", "Old")))
    assert [(t.name, t.count) for t in made.all_topics] == [("Dams", 1), ("Ships", 0), ("Old", 1)]
    assert made.topics[0].trend == ((BEFORE, 0), (TODAY, 1))


def test_what_moved_or_was_removed_is_in_no_list(story: Story) -> None:
    made = shelf(
        story("a", "A"),
        story("b", "B"),
        story("c", "C"),
        moved=(Moved("b", "2026/03/05/b", "2026/03/05/a", "Dam"),),
        removed=(Removed("c", "2026/03/05/c"),),
    )
    assert [s.id for date in made.dates for s in date.stories] == ["a"]
    assert [s.id for month in made.months for date in month.dates for s in date.shown] == ["a"]
    assert [o.slug for o in made.outlets] == ["a"]
    assert {s.id for s in made.home.stories} == {"a", "b"}


def test_only_what_a_night_touched_is_written_anew(story: Story) -> None:
    old, new = story("a", "A"), story("b", "B", topics=("Dams",))
    made = shelf(old, new, only=touched((new,), TODAY))
    assert [o.slug for o in made.outlets] == ["b"]
    assert [t.slug for t in made.all_outlets] == ["a", "b"]
    assert [e.day for e in made.editions] == [BEFORE, TODAY]


def test_a_story_changes_the_list_of_its_own_date_alone(story: Story) -> None:
    old, new = story("a", "A"), replace(story("b", "B"), path="2026/03/04/b")
    made = shelf(old, new, only=touched((new,), TODAY))
    assert [record.day for record in made.dates] == [BEFORE]
    assert [tally.day for month in made.months for tally in month.dates] == [TODAY, BEFORE]


def test_the_day_that_was_home_is_written_again_even_after_empty_days(story: Story) -> None:
    days = [date(2026, 3, number) for number in range(1, 8)]
    stories = {days[1]: story("a", "A", days=(days[1],)), days[5]: story("b", "B", days=(days[5],))}
    editions = [edition(day, [stories[day]] if day in stories else []) for day in days[:6]]
    made = catalogue(editions, stories.values(), (), only=touched((stories[days[5]],), days[5]))
    assert [e.day.day for e in made.editions] == [2, 5, 6]


@pytest.mark.parametrize(("age", "is_open"), [(13, True), (14, False)])
def test_a_story_is_open_until_it_had_no_news_for_two_weeks(story: Story, age: int, is_open: bool) -> None:
    one, closed = story("a", "A"), replace(story("b", "B"), is_open=False)
    night = edition(one.last.date() + timedelta(days=age), ())
    made = catalogue((edition(TODAY, (one, closed)), night), (one, closed), ())
    assert made.open_stories == ((one,) if is_open else ())


def test_a_catalogue_without_an_edition_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one edition"):
        catalogue((), (), ())


SLUGS = {
    "words by dashes": ("The Harbour Post", "the-harbour-post"),
    "accents go": ("Zoë Böll", "zoe-boll"),
    "other scripts stay": ("Плотина 5", "плотина-5"),
    "the list's own name is not taken": ("Index", "index-"),
    "signs alone become a mark": ("!!!", "x-"),
    "a path is none": ("../../etc", "etc"),
}


@pytest.mark.parametrize("case", SLUGS)
def test_slugs(case: str) -> None:
    name, expected = SLUGS[case]
    assert slug(name) == expected or (expected.endswith("-") and slug(name).startswith(expected))


def test_a_long_name_is_cut_and_told_apart() -> None:
    one, other = slug("long " * 40 + "one"), slug("long " * 40 + "two")
    assert one != other
    assert max(len(one), len(other)) <= 80


def test_a_fuller_name_keeps_its_page() -> None:
    assert person_slug("Ilse Maria Brandt") == person_slug("Ilse Brandt") == "ilse-brandt"
    assert person_slug("Brandt") is None
