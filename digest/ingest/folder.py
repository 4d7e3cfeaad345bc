"""The feeds folder: every file in it told by its content as a list of sources or as a document of articles."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import category
from urllib.parse import urlsplit

from digest.incoming import Problem, Source
from digest.ingest.addresses import read_addresses
from digest.ingest.cage import Cage
from digest.ingest.documents import LIST_KINDS
from digest.ingest.encoding import decode
from digest.ingest.links import web_link
from digest.ingest.lists import Lists, read_list
from digest.ingest.opml import read_opml, salvage_opml
from digest.ingest.placeholders import PLACEHOLDER, missing
from digest.ingest.read import read_document
from digest.ingest.reading import MOST_BYTES, Reading, condense, problem
from digest.ingest.recognise import recognise
from digest.ingest.salvage import mend
from digest.ingest.unpack import unpack
from digest.ingest.warc import is_warc
from digest.ingest.xmltree import parse_strictly, prepare
from digest.model import Overrule, Topic

LOOK_BYTES = 262_144
"""Bytes of a file looked at to tell what it is (range 4 kB to 1 MB)."""
MOST_ARCHIVE_BYTES = 256 * 1024 * 1024
"""Bytes read of a WARC file (range 15 MiB to 1 GiB): an archive is many documents, each with the limit of one."""
DEEPEST_FOLDER = 32
"""Folders nested deeper are not walked (range 8 to 100)."""
UNTOLD = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
"""Classes of characters that no name is told with: control, format, half characters, none, and ends of lines."""
JOINERS = "\u200c\u200d"
"""Format characters that names of files do have, in Persian and in pictures."""
_BARE_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,9}\.[a-z]{2,63}(?:[/?:]|$)", re.IGNORECASE)
"""An address as people write it, without its scheme."""


@dataclass(frozen=True, slots=True)
class LocalDocument:
    """A file of articles in the feeds folder, and the source it counts as."""

    source: Source
    path: Path


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file of the folder that is a list, with what it holds, also of what another list has too."""

    path: str
    sources: int = 0
    topics: tuple[Topic, ...] = ()
    overrules: int = 0


@dataclass(frozen=True, slots=True)
class Folder:
    """What the feeds folder holds. ``sources`` are those to fetch; every document has a source of its own."""

    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    overrules: tuple[Overrule, ...] = ()
    documents: tuple[LocalDocument, ...] = ()
    problems: tuple[Problem, ...] = ()
    lists: tuple[ListFile, ...] = ()


def read_folder(feeds: Path, *, env: Mapping[str, str]) -> Folder:
    """What ``feeds`` and all folders below it hold, in order of path, whatever the file system's order.

    ``feeds`` may be one file. Names that start with ``.`` or ``README`` or end in ``~`` are skipped, links that leave the folder refused. ``env`` is only asked
    whether it has the secrets that addresses name; their values go nowhere.
    """
    found, problems = _files(feeds)
    lists: dict[str, Lists] = {}
    documents: list[LocalDocument] = []
    for path, name in found:
        holder = Source(name=name, path=name)
        try:
            text = _beginning(path)
            if recognise(text) in LIST_KINDS:
                lists[name] = _read_list_file(path, name)
            else:
                documents.append(LocalDocument(holder, path))
        except OSError as error:
            problems.append(_unreadable(holder, error))
    problems += [fault for one in lists.values() for fault in one.problems]
    topics, overrules = _merged(lists.values())
    sources = _named_apart(_fetchable((source for one in lists.values() for source in one.sources), env, problems))
    files = tuple(ListFile(name, len(one.sources), one.topics, len(one.overrules)) for name, one in lists.items())
    return Folder(sources, topics, overrules, tuple(documents), condense(problems), files)


def read_local(document: LocalDocument, *, cage: Cage | None = None) -> Reading:
    """The reading of one local document. Causes no network traffic; a file that cannot be read is a problem."""
    try:
        with document.path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
            if is_warc(data):
                data += file.read(MOST_ARCHIVE_BYTES - len(data))
    except OSError as error:
        return Reading("unknown", problems=(_unreadable(document.source, error),))
    return read_document(data, document.source, cage=cage)


def _files(feeds: Path) -> tuple[list[tuple[Path, str]], list[Problem]]:
    """Paths of the regular files to read, each with its name relative to the folder, sorted by that name."""
    root = feeds.resolve()
    if root.is_file():
        return [(root, file_name(root.name))], []
    found: list[tuple[Path, str]] = []
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        name = file_name(Path(error.filename).relative_to(root).as_posix())
        problems.append(_unreadable(Source(name=name, path=name), error))

    for folder, inside, names in os.walk(root, followlinks=False, onerror=closed):
        here = Path(folder)
        linked = [name for name in inside if (here / name).is_symlink()]
        inside[:] = sorted(name for name in inside if not _skipped(name) and name not in linked)
        if inside and len(here.relative_to(root).parts) >= DEEPEST_FOLDER:
            problems += (_too_deep(file_name((here / name).relative_to(root).as_posix())) for name in inside)
            inside.clear()
        for name in [*names, *linked]:
            path = here / name
            if _skipped(name):
                continue
            relative = file_name(path.relative_to(root).as_posix())
            fault = _fault(path, root, Source(name=relative, path=relative))
            if fault:
                problems.append(fault)
            elif path.is_file():
                found.append((path, relative))
    return sorted(found, key=lambda pair: pair[1]), sorted(problems, key=lambda fault: fault.source)


