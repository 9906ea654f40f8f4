"""Conflicts: one claim, parties that affirm it, parties that deny it.

A party is named where it surely enough speaks to the claim and on that side; of each side at least the surest are.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.vocabulary import Claim, Conflict, PartyId, Side, Stand, StatementId

SURE_ENOUGH = 0.4
"""From this probability on that one of its statements takes its side a party is named (training/LOG.md, 2026-11-30)."""

_OTHER = {Side.AFFIRMS: Side.DENIES, Side.DENIES: Side.AFFIRMS}


def find_conflict(claim: Claim, surely: Mapping[StatementId, float]) -> Conflict | None:
    """The conflict of a claim, if it has parties on both sides. surely: for each statement that takes a side firmly the
    probability that it does."""
    firm = [s for s in claim.stands if s.side in _OTHER and s.principal]
    parties = dict.fromkeys(s.principal for s in firm if s.principal)
    side_of = {party: _contested_side(party, firm) for party in parties}
    affirms, denies = (_sure([p for p in parties if side_of[p] is side], side, firm, surely) for side in _OTHER)
    if not affirms or not denies:
        return None
    named = {*affirms, *denies}
    return Conflict(claim.id, affirms, denies, tuple(s.statement for s in firm if s.principal in named))


def _contested_side(party: PartyId, firm: list[Stand]) -> Side:
    """A party that switched stands where others are against it; where they are on both sides, where it stood first."""
    mine = list(dict.fromkeys(s.side for s in firm if s.principal == party))
    against = {side: {s.principal for s in firm if s.principal != party and s.side is _OTHER[side]} for side in mine}
    return next((side for side in mine if against[side]), mine[0])


def _sure(
    parties: list[PartyId], side: Side, firm: list[Stand], surely: Mapping[StatementId, float]
) -> tuple[PartyId, ...]:
    """Those of the parties of a side that are on it surely enough, and the surest of them anyway."""
    chances = {
        party: max(surely[s.statement] for s in firm if s.principal == party and s.side is side) for party in parties
    }
    least = min(SURE_ENOUGH, max(chances.values(), default=0.0))
    return tuple(party for party, chance in chances.items() if chance >= least)
