"""Opening a record: is there one, is it ours, is it of this schema; then its reader, its writer, its judgements, its links."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

import sqlalchemy as sa

from onrecord.errors import RecordError
from onrecord.record import sqlite
from onrecord.record.judgements import Judgement, JudgementLog
from onrecord.record.links import LinkKeeper
from onrecord.record.reader import RecordReader
from onrecord.record.removal import remove
from onrecord.record.schema import HEAD, stored_revision
from onrecord.record.writer import RecordWriter


class Record:
    """An open record. Use as a context manager, or call `close`."""

    def __init__(self, path: Path, writing: sa.Engine, reading: sa.Engine) -> None:
        self.path = path
        self.reader = RecordReader(reading)
        self.writer = RecordWriter(writing, reading)
        self.judgements = JudgementLog(writing, reading)
        self.links = LinkKeeper(writing, reading, self.reader, self.judgements)
        self._engines = (writing, reading)

    def remove(self, ref: str, lines: tuple[Judgement, ...]) -> None:
        """Delete an article for good; `lines` are what stays of it: that it was removed, when, by whom and why."""
        remove(self._engines[0], ref, lines)

    def close(self) -> None:
        """Let go of the file; the last to do so folds the write-ahead log back into it."""
        for engine in self._engines:
            engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_record(location: str | Path, *, create: bool = True) -> Record:
    """Open the record at a path or sqlite:/// URL; make one where there is none, unless `create` is False.

    A record of an older schema is upgraded first, with a backup beside it if it holds anything.
    Raises RecordError if the location is no record of ours, is of a newer schema, or cannot be made.
    """
    path = record_path(location)
    is_there = _check_file(path, create=create)
    writing, reading = sqlite.writing_engine(path), sqlite.reading_engine(path)
    try:
        found = _schema_of(path, reading) if is_there else None
        if found is None and not create:
            raise _no_record(path)
        if found != HEAD:
            _bring_to_head(path, writing, found)
    except BaseException:
        writing.dispose()
        reading.dispose()
        raise
    return Record(path, writing, reading)


def record_path(location: str | Path) -> Path:
    """The file that a path or a sqlite:/// URL stands for."""
    if isinstance(location, Path) or "://" not in location:
        return Path(location).expanduser().absolute()
    scheme, _, rest = location.partition("://")
    if scheme != "sqlite":
        raise RecordError(
            f"found the record location {scheme}://…; expected a file or a sqlite:/// URL, "
            "the only kind of record this version supports; give the path of a file"
        )
    if len(rest) < 2 or not rest.startswith("/"):
        raise RecordError(f"found {location!r}, which names no file; expected sqlite:///FILE; give the path of a file")
    return Path(rest[1:]).expanduser().absolute()


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether there is a database at `path`. An empty file counts as none: a process killed at once leaves one."""
    try:
        if path.is_dir():
            raise RecordError(f"{path}: found a folder; expected the file of a record; name a file in it")
        if path.exists() and path.stat().st_size > 0:
            if not sqlite.starts_like_a_database(path):
                raise RecordError(
                    f"{path}: found a file that is no database; expected a record made by OnRecord; "
                    "name another file, and leave this one as it is"
                )
            return True
    except OSError as error:
        raise RecordError(
            f"{path}: found that it cannot be opened ({error.strerror}); "
            "expected a file of yours; check its permissions"
        ) from error
    if not create:
        raise _no_record(path)
    if not path.parent.is_dir():
        raise RecordError(f"{path}: found no folder {path.parent}; expected one to make the record in; make the folder")
    return False


def _no_record(path: Path) -> RecordError:
    return RecordError(
        f"{path}: found no record; expected one made by `onrecord read`; read some articles first, or name another file"
    )


def _schema_of(path: Path, reading: sa.Engine) -> str | None:
    """The schema revision of the database; None if it is still blank. Raises RecordError if it is not ours."""
    with reading.connect() as connection:
        mark = sqlite.application_id(connection)
        if mark == 0 and not sa.inspect(connection).get_table_names():
            return None
        if mark == sqlite.APPLICATION_ID:
            return stored_revision(connection)
    raise RecordError(
        f"{path}: found the database of another program; expected a record made by OnRecord; "
        "name another file, and leave this one as it is"
    )


def _bring_to_head(path: Path, writing: sa.Engine, found: str | None) -> None:
    from onrecord.record.upgrade import upgrade  # alembic takes a while to load, and most records need none of it

    if found is None:
        sqlite.use_write_ahead_log(path)
    upgrade(path, writing, found)
