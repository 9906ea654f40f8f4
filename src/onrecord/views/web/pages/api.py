"""/api: the same answers as JSON, with the field names of the export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from onrecord.record import ArticleVersion, Narrowed, Page, RecordReader
from onrecord.views import links, present
from onrecord.views.affair import show_contacts
from onrecord.views.judging import judgement_row
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.articles import article_of
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.pages.changes import changes_asked, conflicts_asked
from onrecord.views.web.pages.parties import narrowed, party_asked, party_with
from onrecord.views.web.pages.search import found
from onrecord.views.web.pages.timeline import MOST_RELIANCES, contacts_asked, events_asked
from onrecord.vocabulary import ClaimId, Review


class Plain(APIRoute):
    """A route whose answer is JSON already: FastAPI would go through every value of it once more, which takes longest."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        @wraps(endpoint)
        def answer(*given: Any, **named: Any) -> Response:
            found = endpoint(*given, **named)
            return found if isinstance(found, Response) else JSONResponse(found)

        super().__init__(path, answer, **options)


router = APIRouter(prefix="/api", tags=["record"], route_class=Plain)
Answer = dict[str, Any]
CLAIMS_AT_ONCE = 10
MOST_IN_A_LIST = 100
"""Of the statements and parties of one claim, in a list of claims: some have thousands."""


@router.get("/articles")
def articles(request: Request, asked: AskedHere) -> Answer:
    """A page of the articles, without their texts, and how many there are."""
    listed = desk_of(request).record.reader.articles_listed(
        asked.part, publisher=asked.publisher, since=asked.since, until=asked.until
    )
    return {"total": listed.total, "page": asked.page, "articles": [_listed(each) for each in listed.articles]}


def _listed(each: Any) -> Answer:
    names = ("id", "ref", "url", "publisher", "title", "byline", "published", "version", "words", "statements")
    return {name: getattr(each, name) for name in names} | {"ref": present.ref_label(each.ref)}


@router.get("/articles/{article_id}")
def article(request: Request, article_id: str) -> Answer:
    """One article with its text, and every statement in it."""
    desk = desk_of(request)
    kept = article_of(desk, article_id)
    with desk.record.reader.snapshot() as reader:
        statements = reader.statements(kept.article.id)
        parties = reader.shown_parties(statements)
        stands = reader.stands_of(each.id for each in statements)
        copy_of = reader.copies_of([kept.article.id]).get(kept.article.id)
    rows = [_row(present.statement_row(each, kept.article, parties, stands.get(each.id))) for each in statements]
    return {"article": _row(present.article_row(kept.article, kept.version, copy_of)), "statements": rows}


@router.get("/search")
def search(request: Request, asked: AskedHere) -> Answer:
    """Statements that have all the words of q, then those near to it in meaning, each with how near; party is an id, or
    words of the source."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        hits = found(desk, reader, asked)
        versions = reader.articles_by_id(hit.quoted.article.id for hit in hits)
    return {
        "hits": [
            {
                "statement": _row(hit.quoted.row),
                "article": _row(without_text(versions[hit.quoted.article.id])),
                "nearness": hit.cosine and round(hit.cosine, 3),
            }
            for hit in hits
        ]
    }


def without_text(kept: ArticleVersion) -> Answer:
    """An article's row without the text."""
    row = dict(present.article_row(kept.article, kept.version))
    del row["text"]
    return row


@router.get("/parties")
def parties(request: Request, asked: AskedHere) -> Answer:
    """A page of the parties with a name, those who say most first; q are words of a name."""
    listed = desk_of(request).record.reader.parties_listed(asked.part, asked.q)
    return {"total": listed.total, "page": asked.page, "parties": [*map(links.linked_party_row, listed.parties)]}


@router.get("/parties/{party_id}")
def party(request: Request, party_id: str, page: Annotated[int, Query(ge=1)] = 1) -> Answer:
    """One party with its positions, changes and contacts; of each a page, and how many there are."""
    with desk_of(request).record.reader.snapshot() as reader:
        found = party_with(reader, party_id)
        part, wanted = Asked(page=page).part, Narrowed(party=found.id)
        claims, claim_ids = reader.claims_ranked(part, party=found.id)
        changes, changed = reader.changes_listed(part, wanted)
        contacts, met, _ = reader.contacts_listed(part, wanted)
        known, reviews = {found.id: found}, reader.change_reviews()
        return {
            "party": links.linked_party_row(found),
            "totals": {"positions": claims, "changes": changes, "contacts": contacts},
            "page": page,
            "positions": [links.position_row(each, known) for each in reader.positions_of(found.id, claim_ids)],
            "changes": [links.change_row(each, known, reviews.get(each.id, Review.UNREVIEWED)) for each in changed],
            "contacts": [_row(each.row()) for each in show_contacts(reader, met)],
        }


@router.get("/claims")
def claims(request: Request, asked: AskedHere) -> Answer:
    """A page of the claims, those on which most was said first; of each the first hundred statements and the first hundred
    parties a side, and in `totals` how many there are."""
    asked = replace(asked, size=CLAIMS_AT_ONCE)
    with desk_of(request).record.reader.snapshot() as reader:
        who = party_asked(reader, asked.party)
        total, ids = reader.claims_ranked(asked.part, party=who.id if who else None, query=asked.q)
        rows = _claim_rows(reader, ids)
    return {"total": total, "page": asked.page, "claims": rows}


