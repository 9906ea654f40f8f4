"""Lists to leaf through: articles and what was not read, a page at a time, with how many there are in all.

Whatever the record holds, a page of a list costs what stands on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.rows import is_newest
from onrecord.record.search import Filters, article_conditions
from onrecord.vocabulary import UNREAD, ArticleId, Kind, Outcome, Result


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """The newest version of an article without its text. statements: how many things are said in it."""

    id: ArticleId
    ref: str
    url: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    published: str | None
    version: int
    words: int
    statements: int


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: so many, after so many."""

    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ListedArticles:
    """A page of the list, and how many articles there are in all."""

    articles: tuple[ListedArticle, ...]
    total: int


def list_articles(connection: sa.Connection, filters: Filters, page: Page) -> ListedArticles:
    """Articles, the latest published first, undated ones last."""
    articles = schema.articles
    conditions = (is_newest(), *article_conditions(filters))
    chosen = sa.select(*(articles.c[name] for name in _COLUMNS)).where(*conditions)
    order = (articles.c.published.is_(None), articles.c.published.desc(), articles.c.ref)
    rows = connection.execute(chosen.order_by(*order).limit(page.limit).offset(page.offset)).all()
    total = connection.scalar(sa.select(sa.func.count()).select_from(articles).where(*conditions)) or 0
    counts = _statements_in(connection, [row.id for row in rows])
    found = (ListedArticle(**dict(row._mapping), statements=counts.get(row.id, 0)) for row in rows)
    return ListedArticles(tuple(found), total)


_COLUMNS = ("id", "ref", "url", "publisher", "title", "byline", "published", "version", "words")


def _statements_in(connection: sa.Connection, ids: list[str]) -> dict[str, int]:
    statements = schema.statements
    query = (
        sa.select(statements.c.article, sa.func.count())
        .where(statements.c.article.in_(ids), sa.func.coalesce(statements.c.kind, "") != Kind.THOUGHT.value)
        .group_by(statements.c.article)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def list_publishers(connection: sa.Connection) -> tuple[tuple[str, int], ...]:
    """Who published articles of the record, and how many, the most first."""
    articles = schema.articles
    count = sa.func.count()
    query = (
        sa.select(articles.c.publisher, count)
        .where(is_newest(), articles.c.publisher.is_not(None))
        .group_by(articles.c.publisher)
        .order_by(count.desc(), articles.c.publisher)
    )
    return tuple((publisher, number) for publisher, number in connection.execute(query))


def list_unread(connection: sa.Connection, limit: int) -> Iterator[Outcome]:
    """Inputs that never became an article, and why, by reference."""
    outcomes, articles = schema.outcomes, schema.articles
    query: sa.Select[Any] = (
        sa.select(outcomes)
        .where(
            outcomes.c.result.in_([result.value for result in UNREAD]),
            outcomes.c.ref.not_in(sa.select(articles.c.ref)),
        )
        .order_by(outcomes.c.ref, outcomes.c.id)
        .limit(limit)
    )
    for row in connection.execute(query):
        yield Outcome(row.ref, Result(row.result), row.statements, row.words, row.detail)
