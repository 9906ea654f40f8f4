from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from onrecord.linking.memory import Entry, Memory, NoShelf


class OneLine(NoShelf):
    """A shelf with one line."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = sorted(entries)

    def before(self, key: str, place: Entry, most: int, skip: int = 0) -> list[Entry]:
        nearest = [entry for entry in self.entries if entry < place][::-1]
        return nearest[skip : skip + most][::-1]

    def everything(self, kind: str) -> dict[str, Any]:
        return {}


@pytest.mark.parametrize("seed", range(40))
def test_whoever_stands_so_many_places_before_is_told_with_what_has_changed(seed: int) -> None:
    chance = random.Random(seed)
    places = [(moment, moment % 7) for moment in range(40)]
    now = set(chance.sample(places, 25))
    memory = Memory(OneLine(sorted(now)))
    for _ in range(chance.randint(0, 9)):
        place = chance.choice(places)
        if place not in now:
            memory.enter("line", place)
            now.add(place)
        elif chance.random() < seed % 2:  # on every other line nothing leaves
            memory.leave("line", place)
            now.remove(place)
    for place in places:
        before = sorted(entry for entry in now if entry < place)
        for nth in (1, 2, 5, 12, 24):
            expected = before[-nth] if len(before) >= nth else None
            assert memory.nth_before("line", place, nth) == expected
