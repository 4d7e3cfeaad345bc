"""The whole state as sorted JSON Lines fit for git, and back; the sources as OPML for a feed reader.

Four files are for readers: ``articles``, ``stories`` (with members), ``quotes`` and ``reactions``.
The folder ``tables/`` holds the rest, a file a table; ``articles``, ``stories`` and ``tables/`` together restore the state.
``export.json`` says how many lines each file has, so that half an export is not taken for a whole one.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from digest.errors import StateError, UsageError
from digest.ingest.folder import read_folder
from digest.ingest.opml import write_opml
from digest.model import Quote, Reaction
from digest.state import Findings, StoryState
from digest.store import SCHEMA, Store

_READABLE = ("articles", "stories")
UNFINISHED = ".unfinished"
WHOLE = "export.json"
"""Written last: the schema of the state, and how many lines each file must have."""


def export_state(store: Store, out: Path) -> str:
    """Write the state below the folder ``out`` and say in a line what was written.

    The same state gives the same bytes. An earlier export there stays whole until this one is written.
    """
    (out / "tables").mkdir(parents=True, exist_ok=True)
    try:
        counts = {name: _write(_part(out, name), lines) for name, lines in _files(store)}
    except BaseException:
        for left in out.rglob(f"*{UNFINISHED}"):
            left.unlink()
        raise
    (out / WHOLE).unlink(missing_ok=True)
    for name in counts:
        _part(out, name).replace(out / f"{name}.jsonl")
    (out / WHOLE).write_text(json.dumps({"schema": SCHEMA, "lines": counts}, indent=1) + "\n", "utf-8", newline="\n")
    return f"{out}: " + ", ".join(f"{counts[name]} {name}" for name in ("articles", "stories", "quotes", "reactions"))


def _part(out: Path, name: str) -> Path:
    return out / f"{name}.jsonl{UNFINISHED}"


def _files(store: Store) -> Iterator[tuple[str, Iterable[str]]]:
    """The name of every file of an export, without its ending, and its lines."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for placement in store.placements.all():
        members[placement.story].append(placement.article)
    yield "articles", (msgspec.json.encode(article).decode() for article in store.articles.all())
    yield "stories", (_story(state, members[state.story.id]) for state in store.stories.all())
    yield "quotes", sorted(line for findings in store.findings.all() for line in _quotes(findings))
    yield "reactions", sorted(_reaction(one) for findings in store.findings.all() for one in findings.reactions)
    for table in store.tables():
        if table.table not in _READABLE:
            yield f"tables/{table.table}", (msgspec.json.encode(row).decode() for row in table.all())
    yield "tables/memory", (_memory(key, value) for key, value in store.memory())
    yield "tables/facts", (json.dumps(fact, ensure_ascii=False) for fact in store.facts())


def export_sources(feeds: Path, file: Path) -> str:
    """Write every source of the lists in ``feeds`` that has an address to ``file`` as OPML, and say in a line what was written.

    Secrets stay as the placeholders the lists have for them. Raises UsageError where ``feeds`` lists no source.
    """
    sources = read_folder(feeds, env={}).sources
    if not sources:
        raise UsageError(f"{feeds}: lists no source with an address; name the folder with --feeds")
    file.write_text(write_opml(sources, "Sources of the digest"), encoding="utf-8", newline="\n")
    return f"{file}: {len(sources)} source{'s' if len(sources) > 1 else ''}"


def import_state(source: Path, state: Path) -> str:
    """Make the state in the folder ``state`` from an export in ``source``, and say what was read.

    Raises UsageError where ``state`` already holds one or ``source`` is no export, StateError where the export is not
    whole, a line is damaged or a newer Digest wrote it; then nothing is made.
    """
    if not (source / "stories.jsonl").exists():
        raise UsageError(f"{source}: is no export; give the folder that `digest export --out` wrote, or a site's data/")
    _demand_whole(source)
    with Store.made(state) as store:
        total = sum(_restore(store, source, name) for name in [table.table for table in store.tables()])
        memory, facts = (source / "tables" / f"{name}.jsonl" for name in ("memory", "facts"))
        with _naming(memory):
            store.remember(_remembered(memory))
        with _naming(facts):
            for line in _lines(facts):
                store.set_fact(*json.loads(line))
    return f"{state}: {total} records restored"


