"""/: the affair at a glance."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import Page
from onrecord.views.web.desk import desk_of, pages_of

router = APIRouter(include_in_schema=False)
LATEST = 8


@router.get("/")
def glance(request: Request) -> Response:
    """Changes and conflicts first, then what came in last."""
    with desk_of(request).record.reader.snapshot() as reader:
        context = {
            "counts": reader.counts(),
            "listed": reader.articles_listed(Page(limit=LATEST)),
            "publishers": reader.publishers(),
        }
    return pages_of(request)(request, "glance.html", context)
