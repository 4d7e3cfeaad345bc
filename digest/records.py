"""One SQLite table of one kind of frozen dataclass: the columns that are asked by, and the record as JSON."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
Glance = TypeVar("Glance")

_ASK_AT_ONCE = 500
"""Keys in one statement; SQLite's own limit is 999 on old builds."""


class Records(Generic[T]):
    """A keyed table of ``kind``.

    ``columns`` maps column names to what they hold of a record; the first one is the key, all others are indexed.
    Records come back equal to what was put, in order of their keys. Table and column names are ours, never input.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        table: str,
        kind: type[T],
        columns: Mapping[str, Callable[[T], str | None]],
    ) -> None:
        self.database = database
        self.table = table
        self.kind = kind
        self.columns = columns
        self.key = next(iter(columns))
        self._decode = msgspec.json.Decoder(kind).decode

    def create(self) -> None:
        """Make the table and its indexes where they are missing."""
        names = ", ".join(f'"{name}" TEXT' for name in self.columns if name != self.key)
        columns = f'"{self.key}" TEXT PRIMARY KEY, ' + (names + ", " if names else "") + "record BLOB NOT NULL"
        self.database.execute(f'CREATE TABLE IF NOT EXISTS "{self.table}" ({columns}) WITHOUT ROWID')
        for name in list(self.columns)[1:]:
            index = f"{self.table}_{name}"
            self.database.execute(f'CREATE INDEX IF NOT EXISTS "{index}" ON "{self.table}" ("{name}")')

    def put(self, values: Iterable[T]) -> None:
        """Write records, replacing those of the same key."""
        holes = ", ".join("?" for _ in range(len(self.columns) + 1))
        rows = ((*(of(value) for of in self.columns.values()), msgspec.json.encode(value)) for value in values)
        self.database.executemany(f'INSERT OR REPLACE INTO "{self.table}" VALUES ({holes})', rows)  # noqa: S608 - our names

    def get(self, key: str) -> T | None:
        """The record of ``key``, or None."""
        return next(iter(self.where(self.key, (key,))), None)

    def where(self, column: str, keys: Iterable[str]) -> tuple[T, ...]:
        """The records whose ``column`` is one of ``keys``, in order of the table's key."""
        wanted = sorted(set(keys))
        found: list[tuple[str, bytes]] = []
        for start in range(0, len(wanted), _ASK_AT_ONCE):
            part = wanted[start : start + _ASK_AT_ONCE]
            holes = ", ".join("?" for _ in part)
            statement = f'SELECT "{self.key}", record FROM "{self.table}" WHERE "{column}" IN ({holes})'  # noqa: S608 - our names
            found.extend(self.database.execute(statement, part))
        return tuple(self._decode(record) for _, record in sorted(found))

    def all(self) -> Iterator[T]:
        """Every record, in order of keys."""
        for (record,) in self.database.execute(f'SELECT record FROM "{self.table}" ORDER BY "{self.key}"'):  # noqa: S608 - our names
            yield self._decode(record)

    def glances(self, kind: type[Glance]) -> Iterator[Glance]:
        """Every record, in order of keys, as a ``kind`` that has some of its fields; the others are passed over."""
        decode = msgspec.json.Decoder(kind).decode
        for (record,) in self.database.execute(f'SELECT record FROM "{self.table}" ORDER BY "{self.key}"'):  # noqa: S608 - our names
            yield decode(record)

    def all_keys(self) -> tuple[str, ...]:
        """The keys of all records, in order; the records themselves are not read."""
        return tuple(key for (key,) in self.database.execute(f'SELECT "{self.key}" FROM "{self.table}" ORDER BY 1'))  # noqa: S608 - our names

    def having(self, column: str) -> tuple[T, ...]:
        """The records whose ``column`` holds something, in order of keys."""
        statement = f'SELECT record FROM "{self.table}" WHERE "{column}" IS NOT NULL ORDER BY "{self.key}"'  # noqa: S608 - our names
        return tuple(self._decode(record) for (record,) in self.database.execute(statement))

    def counts(self, column: str) -> dict[str, int]:
        """How many records have each value of ``column``; the records themselves are not read."""
        return dict(self.database.execute(f'SELECT "{column}", count(*) FROM "{self.table}" GROUP BY "{column}"'))  # noqa: S608 - our names

    def drop(self, keys: Iterable[str]) -> None:
        """Remove the records of ``keys``."""
        self.database.executemany(f'DELETE FROM "{self.table}" WHERE "{self.key}" = ?', ((key,) for key in keys))  # noqa: S608 - our names

    def drop_where(self, column: str, value: str) -> None:
        """Remove the records whose ``column`` is ``value``."""
        self.database.execute(f'DELETE FROM "{self.table}" WHERE "{column}" = ?', (value,))  # noqa: S608 - our names

    def replace(self, values: Iterable[T]) -> None:
        """Make the table hold just ``values``."""
        kept = tuple(values)
        self.database.execute(f'DELETE FROM "{self.table}"')  # noqa: S608 - our names
        self.put(kept)
