"""/timeline and /network: what happened when, and who was in contact with whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import RecordReader
from onrecord.views import links, present
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.network import Drawing, Pair, draw_network
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.pages.parties import chosen_by, contact_rows, narrowed
from onrecord.vocabulary import PartyId

router = APIRouter(include_in_schema=False)
MOST_RELIANCES = 2000


@router.get("/timeline")
def timeline(request: Request, asked: AskedHere) -> Response:
    """Events by day."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, rows = events_asked(reader, asked)
        context = {"asked": asked, "total": total, "rows": rows, **chosen_by(reader, asked)}
    return pages_of(request)(request, "timeline.html", context)


def events_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[present.Row]]:
    """How many events fit what was asked, and the rows of this page."""
    total, events = reader.events_listed(asked.part, narrowed(reader, asked))
    versions = reader.articles_by_id(passage.article for event in events for passage in event.evidence)
    articles = {id_: version.article for id_, version in versions.items()}
    parties = reader.parties_by_id((party for event in events for party in event.parties), bare=True)
    return total, [links.event_row(event, parties, articles) for event in events]


@router.get("/network")
def network(request: Request, asked: AskedHere) -> Response:
    """Contacts as a drawing, and one by one."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, contacts, groups = reader.contacts_listed(asked.part, narrowed(reader, asked))
        context = {
            "asked": asked,
            "total": total,
            "rows": contact_rows(reader, contacts),
            "drawing": drawing(reader, groups, asked),
            **chosen_by(reader, asked),
        }
    return pages_of(request)(request, "network.html", context)


def contacts_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[present.Row]]:
    """How many contacts fit what was asked, and the rows of this page."""
    total, contacts, _ = reader.contacts_listed(asked.part, narrowed(reader, asked))
    return total, contact_rows(reader, contacts)


def drawing(reader: RecordReader, groups: Iterable[tuple[PartyId, ...]], asked: Asked) -> Drawing:
    """Who was in contact, and who is told on whose word, as a drawing."""
    pairs: list[Pair] = [(a, b) for parties in groups for a, b in combinations(sorted(parties), 2)]
    reliances = reader.reliances(narrowed(reader, asked), MOST_RELIANCES)
    names = reader.names_of({party for pair in (*pairs, *reliances) for party in pair})
    return draw_network(pairs, reliances, names)
