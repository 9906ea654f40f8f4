"""`onrecord demo`: the sample articles read, and what they say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.errors import SettingsError
from onrecord.views import present
from onrecord.views.cli import terminal
from onrecord.views.cli.options import JsonOption, RecordOption
from onrecord.views.cli.read import INTERRUPTED, SOME_UNREAD, say_summary
from onrecord.views.cli.session import Session
from onrecord.views.cli.show import listing, statement_list
from onrecord.views.marks import mark_text
from onrecord.vocabulary import Article, Statement

if TYPE_CHECKING:
    from onrecord.record import ArticleVersion, RecordReader
    from onrecord.views.summary import Summary

DEMO_RECORD = Path("demo", "onrecord.db")


@dataclass(frozen=True, slots=True)
class Told:
    """One article of the demo with what was said in it."""

    listed: present.Listed
    article: Article
    statements: tuple[Statement, ...]
    parties: present.Parties


def demo(ctx: typer.Context, record: RecordOption = None, as_json: JsonOption = False) -> None:
    """Read the sample articles and show who said what.

    The samples are an invented affair. Makes a fresh record each time, demo/onrecord.db, unless --record names another;
    a record there that holds anything else is left alone.
    """
    from onrecord.articles import Defaults
    from onrecord.record import open_record
    from onrecord.views.cli.reading import read_inputs

    session = Session.of(ctx, record, as_json)
    # ONRECORD_RECORD is where the user's own work is: the samples do not belong there unasked.
    session = replace(session, record=session.record or str(_fresh_record()))
    settings = session.settings()
    with _samples() as samples:
        summary = read_inputs(session, settings, [str(samples)], Defaults())
    if summary.is_interrupted:
        say_summary(summary, as_json=session.as_json)
        raise typer.Exit(INTERRUPTED)
    with open_record(settings.record, create=False) as opened:
        told = tell(opened.reader)
    if session.as_json:
        terminal.say_json(demo_row(summary, told))
    else:
        say_demo(summary, told, settings.record)
    if summary.unread:
        raise typer.Exit(SOME_UNREAD)


def tell(reader: RecordReader) -> list[Told]:
    """Every article in the order of publication, with what was said in it."""
    found = [(row, reader.article(row.id)) for row in listing(reader)]
    return [_told(reader, row, kept) for row, kept in found if kept]


def _told(reader: RecordReader, row: present.Listed, kept: ArticleVersion) -> Told:
    statements = present.said(reader.statements(kept.article.id))
    return Told(row, kept.article, statements, reader.parties_named_by(statements))


def demo_row(summary: Summary, told: Sequence[Told]) -> present.Row:
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
    }


def say_demo(summary: Summary, told: Sequence[Told], record: str) -> None:
    """The demo for people: what was read, by outlet, what was said, one article marked, and what to try next."""
    for line in summary.lines():
        terminal.say(line)
    terminal.say()
    terminal.say_table(("outlet", "articles", "statements", "words"), _outlets(told))
    for each in told:
        terminal.say()
        for line in _article_lines(each):
            terminal.say(line)
    if told:
        _say_example(_densest(told))
    terminal.say()
    for line in _next_steps(record):
        terminal.say(line)


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


def _outlets(told: Sequence[Told]) -> Iterator[tuple[str, int, int, int]]:
    for outlet in sorted({each.listed.publisher or "(not known)" for each in told}):
        ours = [each for each in told if (each.listed.publisher or "(not known)") == outlet]
        yield (
            outlet,
            len(ours),
            sum(len(each.statements) for each in ours),
            sum(each.listed.words for each in ours),
        )


def _article_lines(told: Told) -> Iterator[str]:
    yield " · ".join(filter(None, (told.listed.publisher, told.listed.title)))
    for statement in told.statements:
        indent = "    " if statement.nested_in else "  "
        yield f"{indent}{present.sentence(statement, told.article.text, told.parties)}"


def _densest(told: Sequence[Told]) -> Told:
    """The article with the most statements for its length: the one that shows best what marking is."""
    return max(told, key=lambda each: len(each.statements) / each.listed.words)


def _say_example(told: Told) -> None:
    terminal.say()
    for line in present.heading(told.article, told.listed.version):
        terminal.say(line)
    terminal.say()
    terminal.say_marked(mark_text(told.article.text, told.statements))
    terminal.say()
    for line in statement_list(told.statements, told.article.text, told.parties):
        terminal.say(line)


def _next_steps(record: str) -> tuple[str, ...]:
    command = _own_name()
    return (
        "Try next:",
        f"  {command} show --record {record}",
        f"  {command} show 3 --record {record}",
        f"  {command} search warned --speaker Valcourt --record {record}",
        f"  {command} export all --output demo/export --record {record}",
        f"  {command} read YOUR-ARTICLES    (files, folders or web addresses, into onrecord.db)",
    )


def _own_name() -> str:
    """How this command is called from here: after `make demo` it is in .venv and not on the path."""
    return "onrecord" if shutil.which("onrecord") else ".venv/bin/onrecord"
