"""Dated events: sentences that say what happened on days that are known, with the parties in them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.attribution.what.told import SECOND_PERSON, Told
from onrecord.attribution.when import TimexType, day_published
from onrecord.vocabulary import Event, Interval, PartyId

EXACT = frozenset({"time", "day", "weekend", "week", "month", "season", "quarter"})
"""What is exact enough for a line of its own on a timeline; "in 2019" is mostly background."""
PRESENT = "PRESENT_REF"
"""What "now" and "these days" mean: how things stand, and no day on which something happened."""
SHORTEST = 5
"""Words of a sentence that tells something: less is a caption or a dateline."""


def find_events(told: Told) -> tuple[Event, ...]:
    """Every dated event of an article, in text order; what lies ahead of its publication is a plan, and left out."""
    unique = {event.id: event for event in _events(told)}
    return tuple(sorted(unique.values(), key=lambda event: (event.span, event.on)))


def _events(told: Told) -> Iterator[Event]:
    published = day_published(told.article.published)
    of_saying = {statement.said.phrase for statement in told.statements if statement.said and statement.said.phrase}
    for time in told.times:
        days = time.meaning.days
        if days is None or days.granularity not in EXACT or time.meaning.type not in {TimexType.DATE, TimexType.TIME}:
            continue
        if time.meaning.value == PRESENT:
            continue
        if time.span in of_saying or (published and days.start > published) or not told.is_real(time.span.start):
            continue
        sentence = told.sentence_at(told.roll.page.place(time.span.start))
        if len(sentence) < SHORTEST or told.roll.page.words[sentence[-1]].text == "?":
            continue
        yield Event(
            told.article.id,
            Interval(days.start, days.end, days.granularity),
            told.span(sentence),
            _parties(told, sentence),
        )


def _parties(told: Told, sentence: range) -> tuple[PartyId, ...]:
    """The parties in a sentence that matter elsewhere too: named ones, and those that speak or act."""
    said = told.roll.page.lower
    found = (told.party(mention) for mention in told.mentions_in(sentence) if said(mention) not in SECOND_PERSON)
    known = told.roll.parties
    return tuple(dict.fromkeys(party.id for party in found if party and party.id in known))
