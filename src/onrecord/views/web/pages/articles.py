"""/articles and /articles/{id}: what was read, and one article with what is said in it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.record import ArticleVersion, RecordReader
from onrecord.views import present
from onrecord.views.copying import differences
from onrecord.views.originals import original_url
from onrecord.views.web.desk import Desk, desk_of, pages_of
from onrecord.views.web.marked import notes, paragraphs
from onrecord.views.web.pages.asked import AskedHere
from onrecord.vocabulary import Article, ArticleId, Stance

router = APIRouter(include_in_schema=False)


@router.get("/articles")
def list_all(request: Request, asked: AskedHere) -> Response:
    """The list of articles, and what was not read."""
    with desk_of(request).record.reader.snapshot() as reader:
        listed = reader.articles_listed(asked.part, publisher=asked.publisher, since=asked.since, until=asked.until)
        context = {
            "asked": asked,
            "listed": listed,
            "publishers": reader.publishers(),
            "unread": reader.unread() if asked.page == 1 else (),
        }
    return pages_of(request)(request, "articles.html", context)


@router.get("/articles/{article_id}")
def show_one(request: Request, article_id: str) -> Response:
    """One article: its text with marks, and the notes beside it."""
    kept = article_of(desk_of(request), article_id)
    with desk_of(request).record.reader.snapshot() as reader:
        statements = present.said(reader.statements(kept.article.id))
        parties = reader.shown_parties(statements)
        stands = reader.stands_of(statement.id for statement in statements)
        claims = reader.claim_texts({claim for claim, _ in stands.values()})
        copy_of, copied_by = _copies(reader, kept.article.id)
    rows = [present.statement_row(each, kept.article, parties, stands.get(each.id)) for each in statements]
    context = {
        "kept": kept,
        "article": kept.article,
        "paragraphs": paragraphs(kept.article.text, statements),
        "notes": notes(rows),
        "claims": claims,
        "copy_of": copy_of,
        "differences": differences(copy_of.text, kept.article.text) if copy_of else (),
        "copied_by": copied_by,
        "judged": desk_of(request).record.judgements.newest(kept.article.id),
        "stances": tuple(Stance),
        "original": {
            row["id"]: original_url(kept.article.url, statement.content[0].of(kept.article.text))
            for row, statement in zip(rows, statements, strict=True)
        },
    }
    return pages_of(request)(request, "article.html", context)


def _copies(reader: RecordReader, id_: ArticleId) -> tuple[Article | None, list[Article]]:
    """The earliest article that this one shares its text with, and the later ones that share it with this one."""
    earliest, later = reader.copies_of([id_]).get(id_), reader.copied_by(id_)
    versions = reader.articles_by_id([*([earliest] if earliest else []), *later])
    found = sorted(
        (versions[each].article for each in later if each in versions), key=lambda each: each.published or "~"
    )
    return (versions[earliest].article if earliest and earliest in versions else None), found


def article_of(desk: Desk, article_id: str) -> ArticleVersion:
    """The article with this id. Raises HTTPException where there is none."""
    kept = desk.record.reader.article(article_id) if article_id.startswith("a-") else None
    if kept is None or kept.article.id != article_id:
        raise HTTPException(404)
    return kept
