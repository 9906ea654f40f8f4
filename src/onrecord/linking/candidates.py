"""Which utterances are compared at all: those that share a rare word, or whom they are about or who speaks, near in time.

Each key lists its utterances in the order of time, and an utterance meets only its nearest there. So the number of pairs
grows with the number of utterances and not with its square, and one more article touches only its neighbours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.linking.sentences import Likeness
from onrecord.linking.units import Unit
from onrecord.linking.words import rarity

RARE = 0.55
"""From this rarity on a word is a key."""

NEAREST = 24
"""How many utterances before it one meets under each key."""

BESIDE = 100
"""How many utterances before it one meets whatever they share: what answers what may share no word, but is near in time."""

MOST = 240
"""How many utterances before it one meets at all: those that most of its keys lead to."""


ALIKE = 40
"""How many utterances before it one meets because their sentences lie near to its own."""


def find_candidates(units: Sequence[Unit], alike: Likeness) -> Iterator[tuple[int, int]]:
    """Pairs of places in `units`, the earlier first, each pair once."""
    listed: dict[str, list[int]] = defaultdict(list)
    nearest = alike.nearest_before([unit.id for unit in units], ALIKE)
    for (place, unit), near in zip(enumerate(units), nearest, strict=True):
        met: Counter[int] = Counter()
        for key in _keys(unit):
            met.update(listed[key][-NEAREST:])
            listed[key].append(place)
        met.update(range(max(0, place - BESIDE), place))
        met.update(dict.fromkeys(near, 3))
        best = sorted(met, key=lambda other: (-met[other], -other))[:MOST]
        yield from ((other, place) for other in sorted(best))


def _keys(unit: Unit) -> list[str]:
    first = unit.first
    words = {f"word {word}" for word in first.words if rarity(word) >= RARE}
    parties = {f"party {party}" for party in (*first.about, first.principal) if party}
    return sorted({*words, *parties, f"article {first.statement.article}"})
