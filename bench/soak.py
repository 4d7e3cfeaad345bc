"""Sixty nights of an invented world after the sample world: nothing lost, no address changed, and the cost of a night flat.

    python -m bench.soak                     60 nights of 60 articles from 25 outlets
    python -m bench.soak --faults            the same, with builds killed, damaged feeds, nights missed and nights run twice

Every night is a process of its own. After each night every story, article and page of the nights before must still be
there under its address, and every entry that could be read must be in the state. At the end, with faults after each night,
the site is proven as a whole.
The last line tells the cost; the program ends with 1 where anything was lost or changed.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.build_verb import PROJECT, build_verb
from bench.night_speed import run
from bench.night_world import World, write_night
from digest.store import Store
from digest.verify import verify

SAMPLE = PROJECT / "feeds" / "sample"
FIRST = date(2026, 3, 6)
FLAT = 2.0
"""Most that the median of the last ten nights may cost of that of nights 11 to 20, when grouping has its words."""


class Soak:
    """The folder of a site that lives for many nights, and what it must still have."""

    def __init__(self, where: Path, *, faults: bool, seed: int) -> None:
        self.where = where
        self._faults = faults
        self._chance = random.Random(seed)
        self._paths: dict[str, str] = {}
        self._articles: dict[str, str] = {}
        self._pages: set[str] = set()
        self.costs: list[float] = []

    def night(self, day: date, world: World, articles: int) -> Iterator[str]:
        """Run one night; gives what was lost or changed."""
        reports = world.night(day, articles)
        write_night(self.where / "feeds", reports)
        shutil.copytree(SAMPLE, self.where / "feeds" / "sample")
        if self._faults:
            self._damage(day)
        cost = run(self.where, day)
        if self._faults and self._chance.random() < 0.2:
            run(self.where, day)  # again: it must change nothing
        self.costs.append(float(str(cost["cpu_seconds"])))
        yield from self._lost({report.url for report in reports})
        if self._faults:
            yield from self.unproven()

    def _damage(self, day: date) -> None:
        """Leave a file that cannot be read, and kill a build of this night in its course."""
        noise = self._chance.randbytes(self._chance.randrange(5000))
        (self.where / "feeds" / "damaged.feed").write_bytes(noise)
        if self._chance.random() < 0.5:
            dying = subprocess.Popen([sys.executable, "-m", "digest.cli", *build_verb(self.where, day)])
            time.sleep(self._chance.uniform(0.5, 6))
            dying.send_signal(signal.SIGKILL)
            dying.wait()

    def _lost(self, came: set[str]) -> Iterator[str]:
        with Store.open(self.where / "state", create=False) as store:
            paths = {state.story.id: state.story.path for state in store.stories.all()}
            articles = {article.id: article.url or "" for article in store.articles.all()}
            placed = {placement.article for placement in store.placements.all()}
        pages = {p.relative_to(self.where / "site").as_posix() for p in (self.where / "site").rglob("index.html")}
        yield from (f"story {name} is gone or moved" for name, path in self._paths.items() if paths.get(name) != path)
        yield from (f"article {name} is gone" for name in self._articles if name not in articles)
        yield from (f"article {name} is in no story" for name in articles if name not in placed)
        yield from (f"{url} did not come in" for url in sorted(came - set(articles.values())))
        yield from (f"page {page} is gone" for page in sorted(self._pages - pages))
        yield from (
            f"story {name} has no page" for name, path in paths.items() if f"stories/{path}/index.html" not in pages
        )
        self._paths, self._articles, self._pages = paths, articles, pages

    def unproven(self) -> list[str]:
        """What the check of the whole site finds."""
        with Store.open(self.where / "state", create=False) as store:
            return [str(fault) for fault in verify(store, self.where / "site")[0]]


def main() -> int:
    """Run the nights; 1 where anything was lost, changed or cannot be proved, or where nights became dear."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", type=int, default=60)
    parser.add_argument("--articles", type=int, default=60, help="new ones a night (60)")
    parser.add_argument("--outlets", type=int, default=25)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        soak, world = Soak(Path(folder), faults=options.faults, seed=options.seed), World(options.outlets, options.seed)
        day = FIRST
        for number in range(options.nights):
            found = list(soak.night(day, world, options.articles))
            print(json.dumps({"night": number + 1, "cpu_seconds": soak.costs[-1], "wrong": found[:5]}), flush=True)
            wrong += found
            day += timedelta(days=2 if options.faults and number % 9 == 8 else 1)
        wrong += soak.unproven()
    early, late = soak.costs[10:20], soak.costs[-10:]
    if early and len(soak.costs) >= 30 and statistics.median(late) > FLAT * statistics.median(early):
        wrong.append("nights became dear")
    print("\n".join(wrong[:20]))
    told = (
        f"{options.nights} nights, {len(wrong)} wrong; {soak.costs[0]} s at first, {statistics.median(late)} s at last"
    )
    print(told)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
