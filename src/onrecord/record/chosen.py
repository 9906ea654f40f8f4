"""Full text over what people chose: statements that they added, or for which they chose other words.

These stand in no table but in the log of judgements, so they are indexed when they are asked for, in memory, by the same
tokenizer: they are few beside what the machine read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.judgements import is_in_force
from onrecord.record.overlay import ADDED, SPANS
from onrecord.record.rows import is_newest, statements_by_id
from onrecord.record.standing import overlaid
from onrecord.vocabulary import ArticleId, Statement

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""As in migrations/versions/0002: what is found there is found here."""

Found = tuple[Statement, tuple[str | None, str] | None]
"""A statement, and its source and content with marks around what matched."""


def search_chosen(connection: sa.Connection, expression: str | None, open_: str, close: str) -> list[Found]:
    """The statements of newest versions whose words people chose, that match; all of them without an expression."""
    articles, judgements = schema.articles, schema.judgements
    query = sa.select(judgements.c.article_ref, judgements.c.new).where(
        judgements.c.field.in_((ADDED, SPANS)), is_in_force()
    )
    told = connection.execute(query).all()
    if not told:
        return []
    # Only articles in which something matches are laid over; what is told as JSON has the words in it.
    likely = {told[n].article_ref for n, *_ in _matching([("", row.new or "") for row in told], expression)}
    ids = connection.scalars(sa.select(articles.c.id).where(articles.c.ref.in_(likely), is_newest()))
    layers = overlaid(connection, [ArticleId(id_) for id_ in ids])
    standing = [statement for layer in layers.values() for statement in layer.statements]
    read = statements_by_id(connection, (statement.id for statement in standing))
    chosen = [statement for statement in standing if statement.id not in read]
    of_texts = sa.select(articles.c.id, articles.c.text).where(articles.c.id.in_(list(layers)))
    texts = {ArticleId(row.id): row.text for row in connection.execute(of_texts)}
    indexed = [
        (
            each.source.of(texts[each.article]) if each.source else None,
            "\n".join(piece.of(texts[each.article]) for piece in each.content),
        )
        for each in chosen
    ]
    marked = _matching(indexed, expression, open_, close)
    return [(chosen[n], (source, content) if expression else None) for n, source, content in marked]


def _matching(
    rows: Sequence[tuple[str | None, str]], expression: str | None, open_: str = "", close: str = ""
) -> Iterable[tuple[int, str | None, str]]:
    """Those of these pairs of texts that match, by place, the best first, with marks around what matched."""
    if expression is None:
        return [(n, *row) for n, row in enumerate(rows)]
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE found USING fts5(source_text, content_text, tokenize='{TOKENIZER}')")
        memory.executemany("INSERT INTO found(rowid, source_text, content_text) VALUES (?, ?, ?)",
                           ((n, *row) for n, row in enumerate(rows)))  # fmt: skip
        query = "SELECT rowid, highlight(found, 0, ?, ?), highlight(found, 1, ?, ?) FROM found WHERE found MATCH ? "
        return memory.execute(query + "ORDER BY rank", (open_, close, open_, close, expression)).fetchall()
