"""/changes and /conflicts: who changed position, and who contradicts whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import RecordReader
from onrecord.views.affair import ChangeShown, ConflictShown, show_changes, show_conflicts
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.asked import QUOTED_ON_A_PAGE, Asked, AskedHere
from onrecord.views.web.pages.parties import party_asked
from onrecord.vocabulary import Change, ClaimId, Review

router = APIRouter(include_in_schema=False)
LONG_AGO = date.min
QUOTED_ON_A_SIDE = 2
Each = TypeVar("Each")


@router.get("/changes")
def list_changes(request: Request, asked: AskedHere) -> Response:
    """Changes of position, the latest first."""
    asked = replace(asked, size=QUOTED_ON_A_PAGE)
    with desk_of(request).record.reader.snapshot() as reader:
        total, told = changes_asked(reader, asked)
        context = {"asked": asked, "total": total, "changes": told, "publishers": reader.publishers()}
    return pages_of(request)(request, "changes.html", context)


@router.get("/conflicts")
def list_conflicts(request: Request, asked: AskedHere) -> Response:
    """Claims with parties on both sides."""
    asked = replace(asked, size=QUOTED_ON_A_PAGE)
    with desk_of(request).record.reader.snapshot() as reader:
        total, told = conflicts_asked(reader, asked)
        context = {"asked": asked, "total": total, "conflicts": told, "publishers": reader.publishers()}
    return pages_of(request)(request, "conflicts.html", context)


def changes_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[ChangeShown]]:
    """How many changes fit what was asked, and those of this page with their words."""
    party = party_asked(reader, asked.party)
    claim = ClaimId(asked.claim) if asked.claim else None
    found = [c for c in reader.changes(party=party.id if party else None, claim=claim) if _fits(c, asked)]
    reviews = reader.change_reviews()
    found.sort(key=lambda change: change.after.said.start if change.after.said else LONG_AGO, reverse=True)
    found.sort(key=lambda change: reviews.get(change.id) is Review.REJECTED)  # what people said is none comes last
    if asked.publisher is None:
        return len(found), show_changes(reader, _part(found, asked))
    told = [each for each in show_changes(reader, found) if each.after.article.publisher == asked.publisher]
    return len(told), list(_part(told, asked))


def _fits(change: Change, asked: Asked) -> bool:
    if asked.since is None and asked.until is None:
        return True
    on = change.after.said
    return on is not None and (asked.since or LONG_AGO) <= on.end and on.start <= (asked.until or date.max)


def conflicts_asked(reader: RecordReader, asked: Asked) -> tuple[int, list[ConflictShown]]:
    """How many conflicts fit what was asked, and those of this page with their words: the most contested first."""
    party = party_asked(reader, asked.party)
    claim = ClaimId(asked.claim) if asked.claim else None
    found = list(reader.conflicts(party=party.id if party else None, claim=claim))
    found.sort(key=lambda conflict: (-len(conflict.statements), conflict.id))
    if asked.publisher is None and asked.since is None and asked.until is None:
        return len(found), show_conflicts(reader, _part(found, asked), QUOTED_ON_A_SIDE)
    told = [each for each in show_conflicts(reader, found) if _is_of(each, asked)]
    return len(told), list(_part(told, asked))


def _is_of(conflict: ConflictShown, asked: Asked) -> bool:
    """Whether something of the conflict was said in this outlet and on these days."""
    return any(
        (asked.publisher is None or quoted.article.publisher == asked.publisher)
        and (asked.since is None or (quoted.day or "") >= asked.since.isoformat())
        and (asked.until is None or (quoted.day or "9") <= asked.until.isoformat())
        for quoted in (*conflict.affirming, *conflict.denying)
    )


def _part(found: Sequence[Each], asked: Asked) -> Sequence[Each]:
    return found[asked.part.offset : asked.part.offset + asked.part.limit]
