from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from onrecord.record import open_record, sqlite
from onrecord.record.schema import HEAD, metadata
from onrecord.record.upgrade import migrations
from onrecord.vocabulary import Article

from .invented import dump, read

ARTICLES = (Article("a.txt", "Ada said it rained."), Article("b.txt", "Bert denied that Ada said it snowed."))


def downgrade(path: Path, revision: str) -> None:
    config = migrations()
    engine = sqlite.writing_engine(path)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()


def test_the_newest_migration_is_the_schema_that_the_code_expects() -> None:
    assert ScriptDirectory.from_config(migrations()).get_current_head() == HEAD


def test_the_migrations_make_the_tables_that_the_code_describes(tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as record, record.reader._reading.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or "_search" not in name}
        )
        assert compare_metadata(context, metadata) == []


def test_an_older_record_is_upgraded_when_it_is_opened_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path) as record:
        read(record, *ARTICLES)
        before, hits = dump(record), record.reader.search("snowed")
    downgrade(path, "0001")
    with open_record(path) as record:
        assert dump(record) == before
        assert record.reader.search("snowed") == hits
        assert hits


def test_an_older_record_that_holds_something_is_backed_up_first(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path) as record:
        read(record, *ARTICLES)
    downgrade(path, "0001")
    open_record(path).close()
    (backup,) = tmp_path.glob("onrecord.db.schema-0001-*.backup")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_an_older_record_that_holds_nothing_is_not_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    open_record(path).close()
    downgrade(path, "0001")
    open_record(path).close()
    assert [p.name for p in tmp_path.iterdir()] == ["onrecord.db"]


def test_a_migration_that_fails_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "onrecord.db"
    with open_record(path) as record:
        read(record, *ARTICLES)
        before = dump(record)
    downgrade(path, "0001")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda *arguments: (upgrade(*arguments), fail()))
    with pytest.raises(KeyboardInterrupt):
        open_record(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    monkeypatch.undo()
    with open_record(path) as record:
        assert dump(record) == before
