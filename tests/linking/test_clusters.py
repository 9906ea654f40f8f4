from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.linking.candidates import Pair
from onrecord.linking.clusters import Clusters, average_linkage
from onrecord.linking.comparisons import Comparisons
from onrecord.linking.memory import Memory


def test_those_who_agree_on_average_are_together() -> None:
    scores = {(0, 1): 2000, (1, 2): 1000, (0, 2): 500, (2, 3): -4000}
    assert average_linkage(4, scores) == [(0, 1, 2), (3,)]


def test_a_chain_of_likenesses_is_no_cluster() -> None:
    scores = {(0, 1): 3000, (1, 2): -500, (2, 3): 3000}
    assert average_linkage(4, scores) == [(0, 1), (2, 3)]


def settled(
    scores: Mapping[Pair, float],
    known: Iterable[Sequence[int]] = (),
    fixed: Mapping[int, Mapping[int, bool]] | None = None,
    touched: Iterable[int] = range(9),
) -> list[tuple[int, ...]]:
    comparisons = Comparisons(Memory())
    comparisons.put(scores)
    clusters = {number: tuple(cluster) for cluster in known for number in cluster}
    numbers = {number for pair in scores for number in pair}
    found = Clusters(
        comparisons,
        lambda wanted: {number: clusters[number] for number in wanted if number in clusters},
        sorted,
        fixed or {},
    ).settle(set(touched) & numbers)
    return sorted(found)


def test_what_a_person_decided_holds() -> None:
    assert settled({(0, 1): 5.0}, fixed={0: {1: False}, 1: {0: False}}) == [(0,), (1,)]
    assert settled({(0, 1): -3.0}, fixed={0: {1: True}, 1: {0: True}}) == [(0, 1)]


def test_a_neighbour_that_would_join_is_made_anew_and_others_are_not() -> None:
    scores = {(0, 1): 2.0, (2, 3): 3.0, (1, 2): -1.4, (4, 5): 1.0, (1, 4): 0.5, (1, 5): 0.5, (0, 4): 0.1, (0, 5): 0.1}
    assert settled(scores, known=[(2, 3), (4, 5)], touched=[0, 1]) == [(0, 1, 4, 5)]


def test_clusters_made_step_by_step_are_those_made_at_once() -> None:
    for seed in range(30):
        chance = random.Random(seed)
        scores = {pair: chance.uniform(-6, 2) for pair in combinations(range(14), 2) if chance.random() < 0.6}
        expected = settled(scores, touched=range(14))
        known: list[tuple[int, ...]] = []
        numbers = list(range(14))
        chance.shuffle(numbers)
        for count in range(1, 15):
            seen = set(numbers[:count])
            now = {pair: score for pair, score in scores.items() if set(pair) <= seen}
            anew = settled({**now, **{(n, n + 100): -9.0 for n in seen}}, known, touched=[numbers[count - 1]])
            touched = {number for cluster in anew for number in cluster}
            known = [cluster for cluster in known if touched.isdisjoint(cluster)] + anew
        assert sorted(known) == expected
