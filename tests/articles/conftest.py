"""What the article tests share: the path to the writers of invented input (evaluation/), and a way to read bytes.

Most tests build their own three sentences inline; take a fixture only for files, folders and the local server.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.articles import Limits, collect
from onrecord.vocabulary import Article, Refusal

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "evaluation"))

ReadBytes = Callable[..., list[Article | Refusal]]


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """Write bytes under a name, and read that file."""

    def read(name: str, data: bytes, **options: Limits) -> list[Article | Refusal]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(collect([str(path)], **options))

    return read
