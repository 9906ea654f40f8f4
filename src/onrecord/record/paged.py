"""What links articles, a page at a time: filtered, ordered and counted by the database, and only the page made into values.

Whatever the record holds, a page costs what stands on it, and one look through an index.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from onrecord.record import linked, schema
from onrecord.record.lists import Page
from onrecord.record.rows import IDS_AT_ONCE, batched, is_newest, to_interval
from onrecord.vocabulary import (
    ArticleId,
    Change,
    ClaimId,
    Conflict,
    Interval,
    LinkedContact,
    LinkedEvent,
    PartyId,
    Position,
    Side,
    Stand,
    StatementId,
)

LOOKED_THROUGH = 12
"""Times as many stands as parties are to be named: how far the first stands of a claim are looked through for these."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list is narrowed down to. publisher: the outlet of what tells it; days: both inclusive, without undated."""

    party: PartyId | None = None
    claim: ClaimId | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None

    def within(self, start: sa.ColumnElement[Any], end: sa.ColumnElement[Any]) -> list[sa.ColumnElement[bool]]:
        """The conditions that some day of an interval is wanted."""
        found: list[sa.ColumnElement[bool]] = []
        if self.since is not None:
            found.append(end >= self.since.isoformat())
        if self.until is not None:
            found.append(start <= self.until.isoformat())
        return found


@dataclass(frozen=True, slots=True)
class ClaimHead:
    """A claim without what stands on it; statements: how many do."""

    id: ClaimId
    text: str
    statements: int


# --- changes and conflicts ---


def list_changes(
    connection: sa.Connection, page: Page, wanted: Narrowed, last: Collection[str] = ()
) -> tuple[int, tuple[Change, ...]]:
    """How many changes there are, and those of a page, the latest first; `last`: ids of those that come after all others."""
    changes, stands = schema.changes, schema.stands
    chosen = sa.select(changes.c.id).join(stands, stands.c.statement == changes.c.after_statement)
    if wanted.party is not None:
        chosen = chosen.where(changes.c.party == wanted.party)
    if wanted.claim is not None:
        chosen = chosen.where(changes.c.claim == wanted.claim)
    if wanted.publisher is not None:
        chosen = chosen.where(_is_published_by(changes.c.after_statement, wanted.publisher))
    chosen = chosen.where(*wanted.within(stands.c.said_start, stands.c.said_end))
    is_last = sa.case((changes.c.id.in_(_each_of(last)), 1), else_=0) if last else sa.literal(0)
    order = (is_last, sa.func.coalesce(stands.c.said_start, "").desc(), changes.c.place)
    ids = list(connection.scalars(chosen.order_by(*order).limit(page.limit).offset(page.offset)))
    found = {change.id: change for change in linked.changes_by_id(connection, ids)}
    return _count(connection, chosen), tuple(found[id_] for id_ in ids if id_ in found)


def list_conflicts(connection: sa.Connection, page: Page, wanted: Narrowed) -> tuple[int, tuple[Conflict, ...]]:
    """How many conflicts there are, and those of a page, the most contested first."""
    conflicts, stands, statements, articles = schema.conflicts, schema.stands, schema.statements, schema.articles
    chosen = sa.select(conflicts.c.id)
    if wanted.claim is not None:
        chosen = chosen.where(conflicts.c.claim == wanted.claim)
    if wanted.party is not None:
        chosen = chosen.where(
            sa.or_(*(_has_element(column, wanted.party) for column in (conflicts.c.affirms, conflicts.c.denies)))
        )
    if wanted.publisher is not None or wanted.since is not None or wanted.until is not None:
        day = sa.func.substr(articles.c.published, 1, len("2017-02-10"))
        said = (
            sa.select(stands.c.claim)
            .join(statements, statements.c.id == stands.c.statement)
            .join(articles, articles.c.id == statements.c.article)
            .where(stands.c.claim == conflicts.c.claim, stands.c.side.in_((Side.AFFIRMS, Side.DENIES)))
            .where(*wanted.within(sa.func.coalesce(stands.c.said_start, day), sa.func.coalesce(stands.c.said_end, day)))
        )
        if wanted.publisher is not None:
            said = said.where(articles.c.publisher == wanted.publisher)
        chosen = chosen.where(said.exists())
    order = (sa.func.json_array_length(conflicts.c.statements).desc(), conflicts.c.id)
    ids = list(connection.scalars(chosen.order_by(*order).limit(page.limit).offset(page.offset)))
    found = {conflict.id: conflict for conflict in linked.conflicts_by_id(connection, ids)}
    return _count(connection, chosen), tuple(found[id_] for id_ in ids if id_ in found)


