"""Positions: the dated sides of one party on one claim, whoever spoke for it, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.vocabulary import Claim, PartyId, Position, Stand


def find_positions(claims: Iterable[Claim]) -> tuple[Position, ...]:
    """A position for each party that takes a side on a claim."""
    found = []
    for claim in claims:
        by_party: dict[PartyId, list[Stand]] = defaultdict(list)
        for stand in claim.stands:
            if stand.principal:
                by_party[stand.principal].append(stand)
        found += [Position(party, claim.id, tuple(stands)) for party, stands in sorted(by_party.items())]
    return tuple(found)
