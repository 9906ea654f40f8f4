"""What linking remembers, kept in the record: notes under a kind and a name, and lines of numbers in an order."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa

from onrecord.record.sqlite import explained

Entry = tuple[int, int]


class Remembered(Protocol):
    """What became other in a memory. notes: by kind and name, None where one is forgotten. entered, left: by line."""

    @property
    def notes(self) -> Mapping[str, Mapping[str, Any]]: ...
    @property
    def entered(self) -> Mapping[str, Collection[Entry]]: ...
    @property
    def left(self) -> Mapping[str, Collection[Entry]]: ...


class Shelf:
    """Looks up notes and lines, as they are when it is first asked; closed and asked again, as they are then.

    Satisfies what linking asks of a shelf; `put_away` writes. Linking asks thousands of small questions in a row, so these
    go to the driver itself, on one connection.
    """

    def __init__(self, reading: sa.Engine) -> None:
        self._reading = reading
        self._path = Path(reading.url.database or "")
        self._open: sa.Connection | None = None
        self._driver: Any = None

    def close(self) -> None:
        """Let go of the record."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def notes(self, kind: str, names: Sequence[str]) -> dict[str, Any]:
        """Those of these notes that there are."""
        return _values(self._ask(_SOME_NOTES, kind, json.dumps(names)))

    def everything(self, kind: str) -> dict[str, Any]:
        """All notes of a kind."""
        return _values(self._ask(_ALL_NOTES, kind))

    def before(self, key: str, place: Entry, most: int, skip: int = 0) -> list[Entry]:
        """At most so many entries that stand before a place, the nearest last; skip: so many of the nearest are left out."""
        return self._ask(_BEFORE, number_of(key), *place, most, skip)[::-1]

    def after(self, key: str, place: Entry, most: int) -> list[Entry]:
        """At most so many entries that stand behind a place, the nearest first."""
        return self._ask(_AFTER, number_of(key), *place, most)

    def between(self, key: str, first: Entry, last: Entry) -> list[Entry]:
        """The entries from one place to another, both included."""
        return self._ask(_BETWEEN, number_of(key), *first, *last)

    def heads(self, keys: Sequence[str], most: int) -> dict[str, list[Entry]]:
        """At most so many entries from the beginning of each of these lines, where there are any."""
        return {key: found for key in keys if (found := self._ask(_HEAD, number_of(key), most))}

    def _ask(self, question: str, *values: str | int) -> list[Any]:
        if self._open is None:
            self._open = self._reading.connect()
            self._open.exec_driver_sql("SELECT 1")  # from here on all answers are of one state
            self._driver = self._open.connection.driver_connection
        try:
            found: list[Any] = self._driver.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise explained(self._path, error) from error
        return found


def put_away(connection: sa.Connection, remembered: Remembered) -> None:
    """Write what became other in a memory. One more article changes thousands of notes: they go to the driver itself."""
    for kind, told in sorted(remembered.notes.items()):
        _many(connection, _FORGET, [(kind, name) for name in sorted(told) if told[name] is None])
        _many(connection, _NOTE, [(kind, name, *_row(told[name])) for name in sorted(told) if told[name] is not None])
    _many(connection, _LEAVE, _entries(remembered.left))
    _many(connection, _ENTER, _entries(remembered.entered))


def _many(connection: sa.Connection, statement: str, rows: list[Any]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def number_of(key: str) -> int:
    """A line's key as a number, which takes less room."""
    return int.from_bytes(
        hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def _entries(lines: Mapping[str, Collection[Entry]]) -> list[tuple[int, int, int]]:
    numbered = {number_of(key): entries for key, entries in lines.items() if entries}
    return [(key, *entry) for key in sorted(numbered) for entry in sorted(numbered[key])]


def _values(rows: list[tuple[str, str | None, bytes | None]]) -> dict[str, Any]:
    """The values of notes by name; all JSON is read as one, which takes a third of the time."""
    told = iter(json.loads(f"[{','.join(told for _, told, _ in rows if told is not None)}]"))
    return {name: raw if is_told is None else next(told) for name, is_told, raw in rows}


def _row(value: Any) -> tuple[str | None, bytes | None]:
    return (None, value) if isinstance(value, bytes) else (_write(value), None)


_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_SOME_NOTES = (
    "SELECT name, told, raw FROM link_notes WHERE kind = ? AND name IN (SELECT value FROM json_each(?)) ORDER BY name"
)
_ALL_NOTES = "SELECT name, told, raw FROM link_notes WHERE kind = ? ORDER BY name"
_ENTRIES = "SELECT moment, number FROM link_lines WHERE key = ?"
_HEAD = f"{_ENTRIES} ORDER BY moment, number LIMIT ?"
_BEFORE = f"{_ENTRIES} AND (moment, number) < (?, ?) ORDER BY moment DESC, number DESC LIMIT ? OFFSET ?"
_AFTER = f"{_ENTRIES} AND (moment, number) > (?, ?) ORDER BY moment, number LIMIT ?"
_BETWEEN = f"{_ENTRIES} AND (moment, number) BETWEEN (?, ?) AND (?, ?) ORDER BY moment, number"

_FORGET = "DELETE FROM link_notes WHERE kind = ? AND name = ?"
_NOTE = (
    "INSERT INTO link_notes (kind, name, told, raw) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (kind, name) DO UPDATE SET told = excluded.told, raw = excluded.raw"
)
_LEAVE = "DELETE FROM link_lines WHERE key = ? AND moment = ? AND number = ?"
_ENTER = "INSERT INTO link_lines (key, moment, number) VALUES (?, ?, ?)"
