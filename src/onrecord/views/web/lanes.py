"""Positions as lanes to draw: one a claim on the page of a party, one a party on the page of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.record import ClaimHead, Lane, Placed
from onrecord.views import present
from onrecord.views.web.tracks import Point
from onrecord.vocabulary import ClaimId, PartyId

LaneOf = tuple[str, str, Sequence[Point]]
"""What the lane is of, its address, and the points on it."""


def points(placed: Iterable[Placed]) -> list[Point]:
    """Stands on a lane; what has neither a day of its own nor one of its article is left out."""
    found = []
    for each in placed:
        said = each.stand.said
        day = said.start.isoformat() if said else (each.published or "")[: len("2025-05-14")]
        if len(day) < len("2025-05-14"):
            continue
        when = present.interval_label(present.interval_row(said)) or f"published {present.day_label(day)}"
        address = f"/articles/{each.article}#s-{each.stand.statement}"
        side = each.stand.side
        found.append(Point(date.fromisoformat(day), side, address, f"{side.value}, {when}", is_dated=said is not None))
    return sorted(found, key=lambda point: point.day)


def lanes_by_claim(lanes: Iterable[Lane], claims: Mapping[ClaimId, ClaimHead]) -> list[LaneOf]:
    """One lane a claim, for the page of a party."""
    return [(claims[lane.claim].text, f"/claims/{lane.claim}", points(lane.placed)) for lane in lanes]


def lanes_by_party(lanes: Iterable[Lane], names: Mapping[PartyId, str]) -> list[LaneOf]:
    """One lane a party, for the page of a claim; one for all that nobody named is behind."""
    return [
        (names.get(lane.party, "?"), f"/parties/{lane.party}", points(lane.placed))
        if lane.party
        else ("nobody named", f"/claims/{lane.claim}", points(lane.placed))
        for lane in lanes
    ]
