"""What is taken down is gone from state, pages and data, leaves a page that says so, and does not come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.errors import UsageError
from digest.model import KnownPerson
from digest.people import person_key
from digest.pipeline import Places, take_down_and_publish
from digest.report import BuildReport
from digest.revision import keep_page, revise
from digest.settings import Settings, SiteName
from digest.store import FILE, Store
from digest.takedown import take_down as take_down_in
from digest.tombstones import entombed

Build = Callable[..., BuildReport]
NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)


def take_down(folder: Path, target: str) -> str:
    return take_down_and_publish(
        target,
        "Asked for by the person concerned.",
        state=folder / "state",
        places=Places(folder / "pages", folder / "site", Path(__file__).parent.parent / "mkdocs.yml"),
        settings=Settings(),
        name=SiteName(),
        now=NOW,
    )


def holding(folder: Path, words: str) -> list[str]:
    """The files of pages, site and state that hold ``words``."""
    found = [p for top in ("pages", "site", "state") for p in sorted((folder / top).rglob("*")) if p.is_file()]
    return [p.relative_to(folder).as_posix() for p in found if words.encode() in p.read_bytes()]


def baker(folder: Path) -> str:
    with Store.open(folder / "state", create=False) as store:
        (state,) = (state for state in store.stories.all() if "bak" in state.story.slug)
    return state.story.id


def test_a_story_leaves_an_empty_page_and_nothing_else(tmp_path: Path, run: Build) -> None:
    run(4)
    assert holding(tmp_path, "My hands are older than the oven")
    take_down(tmp_path, baker(tmp_path))
    assert holding(tmp_path, "My hands are older than the oven") == []
    (page,) = (p for p in (tmp_path / "site" / "stories").rglob("index.html") if "bak" in p.parent.name)
    assert "taken down" in page.read_text(encoding="utf-8")


def test_it_does_not_come_back_with_a_later_feed(tmp_path: Path, run: Build) -> None:
    run(4)
    take_down(tmp_path, "https://gazette.example/baker")
    run(5)
    assert holding(tmp_path, "My hands are older than the oven") == []


def test_one_report_of_several_goes_and_the_story_stays(tmp_path: Path, run: Build) -> None:
    run(4)
    run(5)
    take_down(tmp_path, "https://radio.example/tarn")
    assert holding(tmp_path, "held by one woman and a winch") == []
    assert holding(tmp_path, "There was no time to be clever")


def test_words_of_a_story_that_became_part_of_another_go_too(tmp_path: Path, feeds: Path, run: Build) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store:
        ids = [state.story.id for state in store.stories.all()]
    decision = f"overrules:\n  - merge: [{', '.join(ids)}]\n    reason: One day on the river.\n"
    (feeds / "decisions.yml").write_text(decision, encoding="utf-8")
    run(5)
    take_down(tmp_path, "https://gazette.example/baker")
    assert holding(tmp_path, "My hands are older than the oven") == []
    assert holding(tmp_path, "There was no time to be clever")


def test_a_person_is_quoted_no_more(tmp_path: Path, run: Build) -> None:
    run(4)
    assert (tmp_path / "pages" / "people" / "henrike-sol.md").exists()
    take_down(tmp_path, "Henrike Sol")
    run(5)
    printed = [file for file in holding(tmp_path, "My hands are older than the oven") if not file.startswith("state/")]
    assert printed == []
    assert "taken down" in (tmp_path / "pages" / "people" / "henrike-sol.md").read_text(encoding="utf-8")


def test_a_person_who_only_is_spoken_of_is_printed_no_more_either(tmp_path: Path, feeds: Path, run: Build) -> None:
    """The story does not quote the person; a report of a later night that speaks of her does not print her either."""
    text = "title: {}\noutlet: Vellmar Radio\nurl: https://radio.example/{}\ndate: 2026-03-0{}\n\n{}\n"
    lane = "The council of Vellmar named a lane after the baker Henrike Sol on Tuesday.\n\nThe lane leads to the quay."
    (feeds / "lane.txt").write_text(text.format("Council of Vellmar names a lane", "lane", 4, lane), encoding="utf-8")
    run(4)
    assert [file for file in holding(tmp_path, "named a lane after") if file.startswith("site/stories/")]
    take_down(tmp_path, "Henrike Sol")
    assert [file for file in holding(tmp_path, "Henrike Sol") if not file.startswith("state/")] == []
    prize = (
        "A jury in Lindhaven gave its prize for rye bread to Henrike Sol on Thursday.\n\nThe prize is a golden crust."
    )
    (feeds / "prize.txt").write_text(text.format("Jury gives its prize for bread", "prize", 5, prize), encoding="utf-8")
    run(5)
    assert [file for file in holding(tmp_path, "Henrike Sol") if not file.startswith("state/")] == []
    assert [file for file in holding(tmp_path, "Jury gives its prize") if file.startswith("site/stories/")]


def printed(folder: Path, words: str) -> list[str]:
    """The files that print ``words``; the state keeps the texts of articles."""
    return [file for file in holding(folder, words) if not file.startswith("state/")]


PRAISED = {
    "in what others say of her": "The mayor, Carla Voss, came too.\n\n“Henrike Sol has my full confidence,” Voss said. “She bakes.”",
    "in a language without tables": "Die Bäckerin Henrike Sol hat am Mittwoch den Preis der Stadt erhalten und sich bei allen Bürgern bedankt.",
    "by the surname in the same report": "The baker Henrike Sol was there.\n\nThe council gave a lane to Sol on Tuesday, as it had said.",
}


@pytest.mark.parametrize("text", PRAISED.values(), ids=PRAISED)
def test_nothing_that_names_the_person_is_printed(text: str, tmp_path: Path, feeds: Path, run: Build) -> None:
    lines = (
        "title: Lane at the quay gets a name\noutlet: Vellmar Bote\nurl: https://bote.example/lane\ndate: 2026-03-04\n"
    )
    (feeds / "lane.txt").write_text(f"{lines}\n{text}\n", encoding="utf-8")
    run(4)
    assert printed(tmp_path, "Sol ")
    take_down(tmp_path, "Henrike Sol")
    assert [file for words in ("Henrike", "Sol ", "Sol,", "Sol<") for file in printed(tmp_path, words)] == []


def test_a_headline_that_names_the_person_gives_way(tmp_path: Path, feeds: Path, run: Build) -> None:
    text = "title: Sol bakes for the whole quay\noutlet: Vellmar Radio\nurl: https://radio.example/quay\ndate: 2026-03-04\n\n"
    text += "The oven of the quay burned all night on Wednesday, the guild said.\n\nThe baker Henrike Sol was praised for it.\n"
    (feeds / "quay.txt").write_text(text, encoding="utf-8")
    run(4)
    assert printed(tmp_path, "Sol bakes for the whole quay")
    take_down(tmp_path, "Henrike Sol")
    assert printed(tmp_path, "Sol bakes for the whole quay") == []
    assert printed(tmp_path, "The oven of the quay burned all night")


def test_the_headline_stays_away_when_the_story_changes_again(tmp_path: Path, feeds: Path, run: Build) -> None:
    text = "title: Sol bakes for the whole quay\noutlet: Vellmar Radio\nurl: https://radio.example/quay\ndate: 2026-03-04\n\n"
    (feeds / "quay.txt").write_text(
        f"{text}The oven of the quay burned all night, said Henrike Sol.\n", encoding="utf-8"
    )
    run(4)
    take_down(tmp_path, "Henrike Sol")
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        revise(store, [state.story.id for state in store.stories.all()], (), date(2026, 3, 5), Settings())
        assert "Sol bakes" not in repr(tuple(store.views.all()))


def test_no_other_page_names_a_story_that_was_taken_down(tmp_path: Path, run: Build) -> None:
    run(4)
    gone = baker(tmp_path)
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        (other,) = (state for state in store.stories.all() if state.story.id != gone)
        joins = tuple(replace(join, nearest=gone, nearest_score=0.1) for join in other.story.joins)
        near = replace(other, story=replace(other.story, joins=joins))
        store.stories.put([near])
        keep_page(store, near, Settings())
        view = store.views.get(near.story.id)
        assert view is not None
        assert view.kept_out is not None
    take_down(tmp_path, gone)
    assert printed(tmp_path, "Baker of Ostrow closes") == []


def test_the_tombstone_does_not_say_whose_it_is(tmp_path: Path, run: Build) -> None:
    run(4)
    take_down(tmp_path, "https://gazette.example/baker")
    assert b"gazette.example/baker" not in (tmp_path / "state" / FILE).read_bytes()


def test_the_corrections_page_says_that_something_was_taken_down_and_why(tmp_path: Path, run: Build) -> None:
    run(4)
    take_down(tmp_path, baker(tmp_path))
    page = (tmp_path / "pages" / "corrections" / "index.md").read_text(encoding="utf-8")
    assert "Asked for by the person concerned" in page


@pytest.mark.parametrize("address", ["https://desk.example/{}/", "file:///srv/site/{}/index.html#coverage", "{}"])
def test_an_address_as_a_browser_shows_it_names_a_page(tmp_path: Path, run: Build, address: str) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store:
        (path,) = (state.story.path for state in store.stories.all() if "bak" in state.story.slug)
    assert "1 article" in take_down(tmp_path, address.format(f"stories/{path}"))
    assert "a person" in take_down(tmp_path, address.format("people/ada-merrin"))


def test_a_takedown_without_a_reason_takes_nothing_down(tmp_path: Path, run: Build) -> None:
    run(4)
    with (
        Store.open(tmp_path / "state", create=False) as store,
        pytest.raises(UsageError, match="say in a sentence why"),
    ):
        take_down_in(store, "Ada Merrin", " ", now=NOW, settings=Settings())
    assert holding(tmp_path, "I ran for the winch")


def test_what_nobody_knows_cannot_be_taken_down(tmp_path: Path, run: Build) -> None:
    run(4)
    with pytest.raises(UsageError, match="Nobody Inparticular"):
        take_down(tmp_path, "Nobody Inparticular")


def test_a_person_is_known_again_under_every_name_printed(tmp_path: Path, run: Build) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        store.people.put([KnownPerson("henrike-sol", "Henrike Sol", ("Enrike Soll",))])
    take_down(tmp_path, "Enrike Soll")
    with Store.open(tmp_path / "state", create=False) as store:
        buried = {tombstone.hash for tombstone in store.tombstones.all()}
        assert entombed(store, person_key("Enrike al-Sol")) in buried
        assert store.people.get("henrike-sol") is None
    assert holding(tmp_path, "My hands are older than the oven") == ["state/digest.db"]


def test_a_name_that_two_people_bear_is_asked_about(tmp_path: Path, run: Build) -> None:
    run(4)
    with Store.open(tmp_path / "state", create=False) as store, store.transaction():
        store.people.put([KnownPerson("i-brandt", "Ivo Brandt", ("I. Brandt",))])
        store.people.put([KnownPerson("ilse-brandt", "Ilse Brandt", ("I. Brandt",))])
    with pytest.raises(UsageError, match="i-brandt, ilse-brandt"):
        take_down(tmp_path, "I. Brandt")


def test_its_words_are_in_no_byte_of_the_state_not_even_as_the_reason_of_a_join(tmp_path: Path, run: Build) -> None:
    """A join's reason prints shared words as the later report has them: they go with that report."""
    run(4)
    run(5)
    with Store.open(tmp_path / "state", create=False) as store:
        told = [
            (join.group, evidence.detail)
            for state in store.stories.all()
            for join in state.story.joins
            for evidence in join.evidence
            if evidence.kind != "time"
        ]
        members = {group.id: group.members for group in store.groups.all()}
    printed = [f'"detail":"{detail}"'.encode() for _, detail in told]
    before = (tmp_path / "state" / FILE).read_bytes()
    assert printed
    assert [detail for detail in printed if detail not in before] == []
    for article in {article for group, _ in told for article in members[group]}:
        take_down(tmp_path, article)
    state = (tmp_path / "state" / FILE).read_bytes()
    assert [detail for detail in printed if detail in state] == []


def test_the_feed_of_corrections_tells_of_a_takedown_and_not_what_it_was(tmp_path: Path, run: Build) -> None:
    run(4)
    take_down(tmp_path, "Ada Merrin")
    feed = (tmp_path / "site" / "data" / "corrections.xml").read_text(encoding="utf-8")
    assert "A person was taken down. Asked for by the person concerned." in feed
    assert "Merrin" not in feed
