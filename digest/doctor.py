"""Checks a whole installation and says in plain lines what is well and what needs a hand."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from digest import __version__
from digest.errors import DigestError
from digest.health import silent_since
from digest.ingest.folder import Folder, read_folder
from digest.ingest.net import FetchState, fetch_night
from digest.intake import Network
from digest.nights import day_of
from digest.render.words import plural
from digest.settings import Settings, read_settings
from digest.store import FILE, Store

LEAST_FREE_MB = 500
"""Free disk below which a night may not fit (range 100 to 10,000): a site of 20,000 stories takes about 1 GB over years."""
HOST_LIMIT_MB = 1000
"""Size of a site that GitHub Pages publishes (its documentation names 1 GB)."""
FAULT_LINES = 2
"""Lines told of what SQLite says of a damaged file; it may say a hundred, and none of them is a remedy."""
HOST_WARNING = 0.8
"""Share of the limit from which it is time to act (range .5 to .95)."""
PACKAGES = ("mkdocs", "mkdocs-material", "lxml", "msgspec", "numpy")


class Grade(StrEnum):
    """How a finding stands."""

    WELL = "ok"
    WATCH = "look"
    ILL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``said`` tells what is and, where it is not well, what to do."""

    grade: Grade
    about: str
    said: str

    def __str__(self) -> str:
        return f"[{self.grade:>4}] {self.about}: {self.said}"


@dataclass(frozen=True, slots=True)
class Installation:
    """What is examined, and the moment it is examined at."""

    feeds: Path
    state: Path
    site: Path
    config: Path
    network: Network
    now: datetime


def examine(installation: Installation) -> Iterator[Finding]:
    """Every finding, in the order a person would mend them. Changes nothing; asks the network only where it may."""
    yield from _versions()
    try:
        settings = read_settings(installation.config)
    except DigestError as error:
        yield Finding(Grade.ILL, "settings", str(error))
        settings = Settings()
    else:
        yield Finding(Grade.WELL, "settings", f"{installation.config} is in order")
    yield from _contact(settings)
    folder = read_folder(installation.feeds, env=installation.network.env)
    yield from _feeds(installation.feeds, folder)
    yield from _state(installation, settings)
    yield from _sources(folder, installation, settings)
    yield _disk(installation.state)
    yield from _size(installation.site)


def _versions() -> Iterator[Finding]:
    yield Finding(Grade.WELL, "version", f"Digest {__version__} on Python {platform.python_version()}")
    for package in PACKAGES:
        try:
            version(package)
        except PackageNotFoundError:
            yield Finding(Grade.ILL, "version", f"{package} is not installed; run `make setup`")


def _contact(settings: Settings) -> Iterator[Finding]:
    if not settings.contact:
        told = "publishers cannot reach you; set `contact` under extra.digest to an address or page"
        yield Finding(Grade.WATCH, "contact", told)


def _feeds(feeds: Path, folder: Folder) -> Iterator[Finding]:
    if not feeds.is_dir():
        yield Finding(Grade.ILL, "feeds", f"{feeds} is no folder; run `digest init {feeds}`")
        return
    count = f"{plural(len(folder.sources), 'source')} to fetch, {plural(len(folder.documents), 'file')}"
    if not folder.sources and not folder.documents:
        yield Finding(Grade.WATCH, "feeds", f"{feeds} is empty; drop a file in or run `digest add`")
    elif folder.problems:
        yield Finding(
            Grade.WATCH, "feeds", f"{count}; {plural(len(folder.problems), 'problem')}, see `digest check {feeds}`"
        )
    else:
        yield Finding(Grade.WELL, "feeds", count)


def _state(installation: Installation, settings: Settings) -> Iterator[Finding]:
    if not (installation.state / FILE).exists():
        yield Finding(Grade.WATCH, "state", f"{installation.state} holds none yet; the first `digest build` makes it")
        return
    try:
        with Store.open(installation.state, create=False) as store:
            soundness = _soundness(store)
            yield soundness
            if soundness.grade is Grade.ILL:
                return
            yield _last_night(store.last_night(), day_of(installation.now, settings.zone))
            yield from _report(store)
            if store.unprinted():
                told = "a night is not published yet; the next `digest build` does it"
                yield Finding(Grade.WATCH, "site", told)
    except DigestError as error:
        yield Finding(Grade.ILL, "state", str(error))


def _soundness(store: Store) -> Finding:
    faults = store.faults()
    if faults:
        first = faults[0].splitlines()
        more = sum(len(fault.splitlines()) for fault in faults) - FAULT_LINES
        told = " ".join(first[:FAULT_LINES]) + (f" (and {more} more)" if more > 0 else "")
        told = f"is damaged: {told}; restore it from a copy or with `digest import`"
        return Finding(Grade.ILL, "state", told)
    return Finding(Grade.WELL, "state", "the database is sound")


def _last_night(last: date | None, today: date) -> Finding:
    if last is None:
        return Finding(Grade.WATCH, "last night", "no night has run yet")
    if (today - last).days > 1:
        told = f"was {last}, {(today - last).days} days ago; look at the schedule. The next build catches up."
        return Finding(Grade.WATCH, "last night", told)
    return Finding(Grade.WELL, "last night", f"was {last}")


def _report(store: Store) -> Iterator[Finding]:
    """What the last night's report says of problems and sources."""
    last = store.last_night()
    night = store.nights.get(last.isoformat()) if last else None
    if night is None:
        return
    remote = [state for state in store.sources.all() if state.source.url]
    failing = sorted(state.source.name for state in remote if state.failing_since)
    silent = sorted(state.source.name for state in remote if silent_since(state.days))
    told = [plural(len(night.problems), "problem")] if night.problems else []
    told += [f"failing: {', '.join(failing)}"] if failing else []
    told += [f"silent beyond their rhythm: {', '.join(silent)}"] if silent else []
    if told:
        yield Finding(Grade.WATCH, "last report", f"{'; '.join(told)}; see the page Sources or state/report.json")
    else:
        yield Finding(Grade.WELL, "last report", "no problem")


def _sources(folder: Folder, installation: Installation, settings: Settings) -> Iterator[Finding]:
    """Whether the sources answer, asked under the name that a build has; their stored state is left as it is."""
    network = installation.network
    if network.policy is None or not folder.sources:
        return
    policy = replace(network.policy, contact=settings.contact or None)
    states: dict[str, FetchState] = {}
    answers = fetch_night(folder.sources, states, night=installation.now, env=network.env, policy=policy)
    failing = [answer for answer in answers if answer.body is None and answer.problems]
    for answer in failing:
        told = f"{answer.problems[0].detail} {answer.problems[0].remedy}"
        yield Finding(Grade.ILL, answer.source, told)
    yield Finding(Grade.WELL, "sources", f"{len(answers) - len(failing)} of {len(answers)} answer")


def _disk(state: Path) -> Finding:
    place = next(folder for folder in (state, *state.absolute().parents) if folder.exists())
    free = shutil.disk_usage(place).free >> 20
    if free < LEAST_FREE_MB:
        return Finding(Grade.ILL, "disk", f"only {free} MB free; make room before the next night")
    return Finding(Grade.WELL, "disk", f"{free} MB free")


def _size(site: Path) -> Iterator[Finding]:
    if not site.is_dir():
        return
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) >> 20
    if size > HOST_LIMIT_MB * HOST_WARNING:
        told = f"the site has {size} MB and GitHub Pages takes {HOST_LIMIT_MB}; move it to a server, see docs/operate"
        yield Finding(Grade.WATCH, "size", told)
    else:
        yield Finding(Grade.WELL, "size", f"the site has {size} MB")
