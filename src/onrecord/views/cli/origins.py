"""`onrecord origins`: on how many independent origins an account rests."""

from __future__ import annotations

import typer

from onrecord.views import links, present
from onrecord.views.affair import OriginShown
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
from onrecord.views.quoting import Quoted


def origins(
    ctx: typer.Context,
    query: QueryArgument = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """On how many independent origins an account really rests.

    For each side of each claim: copies of one text, and statements that rest on the same source, are counted once. It
    says why.
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        part = affair.origins(limit_of(session, limit))
    say_part(session, LISTING, part, row, say_one)


LISTING = Listing("origins", "side", "No claim was found whose origins could be counted.")


def row(shown: OriginShown) -> present.Row:
    """An origin for programs."""
    return links.origin_row(shown.origin)


def say_one(shown: OriginShown) -> None:
    """The origins of a side for people: how many, why, and the first words of each."""
    terminal.say_styled(telling.heading(shown.claim.text))
    statements = present.count_of(sum(len(group) for group in shown.groups), "statement")
    rests = f" in {statements}, on {present.count_of(len(shown.groups), 'independent origin')}"
    terminal.say_styled(telling.side(shown.origin.side), rests, indent=2)
    terminal.say_styled(telling.quiet(shown.origin.why), indent=2)
    for number, group in enumerate(shown.groups[:MOST_GROUPS], 1):
        _say_group(number, group)
    if len(shown.groups) > MOST_GROUPS:
        terminal.say_styled(telling.quiet(f"and {len(shown.groups) - MOST_GROUPS} more origins"), indent=4)
    terminal.say()


MOST_GROUPS = 8


def _say_group(number: int, group: tuple[Quoted, ...]) -> None:
    if not group:
        return
    first, *more = group
    where = telling.reference(first.article) + (f" and {len(more)} more" if more else "")
    terminal.say_styled(
        telling.quiet(f"{number}  "),
        *telling.said_by(first, SHORT_QUOTE),
        " ",
        telling.quiet(where),
        indent=4,
        hanging=3,
    )


SHORT_QUOTE = 180
