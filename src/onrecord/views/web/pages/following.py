"""What a person follows: said by judgement, shown on the page at a glance with what came in since they last looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.record import Following, RecordReader, Subject
from onrecord.views import judging
from onrecord.views.quoting import Quoted, quote_statements
from onrecord.views.web.desk import desk_of
from onrecord.views.web.pages.claims import first_stand, sides_with
from onrecord.views.web.pages.entry import A_YEAR, local
from onrecord.views.web.pages.parties import foremost, party_with
from onrecord.views.web.pages.review import DeciderHere, Onward, Text
from onrecord.views.web.rendering import reviewer_of
from onrecord.vocabulary import ClaimId, PartyId

router = APIRouter(include_in_schema=False)
SEEN_COOKIE = "onrecord_seen"
NEWEST = 3
MOST_FOLLOWED = 24


@dataclass(frozen=True, slots=True)
class Followed:
    """A followed party or claim. said: what came in last; new: how many statements came in since it was last seen."""

    following: Following
    name: str
    address: str
    said: tuple[Quoted, ...]
    new: int


@router.post("/review/follow/{kind}/{subject}")
def follow(
    request: Request, kind: Subject, subject: str, decider: DeciderHere, action: Text, onward: Onward = "/"
) -> Response:
    """Follow a party or a claim from now on, or no more."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        if kind is Subject.PARTY:
            id_: str = foremost(reader, party_with(reader, subject))
        elif kind is Subject.CLAIM:
            id_ = first_stand(reader, sides_with(reader, subject))
        else:
            raise HTTPException(422, "A party or a claim is followed.")
        known = next((f for f in reader.following() if (f.who, f.kind, f.id) == (decider.who, kind, subject)), None)
        decision = judging.followed(reader, decider, kind, id_)
    if action == "follow" and known is None:
        desk.record.judgements.append(decision)
    elif action == "leave" and known is not None:
        desk.record.judgements.undo(known.judgement, who=decider.who, at=decider.at())
    return RedirectResponse(local(onward), status_code=303)


@router.post("/seen")
def seen(onward: Annotated[str, Form(alias="next")] = "/") -> Response:
    """Keep in a person's own browser that they have seen what came in by now."""
    answer = RedirectResponse(local(onward), status_code=303)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    answer.set_cookie(SEEN_COOKIE, now, max_age=A_YEAR, httponly=True, samesite="strict")
    return answer


def followed_by(request: Request, reader: RecordReader) -> list[Followed]:
    """What the person at this browser follows, with what came in last; first where most is new."""
    who, since = reviewer_of(request), request.cookies.get(SEEN_COOKIE)
    mine = [each for each in reader.following() if each.who == who][:MOST_FOLLOWED]
    return sorted((_followed(reader, each, since) for each in mine), key=lambda each: -each.new)


def _followed(reader: RecordReader, each: Following, since: str | None) -> Followed:
    came = reader.came_in(each.kind, each.id, since, NEWEST)
    said = tuple(quote_statements(reader, came.statements).values())
    if each.kind is Subject.PARTY:
        party = reader.linked_party(PartyId(each.id))
        return Followed(each, party.name if party else each.id, f"/parties/{each.id}", said, came.new)
    claim = reader.claim_heads([ClaimId(each.id)]).get(ClaimId(each.id))
    return Followed(each, claim.text if claim else each.id, f"/claims/{each.id}", said, came.new)
