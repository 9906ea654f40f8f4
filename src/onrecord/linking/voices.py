"""For whom spokespeople and lawyers speak where an article does not say it again: whom the others say that they speak for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.vocabulary import LinkedParty, PartyId

MOSTLY = 2 / 3
"""The share of what somebody is said to have said for others that has to be for one principal."""

OFTEN = 1 / 3
"""The share of all that somebody says that has to be said for others."""

_SPEAKS_FOR_OTHERS = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|solicitors?|barristers?|counsel|advocate|publicist|agent|press|communications|media)\b",
    re.I,
)
_OF_THEIR_OWN = re.compile(r"\b(?:I|me|my|mine|myself)\b|\bI[’']")


def find_voices(
    parties: Iterable[LinkedParty],
    spoken: Iterable[Iterable[Sequence[PartyId | None]]],
    party_of: Mapping[PartyId, PartyId],
) -> dict[PartyId, PartyId]:
    """Linked speaker → linked principal. spoken: by article, the speaker of each statement and who is spoken for."""
    principals: dict[PartyId, Counter[PartyId]] = defaultdict(Counter)
    said: Counter[PartyId] = Counter()
    for pairs in spoken:
        for speaker, principal in pairs:
            if speaker in party_of and speaker:
                said[party_of[speaker]] += 1
            if speaker in party_of and principal in party_of and speaker and principal:
                principals[party_of[speaker]][party_of[principal]] += 1
    voices = {}
    for party in parties:
        counted = principals.get(party.id)
        if counted and not party.anonymous and any(_SPEAKS_FOR_OTHERS.search(role) for role in party.roles):
            principal, most = max(counted.items(), key=lambda item: (item[1], item[0]))
            is_one = most >= MOSTLY * counted.total() and principal != party.id
            if is_one and counted.total() >= OFTEN * said[party.id]:
                voices[party.id] = principal
    return voices


def is_of_their_own(text: str) -> bool:
    """Whether what is said is in the first person, so that whoever speaks for others may speak of themselves."""
    return bool(_OF_THEIR_OWN.search(text))
