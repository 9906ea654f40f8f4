"""What a page was asked for: the filters that all lists share, read from the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query
from starlette.exceptions import HTTPException

from onrecord.record import Page

ON_A_PAGE = 50
QUOTED_ON_A_PAGE = 20
"""Of what is shown with all its words."""

LONGEST_QUERY = 500
FILTERS = ("q", "party", "claim", "publisher", "since", "until")


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters by words, party, claim, outlet and days; None where nothing was asked."""

    q: str | None = None
    party: str | None = None
    claim: str | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    page: int = 1
    size: int = ON_A_PAGE

    @property
    def part(self) -> Page:
        """The part of the list that this page has."""
        return Page(limit=self.size, offset=(self.page - 1) * self.size)

    def address(self, **changes: object) -> str:
        """The end of the address that asks the same but for `changes`."""
        known = {name: getattr(self, name) for name in FILTERS} | changes
        return "?" + urlencode({name: str(value) for name, value in known.items() if value not in (None, "", 1)})


def _asked(
    q: Annotated[str | None, Query(max_length=LONGEST_QUERY)] = None,
    party: Annotated[str | None, Query(max_length=LONGEST_QUERY)] = None,
    claim: Annotated[str | None, Query(max_length=LONGEST_QUERY)] = None,
    publisher: Annotated[str | None, Query(max_length=LONGEST_QUERY)] = None,
    since: str | None = None,
    until: str | None = None,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Asked:
    return Asked(q or None, party or None, claim or None, publisher or None, _day(since), _day(until), page)


AskedHere = Annotated[Asked, Depends(_asked)]


def _day(given: str | None) -> date | None:
    """A form sends an empty field where no day was chosen."""
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise HTTPException(422, "A day is written like 2025-05-14.") from None
