from __future__ import annotations

import random
from itertools import combinations

import pytest

from onrecord.linking.claims.candidates import Pair
from onrecord.linking.claims.comparisons import LEAST, MANY, ROOMY, THOUSANDTHS, Comparisons
from onrecord.linking.memory import Memory

SEVERAL = list(combinations([0, 1, 2, 255, 256, 65_536, 2**24], 2))
"""Numbers of which some have the bytes of others in them."""


def known_of(comparisons: Comparisons, number: int) -> dict[Pair, int]:
    return {(min(number, other), max(number, other)): score for other, score in comparisons.of(number).items()}


@pytest.mark.parametrize("seed", range(20))
def test_what_is_written_down_and_forgotten_is_known_from_either_side(seed: int) -> None:
    chance, memory, known = random.Random(seed), Memory(), dict[Pair, int]()
    for _ in range(10):
        comparisons = Comparisons(memory)
        for _ in range(3):
            pairs = set(chance.sample(SEVERAL, chance.randint(1, 12)))
            if chance.random() < 0.6:
                scores = {pair: chance.uniform(-4, 2) for pair in pairs}
                now = {pair: round(score * THOUSANDTHS) for pair, score in scores.items() if score > LEAST}
                assert comparisons.put(scores) == {pair for pair in pairs if known.get(pair) != now.get(pair)}
                known = {pair: score for pair, score in known.items() if pair not in pairs} | now
            elif chance.random() < 0.5:
                assert comparisons.drop(pairs) == {pair: known[pair] for pair in pairs & known.keys()}
                known = {pair: score for pair, score in known.items() if pair not in pairs}
            else:
                gone = set(chance.choice(SEVERAL))
                assert comparisons.drop_all(gone) == {pair: known[pair] for pair in known if gone & set(pair)}
                known = {pair: score for pair, score in known.items() if not gone & set(pair)}
            assert comparisons.known(set(SEVERAL)) == known.keys()
            if chance.random() < 0.5:  # of one that is taken apart, others are not
                one = chance.choice(SEVERAL)[0]
                assert known_of(comparisons, one) == {pair: score for pair, score in known.items() if one in pair}
        comparisons.remember()
    numbers = {number for pair in SEVERAL for number in pair}
    found = [known_of(Comparisons(memory), number) for number in numbers]
    assert {pair: score for each in found for pair, score in each.items()} == known


def test_how_crowded_one_is_follows_from_how_near_many_others_lie() -> None:
    memory = Memory()
    comparisons = Comparisons(memory)
    others = range(1, MANY)
    comparisons.put({(0, other): 1.0 for other in others})
    assert comparisons.find_crowding() == {}
    assert comparisons.crowding([0]) == ROOMY
    comparisons.put({(0, MANY): -1.1, (0, MANY + 1): -2.0})
    assert comparisons.find_crowding() == {0: -1250 - ROOMY}
    assert comparisons.crowding([0, 1]).tolist() == [-1250, ROOMY]
    comparisons.remember()
    again = Comparisons(memory)
    assert again.crowding([0]) == -1250
    again.put({(0, MANY): -1.2})
    assert again.find_crowding() == {}  # within a step
    again.drop([(0, 1), (0, MANY)])
    assert again.find_crowding() == {0: ROOMY + 1250}
    assert again.crowding([0]) == ROOMY
