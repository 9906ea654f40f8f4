"""Positions as lanes to draw: one a claim on the page of a party, one a party on the page of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.views import present
from onrecord.views.quoting import Quoted
from onrecord.views.web.tracks import Point
from onrecord.vocabulary import Claim, ClaimId, PartyId, Position, Stand, StatementId

Quotes = Mapping[StatementId, Quoted]
LaneOf = tuple[str, str, Sequence[Point]]
"""What the lane is of, its address, and the points on it."""


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


def lanes_by_claim(positions: Sequence[Position], claims: Mapping[ClaimId, Claim], quotes: Quotes) -> list[LaneOf]:
    """One lane a claim, for the page of a party."""
    return [
        (claims[p.claim].text, f"/claims/{p.claim}", points(p.stands, quotes)) for p in positions if p.claim in claims
    ]


def lanes_by_party(positions: Sequence[Position], names: Mapping[PartyId, str], quotes: Quotes) -> list[LaneOf]:
    """One lane a party, for the page of a claim."""
    return [(names.get(p.party, "?"), f"/parties/{p.party}", points(p.stands, quotes)) for p in positions]
