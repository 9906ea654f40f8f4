"""What linking remembers, kept in the record: notes under a kind and a name, and lines of numbers in an order."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.rows import IDS_AT_ONCE, batched

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

    Satisfies what linking asks of a shelf; `put_away` writes.
    """

    def __init__(self, reading: sa.Engine) -> None:
        self._reading = reading
        self._open: sa.Connection | None = None

    def close(self) -> None:
        """Let go of the record."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @property
    def _connection(self) -> sa.Connection:
        if self._open is None:
            self._open = self._reading.connect()  # thousands of small questions in a row: one connection for all
        return self._open

    def notes(self, kind: str, names: Sequence[str]) -> dict[str, Any]:
        """Those of these notes that there are."""
        notes, found = schema.link_notes, {}
        for some in batched(names, IDS_AT_ONCE):
            rows = self._connection.execute(_NOTES.where(notes.c.kind == kind, notes.c.name.in_(some)))
            found.update({name: _value(told, raw) for name, told, raw in rows})
        return found

    def everything(self, kind: str) -> dict[str, Any]:
        """All notes of a kind."""
        rows = self._connection.execute(_NOTES.where(schema.link_notes.c.kind == kind))
        return {name: _value(told, raw) for name, told, raw in rows}

    def before(self, key: str, place: Entry, most: int) -> list[Entry]:
        """At most so many entries that stand before a place, the nearest last."""
        return self._looked_up(_BEFORE, key, place, most)[::-1]

    def after(self, key: str, place: Entry, most: int) -> list[Entry]:
        """At most so many entries that stand behind a place, the nearest first."""
        return self._looked_up(_AFTER, key, place, most)

    def _looked_up(self, query: sa.Select[Any], key: str, place: Entry, most: int) -> list[Entry]:
        values = {"key": number_of(key), "moment": place[0], "number": place[1], "most": most}
        return [(moment, number) for moment, number in self._connection.execute(query, values)]

    def heads(self, keys: Sequence[str], most: int) -> dict[str, list[Entry]]:
        """At most so many entries from the beginning of each of these lines, where there are any."""
        numbered = {number_of(key): key for key in keys}
        found: dict[str, list[Entry]] = defaultdict(list)
        for some in batched(sorted(numbered), IDS_AT_ONCE):
            lines = schema.link_lines.select().where(schema.link_lines.c.key.in_(some)).add_columns(_RANK).subquery()
            rows = self._connection.execute(lines.select().where(lines.c.rank <= most).order_by(lines.c.rank))
            for key, moment, number, _ in rows:
                found[numbered[key]].append((moment, number))
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


_NOTES = sa.select(schema.link_notes.c.name, schema.link_notes.c.told, schema.link_notes.c.raw)
_FORGET = schema.link_notes.delete().where(
    schema.link_notes.c.kind == sa.bindparam("of"), schema.link_notes.c.name == sa.bindparam("called")
)
_LEAVE = schema.link_lines.delete().where(
    *(column == sa.bindparam(f"a_{column.name}") for column in schema.link_lines.c)
)
_ENTRIES = sa.select(schema.link_lines.c.moment, schema.link_lines.c.number).where(
    schema.link_lines.c.key == sa.bindparam("key")
)
_PLACE = sa.tuple_(schema.link_lines.c.moment, schema.link_lines.c.number)
_GIVEN = sa.tuple_(sa.bindparam("moment", type_=sa.BigInteger), sa.bindparam("number", type_=sa.BigInteger))
_RANK = (
    sa.func.row_number()
    .over(partition_by=schema.link_lines.c.key, order_by=(schema.link_lines.c.moment, schema.link_lines.c.number))
    .label("rank")
)
_BEFORE = (
    _ENTRIES.where(_PLACE < _GIVEN)
    .order_by(schema.link_lines.c.moment.desc(), schema.link_lines.c.number.desc())
    .limit(sa.bindparam("most"))
)
_AFTER = (
    _ENTRIES.where(_PLACE > _GIVEN)
    .order_by(schema.link_lines.c.moment, schema.link_lines.c.number)
    .limit(sa.bindparam("most"))
)
