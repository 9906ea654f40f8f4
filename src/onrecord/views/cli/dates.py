"""`onrecord dates`: the time expressions of articles by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from onrecord.views import present
from onrecord.views.cli import terminal
from onrecord.views.cli.options import InputsArgument, JsonOption, PublishedOption
from onrecord.views.cli.read import SOME_UNREAD
from onrecord.views.cli.session import Session
from onrecord.vocabulary import Article, Refusal

if TYPE_CHECKING:
    from onrecord.attribution.when import TimeExpression


def dates(
    ctx: typer.Context,
    inputs: InputsArgument,
    published: PublishedOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the dates and times that articles name.

    For each expression ("late Thursday", "a year earlier") the answer says what it means on the day of publication, which
    days that covers, and what it is reckoned from. Without a day of publication relative ones stay open. Nothing is kept
    in the record. What cannot be read is listed at the end with its reason.
    """
    from onrecord.articles import Defaults, collect
    from onrecord.attribution.when import day_published, find_times

    session = Session.of(ctx, as_json=as_json)
    found: list[tuple[Article, TimeExpression]] = []
    refusals: list[Refusal] = []
    for item in collect(inputs, defaults=Defaults(published=published)):
        if isinstance(item, Refusal):
            refusals.append(item)
            continue
        found += [(item, expression) for expression in find_times(item.text, day_published(item.published))]
    if session.as_json:
        terminal.say_json(
            {
                "dates": [present.time_row(expression, article) for article, expression in found],
                "unread": [{"ref": r.ref, "result": r.result.value, "detail": str(r)} for r in refusals],
            }
        )
    else:
        _show(found, refusals)
    if refusals:
        raise typer.Exit(SOME_UNREAD)


def _show(found: list[tuple[Article, TimeExpression]], refusals: list[Refusal]) -> None:
    if found:
        terminal.say_table(
            ("words", "type", "value", "from", "to", "reckoned from", "article"),
            [
                (
                    present.one_line(expression.span, article.text),
                    expression.meaning.type.value,
                    expression.meaning.value,
                    expression.meaning.days and expression.meaning.days.start.isoformat(),
                    expression.meaning.days and expression.meaning.days.end.isoformat(),
                    expression.meaning.anchor.value,
                    article.ref,
                )
                for article, expression in found
            ],
        )
    terminal.note(f"{present.count_of(len(found), 'time expression')} found.")
    for refusal in refusals:
        terminal.note(str(refusal))
