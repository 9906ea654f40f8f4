"""/search: statements by their words, with filters."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import Hit, RecordReader
from onrecord.views import present
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.asked import Asked, AskedHere
from onrecord.vocabulary import ClaimId, Stand, Statement, StatementId

router = APIRouter(include_in_schema=False)
MOST_HITS = 100


@router.get("/search")
def search(request: Request, asked: AskedHere) -> Response:
    """The statements that have the words."""
    with desk_of(request).record.reader.snapshot() as reader:
        rows = found(reader, asked) if asked.q or asked.party else []
        context = {"asked": asked, "hits": rows, "publishers": reader.publishers(), "most": MOST_HITS}
    return pages_of(request)(request, "search.html", context)


def found(reader: RecordReader, asked: Asked) -> list[present.Row]:
    """Hits as rows: the statement, its article without the text, and the snippet cut where the words stand."""
    hits = reader.search(
        asked.q or "",
        speaker=asked.party,
        publisher=asked.publisher,
        since=asked.since,
        until=asked.until,
        limit=MOST_HITS,
    )
    statements = [hit.statement for hit in hits if hit.statement]
    parties = reader.shown_parties(statements)
    stands = reader.stands_of(statement.id for statement in statements)
    return [_hit_row(hit, statement, parties, stands) for hit, statement in zip(hits, statements, strict=True)]


def _hit_row(
    hit: Hit, statement: Statement, parties: present.Parties, stands: Mapping[StatementId, tuple[ClaimId, Stand]]
) -> present.Row:
    article = present.article_row(hit.kept.article, hit.kept.version)
    del article["text"]
    return {
        "statement": present.statement_row(statement, hit.kept.article, parties, stands.get(statement.id)),
        "article": article,
        "parts": _parts(hit),
    }


def _parts(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in parts, each with whether it is a word that was sought."""
    text, position, parts = hit.kept.article.text, hit.snippet.start, []
    for mark in hit.marks:
        if mark.start >= position:
            parts += [(text[position : mark.start], False), (mark.of(text), True)]
            position = mark.end
    return [*parts, (text[position : hit.snippet.end], False)]
