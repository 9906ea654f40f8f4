"""Rows of the record as the values that every stage speaks, and these values as rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, TypeVar

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.vocabulary import (
    Article,
    ArticleId,
    Basis,
    Channel,
    Contact,
    Event,
    Form,
    Interval,
    Kind,
    Party,
    PartyId,
    PartyKind,
    PublishedFrom,
    Run,
    Said,
    Span,
    Stance,
    Statement,
    StatementId,
    in_text_order,
)

Id = TypeVar("Id", bound=str | int)

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
    found: dict[StatementId, Statement] = {}
    for some in batched(sorted(set(ids)), IDS_AT_ONCE):
        found |= {s.id: s for s in _statements(connection, schema.statements.c.id.in_(some))}
    return found


def versions_by_id(connection: sa.Connection, ids: Iterable[ArticleId]) -> dict[ArticleId, ArticleVersion]:
    """The article versions with these ids."""
    found: dict[ArticleId, ArticleVersion] = {}
    for some in batched(sorted(set(ids)), IDS_AT_ONCE):
        rows = connection.execute(select_versions().where(schema.articles.c.id.in_(some)))
        found |= {version.article.id: version for version in map(to_version, rows)}
    return found


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
    return [
        _to_statement(row, {role: tuple(pieces[row.id, role]) for role in ROLES})
        for row in connection.execute(sa.select(*_STATEMENT_COLUMNS).where(condition))
    ]


ROLES = ("source", "cue", "content", "channel", "said")
"""What a span of a statement may be; said is the phrase that its day was read from."""

_STATEMENT_COLUMNS = [c for c in schema.statements.c if c.name not in ("seq", "source_text", "content_text")]


def _to_statement(row: AnyRow, spans: dict[str, tuple[Span, ...]]) -> Statement:
    first = {role: next(iter(found), None) for role, found in spans.items()}
    days = to_interval(row.said_start, row.said_end, row.said_granularity)
    return Statement(
        article=ArticleId(row.article),
        source=first["source"],
        cue=first["cue"],
        content=spans["content"],
        form=Form(row.form),
        kind=Kind(row.kind) if row.kind else None,
        nested_in=StatementId(row.nested_in) if row.nested_in else None,
        stance=Stance(row.stance) if row.stance else None,
        speaker=row.speaker,
        supplied=bool(row.supplied),
        on_behalf_of=row.on_behalf_of,
        anonymous=row.anonymous,
        count=row._mapping["count"],  # a row has a method of that name
        said=Said(days, Basis(row.said_basis), first["said"]) if days else None,
        channel=Channel(row.channel) if row.channel else None,
        channel_span=first["channel"],
        told_to=row.told_to,
        via=_ids(row.via),
        confidence=row.confidence,
    )


def statement_row(statement: Statement, text: str) -> dict[str, object]:
    """A statement as its row, with the slices of the text that are searched."""
    said = statement.said
    return {
        "id": statement.id,
        "article": statement.article,
        "form": statement.form,
        "kind": statement.kind,
        "nested_in": statement.nested_in,
        "confidence": statement.confidence,
        "source_text": statement.source.of(text) if statement.source else None,
        "content_text": "\n".join(piece.of(text) for piece in statement.content),
        "stance": statement.stance,
        "speaker": statement.speaker,
        "supplied": statement.supplied,
        "on_behalf_of": statement.on_behalf_of,
        "anonymous": statement.anonymous,
        "count": statement.count,
        **{f"said_{name}": value for name, value in interval_row(said.days if said else None).items()},
        "said_basis": said.basis if said else None,
        "channel": statement.channel,
        "told_to": statement.told_to,
        "via": json.dumps(statement.via),
    }


def span_rows(statement: Statement) -> list[dict[str, str | int]]:
    """The spans of a statement as rows, in the order of their roles."""
    phrase = statement.said.phrase if statement.said else None
    of_roles = ((statement.source,), (statement.cue,), statement.content, (statement.channel_span,), (phrase,))
    by_role: Iterable[tuple[str, tuple[Span | None, ...]]] = zip(ROLES, of_roles, strict=True)
    return [
        {"statement": statement.id, "role": role, "piece": piece, "start_char": span.start, "end_char": span.end}
        for role, spans in by_role
        for piece, span in enumerate(spans)
        if span is not None
    ]


# --- parties, contacts, events ---


def parties_of(connection: sa.Connection, article: ArticleId) -> tuple[Party, ...]:
    """The parties of one article version, by their first mention."""
    parties = schema.parties
    rows = connection.execute(parties.select().where(parties.c.article == article))
    found = (_to_party(row) for row in rows)
    return tuple(sorted(found, key=lambda party: (party.mentions[:1] or (Span(10**9, 10**9 + 1),), party.id)))


def parties_named_by(connection: sa.Connection, statements: Iterable[Statement]) -> dict[PartyId, Party]:
    """The parties that statements refer to, by id."""
    return local_parties(connection, {party for statement in statements for party in statement.named})


def local_parties(connection: sa.Connection, ids: Iterable[PartyId]) -> dict[PartyId, Party]:
    """The parties of single articles with these ids."""
    found: dict[PartyId, Party] = {}
    for some in batched(sorted(set(ids)), IDS_AT_ONCE):
        rows = connection.execute(schema.parties.select().where(schema.parties.c.id.in_(some)))
        found |= {PartyId(row.id): _to_party(row) for row in rows}
    return found


IDS_AT_ONCE = 500
"""SQLite takes a limited number of values in one statement."""


def batched(ids: Sequence[Id], size: int) -> Iterator[Sequence[Id]]:
    """The ids in runs of at most so many."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _to_party(row: AnyRow) -> Party:
    return Party(
        article=ArticleId(row.article),
        name=row.name,
        kind=PartyKind(row.kind),
        mentions=tuple(Span(start, end) for start, end in json.loads(row.mentions)),
        aliases=tuple(json.loads(row.aliases)),
        roles=tuple(json.loads(row.roles)),
        members=_ids(row.members),
        anonymous=row.anonymous,
        count=row._mapping["count"],  # a row has a method of that name
    )


