"""Utterances that speak to one claim, out of the log odds of their pairs: the two clusters whose members agree best on
average are put together, until no two agree well enough (average linkage).

The average keeps a chain of likenesses from growing into one cluster of everything. Two clusters with a pair that a
person held apart never meet; a pair that a person put together does first.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.linking.groups import Groups

LIKELY = -1.9
"""Average log odds from which two clusters are one: between what is best for claims (-1.7) and for origins (-1.1) on ten stories, each with
weights of the others."""

UNLIKE = -4.5
"""The log odds of a pair that was never compared, since it shares nothing to be found by: about what such pairs get."""

CERTAIN = 50.0


def find_clusters(
    count: int, scores: Mapping[tuple[int, int], float], fixed: Mapping[tuple[int, int], bool]
) -> list[tuple[int, ...]]:
    """Clusters of the places 0 to count - 1, each in order.

    scores: the log odds of the pairs that were compared. fixed: pairs that must (True) or must not be together.
    """
    known = dict(scores)
    known.update({pair: CERTAIN if together else -CERTAIN * count for pair, together in fixed.items()})
    components = Groups(range(count))
    for (one, other), score in known.items():
        if score > LIKELY:
            components.join(one, other)
    inside: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for pair, score in known.items():
        if components.together(*pair):
            inside[components.find(pair[0])][pair] = score
    found = []
    for members in components.all():
        found += _average_linkage(members, inside[components.find(members[0])])
    return sorted(found)


def _average_linkage(members: Iterable[int], scores: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    clusters = {member: [member] for member in sorted(members)}
    # By pair of clusters: how much more than UNLIKE the compared pairs between them have, together.
    gains: dict[int, dict[int, float]] = {member: {} for member in clusters}
    for (one, other), score in scores.items():
        gains[one][other] = gains[other][one] = score - UNLIKE

    def average(one: int, other: int) -> float:
        return UNLIKE + gains[one][other] / (len(clusters[one]) * len(clusters[other]))

    heap = [(-average(*pair), *pair) for pair in sorted(scores) if average(*pair) > LIKELY]
    heapq.heapify(heap)
    while heap:
        score, one, other = heapq.heappop(heap)
        if one not in clusters or other not in clusters or average(one, other) != -score:
            continue  # one of them has grown since
        clusters[one] = sorted(clusters[one] + clusters.pop(other))
        for third, gain in gains.pop(other).items():
            del gains[third][other]
            if third != one:
                gains[one][third] = gains[third][one] = gains[one].get(third, 0.0) + gain
        for third in gains[one]:
            if average(one, third) > LIKELY:
                heapq.heappush(heap, (-average(one, third), min(one, third), max(one, third)))
    return [tuple(cluster) for cluster in clusters.values()]
