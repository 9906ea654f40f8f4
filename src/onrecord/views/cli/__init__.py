"""The `onrecord` command. One command a file; each parses, calls one function, and presents what it gives."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from typing import Any, TextIO

import typer
from typer.core import TyperGroup

from onrecord.errors import OnRecordError, SettingsError
from onrecord.settings import ONE_THREAD_A_PRODUCT
from onrecord.views.cli import (
    changes,
    claims,
    conflicts,
    contacts,
    dates,
    demo,
    evaluate,
    export,
    origins,
    read,
    report,
    review,
    search,
    serve,
    show,
    terminal,
    timeline,
    who,
)
from onrecord.views.cli.options import JsonOption, RecordOption, VersionOption
from onrecord.views.cli.session import Session

# In the order of the help text, which is the order in which a newcomer needs them.
COMMANDS = (
    read.read,
    show.show,
    who.who,
    claims.claims,
    changes.changes,
    conflicts.conflicts,
    origins.origins,
    contacts.contacts,
    timeline.timeline,
    report.report,
    search.search,
    review.review,
    serve.serve,
    dates.dates,
    export.export,
    demo.demo,
    evaluate.evaluate,
)

WRONG_USE = 2
STOPPED = "stopped; what was kept by then stays in the record"
WANTS_JSON = "onrecord.wants_json"

# What typer raises for an unknown option and the like; it has no name of its own for it.
UsageError: Any = typer.BadParameter.__base__


class _Commands(TyperGroup):
    """Turns every error into one line and an exit status, for whichever command raised it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        # Before anything is parsed: any option may be the one that is wrong, and --json may stand after it.
        ctx.meta[WANTS_JSON] = "--json" in takewhile(lambda argument: argument != "--", args)
        with _errors_told(as_json=ctx.meta[WANTS_JSON]):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        with _errors_told(as_json=ctx.meta[WANTS_JSON]):
            return super().invoke(ctx)


@contextmanager
def _errors_told(*, as_json: bool) -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        _say_error(SettingsError, error.format_message(), as_json=as_json)
        raise  # typer says it on standard error, with the usage
    except OnRecordError as error:
        _say_error(type(error), str(error), as_json=as_json)
        terminal.complain(str(error))
        raise typer.Exit(WRONG_USE) from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # whoever reads has read enough (`| head`): no fault to speak of
        message = (
            f"found that the system would not go on ({error.strerror or error}); "
            "expected room for the answer; see where it goes, and whether that is full"
        )
        _say_error(OSError, message, as_json=as_json)
        terminal.complain(message)
        raise typer.Exit(WRONG_USE) from error
    except KeyboardInterrupt as error:
        terminal.complain(STOPPED)
        raise typer.Exit(read.INTERRUPTED) from error


def _say_error(kind: type[Exception], message: str, *, as_json: bool) -> None:
    if as_json:
        with suppress(OSError):  # standard output may be what failed
            terminal.say_json({"error": {"kind": kind.__name__, "message": message}})


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
    os.environ.update({**ONE_THREAD_A_PRODUCT, **os.environ})
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called us
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 (it stays open as long as we run)
        # A terminal that cannot show a character of an article must not end the command.
        getattr(sys, name).reconfigure(errors="backslashreplace")
    try:
        build_app()()
    except KeyboardInterrupt:
        terminal.complain(STOPPED)
        sys.exit(read.INTERRUPTED)
    finally:
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)


def _let_go(stream: TextIO) -> None:
    """Drop what a stream would not take: Python would try again on its way out, and complain."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
