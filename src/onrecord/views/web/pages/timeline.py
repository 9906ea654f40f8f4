"""/timeline and /network: what happened when, who was in contact with whom, and who is told on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import RecordReader, Reliance
from onrecord.views.affair import ContactShown, EventShown, show_contacts, show_events
from onrecord.views.plots import Network, plot_network
from onrecord.views.quoting import Quoted, quote
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.pages.parties import chosen_by, narrowed
from onrecord.vocabulary import PartyId

router = APIRouter(include_in_schema=False)
MOST_RELIANCES = 2000
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class RelianceShown:
    """Who is told on whose word by name, how often, and one statement in which it is so."""

    reliance: Reliance
    who: str
    whose: str
    example: Quoted


@router.get("/timeline")
def timeline(request: Request, asked: AskedHere) -> Response:
    """Events by day."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, events = events_asked(reader, asked)
        context = {"asked": asked, "total": total, "events": events, **chosen_by(reader, asked)}
    return pages_of(request)(request, "timeline.html", context)


@router.get("/network")
def network(request: Request, asked: AskedHere) -> Response:
    """Contacts and reliances as a drawing, and one by one."""
    with desk_of(request).record.reader.snapshot() as reader:
        wanted = narrowed(reader, asked)
        total, contacts, groups = reader.contacts_listed(asked.part, wanted)
        reliances = reader.reliances(wanted, MOST_RELIANCES)
        named = {*(party for group in groups for party in group), *(p for r in reliances for p in (r.who, r.whose))}
        names = dict(reader.names_of(named))
        context = {
            "asked": asked,
            "total": total,
            "contacts": show_contacts(reader, contacts),
            "plot": drawing(groups, reliances, names),
            "reliances": told_on_words(reader, reliances, names) if asked.page == 1 else [],
            **chosen_by(reader, asked),
        }
    return pages_of(request)(request, "network.html", context)


def events_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[EventShown]]:
    """How many events fit what was asked, and those of this page."""
    total, events = reader.events_listed(asked.part, narrowed(reader, asked))
    return total, show_events(reader, events)


def contacts_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[ContactShown]]:
    """How many contacts fit what was asked, and those of this page."""
    total, contacts, _ = reader.contacts_listed(asked.part, narrowed(reader, asked))
    return total, show_contacts(reader, contacts)


def drawing(groups: Iterable[tuple[PartyId, ...]], reliances: Iterable[Reliance], names: dict[PartyId, str]) -> Network:
    """Who was in contact, and who is told on whose word."""
    pairs: Counter[tuple[str, str]] = Counter()
    for parties in groups:
        pairs.update(combinations(sorted(parties), 2))
    told = {(str(each.who), str(each.whose)): each.times for each in reliances}
    return plot_network({str(party): name for party, name in names.items()}, pairs, told)


def told_on_words(
    reader: RecordReader, reliances: Iterable[Reliance], names: dict[PartyId, str]
) -> list[RelianceShown]:
    """The first of those reliances on both sides of which there is a name."""
    kept = [each for each in reliances if each.who in names and each.whose in names][:MOST_TOLD]
    examples = quote(reader, [each.example for each in kept])
    return [
        RelianceShown(each, names[each.who], names[each.whose], examples[each.example])
        for each in kept
        if each.example in examples
    ]