def _is_published_by(statement: sa.ColumnElement[str], publisher: str) -> sa.ColumnElement[bool]:
    statements, articles = schema.statements, schema.articles
    told = sa.select(statements.c.id).join(articles, articles.c.id == statements.c.article)
    return told.where(statements.c.id == statement, articles.c.publisher == publisher).exists()


# --- contacts and events ---


def list_contacts(
    connection: sa.Connection, page: Page, wanted: Narrowed
) -> tuple[int, tuple[LinkedContact, ...], list[tuple[PartyId, ...]]]:
    """How many contacts there are, those of a page, dated ones first, and the parties of all of them."""
    contacts = schema.linked_contacts
    chosen = _of_wanted(contacts, wanted)
    if wanted.claim is not None:
        stands, involved = schema.stands, schema.involved
        on = sa.select(stands.c.principal).where(stands.c.claim == wanted.claim)
        among = sa.select(sa.func.count()).where(involved.c.thing == contacts.c.id, involved.c.party.in_(on))
        chosen = chosen.where(among.scalar_subquery() > 1)
    rows = connection.execute(chosen.limit(page.limit).offset(page.offset))
    listed = tuple(map(linked.to_contact, rows))
    parties = connection.scalars(chosen.with_only_columns(contacts.c.parties).order_by(None))
    all_parties = [tuple(PartyId(id_) for id_ in json.loads(stored)) for stored in parties]
    return len(all_parties), listed, all_parties


def list_events(connection: sa.Connection, page: Page, wanted: Narrowed) -> tuple[int, tuple[LinkedEvent, ...]]:
    """How many dated events there are, and those of a page, by day."""
    events = schema.linked_events
    chosen = _of_wanted(events, wanted)
    if wanted.claim is not None:
        chosen = chosen.where(events.c.claim == wanted.claim)
    rows = connection.execute(chosen.limit(page.limit).offset(page.offset))
    return _count(connection, chosen), tuple(map(linked.to_event, rows))


def _of_wanted(table: sa.Table, wanted: Narrowed) -> sa.Select[Any]:
    chosen = linked.of_party(table, wanted.party).where(*wanted.within(table.c.on_start, table.c.on_end))
    if wanted.publisher is None:
        return chosen
    articles = schema.articles
    passage = sa.func.json_each(table.c.evidence).table_valued("value", name="passage")
    told = sa.select(articles.c.id).select_from(
        passage.join(articles, articles.c.id == sa.func.json_extract(passage.c.value, "$[0]"))
    )
    return chosen.where(told.where(articles.c.publisher == wanted.publisher).exists())


@dataclass(frozen=True, slots=True)
class Reliance:
    """One party is told on the word of another: in how many statements, and one of these."""

    who: PartyId
    whose: PartyId
    times: int
    example: StatementId


