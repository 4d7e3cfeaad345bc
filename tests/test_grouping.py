"""A night of articles grouped: laws that hold whatever comes in, and small worlds that show the behaviour."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import StateError
from digest.grouping import Memory, NightGrouping, group_night, group_series
from digest.grouping.naming import slug
from digest.model import Article, Overrule, Relation

DAY = datetime(2026, 3, 4, 6, tzinfo=UTC)

DAM = """VELLMAR - The infrastructure minister, Ilse Brandt, rejected an audit of the Vellmar dam on Wednesday.

Engineers of the Orlen Institute had measured cracks of 14 millimetres in the spillway in January and asked for 3 months of tests.

"There is no danger to anyone below the wall," Brandt told parliament in Kestrin, where 61 members signed the motion."""

DAM_AGAIN = """Ilse Brandt will not have the cracked Vellmar dam inspected, members in Kestrin heard from the minister.

A measurement by the Orlen Institute had put the gaps at 14 millimetres. Opponents of Brandt spoke of a reckless refusal."""

FERRY = """Two hundred passengers spent the night on the ferry Saint Odran after its engine failed off Port Mallin.

The coast guard of Port Mallin towed the Saint Odran back at dawn, and the operator Marlow Lines blamed a blocked fuel filter."""


def article(
    name: str, text: str, headline: str | None = None, *, hours: float = 0, outlet: str = "Harbour Post"
) -> Article:
    when = DAY + timedelta(hours=hours)
    return Article(name, "feed", outlet, None, headline, text, when, name, published=when)


def world() -> list[Article]:
    return [
        article("dam", DAM, "Minister rejects audit of the Vellmar dam", outlet="National Wire"),
        article("dam-copy", DAM, "No audit for Vellmar dam", hours=2, outlet="Vellmar Radio"),
        article("dam-own", DAM_AGAIN, "Brandt refuses Vellmar dam audit", hours=3),
        article("ferry", FERRY, "Ferry towed to Port Mallin", hours=1),
    ]


def story_of(found: NightGrouping, name: str) -> str:
    group = next(g.id for g in found.groups if name in (g.original, *(copy.article for copy in g.copies)))
    return next(story.id for story in found.stories if group in story.groups)


def test_reports_of_one_event_meet_and_others_do_not() -> None:
    found = group_night(world(), Memory.empty())
    assert story_of(found, "dam") == story_of(found, "dam-copy") == story_of(found, "dam-own")
    assert story_of(found, "ferry") != story_of(found, "dam")


def test_a_reprint_is_a_copy_of_the_earliest() -> None:
    found = group_night(world(), Memory.empty())
    group = next(group for group in found.groups if group.copies)
    assert group.original == "dam"
    assert [(copy.article, copy.relation, copy.new_paragraphs) for copy in group.copies] == [
        ("dam-copy", Relation.EXACT, ())
    ]


def test_an_agency_named_by_an_article_is_that_of_its_group() -> None:
    articles = world()
    articles[1] = replace(articles[1], agency="National Wire")
    found = group_night(articles, Memory.empty())
    assert next(group.agency for group in found.groups if group.copies) == "National Wire"


def test_a_join_tells_what_is_shared_and_how_long_lies_between() -> None:
    found = group_night(world(), Memory.empty())
    story = next(story for story in found.stories if len(story.groups) == 2)
    evidence = {reason.kind: reason for join in story.joins for reason in join.evidence}
    assert "Vellmar" in evidence["names"].detail
    assert evidence["time"].detail == "the same day"


def test_a_story_is_named_for_its_first_article_and_keeps_id_and_path() -> None:
    first = group_night(world()[:1], Memory.empty())
    assert [(story.id, story.path) for story in first.stories] == [
        ("2026-03-04-minister-rejects-audit-vellmar-dam", "2026/03/04/minister-rejects-audit-vellmar-dam")
    ]
    second = group_night([replace(world()[2], published=DAY - timedelta(days=1))], first.memory)
    assert [(story.id, story.path, story.groups) for story in second.stories] == [
        (first.stories[0].id, first.stories[0].path, ("dam", "dam-own"))
    ]
    assert second.stories[0].first_seen == DAY - timedelta(days=1)


def test_two_stories_of_one_day_and_headline_have_two_paths() -> None:
    found = group_night([article("a", DAM, "Morning"), article("b", FERRY, "Morning")], Memory.empty())
    assert len({story.path for story in found.stories}) == 2
    assert len({story.id for story in found.stories}) == 2


def test_without_a_headline_a_clause_of_the_lead_names_the_story() -> None:
    found = group_night([article("a", "Rain fell on Port Mallin, and nobody minded. The end.")], Memory.empty())
    assert found.stories[0].slug == "rain-fell-port-mallin"


def test_an_article_that_is_remembered_stays_where_it_is() -> None:
    first = group_night(world(), Memory.empty())
    again = group_night(world(), first.memory)
    assert (again.groups, again.stories, again.new_rows) == ((), (), ())


def test_a_copy_on_a_later_night_brings_its_group_and_story_complete() -> None:
    first = group_night(world()[:1], Memory.empty())
    later = group_night([replace(world()[1], published=DAY + timedelta(days=1))], first.memory)
    assert [(group.id, group.original, len(group.copies)) for group in later.groups] == [("dam", "dam", 1)]
    assert [story.groups for story in later.stories] == [("dam",)]
    assert later.stories[0].last_seen == DAY + timedelta(days=1)


def test_empty_and_wordless_texts_are_grouped_alone() -> None:
    found = group_night([article("a", ""), article("b", "…"), article("c", "", "")], Memory.empty())
    assert sorted(len(story.groups) for story in found.stories) == [1, 1, 1]


def spelled(found: NightGrouping) -> object:
    return (found.groups, found.stories, tuple(found.memory.rows()))


WORDS = [
    "dam",
    "audit",
    "minister",
    "Brandt",
    "Vellmar",
    "Kestrin",
    "ferry",
    "Marlow",
    "engine",
    "14",
    "61",
    "spillway",
    "cracks",
    "towed",
    "parliament",
    "Odran",
    "night",
]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=30).map(" ".join), min_size=1, max_size=3).map(
    "\n\n".join
)
NIGHTS = st.lists(st.tuples(TEXTS, st.integers(0, 3), st.sampled_from(["", "Post", "Wire"])), min_size=1, max_size=9)


def series_of(drawn: Sequence[tuple[str, int, str]]) -> list[dict[str, object]]:
    return [
        {"id": f"id-{at}", "text": text, "date": f"2026-03-0{day + 1}" if day else None, "outlet": outlet}
        for at, (text, day, outlet) in enumerate(drawn)
    ]


def partition(
    found: Sequence[dict[str, object]], key: str, names: dict[object, object] | None = None
) -> set[frozenset[object]]:
    groups: dict[object, set[object]] = {}
    for row in found:
        groups.setdefault(row[key], set()).add((names or {}).get(row["id"], row["id"]))
    return {frozenset(group) for group in groups.values()}


@settings(max_examples=40, deadline=None)
@given(NIGHTS)
def test_every_article_is_told_once_and_copies_share_a_story(drawn: list[tuple[str, int, str]]) -> None:
    rows = series_of(drawn)
    found = group_series(rows)
    assert [row["id"] for row in found] == [row["id"] for row in rows]
    story = {row["copy_group"]: row["story"] for row in found}
    assert all(story[row["copy_group"]] == row["story"] for row in found)
    originals = {row["copy_group"]: row["original"] for row in found}
    assert all(originals[row["copy_group"]] == row["original"] for row in found)
    assert all((row["relation"] is None) == (row["id"] == row["original"]) for row in found)


@settings(max_examples=40, deadline=None)
@given(NIGHTS, st.randoms(use_true_random=False))
def test_order_and_ids_change_nothing_but_names(drawn: list[tuple[str, int, str]], shuffle: random.Random) -> None:
    rows = series_of(drawn)
    names: dict[object, object] = {row["id"]: f"other-{at * 7919 % 101}-{at}" for at, row in enumerate(rows)}
    renamed = [{**row, "id": names[row["id"]]} for row in rows]
    shuffle.shuffle(renamed)
    before, after = group_series(rows), group_series(renamed)
    content = {row["id"]: (row["text"], row["date"], row["outlet"]) for row in rows + renamed}
    for key in ("story", "copy_group", "saga"):
        left = sorted(sorted(map(repr, (content[name] for name in group))) for group in partition(before, key))
        right = sorted(sorted(map(repr, (content[name] for name in group))) for group in partition(after, key))
        assert left == right


@settings(max_examples=30, deadline=None)
@given(NIGHTS, st.randoms(use_true_random=False))
def test_the_order_within_a_night_changes_nothing(drawn: list[tuple[str, int, str]], shuffle: random.Random) -> None:
    articles = [article(f"a{at}", text, hours=day, outlet=outlet) for at, (text, day, outlet) in enumerate(drawn)]
    other = list(articles)
    shuffle.shuffle(other)
    assert spelled(group_night(articles, Memory.empty())) == spelled(group_night(other, Memory.empty()))


@settings(max_examples=30, deadline=None)
@given(NIGHTS, NIGHTS)
def test_memory_goes_through_rows_and_back(
    first: list[tuple[str, int, str]], second: list[tuple[str, int, str]]
) -> None:
    nights = [
        [article(f"n{n}a{at}", text, hours=24 * n + day, outlet=outlet) for at, (text, day, outlet) in enumerate(drawn)]
        for n, drawn in enumerate((first, second))
    ]
    after = group_night(nights[0], Memory.empty())
    stored = dict(after.new_rows)
    direct = group_night(nights[1], after.memory)
    restored = group_night(nights[1], Memory.from_rows(reversed(list(stored.items()))))
    assert spelled(direct) == spelled(restored)
    for key in direct.dropped_keys:
        del stored[key]
    stored |= dict(direct.new_rows)
    assert stored == dict(direct.memory.rows())


def test_memory_of_another_version_is_refused() -> None:
    with pytest.raises(StateError, match="another version"):
        Memory.from_rows([("version", b"0")])


def test_an_empty_memory_has_no_rows() -> None:
    assert list(Memory.empty().rows()) == []
    assert Memory.from_rows([]).blocks == ()


def grouped() -> NightGrouping:
    return group_night(world(), Memory.empty())


def test_a_merge_keeps_the_older_page_and_redirects_the_other() -> None:
    before = grouped()
    dam, ferry = story_of(before, "dam"), story_of(before, "ferry")
    rule = Overrule("merge", (ferry, dam), "one inquiry")
    after = group_night([], before.memory, overrules=[rule])
    assert after.redirects == ((ferry, dam),)
    by_id = {story.id: story for story in after.stories}
    assert by_id[ferry].merged_into == dam
    assert by_id[ferry].groups == ()
    assert set(by_id[dam].groups) == {"dam", "dam-own", "ferry"}
    assert by_id[dam].joins[-1].evidence[0].detail == "one inquiry"


def test_an_overrule_applied_again_changes_nothing() -> None:
    before = grouped()
    rules = [
        Overrule("merge", ("ferry", "dam"), "one inquiry"),
        Overrule("keep_out", (story_of(before, "dam"), "dam-own"), "another audit"),
    ]
    once = group_night([], before.memory, overrules=rules)
    twice = group_night([], once.memory, overrules=rules)
    assert (twice.stories, twice.redirects, twice.new_rows) == ((), (), ())


def test_what_is_kept_out_gets_a_story_of_its_own() -> None:
    before = grouped()
    dam = story_of(before, "dam")
    after = group_night([], before.memory, overrules=[Overrule("keep_out", (dam, "dam-own"), "another audit")])
    own = next(story for story in after.stories if story.groups == ("dam-own",))
    assert own.id == "2026-03-04-minister-rejects-audit-vellmar-dam-2"
    assert next(story.groups for story in after.stories if story.id == dam) == ("dam",)


def test_a_split_takes_articles_with_their_copies_into_one_new_story() -> None:
    before = grouped()
    after = group_night([], before.memory, overrules=[Overrule("split", ("dam-copy",), "older text")])
    moved = next(story for story in after.stories if "dam" in story.groups)
    assert moved.groups == ("dam",)
    assert moved.id != story_of(before, "dam")


def test_an_overrule_on_unknown_ids_changes_nothing() -> None:
    rules = [Overrule(action, ("nobody", "nothing"), "?") for action in ("merge", "split", "keep_out", "mend")]
    after = group_night([], grouped().memory, overrules=rules)
    assert (after.stories, after.redirects) == ((), ())


def test_a_series_reads_missing_fields_and_impossible_dates() -> None:
    rows = [
        {"id": "a", "text": DAM, "date": "2026-03-04", "title": None},
        {"id": "b", "text": DAM, "date": "someday", "outlet": None, "lang": None},
        {"id": "c", "text": "", "url": None},
    ]
    found = group_series(rows)
    assert [row["id"] for row in found] == ["a", "b", "c"]
    assert found[1]["original"] == "a"
    assert found[2]["relation"] is None


def test_one_process_and_two_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.grouping.series.WORTH_PROCESSES", 10)
    rows = [
        {"id": f"a{at}", "text": f"{DAM}\n\nReport {at} of {at % 7} from Kestrin.", "date": f"2026-03-0{1 + at % 5}"}
        for at in range(60)
    ]
    assert group_series(rows, processes=1) == group_series(rows, processes=2)


def test_a_text_of_one_word_repeated_without_end_is_grouped() -> None:
    rows = [{"id": "a", "text": "Flood again. " * 40_000}, {"id": "b", "text": DAM}]
    assert len({row["story"] for row in group_series(rows)}) == 2


DATELINES = {
    "a place before an agency": "MOSCOW (Harbour Wire) – The dam at Vellmar holds.",
    "a place, a day and an agency": "VELLMAR, March 4 (National Wire) - The dam at Vellmar holds.",
    "a place alone": "VELLMAR — The dam at Vellmar holds.",
    "none": "The dam at Vellmar holds.",
}


@pytest.mark.parametrize("case", DATELINES)
def test_a_slug_made_from_the_lead_has_no_dateline(case: str) -> None:
    when = datetime(2026, 3, 4, tzinfo=UTC)
    assert slug(Article("a", "s", "Post", None, None, DATELINES[case], when, "h")) == "dam-vellmar-holds"


def test_an_address_of_a_story_that_the_window_has_forgotten_is_not_given_again() -> None:
    kept = "2026-03-04-ferry-towed-port-mallin"
    found = group_night(world(), Memory.empty(), taken=lambda story: story == kept)
    again = group_night(world(), Memory.empty(), taken=lambda story: story == kept)
    assert kept not in {story.id for story in found.stories}
    assert story_of(found, "ferry").startswith(f"{kept}-")
    assert found.stories == again.stories


def test_a_part_that_a_person_splits_off_gets_no_address_of_a_forgotten_story() -> None:
    first = group_night(world(), Memory.empty())
    rule = Overrule("split", ("dam-own",), "Another dam.")
    second = "2026-03-04-minister-rejects-audit-vellmar-dam-2"
    assert second in {story.id for story in group_night([], first.memory, overrules=[rule]).stories}
    split = group_night([], first.memory, overrules=[rule], taken=lambda story: story == second)
    assert f"{second[:-1]}3" in {story.id for story in split.stories}
    assert second not in {story.id for story in split.stories}
