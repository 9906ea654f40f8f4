"""Removing an article for good: its text, its versions, what was read and what was judged in it; one line stays.

The log of judgements is append-only, and its triggers see to it. This is the one place that lifts them, for as long as
one transaction takes, because an article that has to go has to go with every quotation of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.anchored import other_of
from onrecord.record.judgements import Judgement, Subject, from_row, to_row


def remove(writing: sa.Engine, ref: str, lines: tuple[Judgement, ...]) -> None:
    """Delete every version of the article under `ref`, and keep `lines`: that it was removed, when, by whom and why.

    What was linked goes too, and is to be made anew. The file is packed afterwards, so that no deleted text is left in it.
    """
    articles, outcomes, judgements = schema.articles, schema.outcomes, schema.judgements
    ids = sa.select(articles.c.id).where(articles.c.ref == ref)
    with writing.begin() as connection:
        with _log_open(connection):
            connection.execute(
                judgements.delete().where(judgements.c.undoes.is_not(None), judgements.c.article_ref == ref)
            )
            connection.execute(judgements.delete().where(judgements.c.article_ref == ref))
            beside = _quoting_beside(connection, ref)
            connection.execute(judgements.delete().where(judgements.c.undoes.in_(beside)))
            connection.execute(judgements.delete().where(judgements.c.id.in_(beside)))
        connection.execute(schema.readings.delete().where(schema.readings.c.article.in_(ids)))
        connection.execute(outcomes.delete().where(outcomes.c.ref == ref))
        connection.execute(articles.delete().where(articles.c.ref == ref))
        for table in schema.linked_tables:
            connection.execute(table.delete())
        for line in lines:
            connection.execute(judgements.insert().values(to_row(line)))
    _pack(writing)


def _quoting_beside(connection: sa.Connection, ref: str) -> list[str]:
    """Decisions on other articles' parties, claims or changes that quote this one beside them."""
    judgements = schema.judgements
    query = judgements.select().where(judgements.c.subject_kind.in_((Subject.PARTY, Subject.CLAIM, Subject.CHANGE)))
    others = ((row.id, other_of(from_row(row))) for row in connection.execute(query))
    return [id_ for id_, other in others if other and other.evidence and other.evidence.article_ref == ref]


@contextmanager
def _log_open(connection: sa.Connection) -> Iterator[None]:
    name = "judgements_refuse_delete"
    trigger = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).scalar_one()
    connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    connection.exec_driver_sql(trigger)


def _pack(writing: sa.Engine) -> None:
    """Have the index forget deleted words, and the file deleted pages."""
    with writing.begin() as connection:
        for index in ("article_search", "statement_search"):
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    with writing.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
