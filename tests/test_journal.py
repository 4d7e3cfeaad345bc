"""A folder changes as a whole: whatever fails, wherever, no file is torn and the next start makes it whole."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from digest.journal import JOURNAL, Change, Disk, RealDisk, recover

BEFORE = {"a.html": b"old a", "b/c.html": b"old c", "gone/x.html": b"old x"}
FILES = [("marker", b"whole"), ("a.html", b"new a"), ("b/c.html", b"new c"), ("d/e/f.html", b"new f")]
AFTER = {"a.html": b"new a", "b/c.html": b"new c", "d/e/f.html": b"new f", "marker": b"whole"}


class Killed(BaseException):
    """Stands for the process dying: nothing of ours may catch it."""


class FailingDisk(RealDisk):
    """Fails at its ``fatal``-th effect, before or in the middle of it."""

    def __init__(self, fatal: int, error: BaseException) -> None:
        self.left = fatal
        self.error = error

    def _count(self) -> bool:
        self.left -= 1
        return self.left == 0

    def write(self, file: str, data: bytes) -> None:
        if self._count():
            super().write(file, data[: len(data) // 2])
            raise self.error
        super().write(file, data)

    def share(self, source: str, file: str) -> None:
        if self._count():
            raise self.error
        super().share(source, file)

    def make_folder(self, folder: str) -> None:
        if self._count():
            raise self.error
        super().make_folder(folder)

    def sync(self, folder: Path) -> None:
        assert folder.is_dir()
        if self._count():
            raise self.error

    def replace(self, file: str, target: str) -> None:
        if self._count():
            raise self.error
        super().replace(file, target)

    def remove(self, file: str) -> None:
        if self._count():
            raise self.error
        super().remove(file)


def change(
    folder: Path, files: Iterable[tuple[str, bytes]], removed: Iterable[str] = (), disk: Disk | None = None
) -> int:
    made = Change(folder, disk, last="marker")
    for path, data in files:
        made.write(path, data)
    for path in removed:
        made.remove(path)
    made.commit()
    return len(made.written())


def fill(folder: Path) -> None:
    for path, data in BEFORE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def held(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and JOURNAL not in p.parts
    }


def test_a_change_writes_drops_and_leaves_no_trace(tmp_path: Path) -> None:
    fill(tmp_path)
    assert change(tmp_path, FILES, ["gone/x.html"]) == 4
    assert held(tmp_path) == AFTER
    assert not (tmp_path / JOURNAL).exists()
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "broken"), Killed()], ids=str)
@pytest.mark.parametrize("fatal", range(1, 18))
def test_any_failing_effect_leaves_whole_files_and_the_next_start_makes_the_folder_whole(
    tmp_path: Path, fatal: int, error: BaseException
) -> None:
    fill(tmp_path)
    disk = FailingDisk(fatal, error)
    with pytest.raises(type(error)):
        change(tmp_path, FILES, ["gone/x.html"], disk=disk)
    assert all(data in (BEFORE.get(path), AFTER.get(path)) for path, data in held(tmp_path).items())
    finished = recover(tmp_path)
    assert held(tmp_path) == (AFTER if finished else BEFORE)
    assert not (tmp_path / JOURNAL).exists()


def test_seventeen_effects_are_all_there_are(tmp_path: Path) -> None:
    disk = FailingDisk(10_000, Killed())
    fill(tmp_path)
    change(tmp_path, FILES, ["gone/x.html"], disk=disk)
    assert 10_000 - disk.left == 17


def test_a_recovery_that_is_broken_off_is_finished_by_the_next(tmp_path: Path) -> None:
    fill(tmp_path)
    with pytest.raises(Killed):
        change(tmp_path, FILES, ["gone/x.html"], disk=FailingDisk(11, Killed()))
    with pytest.raises(Killed):
        recover(tmp_path, disk=FailingDisk(2, Killed()))
    recover(tmp_path)
    assert held(tmp_path) == AFTER


def test_a_new_folder_appears_whole_by_one_rename_and_the_marker_last(tmp_path: Path) -> None:
    class Watched(RealDisk):
        def replace(self, file: str, target: str) -> None:
            moved.append(Path(target).relative_to(tmp_path).as_posix())
            super().replace(file, target)

    moved: list[str] = []
    fill(tmp_path)
    change(tmp_path, [*FILES, ("d/g.html", b"new g"), ("b/h/i.html", b"new i")], disk=Watched())
    assert moved[1:] == ["d", "b/h", "a.html", "b/c.html", "marker"]
    assert held(tmp_path)["d/e/f.html"] == b"new f"


def test_a_marker_in_a_new_folder_still_appears_last(tmp_path: Path) -> None:
    made = Change(tmp_path, FailingDisk(9, Killed()), last="d/marker")
    for path in ("d/marker", "d/a.html"):
        made.write(path, b"new")
    with pytest.raises(Killed):
        made.commit()
    assert held(tmp_path) == {"d/a.html": b"new"}
    recover(tmp_path)
    assert held(tmp_path) == {"d/a.html": b"new", "d/marker": b"new"}


def test_a_folder_that_somebody_made_meanwhile_takes_the_files_in(tmp_path: Path) -> None:
    made = Change(tmp_path)
    made.write("d/e/f.html", b"new f")
    (tmp_path / "d/e").mkdir(parents=True)
    (tmp_path / "d/e/theirs").write_bytes(b"theirs")
    made.commit()
    assert held(tmp_path) == {"d/e/f.html": b"new f", "d/e/theirs": b"theirs"}
    assert not (tmp_path / JOURNAL).exists()


def test_what_is_taken_back_leaves_neither_file_nor_folder(tmp_path: Path) -> None:
    made = Change(tmp_path)
    for path in ("d/e/f.html", "d/g.html", "h/i/j.html"):
        made.write(path, b"new")
    for path in ("d/e/f.html", "h/i/j.html"):
        made.remove(path)
    made.commit()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["d", "g.html"]


def test_a_plan_of_an_earlier_version_is_finished(tmp_path: Path) -> None:
    journal = tmp_path / JOURNAL
    journal.mkdir()
    (journal / "1").write_bytes(b"new")
    (journal / "plan.json").write_text('{"moves": [["1", "d/e/f.html"]], "removed": []}')
    assert recover(tmp_path)
    assert held(tmp_path) == {"d/e/f.html": b"new"}


def test_a_disk_that_takes_a_part_of_a_file_is_given_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr("os.write", lambda handle, data: write(handle, bytes(data[:3])))
    made = Change(tmp_path)
    made.write("a.html", b"a whole page")
    monkeypatch.undo()
    made.commit()
    assert held(tmp_path) == {"a.html": b"a whole page"}


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", "", "a\\..\\b", f"{JOURNAL}/plan.json"])
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    fill(tmp_path)
    with pytest.raises(ValueError, match="no path below"):
        change(tmp_path, [(path, b"")])
    recover(tmp_path)
    assert held(tmp_path) == BEFORE


@pytest.mark.parametrize("shared", [True, False], ids=["one disk", "no second names"])
def test_a_shared_file_appears_with_the_change_and_outlives_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    if not shared:
        monkeypatch.setattr("os.link", refuse)
    source = tmp_path / "source"
    source.write_bytes(b"words")
    made = Change(tmp_path / "site")
    made.share("a/b.json", str(source))
    assert not (tmp_path / "site/a").exists()
    made.commit()
    assert (tmp_path / "site/a/b.json").samefile(source) is shared
    source.unlink()
    assert held(tmp_path / "site") == {"a/b.json": b"words"}


def test_writing_over_a_shared_file_leaves_its_source_alone(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"words")
    made = Change(tmp_path / "site")
    made.share("b.json", str(source))
    made.write("b.json", b"others")
    made.commit()
    assert (held(tmp_path / "site"), source.read_bytes()) == ({"b.json": b"others"}, b"words")


def refuse(*_: object) -> None:
    raise OSError(errno.EXDEV, "another disk")
