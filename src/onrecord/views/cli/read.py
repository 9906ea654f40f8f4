"""`onrecord read`: articles into the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.views.cli import terminal
from onrecord.views.cli.options import (
    InputsArgument,
    JsonOption,
    PublishedOption,
    RecordOption,
    ThreadsOption,
    WorkersOption,
)
from onrecord.views.cli.session import Session

if TYPE_CHECKING:
    from onrecord.views.summary import Summary

SOME_UNREAD = 1
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


def read(
    ctx: typer.Context,
    inputs: InputsArgument,
    published: PublishedOption = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet, for input that does not say so.")
    ] = None,
    byline: Annotated[
        str | None, typer.Option(metavar="NAMES", help="The authors, for input that does not say so.")
    ] = None,
    threads: ThreadsOption = None,
    workers: WorkersOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read articles into the record.

    Reads text (.txt, .md), saved web pages (.html), PDF, JSON Lines (.jsonl, .jsonl.gz), folders of these, and web
    addresses. The same article again adds nothing, but corrects what is said of it: a date given wrongly is replaced. A
    changed text is kept as a new version beside the old one.

    What cannot be read is listed at the end with its reason and never stops the rest. Stop at any time with Ctrl-C:
    what was read is kept, and the same command goes on from there.
    """
    from onrecord.articles import Defaults
    from onrecord.views.cli.reading import read_inputs

    session = Session.of(ctx, record, as_json)
    defaults = Defaults(published=published, publisher=publisher, byline=byline)
    summary = read_inputs(session, session.settings(threads, workers), inputs, defaults)
    say_summary(summary, as_json=session.as_json)
    if summary.is_interrupted:
        raise typer.Exit(INTERRUPTED)
    if summary.unread:
        raise typer.Exit(SOME_UNREAD)


def say_summary(summary: Summary, *, as_json: bool) -> None:
    """What became of the input, for people or for programs."""
    if as_json:
        terminal.say_json(summary.row())
        return
    for line in summary.lines():
        terminal.say(line)
