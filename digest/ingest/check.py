"""What ``digest check`` tells: each file's kind, entries, dates and problems, in words a person can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digest.errors import UsageError
from digest.incoming import Problem, Source, Status
from digest.ingest.cage import Cage
from digest.ingest.folder import Folder, ListFile, read_folder, read_local
from digest.ingest.reading import Reading, problem
from digest.model import Topic

FEEDS = ("rss", "atom", "jsonfeed")
KIND_NAMES = {
    "rss": "RSS",
    "atom": "Atom",
    "jsonfeed": "JSON Feed",
    "jsonlines": "JSON Lines",
    "html": "HTML page",
    "text": "plain text",
    "ninjs": "ninjs",
    "newsml-g2": "NewsML-G2",
    "newsml": "NewsML 1",
    "nitf": "NITF",
    "warc": "WARC",
    "mail": "mail",
    "list": "list",
}


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What one file yields. ``oldest`` and ``newest`` are None where no entry is dated; ``whole`` counts entries with their full text.

    ``held`` counts entries their publisher withholds, cancelled or put under an embargo. For a list, ``entries`` counts sources, and
    ``topics`` and ``overrules`` what else it holds.
    """

    path: str
    kind: str
    entries: int
    dated: int
    oldest: datetime | None
    newest: datetime | None
    whole: int
    held: int
    title: str | None
    problems: tuple[Problem, ...]
    topics: int = 0
    overrules: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """What a folder or file yields: one row a file, and the counts of topics and overrules."""

    files: tuple[FileCheck, ...]
    sources: int
    topics: int
    overrules: int

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, file by file."""
        return tuple(found for row in self.files for found in row.problems)


Judge = Callable[[Sequence[Topic]], Sequence[Problem]]
"""Says what is wrong with topics; ingest takes them as they are written."""


def check_path(path: Path, *, env: Mapping[str, str], judge: Judge = lambda _topics: ()) -> Check:
    """What ``path``, a folder or one file, yields, with what ``judge`` says of its topics. Fetches nothing.

    Raises ``UsageError`` where there is nothing at ``path``.
    """
    if not path.exists():
        raise UsageError(
            f"There is no file or folder {str(path)!r}. Give the path of a feed file, or of the feeds folder."
        )
    folder = read_folder(path, env=env)
    with Cage() as cage:
        rows = [_row(document.source, read_local(document, cage=cage)) for document in folder.documents]
    rows += _list_rows(folder, judge)
    return Check(
        tuple(sorted(rows, key=lambda row: row.path)), len(folder.sources), len(folder.topics), len(folder.overrules)
    )


def check_reading(source: Source, reading: Reading) -> Check:
    """The check of one document that was read already, as after fetching a feed to add."""
    return Check((_row(source, reading),), 1, 0, 0)


def check_text(check: Check) -> str:
    """The check as text for a terminal: a block a file, a summary last."""
    blocks = [_block(row) for row in check.files]
    entries = sum(row.entries for row in check.files if row.kind != "list")
    parts = [_count(len(check.files), "file"), _count(entries, "entry"), _count(check.sources, "source") + " to fetch"]
    parts += [_count(check.topics, "topic")] if check.topics else []
    parts += [_count(check.overrules, "overrule")] if check.overrules else []
    faults = len(check.problems)
    return "\n".join([*blocks, ", ".join(parts) + (f"; {_count(faults, 'problem')}." if faults else "; no problems.")])


def _row(source: Source, reading: Reading) -> FileCheck:
    dates = sorted(when for entry in reading.entries if (when := entry.published or entry.updated))
    return FileCheck(
        path=source.path or source.name,
        kind=reading.kind,
        entries=len(reading.entries),
        dated=len(dates),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
        whole=sum(entry.full_text and bool(entry.text) for entry in reading.entries),
        held=sum(entry.status is not Status.USABLE or entry.embargo is not None for entry in reading.entries),
        title=reading.title,
        problems=reading.problems or (_empty(source) if reading.kind in FEEDS and not reading.entries else ()),
    )


def _empty(source: Source) -> tuple[Problem, ...]:
    """What to say of a feed that is well and holds nothing: no fault on a single night, but worth a look when it is added."""
    remedy = "Open the site: the feed may be new, or abandoned and replaced by another."
    return (problem(source, "no-entries", "The feed is well-formed and holds no entries.", remedy),)


def _list_rows(folder: Folder, judge: Judge) -> list[FileCheck]:
    """One row for every list and for every file that could not be read at all."""
    faults: dict[str, list[Problem]] = {}
    by_name = {source.name: source.path or source.name for source in folder.sources}
    for found in folder.problems:
        faults.setdefault(by_name.get(found.source, found.source), []).append(found)
    lists = {found.path: found for found in folder.lists}
    for one in folder.lists:
        faults.setdefault(one.path, []).extend(judge(one.topics))
    return [_list_row(path, lists.get(path), tuple(faults.get(path, ()))) for path in sorted({*lists, *faults})]


def _list_row(path: str, found: ListFile | None, faults: tuple[Problem, ...]) -> FileCheck:
    """The row of a list; of a file that could not be read where ``found`` is None."""
    refused = sum(fault.code == "bad-address" for fault in faults)
    return FileCheck(
        path=path,
        kind="list" if found else "unknown",
        entries=max(0, found.sources - refused) if found else 0,
        dated=0,
        oldest=None,
        newest=None,
        whole=0,
        held=0,
        title=None,
        problems=faults,
        topics=len(found.topics) if found else 0,
        overrules=found.overrules if found else 0,
    )


def _block(row: FileCheck) -> str:
    """One file: what it is, what it yields, and what is wrong with remedies."""
    name = KIND_NAMES.get(row.kind, "not recognised")
    if row.kind == "list":
        what = f"{name}{_held(row)}"
    else:
        what = ", ".join([name, *([f"“{row.title}”"] if row.title else []), _count(row.entries, "entry"), *_facts(row)])
    lines = [f"{row.path}: {what}"]
    for found in row.problems:
        lines.append(f"  {found.code}: {found.detail}" + (f" [{found.item}]" if found.item else ""))
        lines.append(f"    → {found.remedy}")
    return "\n".join(lines)


def _held(row: FileCheck) -> str:
    """What a list holds."""
    counts = ((row.entries, "source"), (row.topics, "topic"), (row.overrules, "overrule"))
    held = "".join(f", {_count(number, noun)}" for number, noun in counts if number)
    return held or (", nothing of it read" if row.problems else " that holds nothing yet")


def _facts(row: FileCheck) -> Iterable[str]:
    """What is worth knowing of a file's entries."""
    if row.oldest and row.newest:
        days = sorted({row.oldest.date().isoformat(), row.newest.date().isoformat()})
        yield " to ".join(days)
    if row.entries > row.dated:
        yield f"{row.entries - row.dated} without a date"
    if row.entries:
        yield f"{round(100 * row.whole / row.entries)} % with full text"
    if row.held:
        yield f"{row.held} held back by the publisher"


def _count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> _count(1, "entry"), _count(2, "entry"), _count(3, "file")
    ('1 entry', '2 entries', '3 files')
    """
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