def list_reliances(connection: sa.Connection, wanted: Narrowed, limit: int) -> tuple[Reliance, ...]:
    """Who relays whose words: the linked parties of `via` and of the speaker, those who do so most first."""
    statements, articles, stands, links = schema.statements, schema.articles, schema.stands, schema.party_links
    relay, speaker = links.alias("relay"), links.alias("speaker")
    via = sa.func.json_each(statements.c.via).table_valued("value", name="each")
    joined = (
        statements.join(via, sa.true())
        .join(relay, relay.c.local == via.c.value)
        .join(speaker, speaker.c.local == statements.c.speaker)
        .join(articles, articles.c.id == statements.c.article)
    )
    # Word by word as the index on `via` has it: with a bound value SQLite would not take it.
    relayed = sa.text("statements.via != '[]'")
    times = sa.func.count().label("times")
    query = (
        sa.select(relay.c.linked, speaker.c.linked, times, sa.func.min(statements.c.id))
        .select_from(joined)
        .where(
            relayed,
            relay.c.linked != speaker.c.linked,
            is_newest(),
            *wanted.within(statements.c.said_start, statements.c.said_end),
        )
        .group_by(relay.c.linked, speaker.c.linked)
        .order_by(times.desc(), relay.c.linked, speaker.c.linked)
        .limit(limit)
    )
    if wanted.party is not None:
        query = query.where(sa.or_(relay.c.linked == wanted.party, speaker.c.linked == wanted.party))
    if wanted.publisher is not None:
        query = query.where(articles.c.publisher == wanted.publisher)
    if wanted.claim is not None:
        query = query.where(statements.c.id.in_(sa.select(stands.c.statement).where(stands.c.claim == wanted.claim)))
    return tuple(
        Reliance(PartyId(who), PartyId(whose), number, StatementId(example))
        for who, whose, number, example in connection.execute(query)
    )


# --- positions ---


@dataclass(frozen=True, slots=True)
class Placed:
    """A stand with the article that tells it, and when that was published."""

    stand: Stand
    article: ArticleId
    published: str | None


@dataclass(frozen=True, slots=True)
class Lane:
    """The stands of one party on one claim, in the order of time."""

    party: PartyId | None
    claim: ClaimId
    placed: tuple[Placed, ...]


def lanes_of_party(connection: sa.Connection, party: PartyId, limit: int) -> tuple[int, tuple[Lane, ...]]:
    """On how many claims a party stands, and its lanes on those on which it says most."""
    return _lanes(connection, schema.stands.c.principal == party, schema.stands.c.claim, limit)


def lanes_of_claim(connection: sa.Connection, claim: ClaimId, limit: int) -> tuple[int, tuple[Lane, ...]]:
    """How many parties stand on a claim (nobody named is one more), and the lanes of those that say most."""
    return _lanes(connection, schema.stands.c.claim == claim, schema.stands.c.principal, limit)


def _lanes(
    connection: sa.Connection, condition: sa.ColumnElement[bool], by: sa.Column[Any], limit: int
) -> tuple[int, tuple[Lane, ...]]:
    stands, statements, articles = schema.stands, schema.statements, schema.articles
    grouped = sa.select(by, sa.func.count().label("number")).where(condition).group_by(by)
    order: tuple[sa.ColumnElement[Any], ...] = (by.is_(None), sa.desc("number"), by)
    chosen = [row[0] for row in connection.execute(grouped.order_by(*order).limit(limit))]
    total = _count(connection, grouped)
    in_lane = sa.or_(by.in_([each for each in chosen if each]), by.is_(None) if None in chosen else sa.false())
    query = (
        sa.select(stands, statements.c.article, articles.c.published)
        .join(statements, statements.c.id == stands.c.statement)
        .join(articles, articles.c.id == statements.c.article)
        .where(condition, in_lane)
        .order_by(stands.c.claim, stands.c.place)
    )
    placed: dict[str | None, list[Placed]] = defaultdict(list)
    claims: dict[str | None, ClaimId] = {}
    for row in connection.execute(query):
        key = row._mapping[by.name]
        placed[key].append(Placed(linked.to_stand(row), ArticleId(row.article), row.published))
        claims[key] = ClaimId(row.claim)
    lanes = (Lane(placed[key][0].stand.principal, claims[key], tuple(placed[key])) for key in chosen if key in placed)
    return total, tuple(lanes)


@dataclass(frozen=True, slots=True)
class OnSide:
    """One side of a claim: how many statements and parties, and the first of these."""

    statements: int
    parties: int
    first: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True)
class ClaimSides:
    """A claim with its sides in numbers. first, last: the days on which it was spoken of first and last."""

    id: ClaimId
    text: str
    statements: int
    sides: Mapping[Side, OnSide]
    first: Interval | None
    last: Interval | None


