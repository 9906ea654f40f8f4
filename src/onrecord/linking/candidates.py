"""Which utterances are compared at all: those that share a rare word, or whom they are about or who speaks, near in time.

Each key lists its utterances in the order of time, and an utterance meets only its nearest there. So the number of pairs
grows with the number of utterances and not with its square, and one more article touches only its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.linking.units import Unit
from onrecord.linking.words import rarity

RARE = 0.55
"""From this rarity on a word is a key."""

NEAREST = 60
"""How many utterances before it one meets under each key."""


def find_candidates(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `units`, the earlier first, each pair once."""
    listed: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        met: set[int] = set()
        for key in _keys(unit):
            met.update(listed[key][-NEAREST:])
            listed[key].append(place)
        yield from ((other, place) for other in sorted(met))


def _keys(unit: Unit) -> Iterator[str]:
    first = unit.first
    yield from (f"word {word}" for word in first.words if rarity(word) >= RARE)
    yield from (f"party {party}" for party in first.about)
    if first.principal:
        yield f"party {first.principal}"
    yield f"article {first.statement.article}"
