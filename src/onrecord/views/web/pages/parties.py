"""/parties and /parties/{id}: who speaks, and how each stands over time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.record import Narrowed, Page, RecordReader, Subject
from onrecord.views import present
from onrecord.views.affair import show_changes, show_contacts
from onrecord.views.plots import plot_tracks
from onrecord.views.quoting import Quoted, quote_statements
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.lanes import lanes_by_claim
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.rendering import reviewer_of
from onrecord.vocabulary import ClaimId, LinkedParty, PartyId, Review

router = APIRouter(include_in_schema=False)
MOST_LANES = 14
MOST_STATEMENTS = 24
MOST_CHANGES = 8
MOST_CONTACTS = 12
MOST_NAMED = 40
MOST_ROLES, FEW_ROLES = 5, 3
MOST_ASKED, FEW_ASKED = 400, 60


@router.get("/parties")
def list_all(request: Request, asked: AskedHere) -> Response:
    """The parties, those first who say most in the most articles."""
    with desk_of(request).record.reader.snapshot() as reader:
        listed = reader.parties_listed(asked.part, asked.q)
        roles = {party.id: reader.foremost_roles(party.id, FEW_ROLES, FEW_ASKED) for party in listed.parties}
    return pages_of(request)(request, "parties.html", {"asked": asked, "listed": listed, "roles": roles})


@router.get("/parties/{party_id}")
def show_one(request: Request, party_id: str) -> Response:
    """One party: positions as tracks, changes, contacts, statements, names."""
    with desk_of(request).record.reader.snapshot() as reader:
        party = party_with(reader, party_id)
        claims_total, lanes = reader.lanes_of_party(party.id, MOST_LANES)
        claims = reader.claim_heads([lane.claim for lane in lanes])
        wanted = Narrowed(party=party.id)
        changes_total, changes = reader.changes_listed(Page(MOST_CHANGES), wanted, rejected_changes(reader))
        contacts_total, contacts, _ = reader.contacts_listed(Page(MOST_CONTACTS), wanted)
        context = {
            "party": party,
            "follows": follows(reader, reviewer_of(request), Subject.PARTY, party.id),
            "members": list(reader.parties_by_id(party.members, bare=True).values()),
            "tracks": plot_tracks(lanes_by_claim(lanes, claims)),
            "lanes_left_out": claims_total - len(lanes),
            "changes": show_changes(reader, changes),
            "changes_total": changes_total,
            "contacts": show_contacts(reader, contacts),
            "contacts_total": contacts_total,
            "said": said_by(reader, party),
            "most": MOST_STATEMENTS,
            "named": named_in(reader, party),
            "roles": reader.foremost_roles(party.id, MOST_ROLES, MOST_ASKED),
            "most_named": MOST_NAMED,
        }
    return pages_of(request)(request, "party.html", context)


def rejected_changes(reader: RecordReader) -> list[str]:
    """The changes that people said are none."""
    return [id_ for id_, review in reader.change_reviews().items() if review is Review.REJECTED]


def narrowed(reader: RecordReader, asked: Asked) -> Narrowed:
    """What the filters of an address narrow a list down to."""
    party = party_asked(reader, asked.party)
    claim = ClaimId(asked.claim) if asked.claim else None
    return Narrowed(party.id if party else None, claim, asked.publisher, asked.since, asked.until)


def chosen_by(reader: RecordReader, asked: Asked) -> dict[str, object]:
    """What the form of the filters shows: the outlets, and the party and the claim that were chosen."""
    return {
        "publishers": reader.publishers(),
        "party": party_asked(reader, asked.party),
        "claim": reader.claim_heads([ClaimId(asked.claim)]).get(ClaimId(asked.claim)) if asked.claim else None,
    }


def follows(reader: RecordReader, who: str | None, kind: Subject, id_: str) -> bool:
    """Whether this person follows the party or the claim."""
    return who is not None and any((f.who, f.kind, f.id) == (who, kind, id_) for f in reader.following())


def party_with(reader: RecordReader, party_id: str) -> LinkedParty:
    """The party with this id. Raises HTTPException where there is none."""
    party = reader.linked_party(PartyId(party_id))
    if party is None:
        raise HTTPException(
            404, "There is nobody here, or no more: what was read or decided since may have made it another."
        )
    return party


def party_asked(reader: RecordReader, asked: str | None) -> LinkedParty | None:
    """The party that a filter names, by id or by words of its name: of several the one that says most."""
    if asked is None:
        return None
    found = reader.linked_party(PartyId(asked))
    if found is None and (first := reader.parties_listed(Page(limit=1), asked).parties):
        found = reader.linked_party(first[0].id)
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
    statements = reader.said_by(party, limit=MOST_STATEMENTS)
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