def sides_of(connection: sa.Connection, ids: Sequence[ClaimId], named: int) -> tuple[ClaimSides, ...]:
    """These claims in this order, with the first so many parties of each side."""
    stands = schema.stands
    # Counted by the database, and looked through from the first stand on: on some claims stand thousands of parties, of
    # which a page names three.
    number = (
        sa.select(
            stands.c.claim,
            stands.c.side,
            sa.func.count().label("statements"),
            sa.func.count(stands.c.principal.distinct()).label("parties"),
        )
        .where(stands.c.claim.in_(ids))
        .group_by(stands.c.claim, stands.c.side)
    )
    counted = {(row.claim, row.side): row for row in connection.execute(number)}
    parties = _first_parties(connection, {key: min(row.parties, named) for key, row in counted.items()})
    days = {
        row.claim: row
        for row in connection.execute(
            sa.select(
                stands.c.claim,
                sa.func.min(stands.c.said_start).label("first"),
                sa.func.max(stands.c.said_end).label("last"),
            )
            .where(stands.c.claim.in_(ids))
            .group_by(stands.c.claim)
        )
    }
    texts = claim_texts(connection, ids)
    found = []
    for id_ in ids:
        if id_ not in texts:
            continue
        sides = {
            side: OnSide(row.statements, row.parties, parties[id_, side.value])
            for side in Side
            if (row := counted.get((id_, side.value)))
        }
        first, last = (days[id_].first, days[id_].last) if id_ in days else (None, None)
        total = sum(side.statements for side in sides.values())
        found.append(ClaimSides(id_, texts[id_], total, sides, _day(first), _day(last)))
    return tuple(found)


def _first_parties(
    connection: sa.Connection, wanted: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], tuple[PartyId, ...]]:
    """So many parties of each side of each claim, those that stand on it first. Most are among the first stands of all."""
    stands = schema.stands
    found: dict[tuple[str, str], dict[PartyId, None]] = {key: {} for key in wanted}
    near = LOOKED_THROUGH * max(wanted.values(), default=0)
    first = sa.select(stands.c.claim, stands.c.side, stands.c.principal).where(
        stands.c.claim.in_(sorted({claim for claim, _ in wanted})), stands.c.principal.is_not(None)
    )
    for claim, side, party in connection.execute(first.where(stands.c.place < near).order_by(stands.c.place)):
        if len(found[claim, side]) < wanted[claim, side]:
            found[claim, side][PartyId(party)] = None
    for (claim, side), number in wanted.items():
        if len(found[claim, side]) < number:
            alone = sa.select(stands.c.principal).where(stands.c.claim == claim, stands.c.side == side)
            in_order = alone.where(stands.c.principal.is_not(None)).group_by(stands.c.principal)
            rows = connection.scalars(in_order.order_by(sa.func.min(stands.c.place)).limit(number))
            found[claim, side] = dict.fromkeys(map(PartyId, rows))
    return {key: tuple(parties) for key, parties in found.items()}


@dataclass(frozen=True, slots=True)
class Rests:
    """On how many independent origins a side of a claim rests, and why; without what each origin told."""

    independent: int
    why: str


def rests_on(connection: sa.Connection, claim: ClaimId) -> dict[Side, Rests]:
    """What each side of a claim rests on."""
    origins = schema.origins
    query = sa.select(origins.c.side, sa.func.json_array_length(origins.c.groups), origins.c.why)
    rows = connection.execute(query.where(origins.c.claim == claim))
    return {Side(side): Rests(independent, why) for side, independent, why in rows}


def _day(iso: str | None) -> Interval | None:
    return to_interval(iso, iso, "day") if iso else None


def claim_texts(connection: sa.Connection, ids: Collection[ClaimId]) -> dict[ClaimId, str]:
    """How these claims are worded."""
    claims = schema.claims
    found: dict[ClaimId, str] = {}
    for some in batched(sorted(set(ids)), IDS_AT_ONCE):
        rows = connection.execute(sa.select(claims.c.id, claims.c.text).where(claims.c.id.in_(some)))
        found |= {ClaimId(row.id): row.text for row in rows}
    return found