def file_name(path: str) -> str:
    r"""A path as it may be told, on a terminal too: what is no text, steers one or turns the line around is written out.

    >>> file_name("clips/dam\n\x1b[31m\u202e\udcff.txt")
    'clips/dam\\n\\x1b[31m\\u202e\\udcff.txt'
    """
    return "".join(repr(sign)[1:-1] if category(sign) in UNTOLD and sign not in JOINERS else sign for sign in path)


def _skipped(name: str) -> bool:
    return name.startswith((".", "README")) or name.endswith("~")


def _fault(path: Path, root: Path, holder: Source) -> Problem | None:
    """Why a path is not read, if it is not: a link out of the folder or to a folder, or no regular file."""
    try:
        target = path.resolve(strict=True)
        kind = target.stat().st_mode
    except (OSError, RuntimeError):
        return problem(holder, "broken-link", "The link leads nowhere.", "Remove it, or copy the file itself.")
    if not target.is_relative_to(root):
        return problem(
            holder, "link-leaves-folder", "The link leads out of the feeds folder.", "Copy the file itself into it."
        )
    if path.is_symlink() and stat.S_ISDIR(kind):
        return problem(holder, "link-to-folder", "The link leads to a folder.", "Copy the folder's files instead.")
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        return problem(holder, "no-file", "This is a device, socket or pipe and no file.", "Remove it.")
    return None


def _beginning(path: Path) -> str:
    """The first characters of a file, unpacked as far as the look goes."""
    with path.open("rb") as file:
        data = file.read(LOOK_BYTES)
    return decode(unpack(data, MOST_BYTES).data[:LOOK_BYTES]).text


def _read_list_file(path: Path, name: str) -> Lists:
    """The sources, topics and overrules of a YAML or OPML file."""
    holder = Source(name=name, path=name)
    with path.open("rb") as file:
        unpacked = unpack(file.read(MOST_BYTES + 1))
    text = decode(unpacked.data).text
    kind = recognise(text)
    if kind != "opml":
        return read_list(text, name) if kind == "list" else read_addresses(text, name)
    prepared = prepare(text)
    root = parse_strictly(prepared.text)
    if root is not None:
        return Lists(sources=tuple(read_opml(root, name)))
    mended = parse_strictly(mend(prepared.text))
    mended = mended if mended is not None else salvage_opml(prepared.text)
    sources = tuple(read_opml(mended, name)) if mended is not None else ()
    kept = "What it lists was read all the same." if sources else "Nothing of it was read."
    fault = problem(
        holder, "malformed", f"The OPML is not well-formed. {kept}", "Export it from the feed reader again."
    )
    return Lists(sources, problems=(fault,))


def _merged(lists: Iterable[Lists]) -> tuple[tuple[Topic, ...], tuple[Overrule, ...]]:
    """Topics and overrules of all files. A topic that several files name has the phrases of all."""
    phrases: dict[str, dict[str, None]] = {}
    overrules: dict[Overrule, None] = {}
    for one in lists:
        for topic in one.topics:
            phrases.setdefault(topic.name, {}).update(dict.fromkeys(topic.match))
        overrules.update(dict.fromkeys(one.overrules))
    return tuple(Topic(name, tuple(match)) for name, match in phrases.items()), tuple(overrules)


def _fetchable(sources: Iterable[Source], env: Mapping[str, str], problems: list[Problem]) -> Iterator[Source]:
    """The sources with an address that can be fetched, each address once; faults go to ``problems``."""
    seen: set[str] = set()
    for source in sources:
        url = source.url or ""
        if _BARE_HOST.match(url):
            url = f"https://{url}"
        shape = web_link(PLACEHOLDER.sub("x", url))
        if shape is None:
            remedy = (
                "Give an address that begins with https:// or http://; a password goes into the environment as ${NAME}."
            )
            shown = urlsplit(url).scheme if "://" in url and "@" in url else url[:80]
            holder = Source(name=source.path or source.name)
            problems.append(problem(holder, "bad-address", f"{shown!r} is no address to fetch.", remedy, source.name))
            continue
        absent = missing(url, env)
        if absent:
            detail = f"The environment does not set {', '.join(absent)}."
            problems.append(
                problem(source, "missing-secret", detail, f"Set {absent[0]} before the build; it is fetched then.")
            )
        if url not in seen:
            seen.add(url)
            yield replace(source, url=url if PLACEHOLDER.search(url) else shape)


def _named_apart(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources with names of their own: the second of one name is told apart by its host, later ones by number."""
    taken: set[str] = set()
    named = []
    for source in sources:
        name = source.name
        if name in taken:
            name = f"{source.name} ({urlsplit(PLACEHOLDER.sub('x', source.url or '')).hostname})"
        number = 2
        while name in taken:
            name = f"{source.name} ({number})"
            number += 1
        taken.add(name)
        named.append(replace(source, name=name))
    return tuple(named)


def _too_deep(name: str) -> Problem:
    detail = f"The folder lies below {DEEPEST_FOLDER} others and is not looked into."
    return problem(Source(name=name, path=name), "too-deep", detail, "Move it up.")


def _unreadable(holder: Source, error: OSError) -> Problem:
    return problem(holder, "unreadable", f"It cannot be read: {error.strerror or 'error'}.", "Check its permissions.")
