"""/api: the same answers as JSON, with the field names of the export."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from onrecord.views import present
from onrecord.views.web.desk import desk_of
from onrecord.views.web.pages.articles import article_of
from onrecord.views.web.pages.asked import AskedHere
from onrecord.views.web.pages.search import found

router = APIRouter(prefix="/api", tags=["record"])
Answer = dict[str, Any]


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
        parties = reader.parties_named_by(statements)
    rows = [_row(present.statement_row(each, kept.article, parties)) for each in statements]
    return {"article": _row(present.article_row(kept.article, kept.version)), "statements": rows}


@router.get("/search")
def search(request: Request, asked: AskedHere) -> Answer:
    """Statements that have all the words of q; party names words of the source."""
    with desk_of(request).record.reader.snapshot() as reader:
        hits = found(reader, asked)
    return {"hits": [{"statement": _row(hit["statement"]), "article": _row(hit["article"])} for hit in hits]}


@router.get("/counts")
def counts(request: Request) -> Answer:
    """How much there is."""
    found = desk_of(request).record.reader.counts()
    return {name: getattr(found, name) for name in ("articles", "versions", "statements", "unread")}


def _row(row: Any) -> Answer:
    """A row as exported, without the folders of this machine."""
    labels = {name: present.ref_label(row[name]) for name in ("ref", "article_ref") if row.get(name)}
    return dict(row) | labels
