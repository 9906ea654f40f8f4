"""A gold set: articles, what people marked in them, and how a reading of them is measured."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from onrecord.errors import EvaluationError
from onrecord.quality.score import Score
from onrecord.vocabulary import Article, Reading, Statement

Readings = Mapping[str, Reading]
"""What was read of each article, by its reference."""


def statements_in(readings: Readings, article: Article) -> tuple[Statement, ...]:
    """The statements read in an article; none where it was not read."""
    reading = readings.get(article.ref)
    return reading.statements if reading else ()


class Measuring(Protocol):
    """Compares readings of a set's articles with its gold."""

    def __call__(self, readings: Readings) -> Mapping[str, Score]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """Files of a gold set whose digest is pinned as one. name: what they are called wherever they lie."""

    name: str
    files: tuple[Path, ...]

    @property
    def digest(self) -> str:
        """sha-256 over the names and bytes of the files."""
        digest = hashlib.sha256()
        for path in sorted(self.files):
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles with gold. name: what floors are pinned under. about: one line for people."""

    name: str
    about: str
    parts: tuple[Part, ...]
    articles: tuple[Article, ...]
    measure: Measuring


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, packed or not. Raises EvaluationError if it is none."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, ValueError) as error:
        raise EvaluationError(
            f"{path}: found what cannot be read ({error}); expected gold data as JSON Lines; get a sound copy"
        ) from error
