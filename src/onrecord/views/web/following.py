"""Positions, changes and conflicts with all that their pages say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.record import RecordReader
from onrecord.views import links, present
from onrecord.views.web.quoting import Quoted, quote
from onrecord.views.web.tracks import Point
from onrecord.vocabulary import Change, Claim, ClaimId, Conflict, PartyId, Position, Review, Side, Stand, StatementId

Quotes = Mapping[StatementId, Quoted]


@dataclass(frozen=True, slots=True)
class Changed:
    """A change with its claim and both statements."""

    row: present.Row
    claim: Claim
    before: Quoted
    after: Quoted


@dataclass(frozen=True, slots=True)
class Conflicting:
    """A conflict with its claim and what was said on both sides; more_*: how many statements beyond those quoted."""

    row: present.Row
    claim: Claim
    affirming: tuple[Quoted, ...]
    denying: tuple[Quoted, ...]
    more_affirming: int = 0
    more_denying: int = 0


def tell_changes(reader: RecordReader, changes: Sequence[Change]) -> list[Changed]:
    """Changes with their words."""
    quotes = quote(reader, [s.statement for change in changes for s in (change.before, change.after)])
    claims = claims_by_id(reader, [change.claim for change in changes])
    parties = reader.parties_by_id(change.party for change in changes)
    reviews = reader.change_reviews()
    return [
        Changed(
            links.change_row(change, parties, reviews.get(change.id, Review.UNREVIEWED)),
            claims[change.claim],
            quotes[change.before.statement],
            quotes[change.after.statement],
        )
        for change in changes
        if change.before.statement in quotes and change.after.statement in quotes and change.claim in claims
    ]


def tell_conflicts(reader: RecordReader, conflicts: Sequence[Conflict], most: int | None = 2) -> list[Conflicting]:
    """Conflicts with their words, of each side at most so many statements."""
    claims = claims_by_id(reader, [conflict.claim for conflict in conflicts])
    parties = reader.parties_by_id(party for each in conflicts for party in (*each.affirms, *each.denies))
    stands = {
        each.id: {s.statement: s for s in claims[each.claim].stands} for each in conflicts if each.claim in claims
    }

    def on_side(conflict: Conflict, side: Side) -> list[StatementId]:
        of_claim = stands.get(conflict.id, {})
        return [s for s in conflict.statements if s in of_claim and of_claim[s].side is side]

    sides = {(each.id, side): on_side(each, side) for each in conflicts for side in (Side.AFFIRMS, Side.DENIES)}
    quotes = quote(reader, [statement for statements in sides.values() for statement in statements[:most]])

    def told(conflict: Conflict, side: Side) -> tuple[Quoted, ...]:
        return tuple(quotes[s] for s in sides[conflict.id, side][:most] if s in quotes)

    def more(conflict: Conflict, side: Side) -> int:
        return 0 if most is None else max(len(sides[conflict.id, side]) - most, 0)

    return [
        Conflicting(
            links.conflict_row(each, parties),
            claims[each.claim],
            told(each, Side.AFFIRMS),
            told(each, Side.DENIES),
            more(each, Side.AFFIRMS),
            more(each, Side.DENIES),
        )
        for each in conflicts
        if each.id in stands
    ]


def claims_by_id(reader: RecordReader, ids: Iterable[ClaimId]) -> dict[ClaimId, Claim]:
    """The claims with these ids."""
    return {claim.id: claim for claim in reader.claims(ids=tuple(dict.fromkeys(ids)))}


def points(stands: Iterable[Stand], quotes: Quotes) -> list[Point]:
    """Stands on a lane; what has neither a day of its own nor one of its article is left out."""
    found = []
    for stand in stands:
        quoted = quotes.get(stand.statement)
        if quoted is None:
            continue
        day = stand.said.start.isoformat() if stand.said else quoted.day
        if day is None or len(day) < len("2025-05-14"):
            continue
        when = present.interval_label(present.interval_row(stand.said)) or f"published {present.day_label(day)}"
        label = f"{stand.side.value}, {when}"
        found.append(Point(date.fromisoformat(day), stand.side, quoted.address, label, is_dated=stand.said is not None))
    return sorted(found, key=lambda point: point.day)


def lanes_by_claim(
    positions: Sequence[Position], claims: Mapping[ClaimId, Claim], quotes: Quotes
) -> list[tuple[str, str, Sequence[Point]]]:
    """One lane a claim, for the page of a party."""
    return [
        (claims[p.claim].text, f"/claims/{p.claim}", points(p.stands, quotes)) for p in positions if p.claim in claims
    ]


def lanes_by_party(
    positions: Sequence[Position], names: Mapping[PartyId, str], quotes: Quotes
) -> list[tuple[str, str, Sequence[Point]]]:
    """One lane a party, for the page of a claim."""
    return [(names.get(p.party, "?"), f"/parties/{p.party}", points(p.stands, quotes)) for p in positions]
