"""Two builds at once: the second is told who holds the lock."""

import os
from pathlib import Path

import pytest

from digest.errors import LockedError
from digest.lock import lock


def test_the_second_build_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(LockedError, match=f"process {os.getpid()}"), lock(tmp_path):
        pass


def test_the_lock_is_free_again_after_the_build(tmp_path: Path) -> None:
    for _ in range(2):
        with lock(tmp_path):
            assert (tmp_path / "lock.json").exists()
    assert not (tmp_path / "lock.json").exists()


def test_a_holder_that_left_no_name_is_still_respected(tmp_path: Path) -> None:
    with lock(tmp_path):
        (tmp_path / "lock.json").write_text("?", encoding="utf-8")
        with pytest.raises(LockedError, match="holder unknown"), lock(tmp_path):
            pass


def test_a_build_that_fails_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), lock(tmp_path):
        raise RuntimeError
    assert not (tmp_path / "lock.json").exists()
