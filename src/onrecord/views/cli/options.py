"""The options that several commands share, worded once."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord import __version__


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
