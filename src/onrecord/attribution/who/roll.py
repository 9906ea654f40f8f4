"""Who is where in an article once its statements are read: mentions by place, as parties. What contacts and events are read with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.parties import Register
from onrecord.vocabulary import Party, PartyId


class Roll:
    """The parties of an article and where each is mentioned. Places are those of the page's words."""

    def __init__(self, casting: Casting, register: Register) -> None:
        self._casting, self._register = casting, register

    @property
    def casting(self) -> Casting:
        """Who is in the article, with every mention."""
        return self._casting

    @property
    def page(self) -> Page:
        """The article as words."""
        return self._casting.page

    @property
    def mentioned_at(self) -> Iterable[int]:
        """The places of the heads of all mentions: names, descriptions, pronouns."""
        return self._casting.cast.at.keys()

    @property
    def parties(self) -> Mapping[PartyId, Party]:
        """Every party that was asked for so far, and every named one."""
        return {party.id: party for party in self._register.parties()}

    def party_at(self, place: int) -> Party:
        """Whom the mention at a place means: of the article's parties only if something refers to it, see `want`."""
        return self._register.party_of(self._casting.cast.at[place])

    def party(self, id_: PartyId | None) -> Party | None:
        """The party with this id that something refers to."""
        return self._register.wanted(id_) if id_ else None

    def id_of(self, figure: Figure) -> PartyId:
        """The id of a figure's party, which something refers to from now on."""
        return self._register.id_of(figure)

    def want(self, party: Party) -> None:
        """Something refers to a party from now on."""
        self._register.want(party)

    def starts_at(self, place: int) -> int:
        """Where the mention begins whose head stands at a place, with title and determiner."""
        return self._firsts.get(place, place)

    @cached_property
    def _firsts(self) -> Mapping[int, int]:
        names = {name.last: name.title_first for name in self._casting.names}
        return {description.head: description.first for description in self._casting.descriptions} | names
