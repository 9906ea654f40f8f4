"""What is SQLite's own: connections and their pragmas, the marks of a file, backups. PostgreSQL would get its twin."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from onrecord.errors import RecordError

APPLICATION_ID = 0x4F6E5263
"""Written into the header of our files ("OnRc"), so that another program's file is never taken for a record."""

HEADER = b"SQLite format 3\x00"
BUSY_SECONDS = 30
SWITCH_ATTEMPTS = 300


def writing_engine(path: Path) -> sa.Engine:
    """Connections whose transactions take the write lock when they begin, so that they cannot fail half way for it."""
    url = sa.URL.create("sqlite", database=str(path))
    return _engine(path, url, begin="BEGIN IMMEDIATE", pragmas=("foreign_keys = ON", "synchronous = NORMAL"))


def reading_engine(path: Path) -> sa.Engine:
    """Connections that cannot write, and never wait for who does."""
    url = sa.URL.create("sqlite", database=str(path))
    if _is_at_rest(path):
        # Else SQLite would make its -wal and -shm files first, also for readers, and fail where it may not.
        query = {"uri": "true", "mode": "ro", "immutable": "1"}
        url = sa.URL.create("sqlite", database=path.as_uri(), query=query)
    return _engine(path, url, begin="BEGIN", pragmas=("query_only = ON",))


def _is_at_rest(path: Path) -> bool:
    """Whether we may not write the record, and nobody is writing it: all there is to know is in the one file."""
    is_ours = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return path.exists() and not is_ours and not path.with_name(path.name + "-wal").exists()


def _engine(path: Path, url: sa.URL, *, begin: str, pragmas: tuple[str, ...]) -> sa.Engine:
    # A connection for each thread that asks: one is cheap, and where all are in use a reader would fail, not wait.
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None}, max_overflow=-1)

    @sa.event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _: Any) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    # The driver is told (isolation_level None) not to begin transactions of its own: it would begin them too late.
    @sa.event.listens_for(engine, "begin")
    def begin_transaction(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    @sa.event.listens_for(engine, "handle_error")
    def name_error(context: sa.ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            raise explained(path, context.original_exception) from context.original_exception

    return engine


def explained(path: Path, error: sqlite3.Error) -> RecordError:
    """SQLite's error in the words of ours: what was found, what was expected, what to do."""
    said = str(error)
    if "locked" in said:
        found, expected = f"it held by another process for {BUSY_SECONDS} seconds", "to get hold of it"
        advice = "wait until the other process is done, then try again"
    elif "malformed" in said or "not a database" in said:
        found, expected = f"damage ({said})", "a whole SQLite file"
        advice = "restore it from a backup, or read the articles into a new record"
    else:
        found, expected = f"that SQLite could not go on ({said})", "a file that can be read and written"
        advice = "check free disk space and the permissions of the file and its folder"
    return RecordError(f"{path}: found {found}; expected {expected}; {advice}")


@contextmanager
def errors_explained(path: Path) -> Iterator[None]:
    """Turn the driver's errors into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(path, error) from error


def starts_like_a_database(path: Path) -> bool:
    """Whether the file begins as every SQLite file does."""
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def storable(text: str) -> str:
    """The text itself if SQLite can keep it exactly; else with NUL and halves of surrogate pairs spelt out."""
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


def application_id(connection: sa.Connection) -> int:
    """The mark of the program that made the file; 0 where none was set."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def use_write_ahead_log(path: Path) -> None:
    """Let readers read while one process writes; the file remembers it.

    SQLite does not wait where two switch at once: the one that comes second hears at once that the file is locked.
    """
    with errors_explained(path), closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        for attempt in range(SWITCH_ATTEMPTS):
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or attempt + 1 == SWITCH_ATTEMPTS:
                    raise
                time.sleep(BUSY_SECONDS / SWITCH_ATTEMPTS)


def back_up(path: Path, target: Path) -> None:
    """Copy the whole database; `target` appears only when it is complete."""
    unfinished = target.with_name(target.name + ".unfinished")
    with errors_explained(path):
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
        os.replace(unfinished, target)
