"""`onrecord show`: one article with its statements marked, or the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import SettingsError
from onrecord.views import pasting, present
from onrecord.views.cli import terminal
from onrecord.views.cli.options import JsonOption, RecordOption
from onrecord.views.cli.session import Session
from onrecord.views.marks import mark_text, numbered
from onrecord.vocabulary import Statement

if TYPE_CHECKING:
    from onrecord.record import ArticleVersion, RecordReader


def show(
    ctx: typer.Context,
    article: Annotated[
        str | None,
        typer.Argument(
            metavar="ARTICLE",
            help="Which article: its reference or id, or its number in the list, or the beginning of a reference or "
            "id. A reference that is itself a number goes before the number in the list.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show an article with its statements marked.

    Without ARTICLE, list the articles. On a terminal sources are cyan, cues yellow and contents green, statements
    within statements underlined. Elsewhere, and where NO_COLOR is set, brackets say the same:
    [1 source: ...] [1 cue: ...] [1 content: ...]
    """
    from onrecord.record import open_record

    session = Session.of(ctx, record, as_json)
    settings = session.settings()
    with open_record(settings.record, create=False) as opened:
        if article is None:
            show_listing(opened.reader, as_json=session.as_json)
        else:
            show_article(opened.reader, find_article(opened.reader, article), as_json=session.as_json)


def find_article(reader: RecordReader, name: str) -> ArticleVersion:
    """The article that a person means by `name`. Raises SettingsError if there is none."""
    if name.isdecimal():
        refs = [row.ref for row in listing(reader)]
        by_number = {str(number): ref for number, ref in enumerate(refs, 1)}
        if name not in refs:
            name = by_number.get(name, name)
    found = reader.article(name) or _by_label(reader, name)
    if found is None:
        raise SettingsError(
            f"ARTICLE: found none called {name!r} in the record; expected a number, a reference or an id; "
            "list them with: onrecord show"
        )
    return found


def _by_label(reader: RecordReader, name: str) -> ArticleVersion | None:
    """The only article that answers call by this name: the name of its file, without the folders."""
    refs = [row.ref for row in listing(reader) if present.ref_label(row.ref) == name]
    return reader.article(refs[0]) if len(refs) == 1 else None


def listing(reader: RecordReader) -> list[present.Listed]:
    """The articles in the order of publication; an article's place in it, from 1, is its number."""
    with reader.snapshot() as snapshot:
        rows = [
            present.listed(kept.article, kept.version, len(snapshot.statements(kept.article.id)))
            for kept in snapshot.articles()
        ]
    return sorted(rows, key=lambda row: (row.published or "", row.ref))


def show_listing(reader: RecordReader, *, as_json: bool) -> None:
    """List the articles."""
    rows = listing(reader)
    if as_json:
        terminal.say_json({"articles": [asdict(row) for row in rows]})
        return
    if not rows:
        terminal.say("The record holds no articles yet. Read some with: onrecord read ARTICLES")
        return
    terminal.say_table(
        ("", "published", "publisher", "title", "statements", "reference"),
        [
            (number, present.day_label(row.published), row.publisher, row.title, row.statements, row.ref)
            for number, row in enumerate(rows, 1)
        ],
    )


def show_article(reader: RecordReader, kept: ArticleVersion, *, as_json: bool) -> None:
    """Show one article, marked, then the list of its statements."""
    statements = present.said(reader.statements(kept.article.id))
    parties = reader.parties_named_by(statements)
    if as_json:
        terminal.say_json(
            {
                "article": present.article_row(kept.article, kept.version),
                "statements": [present.statement_row(statement, kept.article, parties) for statement in statements],
            }
        )
        return
    for line in present.heading(kept.article, kept.version):
        terminal.say(line)
    terminal.say()
    terminal.say_marked(mark_text(kept.article.text, statements))
    terminal.say()
    for line in statement_list(statements, kept.article.text, parties):
        terminal.say(line)


def statement_list(statements: Sequence[Statement], text: str, parties: present.Parties) -> list[str]:
    """The statements in lines, with the numbers that they have in the marked text."""
    if not statements:
        return ["No statements were found in it."]
    numbers = numbered(statements)
    lines = [f"{present.count_of(len(statements), 'statement')}:"]
    for statement in statements:
        outer = numbers.get(statement.nested_in) if statement.nested_in else None
        within = f" (within {outer})" if outer else ""
        lines.append(f"{numbers[statement.id]:>4}  {pasting.sentence(statement, text, parties)}{within}")
    return lines
