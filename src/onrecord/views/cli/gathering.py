"""What commands about the affair share: the record opened with its links up to date, and what is wanted of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import RecordError
from onrecord.views.affair import Affair, Part, Wanted
from onrecord.views.cli import terminal
from onrecord.views.cli.options import day
from onrecord.views.cli.session import Session
from onrecord.views.present import Row

if TYPE_CHECKING:
    from onrecord.record import Record

SHOWN = 20
"""How many things of a kind a person is shown unless they ask for more."""

Thing = TypeVar("Thing")


def wanted_of(
    words: Sequence[str] | None, party: str | None = None, since: str | None = None, until: str | None = None
) -> Wanted:
    """What a command was asked for. Raises SettingsError for a day that is none."""
    return Wanted(" ".join(words or ()), party, day("--since", since), day("--until", until))


@contextmanager
def gathered(session: Session, wanted: Wanted) -> Iterator[Affair]:
    """The affair in the record of this session, in one state of it."""
    from onrecord.record import open_record

    with open_record(session.settings().record, create=False) as opened:
        refresh_links(opened)
        with opened.reader.snapshot() as reader:
            yield Affair(reader, wanted)


def refresh_links(record: Record) -> None:
    """Link what was read since it was last linked; where the record may not be written, say that the links are older."""
    if not record.links.are_stale():
        return
    from onrecord.pipeline import bring_links_up_to_date  # takes a moment to load

    terminal.note("linking …")
    try:
        bring_links_up_to_date(record.links)
    except RecordError:
        terminal.note("The record cannot be written, so that what was read last is not linked yet.")


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list is told. kind: of the export, whose rows JSON has; thing: what one is called; empty: what to say of none."""

    kind: str
    thing: str
    empty: str


def say_part(
    session: Session,
    listing: Listing,
    part: Part[Thing],
    row: Callable[[Thing], Row],
    say: Callable[[Thing], None],
) -> None:
    """A list for programs or for people, with how much of it there is."""
    if session.as_json:
        terminal.say_json({listing.kind: [row(each) for each in part.things], "total": part.total})
        return
    if not part.things:
        terminal.say(listing.empty)
        return
    for each in part.things:
        say(each)
    say_left_out(part, listing.thing)


def say_left_out(part: Part[Thing], thing: str) -> None:
    """How many are shown of how many."""
    if part.left_out:
        terminal.note(f"{len(part.things):,} of {part.total:,} {thing}s. All of them: --limit {part.total}")


def limit_of(session: Session, limit: int | None) -> int | None:
    """How many are shown: what was asked for, else a few for people and all for programs."""
    return limit if limit is not None or session.as_json else SHOWN
