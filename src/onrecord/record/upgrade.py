"""Bringing a record to the newest schema. Imported only when a record is new or old: alembic takes a while to load."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from onrecord.errors import RecordError
from onrecord.record import schema, sqlite
from onrecord.record.schema import HEAD, stored_revision


def upgrade(path: Path, engine: sa.Engine, found: str | None) -> None:
    """Run the migrations that are missing, all in one transaction, after a backup if the record holds anything.

    Raises RecordError if `found` is a revision that this code does not know.
    """
    config = migrations()
    if found is not None:
        _check_known(path, config, found)
        _back_up_what_it_holds(path, engine, found)
    with engine.begin() as connection:
        # Another process may have done it while this one waited for the lock.
        if stored_revision(connection) != HEAD:
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)


def migrations() -> Config:
    """Alembic's settings for the migrations shipped in this package."""
    config = Config()
    config.set_main_option("script_location", "onrecord.record:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _check_known(path: Path, config: Config, found: str) -> None:
    try:
        ScriptDirectory.from_config(config).get_revision(found)
    except CommandError as error:
        raise RecordError(
            f"{path}: found a record of schema {found}, written by a newer OnRecord; expected schema {HEAD} or older; "
            "update OnRecord, or use another record"
        ) from error


def _back_up_what_it_holds(path: Path, engine: sa.Engine, found: str) -> None:
    with engine.connect() as connection:
        held = [connection.scalar(sa.select(sa.exists(table.select()))) for table in schema.kept_tables]
    if any(held):
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        sqlite.back_up(path, path.with_name(f"{path.name}.schema-{found}-{moment}.backup"))
