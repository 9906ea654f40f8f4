"""The timeline: dated clauses of articles, those that tell one event put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.linking.groups import Groups
from onrecord.linking.words import STOP, meaning, weight, words
from onrecord.vocabulary import Article, ArticleId, Event, Interval, LinkedEvent, PartyId, Passage

ALIKE = 0.5
"""The share of the shorter clause's words that the other must have for both to tell one event."""


def link_events(
    events: Iterable[Event], party_of: Mapping[PartyId, PartyId], articles: Mapping[ArticleId, Article]
) -> tuple[LinkedEvent, ...]:
    """Each event once, with the words of every article that tells it, the earliest article first; in the order of days."""
    by_days: dict[Interval, list[Event]] = defaultdict(list)
    for event in events:
        by_days[event.on].append(event)
    found = []
    for days, told in by_days.items():
        told.sort(key=lambda e: (articles[e.article].published or "", e.article, e.span))
        subjects = [_subject(e, articles) for e in told]
        groups = Groups(range(len(told)))
        for n in range(len(told)):
            for m in range(n):
                if told[m].article != told[n].article and _alike(subjects[m], subjects[n]):
                    groups.join(m, n)
        found += [_linked(days, [told[n] for n in sorted(members)], party_of) for members in groups.all()]
    return tuple(sorted(found, key=lambda e: (e.on, e.evidence[0])))


def _subject(event: Event, articles: Mapping[ArticleId, Article]) -> frozenset[str]:
    return frozenset(meaning(w) for w in words(event.span.of(articles[event.article].text)) if w not in STOP)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(weight(one), weight(other))
    return shorter > 0 and weight(one & other) / shorter >= ALIKE


def _linked(days: Interval, told: list[Event], party_of: Mapping[PartyId, PartyId]) -> LinkedEvent:
    who = dict.fromkeys(party_of.get(p, p) for event in told for p in event.parties)
    return LinkedEvent(days, tuple(who), tuple(Passage(e.article, e.span) for e in told))
