"""Conflicts: one claim, parties that affirm it, parties that deny it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.vocabulary import Claim, Conflict, PartyId, Side, Stand

_OTHER = {Side.AFFIRMS: Side.DENIES, Side.DENIES: Side.AFFIRMS}


def find_conflicts(claims: Iterable[Claim]) -> tuple[Conflict, ...]:
    """The conflict of each claim that has parties on both sides."""
    return tuple(conflict for claim in claims if (conflict := _conflict(claim)))


def _conflict(claim: Claim) -> Conflict | None:
    firm = [s for s in claim.stands if s.side in _OTHER and s.principal]
    parties = dict.fromkeys(s.principal for s in firm if s.principal)
    side_of = {party: _contested_side(party, firm) for party in parties}
    affirms, denies = (tuple(p for p in parties if side_of[p] is side) for side in _OTHER)
    if not affirms or not denies:
        return None
    return Conflict(claim.id, affirms, denies, tuple(s.statement for s in firm))


def _contested_side(party: PartyId, firm: list[Stand]) -> Side:
    """A party that switched stands where others are against it; where they are on both sides, where it stood first."""
    mine = list(dict.fromkeys(s.side for s in firm if s.principal == party))
    against = {side: {s.principal for s in firm if s.principal != party and s.side is _OTHER[side]} for side in mine}
    return next((side for side in mine if against[side]), mine[0])
