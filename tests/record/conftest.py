"""`record` is a fresh one in a temporary folder. Articles are written inline where their words matter."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record import Record, open_record


@pytest.fixture(scope="session")
def blank_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied for each test, since running the migrations takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "onrecord.db"
    open_record(path).close()
    return path


@pytest.fixture
def record(tmp_path: Path, blank_record: Path) -> Iterator[Record]:
    shutil.copy(blank_record, tmp_path / "onrecord.db")
    with open_record(tmp_path / "onrecord.db") as opened:
        yield opened
