"""Kills a small build at random moments, or fails it at each effect on the disk; nothing may be torn, and a second run must mend all.

    python bench/soak_kill.py kill 100         kill -9 at 100 random moments of the second night
    python bench/soak_kill.py fault            ENOSPC and EIO at each write, sync, rename and removal, one by one
    python bench/soak_kill.py state            a full disk at each page of the database, one by one
    python bench/soak_kill.py calls            ENOSPC, EIO and kill -9 at each call to the system that changes the disk, one by one;
                                               needs strace, which puts the faults between the program and the system

Each round starts from the same first night, ends with a second run, and compares every file of the pages and the site with
those of a run that nobody disturbed.
Ends with 1 where a page was torn or a second run did not make everything whole.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from digest import store
from digest.errors import DigestError
from digest.journal import RealDisk
from digest.pipeline import BuildOptions, build
from digest.progress import Progress
from digest.settings import Settings, SiteName

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
ARTICLES = {
    "ferry.txt": (
        "title: Ferry stopped above the Tarn weir\noutlet: Harbour Post\nurl: https://harbour.example/ferry\ndate: 2026-03-04\n\n"
        "A lock keeper stopped a drifting ferry with 80 people aboard above the Tarn weir, the port authority said.\n\n"
        "“I ran for the winch,” said Ada Merrin, the lock keeper. “There was no time to be clever.”\n"
    ),
    "bakery.txt": (
        "title: Oldest bakery of Ostrow to close\noutlet: Ostrow Gazette\nurl: https://gazette.example/baker\ndate: 2026-03-04\n\n"
        "The oldest bakery in Ostrow will bake its last loaf in April, its owner, Henrike Sol, said.\n\n"
        "“My hands are older than the oven,” Sol said.\n"
    ),
    "inquiry.txt": (
        "title: Inquiry into the ferry stopped above the Tarn weir\noutlet: Vellmar Radio\nurl: https://radio.example/tarn\n"
        "date: 2026-03-05\n\n"
        "An inquiry will look at why a drifting ferry with 80 people aboard lost its engine above the Tarn weir.\n\n"
        "“We welcome the inquiry,” said Olaf Prynne, the director of the port authority.\n"
    ),
}
Files = dict[str, bytes]
SKIPPED = (".digest",)
"""What the builder of the site remembers for itself."""
CALLS = ("write", "pwrite64", "ftruncate", "fsync", "fdatasync", "sync", "rename", "link", "unlink", "mkdir", "rmdir")
"""The calls to the system that change the disk or make a change last."""
FAULTS = ("error=ENOSPC", "error=EIO", "signal=KILL")


def night(where: Path, day: int) -> None:
    """Build the edition of a day of March 2026 below ``where``."""
    feeds, state, pages, site = (where / name for name in ("feeds", "state", "pages", "site"))
    options = BuildOptions(feeds, state, pages, site, CONFIG, date(2026, 3, day), offline=True, allow_shrink=True)
    build(options, Settings(), SiteName("Digest", ""), Progress(quiet=True))


def files(where: Path) -> Files:
    """Every file of the pages and the site that a reader may see."""
    found: Files = {}
    for top in ("pages", "site"):
        for path in sorted((where / top).rglob("*")):
            name = path.relative_to(where / top).as_posix()
            if path.is_file() and not name.startswith(SKIPPED):
                found[f"{top}/{name}"] = path.read_bytes()
    return found


def torn(found: Files, before: Files, after: Files) -> list[str]:
    """Files that are neither as they were nor as they shall be, or not there though they always are."""
    missing = (before.keys() & after.keys()) - found.keys()
    return [
        *(name for name, data in found.items() if data not in (before.get(name), after.get(name))),
        *sorted(missing),
    ]


class Bench:
    """A first night to start from, and what a second one makes of it when nobody disturbs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        start = folder / "start"
        (start / "feeds").mkdir(parents=True)
        for name, text in ARTICLES.items():
            (start / "feeds" / name).write_text(text, encoding="utf-8")
        night(start, 4)
        self.before = files(start)
        began = time.monotonic()
        night(self.fresh(), 5)
        self.seconds = time.monotonic() - began
        self.after = files(folder / "round")
        if self.before == self.after:
            raise AssertionError("the second night changes nothing, so there is nothing to disturb")

    def fresh(self) -> Path:
        """A folder as it stands after the first night."""
        where = self._folder / "round"
        shutil.rmtree(where, ignore_errors=True)
        shutil.copytree(self._folder / "start", where)
        return where

    def judge(self, where: Path) -> str:
        """What is wrong with ``where`` after a disturbed night, before and after a second run; empty where nothing is."""
        if found := torn(files(where), self.before, self.after):
            return f"torn: {', '.join(found[:3])}"
        night(where, 5)
        now = files(where)
        differing = sorted(name for name in now.keys() | self.after.keys() if now.get(name) != self.after.get(name))
        return f"not mended: {', '.join(differing[:3])}" if differing else ""


