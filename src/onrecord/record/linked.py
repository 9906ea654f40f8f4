"""Reading back what linking derived: one query a kind, with what narrows it down."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.rows import IDS_AT_ONCE, AnyRow, to_interval
from onrecord.vocabulary import (
    ArticleId,
    Change,
    ChangeKind,
    Channel,
    Claim,
    ClaimId,
    Conflict,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    PartyId,
    PartyKind,
    Passage,
    Position,
    Side,
    Span,
    Stand,
    StatementId,
)

# --- parties ---


def select_parties(connection: sa.Connection, query: str | None) -> Iterator[LinkedParty]:
    """Linked parties by name; with a query those that have all its words in a name, an alias or an office."""
    parties = schema.linked_parties
    order = (sa.func.lower(parties.c.name), parties.c.id)
    yield from _parties(connection, parties.select().where(*goes_by(query)).order_by(*order))


def goes_by(query: str | None) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions that a linked party has each of these words in a name, an alias or an office."""
    parties = schema.linked_parties
    for word in (query or "").split():
        columns = (parties.c.name, parties.c.aliases, parties.c.roles)
        yield sa.or_(*(column.icontains(word, autoescape=True) for column in columns))


def parties_by_id(
    connection: sa.Connection, ids: Iterable[PartyId], *, bare: bool = False
) -> dict[PartyId, LinkedParty]:
    """The linked parties with these ids; bare: without the local ones taken for them, which may be thousands."""
    parties = schema.linked_parties
    found: dict[PartyId, LinkedParty] = {}
    for some in _batched(sorted(set(ids))):
        found |= {p.id: p for p in _parties(connection, parties.select().where(parties.c.id.in_(some)), bare=bare)}
    return found


def links_of(connection: sa.Connection, local: Iterable[PartyId]) -> dict[PartyId, PartyId]:
    """Local party → linked party, as far as they are linked."""
    links = schema.party_links
    found: dict[PartyId, PartyId] = {}
    for some in _batched(sorted(set(local))):
        rows = connection.execute(links.select().where(links.c.local.in_(some)))
        found |= {PartyId(row.local): PartyId(row.linked) for row in rows}
    return found


def voices_of(connection: sa.Connection, ids: Iterable[PartyId]) -> dict[PartyId, PartyId]:
    """For those of these linked parties that speak for another by what other articles say: for whom."""
    notes = schema.link_notes
    found: dict[PartyId, PartyId] = {}
    for some in _batched(sorted(set(ids))):
        wanted = notes.select().where(notes.c.kind == "voice", notes.c.name.in_(some))
        found |= {PartyId(row.name): PartyId(json.loads(row.told)) for row in connection.execute(wanted)}
    return found


def _parties(connection: sa.Connection, query: sa.Select[Any], *, bare: bool = False) -> list[LinkedParty]:
    rows = connection.execute(query).all()
    locals_: dict[str, list[PartyId]] = defaultdict(list)
    links = schema.party_links
    for some in _batched([] if bare else [row.id for row in rows]):
        of_these = links.select().where(links.c.linked.in_(some)).order_by(links.c.local)
        for link in connection.execute(of_these):
            locals_[link.linked].append(PartyId(link.local))
    return [
        LinkedParty(
            id=PartyId(row.id),
            name=row.name,
            kind=PartyKind(row.kind),
            aliases=tuple(json.loads(row.aliases)),
            roles=tuple(json.loads(row.roles)),
            locals=tuple(locals_[row.id]),
            members=_party_ids(row.members),
            anonymous=row.anonymous,
            because=tuple(json.loads(row.because)),
            statements=row.statements,
            articles=row.articles,
        )
        for row in rows
    ]


# --- claims and what follows from them ---


def select_claims(
    connection: sa.Connection,
    *,
    ids: Collection[ClaimId] | None = None,
    party: PartyId | None = None,
    query: str | None = None,
) -> Iterator[Claim]:
    """Claims in the order of time, narrowed down to some, to those a party stands on, or to those with these words."""
    claims, stands = schema.claims, schema.stands
    wanted = claims.select().order_by(claims.c.place)
    if ids is not None:
        wanted = wanted.where(claims.c.id.in_(ids))
    if party is not None:
        wanted = wanted.where(claims.c.id.in_(sa.select(stands.c.claim).where(stands.c.principal == party)))
    for word in (query or "").split():
        wanted = wanted.where(claims.c.text.icontains(word, autoescape=True))
    rows = connection.execute(wanted).all()
    on = stands_on(connection, [ClaimId(row.id) for row in rows])
    yield from (Claim(ClaimId(row.id), row.text, tuple(on[ClaimId(row.id)])) for row in rows)


