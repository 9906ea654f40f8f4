"""Readings → everything that follows from holding them together. The order in which they come does not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.linking.changes import find_changes
from onrecord.linking.claims import find_claims
from onrecord.linking.conflicts import find_conflicts
from onrecord.linking.contacts import link_contacts
from onrecord.linking.copies import find_copies, sketch
from onrecord.linking.names import body_name
from onrecord.linking.origins import Surroundings, find_origins
from onrecord.linking.parties import link_parties
from onrecord.linking.positions import find_positions
from onrecord.linking.propositions import Proposition, read_propositions
from onrecord.linking.sentences import Encode, Likeness, SentenceModel
from onrecord.linking.timeline import link_events
from onrecord.linking.units import Unit, find_units
from onrecord.vocabulary import (
    ArticleId,
    Decisions,
    Kind,
    Linked,
    LinkedParty,
    PartyId,
    PartyKind,
    Reading,
    StatementId,
)

NO_DECISIONS = Decisions()
SHIPPED = SentenceModel()


def link(readings: Iterable[Reading], decisions: Decisions = NO_DECISIONS, encode: Encode | None = None) -> Linked:
    """Link all readings from scratch. encode: another way to the vectors of sentences than asking the weights that ship."""
    encode = encode or SHIPPED

    known = sorted(readings, key=lambda r: (r.article.ref, r.article.id))
    articles = {r.article.id: r.article for r in known}
    parties, party_of = link_parties((p for r in known for p in r.parties), decisions)
    parties = _with_counts(parties, known, party_of)
    by_id = {p.id: p for p in parties}
    propositions = {p.id: p for r in known for p in read_propositions(r, party_of)}
    copies = find_copies(articles.values(), {id_: sketch(article.text) for id_, article in articles.items()})
    units = find_units(propositions.values())
    alike = likeness_of(units, encode)
    claims = find_claims(units, {p.id: p.name for p in parties}, decisions, alike)
    positions = find_positions(claims)
    return Linked(
        parties=parties,
        party_of=party_of,
        claims=claims,
        positions=positions,
        changes=find_changes(positions, propositions, alike),
        conflicts=find_conflicts(claims),
        origins=find_origins(claims, propositions, _surroundings(known, by_id, party_of, copies)),
        contacts=link_contacts((c for r in known for c in r.contacts), party_of, by_id, articles, copies),
        events=link_events((e for r in known for e in r.events), party_of, articles),
        copies=copies,
    )


def likeness_of(units: Sequence[Unit], encode: Encode) -> Likeness:
    """How near the statements of these utterances lie to each other; all tellings of one lie where its first does."""
    rows = {told.id: row for row, unit in enumerate(units) for told in unit.told}
    return Likeness(rows, encode([unit.first.sentence for unit in units]), SHIPPED.heads)


def propositions_of(readings: Iterable[Reading], decisions: Decisions = NO_DECISIONS) -> tuple[Proposition, ...]:
    """What the statements of these readings put forward, with their parties linked."""
    known = sorted(readings, key=lambda r: (r.article.ref, r.article.id))
    _, party_of = link_parties((p for r in known for p in r.parties), decisions)
    return tuple(p for r in known for p in read_propositions(r, party_of))


def _with_counts(
    parties: Iterable[LinkedParty], readings: Iterable[Reading], party_of: Mapping[PartyId, PartyId]
) -> tuple[LinkedParty, ...]:
    """The parties with how many statements are their own: as speaker, or as who is spoken for."""
    own: Counter[PartyId] = Counter()
    for reading in readings:
        for statement in reading.statements:
            who = {party_of[p] for p in (statement.speaker, statement.on_behalf_of) if p in party_of and p}
            own.update(who if statement.kind is not Kind.THOUGHT else ())
    return tuple(replace(party, statements=own[party.id]) for party in parties)


def _surroundings(
    readings: Sequence[Reading],
    parties: Mapping[PartyId, LinkedParty],
    party_of: Mapping[PartyId, PartyId],
    copies: Mapping[ArticleId, ArticleId],
) -> Surroundings:
    outlets = {
        body_name(name): p.id for p in parties.values() if p.kind is PartyKind.OUTLET for name in (p.name, *p.aliases)
    }
    publishers = {}
    via: dict[StatementId, tuple[PartyId, ...]] = {}
    told_to: dict[StatementId, PartyId] = {}
    for reading in readings:
        if publisher := reading.article.publisher:
            publishers[reading.article.id] = str(outlets.get(body_name(publisher), publisher))
        for statement in reading.statements:
            via[statement.id] = tuple(party_of[v] for v in statement.via if v in party_of)
            if statement.told_to in party_of and statement.told_to:
                told_to[statement.id] = party_of[statement.told_to]
    return Surroundings(parties, copies, publishers, via, told_to)
