"""`onrecord demo`: the sample articles read, and the affair in them at a glance."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.errors import SettingsError
from onrecord.views import present
from onrecord.views.affair import Affair, ChangeShown
from onrecord.views.cli import changes, claims, conflicts, telling, terminal
from onrecord.views.cli.options import JsonOption, RecordOption
from onrecord.views.cli.read import INTERRUPTED, SOME_UNREAD, say_summary
from onrecord.views.cli.session import Session
from onrecord.views.cli.show import listing
from onrecord.vocabulary import Article, Statement

if TYPE_CHECKING:
    from onrecord.record import ArticleVersion, RecordReader
    from onrecord.views.report import Dossier
    from onrecord.views.summary import Summary

DEMO_RECORD = Path("demo", "onrecord.db")
REPORT = "report"

MOST_CHANGES, MOST_CONFLICTS, MOST_CLAIMS = 3, 2, 3
"""How much of each is shown: all of it together on about two screens."""
SHORT_QUOTE = 180


@dataclass(frozen=True, slots=True)
class Told:
    """One article of the demo with what was said in it."""

    listed: present.Listed
    article: Article
    statements: tuple[Statement, ...]
    parties: present.Parties


def demo(ctx: typer.Context, record: RecordOption = None, as_json: JsonOption = False) -> None:
    """Read the sample articles and show the affair in them at a glance.

    The samples are an invented affair. Makes a fresh record each time, demo/onrecord.db, unless --record names another;
    a record there that holds anything else is left alone. Beside it comes the report, in the folder report.
    """
    from onrecord.articles import Defaults
    from onrecord.record import open_record
    from onrecord.views.cli.reading import read_inputs
    from onrecord.views.report import gather_dossier, write_report

    session = Session.of(ctx, record, as_json)
    # ONRECORD_RECORD is where the user's own work is: the samples do not belong there unasked.
    session = replace(session, record=session.record or str(_fresh_record()))
    settings = session.settings()
    with _samples() as samples:
        summary = read_inputs(session, settings, [str(samples)], Defaults())
    if summary.is_interrupted:
        say_summary(summary, as_json=session.as_json)
        raise typer.Exit(INTERRUPTED)
    with open_record(settings.record, create=False) as opened, opened.reader.snapshot() as reader:
        told = tell(reader) if session.as_json else []
        dossier = gather_dossier(Affair(reader))
    files = write_report(dossier, Path(settings.record).parent / REPORT)
    if session.as_json:
        terminal.say_json(demo_row(summary, told, dossier, files))
    else:
        say_demo(summary, dossier, files["html"], settings.record)
    if summary.unread:
        raise typer.Exit(SOME_UNREAD)


def tell(reader: RecordReader) -> list[Told]:
    """Every article in the order of publication, with what was said in it."""
    found = [(row, reader.article(row.id)) for row in listing(reader)]
    return [_told(reader, row, kept) for row, kept in found if kept]


def _told(reader: RecordReader, row: present.Listed, kept: ArticleVersion) -> Told:
    statements = present.said(reader.statements(kept.article.id))
    return Told(row, kept.article, statements, reader.parties_named_by(statements))


def demo_row(summary: Summary, told: Sequence[Told], dossier: Dossier, files: Mapping[str, Path]) -> present.Row:
    """The demo for programs."""
    return {
        "reading": summary.row(),
        "articles": [
            {
                "article": asdict(each.listed),
                "statements": [
                    present.statement_row(statement, each.article, each.parties) for statement in each.statements
                ],
            }
            for each in told
        ],
        "changes": [each.row for each in dossier.changes.things],
        "conflicts": [each.row() for each in dossier.conflicts.things],
        "claims": [claims.row(each) for each in dossier.claims.things],
        "report": {name: str(path) for name, path in files.items()},
    }


def say_demo(summary: Summary, dossier: Dossier, report: Path, record: str) -> None:
    """The demo for people: what was read, who changed, what is in conflict, who stands where, and what to try next."""
    for line in summary.lines():
        terminal.say(line)
    if dossier.changes.things:
        _say_heading("Who changed position", MOST_CHANGES, dossier.changes.total)
        for change in _most_telling(dossier.changes.things):
            changes.say_one(change, SHORT_QUOTE)
    if dossier.conflicts.things:
        _say_heading("Where accounts stand against each other", MOST_CONFLICTS, dossier.conflicts.total)
        for conflict in dossier.conflicts.things[:MOST_CONFLICTS]:
            conflicts.say_one(conflict, 2, SHORT_QUOTE)
    if dossier.claims.things:
        _say_heading("What is claimed, and who stood where when", MOST_CLAIMS, dossier.claims.total)
        for claim in dossier.claims.things[:MOST_CLAIMS]:
            claims.say_one(claim, 4)
    terminal.say_styled(("All of it on one page, to read and to print: ", "bold"), str(report))
    terminal.say()
    for line in _next_steps(record):
        terminal.say(line)


def _say_heading(what: str, shown: int, total: int) -> None:
    some = f"  {shown} of {total}" if total > shown else ""
    terminal.say()
    terminal.say_styled((what.upper(), "bold"), telling.quiet(some))
    terminal.say()


def _most_telling(found: Sequence[ChangeShown]) -> Sequence[ChangeShown]:
    """The changes on what is spoken of most, in the order of time."""
    ranked = sorted(range(len(found)), key=lambda n: (-found[n].claim.statements, n))[:MOST_CHANGES]
    return [found[n] for n in sorted(ranked)]


def _samples() -> AbstractContextManager[Path]:
    return as_file(files("onrecord").joinpath("samples"))


def _fresh_record() -> Path:
    """Where the demo reads to, with what an earlier demo left there taken away.

    Raises SettingsError if the folder cannot be used, or something else than a demo lies there.
    """
    try:
        DEMO_RECORD.parent.mkdir(exist_ok=True)
        if DEMO_RECORD.exists():
            _check_only_samples(DEMO_RECORD)
        for ending in ("", "-wal", "-shm"):
            DEMO_RECORD.with_name(DEMO_RECORD.name + ending).unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(
            f"{DEMO_RECORD}: found that it cannot be made ({error.strerror}); expected a folder to make it in; "
            "run the demo elsewhere, or name another record with --record"
        ) from error
    return DEMO_RECORD


def _check_only_samples(path: Path) -> None:
    """Raise an error of ours unless the record holds nothing but what a demo reads into it."""
    from onrecord.articles import collect
    from onrecord.record import open_record

    with _samples() as samples:
        ours = {item.ref for item in collect([str(samples)])}
    with open_record(path) as opened:
        others = {outcome.ref for outcome in opened.reader.outcomes()} - ours
        is_judged = any(True for _ in opened.judgements.all())
    if others or is_judged:
        what = "a person's judgements" if is_judged else present.count_of(len(others), "other input")
        raise SettingsError(
            f"{path}: found a record with {what}; expected nothing there but an earlier demo, which would be replaced; "
            "move it away, or name another record with --record"
        )


def _next_steps(record: str) -> tuple[str, ...]:
    command = _own_name()
    return (
        "Try next:",
        f"  {command} who Valcourt --record {record}",
        f"  {command} show 3 --record {record}",
        f"  {command} timeline --record {record}",
        f"  {command} serve --record {record}",
        f"  {command} read YOUR-ARTICLES    (files, folders or web addresses, into onrecord.db)",
    )


def _own_name() -> str:
    """How this command is called from here: after `make demo` it is in .venv and not on the path."""
    return "onrecord" if shutil.which("onrecord") else ".venv/bin/onrecord"
