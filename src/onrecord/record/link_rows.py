"""What linking derived, as rows: those of a step are written in place of what stood there before, all others stay."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.rows import IDS_AT_ONCE, batched, interval_row
from onrecord.vocabulary import ClaimId, Gone, Linked, LinkedContact, LinkedEvent, LinkedParty, Passage, Relinked

Row = dict[str, object]


def write(connection: sa.Connection, step: Relinked) -> None:
    """Bring the derived tables up to this step."""
    for column, ids in _outdated(step.put, step.gone):
        for some in batched(sorted(ids), IDS_AT_ONCE):
            connection.execute(column.table.delete().where(column.in_(some)))
    for table, rows in _rows(step.put, step.places):
        if rows:
            connection.execute(table.insert(), rows)


def _outdated(put: Linked, gone: Gone) -> Iterator[tuple[sa.Column[str], Collection[str]]]:
    """Which rows go: by a column, the values."""
    yield schema.linked_parties.c.id, {*gone.parties, *(party.id for party in put.parties)}
    yield schema.party_links.c.local, {*gone.locals, *put.party_of}
    claims = {*gone.claims, *(claim.id for claim in put.claims)}
    yield schema.claims.c.id, claims
    for table in (schema.stands, schema.changes, schema.conflicts, schema.origins):
        yield table.c.claim, claims
    contacts = {*gone.contacts, *(contact.id for contact in put.contacts)}
    events = {*gone.events, *(event.id for event in put.events)}
    yield schema.linked_contacts.c.id, contacts
    yield schema.linked_events.c.id, events
    yield schema.involved.c.thing, contacts | events
    yield schema.copies.c.article, {*gone.copies, *put.copies}


def _rows(linked: Linked, places: Mapping[ClaimId, str]) -> Iterator[tuple[sa.Table, list[Row]]]:
    yield schema.linked_parties, [_party_row(party) for party in linked.parties]
    yield schema.party_links, [{"local": local, "linked": id_} for local, id_ in sorted(linked.party_of.items())]
    yield schema.claims, [{"id": c.id, "place": places[c.id], "text": c.text} for c in linked.claims]
    yield (
        schema.stands,
        [
            {
                "statement": stand.statement,
                "claim": claim.id,
                "place": place,
                "side": stand.side,
                "principal": stand.principal,
                **_days("said", interval_row(stand.said)),
            }
            for claim in linked.claims
            for place, stand in enumerate(claim.stands)
        ],
    )
    yield (
        schema.changes,
        [
            {
                "id": change.id,
                "place": f"{places[change.claim]}\t{change.party}\t{place:09}",
                "party": change.party,
                "claim": change.claim,
                "kind": change.kind,
                "before_statement": change.before.statement,
                "after_statement": change.after.statement,
                "confidence": change.confidence,
            }
            for place, change in enumerate(linked.changes)
        ],
    )
    yield (
        schema.conflicts,
        [
            {
                "id": conflict.id,
                "place": places[conflict.claim],
                "claim": conflict.claim,
                "affirms": json.dumps(conflict.affirms),
                "denies": json.dumps(conflict.denies),
                "statements": json.dumps(conflict.statements),
            }
            for conflict in linked.conflicts
        ],
    )
    yield (
        schema.origins,
        [
            {
                "claim": o.claim,
                "side": o.side,
                "place": f"{places[o.claim]}\t{o.side}",
                "groups": json.dumps(o.groups),
                "why": o.why,
            }
            for o in linked.origins
        ],
    )
    yield schema.linked_contacts, [_contact_row(contact) for contact in linked.contacts]
    yield schema.linked_events, [_event_row(event) for event in linked.events]
    things: list[LinkedContact | LinkedEvent] = [*linked.contacts, *linked.events]
    yield schema.involved, [{"party": party, "thing": thing.id} for thing in things for party in thing.parties]
    yield schema.copies, [{"article": copy, "copy_of": of} for copy, of in sorted(linked.copies.items())]


def _party_row(party: LinkedParty) -> Row:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "aliases": json.dumps(party.aliases, ensure_ascii=False),
        "roles": json.dumps(party.roles, ensure_ascii=False),
        "members": json.dumps(party.members),
        "anonymous": party.anonymous,
        "because": json.dumps(party.because, ensure_ascii=False),
        "statements": party.statements,
        "articles": party.articles,
    }


def _contact_row(contact: LinkedContact) -> Row:
    day = f"dated {contact.on.start}" if contact.on else "undated"
    return {
        "id": contact.id,
        "place": f"{day}\t{_first(contact.evidence)}",
        "parties": json.dumps(contact.parties),
        "evidence": _evidence(contact.evidence),
        "channel": contact.channel,
        **_days("on", interval_row(contact.on)),
        "confidence": contact.confidence,
    }


def _event_row(event: LinkedEvent) -> Row:
    return {
        "id": event.id,
        "place": f"{event.on.start}\t{event.on.end}\t{event.on.granularity}\t{_first(event.evidence)}",
        "parties": json.dumps(event.parties),
        "evidence": _evidence(event.evidence),
        **_days("on", interval_row(event.on)),
        "claim": event.claim,
    }


def _days(column: str, interval: Mapping[str, str | None]) -> Row:
    return {f"{column}_{name}": value for name, value in interval.items()}


def _first(evidence: tuple[Passage, ...]) -> str:
    first = evidence[0]
    return f"{first.article}\t{first.span.start:09}\t{first.span.end:09}"


def _evidence(passages: Iterable[Passage]) -> str:
    return json.dumps([[p.article, p.span.start, p.span.end] for p in passages])
