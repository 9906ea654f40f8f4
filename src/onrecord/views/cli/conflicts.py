"""`onrecord conflicts`: which accounts stand against each other."""

from __future__ import annotations

import typer

from onrecord.views.affair import ConflictShown, distinct
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
from onrecord.vocabulary import Side


def conflicts(
    ctx: typer.Context,
    query: QueryArgument = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Which accounts stand against each other.

    Each claim that some affirm and some deny, with the last words of every party on either side. It says who stands
    where, never who is right.
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        part = affair.conflicts(limit_of(session, limit))
    say_part(session, LISTING, part, ConflictShown.row, say_one)


LISTING = Listing("conflicts", "conflict", "No accounts were found that stand against each other.")

MOST_ON_A_SIDE = 6


def say_one(shown: ConflictShown, parties: int = MOST_ON_A_SIDE, most: int = telling.LONGEST_QUOTE) -> None:
    """A conflict for people: the claim, then each side with its words; so many parties, and characters of each."""
    terminal.say_styled(telling.heading(shown.claim.text))
    for side, told in ((Side.AFFIRMS, shown.affirms.tracks), (Side.DENIES, shown.denies.tracks)):
        tracks = distinct(told)
        terminal.say_styled(telling.side(side), indent=2)
        for track in tracks[:parties]:
            telling.say_quoted(track.quoted[-1], indent=4, with_side=False, most=most)
        if len(tracks) > parties:
            terminal.say_styled(telling.quiet(f"and {len(tracks) - parties} more"), indent=4)
    terminal.say()
