"""Builds the same nights over and over where everything around the program differs, and compares every byte of pages and site.

    python -m bench.same_bytes                                three nights of 450 articles, under each variation
    python -m bench.same_bytes --python PATH [--python PATH]  also with other Pythons that have the requirements and Digest installed

Varied are the time zone, the language, the seed of hashes, the processors, the order in which files were put into the folder (and
the file system it lies on, where memory holds one), and the folder of the checkout. What the builder remembers for itself
(``site/.digest``: times of files) is left out. Ends with 1 where a byte differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench.build_verb import PROJECT, build_verb
from bench.night_world import World, write_night

MEMORY = Path("/dev/shm")
"""A file system that lists files in another order than disks do; not every machine has it."""
FIRST = date(2026, 3, 4)
Nights = list[dict[str, bytes]]
"""The files that lie in ``feeds`` each night, by their paths."""


@dataclass(frozen=True, slots=True)
class Variation:
    """What is different around the program."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    python: str = sys.executable
    checkout: Path = PROJECT
    top: Path | None = None
    backwards: bool = False
    processors: frozenset[int] = frozenset()


def invented_nights(number: int, articles: int) -> Nights:
    """The files of ``number`` nights."""
    world, found = World(12, 1), []
    with tempfile.TemporaryDirectory() as folder:
        for night in range(number):
            write_night(Path(folder) / "feeds", world.night(FIRST + timedelta(days=night), articles))
            found.append(read_files(Path(folder) / "feeds"))
    return found


def read_files(folder: Path) -> dict[str, bytes]:
    """All files below ``folder`` by their paths, sorted."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def built(nights: Nights, variation: Variation, where: Path) -> dict[str, str]:
    """A hash of every file of pages and site after ``nights``, built below ``where``."""
    for number, files in enumerate(nights):
        _lay(where / "feeds", files, backwards=variation.backwards)
        _build(where, FIRST + timedelta(days=number), variation)
    return {
        f"{top}/{name}": hashlib.sha256(content).hexdigest()
        for top in ("pages", "site")
        for name, content in read_files(where / top).items()
        if not name.startswith(".digest/")
    }


def _lay(feeds: Path, files: Mapping[str, bytes], *, backwards: bool) -> None:
    shutil.rmtree(feeds, ignore_errors=True)
    for name in sorted(files, reverse=backwards):
        path = feeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])


def _build(where: Path, day: date, variation: Variation) -> None:
    verb = build_verb(where, day, variation.checkout)
    environment = {**os.environ, "PYTHONPATH": str(variation.checkout), **variation.environment}
    pin: Callable[[], None] | None = (
        partial(os.sched_setaffinity, 0, variation.processors) if variation.processors else None
    )
    done = subprocess.run(
        [variation.python, "-m", "digest.cli", *verb], check=False, env=environment, cwd=where, preexec_fn=pin
    )
    if done.returncode not in (0, 3):
        raise SystemExit(f"{variation.name}: the build of {day} ended with {done.returncode}")


def checkout_elsewhere(folder: Path) -> Path:
    """A copy of the checkout's own files at another path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)
    return folder


def variations(folder: Path, pythons: list[str]) -> list[Variation]:
    """Everything that may differ and must not matter; ``folder`` is for a second checkout."""
    found = [
        Variation("time zone in the east", {"TZ": "Pacific/Auckland"}),
        Variation("time zone in the west", {"TZ": "America/Los_Angeles"}),
        Variation("a language without UTF-8", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
        Variation("Turkish, other hashes", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}),
        Variation("files put in backwards", backwards=True, top=MEMORY if MEMORY.is_dir() else None),
        Variation("another checkout", checkout=checkout_elsewhere(folder / "an other folder ü")),
        *(Variation(python, python=python) for python in pythons),
    ]
    if hasattr(os, "sched_setaffinity"):
        found.append(Variation("one processor", processors=frozenset([min(os.sched_getaffinity(0))])))
    return found


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The files that only one has, or that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def main() -> int:
    """Build under every variation; 1 where a byte differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", type=int, default=3)
    parser.add_argument(
        "--articles", type=int, default=450, help="new ones a night (450: enough for several processes)"
    )
    parser.add_argument("--python", action="append", default=[], metavar="PATH", help="also with this Python")
    options = parser.parse_args()
    nights, wrong = invented_nights(options.nights, options.articles), 0
    with tempfile.TemporaryDirectory() as folder:
        plain = built(
            nights, Variation("as it is", {"PYTHONHASHSEED": "0", "TZ": "UTC"}), _made(Path(folder) / "plain")
        )
        print(f"{len(plain)} files after {options.nights} nights of {options.articles} articles", flush=True)
        for number, variation in enumerate(variations(Path(folder), options.python)):
            with tempfile.TemporaryDirectory(dir=variation.top or folder, prefix=f"{number}-") as where:
                found = differing(plain, built(nights, variation, Path(where)))
            wrong += bool(found)
            told = f"{len(found)} files differ: {', '.join(found[:5])}" if found else "the same bytes"
            print(f"{variation.name}: {told}", flush=True)
    return 1 if wrong else 0


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
