"""`onrecord report`: a dossier to send and to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.views.cli import terminal
from onrecord.views.cli.gathering import gathered, wanted_of
from onrecord.views.cli.options import (
    JsonOption,
    PartyOption,
    QueryArgument,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.views.cli.session import Session
from onrecord.views.present import count_of


def report(
    ctx: typer.Context,
    query: QueryArgument = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder for the files, made if need be.")
    ] = Path("report"),
    with_articles: Annotated[
        bool,
        typer.Option(
            "--with-articles/--without-articles",
            help="Whether the texts of the articles come with it: every line then leads to its words in them, and "
            "else to the original page, where that has an address.",
        ),
    ] = True,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a dossier to send and to print.

    Writes report.html, one page with everything in it (the affair at a glance, changes, conflicts, positions over time,
    contacts, the timeline, and where every line stands in the articles), and the same as report.md.
    """
    from onrecord.views.report import gather_dossier, write_report

    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        dossier = gather_dossier(affair)
    files = write_report(dossier, output, with_articles=with_articles)
    if session.as_json:
        counts = {
            name: getattr(dossier, name).total for name in ("claims", "conflicts", "changes", "contacts", "timeline")
        }
        terminal.say_json({"files": {name: str(path) for name, path in files.items()}, **counts})
        return
    known = (
        count_of(dossier.claims.total, "claim"),
        count_of(dossier.changes.total, "change"),
        count_of(dossier.conflicts.total, "conflict"),
        count_of(len(dossier.sources), "source"),
    )
    terminal.say(f"{files['html']}: {', '.join(known)}")
    terminal.say(f"{files['markdown']}: the same in Markdown")
