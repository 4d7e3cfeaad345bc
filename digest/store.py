"""State behind a handful of tables: one SQLite file, one transaction a night; the commit is the truth."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from digest.edition.views import Statement, StorySummary, StoryView, Voices
from digest.errors import StateError
from digest.ingest.net import RobotsRecord
from digest.model import Article, Change, CopyGroup, KnownPerson, Overrule, Topic
from digest.quotes.same_name import surname
from digest.records import Records
from digest.state import (
    ArticleQuotes,
    Findings,
    Identity,
    NightRecord,
    Placement,
    Quarantined,
    SourceState,
    StoryCorrections,
    StoryState,
    Tombstone,
    Version,
    Waiting,
    Withdrawal,
)

FILE = "digest.db"
SCHEMA = 1
"""Version of the tables, kept in the file itself (``user_version``); raised by every change that old code cannot read."""


class Store:
    """The state of one site. Reads need no transaction; all writes of a night belong in one ``transaction()``."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.articles = Records(
            database, "articles", Article, {"id": lambda a: a.id, "day": lambda a: a.first_seen.date().isoformat()}
        )
        self.identities = Records(
            database, "identities", Identity, {"key": lambda i: i.key, "article": lambda i: i.article}
        )
        self.versions = Records(
            database,
            "versions",
            Version,
            {"key": lambda v: f"{v.article.id} {v.until.isoformat()}", "article": lambda v: v.article.id},
        )
        self.placements = Records(
            database,
            "placements",
            Placement,
            {"article": lambda p: p.article, "copy_group": lambda p: p.group, "story": lambda p: p.story},
        )
        self.groups = Records(database, "groups", CopyGroup, {"id": lambda g: g.id})
        self.stories = Records(
            database,
            "stories",
            StoryState,
            {
                "id": lambda s: s.story.id,
                "path": lambda s: s.story.path,
                "saga": lambda s: s.story.saga,
                "changed": lambda s: s.days[-1].isoformat(),
                "merged_into": lambda s: s.story.merged_into,
            },
        )
        self.quotes = Records(database, "quotes", ArticleQuotes, {"article": lambda q: q.article})
        self.findings = Records(database, "findings", Findings, {"story": lambda f: f.story})
        self.changes = Records(
            database,
            "changes",
            Change,
            {"key": lambda c: f"{c.article} {c.when.isoformat()} {c.before}", "article": lambda c: c.article},
        )
        self.summaries = Records(
            database,
            "summaries",
            StorySummary,
            {"key": lambda s: f"{s.id} {s.day}", "story": lambda s: s.id, "day": lambda s: s.day.isoformat()},
        )
        self.views = Records(database, "views", StoryView, {"story": lambda v: v.id})
        self.corrections = Records(database, "corrections", StoryCorrections, {"story": lambda c: c.story})
        self.voices = Records(
            database, "voices", Voices, {"key": lambda v: f"{v.story} {v.day}", "day": lambda v: v.day.isoformat()}
        )
        self.statements = Records(
            database,
            "statements",
            Statement,
            {
                "key": lambda s: (
                    f"{s.story} {s.slug} {s.quote.passage.article} {s.quote.passage.start} {s.quote.passage.end}"
                ),
                "story": lambda s: s.story,
                "person": lambda s: s.slug,
            },
        )
        self.people = Records(
            database, "people", KnownPerson, {"slug": lambda p: p.slug, "surname": lambda p: surname(p.name)}
        )
        self.withdrawals = Records(database, "withdrawals", Withdrawal, {"article": lambda w: w.article})
        self.waiting = Records(database, "waiting", Waiting, {"key": lambda w: w.key})
        self.quarantine = Records(database, "quarantine", Quarantined, {"source": lambda q: q.source.name})
        self.robots = Records(database, "robots", RobotsRecord, {"origin": lambda r: r.origin})
        self.sources = Records(database, "sources", SourceState, {"name": lambda s: s.source.name})
        self.nights = Records(database, "nights", NightRecord, {"day": lambda n: n.day.isoformat()})
        self.tombstones = Records(database, "tombstones", Tombstone, {"hash": lambda t: t.hash})
        self.topics = Records(database, "topics", Topic, {"name": lambda t: t.name})
        self.overrules = Records(database, "overrules", Overrule, {"key": lambda o: f"{o.action} {' '.join(o.ids)}"})

    @classmethod
    def open(cls, state: Path, *, create: bool = True) -> Store:
        """The state kept in the folder ``state``; made there with ``create``.

        Raises StateError where there is none, where it is damaged, or where a newer Digest wrote it.
        """
        file = state / FILE
        if not create and not file.exists():
            raise StateError(f"{state}: holds no state; run `digest build` first or name another with --state")
        state.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(file, isolation_level=None)
        try:
            return cls._prepare(database)
        except sqlite3.DatabaseError as error:
            database.close()
            raise StateError(f"{file}: is damaged ({error}); restore it with `digest import` or from a copy") from error

    @classmethod
    def in_memory(cls) -> Store:
        """A state that lasts as long as the object, for tests and trials."""
        return cls._prepare(sqlite3.connect(":memory:", isolation_level=None))

    @classmethod
    def _prepare(cls, database: sqlite3.Connection) -> Store:
        database.execute("PRAGMA secure_delete = ON")  # what is taken down leaves no bytes in the file
        store = cls(database)
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA:
            database.close()
            raise StateError(f"the state has schema {version} and this Digest knows {SCHEMA}; upgrade Digest")
        if version == 0:
            with store.transaction():
                store._create()
        else:
            store._add_tables()
        return store

    def _add_tables(self) -> None:
        """Make tables that came into use after the state was made; older code does not look at them."""
        there = {name for (name,) in self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in self.tables():
            if table.table not in there:
                table.create()

    def _create(self) -> None:
        for table in self.tables():
            table.create()
        self._database.execute("CREATE TABLE memory (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
        self._database.execute("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        self._database.execute("INSERT INTO facts VALUES ('salt', ?)", (secrets.token_hex(16),))
        self._database.execute(f"PRAGMA user_version = {SCHEMA}")

    def tables(self) -> tuple[Records[Any], ...]:
        """All tables of records, in order of their names."""
        found = [value for value in vars(self).values() if isinstance(value, Records)]
        return tuple(sorted(found, key=lambda table: table.table))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes of the block become true together at its end, or none of them."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:  # SQLite ends it by itself where the disk is full or fails
                self._database.execute("ROLLBACK")
            raise

    def faults(self) -> tuple[str, ...]:
        """What SQLite's own check finds wrong with the file; empty for a sound one."""
        try:
            found = [str(row[0]) for row in self._database.execute("PRAGMA integrity_check")]
        except sqlite3.DatabaseError as error:
            return (str(error),)
        return () if found == ["ok"] else tuple(found)

    def close(self) -> None:
        """Free the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def last_night(self) -> date | None:
        """The day of the newest whole night, or None before the first."""
        (newest,) = self._database.execute("SELECT max(day) FROM nights").fetchone()
        return date.fromisoformat(newest) if newest else None

    def memory(self) -> Iterator[tuple[str, bytes]]:
        """What grouping remembers, in order of keys."""
        yield from self._database.execute("SELECT key, value FROM memory ORDER BY key")

    def remember(self, rows: Iterable[tuple[str, bytes]], forget: Iterable[str] = ()) -> None:
        """Write rows of grouping's memory and drop those it no longer needs."""
        self._database.executemany("DELETE FROM memory WHERE key = ?", ((key,) for key in forget))
        self._database.executemany("INSERT OR REPLACE INTO memory VALUES (?, ?)", rows)

    def unprinted(self) -> tuple[str, ...]:
        """Stories whose pages are not yet as the state says, sorted."""
        return tuple(json.loads(self.fact("unprinted") or "[]"))

    def mark_unprinted(self, stories: Iterable[str]) -> None:
        """Remember that the pages of ``stories`` must be printed; a crash between night and site forgets none."""
        self.set_fact("unprinted", json.dumps(sorted({*self.unprinted(), *stories})))

    def unprinted_nights(self) -> tuple[date, ...]:
        """The nights since the pages were last printed, oldest first."""
        since = self.fact("printed") or ""
        return tuple(night.day for night in self.nights.all() if night.day.isoformat() > since)

    def printed(self) -> None:
        """Remember that every page is as the state says."""
        self.set_fact("unprinted", "[]")
        newest = self.last_night()
        if newest is not None:
            self.set_fact("printed", newest.isoformat())

    def facts(self) -> Iterator[tuple[str, str]]:
        """All single values, in order of names."""
        yield from self._database.execute("SELECT name, value FROM facts ORDER BY name")

    def fact(self, name: str) -> str | None:
        """A single remembered value, such as the salt."""
        row = self._database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Remember a single value."""
        self._database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
