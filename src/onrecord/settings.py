"""What the user may set, as one value built once at the edge, from options, ONRECORD_* variables and defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import SettingsError

DEFAULT_RECORD = "onrecord.db"

# Past this many threads SQLite's single writer and Python's own lock eat what another core would bring.
MOST_DEFAULT_THREADS = 8


# Three workers and this process stay below a gigabyte together.
MOST_DEFAULT_WORKERS = 3

ONE_THREAD_A_PRODUCT = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""What tells numpy's libraries, before they are loaded, to multiply in one thread. Articles are read side by side; more threads for a
product of theirs wait for one another by spinning, which costs 16 % of what the rules take (LOG.md 2026-11-30)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is, how many articles are read at once, and in how many processes beside this one."""

    record: str = DEFAULT_RECORD
    threads: int = 1
    workers: int = 0

    def __post_init__(self) -> None:
        if not self.record.strip():
            raise SettingsError(
                "the record: found an empty name; expected a file or a URL; give one with --record FILE"
            )
        if self.threads < 1:
            raise SettingsError(f"threads: found {self.threads}; expected 1 or more; leave it out for one per core")
        if self.workers < 0:
            raise SettingsError(f"workers: found {self.workers}; expected 0 or more; leave it out for what suits")


def build_settings(
    environment: Mapping[str, str],
    *,
    record: str | None = None,
    threads: int | None = None,
    workers: int | None = None,
) -> Settings:
    """Options win over the environment, the environment over defaults. Raises SettingsError for what cannot be used."""
    if threads is None:
        threads = _number(environment, "ONRECORD_THREADS", min(_usable_cores(), MOST_DEFAULT_THREADS))
    if workers is None:
        # this process reads too
        workers = _number(environment, "ONRECORD_WORKERS", min(max(threads - 1, 0), MOST_DEFAULT_WORKERS))
    return Settings(
        record=record if record is not None else environment.get("ONRECORD_RECORD") or DEFAULT_RECORD,
        threads=threads,
        workers=workers,
    )


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise SettingsError(f"{name}: found {value!r}; expected a whole number; unset it for what suits") from None


def _usable_cores() -> int:
    # In a container or under taskset fewer cores may be ours than the machine has.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
