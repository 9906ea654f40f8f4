"""The options that several commands share, worded once."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.errors import SettingsError


def day(option: str, value: str | None) -> date | None:
    """The day that a person gave with an option. Raises SettingsError if it is none."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise SettingsError(f"{option}: found {value!r}; expected a day; write it like 2025-05-14") from None


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


InputsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL|-", help="Files, folders, web addresses, or - for standard input.", show_default=False
    ),
]

PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day of publication, for input that does not say so: 2025-05-14."),
]

QueryArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY", help="Only what has all these words.", show_default=False),
]

PartyOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Only where this party is in it: a name, an office or an id.", show_default=False
    ),
]

SinceOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what was said or happened on this day or later: 2025-05-14."),
]

UntilOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only what was said or happened on this day or earlier.")
]

LimitOption = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="At most so many. Without it 20 for people, and all of them with --json."),
]

ThreadsOption = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="How many articles to read at once. Without it ONRECORD_THREADS, or else one per core."
    ),
]

WorkersOption = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        help="How many processes to read in beside this one, where there are 30 articles or more; 0 for none. Without it "
        "ONRECORD_WORKERS, or else one less than --threads, and 3 at most.",
    ),
]

RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="FILE|URL",
        help="The record to work on: a file, or a sqlite:/// URL. Without it ONRECORD_RECORD, or else onrecord.db.",
        show_default=False,
    ),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]

VersionOption = Annotated[
    bool, typer.Option("--version", help="Say which version this is.", callback=_print_version, is_eager=True)
]
