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

_OF_THEIR_OWN = re.compile(r"\b(?:I|me|my|mine|myself)\b|\bI[’']")


def voice_of(party: LinkedParty, said: int, said_for: Mapping[str, int]) -> PartyId | None:
    """The linked principal for whom a party speaks. said: how much it says; said_for: how much of that for whom."""
    if not said_for or party.anonymous or not any(_SPEAKS_FOR_OTHERS.search(role) for role in party.roles):
        return None
    principal, most = max(said_for.items(), key=lambda item: (item[1], item[0]))
    total = sum(said_for.values())
    if any(_SPEAKS_TO_THE_PRESS.search(role) for role in party.roles):
        return PartyId(principal) if 2 * most >= total and principal != party.id else None
    is_one = most >= MOSTLY * total and principal != party.id
    return PartyId(principal) if is_one and total >= OFTEN * said else None


def is_of_their_own(text: str) -> bool:
    """Whether what is said is in the first person, so that whoever speaks for others may speak of themselves."""
    return bool(_OF_THEIR_OWN.search(text))
