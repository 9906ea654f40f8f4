from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

import pytest

from onrecord.linking.claims.candidates import Pair
from onrecord.linking.claims.clusters import Clusters, average_linkage, clusters_of, lifted
from onrecord.linking.claims.comparisons import MANY, Comparisons
from onrecord.linking.memory import Memory


def test_those_who_agree_on_average_are_together() -> None:
    scores = {(0, 1): 2000, (1, 2): 1000, (0, 2): 500, (2, 3): -4000}
    assert [tree.leaves for tree in average_linkage(range(4), scores)] == [(0, 1, 2), (3,)]


def test_a_chain_of_likenesses_is_no_cluster() -> None:
    scores = {(0, 1): 3000, (1, 2): -500, (2, 3): 3000}
    assert [tree.leaves for tree in average_linkage(range(4), scores)] == [(0, 1), (2, 3)]


class Settling:
    """Clusters step by step: what is known of them is kept from one to the next."""

    def __init__(self, fixed: Mapping[int, Mapping[int, bool]] | None = None) -> None:
        self.memory = Memory()
        self.fixed = fixed or {}
        self.known: set[tuple[int, ...]] = set()

    def settle(
        self, touched: Iterable[int], changed: Mapping[Pair, float], parted: Collection[Pair] = ()
    ) -> set[tuple[int, ...]]:
        """The clusters after scores of pairs have changed, and others meet no longer."""
        comparisons = Comparisons(self.memory)
        clusters = clusters_of(self.memory, range(100))
        gone = comparisons.drop(parted)
        rising = lifted(comparisons, gone)
        risen = {number for pair in gone if clusters[pair[0]] == clusters[pair[1]] for number in pair}
        news = comparisons.put(changed)
        crowding = comparisons.find_crowding()
        numbers = crowding.keys() | set(touched) | risen
        numbers |= {number for cluster in clusters_of(self.memory, numbers).values() for number in cluster}
        less_crowded = (number for number, more in crowding.items() if more < 0)
        settling = Clusters(self.memory, comparisons, sorted, self.fixed)
        joining = settling.drawn(pair for pair in rising if numbers.isdisjoint(pair))
        numbers |= joining
        risen |= joining | {number for pair in rising for number in pair}
        settling.settle(numbers, risen={*touched, *risen, *(number for pair in news for number in pair), *less_crowded})
        comparisons.remember()
        self.known = set(clusters_of(self.memory, range(100)).values())
        return self.known


def test_what_a_person_decided_holds() -> None:
    assert Settling({0: {1: False}, 1: {0: False}}).settle([0, 1], {(0, 1): 5.0}) == {(0,), (1,)}
    assert Settling({0: {1: True}, 1: {0: True}}).settle([0, 1], {(0, 1): -3.0}) == {(0, 1)}


def test_a_neighbour_that_would_join_is_made_anew_and_others_are_not() -> None:
    settling = Settling()
    settling.settle([2, 3, 4, 5, 6], {(2, 3): 3.0, (4, 5): 1.0})
    joined = {(1, 2): -1.4, (0, 1): 2.0, (1, 4): 0.5, (1, 5): 0.5, (0, 4): 0.1, (0, 5): 0.1}
    assert settling.settle([0, 1], joined) == {(0, 1, 4, 5), (2, 3), (6,)}
    anew = Clusters(settling.memory, Comparisons(settling.memory), sorted, {}).settle([0, 1, 4, 5])
    assert anew == set()  # nothing is other than before


def test_a_part_of_a_neighbour_may_be_drawn_away() -> None:
    settling = Settling()
    settling.settle([1, 2, 3], {(1, 2): 1.0, (2, 3): -2.9, (1, 3): -2.9})
    assert settling.known == {(1, 2, 3)}
    assert settling.settle([0], {(0, 3): 3.0, (0, 2): -3.4, (0, 1): -3.4}) == {(1, 2), (0, 3)}


def test_who_is_like_many_others_is_together_with_the_nearest_alone() -> None:
    pair, others = {(0, 1): -2.0}, range(10, 10 + MANY)
    assert Settling().settle([0, 1], pair) == {(0, 1)}
    crowd = {(number, other): -1.5 for number in (0, 1) for other in others}
    apart = dict.fromkeys(combinations(others, 2), -3.4)
    crowded = Settling({n: dict.fromkeys(others, False) for n in (0, 1)})
    assert {(0,), (1,)} <= crowded.settle([0, 1, *others], pair | crowd | apart)


@pytest.mark.parametrize("seed", range(60))
def test_clusters_made_step_by_step_are_those_made_at_once(seed: int) -> None:
    chance = random.Random(seed)
    count, step = chance.choice([8, 14, 30]), chance.choice([1.0, 0.25, 0.001])
    pairs = [pair for pair in combinations(range(count), 2) if chance.random() < chance.choice([0.2, 0.6])]
    scores = {pair: step * round(chance.uniform(-3.4, 2) / step) for pair in pairs}  # a coarse step makes for ties
    settling, now = Settling(), dict[Pair, float]()
    order = [[number] for number in chance.sample(range(count), count)]
    for touched in (*order, *(chance.sample(range(count), 2) for _ in range(12))):
        if now:  # some are compared anew
            scores |= {pair: step * round(chance.uniform(-3.4, 2) / step) for pair in combinations(sorted(touched), 2)}
        seen = {number for cluster in settling.known for number in cluster} | set(touched)
        changed = {pair: score for pair, score in scores.items() if set(pair) <= seen and now.get(pair) != score}
        now |= changed
        assert settling.settle(touched, changed) == Settling().settle(seen, now)


@pytest.mark.parametrize("seed", range(12))
def test_what_meets_no_longer_leaves_clusters_as_if_it_had_never_met(seed: int) -> None:
    chance = random.Random(seed)
    numbers = range(30)
    now = {pair: chance.uniform(-3.4, -0.5) for pair in combinations(numbers, 2) if chance.random() < 0.8}
    settling = Settling()
    settling.settle(numbers, now)
    for _ in range(4):
        parted = chance.sample(sorted(now), 12)
        now = {pair: score for pair, score in now.items() if pair not in parted}
        assert settling.settle((), {}, parted) == Settling().settle(numbers, now)


def test_what_counted_less_than_what_is_not_compared_counts_more_when_it_meets_no_longer() -> None:
    numbers, others = range(4), [range(10 * n, 10 * n + MANY) for n in (1, 3, 5, 7)]
    crowd = {(number, other): -1.0 for number, near in zip(numbers, others, strict=True) for other in near}
    two = {(0, 1): 2.0, (2, 3): 2.0, (0, 2): -0.9, (0, 3): -0.9, (1, 2): -0.9}
    fixed = {number: dict.fromkeys(near, False) for number, near in zip(numbers, others, strict=True)}
    settling, apart = Settling(fixed), {(1, 3): -3.4}
    everybody = [*numbers, *(other for near in others for other in near)]
    assert {(0, 1), (2, 3)} <= settling.settle(everybody, crowd | two | apart)
    assert (0, 1, 2, 3) in settling.settle((), {}, apart)
    assert settling.known == Settling(fixed).settle(everybody, crowd | two)
