"""Two pages of one event become one when the reports say so, and never against a person."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from digest.grouping import Memory, NightGrouping, group_night
from digest.model import Article, Overrule, Story
from tests.grouping.two_pages import (
    ASLEEP,
    ASLEEP_ELSEWHERE,
    BOTH,
    DAY,
    FERRY,
    OLDER,
    YOUNGER,
    article,
    first_night,
    second_night,
)


def nights(*rounds: Sequence[Article], overrules: Sequence[Overrule] = ()) -> list[NightGrouping]:
    found, memory = [], Memory.empty()
    for night in rounds:
        found.append(group_night(night, memory, overrules=overrules))
        memory = found[-1].memory
    return found


def stories(night: NightGrouping) -> dict[str, Story]:
    return {story.id: story for story in night.stories}


def homes(memory: Memory) -> dict[str, str]:
    """The story of every article."""
    return {own: name for block in memory.blocks for own, name in zip(block.ids, block.stories, strict=True)}


def test_two_pages_of_one_event_stay_two_until_a_report_stands_in_both() -> None:
    first, second = nights(first_night(), second_night())
    assert {OLDER, YOUNGER} <= stories(first).keys()
    assert second.redirects == ((YOUNGER, OLDER),)
    assert stories(second)[YOUNGER].merged_into == OLDER
    assert set(stories(second)[OLDER].groups) == {"cleared", "asleep", "both"}
    assert {homes(second.memory)[name] for name in ("cleared", "asleep", "both")} == {OLDER}


def test_what_came_with_the_younger_story_tells_why_with_the_score() -> None:
    _, second = nights(first_night(), second_night())
    (join,) = (join for join in stories(second)[OLDER].joins if join.group == "asleep")
    assert join.came_from == YOUNGER
    assert join.evidence[0].kind == "merge"
    assert join.score == join.evidence[0].score >= 0.2
    assert "names and numbers" in join.evidence[0].detail


def test_the_other_event_of_the_day_keeps_its_page() -> None:
    _, second = nights(first_night(), second_night())
    assert homes(second.memory)["ferry"] not in (OLDER, YOUNGER)


def test_a_report_that_tells_of_two_events_does_not_make_them_one() -> None:
    """The first reports share neither a name nor a word that tells; only the one of tonight has both."""
    _, second = nights(first_night(ASLEEP_ELSEWHERE), second_night())
    assert second.redirects == ()


def test_two_pages_days_apart_are_chapters_and_not_one_story() -> None:
    first = first_night()
    late = [first[0], *[article("asleep", ASLEEP, "A night in the gymnasiums of Kestrin", "Vellmar Radio", hours=140)]]
    assert nights(late[:1], late[1:], second_night(hours=4))[-1].redirects == ()


def test_merged_stories_stay_merged_and_later_reports_join_the_older() -> None:
    later = [article("later", BOTH.replace("Because", "Since"), "Dam cracked", "Marlow Mail", hours=50)]
    *_, third, fourth = nights(first_night(), second_night(), later, [])
    assert (third.redirects, fourth.redirects, fourth.stories) == ((), (), ())
    assert homes(third.memory)["later"] == OLDER


@given(st.randoms(use_true_random=False))
def test_the_order_within_a_night_changes_no_merge(shuffle: random.Random) -> None:
    second = [*second_night(), article("ferry-again", FERRY, "Ferry safe", "Marlow Mail", hours=27)]
    turned = [shuffle.sample(night, len(night)) for night in (first_night(), second)]
    assert nights(first_night(), second)[-1].stories == nights(*turned)[-1].stories


def test_a_part_that_a_person_splits_off_gets_its_own_page_back_for_good() -> None:
    _, second = nights(first_night(), second_night())
    rule = Overrule("split", ("asleep",), "Another night.")
    third = group_night([], second.memory, overrules=[rule])
    assert (stories(third)[YOUNGER].merged_into, stories(third)[YOUNGER].groups) == (None, ("asleep",))
    again = [article("again", BOTH.replace("Because", "Since"), "Dam cracked", "Marlow Mail", hours=50)]
    fourth = group_night(again, third.memory, overrules=[rule])
    assert fourth.redirects == ()
    assert homes(fourth.memory)["asleep"] == YOUNGER
    without = group_night(again, third.memory)
    assert without.redirects == (), "the decision holds when its line is gone"


def test_what_a_person_keeps_out_is_not_merged_in() -> None:
    rule = Overrule("keep_out", (OLDER, "asleep"), "Not about the dam.")
    second = nights(first_night(), second_night(), overrules=[rule])[-1]
    assert second.redirects == ()
    assert homes(second.memory)["asleep"] == YOUNGER


def test_a_merge_by_hand_on_the_same_night_wins() -> None:
    rule = Overrule("merge", (YOUNGER, OLDER), "One flood.")
    second = nights(first_night(), second_night(), overrules=[rule])[-1]
    (join,) = (join for join in stories(second)[OLDER].joins if join.group == "asleep")
    assert [reason.detail for reason in join.evidence] == ["One flood."]


def test_a_part_that_was_split_off_and_grew_stays_where_it_is() -> None:
    rule = Overrule("split", ("asleep",), "Another night.")
    second = nights(first_night(), second_night())[-1]
    third = group_night([], second.memory, overrules=[rule])
    text = "Nadia Ferro, the teacher of Lower Orlen, and mayor Tomas Okoro thanked the baker of 600 loaves at Kestrin."
    grown = [article("grown", text, "Thanks to the baker of Kestrin", "Orlen Times", hours=52)]
    fourth = group_night(grown, third.memory, overrules=[rule])
    fifth = group_night([], fourth.memory, overrules=[rule])
    assert (fifth.stories, fifth.redirects) == ((), ())
    assert {homes(night.memory)[name] for night in (fourth, fifth) for name in ("asleep", "grown")} == {YOUNGER}


NAMES = ["Brandt", "Vellmar", "Orlen", "Kestrin", "Okoro", "Ferro", "Hallen", "Mallin", "Odran", "Marlow"]
TEXTS = st.lists(st.sampled_from(NAMES), min_size=3, max_size=8).map(lambda words: f"Today {' and '.join(words)} met.")
ROUNDS = st.lists(st.lists(TEXTS, max_size=5), min_size=2, max_size=5)


@given(ROUNDS)
def test_no_published_article_changes_its_page_but_by_a_declared_merge(rounds: list[list[str]]) -> None:
    memory, before, ended = Memory.empty(), dict[str, str](), set[str]()
    for number, texts in enumerate(rounds):
        night = [
            article(f"{number}.{at}", text, "", f"Outlet {at}", hours=24 * number + at) for at, text in enumerate(texts)
        ]
        found = group_night(night, memory)
        led = dict(found.redirects)
        now, memory = homes(found.memory), found.memory
        assert all(now[name] == led.get(story, story) for name, story in before.items())
        assert not led.keys() & set(led.values()), "no merge feeds another"
        ended |= led.keys()
        assert not ended & set(now.values()), "what ended holds no article"
        before = now


def test_an_ended_story_is_remembered_as_long_as_the_one_it_became_part_of() -> None:
    second = nights(first_night(), second_night())[-1]
    assert second.memory.story(YOUNGER).merged_into == OLDER
    assert second.memory.story(OLDER).first_seen == DAY
    assert second.memory.story(OLDER).last_seen == DAY + timedelta(hours=26)