def _claim_rows(reader: RecordReader, ids: Sequence[ClaimId], page: int = 1) -> list[Answer]:
    found = reader.claim_sides(ids, MOST_IN_A_LIST)
    stands = reader.stands_listed(ids, Page(MOST_IN_A_LIST, (page - 1) * MOST_IN_A_LIST))
    known = reader.parties_by_id((id_ for each in found for on in each.sides.values() for id_ in on.first), bare=True)
    return [links.cut_claim_row(each, stands[each.id], known) for each in found]


@router.get("/claims/{claim_id}")
def claim(request: Request, claim_id: str, page: Annotated[int, Query(ge=1)] = 1) -> Answer:
    """One claim with the positions on it, those with the most statements first, and what each side rests on; of its
    statements and of the positions a page, and how many there are."""
    with desk_of(request).record.reader.snapshot() as reader:
        rows = _claim_rows(reader, [ClaimId(claim_id)], page)
        if not rows:
            raise HTTPException(404)
        total, positions = reader.positions_on(ClaimId(claim_id), Page(CLAIMS_AT_ONCE, (page - 1) * CLAIMS_AT_ONCE))
        known = reader.parties_by_id((each.party for each in positions), bare=True)
        return {
            "claim": rows[0],
            "totals": {"positions": total},
            "page": page,
            "positions": [links.position_row(each, known) for each in positions],
            "origins": [links.origin_row(each) for each in reader.origins(claim=ClaimId(claim_id))],
        }


@router.get("/changes")
def changes(request: Request, asked: AskedHere) -> Answer:
    """A page of the changes of position, the latest first."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, found = changes_asked(reader, asked)
        known, reviews = reader.parties_by_id((change.party for change in found), bare=True), reader.change_reviews()
        rows = [links.change_row(each, known, reviews.get(each.id, Review.UNREVIEWED)) for each in found]
    return {"total": total, "page": asked.page, "changes": rows}


@router.get("/conflicts")
def conflicts(request: Request, asked: AskedHere) -> Answer:
    """A page of the conflicts, the most contested first; of each the first hundred of every list, and in `totals` how many
    there are."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, found = conflicts_asked(reader, asked)
        sides = (who[:MOST_IN_A_LIST] for each in found for who in (each.affirms, each.denies))
        known = reader.parties_by_id((party for who in sides for party in who), bare=True)
        rows = [links.cut_conflict_row(each, known, MOST_IN_A_LIST) for each in found]
    return {"total": total, "page": asked.page, "conflicts": rows}


@router.get("/contacts")
def contacts(request: Request, asked: AskedHere) -> Answer:
    """A page of the contacts, dated ones first."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, found = contacts_asked(reader, asked)
    return {"total": total, "page": asked.page, "contacts": [_row(each.row()) for each in found]}


@router.get("/reliances")
def reliances(request: Request, asked: AskedHere) -> Answer:
    """A page of who is told on whose word, those first who most often are; each with in how many statements, and one."""
    with desk_of(request).record.reader.snapshot() as reader:
        found = reader.reliances(narrowed(reader, asked), MOST_RELIANCES)
        part = found[asked.part.offset :][: asked.part.limit]
        known = reader.parties_by_id((id_ for each in part for id_ in (each.who, each.whose)), bare=True)
    rows = [
        {
            "who": present.party_row(known[each.who]),
            "whose": present.party_row(known[each.whose]),
            "times": each.times,
            "statement": each.example,
        }
        for each in part
        if each.who in known and each.whose in known
    ]
    return {"total": len(found), "page": asked.page, "reliances": rows}


@router.get("/timeline")
def timeline(request: Request, asked: AskedHere) -> Answer:
    """A page of the dated events, by day."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, found = events_asked(reader, asked)
    return {"total": total, "page": asked.page, "timeline": [_row(each.row()) for each in found]}


@router.get("/judgements")
def judgements(request: Request, limit: Annotated[int, Query(ge=1, le=1000)] = 100) -> Answer:
    """The last decisions of people, the latest first."""
    latest = desk_of(request).record.judgements.latest(limit)
    return {"judgements": [_row(judgement_row(each)) for each in latest]}


@router.get("", include_in_schema=False)
def describe(request: Request) -> Response:
    """The addresses for programs, as a page."""
    paths = request.app.openapi()["paths"]
    told = [(path, each["get"]["description"]) for path, each in paths.items()]
    return pages_of(request)(request, "api.html", {"told": told})


@router.get("/counts")
def counts(request: Request) -> Answer:
    """How much there is."""
    found = desk_of(request).record.reader.counts()
    return {name: getattr(found, name) for name in ("articles", "versions", "statements", "unread")}


def _row(row: Any) -> Answer:
    """A row as exported, without the folders of this machine."""
    labels: Answer = {name: present.ref_label(row[name]) for name in ("ref", "article_ref") if row.get(name)}
    if isinstance(row.get("evidence"), list):
        labels["evidence"] = [_row(each) for each in row["evidence"]]
    elif isinstance(row.get("evidence"), dict):
        labels["evidence"] = _row(row["evidence"])
    return dict(row) | labels
