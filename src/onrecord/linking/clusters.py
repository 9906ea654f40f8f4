"""Utterances that speak to one claim, out of the log odds of their pairs: the two clusters whose members agree best on
average are put together, until no two agree well enough (average linkage).

The average keeps a chain of likenesses from growing into one cluster of everything. Two clusters with a pair that a
person held apart never meet; a pair that a person put together does first.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

from onrecord.linking.groups import Groups

LIKELY = -1.5
"""Average log odds from which two clusters are one: best on the development stories, each with weights of the others."""

POSSIBLE = -3.0
"""Pairs with less never bring two clusters into one component; their odds still count in the averages."""

CERTAIN = 50.0


def find_clusters(
    count: int,
    pairs: Iterable[tuple[int, int]],
    log_odds: Callable[[int, int], float],
    fixed: Mapping[tuple[int, int], bool],
) -> list[tuple[int, ...]]:
    """Clusters of the places 0 to count - 1, each in order. fixed: pairs that must (True) or must not be together."""
    scores = {pair: log_odds(*pair) for pair in pairs}
    scores.update({pair: CERTAIN if together else -CERTAIN * count for pair, together in fixed.items()})
    components = Groups(range(count))
    for (one, other), score in scores.items():
        if score > POSSIBLE:
            components.join(one, other)
    found = []
    for members in components.all():
        found += _average_linkage(sorted(members), scores, log_odds)
    return sorted(found)


def _average_linkage(
    members: list[int], scores: dict[tuple[int, int], float], log_odds: Callable[[int, int], float]
) -> list[tuple[int, ...]]:
    clusters = {member: [member] for member in members}
    sums: dict[int, dict[int, float]] = {member: {} for member in members}
    heap = []
    for n, one in enumerate(members):
        for other in members[n + 1 :]:
            score = scores.get((one, other))
            score = log_odds(one, other) if score is None else score
            sums[one][other] = sums[other][one] = score
            if score > LIKELY:
                heap.append((-score, one, other))
    heapq.heapify(heap)
    while heap:
        score, one, other = heapq.heappop(heap)
        if one not in clusters or other not in clusters or _average(clusters, sums, one, other) != -score:
            continue  # one of them has grown since
        clusters[one] = sorted(clusters[one] + clusters.pop(other))
        for third in clusters:
            if third != one:
                together = sums[one][third] + sums[other][third]
                sums[one][third] = sums[third][one] = together
                average = _average(clusters, sums, one, third)
                if average > LIKELY:
                    heapq.heappush(heap, (-average, min(one, third), max(one, third)))
    return [tuple(cluster) for cluster in clusters.values()]


def _average(clusters: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]], one: int, other: int) -> float:
    return sums[one][other] / (len(clusters[one]) * len(clusters[other]))
