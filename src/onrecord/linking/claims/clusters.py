"""Utterances that speak to one claim, out of the log odds of their pairs: the two clusters whose members agree best on
average are put together, until no two agree well enough (average linkage).

What a pair counts is by how much it is likelier than what both have with many others (their crowding, in comparisons.py):
what anybody in an affair might say goes with the nearest alone, and what few others are like with less.

The average keeps a chain of likenesses from growing into one cluster of everything. Two clusters with a pair that a
person held apart never meet; a pair that a person put together does first.

Nearly all that is known hangs together by some chain of likenesses, but clusters stay small. So when something changes
only the clusters that it touches are made anew. Of each cluster it is remembered how it was put together (its tree): a
cluster beside those that are made anew would have come to something else only where a part of it agrees with a part of
these at least as well as either does with what it is put together with next. Where that is so it is made anew too; as
long as it is nowhere so, putting all together from nothing would have taken the very same steps.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.linking.claims.comparisons import THOUSANDTHS, Comparisons
from onrecord.linking.memory import Memory
from onrecord.linking.packing import Packed

LIKELY = -0.5
"""Average from which two clusters are one: log odds of -3 where neither is crowded, of -1.5 where both have a dozen others of -1
(training/LOG.md, 2026-12-01)."""

UNLIKE = -2.0
"""What a pair counts that was never compared, since it shares nothing to be found by: log odds of such pairs are about -4.5, and
most utterances are not crowded."""

CERTAIN = 50 * THOUSANDTHS
NEVER = -(10**12)

_LIKELY, _UNLIKE = round(LIKELY * THOUSANDTHS), round(UNLIKE * THOUSANDTHS)

Cluster = tuple[int, ...]
"""Numbers in the order of time."""

Scores = Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Tree:
    """How a cluster was put together. leaves: its members, those of every part of it side by side. starts, ends: where in
    these each part of it begins and ends, single members and the whole too; levels: the average from which on two are
    one for the whole, and for any other part the average at which it was put together with another."""

    leaves: Cluster
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    levels: tuple[float, ...]

    @staticmethod
    def of_one(number: int) -> Tree:
        """Of a cluster with a single member."""
        return Tree((number,), (0,), (1,), (float(_LIKELY),))

    def joined(self, other: Tree, average: float) -> Tree:
        """Both as one: the whole of either, which stands last, becomes a part."""
        size = len(self.leaves)
        return Tree(
            self.leaves + other.leaves,
            (*self.starts, *(size + start for start in other.starts), 0),
            (*self.ends, *(size + end for end in other.ends), size + len(other.leaves)),
            (*self.levels[:-1], average, *other.levels[:-1], average, float(_LIKELY)),
        )


class Clusters:
    """The clusters of a memory's utterances.

    comparisons: the scores of pairs, which do not change meanwhile. order: puts numbers in the order of time. fixed: by
    number, with whom a person said that it must (True) or must not be together.
    """

    def __init__(
        self,
        memory: Memory,
        comparisons: Comparisons,
        order: Callable[[Collection[int]], list[int]],
        fixed: Mapping[int, Mapping[int, bool]],
    ) -> None:
        self._memory = memory
        self._comparisons = comparisons
        self._order = order
        self._fixed = fixed
        self._counted: dict[int, dict[int, int]] = {}

    def settle(self, touched: Iterable[int], gone: Iterable[int] = ()) -> set[Cluster]:
        """Make the clusters of these utterances anew, and of all whose cluster is another with them; gives those that are
        other than before.

        touched: with one utterance all of its cluster as it was. gone: utterances that are no more.
        """
        near: dict[int, set[int]] = {}
        made: dict[int, Tree] = {}
        joining = set(touched)
        while joining:
            self._comparisons.load(joining)
            near |= {n: {other for other, score in self._pairs(n).items() if score > _LIKELY} for n in joining}
            trees = self._put_together(_hanging_together(joining, near))
            made |= {number: tree for tree in trees for number in tree.leaves}
            joining = self._would_join(trees, near)
        return self._keep({tree.leaves: tree for tree in made.values()}.values(), gone)

    def _put_together(self, numbers: Collection[int]) -> list[Tree]:
        """The clusters of these, as if there were no others."""
        listed = self._order(numbers)
        place = {number: at for at, number in enumerate(listed)}
        scores = {}
        for at, number in enumerate(listed):
            pairs = self._pairs(number)
            for other in pairs.keys() & place.keys():
                if at < place[other]:
                    scores[at, place[other]] = pairs[other]
        return average_linkage(listed, scores)

    def _would_join(self, trees: Sequence[Tree], near: Mapping[int, set[int]]) -> set[int]:
        """The members of clusters beside those made anew of which a part agrees with a part of one of these at least as
        well as either does with what it is put together with next."""
        beside = [set[int]().union(*(near[n] for n in tree.leaves)) - near.keys() for tree in trees]
        first = _firsts(self._memory, {number for others in beside for number in others})
        known = {at: tree for at, (_, tree) in _known(self._memory, first.values()).items()}
        found: set[int] = set()
        for tree, others in zip(trees, beside, strict=True):
            met = sorted({first[number] for number in others} - found)
            if met:
                found |= {met[at] for at in self._drawn(tree, [known[at] for at in met])}
        return {number for at in found for number in known[at].leaves}

    def _drawn(self, tree: Tree, others: Sequence[Tree]) -> Iterator[int]:
        """The places of those trees that would not have come to what they are beside this one."""
        column = {number: at for at, number in enumerate(n for other in others for n in other.leaves)}
        # how much more than UNLIKE the compared pairs have together, of all rows and columns before these
        gains = np.zeros((len(tree.leaves) + 1, len(column) + 1), np.int64)
        for row, number in enumerate(tree.leaves, start=1):
            pairs = self._pairs(number)
            for other in pairs.keys() & column.keys():
                gains[row, column[other] + 1] = pairs[other] - _UNLIKE
        gains = gains.cumsum(axis=0).cumsum(axis=1)
        sizes = [len(other.leaves) for other in others]
        firsts = np.repeat(np.cumsum(sizes) - sizes, [len(other.starts) for other in others])
        starts, ends = (firsts + np.array([at for other in others for at in _which(other)]) for _which in _EDGES)
        levels = np.array([level for other in others for level in other.levels])
        rows = gains[list(tree.ends)] - gains[list(tree.starts)]
        lengths = np.subtract(tree.ends, tree.starts)
        averages = _UNLIKE + (rows[:, ends] - rows[:, starts]) / (lengths[:, None] * (ends - starts))
        is_drawn = (averages >= levels) & (averages >= np.array(tree.levels)[:, None])
        of_tree = np.repeat(np.arange(len(others)), [len(other.starts) for other in others])
        yield from np.unique(of_tree[is_drawn.any(axis=0)]).tolist()

    def _pairs(self, number: int) -> Mapping[int, int]:
        """What the pairs of an utterance count, by the other."""
        if number not in self._counted:
            known = self._comparisons.of(number)
            crowding = self._comparisons.crowding((number, *known))
            counted = {other: score - (crowding[number] + crowding[other]) // 2 for other, score in known.items()}
            decided = {other: CERTAIN if one else NEVER for other, one in self._fixed.get(number, {}).items()}
            self._counted[number] = counted | decided
        return self._counted[number]

    # --- what is remembered ---

    def _keep(self, trees: Collection[Tree], gone: Iterable[int]) -> set[Cluster]:
        """Note what clusters are now; gives those that are other than before."""
        numbers = [number for tree in trees for number in tree.leaves]
        place = {number: at for at, number in enumerate(self._order(numbers))}
        now = {tuple(sorted(tree.leaves, key=place.__getitem__)): tree for tree in trees}
        before = clusters_of(self._memory, numbers)
        for kind, no_more in (("cluster", gone), ("tree", {*gone, *numbers})):
            self._memory.forget(kind, map(str, no_more))
        self._memory.note("cluster", {str(number): cluster[0] for cluster in now for number in cluster})
        self._memory.note("tree", {str(cluster[0]): _pack(cluster, tree) for cluster, tree in now.items()})
        return {cluster for cluster in now if before.get(cluster[0]) != cluster}


_EDGES: tuple[Callable[[Tree], tuple[int, ...]], ...] = (lambda tree: tree.starts, lambda tree: tree.ends)


def clusters_of(memory: Memory, numbers: Iterable[int]) -> dict[int, Cluster]:
    """For each of these numbers the cluster that it is in, as far as it is in one."""
    first = _firsts(memory, numbers)
    known = _known(memory, first.values())
    return {number: known[at][0] for number, at in first.items()}


def _firsts(memory: Memory, numbers: Iterable[int]) -> dict[int, int]:
    """For each of these numbers the first of its cluster, under which that is noted."""
    return {int(name): at for name, at in memory.recall("cluster", map(str, numbers)).items()}


def _known(memory: Memory, firsts: Iterable[int]) -> dict[int, tuple[Cluster, Tree]]:
    """By their firsts clusters, and how they were put together."""
    notes = memory.recall("tree", map(str, firsts))
    return {
        int(name): ((int(name),), Tree.of_one(int(name))) if not note else (tuple(note[0]), Tree(*map(tuple, note[1:])))
        for name, note in notes.items()
    }


def _pack(cluster: Cluster, tree: Tree) -> Packed:
    if len(cluster) == 1:
        return []
    return [cluster, tree.leaves, tree.starts, tree.ends, tree.levels]


def _hanging_together(some: Iterable[int], near: Mapping[int, set[int]]) -> set[int]:
    """Of what is made anew all that hangs together with some by likely pairs: the rest comes out as it did. near: of each
    that is made anew who is likely to be together with it."""
    part: set[int] = set()
    waiting = set(some)
    while waiting:
        number = waiting.pop()
        part.add(number)
        waiting |= (near[number] & near.keys()) - part
    return part


def average_linkage(numbers: Sequence[int], scores: Scores) -> list[Tree]:
    """The clusters of these numbers, each with how it was put together; of pairs that agree as well as each other the one
    that stands earlier goes first.

    scores: by the places of two numbers, the earlier first, what pairs count that were compared, in thousandths.
    """
    trees = {at: Tree.of_one(number) for at, number in enumerate(numbers)}
    # By pair of clusters: how much more than UNLIKE the compared pairs between them have, together.
    gains: dict[int, dict[int, int]] = {at: {} for at in trees}
    for (one, other), score in scores.items():
        gains[one][other] = gains[other][one] = score - _UNLIKE
    heap = [(-float(score), one, other) for (one, other), score in scores.items() if score > _LIKELY]
    heapq.heapify(heap)
    size = dict.fromkeys(trees, 1)
    while heap:
        unlikeness, one, other = heapq.heappop(heap)
        if one not in trees or other not in trees:
            continue
        if _UNLIKE + gains[one][other] / (size[one] * size[other]) != -unlikeness:
            continue  # one of them has grown since
        trees[one] = trees[one].joined(trees.pop(other), -unlikeness)
        size[one] += size[other]
        mine = gains[one]
        for third, gain in gains.pop(other).items():
            del gains[third][other]
            if third != one:
                mine[third] = gains[third][one] = mine.get(third, 0) + gain
        for third, gain in mine.items():
            together = size[one] * size[third]
            if gain > (_LIKELY - _UNLIKE) * together:  # most fall short
                average = _UNLIKE + gain / together
                heapq.heappush(heap, (-average, one, third) if one < third else (-average, third, one))
    return list(trees.values())
