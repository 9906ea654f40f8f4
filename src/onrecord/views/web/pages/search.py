"""/search: statements by their words and by their meaning, with facets."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import RecordReader
from onrecord.views.searching import Found, Results, Sought
from onrecord.views.searching import search as look_for
from onrecord.views.web.desk import Desk, desk_of, pages_of
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.vocabulary import ClaimId, PartyId

router = APIRouter(include_in_schema=False)
ON_A_PAGE = 30


@router.get("/search")
def search(request: Request, asked: AskedHere) -> Response:
    """The statements that have the words, and those that are near in meaning."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        sought = sought_by(reader, asked)
        results = look_for(reader, desk.meaning, sought) if sought.is_anything else Results((), (), {})
        shown = results.by_words[(asked.page - 1) * ON_A_PAGE : asked.page * ON_A_PAGE]
        by_meaning = (results.by_meaning or ()) if asked.page == 1 else ()
        on_claims = {each.quoted.on_claim[0] for each in (*shown, *by_meaning) if each.quoted.on_claim}
        context = {
            "asked": asked,
            "claims": reader.claim_texts(on_claims),
            "is_anything": sought.is_anything,
            "results": results,
            "shown": shown,
            "size": ON_A_PAGE,
            "by_meaning": by_meaning,
            "publishers": reader.publishers(),
            "party": reader.linked_party(sought.party) if sought.party else None,
            "claim": reader.claim_heads([sought.claim]).get(sought.claim) if sought.claim else None,
        }
    return pages_of(request)(request, "search.html", context)


def found(desk: Desk, reader: RecordReader, asked: Asked) -> list[Found]:
    """What a program is given: first what has the words, then what is near."""
    results = look_for(reader, desk.meaning, sought_by(reader, asked), limit=asked.part.limit)
    return [*results.by_words, *(results.by_meaning or ())]


def sought_by(reader: RecordReader, asked: Asked) -> Sought:
    """What an address asks for. `party` is an id, or else words of the source."""
    party = reader.linked_party(PartyId(asked.party)) if asked.party else None
    return Sought(
        asked.q or "",
        None if party else asked.party,
        party.id if party else None,
        ClaimId(asked.claim) if asked.claim else None,
        asked.publisher,
        asked.since,
        asked.until,
    )
