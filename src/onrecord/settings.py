"""What the user may set, as one value built once at the edge, from options, ONRECORD_* variables and defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import SettingsError

DEFAULT_RECORD = "onrecord.db"

# Past this many threads SQLite's single writer and Python's own lock eat what another core would bring.
MOST_DEFAULT_THREADS = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is, and how many articles are read at once."""

    record: str = DEFAULT_RECORD
    threads: int = 1

    def __post_init__(self) -> None:
        if not self.record.strip():
            raise SettingsError(
                "the record: found an empty name; expected a file or a URL; give one with --record FILE"
            )
        if self.threads < 1:
            raise SettingsError(f"threads: found {self.threads}; expected 1 or more; leave it out for one per core")


def build_settings(
    environment: Mapping[str, str], *, record: str | None = None, threads: int | None = None
) -> Settings:
    """Options win over the environment, the environment over defaults. Raises SettingsError for what cannot be used."""
    return Settings(
        record=record if record is not None else environment.get("ONRECORD_RECORD") or DEFAULT_RECORD,
        threads=threads if threads is not None else _threads(environment.get("ONRECORD_THREADS")),
    )


def _threads(value: str | None) -> int:
    if not value:
        return min(_usable_cores(), MOST_DEFAULT_THREADS)
    try:
        return int(value)
    except ValueError:
        raise SettingsError(
            f"ONRECORD_THREADS: found {value!r}; expected a whole number; unset it for one thread per core"
        ) from None


def _usable_cores() -> int:
    # In a container or under taskset fewer cores may be ours than the machine has.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
