"""Every statement as the encoder of sentences has it, streamed: who, how, what, and where its vector would be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from onrecord.record import schema
from onrecord.record.rows import IDS_AT_ONCE, batched, is_newest, versions_by_id
from onrecord.record.standing import judged_beside_read, standing_parties_named_by
from onrecord.vocabulary import Kind, StatementId

FloatArray = NDArray[np.float32]
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Uttered:
    """What was said in one statement: who, as its article calls them, how, and what."""

    statement: StatementId
    name: str | None
    cue: str | None
    content: str


def uttered(connection: sa.Connection) -> Iterator[Uttered]:
    """What is said in newest versions, as it was read."""
    statements, articles, spans = schema.statements, schema.articles, schema.spans
    cue = spans.alias("cue")
    speaker, principal = schema.parties.alias("speaker"), schema.parties.alias("principal")
    length = cue.c.end_char - cue.c.start_char
    query = (
        sa.select(
            statements.c.id,
            principal.c.name.label("principal"),
            speaker.c.name.label("speaker"),
            sa.func.substr(articles.c.text, cue.c.start_char + 1, length).label("cue"),
            statements.c.content_text,
        )
        .join(articles, articles.c.id == statements.c.article)
        .outerjoin(speaker, speaker.c.id == statements.c.speaker)
        .outerjoin(principal, principal.c.id == statements.c.on_behalf_of)
        .outerjoin(cue, (cue.c.statement == statements.c.id) & (cue.c.role == "cue") & (cue.c.piece == 0))
        .where(is_newest(), sa.func.coalesce(statements.c.kind, "") != Kind.THOUGHT.value)
    )
    yield from chosen_by_people(connection)
    for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
        content = " … ".join(row.content_text.split("\n"))
        yield Uttered(StatementId(row.id), row.principal or row.speaker, row.cue, content)


def chosen_by_people(connection: sa.Connection) -> Iterator[Uttered]:
    """The same of statements that people added, or chose other words for."""
    statements = judged_beside_read(connection)
    texts = {
        id_: kept.article.text for id_, kept in versions_by_id(connection, {s.article for s in statements}).items()
    }
    names = {id_: party.name for id_, party in standing_parties_named_by(connection, statements).items()}
    for each in statements:
        text, who = texts[each.article], each.on_behalf_of or each.speaker
        content = " … ".join(piece.of(text) for piece in each.content)
        cue = each.cue.of(text) if each.cue else None
        yield Uttered(each.id, names.get(who) if who else None, cue, content)


def kept_vectors(connection: sa.Connection, keys: Iterable[str]) -> Mapping[str, FloatArray]:
    """The vectors that are kept under these keys."""
    table = schema.sentence_vectors
    found: dict[str, FloatArray] = {}
    for some in batched(sorted(set(keys)), IDS_AT_ONCE):
        rows = connection.execute(table.select().where(table.c.key.in_(some)))
        found |= {row.key: np.frombuffer(row.vector, np.float16).astype(np.float32) for row in rows}
    return found
