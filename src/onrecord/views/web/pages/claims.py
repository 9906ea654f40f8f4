"""/claims and /claims/{id}: what statements take sides on."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.record import RecordReader, Subject
from onrecord.views import links
from onrecord.views.affair import show_changes
from onrecord.views.quoting import quote
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.lanes import lanes_by_party, points
from onrecord.views.web.pages.asked import AskedHere
from onrecord.views.web.pages.parties import follows, party_asked
from onrecord.views.web.rendering import reviewer_of
from onrecord.views.web.tracks import draw
from onrecord.vocabulary import Claim, ClaimId, Side

router = APIRouter(include_in_schema=False)


@router.get("/claims")
def list_all(request: Request, asked: AskedHere) -> Response:
    """The claims, those on which most was said first."""
    with desk_of(request).record.reader.snapshot() as reader:
        party = party_asked(reader, asked.party)
        listed = reader.claims_listed(asked.part, party=party.id if party else None, query=asked.q)
        parties = reader.parties_by_id(s.principal for claim in listed.claims for s in claim.stands if s.principal)
        context = {
            "asked": asked,
            "party": party,
            "total": listed.total,
            "rows": [links.claim_row(claim, parties) for claim in listed.claims],
        }
    return pages_of(request)(request, "claims.html", context)


@router.get("/claims/{claim_id}")
def show_one(request: Request, claim_id: str) -> Response:
    """One claim: lanes by party, sides, origins, every statement."""
    with desk_of(request).record.reader.snapshot() as reader:
        claim = claim_with(reader, claim_id)
        positions = sorted(reader.positions(claim=claim.id), key=lambda position: -len(position.stands))
        parties = reader.parties_by_id(stand.principal for stand in claim.stands if stand.principal)
        quotes = quote(reader, [stand.statement for stand in claim.stands])
        lanes = lanes_by_party(positions, {id_: party.name for id_, party in parties.items()}, quotes)
        nobody = [stand for stand in claim.stands if stand.principal is None]
        if nobody:
            lanes.append(("nobody named", f"/claims/{claim.id}", points(nobody, quotes)))
        origins = [links.origin_row(origin) for origin in reader.origins(claim=claim.id)]
        context = {
            "claim": claim,
            "follows": follows(reader, reviewer_of(request), Subject.CLAIM, claim.id),
            "row": links.claim_row(claim, parties),
            "tracks": draw(lanes),
            "by_side": {
                side.value: [quotes[s.statement] for s in claim.stands if s.side is side and s.statement in quotes]
                for side in Side
            },
            "origins": {origin["side"]: origin for origin in origins},
            "changes": show_changes(reader, list(reader.changes(claim=claim.id))),
        }
    return pages_of(request)(request, "claim.html", context)


def claim_with(reader: RecordReader, claim_id: str) -> Claim:
    """The claim with this id. Raises HTTPException where there is none."""
    claim = reader.claim(ClaimId(claim_id))
    if claim is None:
        raise HTTPException(404)
    return claim
