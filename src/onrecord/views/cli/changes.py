"""`onrecord changes`: who changed position, and when."""

from __future__ import annotations

import typer

from onrecord.views import present
from onrecord.views.affair import ChangeShown
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


def changes(
    ctx: typer.Context,
    query: QueryArgument = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Who changed position, and when.

    Each change with both statements, in the order of time: a reversal (affirms, then denies, or the other way), a
    walk-back (to unsure, or to no answer), a hardening (back from there).
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        part = affair.changes(limit_of(session, limit))
    say_part(session, LISTING, part, lambda shown: shown.row, say_one)


LISTING = Listing("changes", "change", "Nobody was found to have changed position.")


def say_one(shown: ChangeShown, most: int = telling.LONGEST_QUOTE) -> None:
    """A change for people: who, which way, on what; then both statements, of each at most so many characters."""
    change = shown.change
    reviewed = f" · {shown.review.value}" if shown.is_reviewed else ""
    terminal.say_styled(
        (shown.party.name, "bold"),
        "  ",
        telling.side(change.before.side),
        telling.quiet(" → "),
        telling.side(change.after.side),
        telling.quiet(f"  {change.kind.value}, {telling.days(change.after.said)}{reviewed}"),
    )
    terminal.say_styled(present.shortened(shown.claim.text, telling.LONGEST_CLAIM), indent=2)
    for quoted in (shown.before, shown.after):
        telling.say_quoted(quoted, most=most)
    terminal.say()
