"""The timeline: dated clauses of articles, those that tell one event put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.linking.groups import Groups
from onrecord.linking.words import STOP, meaning, weight, words
from onrecord.vocabulary import Event, LinkedEvent, PartyId, Passage

ALIKE = 0.5
"""The share of the shorter clause's words that the other must have for both to tell one event."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as an article tells it. published: when that was; subject: the words of the clause as they are compared."""

    event: Event
    published: str
    subject: frozenset[str]


def subject_of(words_of_clause: str) -> frozenset[str]:
    """The words of a clause as they are compared."""
    return frozenset(meaning(word) for word in words(words_of_clause) if word not in STOP)


def merge_events(told: Iterable[Told], party_of: Mapping[PartyId, PartyId]) -> list[LinkedEvent]:
    """The events of the same days, each once, with the words of every article that tells it, the earliest article first."""
    listed = sorted(told, key=lambda t: (t.published, t.event.article, t.event.span))
    groups = Groups(range(len(listed)))
    for n, one in enumerate(listed):
        for m in range(n):
            other = listed[m]
            if other.event.article != one.event.article and _alike(other.subject, one.subject):
                groups.join(m, n)
    return [_linked([listed[n].event for n in sorted(members)], party_of) for members in groups.all()]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(weight(one), weight(other))
    return shorter > 0 and weight(one & other) / shorter >= ALIKE


def _linked(told: list[Event], party_of: Mapping[PartyId, PartyId]) -> LinkedEvent:
    who = dict.fromkeys(party_of.get(p, p) for event in told for p in event.parties)
    return LinkedEvent(told[0].on, tuple(who), tuple(Passage(e.article, e.span) for e in told))
