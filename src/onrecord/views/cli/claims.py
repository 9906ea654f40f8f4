"""`onrecord claims`: what is claimed, and who stood where."""

from __future__ import annotations

import typer

from onrecord.views import links, present
from onrecord.views.affair import ClaimShown, distinct
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


def claims(
    ctx: typer.Context,
    query: QueryArgument = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """What is claimed, and who affirms and who denies it.

    Each claim with the dated sides of every party that spoke of it: affirms, denies, unsure, declines. First come claims
    on which accounts stand against each other.
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(query, party, since, until)) as affair:
        part = affair.claims(limit_of(session, limit))
    say_part(session, LISTING, part, row, say_one)


LISTING = Listing("claims", "claim", "No claim was found on which several statements take sides.")

MOST_TRACKS = 8
"""Parties that are named under a claim."""


def row(shown: ClaimShown) -> present.Row:
    """A claim for programs."""
    return links.claim_row(shown.claim, shown.parties)


def say_one(shown: ClaimShown, parties: int = MOST_TRACKS) -> None:
    """A claim for people: its sentence, how it stands, and a track for each party, of so many."""
    terminal.say_styled(telling.heading(shown.claim.text))
    terminal.say_styled(telling.quiet(in_numbers(shown)), indent=2)
    tracks = distinct(shown.tracks)
    for track in tracks[:parties]:
        telling.say_track(track, shown.days)
    left = len(tracks) - parties
    if left > 0:
        what = "1 more party" if left == 1 else f"{left} more parties"
        terminal.say_styled(telling.quiet(f"and {what}"), indent=2)
    terminal.say()


def in_numbers(shown: ClaimShown) -> str:
    """How a claim stands: 2 affirm, 3 deny (on 1 origin) · 9 statements · 3 Oct – 4 Nov 2022 · 2 changes."""
    sides = [_side_in_numbers(shown, side) for side in Side if shown.on(side)]
    known = [
        ", ".join(sides),
        present.count_of(len(shown.claim.stands), "statement"),
        telling.days(shown.days),
        "conflict" if shown.conflict else "",
        present.count_of(len(shown.changes), "change") if shown.changes else "",
    ]
    return " · ".join(filter(None, known))


def _side_in_numbers(shown: ClaimShown, side: Side) -> str:
    number, verb = len(shown.on(side)), VERBS[side]
    origins = shown.independent(side)
    rests = f" (on {present.count_of(origins, 'origin')})" if origins is not None and origins != number else ""
    return f"{number} {verb[0] if number == 1 else verb[1]}{rests}"


VERBS = {
    Side.AFFIRMS: ("affirms", "affirm"),
    Side.DENIES: ("denies", "deny"),
    Side.UNSURE: ("is unsure", "are unsure"),
    Side.DECLINES: ("declines", "decline"),
}
