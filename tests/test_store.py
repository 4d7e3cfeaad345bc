"""The state: a night is written whole or not at all, and comes back equal."""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.errors import StateError, UsageError
from digest.export import export_state, import_state
from digest.model import Article, CopyGroup, Quote, QuoteKind, Reaction, Span, Speaker, SpeakerKind, Stance, Story
from digest.state import ArticleQuotes, Findings, NightRecord, Placement, StoryState
from digest.store import FILE, SCHEMA, Store

WHEN = datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC)
ARTICLE = Article("a1", "feed", "Harbour Post", None, "Dam audit", "Brandt said no.", WHEN, "00")
QUOTE = Quote(
    "a1",
    Span(0, 15),
    "Brandt said no.",
    (Span(12, 14),),
    (Span(12, 14),),
    QuoteKind.INDIRECT,
    Speaker("Brandt", Span(0, 6), "Ilse Brandt", SpeakerKind.PERSON),
    "said",
    0.9,
    "subject",
)
REACTION = Reaction("s1", "Ilse Brandt", None, Stance.REJECTS, "a1", Span(0, 15), "Brandt said no.", WHEN)
STORY = Story("s1", "dam-audit", "2026/03/04/dam-audit", "s1", WHEN, WHEN, ("g1",))


def fill(store: Store) -> None:
    with store.transaction():
        store.articles.put([ARTICLE])
        store.groups.put([CopyGroup("g1", "a1")])
        store.placements.put([Placement("a1", "g1", "s1")])
        store.stories.put([StoryState(STORY, (date(2026, 3, 4),))])
        store.quotes.put([ArticleQuotes("a1", (QUOTE,))])
        store.findings.put([Findings("s1", (QUOTE,), (), (), (REACTION,), ("Infrastructure",))])
        store.nights.put([NightRecord(date(2026, 3, 4))])
        store.remember([("article a1", b"\x00\xff")])


def test_a_night_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(RuntimeError), store.transaction():
            store.articles.put([ARTICLE])
            raise RuntimeError
        assert list(store.articles.all()) == []


def test_what_is_committed_is_there_when_the_state_is_opened_again(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        fill(store)
    with Store.open(tmp_path, create=False) as store:
        assert store.articles.get("a1") == ARTICLE
        assert store.last_night() == date(2026, 3, 4)
        assert dict(store.memory()) == {"article a1": b"\x00\xff"}


def test_a_file_copied_at_rest_is_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "state") as store:
        fill(store)
        (tmp_path / "copy").mkdir()
        (tmp_path / "copy" / FILE).write_bytes((tmp_path / "state" / FILE).read_bytes())
    with Store.open(tmp_path / "copy", create=False) as copy:
        assert copy.articles.get("a1") == ARTICLE


def test_a_state_of_a_newer_digest_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(StateError, match="upgrade Digest"):
        Store.open(tmp_path)


def test_a_damaged_state_is_named_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    with pytest.raises(StateError, match="digest import"):
        Store.open(tmp_path)


def test_a_missing_state_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="holds no state"):
        Store.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_export_and_import_round_trip_the_whole_state(tmp_path: Path) -> None:
    with Store.open(tmp_path / "state") as store:
        fill(store)
        export_state(store, tmp_path / "out")
    import_state(tmp_path / "out", tmp_path / "again")
    with Store.open(tmp_path / "again", create=False) as store:
        export_state(store, tmp_path / "twice")
    assert files(tmp_path / "out") == files(tmp_path / "twice")


def test_an_export_says_members_quotes_and_reactions_in_plain_lines(tmp_path: Path) -> None:
    with Store.in_memory() as store:
        fill(store)
        export_state(store, tmp_path)
    assert '"members": ["a1"]' in (tmp_path / "stories.jsonl").read_text("utf-8")
    assert '"start": 0, "end": 15, "text": "Brandt said no."' in (tmp_path / "quotes.jsonl").read_text("utf-8")
    assert '"stance": "rejects"' in (tmp_path / "reactions.jsonl").read_text("utf-8")


def test_an_import_never_overwrites_a_state(tmp_path: Path) -> None:
    with Store.open(tmp_path / "state") as store:
        fill(store)
        export_state(store, tmp_path / "out")
    with pytest.raises(UsageError, match="holds a state already"):
        import_state(tmp_path / "out", tmp_path / "state")


def test_a_folder_that_is_no_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no export"):
        import_state(tmp_path, tmp_path / "state")


def exported(folder: Path) -> Path:
    with Store.open(folder / "state") as store:
        fill(store)
        export_state(store, folder / "out")
    return folder / "out"


def without(file: str) -> Callable[[Path], object]:
    return lambda out: (out / file).unlink()


def without_last_line(file: str) -> Callable[[Path], object]:
    return lambda out: (out / file).write_text("".join((out / file).read_text("utf-8").splitlines(keepends=True)[:-1]))


def with_broken_line(file: str, at: str = "{") -> Callable[[Path], object]:
    return lambda out: (out / file).write_text((out / file).read_text("utf-8").replace(at, f"{at}broken", 1))


@pytest.mark.parametrize(
    "damage",
    [
        without("export.json"),
        without("tables/placements.jsonl"),
        without_last_line("articles.jsonl"),
        with_broken_line("stories.jsonl"),
        with_broken_line("tables/findings.jsonl"),
        with_broken_line("tables/facts.jsonl", "["),
    ],
)
def test_half_an_export_makes_no_state_and_the_whole_one_still_does(
    damage: Callable[[Path], object], tmp_path: Path
) -> None:
    out = exported(tmp_path)
    shutil.copytree(out, tmp_path / "half")
    damage(tmp_path / "half")
    with pytest.raises(StateError, match="export"):
        import_state(tmp_path / "half", tmp_path / "again")
    assert [file.name for file in (tmp_path / "again").glob("digest*")] == []
    import_state(out, tmp_path / "again")


def test_the_export_of_a_newer_digest_is_refused(tmp_path: Path) -> None:
    out = exported(tmp_path)
    (out / "export.json").write_text((out / "export.json").read_text("utf-8").replace('"schema": 1', '"schema": 99'))
    with pytest.raises(StateError, match="upgrade Digest"):
        import_state(out, tmp_path / "again")


def test_an_export_that_fails_leaves_the_one_before_it_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = exported(tmp_path)
    before = files(out)
    with Store.open(tmp_path / "state") as store:
        store.set_fact("other", "than before")
        monkeypatch.setattr(Store, "facts", full_disk)
        with pytest.raises(OSError, match="No space"):
            export_state(store, out)
    assert files(out) == before


def full_disk(_store: Store) -> Iterator[tuple[str, str]]:
    raise OSError(errno.ENOSPC, "No space left on device")
