"""What one call of the command works with; a test passes its own reader in."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import typer

from onrecord.settings import Settings, build_settings

if TYPE_CHECKING:
    from onrecord.pipeline import Reader


def load_shipped_reader() -> Reader:
    """The model that comes with the package."""
    from onrecord.attribution import load_reader  # takes a moment to load, which `show` and `search` need not wait for

    return load_reader()


@dataclass(frozen=True, slots=True)
class Session:
    """How to get a reader, what the environment says, and what was set for all commands."""

    load_reader: Callable[[], Reader] = load_shipped_reader
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    record: str | None = None
    as_json: bool = False

    @classmethod
    def of(cls, context: typer.Context, record: str | None = None, as_json: bool = False) -> Session:
        """The session of this call; an option after the command wins over the same one before it."""
        session = context.obj if isinstance(context.obj, Session) else cls()
        return replace(
            session,
            record=record if record is not None else session.record,
            as_json=as_json or session.as_json,
        )

    def settings(self, threads: int | None = None, workers: int | None = None) -> Settings:
        """Where to work and how; raises SettingsError for what cannot be used."""
        return build_settings(self.environment, record=self.record, threads=threads, workers=workers)
