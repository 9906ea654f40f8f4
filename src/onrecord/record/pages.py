"""The part of a record's reader that answers a page at a time: what lists and drawings of linked things need."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager

import sqlalchemy as sa

from onrecord.record import paged
from onrecord.record.lists import Page
from onrecord.record.paged import ClaimHead, ClaimSides, Lane, Narrowed, Reliance, Rests
from onrecord.vocabulary import Change, ClaimId, Conflict, LinkedContact, LinkedEvent, PartyId, Position, Side, Stand


class PagedReader(ABC):
    """Answers that cost what stands on a page; see paged.py."""

    @abstractmethod
    def _connected(self) -> AbstractContextManager[sa.Connection]:
        """A connection to the record, as it is now."""

    def changes_listed(
        self, page: Page, wanted: Narrowed, last: Collection[str] = ()
    ) -> tuple[int, tuple[Change, ...]]:
        """How many changes there are, and those of a page, the latest first; `last`: ids that come after all others."""
        with self._connected() as connection:
            return paged.list_changes(connection, page, wanted, last)

    def conflicts_listed(self, page: Page, wanted: Narrowed) -> tuple[int, tuple[Conflict, ...]]:
        """How many conflicts there are, and those of a page, the most contested first."""
        with self._connected() as connection:
            return paged.list_conflicts(connection, page, wanted)

    def contacts_listed(
        self, page: Page, wanted: Narrowed
    ) -> tuple[int, tuple[LinkedContact, ...], list[tuple[PartyId, ...]]]:
        """How many contacts there are, those of a page, dated ones first, and who is in each of all of them."""
        with self._connected() as connection:
            return paged.list_contacts(connection, page, wanted)

    def events_listed(self, page: Page, wanted: Narrowed) -> tuple[int, tuple[LinkedEvent, ...]]:
        """How many dated events there are, and those of a page, by day."""
        with self._connected() as connection:
            return paged.list_events(connection, page, wanted)

    def reliances(self, wanted: Narrowed, limit: int) -> tuple[Reliance, ...]:
        """Who is told on whose word, and how often, those first who most often are."""
        with self._connected() as connection:
            return paged.list_reliances(connection, wanted, limit)

    def lanes_of_party(self, party: PartyId, limit: int) -> tuple[int, tuple[Lane, ...]]:
        """On how many claims a party stands, and its lanes on those on which it says most."""
        with self._connected() as connection:
            return paged.lanes_of_party(connection, party, limit)

    def lanes_of_claim(self, claim: ClaimId, limit: int) -> tuple[int, tuple[Lane, ...]]:
        """How many parties stand on a claim, and the lanes of those that say most."""
        with self._connected() as connection:
            return paged.lanes_of_claim(connection, claim, limit)

    def claim_sides(self, ids: Sequence[ClaimId], named: int) -> tuple[ClaimSides, ...]:
        """These claims in numbers, with the first so many parties of each side."""
        with self._connected() as connection:
            return paged.sides_of(connection, ids, named)

    def rests_on(self, claim: ClaimId) -> Mapping[Side, Rests]:
        """On how many independent origins each side of a claim rests, and why."""
        with self._connected() as connection:
            return paged.rests_on(connection, claim)

    def claim_texts(self, ids: Collection[ClaimId]) -> Mapping[ClaimId, str]:
        """How these claims are worded."""
        with self._connected() as connection:
            return paged.claim_texts(connection, ids)

    def claim_heads(self, ids: Collection[ClaimId]) -> Mapping[ClaimId, ClaimHead]:
        """These claims without what stands on them, as far as there are any."""
        with self._connected() as connection:
            return paged.claim_heads(connection, ids)

    def stands_on_side(
        self, claim: ClaimId, side: Side, page: Page, among: Collection[PartyId] | None = None
    ) -> tuple[int, tuple[Stand, ...]]:
        """How many stands there are on one side of a claim, and those of a page, in the order of time; `among` some parties."""
        with self._connected() as connection:
            return paged.stands_on_side(connection, claim, side, page, among)

    def stands_listed(self, claims: Sequence[ClaimId], page: Page) -> Mapping[ClaimId, tuple[Stand, ...]]:
        """Of each of these claims the stands of a page, in the order of time."""
        with self._connected() as connection:
            return paged.stands_listed(connection, claims, page)

    def positions_on(self, claim: ClaimId, page: Page) -> tuple[int, tuple[Position, ...]]:
        """How many parties stand on a claim, and the positions of those of a page, those that say most first."""
        with self._connected() as connection:
            return paged.positions_on(connection, claim, page)

    def names_of(self, ids: Collection[PartyId]) -> Mapping[PartyId, str]:
        """The names of those of these linked parties that have one."""
        with self._connected() as connection:
            return paged.names_of(connection, ids)