def stands_on(connection: sa.Connection, claims: Sequence[ClaimId]) -> dict[ClaimId, list[Stand]]:
    """The stands on these claims, each in the order of time."""
    stands = schema.stands
    found: dict[ClaimId, list[Stand]] = defaultdict(list)
    for some in _batched(claims):
        rows = connection.execute(
            stands.select().where(stands.c.claim.in_(some)).order_by(stands.c.claim, stands.c.place)
        )
        for row in rows:
            found[ClaimId(row.claim)].append(to_stand(row))
    return found


def stands_by(connection: sa.Connection, party: PartyId, claims: Collection[ClaimId]) -> dict[ClaimId, list[Stand]]:
    """The stands of a linked party on each of these claims, in the order of time."""
    stands = schema.stands
    query = stands.select().where(stands.c.principal == party, stands.c.claim.in_(claims))
    found: dict[ClaimId, list[Stand]] = defaultdict(list)
    for row in connection.execute(query.order_by(stands.c.claim, stands.c.place)):
        found[ClaimId(row.claim)].append(to_stand(row))
    return found


def stands_of(connection: sa.Connection, statements: Iterable[StatementId]) -> dict[StatementId, tuple[ClaimId, Stand]]:
    """The claim and the stand of each of these statements that takes a side on one."""
    stands = schema.stands
    found: dict[StatementId, tuple[ClaimId, Stand]] = {}
    for some in _batched(sorted(set(statements))):
        rows = connection.execute(stands.select().where(stands.c.statement.in_(some)))
        found |= {StatementId(row.statement): (ClaimId(row.claim), to_stand(row)) for row in rows}
    return found


def statements_of(connection: sa.Connection, party: PartyId) -> tuple[StatementId, ...]:
    """The statements whose speaker, or whose principal, is this linked party."""
    statements, links = schema.statements, schema.party_links
    ours = sa.select(links.c.local).where(links.c.linked == party)
    wanted = sa.select(statements.c.id).where(
        sa.or_(statements.c.speaker.in_(ours), statements.c.on_behalf_of.in_(ours))
    )
    return tuple(StatementId(id_) for id_ in connection.scalars(wanted.order_by(statements.c.id)))


def to_stand(row: AnyRow) -> Stand:
    """A row of stands as a value."""
    return Stand(
        statement=StatementId(row.statement),
        side=Side(row.side),
        principal=PartyId(row.principal) if row.principal else None,
        said=to_interval(row.said_start, row.said_end, row.said_granularity),
    )


def select_positions(connection: sa.Connection, *, party: PartyId | None, claim: ClaimId | None) -> Iterator[Position]:
    """Positions by claim in the order of time, then by party."""
    ids = None if claim is None else [claim]
    for kept in select_claims(connection, ids=ids, party=party):
        by_party: dict[PartyId, list[Stand]] = defaultdict(list)
        for stand in kept.stands:
            if stand.principal and party in (None, stand.principal):
                by_party[stand.principal].append(stand)
        yield from (Position(who, kept.id, tuple(stands)) for who, stands in sorted(by_party.items()))


def select_changes(connection: sa.Connection, *, party: PartyId | None, claim: ClaimId | None) -> Iterator[Change]:
    """Changes of position by claim and party."""
    changes = schema.changes
    wanted = changes.select().order_by(changes.c.place)
    if party is not None:
        wanted = wanted.where(changes.c.party == party)
    if claim is not None:
        wanted = wanted.where(changes.c.claim == claim)
    yield from _changes(connection, connection.execute(wanted).all())


def changes_by_id(connection: sa.Connection, ids: Collection[str]) -> Iterator[Change]:
    """The changes with these ids, of which there may be a page."""
    yield from _changes(
        connection, connection.execute(schema.changes.select().where(schema.changes.c.id.in_(ids))).all()
    )


def _changes(connection: sa.Connection, rows: Sequence[AnyRow]) -> Iterator[Change]:
    stands = stands_of(
        connection, (StatementId(id_) for row in rows for id_ in (row.before_statement, row.after_statement))
    )
    for row in rows:
        before, after = (stands[StatementId(id_)][1] for id_ in (row.before_statement, row.after_statement))
        yield Change(PartyId(row.party), ClaimId(row.claim), ChangeKind(row.kind), before, after, row.confidence)


