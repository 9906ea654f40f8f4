"""/changes and /conflicts: who changed position, and who contradicts whom."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.record import RecordReader
from onrecord.views.affair import ChangeShown, ConflictShown, show_changes, show_conflicts
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.pages.asked import QUOTED_ON_A_PAGE, Asked, AskedHere
from onrecord.views.web.pages.parties import chosen_by, narrowed, rejected_changes
from onrecord.vocabulary import Change, Conflict

router = APIRouter(include_in_schema=False)
QUOTED_ON_A_SIDE = 2


@router.get("/changes")
def list_changes(request: Request, asked: AskedHere) -> Response:
    """Changes of position, the latest first."""
    asked = replace(asked, size=QUOTED_ON_A_PAGE)
    with desk_of(request).record.reader.snapshot() as reader:
        total, shown = changes_shown(reader, asked)
        context = {"asked": asked, "total": total, "changes": shown, **chosen_by(reader, asked)}
    return pages_of(request)(request, "changes.html", context)


@router.get("/conflicts")
def list_conflicts(request: Request, asked: AskedHere) -> Response:
    """Claims with parties on both sides, the most contested first."""
    asked = replace(asked, size=QUOTED_ON_A_PAGE)
    with desk_of(request).record.reader.snapshot() as reader:
        total, shown = conflicts_shown(reader, asked)
        context = {"asked": asked, "total": total, "conflicts": shown, **chosen_by(reader, asked)}
    return pages_of(request)(request, "conflicts.html", context)


def changes_asked(reader: RecordReader, asked: Asked) -> tuple[int, tuple[Change, ...]]:
    """How many changes fit what was asked, and those of this page; what people said is none comes last."""
    return reader.changes_listed(asked.part, narrowed(reader, asked), rejected_changes(reader))


def changes_shown(reader: RecordReader, asked: Asked) -> tuple[int, list[ChangeShown]]:
    """The same with their words."""
    total, changes = changes_asked(reader, asked)
    return total, show_changes(reader, changes)


def conflicts_asked(reader: RecordReader, asked: Asked) -> tuple[int, tuple[Conflict, ...]]:
    """How many conflicts fit what was asked, and those of this page."""
    return reader.conflicts_listed(asked.part, narrowed(reader, asked))


def conflicts_shown(reader: RecordReader, asked: Asked) -> tuple[int, list[ConflictShown]]:
    """The same with some of their words."""
    total, conflicts = conflicts_asked(reader, asked)
    return total, show_conflicts(reader, conflicts, QUOTED_ON_A_SIDE)
