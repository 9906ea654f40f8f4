"""`onrecord export`: the record as files for other tools."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from onrecord.errors import SettingsError
from onrecord.views.cli import terminal
from onrecord.views.cli.gathering import refresh_links
from onrecord.views.cli.options import JsonOption, RecordOption
from onrecord.views.cli.session import Session
from onrecord.views.exporting import Format, check_kind, write_files, write_streams
from onrecord.views.present import KINDS, count_of


def export(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND|all", help=f"What to export: all, or {', '.join(KINDS)}.", show_default=False)
    ],
    form: Annotated[
        Format, typer.Option("--format", metavar="jsonl|csv", help="JSON Lines, or a table with a heading row.")
    ] = Format.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder for the files, one a kind, made if need be. Without it one kind goes to standard output.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the record as files for other tools.

    Every file is UTF-8 and has every field of its kind, also where nothing is known yet; offsets count characters of
    the article's text. The same record gives the same bytes.
    """
    from onrecord.record import open_record

    session = Session.of(ctx, record, as_json)
    kinds = check_kind(kind)
    if output is None and len(kinds) > 1:
        raise SettingsError(
            "--output: found none; expected a folder, since all kinds do not fit into one stream; "
            "give one: onrecord export all --output DIR"
        )
    with open_record(session.settings().record, create=False) as opened:
        refresh_links(opened)
        if output is None:
            with _standard_output() as stream:
                write_streams(opened.reader, {kinds[0]: stream}, form)
            return
        counts = write_files(opened.reader, kinds, form, output)
    files = [{"kind": name, "file": str(output / f"{name}.{form.value}"), "rows": counts[name]} for name in kinds]
    if session.as_json:
        terminal.say_json({"files": files})
        return
    for file in files:
        terminal.say(f"{file['file']}: {count_of(counts[str(file['kind'])], 'row')}")


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output as the bytes of a file: UTF-8 and untouched line ends, whatever the terminal's own are."""
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise  # whoever reads has read enough (`| head`): no fault to speak of
    except OSError as error:
        raise SettingsError(
            f"standard output: found that it cannot be written ({error.strerror}); expected room for the rows; "
            "make some, or name a folder with --output"
        ) from error
    finally:
        stream.detach()
