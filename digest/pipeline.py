"""The whole flow: bytes to articles, copy groups, stories, quotes and reactions, editions, pages, and the site."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from digest.grouping import Memory
from digest.ingest.net import FetchPolicy
from digest.intake import Network, take_in
from digest.journal import recover
from digest.lock import lock
from digest.night import run_night
from digest.nights import due_days, end_of
from digest.printing import print_pages
from digest.progress import Progress
from digest.render import Site
from digest.report import BuildReport, Step, as_json
from digest.settings import Settings, SiteName
from digest.site.build import build_site
from digest.store import Store


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What one build works on: the folders, the ``day``, and how the network is used (see the command line)."""

    feeds: Path
    state: Path
    pages: Path
    site: Path
    config: Path
    day: date
    offline: bool = False
    keep_raw: Path | None = None
    replay: Path | None = None
    allow_shrink: bool = False
    all_pages: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


def build(options: BuildOptions, settings: Settings, name: SiteName, progress: Progress) -> BuildReport:
    """Run every night that is due, print the pages that changed, publish the site; the commit of a night is the truth.

    Raises DigestError where the operator must act; then what was published stays as it was.
    """
    watch = Stopwatch()
    with lock(options.state), Store.open(options.state) as store:
        days = due_days(store.last_night(), options.day, settings.catch_up_days)
        with watch.step("take in"):
            network = _network(options, settings)
            night = end_of(days[-1], settings.zone)
            intake = take_in(options.feeds, store, network, night=night, progress=progress)
        with watch.step("nights"):
            memory = Memory.from_rows(store.memory())
            reports = []
            for day in progress.over(days, "Nights", len(days)):
                outcome = run_night(store, intake, day, memory, settings=settings, progress=progress)
                memory = outcome.memory
                reports.append(outcome.report)
        with watch.step("pages"):
            recover(options.pages)
            site = Site(name.title, name.url, settings.zone)
            changed = print_pages(store, options.pages, site, settings, everything=options.all_pages)
        with watch.step("site"):
            published = build_site(options.config, options.pages, options.site, changed=changed)
            with store.transaction():
                store.printed()
    report = BuildReport(tuple(reports), published.written, published.removed, published.pages, watch.steps())
    (options.state / "report.json").write_bytes(as_json(report))
    return report


def _network(options: BuildOptions, settings: Settings) -> Network:
    if options.offline and options.replay is None:
        return Network(env=options.environment)
    policy = FetchPolicy(contact=settings.contact or None, pages_per_host=settings.pages_per_host)
    return Network(policy, options.environment, options.keep_raw, options.replay)


class Stopwatch:
    """What each step of a build cost. For the report alone: no page holds a time that is not its edition's."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens in the block as ``name``."""
        start = time.monotonic()
        yield
        self._steps.append(Step(name, round(time.monotonic() - start, 2), _peak_mb()))

    def steps(self) -> tuple[Step, ...]:
        """The steps so far."""
        return tuple(self._steps)


def _peak_mb() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1 << 20 if sys.platform == "darwin" else 1 << 10)
