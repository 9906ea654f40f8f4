"""`onrecord timeline`: what happened when."""

from __future__ import annotations

import typer

from onrecord.views.affair import EventShown
from onrecord.views.cli import telling
from onrecord.views.cli.gathering import Listing, gathered, limit_of, say_part, wanted_of
from onrecord.views.cli.options import (
    JsonOption,
    LimitOption,
    PartyOption,
    QueryArgument,
    RecordOption,
    SinceOption,
    UntilOption,
)
from onrecord.views.cli.session import Session


def timeline(
    ctx: typer.Context,
    query: QueryArgument = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """What happened, day by day.

    Dated clauses of the articles; what several articles tell is one event. With a limit, those that the most articles
    tell.
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        part = affair.timeline(limit_of(session, limit))
    say_part(session, LISTING, part, EventShown.row, say_one)


LISTING = Listing("timeline", "event", "No dated events were found.")


def say_one(shown: EventShown) -> None:
    """An event for people: when, what, and where it is told."""
    day = telling.days(shown.event.on).ljust(telling.DAY_WIDTH)
    telling.say_told(shown.told, (day, "bold"), hanging=telling.DAY_WIDTH)
