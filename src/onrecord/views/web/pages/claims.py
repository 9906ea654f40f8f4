"""/claims and /claims/{id}: what statements take sides on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.record import ClaimSides, OnSide, Page, RecordReader, Rests, Subject
from onrecord.views.plots import plot_tracks
from onrecord.views.quoting import Quoted, quote
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.lanes import lanes_by_party
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.pages.changes import changes_shown
from onrecord.views.web.pages.parties import follows, party_asked
from onrecord.views.web.rendering import reviewer_of
from onrecord.vocabulary import ClaimId, LinkedParty, PartyId, Side

router = APIRouter(include_in_schema=False)
NAMED_ON_A_SIDE = 3
MOST_LANES = 14
MOST_CHANGES = 8
QUOTED_OF_A_SIDE = 12
QUOTED_OF_ONE_SIDE = 40
"""Statements on the page of one side alone."""


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of a claim: its first parties by name, and some of its statements."""

    side: Side
    on: OnSide
    parties: tuple[LinkedParty, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    rests: Rests | None = None


@router.get("/claims")
def list_all(request: Request, asked: AskedHere) -> Response:
    """The claims, those on which most was said first."""
    with desk_of(request).record.reader.snapshot() as reader:
        party = party_asked(reader, asked.party)
        total, ids = reader.claims_ranked(asked.part, party=party.id if party else None, query=asked.q)
        claims = reader.claim_sides(ids, NAMED_ON_A_SIDE)
        parties = reader.parties_by_id(
            (id_ for each in claims for on in each.sides.values() for id_ in on.first), bare=True
        )
        context = {
            "asked": asked,
            "party": party,
            "total": total,
            "claims": [(claim, sides_shown(claim, parties)) for claim in claims],
        }
    return pages_of(request)(request, "claims.html", context)


def sides_shown(claim: ClaimSides, parties: Mapping[PartyId, LinkedParty]) -> list[SideShown]:
    """The sides of a claim with their first parties."""
    return [
        SideShown(side, on, tuple(parties[id_] for id_ in on.first if id_ in parties))
        for side, on in claim.sides.items()
    ]


@router.get("/claims/{claim_id}")
def show_one(request: Request, claim_id: str, asked: AskedHere, side: Side | None = None) -> Response:
    """One claim: lanes by party, sides, origins, statements; with `side` the statements of one side, a page at a time."""
    with desk_of(request).record.reader.snapshot() as reader:
        claim = sides_with(reader, claim_id)
        rests = reader.rests_on(claim.id)
        context = {
            "claim": claim,
            "first": first_stand(reader, claim),
            "follows": follows(reader, reviewer_of(request), Subject.CLAIM, claim.id),
            "only": side,
            "asked": asked,
            "size": QUOTED_OF_ONE_SIDE,
            "sides": [
                _quoted_side(reader, claim, each, rests.get(each), asked.page if each is side else None)
                for each in claim.sides
                if side in (None, each)
            ],
            **({} if side else _over_time(reader, claim)),
        }
    return pages_of(request)(request, "claim.html", context)


def _over_time(reader: RecordReader, claim: ClaimSides) -> dict[str, object]:
    total, lanes = reader.lanes_of_claim(claim.id, MOST_LANES)
    parties = reader.parties_by_id((lane.party for lane in lanes if lane.party), bare=True)
    names = {id_: party.name for id_, party in parties.items()}
    changes_total, changes = changes_shown(reader, Asked(claim=claim.id, size=MOST_CHANGES))
    return {
        "tracks": plot_tracks(lanes_by_party(lanes, names)),
        "lanes_left_out": total - len(lanes),
        "changes": changes,
        "changes_total": changes_total,
    }


def _quoted_side(
    reader: RecordReader, claim: ClaimSides, side: Side, rests: Rests | None, number: int | None
) -> SideShown:
    """number: of the page, where a side is shown alone."""
    page = Page(QUOTED_OF_ONE_SIDE, (number - 1) * QUOTED_OF_ONE_SIDE) if number else Page(QUOTED_OF_A_SIDE)
    _, stands = reader.stands_on_side(claim.id, side, page)
    quotes = quote(reader, [stand.statement for stand in stands])
    quoted = tuple(quotes[stand.statement] for stand in stands if stand.statement in quotes)
    return SideShown(side, claim.sides[side], quoted=quoted, rests=rests)


def sides_with(reader: RecordReader, claim_id: str) -> ClaimSides:
    """The claim with this id in numbers. Raises HTTPException where there is none."""
    found = reader.claim_sides([ClaimId(claim_id)], NAMED_ON_A_SIDE)
    if not found:
        raise HTTPException(
            404, "There is no such claim, or no more: what was read or decided since may have made it another."
        )
    return found[0]


def first_stand(reader: RecordReader, claim: ClaimSides) -> str:
    """A statement that speaks to the claim: it stands for the claim in what people decide of it."""
    side = next(iter(claim.sides))
    _, stands = reader.stands_on_side(claim.id, side, Page(1))
    return stands[0].statement
