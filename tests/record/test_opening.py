from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from onrecord.errors import RecordError
from onrecord.record import open_record
from onrecord.vocabulary import Article

from .invented import read

ARTICLE = Article("a.txt", "Ada said it rained.")


def run_sql(path: Path, *commands: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for command in commands:
            connection.execute(command)


def test_a_record_is_one_file_once_it_is_closed(tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as record:
        read(record, ARTICLE)
    assert [path.name for path in tmp_path.iterdir()] == ["onrecord.db"]


def test_what_was_read_is_there_when_the_record_is_opened_again(tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as record:
        read(record, ARTICLE)
    with open_record(tmp_path / "onrecord.db", create=False) as record:
        assert [kept.article for kept in record.reader.articles()] == [ARTICLE]


def test_a_sqlite_url_names_the_same_file_as_its_path(tmp_path: Path) -> None:
    with open_record(f"sqlite:///{tmp_path}/onrecord.db") as record:
        assert record.path == tmp_path / "onrecord.db"


def test_a_relative_location_is_not_lost_when_the_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_record("onrecord.db") as record:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert read(record, ARTICLE) == ["read"]


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("postgresql://host/onrecord", "only kind of record this version supports"),
        ("https://host/onrecord.db", "only kind of record this version supports"),
        ("sqlite://", "names no file"),
        ("sqlite:///", "names no file"),
    ],
)
def test_a_location_that_is_no_file_is_refused(location: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        open_record(location)


def test_opening_without_creating_finds_no_record_and_makes_none(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="found no record"):
        open_record(tmp_path / "onrecord.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_left_by_a_killed_process_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "onrecord.db").touch()
    with pytest.raises(RecordError, match="found no record"):
        open_record(tmp_path / "onrecord.db", create=False)
    with open_record(tmp_path / "onrecord.db") as record:
        assert read(record, ARTICLE) == ["read"]


def test_a_blank_database_becomes_a_record(tmp_path: Path) -> None:
    run_sql(tmp_path / "onrecord.db", "PRAGMA journal_mode = WAL")
    with pytest.raises(RecordError, match="found no record"):
        open_record(tmp_path / "onrecord.db", create=False)
    with open_record(tmp_path / "onrecord.db") as record:
        assert read(record, ARTICLE) == ["read"]


def test_a_folder_or_a_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="found a folder"):
        open_record(tmp_path)
    with pytest.raises(RecordError, match="make the folder"):
        open_record(tmp_path / "absent" / "onrecord.db")


def test_a_name_that_the_system_cannot_open_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened"):
        open_record(tmp_path / ("x" * 300))


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all, this is no database.")
    with pytest.raises(RecordError, match="no database"):
        open_record(letter)
    assert letter.read_text() == "Dear all, this is no database."


def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    run_sql(other, "CREATE TABLE articles (headline TEXT)")
    before = other.read_bytes()
    with pytest.raises(RecordError, match="database of another program"):
        open_record(other)
    assert other.read_bytes() == before


def test_a_record_of_a_newer_schema_is_refused_by_an_older_program(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    open_record(path).close()
    run_sql(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match=r"schema 9999, written by a newer OnRecord.*update OnRecord"):
        open_record(path)


def test_a_damaged_record_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    open_record(path).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8000)
    with pytest.raises(RecordError, match="found damage"):
        open_record(path)


def test_an_up_to_date_record_opens_without_loading_alembic(tmp_path: Path) -> None:
    open_record(tmp_path / "onrecord.db").close()
    code = (
        "import sys; from onrecord.record import open_record; "
        f"open_record({str(tmp_path / 'onrecord.db')!r}).close(); "
        "assert not [name for name in sys.modules if name.startswith('alembic')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_reader_has_no_way_to_write(tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as record:
        reading = record.reader._reading
        with reading.connect() as connection, pytest.raises(RecordError, match="readonly"):
            connection.execute(sa.text("DELETE FROM articles"))


@pytest.fixture
def protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record in a folder that may not be written to, as far as we ask: root, who runs tests, may write anywhere."""
    path = tmp_path / "100% sure? #1" / "onrecord.db"
    path.parent.mkdir()
    with open_record(path) as record:
        read(record, ARTICLE)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    return path


def test_a_record_that_may_not_be_written_can_be_shown_and_nothing_is_made_beside_it(protected: Path) -> None:
    with open_record(protected, create=False) as record:
        assert [kept.article for kept in record.reader.articles()] == [ARTICLE]
        assert len(record.reader.search("rained")) == 1
        assert list(record.judgements.all()) == []
        assert [path.name for path in protected.parent.iterdir()] == ["onrecord.db"]


def test_what_another_process_is_writing_is_seen_though_we_may_not_write(protected: Path) -> None:
    with open_record(protected) as writer:
        read(writer, Article("b.txt", "Bert said it snowed."))  # stands in the write-ahead log as yet
        with open_record(protected, create=False) as record:
            assert record.reader.counts().articles == 2