def _demand_whole(source: Path) -> None:
    """Raises StateError unless every file has the lines that the end of the export promises."""
    try:
        promise = msgspec.json.decode((source / WHOLE).read_bytes(), type=_Whole)
    except (OSError, msgspec.DecodeError) as error:
        raise StateError(
            f"{source}: is no whole export, {WHOLE} is missing or damaged; export the state again"
        ) from error
    if promise.schema > SCHEMA:
        raise StateError(f"{source}: has schema {promise.schema}, a newer Digest wrote it; upgrade Digest to import it")
    for name, promised in promise.lines.items():
        file = source / f"{name}.jsonl"
        found = sum(1 for _ in _lines(file))
        if found != promised:
            raise StateError(f"{file}: has {found} lines and the export had {promised}; copy or export it again")


class _Whole(msgspec.Struct):
    """What ``export.json`` says."""

    schema: int
    lines: dict[str, int]


def _restore(store: Store, source: Path, name: str) -> int:
    table = next(table for table in store.tables() if table.table == name)
    file = source / f"{name}.jsonl" if name in _READABLE else source / "tables" / f"{name}.jsonl"
    lines = list(_lines(file))
    with _naming(file):
        table.put(msgspec.json.decode(_state_of(name, line), type=table.kind) for line in lines)
    return len(lines)


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Turns what a damaged line raises into a StateError that names its file."""
    try:
        yield
    except (msgspec.MsgspecError, ValueError, TypeError, KeyError) as error:
        raise StateError(f"{file}: holds a line that is not a record ({error}); export the state again") from error


def _state_of(name: str, line: str) -> bytes:
    return msgspec.json.encode(json.loads(line)["state"]) if name == "stories" else line.encode()


def _story(state: StoryState, members: list[str]) -> str:
    story = state.story
    line = {
        "id": story.id,
        "members": members,
        "path": story.path,
        "saga": story.saga,
        "merged_into": story.merged_into,
    }
    return json.dumps({**line, "state": msgspec.to_builtins(state)}, ensure_ascii=False)


def _quotes(findings: Findings) -> Iterator[str]:
    for quote in findings.quotes:
        yield json.dumps({"story": findings.story, **_quote(quote)}, ensure_ascii=False)


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "article": quote.article,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "kind": str(quote.kind),
        "fragments": quote.fragments,
        "speaker": quote.speaker.name,
        "speaker_text": quote.speaker.mention,
        "role": quote.speaker.role,
        "cue": quote.cue,
        "confidence": quote.confidence,
        "rule": quote.rule,
    }


def _reaction(reaction: Reaction) -> str:
    line = {
        "story": reaction.story,
        "article": reaction.article,
        "start": reaction.span.start,
        "end": reaction.span.end,
        "text": reaction.evidence,
        "actor": reaction.actor,
        "role": reaction.role,
        "stance": str(reaction.stance),
    }
    return json.dumps(line, ensure_ascii=False)


def _memory(key: str, value: bytes) -> str:
    return json.dumps([key, base64.b64encode(value).decode()])


def _remembered(file: Path) -> Iterator[tuple[str, bytes]]:
    for line in _lines(file):
        key, value = json.loads(line)
        yield key, base64.b64decode(value)


def _lines(file: Path) -> Iterator[str]:
    if file.exists():
        with file.open(encoding="utf-8", newline="\n") as lines:
            yield from (line.rstrip("\n") for line in lines)


def _write(file: Path, lines: Iterable[str]) -> int:
    number = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for number, line in enumerate(lines, 1):  # noqa: B007 - the last number is the count
            out.write(line + "\n")
    return number
