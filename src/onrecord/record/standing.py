"""Statements and parties as they stand: read by the machine, with what people decided laid over. What readers are given.

An article that nobody judged costs one look into the log, whatever the log holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.judgements import Judgement, Subject, from_row, is_in_force
from onrecord.record.overlay import ADDED, PARTY_FIELDS, REVIEW, SPANS, STATEMENT_FIELDS, Overlaid, overlay
from onrecord.record.rows import (
    IDS_AT_ONCE,
    batched,
    is_newest,
    parties_named_by,
    parties_of,
    statements_by_id,
    statements_of,
    versions_by_id,
)
from onrecord.vocabulary import ArticleId, Party, PartyId, Statement, StatementId, in_text_order


def overlaid(connection: sa.Connection, articles: Iterable[ArticleId]) -> dict[ArticleId, Overlaid]:
    """Those of these articles that somebody judged, as they stand."""
    refs = _refs(connection, articles)
    judged = _judgements_on(connection, set(refs.values()))
    chosen = [article for article, ref in refs.items() if ref in judged]
    versions = versions_by_id(connection, chosen)
    return {
        article: overlay(
            versions[article].article,
            versions[article].run,
            statements_of(connection, article),
            parties_of(connection, article),
            judged[refs[article]],
        )
        for article in chosen
        if article in versions
    }


def standing_statements(connection: sa.Connection, article: ArticleId) -> tuple[Statement, ...]:
    """The statements of an article version as they stand, in text order, outer before nested."""
    found = overlaid(connection, [article]).get(article)
    return in_text_order(found.statements) if found else statements_of(connection, article)


def standing_parties(connection: sa.Connection, article: ArticleId) -> tuple[Party, ...]:
    """The parties of an article version, those that people named too."""
    found = overlaid(connection, [article]).get(article)
    return found.parties if found else parties_of(connection, article)


def as_they_stand(connection: sa.Connection, read: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement that was read, as it stands now."""
    layers = overlaid(connection, {statement.article for statement in read})
    return tuple(layers[each.article].by_read.get(each.id, each) if each.article in layers else each for each in read)


def standing_by_id(connection: sa.Connection, ids: Iterable[StatementId]) -> dict[StatementId, Statement]:
    """The statements with these ids, also those whose spans people chose."""
    wanted = set(ids)
    read = statements_by_id(connection, wanted)
    now = as_they_stand(connection, tuple(read.values()))
    found = {before.id: after for before, after in zip(read.values(), now, strict=True)}
    missing = wanted - set(found)
    if missing:
        chosen = {s.id: s for s in judged_statements(connection, (SPANS, ADDED))}
        found |= {id_: chosen[id_] for id_ in missing if id_ in chosen}
    return found


def standing_parties_named_by(connection: sa.Connection, statements: Sequence[Statement]) -> dict[PartyId, Party]:
    """The parties that statements refer to, those that people named too."""
    found = parties_named_by(connection, statements)
    without = {s.article for s in statements if not set(s.named) <= set(found)}
    for layer in overlaid(connection, without).values():
        found = {party.id: party for party in layer.parties} | found
    return found


def judged_statements(connection: sa.Connection, fields: Collection[str]) -> list[Statement]:
    """Every statement of the newest versions of those articles on which somebody judged one of these fields."""
    judgements, articles = schema.judgements, schema.articles
    refs = sa.select(judgements.c.article_ref).where(judgements.c.field.in_(fields), is_in_force()).distinct()
    ids = connection.scalars(sa.select(articles.c.id).where(articles.c.ref.in_(refs), is_newest()))
    layers = overlaid(connection, [ArticleId(id_) for id_ in ids])
    return [statement for layer in layers.values() for statement in layer.statements]


def judged_naming(connection: sa.Connection, names: Collection[str]) -> list[Statement]:
    """Every statement of newest versions of those articles in which somebody judged with one of these names."""
    judgements, articles = schema.judgements, schema.articles
    query = sa.select(judgements.c.article_ref, judgements.c.new).where(
        judgements.c.field.in_((*PARTY_FIELDS, ADDED, REVIEW)), judgements.c.new.is_not(None), is_in_force()
    )
    refs = {row.article_ref for row in connection.execute(query) if any(name in row.new for name in names)}
    found: list[Statement] = []
    for some in batched(sorted(filter(None, refs)), IDS_AT_ONCE):
        ids = connection.scalars(sa.select(articles.c.id).where(articles.c.ref.in_(some), is_newest()))
        layers = overlaid(connection, [ArticleId(id_) for id_ in ids])
        found += [statement for layer in layers.values() for statement in layer.statements]
    return found


def judged_beside_read(connection: sa.Connection) -> list[Statement]:
    """Statements of newest versions whose words people chose: added ones, and those that stand elsewhere than read."""
    judged = judged_statements(connection, (SPANS, ADDED))
    read = statements_by_id(connection, (statement.id for statement in judged))
    return [statement for statement in judged if statement.id not in read]


def judged_articles(connection: sa.Connection) -> dict[ArticleId, Overlaid]:
    """The newest version of every article with a statement that somebody judged."""
    judgements, articles = schema.judgements, schema.articles
    refs = sa.select(judgements.c.article_ref).where(judgements.c.field.in_(STATEMENT_FIELDS), is_in_force()).distinct()
    ids = connection.scalars(
        sa.select(articles.c.id).where(articles.c.ref.in_(refs), is_newest()).order_by(articles.c.ref)
    )
    return overlaid(connection, [ArticleId(id_) for id_ in ids])


def unsettled_articles(connection: sa.Connection) -> dict[ArticleId, Overlaid]:
    """Those of the judged articles in which something may not be as people left it.

    That is where a judgement is on a statement that was not read, or was made before another run or another version.
    """
    judgements, articles, readings = schema.judgements, schema.articles, schema.readings
    is_read = sa.exists().where(schema.statements.c.id == judgements.c.subject)
    query = (
        sa.select(articles.c.id)
        .distinct()
        .join(judgements, judgements.c.article_ref == articles.c.ref)
        .join(readings, readings.c.article == articles.c.id)
        .where(is_newest(), judgements.c.field.in_(STATEMENT_FIELDS), is_in_force())
        .where(
            sa.or_(
                sa.and_(~is_read, judgements.c.field != ADDED),
                judgements.c.article != articles.c.id,
                judgements.c.base_run != readings.c.run,
            )
        )
    )
    return overlaid(connection, [ArticleId(id_) for id_ in connection.scalars(query)])


def _refs(connection: sa.Connection, ids: Iterable[ArticleId]) -> dict[ArticleId, str]:
    articles = schema.articles
    found: dict[ArticleId, str] = {}
    for some in batched(sorted(set(ids)), IDS_AT_ONCE):
        rows = connection.execute(sa.select(articles.c.id, articles.c.ref).where(articles.c.id.in_(some)))
        found |= {ArticleId(row.id): row.ref for row in rows}
    return found


def _judgements_on(connection: sa.Connection, refs: set[str]) -> Mapping[str, list[Judgement]]:
    """What is in force on statements of these articles, in the order in which it was decided."""
    judgements = schema.judgements
    found: dict[str, list[Judgement]] = defaultdict(list)
    for some in batched(sorted(refs), IDS_AT_ONCE):
        query = (
            judgements.select()
            .where(
                judgements.c.article_ref.in_(some),
                judgements.c.subject_kind == Subject.STATEMENT.value,
                judgements.c.field.in_(STATEMENT_FIELDS),
                is_in_force(),
            )
            .order_by(judgements.c.seq)
        )
        for row in connection.execute(query):
            found[row.article_ref].append(from_row(row))
    return found
