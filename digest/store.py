"""State behind a handful of tables: one SQLite file, one transaction a night; the commit is the truth."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from digest.errors import StateError, UsageError
from digest.lock import lock
from digest.tables import Tables

FILE = "digest.db"
SCHEMA = 1
"""Version of the tables, kept in the file itself (``user_version``); raised by every change that old code cannot read."""


class Store(Tables):
    """The state of one site. Reads need no transaction; all writes of a night belong in one ``transaction()``."""

    def __init__(self, database: sqlite3.Connection) -> None:
        super().__init__(database)
        self._database = database

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
        except BaseException:
            database.close()
            raise

    @classmethod
    @contextmanager
    def made(cls, state: Path) -> Iterator[Store]:
        """A new state, filled by the block: it stands in the folder ``state`` once the block is done, or not at all.

        Raises UsageError where the folder holds a state, LockedError where a build is at work there.
        """
        with lock(state):
            if (state / FILE).exists():
                taken = "holds a state already; name another folder with --state or move this one away"
                raise UsageError(f"{state}: {taken}")
            unfinished, journal = state / f"{FILE}.unfinished", state / f"{FILE}.unfinished-journal"
            try:
                for left in (unfinished, journal):  # by one that was killed
                    left.unlink(missing_ok=True)
                with closing(sqlite3.connect(unfinished, isolation_level=None)) as database:
                    store = cls._prepare(database)
                    with store.transaction():
                        yield store
                unfinished.replace(state / FILE)
            finally:
                unfinished.unlink(missing_ok=True)

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
            raise StateError(
                f"the state has schema {version} and this Digest knows {SCHEMA}: a newer one wrote it; upgrade Digest, "
                "or restore the site's data/ into another --state with `digest import`"
            )
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
        return tuple(date.fromisoformat(day) for day in self.nights.all_keys() if day > since)

    def unprinted_days(self) -> tuple[date, ...]:
        """Earlier editions whose pages are not as the state says, oldest first."""
        return tuple(map(date.fromisoformat, json.loads(self.fact("unprinted_days") or "[]")))

    def unprint_days(self, days: Iterable[date]) -> None:
        """Remember that the pages of the editions of ``days`` must be printed again."""
        added = {day.isoformat() for day in days}
        if added:
            self.set_fact("unprinted_days", json.dumps(sorted(added.union(map(str, self.unprinted_days())))))

    def unprint_nights(self) -> None:
        """Remember that the pages of every edition must be printed again."""
        self.set_fact("printed", "")

    def begin_publishing(self) -> bool:
        """Remember that pages and site are being changed; tells whether an earlier change of them never ended."""
        broken_off = self.fact("publishing") == "yes"
        with self.transaction():
            self.set_fact("publishing", "yes")
        return broken_off

    def printed(self) -> None:
        """Remember that every page and the site are as the state says."""
        self.set_fact("publishing", "no")
        self.set_fact("unprinted", "[]")
        if self.unprinted_days():
            self.set_fact("unprinted_days", "[]")
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
