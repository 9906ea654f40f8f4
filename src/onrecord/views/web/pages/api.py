"""/api: the same answers as JSON, with the field names of the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from onrecord.record import ArticleVersion, Narrowed
from onrecord.views import links, present
from onrecord.views.judging import judgement_row
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.articles import article_of
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.views.web.pages.changes import changes_asked, conflicts_asked
from onrecord.views.web.pages.parties import contact_rows, party_asked, party_with
from onrecord.views.web.pages.search import found
from onrecord.views.web.pages.timeline import contacts_asked, events_asked
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
CLAIMS_AT_ONCE = 20


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
            "contacts": [_row(row) for row in contact_rows(reader, met)],
        }


@router.get("/claims")
def claims(request: Request, asked: AskedHere) -> Answer:
    """A page of the claims, those on which most was said first."""
    asked = replace(asked, size=CLAIMS_AT_ONCE)
    with desk_of(request).record.reader.snapshot() as reader:
        who = party_asked(reader, asked.party)
        total, ids = reader.claims_ranked(asked.part, party=who.id if who else None, query=asked.q)
        by_id = {claim.id: claim for claim in reader.claims(ids=ids)}
        known = reader.parties_by_id((s.principal for c in by_id.values() for s in c.stands if s.principal), bare=True)
        rows = [links.claim_row(by_id[id_], known) for id_ in ids]
    return {"total": total, "page": asked.page, "claims": rows}


@router.get("/claims/{claim_id}")
def claim(request: Request, claim_id: str) -> Answer:
    """One claim with the positions on it, and what each side rests on."""
    with desk_of(request).record.reader.snapshot() as reader:
        found = reader.claim(ClaimId(claim_id))
        if found is None:
            raise HTTPException(404)
        known = reader.parties_by_id((stand.principal for stand in found.stands if stand.principal), bare=True)
        return {
            "claim": links.claim_row(found, known),
            "positions": [links.position_row(each, known) for each in reader.positions(claim=found.id)],
            "origins": [links.origin_row(each) for each in reader.origins(claim=found.id)],
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
    """A page of the conflicts, the most contested first."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, found = conflicts_asked(reader, asked)
        known = reader.parties_by_id((party for each in found for party in (*each.affirms, *each.denies)), bare=True)
        rows = [links.conflict_row(each, known) for each in found]
    return {"total": total, "page": asked.page, "conflicts": rows}


@router.get("/contacts")
def contacts(request: Request, asked: AskedHere) -> Answer:
    """A page of the contacts, dated ones first."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, rows = contacts_asked(reader, asked)
    return {"total": total, "page": asked.page, "contacts": [_row(row) for row in rows]}


@router.get("/timeline")
def timeline(request: Request, asked: AskedHere) -> Answer:
    """A page of the dated events, by day."""
    with desk_of(request).record.reader.snapshot() as reader:
        total, rows = events_asked(reader, asked)
    return {"total": total, "page": asked.page, "timeline": [_row(row) for row in rows]}


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
