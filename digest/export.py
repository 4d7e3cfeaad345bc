"""The whole state as sorted JSON Lines fit for git, and back; the sources as OPML for a feed reader.

Four files are for readers: ``articles``, ``stories`` (with members), ``quotes`` and ``reactions``.
The folder ``tables/`` holds the rest, a file a table; ``articles``, ``stories`` and ``tables/`` together restore the state.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from digest.errors import StateError, UsageError
from digest.ingest.folder import read_folder
from digest.ingest.opml import write_opml
from digest.model import Quote, Reaction
from digest.state import Findings, StoryState
from digest.store import FILE, Store

_READABLE = ("articles", "stories")


def export_state(store: Store, out: Path) -> str:
    """Write the state below the folder ``out`` and say in a line what was written.

    The same state gives the same bytes; files of an earlier export are replaced.
    """
    (out / "tables").mkdir(parents=True, exist_ok=True)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for placement in store.placements.all():
        members[placement.story].append(placement.article)
    counts = {
        "articles": _write(out / "articles.jsonl", (msgspec.json.encode(a).decode() for a in store.articles.all())),
        "stories": _write(out / "stories.jsonl", (_story(s, members[s.story.id]) for s in store.stories.all())),
        "quotes": _write(out / "quotes.jsonl", sorted(line for f in store.findings.all() for line in _quotes(f))),
        "reactions": _write(
            out / "reactions.jsonl", sorted(_reaction(r) for f in store.findings.all() for r in f.reactions)
        ),
    }
    for table in store.tables():
        if table.table not in _READABLE:
            _write(out / "tables" / f"{table.table}.jsonl", (msgspec.json.encode(r).decode() for r in table.all()))
    _write(out / "tables" / "memory.jsonl", (_memory(key, value) for key, value in store.memory()))
    _write(out / "tables" / "facts.jsonl", (json.dumps(fact, ensure_ascii=False) for fact in store.facts()))
    return f"{out}: " + ", ".join(f"{number} {name}" for name, number in counts.items())


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

    Raises UsageError where ``state`` already holds one or ``source`` is no export, StateError where a line is damaged.
    """
    if (state / FILE).exists():
        raise UsageError(f"{state}: holds a state already; name another folder with --state or move this one away")
    if not (source / "stories.jsonl").exists():
        raise UsageError(f"{source}: is no export; give the folder that `digest export --out` wrote, or a site's data/")
    state.mkdir(parents=True, exist_ok=True)
    with Store.open(state) as store, store.transaction():
        total = sum(_restore(store, source, name) for name in [table.table for table in store.tables()])
        store.remember(_remembered(source / "tables" / "memory.jsonl"))
        for line in _lines(source / "tables" / "facts.jsonl"):
            store.set_fact(*json.loads(line))
    return f"{state}: {total} records restored"


def _restore(store: Store, source: Path, name: str) -> int:
    table = next(table for table in store.tables() if table.table == name)
    file = source / f"{name}.jsonl" if name in _READABLE else source / "tables" / f"{name}.jsonl"
    lines = list(_lines(file))
    try:
        table.put(msgspec.json.decode(_state_of(name, line), type=table.kind) for line in lines)
    except msgspec.MsgspecError as error:
        raise StateError(f"{file}: holds a line that is not a record ({error}); export the state again") from error
    return len(lines)


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