def select_conflicts(connection: sa.Connection, *, party: PartyId | None, claim: ClaimId | None) -> Iterator[Conflict]:
    """Conflicts in the order of their claims."""
    conflicts = schema.conflicts
    wanted = conflicts.select().order_by(conflicts.c.place)
    if claim is not None:
        wanted = wanted.where(conflicts.c.claim == claim)
    for conflict in map(_conflict, connection.execute(wanted)):
        if party is None or party in (*conflict.affirms, *conflict.denies):
            yield conflict


def conflicts_by_id(connection: sa.Connection, ids: Collection[str]) -> Iterator[Conflict]:
    """The conflicts with these ids, of which there may be a page."""
    conflicts = schema.conflicts
    yield from map(_conflict, connection.execute(conflicts.select().where(conflicts.c.id.in_(ids))))


def _conflict(row: AnyRow) -> Conflict:
    statements = tuple(StatementId(id_) for id_ in json.loads(row.statements))
    return Conflict(ClaimId(row.claim), _party_ids(row.affirms), _party_ids(row.denies), statements)


def select_origins(connection: sa.Connection, *, claim: ClaimId | None) -> Iterator[Origin]:
    """Origins in the order of their claims."""
    origins = schema.origins
    wanted = origins.select().order_by(origins.c.place)
    if claim is not None:
        wanted = wanted.where(origins.c.claim == claim)
    for row in connection.execute(wanted):
        groups = tuple(tuple(StatementId(id_) for id_ in group) for group in json.loads(row.groups))
        yield Origin(ClaimId(row.claim), Side(row.side), groups, row.why)


# --- contacts, events, copies ---


def select_contacts(connection: sa.Connection, *, party: PartyId | None) -> Iterator[LinkedContact]:
    """Contacts, dated ones first, by day."""
    yield from map(to_contact, connection.execute(of_party(schema.linked_contacts, party)))


def to_contact(row: AnyRow) -> LinkedContact:
    """A row of contacts as a value."""
    return LinkedContact(
        parties=_party_ids(row.parties),
        channel=Channel(row.channel) if row.channel else None,
        on=to_interval(row.on_start, row.on_end, row.on_granularity),
        evidence=_passages(row.evidence),
        confidence=row.confidence,
    )


def select_events(connection: sa.Connection, *, party: PartyId | None) -> Iterator[LinkedEvent]:
    """Events of the timeline, by day."""
    yield from map(to_event, connection.execute(of_party(schema.linked_events, party)))


def to_event(row: AnyRow) -> LinkedEvent:
    """A row of the timeline as a value."""
    on = to_interval(row.on_start, row.on_end, row.on_granularity)
    assert on is not None  # the columns may not be null
    claim = ClaimId(row.claim) if row.claim else None
    return LinkedEvent(on, _party_ids(row.parties), _passages(row.evidence), claim)


def of_party(table: sa.Table, party: PartyId | None) -> sa.Select[Any]:
    """The rows of a table of contacts or events that a party is in."""
    involved = schema.involved
    wanted = table.select().order_by(table.c.place)
    if party is None:
        return wanted
    return wanted.where(table.c.id.in_(sa.select(involved.c.thing).where(involved.c.party == party)))


def copied_by(connection: sa.Connection, article: ArticleId) -> tuple[ArticleId, ...]:
    """The later articles that share their text with this one."""
    copies = schema.copies
    found = connection.scalars(
        sa.select(copies.c.article).where(copies.c.copy_of == article).order_by(copies.c.article)
    )
    return tuple(ArticleId(id_) for id_ in found)


def copies_in(
    connection: sa.Connection, articles: Collection[ArticleId] | None = None
) -> Mapping[ArticleId, ArticleId]:
    """Article → the earliest article that it is a copy of; of all, or of these."""
    copies = schema.copies
    query = copies.select().order_by(copies.c.article)
    wanted = [query] if articles is None else [query.where(copies.c.article.in_(s)) for s in _batched(sorted(articles))]
    rows = [row for each in wanted for row in connection.execute(each)]
    return {ArticleId(row.article): ArticleId(row.copy_of) for row in rows}


def _passages(stored: str) -> tuple[Passage, ...]:
    return tuple(Passage(ArticleId(article), Span(start, end)) for article, start, end in json.loads(stored))


def _party_ids(stored: str) -> tuple[PartyId, ...]:
    return tuple(PartyId(id_) for id_ in json.loads(stored))


def _batched(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]
