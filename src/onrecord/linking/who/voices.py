"""For whom spokespeople and lawyers speak where an article does not say it again: whom the others say that they speak for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.vocabulary import LinkedParty, PartyId

MOSTLY = 2 / 3
"""The share of what somebody is said to have said for others that has to be for one principal."""

OFTEN = 1 / 3
"""The share of all that somebody says that has to be said for others."""

_SPEAKS_FOR_OTHERS = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|solicitors?|barristers?|counsel|advocate|publicist|agent|press|communications|media)\b",
    re.I,
)
_SPEAKS_TO_THE_PRESS = re.compile(r"\b(?:spokes\w+|press|communications|publicist|mouthpiece)\b", re.I)
"""Whose office it is to speak for another says next to nothing for themselves, so that one article tells for whom."""
BY_OFFICE = 1 / 2
"""The share of somebody's offices, as articles tell them, that has to be such a one: of a candidate some article always says so."""

_OF_THEIR_OWN = re.compile(r"\b(?:I|me|my|mine|myself)\b|\bI[’']")


def voice_of(party: LinkedParty, said: int, said_for: Mapping[str, int], roles: Mapping[str, int]) -> PartyId | None:
    """The linked principal for whom a party speaks. said: how much it says; said_for: how much of that for whom; roles: in how
    many articles it has each."""
    if not said_for or party.anonymous or not any(_SPEAKS_FOR_OTHERS.search(role) for role in roles):
        return None
    principal, most = max(said_for.items(), key=lambda item: (item[1], item[0]))
    total = sum(said_for.values())
    if principal == party.id:
        return None
    press = sum(times for role, times in roles.items() if _SPEAKS_TO_THE_PRESS.search(role))
    if press and press >= BY_OFFICE * sum(roles.values()):
        return PartyId(principal) if 2 * most >= total else None
    return PartyId(principal) if most >= MOSTLY * total and total >= OFTEN * said else None


def is_of_their_own(text: str) -> bool:
    """Whether what is said is in the first person, so that whoever speaks for others may speak of themselves."""
    return bool(_OF_THEIR_OWN.search(text))