def party_row(party: Party) -> dict[str, object]:
    """A party as its row."""
    return {
        "id": party.id,
        "article": party.article,
        "name": party.name,
        "kind": party.kind,
        "mentions": json.dumps([(span.start, span.end) for span in party.mentions]),
        "aliases": json.dumps(party.aliases, ensure_ascii=False),
        "roles": json.dumps(party.roles, ensure_ascii=False),
        "members": json.dumps(party.members),
        "anonymous": party.anonymous,
        "count": party.count,
    }


def contacts_of(connection: sa.Connection, article: ArticleId) -> tuple[Contact, ...]:
    """The contacts that one article version tells of, in text order."""
    contacts = schema.contacts
    order = (contacts.c.start_char, contacts.c.end_char, contacts.c.id)
    return tuple(
        Contact(
            article=ArticleId(row.article),
            parties=_ids(row.parties),
            span=Span(row.start_char, row.end_char),
            channel=Channel(row.channel) if row.channel else None,
            on=to_interval(row.on_start, row.on_end, row.on_granularity),
            confidence=row.confidence,
        )
        for row in connection.execute(contacts.select().where(contacts.c.article == article).order_by(*order))
    )


def contact_row(contact: Contact) -> dict[str, object]:
    """A contact as its row."""
    return {
        "id": contact.id,
        "article": contact.article,
        "parties": json.dumps(contact.parties),
        "start_char": contact.span.start,
        "end_char": contact.span.end,
        "channel": contact.channel,
        **{f"on_{name}": value for name, value in interval_row(contact.on).items()},
        "confidence": contact.confidence,
    }


def events_of(connection: sa.Connection, article: ArticleId) -> tuple[Event, ...]:
    """The dated events that one article version tells of, in text order."""
    events = schema.events
    order = (events.c.start_char, events.c.end_char, events.c.id)
    found = []
    for row in connection.execute(events.select().where(events.c.article == article).order_by(*order)):
        on = to_interval(row.on_start, row.on_end, row.on_granularity)
        assert on is not None  # the columns may not be null
        found.append(Event(ArticleId(row.article), on, Span(row.start_char, row.end_char), _ids(row.parties)))
    return tuple(found)


def event_row(event: Event) -> dict[str, object]:
    """An event as its row."""
    return {
        "id": event.id,
        "article": event.article,
        "parties": json.dumps(event.parties),
        "start_char": event.span.start,
        "end_char": event.span.end,
        **{f"on_{name}": value for name, value in interval_row(event.on).items()},
    }


def _ids(stored: str | None) -> tuple[PartyId, ...]:
    return tuple(PartyId(each) for each in json.loads(stored or "[]"))


def to_interval(start: str | None, end: str | None, granularity: str | None) -> Interval | None:
    """An interval from its columns; None where they are empty."""
    if start is None or end is None or granularity is None:
        return None
    return Interval(date.fromisoformat(start), date.fromisoformat(end), granularity)


def interval_row(interval: Interval | None) -> dict[str, str | None]:
    """An interval as its columns start, end and granularity."""
    if interval is None:
        return {"start": None, "end": None, "granularity": None}
    return {"start": interval.start.isoformat(), "end": interval.end.isoformat(), "granularity": interval.granularity}
