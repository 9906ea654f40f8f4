"""Dated events: what clauses say that happened on days that are known, with the parties in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.attribution.what.dating import dates_what_happened
from onrecord.attribution.what.told import SECOND_PERSON, Told
from onrecord.attribution.when import TimeExpression, TimexType, day_published
from onrecord.vocabulary import Event, Interval, PartyId

EXACT = frozenset({"time", "day", "weekend", "week", "month", "season", "quarter"})
"""What is exact enough for a line of its own on a timeline; "in 2019" is mostly background."""
PRESENT = "PRESENT_REF"
"""What "now" and "these days" mean: how things stand, and no day on which something happened."""
SHORTEST = 5
"""Words of a sentence that tells something: less is a caption or a dateline."""

_PARTING = frozenset(";—–")
_JOINING = frozenset({"and", "but", "while", "though", "although"})
_BEGINS_RANGE = re.compile(r"\b(?:between|from)(?: (?:early|mid|late|the))? $", re.I)
_TO = re.compile(r"(?:,? (?:and|to|through|until|till)(?: (?:early|mid|late|the))? |\s?[-–—]\s?)$", re.I)


@dataclass(frozen=True, slots=True)
class _Dated:
    """Days that an article names. first, last: the words that name them."""

    first: int
    last: int
    on: Interval


def find_events(told: Told) -> tuple[Event, ...]:
    """Every dated event of an article, in text order; what lies ahead of its publication is a plan, and left out."""
    unique = {event.id: event for event in _events(told)}
    return tuple(sorted(unique.values(), key=lambda event: (event.span, event.on)))


def _events(told: Told) -> Iterator[Event]:
    by_sentence: dict[range, list[_Dated]] = {}
    for dated in _ranges_joined(told, [time for time in told.times if _tells_days(told, time)]):
        by_sentence.setdefault(told.sentence_at(dated.first), []).append(dated)
    for sentence, found in by_sentence.items():
        if len(sentence) < SHORTEST or told.roll.page.words[sentence[-1]].text == "?":
            continue
        for dated in found:
            clause = _clause(told, sentence, dated) if len({each.on for each in found}) > 1 else sentence
            if not any(_is_finer(other, dated, clause) for other in found):
                yield Event(told.article.id, dated.on, told.span(clause), _parties(told, clause))


def _tells_days(told: Told, time: TimeExpression) -> bool:
    """Whether something happened on the days of a time, which are over and exact enough."""
    published = day_published(told.article.published)
    of_saying = {statement.said.phrase for statement in told.statements if statement.said and statement.said.phrase}
    days = time.meaning.days
    if days is None or days.granularity not in EXACT or time.meaning.type not in {TimexType.DATE, TimexType.TIME}:
        return False
    if time.meaning.value == PRESENT or time.span in of_saying or (published and days.start > published):
        return False
    return told.is_real(time.span.start) and dates_what_happened(told, time)


def _ranges_joined(told: Told, times: list[TimeExpression]) -> Iterator[_Dated]:
    """The days of times; "between Monday and March 3" names one stretch of them."""
    text, page = told.article.text, told.roll.page
    at = 0
    while at < len(times):
        time = times[at]
        days, last = time.meaning.days, time
        assert days is not None
        on = Interval(days.start, days.end, days.granularity)
        following = times[at + 1] if at + 1 < len(times) else None
        if following and following.meaning.days and following.meaning.days.end >= days.start:
            is_begun = _BEGINS_RANGE.search(text[max(0, time.span.start - 20) : time.span.start])
            if is_begun and _TO.fullmatch(text[time.span.end : following.span.start]):
                on, last = Interval(days.start, following.meaning.days.end, "span"), following
                at += 1
        at += 1
        yield _Dated(page.place(time.span.start), page.places(last.span)[-1], on)


def _is_finer(other: _Dated, dated: _Dated, clause: range) -> bool:
    """Whether the same clause says more exactly when: "last week, on Thursday,"."""
    is_within = dated.on.start <= other.on.start and other.on.end <= dated.on.end and other.on != dated.on
    return is_within and clause.start <= other.first < clause.stop and other.on.granularity != "span"


def _clause(told: Told, sentence: range, dated: _Dated) -> range:
    """The part of a sentence of several days in which these stand, where it has a subject and a verb of its own."""
    words = told.roll.page.words
    edges = [sentence.start]
    for at in sentence:
        if words[at].text in _PARTING or (
            words[at].lower in _JOINING and words[at - 1].text == "," and _begins_anew(told, at + 1, sentence)
        ):
            edges.append(at + 1)
    edges.append(sentence.stop)
    start = max(edge for edge in edges if edge <= dated.first)
    stop = min(edge for edge in edges if edge > dated.last)
    while (start < stop and stop < sentence.stop and not words[stop - 1].is_word) or words[stop - 1].lower in _JOINING:
        stop -= 1
    return range(start, stop) if stop - start >= SHORTEST else sentence


def _begins_anew(told: Told, at: int, sentence: range) -> bool:
    """Whether somebody who acts stands here, so that a clause of its own begins."""
    return any(told.roll.starts_at(mention) == at for mention in told.mentions_in(sentence))


def _parties(told: Told, places: range) -> tuple[PartyId, ...]:
    """The parties in a run of words that matter elsewhere too: named ones, and those that speak or act."""
    said = told.roll.page.lower
    found = (told.party(mention) for mention in told.mentions_in(places) if said(mention) not in SECOND_PERSON)
    known = told.roll.parties
    return tuple(dict.fromkeys(party.id for party in found if party and party.id in known))
