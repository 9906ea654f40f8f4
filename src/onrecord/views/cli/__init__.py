"""The `onrecord` command. One command a file; each parses, calls one function, and presents what it gives."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from onrecord.errors import OnRecordError
from onrecord.views.cli import dates, demo, evaluate, export, read, search, show
from onrecord.views.cli.options import JsonOption, RecordOption, VersionOption
from onrecord.views.cli.session import Session

# In the order of the help text, which is the order in which a newcomer needs them.
COMMANDS = (read.read, show.show, search.search, dates.dates, export.export, demo.demo, evaluate.evaluate)

WRONG_USE = 2


class _Commands(TyperGroup):
    """Turns every error of ours into one line and an exit status, for whichever command raised it."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            typer.echo(f"onrecord: {error}", err=True)
            raise typer.Exit(WRONG_USE) from error


def build_app() -> typer.Typer:
    """The command line as a value; tests call it in process, with a session of their own as `obj`."""
    app = typer.Typer(
        name="onrecord",
        cls=_Commands,
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(onrecord)
    for command in COMMANDS:
        app.command(name=command.__name__)(command)
    return app


def onrecord(
    ctx: typer.Context, record: RecordOption = None, as_json: JsonOption = False, version: VersionOption = False
) -> None:
    """Keep the record of who said what.

    OnRecord reads news articles and keeps every statement in them: whose words they are, how they were put, and the
    exact characters they stand on. Everything stays in one file on this computer.

    Begin with: onrecord read ARTICLES, then: onrecord show
    """
    ctx.obj = Session.of(ctx, record, as_json)


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character of an article must not end the command.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    build_app()()
