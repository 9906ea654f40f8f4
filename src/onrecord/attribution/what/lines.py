"""A sentence as a line of words in which one sign stands for each mention of somebody and one for each time.

"Mayor Ada Quill met the banker, Bert Orr, on March 3" becomes "P met P on T", so that a pattern need not care how people are named.
Marks of quotation are all one mark, appositions are part of their mention, and a line keeps where in the article its signs stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.attribution.what.told import Told
from onrecord.attribution.when import TimeExpression
from onrecord.attribution.who.nouns import Sort, sorts_of
from onrecord.vocabulary import Party

TIME = "\ue000"
_FIRST_PARTY = 0xE001
PARTY = "[\ue001-\uf8ff]"
"""Any mention, as a pattern."""
_QUOTES = str.maketrans({"’": "'", "“": '"', "”": '"', "‘": '"', "«": '"', "»": '"'})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody where a line speaks of them. place: that of the head; first, last: of the whole mention."""

    party: Party
    place: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence written as signs. text: the line; mentions: by the number of their signs; starts: where each piece of the line begins;
    places: the first and the last word that each piece stands for."""

    text: str
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def mention(self, sign: str) -> Mention:
        """Who a sign stands for."""
        return self.mentions[ord(sign) - _FIRST_PARTY]

    def first_place(self, at: int) -> int:
        """The first word of what stands at a position of the line."""
        return self.places[bisect_right(self.starts, at) - 1][0]

    def last_place(self, at: int) -> int:
        """The last word of what stands at a position of the line."""
        return self.places[bisect_right(self.starts, at) - 1][1]

    def signs(self, start: int = 0, end: int | None = None) -> Iterator[str]:
        """The signs of mentions in a stretch of the line."""
        return (match.group() for match in re.finditer(PARTY, self.text[start:end]))


def line_of(told: Told, sentence: range) -> Line:
    """A sentence as a line."""
    mentions = tuple(_mentions(told, sentence))
    times = {time.span.start: time for time in told.times_in(told.span(sentence))}
    by_first = {mention.first: n for n, mention in enumerate(mentions)}
    words, at = told.roll.page.words, sentence.start
    text, starts, places, kept = "", [], [], []
    while at < sentence.stop:
        last, sign = at, words[at].lower.translate(_QUOTES)
        if at in by_first:
            mention = mentions[by_first[at]]
            last, sign = mention.last, chr(_FIRST_PARTY + by_first[at])
        elif time := times.get(words[at].start):
            last, sign = max(told.roll.page.places(time.span), default=at), TIME
            kept.append(time)
        text += " " if text and words[at].start > words[at - 1].end else ""
        starts.append(len(text))
        places.append((at, last))
        text += sign
        at = last + 1
    return Line(text, mentions, tuple(kept), tuple(starts), tuple(places))


def _mentions(told: Told, sentence: range) -> Iterator[Mention]:
    """The mentions of a sentence, the widest where one stands in another, an apposition with what it is put to."""
    found = []
    for place in told.mentions_in(sentence):
        party = told.party(place)
        if party is not None and not _is_thing(told, place):
            found.append(Mention(party, place, max(told.roll.starts_at(place), sentence.start), place))
    wide: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.first, -m.last)):
        if wide and mention.first <= wide[-1].last:
            continue
        if wide and _is_put_to(told, wide[-1], mention):
            closed = told.roll.page.lower(mention.last + 1) == "," and mention.last + 1 in sentence
            wide[-1] = Mention(wide[-1].party, mention.place, wide[-1].first, mention.last + closed)
        else:
            wide.append(mention)
    yield from wide


def _is_thing(told: Told, place: int) -> bool:
    """Whether a word stands for nobody who acts: "the letter", or "himself"."""
    word = told.roll.page.words[place]
    return word.lower in _REFLEXIVE or (not word.is_capital and sorts_of(word.lower) == {Sort.DOCUMENT})


def _is_put_to(told: Told, one: Mention, other: Mention) -> bool:
    """Whether a mention says of the one right before it who that is: "the banker, Bert Orr"."""
    if one.party.id != other.party.id:
        return False
    between = [told.roll.page.lower(at) for at in range(one.last + 1, other.first)]
    return between in ([], [","])
