"""``digest add``: a site, a feed or a file becomes a source, and what it yields is told."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from digest.errors import DigestError, UsageError
from digest.ingest.check import check_path, check_reading, check_text
from digest.ingest.folder import read_folder
from digest.ingest.net import Candidate, Discovery, FetchPolicy, add_source, discover, discover_file

SOURCES = "sources.yml"


def add(what: str, feeds: Path, *, policy: FetchPolicy, env: Mapping[str, str], now: datetime) -> str:
    """Add the site, feed or file ``what`` to the folder ``feeds``, and tell what was added and what it yields.

    An address is looked at for a feed; of several that a page offers the first is added and the others are named.
    A list of sources is taken over source by source, any other file that yields something is copied as it is.
    Raises DigestError where nothing can be added, saying why.
    """
    feeds.mkdir(parents=True, exist_ok=True)
    taken = {source.name for source in read_folder(feeds, env=env).sources}
    if "://" not in what and Path(what).exists():
        return _add_file(Path(what), feeds, env, taken)
    if what.startswith(("/", "./", "../", "~", "\\")):
        raise UsageError(f"{what}: there is no such file; give the path of one, or an address")
    found = discover(what, env=env, policy=policy, night=now, taken=taken)
    if not found.candidates:
        raise DigestError(_why_none(found))
    first, *others = found.candidates
    _write(feeds, [first])
    lines = [f"Added {first.source.name} to {feeds / SOURCES}.", *_yields(first)]
    lines += [f"The page also offers {other.source.name}: {other.source.url}" for other in others]
    return "\n".join(lines)


def _why_none(found: Discovery) -> str:
    return " ".join(f"{problem.source}: {problem.detail} {problem.remedy}" for problem in found.problems)


def _yields(candidate: Candidate) -> list[str]:
    if candidate.reading is None:
        return []
    return [check_text(check_reading(candidate.source, candidate.reading))]


def _add_file(file: Path, feeds: Path, env: Mapping[str, str], taken: set[str]) -> str:
    found = discover_file(file, env=env, taken=taken)
    listed = [candidate for candidate in found.candidates if candidate.found == "listed"]
    if listed:
        _write(feeds, listed)
        many = "sources" if len(listed) > 1 else "source"
        return f"Added {len(listed)} {many} of {file} to {feeds / SOURCES}; `digest check {feeds}` says what is known of them."
    target = feeds / file.name
    if target.exists():
        raise UsageError(f"{target}: exists already; rename the file you want to add")
    yields = check_path(file, env=env)
    if yields.problems and not any(row.entries or row.topics or row.overrules for row in yields.files):
        fault = yields.problems[0]
        raise DigestError(f"{file}: {fault.detail} {fault.remedy} Nothing was added.")
    shutil.copyfile(file, target)
    told = [f"Copied {file} to {target}.", check_text(yields)]
    told += [f"It is a saved feed; `digest add {c.source.url}` reads it every night." for c in found.candidates]
    return "\n".join(told)


def _write(feeds: Path, candidates: list[Candidate]) -> None:
    file = feeds / SOURCES
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    for candidate in candidates:
        text = add_source(text, candidate.source)
    file.write_text(text, encoding="utf-8")
