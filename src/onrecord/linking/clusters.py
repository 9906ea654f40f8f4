"""Utterances that speak to one claim, out of the log odds of their pairs: the two clusters whose members agree best on
average are put together, until no two agree well enough (average linkage).

The average keeps a chain of likenesses from growing into one cluster of everything. Two clusters with a pair that a
person held apart never meet; a pair that a person put together does first.

Nearly all that is known hangs together by some chain of likenesses, but clusters stay small. So when something changes
only the clusters that it touches are made anew, beside their neighbours as these are: as long as no neighbour would have
joined in, putting all together from nothing would have come to the same. One that would joins what is made anew.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from onrecord.linking.comparisons import THOUSANDTHS, Comparisons

LIKELY = -2.05
"""Average log odds from which two clusters are one. On 25 stories -2.3 finds the more claims of longer stories, -1.9 of shorter
ones (training/LOG.md, 2026-11-30)."""

UNLIKE = -4.5
"""The log odds of a pair that was never compared, since it shares nothing to be found by: about what such pairs get."""

CERTAIN = 50 * THOUSANDTHS
NEVER = -(10**12)

Scores = Mapping[tuple[int, int], int]


class Clusters:
    """The clusters of a memory's utterances.

    comparisons: the scores of pairs. cluster_of: for each of some numbers the cluster that it is in. order: puts numbers
    in the order of time. fixed: by number, with whom a person said that it must (True) or must not be together.
    """

    def __init__(
        self,
        comparisons: Comparisons,
        cluster_of: Callable[[Iterable[int]], Mapping[int, tuple[int, ...]]],
        order: Callable[[Collection[int]], list[int]],
        fixed: Mapping[int, Mapping[int, bool]],
    ) -> None:
        self._comparisons = comparisons
        self._cluster_of = cluster_of
        self._order = order
        self._fixed = fixed

    def settle(self, touched: Iterable[int]) -> list[tuple[int, ...]]:
        """The clusters of these utterances, and of all whose cluster is another with them: each in the order of time.

        touched: with one utterance all of its cluster as it was.
        """
        settled: dict[int, tuple[int, ...]] = {}
        anew: set[int] = set()
        joining = set(touched)
        while joining:
            anew |= joining
            self._comparisons.load(joining)
            near = {n: {other for other, score in self._pairs(n).items() if score > _LIKELY} for n in anew}
            inside = self._cluster_of({other for others in near.values() for other in others} - anew)
            part, beside = _hanging_together(joining, near, inside)
            found = self._put_together(part, beside)
            settled |= {number: cluster for cluster in found for number in cluster if number in part}
            joining = {number for cluster in beside - found for number in cluster}
        return list({settled[number] for number in anew})

    def _put_together(self, anew: set[int], beside: set[tuple[int, ...]]) -> set[tuple[int, ...]]:
        """The clusters of what is made anew, and of clusters as they are, whose pairs with one another do not count."""
        inside = {number: cluster for cluster in beside for number in cluster}
        self._comparisons.load(number for cluster in beside if len(cluster) > 1 for number in cluster)
        listed = self._order({*anew, *inside})
        place = {number: at for at, number in enumerate(listed)}
        scores = {}
        for at, number in enumerate(listed):
            pairs = self._pairs(number) if number in anew or len(inside[number]) > 1 else {}
            # of a cluster beside them only what its members are to each other counts, and those are few
            met = pairs.keys() & place.keys() if number in anew else pairs.keys() & inside[number]
            for other in met:
                other_at = place[other]
                scores[(at, other_at) if at < other_at else (other_at, at)] = pairs[other]
        return {tuple(listed[at] for at in cluster) for cluster in average_linkage(len(listed), scores)}

    def _pairs(self, number: int) -> Mapping[int, int]:
        known = self._comparisons.of(number)
        if number not in self._fixed:
            return known
        return {**known, **{other: CERTAIN if one else NEVER for other, one in self._fixed[number].items()}}


def _hanging_together(
    some: Iterable[int], near: Mapping[int, set[int]], inside: Mapping[int, tuple[int, ...]]
) -> tuple[set[int], set[tuple[int, ...]]]:
    """Of what is made anew all that hangs together with some by likely pairs, and the clusters beside it: the rest would be
    put together as before. near: of each that is made anew who is likely to be together with it; inside: of the others
    among these the cluster."""
    touching: defaultdict[tuple[int, ...], set[int]] = defaultdict(set)
    for number, others in near.items():
        for other in others - near.keys():
            touching[inside[other]].add(number)
    part: set[int] = set()
    beside: set[tuple[int, ...]] = set()
    waiting = set(some)
    while waiting:
        number = waiting.pop()
        part.add(number)
        clusters = {inside[other] for other in near[number] - near.keys()} - beside
        beside |= clusters
        waiting |= (near[number] & near.keys()).union(*(touching[cluster] for cluster in clusters)) - part
    return part, beside


_LIKELY, _UNLIKE = round(LIKELY * THOUSANDTHS), round(UNLIKE * THOUSANDTHS)


def average_linkage(count: int, scores: Scores) -> list[tuple[int, ...]]:
    """Clusters of the places 0 to count - 1, each in order; of pairs that agree as well as each other the earlier goes first.

    scores: the log odds of pairs that were compared, in thousandths.
    """
    clusters = {member: [member] for member in range(count)}
    # By pair of clusters: how much more than UNLIKE the compared pairs between them have, together.
    gains: dict[int, dict[int, int]] = {member: {} for member in clusters}
    for (one, other), score in scores.items():
        gains[one][other] = gains[other][one] = score - _UNLIKE
    heap = [(-float(score), one, other) for (one, other), score in scores.items() if score > _LIKELY]
    heapq.heapify(heap)
    while heap:
        unlikeness, one, other = heapq.heappop(heap)
        if one not in clusters or other not in clusters:
            continue
        if _UNLIKE + gains[one][other] / (len(clusters[one]) * len(clusters[other])) != -unlikeness:
            continue  # one of them has grown since
        clusters[one] = sorted(clusters[one] + clusters.pop(other))
        mine = gains[one]
        for third, gain in gains.pop(other).items():
            del gains[third][other]
            if third != one:
                mine[third] = gains[third][one] = mine.get(third, 0) + gain
        size = len(clusters[one])
        for third, gain in mine.items():
            together = size * len(clusters[third])
            if gain > (_LIKELY - _UNLIKE) * together:  # most fall short
                average = _UNLIKE + gain / together
                heapq.heappush(heap, (-average, one, third) if one < third else (-average, third, one))
    return [tuple(cluster) for cluster in clusters.values()]