def killed(bench: Bench, number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Rounds in which the build dies at a random moment, with what was wrong after each."""
    chance = random.Random(seed)
    for _ in range(number):
        where, delay = bench.fresh(), chance.uniform(0, bench.seconds)
        child = _forked(where)
        time.sleep(delay)
        with suppress(ProcessLookupError):  # it has ended, or has no group of its own yet
            os.killpg(child, signal.SIGKILL)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        yield f"killed after {delay:.3f} s", bench.judge(where)


def _forked(where: Path, *, waiting: bool = False) -> int:
    """A process, head of a group of its own, that runs the second night in ``where``; gives its id.

    It ends with 1 where the night fails. A ``waiting`` one stops itself before it begins.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside idle threads of numpy is harmless here
        child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.setpgid(0, 0)
        if waiting:
            os.kill(os.getpid(), signal.SIGSTOP)
        night(where, 5)
        code = 0
    finally:
        os._exit(code)


@contextmanager
def failing(effect: int, error: int) -> Iterator[list[str]]:
    """Let the ``effect``-th effect on the disk fail; a write fails in its middle. Gives the effects so far, by name."""
    done: list[str] = []
    real = {name: getattr(RealDisk, name) for name in ("write", "share", "make_folder", "sync", "replace", "remove")}

    def guarded(name: str) -> Callable[..., None]:
        def act(disk: RealDisk, path: str, *more: object) -> None:
            done.append(name)
            if len(done) == effect:
                if name == "write":
                    Path(path).write_bytes(bytes(more[0])[:7])  # type: ignore[call-overload]  # the data of a write
                raise OSError(error, os.strerror(error))
            real[name](disk, path, *more)

        return act

    for name in real:
        setattr(RealDisk, name, guarded(name))
    try:
        yield done
    finally:
        for name, method in real.items():
            setattr(RealDisk, name, method)


def faulted(bench: Bench, step: int) -> Iterator[tuple[str, str]]:
    """Rounds in which every ``step``-th effect on the disk fails, once full and once broken."""
    with failing(0, 0) as effects:
        night(bench.fresh(), 5)
    for effect in range(1, len(effects) + 1, step):
        for error in (errno.ENOSPC, errno.EIO):
            where = bench.fresh()
            try:
                with failing(effect, error):
                    night(where, 5)
            except OSError:
                told = bench.judge(where)
            else:
                told = "the fault was not told"
            yield f"{effects[effect - 1]} {effect} of {len(effects)}: {errno.errorcode[error]}", told


@contextmanager
def full_at(pages: int) -> Iterator[None]:
    """Let the database find the disk full once it has ``pages`` pages."""
    connect = sqlite3.connect

    def limited(*arguments: object, **options: object) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]  # passed on
        try:
            database.execute(f"PRAGMA max_page_count = {pages}")
        except sqlite3.Error:
            database.close()
            raise
        return database

    store.sqlite3.connect = limited  # type: ignore[attr-defined]  # the module that store uses
    try:
        yield
    finally:
        store.sqlite3.connect = connect  # type: ignore[attr-defined]  # as above


def full(bench: Bench, step: int) -> Iterator[tuple[str, str]]:
    """Rounds in which the disk is full when the database grows to a size, from what it has to what it needs."""
    least, most = (_pages(where, day) for where, day in ((bench.fresh(), 0), (bench.fresh(), 5)))
    for pages in range(least, most, step):
        where = bench.fresh()
        try:
            with full_at(pages):
                night(where, 5)
        except (sqlite3.Error, DigestError):
            told = bench.judge(where)
        else:
            told = "the fault was not told"
        yield f"full at page {pages} of {most}", told


def _pages(where: Path, day: int) -> int:
    if day:
        night(where, day)
    with closing(sqlite3.connect(where / "state" / "digest.db")) as database:
        return int(database.execute("PRAGMA page_count").fetchone()[0])


def called(bench: Bench, share: int, part: int) -> Iterator[tuple[str, str]]:
    """Rounds in which every ``share``-th call to the system fails or is the last one, by ``part`` of the shares."""
    where = bench.fresh()
    _traced(where, [])
    counts = Counter(re.findall(r"^\d+ +(\w+)\(", (where / "calls").read_text(encoding="utf-8"), re.MULTILINE))
    rounds = [(name, n, fault) for name in CALLS for n in range(1, counts[name] + 1) for fault in FAULTS]
    for name, number, fault in rounds[part::share]:
        where = bench.fresh()
        done = _traced(where, [f"--inject={name}:{fault}:when={number}"])
        lie = done == 0 and files(where) != bench.after
        told = "it said that all was done" if lie else bench.judge(where)
        yield f"{name} {number} of {counts[name]}: {fault}", told


def _traced(where: Path, faults: list[str]) -> int:
    """Run the second night in ``where`` with ``faults`` between it and the system; gives its exit code, negative for a signal."""
    child = _forked(where, waiting=True)
    os.waitpid(child, os.WUNTRACED)
    trace = ["strace", "-f", "-qq", f"--trace={','.join(CALLS)}", *faults, "-o", str(where / "calls"), "-p", str(child)]
    tracer = subprocess.Popen(trace)
    while "TracerPid:\t0" in Path(f"/proc/{child}/status").read_text(encoding="utf-8"):
        time.sleep(0.005)
    os.kill(child, signal.SIGCONT)
    _, status = os.waitpid(child, 0)
    tracer.wait()
    return os.waitstatus_to_exitcode(status)


def main(arguments: list[str] | None = None) -> int:
    """Run the rounds asked for; 1 where one of them left something wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("kill", "fault", "state", "calls"))
    parser.add_argument("number", nargs="?", type=int, default=100, help="rounds of kill (100)")
    parser.add_argument("--step", type=int, default=1, help="take only every so many-th effect or page (1)")
    parser.add_argument("--part", type=int, default=0, help="of the calls taken by steps, which ones (0)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        rounds = {
            "kill": lambda: killed(bench, options.number, options.seed),
            "fault": lambda: faulted(bench, options.step),
            "state": lambda: full(bench, options.step),
            "calls": lambda: called(bench, options.step, options.part),
        }[options.kind]()
        told = []
        for name, fault in rounds:
            told.append((name, fault))
            if fault:
                print(f"{name}: {fault}", flush=True)
    wrong = [name for name, fault in told if fault]
    print(f"{options.kind}: {len(told)} rounds, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
