"""What linking remembers, kept in the record: notes under a kind and a name, and lines of numbers in an order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.sqlite import errors_explained

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

    def close(self) -> None:
        """Let go of the record."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def notes(self, kind: str, names: Sequence[str]) -> dict[str, Any]:
        """Those of these notes that there are."""
        return {name: _value(told, raw) for name, told, raw in self._ask(_SOME_NOTES, kind, json.dumps(names))}

    def everything(self, kind: str) -> dict[str, Any]:
        """All notes of a kind."""
        return {name: _value(told, raw) for name, told, raw in self._ask(_ALL_NOTES, kind)}

    def before(self, key: str, place: Entry, most: int) -> list[Entry]:
        """At most so many entries that stand before a place, the nearest last."""
        return self._ask(_BEFORE, number_of(key), *place, most)[::-1]

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
        driver = self._open.connection.driver_connection
        assert driver is not None
        with errors_explained(self._path):
            found: list[Any] = driver.execute(question, values).fetchall()
        return found


def put_away(connection: sa.Connection, remembered: Remembered) -> None:
    """Write what became other in a memory."""
    notes, lines = schema.link_notes, schema.link_lines
    for kind, told in remembered.notes.items():
        keys = [{"of": kind, "called": name} for name in told]
        rows = [{"kind": kind, "name": name, **_row(value)} for name, value in told.items() if value is not None]
        if keys:
            connection.execute(_FORGET, keys)
        if rows:
            connection.execute(notes.insert(), rows)
    if left := _entries(remembered.left):
        connection.execute(_LEAVE, [{f"a_{name}": value for name, value in entry.items()} for entry in left])
    if entered := _entries(remembered.entered):
        connection.execute(lines.insert(), entered)


def number_of(key: str) -> int:
    """A line's key as a number, which takes less room."""
    return int.from_bytes(
        hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def _entries(lines: Mapping[str, Collection[Entry]]) -> list[dict[str, int]]:
    numbered = {number_of(key): entries for key, entries in lines.items() if entries}
    return [
        {"key": key, "moment": moment, "number": number}
        for key in sorted(numbered)
        for moment, number in sorted(numbered[key])
    ]


def _value(told: str | None, raw: bytes | None) -> Any:
    return json.loads(told) if told is not None else raw


def _row(value: Any) -> dict[str, Any]:
    if isinstance(value, bytes):
        return {"told": None, "raw": value}
    return {"told": json.dumps(value, ensure_ascii=False, separators=(",", ":")), "raw": None}


_SOME_NOTES = (
    "SELECT name, told, raw FROM link_notes WHERE kind = ? AND name IN (SELECT value FROM json_each(?)) ORDER BY name"
)
_ALL_NOTES = "SELECT name, told, raw FROM link_notes WHERE kind = ? ORDER BY name"
_ENTRIES = "SELECT moment, number FROM link_lines WHERE key = ?"
_HEAD = f"{_ENTRIES} ORDER BY moment, number LIMIT ?"
_BEFORE = f"{_ENTRIES} AND (moment, number) < (?, ?) ORDER BY moment DESC, number DESC LIMIT ?"
_AFTER = f"{_ENTRIES} AND (moment, number) > (?, ?) ORDER BY moment, number LIMIT ?"
_BETWEEN = f"{_ENTRIES} AND (moment, number) BETWEEN (?, ?) AND (?, ?) ORDER BY moment, number"

_FORGET = schema.link_notes.delete().where(
    schema.link_notes.c.kind == sa.bindparam("of"), schema.link_notes.c.name == sa.bindparam("called")
)
_LEAVE = schema.link_lines.delete().where(
    *(column == sa.bindparam(f"a_{column.name}") for column in schema.link_lines.c)
)
