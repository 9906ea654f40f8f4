"""/: the affair at a glance."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import Page
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.asked import Asked
from onrecord.views.web.pages.changes import changes_shown, conflicts_shown
from onrecord.views.web.pages.following import followed_by

router = APIRouter(include_in_schema=False)
LATEST = 8
FOREMOST = 4


@router.get("/")
def glance(request: Request) -> Response:
    """Changes and conflicts first; what waits for review; then what came in last."""
    with desk_of(request).record.reader.snapshot() as reader:
        changes_total, changes = changes_shown(reader, Asked(size=FOREMOST))
        conflicts_total, conflicts = conflicts_shown(reader, Asked(size=FOREMOST))
        context = {
            "followed": followed_by(request, reader),
            "counts": reader.counts(),
            "reviewed": reader.reviewed(),
            "claims_total": reader.count_claims(),
            "changes_total": changes_total,
            "changes": changes,
            "conflicts_total": conflicts_total,
            "conflicts": conflicts,
            "parties": reader.parties_listed(Page(limit=LATEST)),
            "listed": reader.articles_listed(Page(limit=LATEST)),
            "publishers": reader.publishers(),
        }
    return pages_of(request)(request, "glance.html", context)
