"""Rows of the record as the values that every stage speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.vocabulary import (
    Article,
    ArticleId,
    Form,
    Kind,
    PublishedFrom,
    Run,
    Span,
    Statement,
    StatementId,
    in_text_order,
)

AnyRow: TypeAlias = "sa.Row[*tuple[Any, ...]]"
"""A row of whatever columns; its values are looked up by name."""


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """An article as the record holds it. version counts from 1 under each reference; run is what read it last."""

    article: Article
    version: int
    is_newest: bool
    run: Run


def is_newest() -> sa.ColumnElement[bool]:
    """The condition that a row of `articles` is the newest version under its reference."""
    others = schema.articles.alias("others")
    newest = sa.select(sa.func.max(others.c.version)).where(others.c.ref == schema.articles.c.ref)
    return schema.articles.c.version == newest.correlate(schema.articles).scalar_subquery()


def select_versions() -> sa.Select[Any]:
    """Article versions with what read them: add conditions and order, then `to_version` each row."""
    articles, readings, runs = schema.articles, schema.readings, schema.runs
    return (
        sa.select(articles, is_newest().label("is_newest"), runs.c.model, runs.c.code)
        .join(readings, readings.c.article == articles.c.id)
        .join(runs, runs.c.id == readings.c.run)
    )


def to_version(row: AnyRow) -> ArticleVersion:
    """One row of `select_versions` as a value."""
    article = Article(
        ref=row.ref,
        text=row.text,
        url=row.url,
        publisher=row.publisher,
        title=row.title,
        byline=row.byline,
        published=row.published,
        published_from=PublishedFrom(row.published_from) if row.published_from else None,
        modified=row.modified,
    )
    return ArticleVersion(article, row.version, bool(row.is_newest), Run(row.model, row.code))


def statements_of(connection: sa.Connection, article: ArticleId) -> tuple[Statement, ...]:
    """The statements of one article version, in text order, outer before nested."""
    return in_text_order(_statements(connection, schema.statements.c.article == article))


def statements_by_id(connection: sa.Connection, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
    """The statements with these ids."""
    return {s.id: s for s in _statements(connection, schema.statements.c.id.in_(tuple(ids)))}


def _statements(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Statement]:
    statements, spans = schema.statements, schema.spans
    pieces: dict[tuple[str, str], list[Span]] = defaultdict(list)
    span_rows = (
        sa.select(spans)
        .join(statements, statements.c.id == spans.c.statement)
        .where(condition)
        .order_by(spans.c.statement, spans.c.role, spans.c.piece)
    )
    for row in connection.execute(span_rows):
        pieces[row.statement, row.role].append(Span(row.start_char, row.end_char))
    columns = (statements.c.id, statements.c.article, statements.c.form, statements.c.kind, statements.c.nested_in)
    return [
        Statement(
            article=ArticleId(row.article),
            source=next(iter(pieces[row.id, "source"]), None),
            cue=next(iter(pieces[row.id, "cue"]), None),
            content=tuple(pieces[row.id, "content"]),
            form=Form(row.form),
            kind=Kind(row.kind) if row.kind else None,
            nested_in=StatementId(row.nested_in) if row.nested_in else None,
        )
        for row in connection.execute(sa.select(*columns).where(condition))
    ]
