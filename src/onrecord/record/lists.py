"""Lists to leaf through: articles and what was not read, a page at a time, with how many there are in all.

Whatever the record holds, a page of a list costs what stands on it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from onrecord.record import linked, schema
from onrecord.record.judgements import Subject, is_in_force
from onrecord.record.rows import IDS_AT_ONCE, batched, is_newest, statements_by_id
from onrecord.record.search import Filters, article_conditions
from onrecord.vocabulary import (
    UNREAD,
    ArticleId,
    ClaimId,
    Kind,
    LinkedParty,
    Outcome,
    PartyId,
    Result,
    Statement,
    StatementId,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is. articles and statements count newest versions; unread counts inputs never yet read."""

    articles: int
    versions: int
    statements: int
    unread: int


def count_all(connection: sa.Connection) -> Counts:
    """How much there is. Old versions are few: what is in them is taken off the whole, which costs less to count."""
    articles, statements, outcomes = schema.articles, schema.statements, schema.outcomes

    def count(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
        return connection.scalar(sa.select(sa.func.count()).select_from(table).where(*conditions)) or 0

    versions = count(articles)
    numbers = list(connection.scalars(sa.select(articles.c.seq).where(~is_newest())))  # an index has these
    old = list(connection.scalars(sa.select(articles.c.id).where(articles.c.seq.in_(numbers)))) if numbers else []
    in_old = sum(count(statements, statements.c.article.in_(some)) for some in batched(old, IDS_AT_ONCE))
    unread = sa.select(sa.func.count(outcomes.c.ref.distinct())).where(
        outcomes.c.result.in_([result.value for result in UNREAD]),
        outcomes.c.ref.not_in(sa.select(articles.c.ref)),
    )
    return Counts(versions - len(old), versions, count(statements) - in_old, connection.scalar(unread) or 0)


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
    order = (articles.c.published.desc().nulls_last(), articles.c.ref)
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


# --- what links articles ---


@dataclass(frozen=True, slots=True)
class ListedParties:
    """A page of linked parties, and how many there are in all."""

    parties: tuple[LinkedParty, ...]
    total: int


def list_parties(connection: sa.Connection, query: str | None, page: Page) -> ListedParties:
    """Linked parties that have a name, those first who say most in the most articles: what one article alone calls by a
    name, however often, may be misread."""
    parties = schema.linked_parties
    conditions = (parties.c.anonymous.is_(False), *linked.goes_by(query))
    weight = parties.c.statements * parties.c.articles
    order = (weight.desc(), parties.c.statements.desc(), parties.c.articles.desc(), parties.c.name, parties.c.id)
    chosen = sa.select(parties.c.id).where(*conditions).order_by(*order).limit(page.limit).offset(page.offset)
    ids = [PartyId(id_) for id_ in connection.scalars(chosen)]
    found = linked.parties_by_id(connection, ids, bare=True)
    total = connection.scalar(sa.select(sa.func.count()).select_from(parties).where(*conditions)) or 0
    return ListedParties(tuple(found[id_] for id_ in ids), total)


def count_roles(connection: sa.Connection, party: PartyId, sample: int) -> Counter[str]:
    """The offices and descriptions that articles give a linked party, and how many do; of so many articles."""
    links, parties = schema.party_links, schema.parties
    query = (
        sa.select(parties.c.roles)
        .join(links, links.c.local == parties.c.id)
        .where(links.c.linked == party)
        .order_by(links.c.local)
        .limit(sample)
    )
    return Counter(role for stored in connection.scalars(query) for role in set(json.loads(stored)))


def said_by(connection: sa.Connection, party: PartyId, limit: int) -> tuple[Statement, ...]:
    """Statements whose speaker or principal is this linked party, the latest published first.

    Who says most is in thousands of articles: these are put in order first, and statements looked for in the latest of them.
    """
    statements, articles, links, parties = schema.statements, schema.articles, schema.party_links, schema.parties
    published = sa.func.coalesce(articles.c.published, "")
    named = (
        sa.select(links.c.local, published)
        .join(parties, parties.c.id == links.c.local)
        .join(articles, articles.c.id == parties.c.article)
        .where(links.c.linked == party)
        .order_by(published.desc(), links.c.local)
    )
    ids: list[StatementId] = []
    for some in _published_together(connection.execute(named).all(), IDS_AT_ONCE // 2):
        query = (
            sa.select(statements.c.id)
            .join(articles, articles.c.id == statements.c.article)
            .where(sa.or_(statements.c.speaker.in_(some), statements.c.on_behalf_of.in_(some)), is_newest())
            .where(sa.func.coalesce(statements.c.kind, "") != Kind.THOUGHT.value)
            .order_by(published.desc(), statements.c.id)
        )
        ids += [StatementId(id_) for id_ in connection.scalars(query.limit(limit - len(ids)))]
        if len(ids) >= limit:
            break
    found = statements_by_id(connection, ids)
    return tuple(found[id_] for id_ in ids)


def _published_together(rows: Sequence[tuple[str, str]], size: int) -> Iterator[list[str]]:
    """The first of each pair in runs of about `size`, none of which ends between two that were published at once.

    More than so many at once are more than a few runs may hold: then they are cut, and their order among themselves is lost.
    """
    part: list[str] = []
    before: str | None = None
    for local, published in rows:
        if (len(part) >= size and published != before) or len(part) >= 2 * size:
            yield part
            part = []
        part.append(local)
        before = published
    if part:
        yield part


@dataclass(frozen=True, slots=True)
class Came:
    """What came in last of a followed thing: its statements, those that came last first, and how many are new."""

    statements: tuple[Statement, ...]
    new: int


def came_in(connection: sa.Connection, kind: Subject, id_: str, since: str | None, limit: int) -> Came:
    """The statements of a linked party, or on a claim, that came in last; new: those that came after an instant."""
    statements, articles, links, stands = schema.statements, schema.articles, schema.party_links, schema.stands
    if kind is Subject.PARTY:
        ours = sa.select(links.c.local).where(links.c.linked == id_)
        chosen = sa.or_(statements.c.speaker.in_(ours), statements.c.on_behalf_of.in_(ours))
    else:
        chosen = statements.c.id.in_(sa.select(stands.c.statement).where(stands.c.claim == id_))
    joined = statements.join(articles, articles.c.id == statements.c.article)
    is_said = sa.func.coalesce(statements.c.kind, "") != Kind.THOUGHT.value
    order = (articles.c.added_at.desc(), sa.func.coalesce(articles.c.published, "").desc(), statements.c.id)
    query = sa.select(statements.c.id).select_from(joined).where(chosen, is_said, is_newest()).order_by(*order)
    ids = [StatementId(id_) for id_ in connection.scalars(query.limit(limit))]
    found = statements_by_id(connection, ids)
    is_new = sa.true() if since is None else articles.c.added_at > since
    counting = sa.select(sa.func.count()).select_from(joined).where(chosen, is_said, is_newest(), is_new)
    return Came(tuple(found[id_] for id_ in ids if id_ in found), connection.scalar(counting) or 0)


def rank_claims(
    connection: sa.Connection, page: Page, *, party: PartyId | None, query: str | None
) -> tuple[int, tuple[ClaimId, ...]]:
    """How many claims there are, and those of a page, those with the most statements first."""
    claims, stands = schema.claims, schema.stands
    conditions = [claims.c.text.icontains(word, autoescape=True) for word in (query or "").split()]
    if party is not None:
        conditions.append(claims.c.id.in_(sa.select(stands.c.claim).where(stands.c.principal == party)))
    number = sa.func.count().label("number")
    ranked = sa.select(stands.c.claim, number).group_by(stands.c.claim).order_by(number.desc(), stands.c.claim)
    chosen = sa.select(claims.c.id).where(*conditions)
    if conditions:
        ranked = ranked.where(stands.c.claim.in_(chosen))
    ids = connection.execute(ranked.limit(page.limit).offset(page.offset))
    total = connection.scalar(sa.select(sa.func.count()).select_from(chosen.subquery())) or 0
    return total, tuple(ClaimId(row.claim) for row in ids)


# --- what is most worth a look ---


def list_unreviewed(connection: sa.Connection, limit: int, article: ArticleId | None = None) -> list[StatementId]:
    """Statements that nobody judged: first those that a change rests on, then those of a conflict, then the doubtful.

    With `article` those of that article alone, in the same order. Each kind is looked for only where those before it
    left room: the last is nearly the whole record, but in the order of an index.
    """
    statements, articles, judged = schema.statements, schema.articles, schema.judgements
    changes, stands, conflicts = schema.changes, schema.stands, schema.conflicts
    is_judged = sa.exists().where(
        judged.c.subject == statements.c.id, judged.c.subject_kind == Subject.STATEMENT.value, is_in_force()
    )
    waiting = (
        sa.select(statements.c.id)
        .join(articles, articles.c.id == statements.c.article)
        .where(is_newest(), ~is_judged, sa.func.coalesce(statements.c.kind, "") != Kind.THOUGHT.value)
        .order_by(statements.c.confidence, statements.c.seq)
    )
    if article is not None:
        waiting = waiting.where(statements.c.article == article)
    changed = sa.union(sa.select(changes.c.before_statement), sa.select(changes.c.after_statement))
    contested = sa.select(stands.c.statement).join(conflicts, conflicts.c.claim == stands.c.claim)
    found: dict[StatementId, None] = {}
    for kind in (statements.c.id.in_(changed), statements.c.id.in_(contested), sa.true()):
        if len(found) < limit:
            ids = connection.scalars(waiting.where(kind).limit(limit))
            found |= dict.fromkeys(StatementId(id_) for id_ in ids)
    return list(found)[:limit]


def count_reviewed(connection: sa.Connection) -> int:
    """How many statements people judged, as the log has it."""
    judgements = schema.judgements
    query = sa.select(sa.func.count(judgements.c.subject.distinct())).where(
        judgements.c.subject_kind == Subject.STATEMENT.value, is_in_force()
    )
    return connection.scalar(query) or 0


# --- what was not read ---


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
