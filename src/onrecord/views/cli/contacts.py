"""`onrecord contacts`: who was in contact with whom."""

from __future__ import annotations

import typer

from onrecord.views.affair import ContactShown
from onrecord.views.cli import telling, terminal
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


def contacts(
    ctx: typer.Context,
    query: QueryArgument = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Who spoke, met, wrote or called.

    Each contact with its day and channel, and the words of an article that say so, in the order of time; last those
    without a day.
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        part = affair.contacts(limit_of(session, limit))
    say_part(session, LISTING, part, ContactShown.row, say_one)


LISTING = Listing("contacts", "contact", "No contacts were found.")


def say_one(shown: ContactShown) -> None:
    """A contact for people: when, who, how, and the words."""
    channel = f" · {shown.contact.channel.value}" if shown.contact.channel else ""
    day = telling.days(shown.contact.on).ljust(telling.DAY_WIDTH)
    terminal.say_styled(
        telling.quiet(day),
        (telling.names(shown.parties), "bold"),
        telling.quiet(channel),
        hanging=telling.DAY_WIDTH,
    )
    telling.say_told(shown.told, indent=telling.DAY_WIDTH)
