"""`onrecord who`: a party with its positions, changes, statements and contacts."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.views import links, present
from onrecord.views.affair import PartyShown
from onrecord.views.cli import changes, contacts, telling, terminal
from onrecord.views.cli.gathering import gathered, wanted_of
from onrecord.views.cli.options import JsonOption, LimitOption, RecordOption, SinceOption, UntilOption
from onrecord.views.cli.session import Session
from onrecord.vocabulary import LinkedParty

SHOWN = 10
"""Of each kind, unless more are asked for."""


def who(
    ctx: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="A name, a part of one, an office, or an id.", show_default=False),
    ],
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a party: its positions, changes, statements and contacts.

    What a spokesperson says counts for whom they speak for. Where a name may mean several, the likeliest is shown and
    the others are named.
    """
    session = Session.of(ctx, record, as_json)
    with gathered(session, wanted_of(None, None, since, until)) as affair:
        shown = affair.party(" ".join(name))
    if session.as_json:
        terminal.say_json(party_row(shown))
    else:
        say_party(shown, limit or SHOWN)


def party_row(shown: PartyShown) -> present.Row:
    """A party for programs."""
    own = {shown.party.id: shown.party}
    return {
        "party": links.linked_party_row(shown.party),
        "positions": [links.position_row(track.position(claim), own) for claim, track in shown.positions],
        "changes": [each.row for each in shown.changes],
        "statements": [quoted.row for quoted in shown.statements],
        "contacts": [each.row() for each in shown.contacts],
        "others": [links.linked_party_row(other) for other in shown.others],
    }


def say_party(shown: PartyShown, most: int) -> None:
    """A party for people: who it is, where it stands, when it changed, what it said, whom it met."""
    for line in _about(shown.party):
        terminal.say_styled(*line)
    if shown.positions:
        _say_heading("Positions", len(shown.positions), most)
        for claim, track in shown.positions[:most]:
            terminal.say_styled(present.shortened(claim.text, telling.LONGEST_CLAIM), indent=2, hanging=2)
            terminal.say_styled(*telling.track_line(track, None), indent=4, hanging=2)
    if shown.changes:
        _say_heading("Changes", len(shown.changes), most)
        for change in shown.changes[:most]:
            changes.say_one(change)
    if shown.statements:
        _say_heading("Statements", len(shown.statements), most)
        for quoted in shown.statements[-most:]:
            telling.say_quoted(quoted)
    if shown.contacts:
        _say_heading("Contacts", len(shown.contacts), most)
        for contact in shown.contacts[:most]:
            contacts.say_one(contact)
    if shown.others:
        terminal.say()
        terminal.say_styled(telling.quiet(f"Others that {shown.party.name!r} may mean: {telling.names(shown.others)}"))


def _about(party: LinkedParty) -> list[list[telling.Styled]]:
    known = f"  {party.kind.value} · {present.count_of(party.statements, 'statement')}, in "
    known += present.count_of(party.articles, "article")
    lines: list[list[telling.Styled]] = [[(party.name, "bold"), telling.quiet(known)]]
    aliases = [alias for alias in party.aliases if alias != party.name]
    if aliases:
        lines.append([telling.quiet("  also called "), ", ".join(aliases)])
    if party.roles:
        lines.append([telling.quiet("  "), ", ".join(party.roles)])
    return lines


def _say_heading(what: str, number: int, most: int) -> None:
    some = f" ({most} of {number:,})" if number > most else ""
    terminal.say()
    terminal.say_styled((what, "bold"), telling.quiet(some))
