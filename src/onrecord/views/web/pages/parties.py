"""/parties and /parties/{id}: who speaks, and how each stands over time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.record import Page, RecordReader, Subject
from onrecord.views import links, present
from onrecord.views.affair import claims_by_id, show_changes
from onrecord.views.quoting import Quoted, quote, quote_statements
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.lanes import lanes_by_claim
from onrecord.views.web.pages.asked import AskedHere
from onrecord.views.web.rendering import reviewer_of
from onrecord.views.web.tracks import draw
from onrecord.vocabulary import LinkedContact, LinkedParty, PartyId

router = APIRouter(include_in_schema=False)
MOST_LANES = 24
MOST_STATEMENTS = 40
MOST_CHANGES = 12
MOST_NAMED = 60


@router.get("/parties")
def list_all(request: Request, asked: AskedHere) -> Response:
    """The parties, those who say most first."""
    listed = desk_of(request).record.reader.parties_listed(asked.part, asked.q)
    return pages_of(request)(request, "parties.html", {"asked": asked, "listed": listed})


@router.get("/parties/{party_id}")
def show_one(request: Request, party_id: str) -> Response:
    """One party: positions as tracks, changes, contacts, statements, names."""
    with desk_of(request).record.reader.snapshot() as reader:
        party = party_with(reader, party_id)
        positions = list(reader.positions(party=party.id))
        positions.sort(key=lambda position: -len(position.stands))
        shown = positions[:MOST_LANES]
        quotes = quote(reader, [stand.statement for position in shown for stand in position.stands])
        claims = claims_by_id(reader, [position.claim for position in shown])
        contacts = list(reader.contacts(party=party.id))
        changes = list(reader.changes(party=party.id))
        context = {
            "party": party,
            "follows": follows(reader, reviewer_of(request), Subject.PARTY, party.id),
            "members": list(reader.parties_by_id(party.members).values()),
            "tracks": draw(lanes_by_claim(shown, claims, quotes)),
            "lanes_left_out": len(positions) - len(shown),
            "changes": show_changes(reader, changes[:MOST_CHANGES]),
            "changes_total": len(changes),
            "contacts": contact_rows(reader, contacts),
            "said": said_by(reader, party),
            "most": MOST_STATEMENTS,
            "named": named_in(reader, party),
        }
    return pages_of(request)(request, "party.html", context)


def follows(reader: RecordReader, who: str | None, kind: Subject, id_: str) -> bool:
    """Whether this person follows the party or the claim."""
    return who is not None and any((f.who, f.kind, f.id) == (who, kind, id_) for f in reader.following())


def party_with(reader: RecordReader, party_id: str) -> LinkedParty:
    """The party with this id. Raises HTTPException where there is none."""
    party = reader.linked_party(PartyId(party_id))
    if party is None:
        raise HTTPException(404)
    return party


def party_asked(reader: RecordReader, asked: str | None) -> LinkedParty | None:
    """The party that a filter names, by id or by words of its name: of several the one that says most."""
    if asked is None:
        return None
    found = reader.linked_party(PartyId(asked)) or next(iter(reader.parties_listed(Page(limit=1), asked).parties), None)
    if found is None:
        raise HTTPException(404, f"Nobody in the record goes by “{asked}”.")
    return found


def foremost(reader: RecordReader, party: LinkedParty) -> PartyId:
    """Of the local parties taken for this one the surest: called as it is, and named most often."""
    local = reader.local_parties(party.locals)
    best = max(local, key=lambda each: (each.name == party.name, len(each.mentions), each.id), default=None)
    return best.id if best else party.locals[0]


def said_by(reader: RecordReader, party: LinkedParty) -> list[Quoted]:
    """What the party said, or had said for it, the latest first."""
    statements = reader.said_by(party.locals, limit=MOST_STATEMENTS)
    found = quote_statements(reader, statements).values()
    return sorted(found, key=lambda quoted: quoted.day or "", reverse=True)


def named_in(reader: RecordReader, party: LinkedParty) -> list[present.Row]:
    """Each article's own party that is taken for this one: its id, its name there, and the article."""
    local = reader.local_parties(party.locals[:MOST_NAMED])
    versions = reader.articles_by_id(each.article for each in local)
    return [
        {"id": each.id, "name": each.name, "article": each.article, "title": versions[each.article].article.title or ""}
        for each in local
        if each.article in versions
    ]


def contact_rows(reader: RecordReader, contacts: list[LinkedContact]) -> list[present.Row]:
    """Contacts with the words that tell them."""
    versions = reader.articles_by_id(passage.article for contact in contacts for passage in contact.evidence)
    articles = {id_: version.article for id_, version in versions.items()}
    parties = reader.parties_by_id(party for contact in contacts for party in contact.parties)
    return [links.contact_row(contact, parties, articles) for contact in contacts]