def claim_heads(connection: sa.Connection, ids: Collection[ClaimId]) -> dict[ClaimId, ClaimHead]:
    """These claims without what stands on them."""
    claims, stands = schema.claims, schema.stands
    number = sa.select(sa.func.count()).where(stands.c.claim == claims.c.id).scalar_subquery()
    found: dict[ClaimId, ClaimHead] = {}
    for some in batched(sorted(set(ids)), IDS_AT_ONCE):
        query = sa.select(claims.c.id, claims.c.text, number.label("statements")).where(claims.c.id.in_(some))
        for row in connection.execute(query):
            found[ClaimId(row.id)] = ClaimHead(ClaimId(row.id), row.text, row.statements)
    return found


def stands_on_side(
    connection: sa.Connection, claim: ClaimId, side: Side, page: Page, among: Collection[PartyId] | None = None
) -> tuple[int, tuple[Stand, ...]]:
    """How many stands there are on one side of a claim, and those of a page, in the order of time; `among` some parties."""
    stands = schema.stands
    chosen = stands.select().where(stands.c.claim == claim, stands.c.side == side.value)
    if among is not None:
        chosen = chosen.where(stands.c.principal.in_(_each_of(among)))
    rows = connection.execute(chosen.order_by(stands.c.place).limit(page.limit).offset(page.offset))
    return _count(connection, chosen), tuple(map(linked.to_stand, rows))


def stands_listed(connection: sa.Connection, claims: Sequence[ClaimId], page: Page) -> dict[ClaimId, tuple[Stand, ...]]:
    """Of each of these claims the stands of a page, in the order of time."""
    stands = schema.stands
    of_one = stands.select().order_by(stands.c.place).limit(page.limit).offset(page.offset)
    return {
        claim: tuple(map(linked.to_stand, connection.execute(of_one.where(stands.c.claim == claim))))
        for claim in claims
    }


def positions_on(connection: sa.Connection, claim: ClaimId, page: Page) -> tuple[int, tuple[Position, ...]]:
    """How many parties stand on a claim, and the positions of those of a page, those with the most statements first."""
    stands = schema.stands
    grouped = (
        sa.select(stands.c.principal)
        .where(stands.c.claim == claim, stands.c.principal.is_not(None))
        .group_by(stands.c.principal)
    )
    order = (sa.func.count().desc(), stands.c.principal)
    parties = list(connection.scalars(grouped.order_by(*order).limit(page.limit).offset(page.offset)))
    rows = connection.execute(
        stands.select().where(stands.c.claim == claim, stands.c.principal.in_(parties)).order_by(stands.c.place)
    )
    own: dict[PartyId, list[Stand]] = {party: [] for party in parties}
    for row in rows:
        own[row.principal].append(linked.to_stand(row))
    positions = (Position(party, claim, tuple(told)) for party, told in own.items())
    return _count(connection, grouped), tuple(positions)


def names_of(connection: sa.Connection, ids: Collection[PartyId]) -> dict[PartyId, str]:
    """The names of those of these linked parties that have one."""
    parties = schema.linked_parties
    query = sa.select(parties.c.id, parties.c.name).where(
        parties.c.id.in_(_each_of(ids)), parties.c.anonymous.is_(False)
    )
    return {PartyId(id_): name for id_, name in connection.execute(query)}


def _count(connection: sa.Connection, chosen: sa.Select[Any]) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(chosen.order_by(None).subquery())) or 0


def _each_of(values: Collection[str]) -> sa.Select[Any]:
    """Any number of values as one: SQLite takes a limited number in one statement."""
    each = sa.func.json_each(json.dumps(sorted(values))).table_valued("value", name="each")
    return sa.select(each.c.value)


def _has_element(column: sa.ColumnElement[str], value: str) -> sa.ColumnElement[bool]:
    element = sa.func.json_each(column).table_valued("value", name="element")
    return sa.select(element.c.value).where(element.c.value == value).exists()
