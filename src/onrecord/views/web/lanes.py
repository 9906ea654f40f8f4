"""Positions as lanes to draw: one a claim on the page of a party, one a party on the page of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from onrecord.record import ClaimHead, Placed
from onrecord.record import Lane as Stands
from onrecord.views import present
from onrecord.views.plots import Lane, Point
from onrecord.vocabulary import ClaimId, PartyId

NOBODY = "nobody named"


def lanes_by_claim(lanes: Iterable[Stands], claims: Mapping[ClaimId, ClaimHead]) -> list[Lane]:
    """One lane a claim, for the page of a party."""
    return [Lane(claims[each.claim].text, f"/claims/{each.claim}", points(each.placed)) for each in lanes]


def lanes_by_party(lanes: Iterable[Stands], names: Mapping[PartyId, str]) -> list[Lane]:
    """One lane a party, for the page of a claim; one for all that nobody named is behind."""
    return [
        Lane(names.get(each.party, "?"), f"/parties/{each.party}", points(each.placed))
        if each.party
        else Lane(NOBODY, None, points(each.placed))
        for each in lanes
    ]


def points(placed: Iterable[Placed]) -> list[Point]:
    """Stands on a lane: on the day said, else on that of the article, else without one."""
    return [
        Point(
            day_of(each),
            each.stand.side,
            f"/articles/{each.article}#s-{each.stand.statement}",
            f"{each.stand.side.value}, {_when(each)}",
            is_dated=each.stand.said is not None,
        )
        for each in placed
    ]


def day_of(placed: Placed) -> date | None:
    """The day from which a stand counts; None where neither it nor its article has a whole one."""
    if placed.stand.said:
        return placed.stand.said.start
    try:
        return date.fromisoformat((placed.published or "")[: len("2025-05-14")])
    except ValueError:
        return None


def _when(placed: Placed) -> str:
    said = present.interval_label(present.interval_row(placed.stand.said))
    return said or (f"published {present.day_label(placed.published)}" if placed.published else "undated")
