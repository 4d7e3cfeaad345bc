"""The whole flow: bytes to articles, copy groups, stories, quotes and reactions, editions, pages, and the site."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from digest.errors import DigestError, UsageError
from digest.grouping import Memory
from digest.ingest.net import FetchPolicy
from digest.intake import Network, take_in
from digest.journal import recover
from digest.lock import lock
from digest.night import run_night
from digest.nights import due_days, end_of
from digest.printing import MARKER, print_pages, printed_by
from digest.progress import Progress
from digest.render.files import Site
from digest.report import BuildReport, NightReport, Step, as_json
from digest.settings import Settings, SiteName
from digest.site.build import SiteReport, build_site
from digest.site.publish import Publisher
from digest.store import Store
from digest.takedown import take_down
from digest.verify import hold_size, prove

PRINTED_BY = "printed_by"
"""The fact that says what printed the pages."""


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
    if not options.feeds.exists():
        raise UsageError(f"{options.feeds}: is no folder; name another with --feeds, or make it with `digest init`")
    watch = Stopwatch()
    with lock(options.state), Store.open(options.state) as store:
        _refuse_foreign(store, options.pages, options.site)
        reports = _run_nights(store, options, settings, progress, watch)
        with watch.step("publish"):
            places = Places(options.pages, options.site, options.config)
            published = publish(
                store, places, name, settings, everything=options.all_pages, may_shrink=options.allow_shrink
            )
    report = BuildReport(reports, published.written, published.removed, published.pages, watch.steps())
    _keep_report(options.state, report)
    return report


def _keep_report(state: Path, report: BuildReport) -> None:
    """The report for programs that read it later; they find the last one or this one, never half of it."""
    unfinished = state / "report.json.unfinished"
    unfinished.write_bytes(as_json(report))
    unfinished.replace(state / "report.json")


def _run_nights(
    store: Store, options: BuildOptions, settings: Settings, progress: Progress, watch: Stopwatch
) -> tuple[NightReport, ...]:
    """Take in what there is and run the nights that are due. What came in and grouping's memory are let go before pages are made."""
    days = due_days(store.last_night(), options.day, settings.catch_up_days)
    with watch.step("take in"):
        network = _network(options, settings)
        intake = take_in(options.feeds, store, network, night=end_of(days[-1], settings.zone), progress=progress)
    with watch.step("nights"):
        memory = Memory.from_rows(store.memory())
        reports = []
        for day in progress.over(days, "Nights", len(days)):
            outcome = run_night(store, intake, day, memory, settings=settings, progress=progress)
            memory = outcome.memory
            reports.append(outcome.report)
    return tuple(reports)


def _refuse_foreign(store: Store, *folders: Path) -> None:
    """A new state would overwrite what a lost one published, and break its addresses: DigestError says the ways out."""
    if store.last_night() is not None:
        return
    for folder in folders:
        if (folder / MARKER).exists():
            raise DigestError(
                f"{folder}: holds an edition and the state knows none; if the state was lost, restore it with "
                "`digest import --from` and the site's data/; to begin anew, remove the generated pages and the site"
            )


@dataclass(frozen=True, slots=True)
class Places:
    """Where the generated pages and the finished site go, and the configuration they are made with."""

    pages: Path
    site: Path
    config: Path


def publish(
    store: Store, places: Places, name: SiteName, settings: Settings, *, everything: bool, may_shrink: bool
) -> SiteReport:
    """Print the pages that the state says are not as they should be, and publish the site made of them.

    All are printed after an upgrade of Digest, or of settings that pages depend on.
    The new site is looked at before any of it shows: words that no stored article holds, broken links or active content are our
    own bug (ProofError), and one that shrinks past the setting ``shrink_limit`` needs a person's word (DigestError).
    """

    def approve(made: Publisher) -> None:
        prove(store, made)
        if not may_shrink:
            hold_size(made, settings.shrink_limit)

    recover(places.pages)
    site = Site(name.title, name.url, settings.zone)
    broken_off = store.begin_publishing()
    key = printed_by(site, settings)
    changed = print_pages(store, places.pages, site, settings, everything=everything or store.fact(PRINTED_BY) != key)
    if broken_off:  # what that publishing had printed already differs no more, yet the site may lack it: compare all
        changed = None
    published = build_site(places.config, places.pages, places.site, changed=changed, approve=approve)
    with store.transaction():
        store.printed()
        store.set_fact(PRINTED_BY, key)
    return published


def take_down_and_publish(
    target: str,
    reason: str,
    *,
    state: Path,
    places: Places,
    settings: Settings,
    name: SiteName,
    now: datetime,
) -> str:
    """Take ``target`` down (see ``takedown.take_down``) and publish the site without it; gives what went, in a line."""
    with lock(state), Store.open(state, create=False) as store:
        told = take_down(store, target, reason, now=now, settings=settings)
        publish(store, places, name, settings, everything=True, may_shrink=True)
    return told


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
