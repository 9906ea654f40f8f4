"""Keeping what linking derived: all of it replaced in one transaction, with a mark of what it was made from.

The mark names the readings of the newest versions and the judgements that the links rest on. While it is not that of the
record as it stands, the links are stale and are made anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.anchored import DIFFERENT, FOLLOWED, SAME, Finder
from onrecord.record.judgements import Judgement, JudgementLog, Subject
from onrecord.record.rows import interval_row, is_newest
from onrecord.record.vectors import Encode, RememberedVectors
from onrecord.vocabulary import (
    Decisions,
    Linked,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    PartyId,
    Passage,
    Reading,
    Review,
    StatementId,
)

if TYPE_CHECKING:
    from onrecord.record.reader import RecordReader

LINKER = "2"
"""Raised when linking comes to other results than before: links that an older one made are stale."""

Row = dict[str, object]


class LinkKeeper:
    """The links of a record: are they stale, what are they made from, keep them. Satisfies `pipeline.Links`."""

    def __init__(self, writing: sa.Engine, reading: sa.Engine, reader: RecordReader, log: JudgementLog) -> None:
        self._writing = writing
        self._reading = reading
        self._reader = reader
        self._log = log
        self._basis: str | None = None

    def are_stale(self) -> bool:
        """Whether something was read or decided since the links were made."""
        with self._reading.connect() as connection:
            return _kept_basis(connection) != _basis(connection)

    def readings(self) -> Iterator[Reading]:
        """What was read in the newest version of every article, as it stands; what people rejected is left out."""
        with self._reading.connect() as connection:
            self._basis = _basis(connection)  # what is decided while links are made is not in them
        return map(without_rejected, self._reader.readings())

    def decisions(self) -> Decisions:
        """What people decided about links, as it stands."""
        pairs: dict[tuple[Subject, str], set[frozenset[str]]] = {}
        for judgement, pair in self._decided_pairs():
            other = DIFFERENT if judgement.field == SAME else SAME
            pairs.setdefault((judgement.subject_kind, judgement.field), set()).add(pair)
            pairs.get((judgement.subject_kind, other), set()).discard(pair)  # the later decision counts
        return Decisions(
            same_parties=_parties(pairs.get((Subject.PARTY, SAME), set())),
            different_parties=_parties(pairs.get((Subject.PARTY, DIFFERENT), set())),
            same_claims=_statements(pairs.get((Subject.CLAIM, SAME), set())),
            different_claims=_statements(pairs.get((Subject.CLAIM, DIFFERENT), set())),
        )

    def _decided_pairs(self) -> Iterator[tuple[Judgement, frozenset[str]]]:
        """Decisions on two parties or two statements, as far as both are found."""
        with self._reading.connect() as connection:
            finder = Finder(connection)
            for judgement in self._log.in_force():
                if judgement.field in (SAME, DIFFERENT) and (pair := finder.pair(judgement)):
                    yield judgement, frozenset(pair)

    def remembering(self, encode: Encode, model: str) -> Encode:
        """The encoder of sentences, asked only for what it has not been asked before."""
        return RememberedVectors(encode, model, self._writing, self._reading)

    def keep(self, linked: Linked) -> None:
        """Replace all links by these, in one transaction."""
        with self._writing.begin() as connection:
            basis = self._basis or _basis(connection)
            for table in schema.linked_tables:
                connection.execute(table.delete())
            for table, rows in _rows(linked):
                if rows:
                    connection.execute(table.insert(), rows)
            connection.execute(schema.links_made.insert().values(basis=basis, at=_now()))


def without_rejected(reading: Reading) -> Reading:
    """The reading without the statements that people rejected; what is nested in one moves out to where that stood."""
    rejected = {s.id: s.nested_in for s in reading.statements if s.review is Review.REJECTED}
    if not rejected:
        return reading

    def outer(id_: StatementId | None) -> StatementId | None:
        return outer(rejected[id_]) if id_ in rejected else id_

    kept = (s for s in reading.statements if s.id not in rejected)
    return replace(reading, statements=tuple(replace(s, nested_in=outer(s.nested_in)) for s in kept))


def _parties(pairs: Iterable[frozenset[str]]) -> frozenset[frozenset[PartyId]]:
    return frozenset(frozenset(PartyId(id_) for id_ in pair) for pair in pairs)


def _statements(pairs: Iterable[frozenset[str]]) -> frozenset[frozenset[StatementId]]:
    return frozenset(frozenset(StatementId(id_) for id_ in pair) for pair in pairs)


def _kept_basis(connection: sa.Connection) -> str | None:
    return connection.scalar(sa.select(schema.links_made.c.basis))


def _basis(connection: sa.Connection) -> str:
    """A digest of what links follow from: which run read which article, with which metadata, and how far the log has come."""
    articles, readings = schema.articles, schema.readings
    query = (
        sa.select(articles.c.id, articles.c.publisher, articles.c.published, readings.c.run)
        .join(readings, readings.c.article == articles.c.id)
        .where(is_newest())
        .order_by(articles.c.id)
    )
    digest = hashlib.blake2b(LINKER.encode(), digest_size=16)
    for row in connection.execute(query):
        digest.update(json.dumps(list(row)).encode())
    judged = connection.scalar(
        sa.select(sa.func.max(schema.judgements.c.seq)).where(schema.judgements.c.field != FOLLOWED)
    )
    digest.update(str(judged).encode())
    return digest.hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


# --- rows ---


def _rows(linked: Linked) -> Iterator[tuple[sa.Table, list[Row]]]:
    yield schema.linked_parties, [_party_row(party) for party in linked.parties]
    yield schema.party_links, [{"local": local, "linked": id_} for local, id_ in sorted(linked.party_of.items())]
    claims = list(enumerate(linked.claims))
    yield schema.claims, [{"id": claim.id, "place": place, "text": claim.text} for place, claim in claims]
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
                "place": place,
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
                "place": place,
                "claim": conflict.claim,
                "affirms": json.dumps(conflict.affirms),
                "denies": json.dumps(conflict.denies),
                "statements": json.dumps(conflict.statements),
            }
            for place, conflict in enumerate(linked.conflicts)
        ],
    )
    yield (
        schema.origins,
        [
            {"claim": o.claim, "side": o.side, "place": place, "groups": json.dumps(o.groups), "why": o.why}
            for place, o in enumerate(linked.origins)
        ],
    )
    yield schema.linked_contacts, [_contact_row(place, contact) for place, contact in enumerate(linked.contacts)]
    yield schema.linked_events, [_event_row(place, event) for place, event in enumerate(linked.events)]
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


def _contact_row(place: int, contact: LinkedContact) -> Row:
    return {
        "id": contact.id,
        "place": place,
        "parties": json.dumps(contact.parties),
        "evidence": _evidence(contact.evidence),
        "channel": contact.channel,
        **_days("on", interval_row(contact.on)),
        "confidence": contact.confidence,
    }


def _event_row(place: int, event: LinkedEvent) -> Row:
    return {
        "id": event.id,
        "place": place,
        "parties": json.dumps(event.parties),
        "evidence": _evidence(event.evidence),
        **_days("on", interval_row(event.on)),
        "claim": event.claim,
    }


def _days(column: str, interval: Mapping[str, str | None]) -> Row:
    return {f"{column}_{name}": value for name, value in interval.items()}


def _evidence(passages: Iterable[Passage]) -> str:
    return json.dumps([[p.article, p.span.start, p.span.end] for p in passages])
