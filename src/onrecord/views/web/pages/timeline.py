"""/timeline and /network: what happened when, and who was in contact with whom."""

from __future__ import annotations

from itertools import combinations

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import RecordReader
from onrecord.views import links, present
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.network import Drawing, Pair, draw_network
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.pages.parties import contact_rows, party_asked
from onrecord.vocabulary import LinkedContact

router = APIRouter(include_in_schema=False)


@router.get("/timeline")
def timeline(request: Request, asked: AskedHere) -> Response:
    """Events by day."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, rows = events_asked(reader, asked)
        context = {"asked": asked, "total": total, "rows": rows}
    return pages_of(request)(request, "timeline.html", context)


def events_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[present.Row]]:
    """How many events fit what was asked, and the rows of this page."""
    party = party_asked(reader, asked.party)
    listed = reader.events_listed(asked.part, party=party.id if party else None, since=asked.since, until=asked.until)
    versions = reader.articles_by_id(passage.article for event in listed.events for passage in event.evidence)
    articles = {id_: version.article for id_, version in versions.items()}
    parties = reader.parties_by_id(party for event in listed.events for party in event.parties)
    return listed.total, [links.event_row(event, parties, articles) for event in listed.events]


@router.get("/network")
def network(request: Request, asked: AskedHere) -> Response:
    """Contacts as a drawing, and one by one."""
    with desk_of(request).record.reader.snapshot() as reader:
        contacts = contacts_asked(reader, asked)
        rows = contact_rows(reader, contacts[asked.part.offset : asked.part.offset + asked.part.limit])
        context = {"asked": asked, "total": len(contacts), "rows": rows, "drawing": drawing(reader, contacts, asked)}
    return pages_of(request)(request, "network.html", context)


def contacts_asked(reader: RecordReader, asked: Asked) -> list[LinkedContact]:
    """The contacts that fit what was asked."""
    party = party_asked(reader, asked.party)
    found = reader.contacts(party=party.id if party else None)
    return [contact for contact in found if _is_within(contact, asked)]


def _is_within(contact: LinkedContact, asked: Asked) -> bool:
    if asked.since is None and asked.until is None:
        return True
    on = contact.on
    return on is not None and (asked.since or on.end) <= on.end and on.start <= (asked.until or on.start)


def drawing(reader: RecordReader, contacts: list[LinkedContact], asked: Asked) -> Drawing:
    """The contacts, and who is told on whose word, as a drawing."""
    pairs: list[Pair] = [(a, b) for contact in contacts for a, b in combinations(sorted(contact.parties), 2)]
    party = party_asked(reader, asked.party)
    reliances = [pair for pair in reader.reliances() if party is None or party.id in pair]
    parties = reader.parties_by_id(party for pair in (*pairs, *reliances) for party in pair)
    names = {id_: each.name for id_, each in parties.items() if not each.anonymous}
    return draw_network(pairs, reliances, names)
