"""Which utterances are compared at all: those that share a rare word, or whom they are about or who speaks, near in time.

Each key has a line of its utterances in the order of time, and two of them meet where few enough stand between them
there. So the number of pairs grows with the number of utterances and not with its square; which pairs meet follows from
what is known and not from the order in which it came; and one that comes or goes touches only its neighbours.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.linking.memory import LAST, Entry, Memory
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.words import rarity
from onrecord.vocabulary import ArticleId, content_id

Pair = tuple[int, int]
"""Numbers of two utterances, the smaller first."""

RARE = 0.55
"""From this rarity on a word is a key."""

NEAREST = 24
"""How many utterances before it one meets under each key."""

BESIDE = 100
"""How many utterances before it one meets whatever they share: what answers what may share no word, but is near in time."""

ROWS = 256
"""Places of a line that are looked at together: so much is held in memory at a time."""

EVERYTHING = "time"
"""The key that all share."""


def pair_of(one: int, other: int) -> Pair:
    """Both in the order of pairs."""
    return (one, other) if one < other else (other, one)


def keys_of(first: Proposition) -> tuple[str, ...]:
    """The lines that an utterance stands in."""
    words = {f"word {word}" for word in first.words if rarity(word) >= RARE}
    parties = {f"party {party}" for party in (*first.about, first.principal) if party}
    return (*sorted({*words, *parties, f"article {first.statement.article}"}), EVERYTHING)


def moment_of(first: Proposition) -> int:
    """When it was said as one number: the day, then the article, then the place in it."""
    return moment(first.order[0], first.statement.article, first.place, first.id)


def moment(day: str, article: ArticleId, place: int, itself: str) -> int:
    """A day (of which the end may be missing), an article and a place in it as one number that orders by them, below 2**63
    as databases want; what stands at one place is told apart by its id."""
    parts = [int("".join(filter(str.isdigit, part)) or 0) for part in f"{day}-0-0".split("-")[:3]]
    of_article, of_itself = (int(content_id("m", id_)[2:], 16) for id_ in (article, itself))
    days = min((parts[0] * 13 + parts[1]) * 32 + parts[2], 2**22 - 1)
    return (days << 41) | (of_article % 2**20 << 21) | (min(place, 2**16 - 1) << 5) | of_itself % 2**5


def reach(key: str) -> int:
    """How far apart in its line two utterances may stand to meet."""
    return BESIDE if key == EVERYTHING else NEAREST


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an utterance stands: its moment, and the keys of its lines."""

    moment: int
    keys: tuple[str, ...]


def change_lines(
    memory: Memory, leaving: Mapping[int, Placed], entering: Mapping[int, Placed]
) -> tuple[set[Pair], set[Pair]]:
    """Let utterances leave their lines and others enter, by number; one in both is compared anew with all that it meets.

    Gives the pairs that meet now under a key under which they did not, and those that meet no longer under one.
    """
    left, entered = _by_key(leaving), _by_key(entering)
    for key, entries in left.items():
        for entry in entries:
            memory.leave(key, entry)
    for key, entries in entered.items():
        for entry in entries:
            memory.enter(key, entry)
    gained: set[Pair] = set()
    lost: set[Pair] = set()
    for key in sorted({*left, *entered}):
        gone, come = left.get(key, set()), entered.get(key, set())
        for now, changed in _stretches(memory, key, sorted(gone | come)):
            before = (set(now) - come) | (gone & changed)
            more, less = _turnover(before, set(now), entering, reach(key))
            gained |= more
            lost |= less
    return gained, lost


def _by_key(moving: Mapping[int, Placed]) -> dict[str, set[Entry]]:
    found: dict[str, set[Entry]] = defaultdict(set)
    for number, placed in moving.items():
        for key in placed.keys:
            found[key].add((placed.moment, number))
    return found


def _stretches(memory: Memory, key: str, changed: list[Entry]) -> Iterator[tuple[list[Entry], set[Entry]]]:
    """The stretches of a line as it is now that have whatever may meet across a change, with the changes in each."""
    most = reach(key)
    waiting = deque(changed)
    while waiting:
        place = waiting[0]
        stretch = memory.before(key, place, most)
        touched: list[Entry] = []
        position: Entry = (place[0], place[1] - 1)
        while True:
            more = memory.after(key, position, most + 1)
            is_end = len(more) <= most
            position = LAST if is_end else more[-1]
            stretch += more
            while waiting and waiting[0] <= position:
                touched.append(waiting.popleft())
            if is_end or sum(entry > touched[-1] for entry in more) >= most:
                break
        yield stretch, set(touched)


def _turnover(before: set[Entry], now: set[Entry], entering: Collection[int], most: int) -> tuple[set[Pair], set[Pair]]:
    """The pairs of a stretch that meet now and did not, with those of which one is compared anew; and those that meet no longer.

    Worked out for all that stand or stood there at once: how far apart two of them are is a difference of their ranks.
    """
    places = sorted(before | now)
    numbers = [number for _, number in places]
    stood, stands = (np.array([place in listed for place in places]) for listed in (before, now))
    is_new = np.array([number in entering for number in numbers])
    was_at, is_at = np.cumsum(stood), np.cumsum(stands)
    gained: set[Pair] = set()
    lost: set[Pair] = set()
    for start in range(0, len(places), ROWS):
        rows = slice(start, start + ROWS)
        last = min(start + ROWS, len(places)) - 1
        # from the last of these rows on whatever may have met it, or may meet it
        ends = (np.searchsorted(ranks, ranks[last] + most, "right") for ranks in (was_at, is_at))
        columns = slice(start, int(max(ends)))
        behind = np.arange(columns.start, columns.stop) > np.arange(len(places))[rows, None]
        met = behind & stood[rows, None] & stood[columns] & (was_at[columns] - was_at[rows, None] <= most)
        meet = behind & stands[rows, None] & stands[columns] & (is_at[columns] - is_at[rows, None] <= most)
        anew = meet & met & (is_new[rows, None] | is_new[columns])
        for found, pairs in (((meet & ~met) | anew, gained), (met & ~meet, lost)):
            one, other = np.nonzero(found)
            pairs.update(
                pair_of(numbers[start + a], numbers[start + b])
                for a, b in zip(one.tolist(), other.tolist(), strict=True)
            )
    # one that stands elsewhere than it stood may part from and meet the same other: that pair is compared anew
    return gained, lost - gained
