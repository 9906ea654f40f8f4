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
from typing import TypeVar

import numpy as np

from onrecord.linking.claims.candidates import Pair
from onrecord.linking.claims.comparisons import THOUSANDTHS, Comparisons, Numbers
from onrecord.linking.groups import Groups
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

_LIKELY, UNCOMPARED = round(LIKELY * THOUSANDTHS), round(UNLIKE * THOUSANDTHS)

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
        self._counted: dict[int, tuple[Numbers, Numbers]] = {}

    def settle(
        self, touched: Iterable[int], gone: Iterable[int] = (), risen: Collection[int] | None = None
    ) -> set[Cluster]:
        """Make the clusters of these utterances anew, and of all whose cluster is another with them; gives those that are
        other than before.

        touched: with one utterance all of its cluster as it was. gone: utterances that are no more. risen: those of which a
        pair may count more than before, or has to be together or apart; where it is not told, all.

        Each cluster is first put together by itself, then with those that are drawn to it, as they are by then, and so on:
        what was put together once stays so, and is seldom much.
        """
        families = Groups(sorted(touched))
        for number, first in _firsts(self._memory, sorted(touched)).items():
            families.join(number, first)
        made: dict[int, Tree] = {}
        waiting = [set(family) - set(gone) for family in families.all()]
        while waiting:
            self._comparisons.load(number for family in waiting for number in family)
            trees = [tree for family in waiting for tree in self._put_together(family)]
            made |= {number: tree for tree in trees for number in tree.leaves}
            news = [tree for tree in trees if risen is None or not self._is_as_it_was(tree, risen)]
            grown = []
            for tree, other in self._would_join(news, families, made):
                grown.append(tree.leaves[0])
                for number in other.leaves:
                    families.join(tree.leaves[0], number)
            waiting = [
                set(families.members(number)) - set(gone) for number in sorted({families.find(n) for n in grown})
            ]
        return self._keep({tree.leaves: tree for tree in made.values()}.values(), gone)

    def drawn(self, pairs: Iterable[Pair]) -> set[int]:
        """The members of one cluster of each two that would not have come to what they are, of those between which these pairs are,
        which count more than before. No cluster of these is touched otherwise."""
        listed = sorted(pairs)
        first = _firsts(self._memory, {number for pair in listed for number in pair})
        between = sorted({(first[one], first[other]) for one, other in listed if first[one] != first[other]})
        trees = {at: tree for at, (_, tree) in _known(self._memory, first.values()).items()}
        self._comparisons.load({number for one, _ in between for number in trees[one].leaves})
        found: set[int] = set()
        for one, other in between:
            leaves = trees[other].leaves
            is_near = any(not self._likely(number).isdisjoint(leaves) for number in trees[one].leaves)
            if is_near and list(self._drawn(trees[one], [trees[other]])):
                found.update(trees[one].leaves)
        return found

    def _is_as_it_was(self, tree: Tree, risen: Collection[int]) -> bool:
        """Whether it is put together as before, and no pair of it counts more: then nothing is drawn to it that was not."""
        if any(number in risen for number in tree.leaves):
            return False
        return tree in (
            before for _, before in _known(self._memory, _firsts(self._memory, tree.leaves).values()).values()
        )

    def _put_together(self, numbers: Collection[int]) -> list[Tree]:
        """The clusters of these, as if there were no others."""
        listed = self._order(numbers)
        place = {number: at for at, number in enumerate(listed)}
        among = np.array(sorted(numbers))
        scores = {}
        for at, number in enumerate(listed):
            others, counts = self._pairs(number)
            inside = _places(others, among) >= 0
            for other, count in zip(others[inside].tolist(), counts[inside].tolist(), strict=True):
                if at < place[other]:
                    scores[at, place[other]] = count
        return average_linkage(listed, scores)

    def _would_join(
        self, trees: Sequence[Tree], families: Groups[int], made: Mapping[int, Tree]
    ) -> Iterator[tuple[Tree, Tree]]:
        """Each of these trees with each beside it of which a part agrees with a part of it at least as well as either does with
        what it is put together with next. made: those that are made anew, by each of their members."""
        beside = [
            set[int]().union(*map(self._likely, tree.leaves)).difference(families.members(tree.leaves[0]))
            for tree in trees
        ]
        first = _firsts(self._memory, {number for others in beside for number in others} - made.keys())
        known = {at: tree for at, (_, tree) in _known(self._memory, first.values()).items()}
        for tree, others in zip(trees, beside, strict=True):
            standing = {each.leaves: each for n in others for each in (made[n] if n in made else known[first[n]],)}
            listed = [standing[leaves] for leaves in sorted(standing)]
            if listed:
                yield from ((tree, listed[at]) for at in self._drawn(tree, listed))

    def _likely(self, number: int) -> set[int]:
        """Those with whom it is likely to be together."""
        others, counts = self._pairs(number)
        return set(others[counts > _LIKELY].tolist())

    def _drawn(self, tree: Tree, others: Sequence[Tree]) -> Iterator[int]:
        """The places of those trees that would not have come to what they are beside this one."""
        leaves = np.array([number for other in others for number in other.leaves])
        column = np.argsort(leaves)
        # how much more than UNLIKE the compared pairs have together, of all rows and columns before these
        gains = np.zeros((len(tree.leaves) + 1, len(leaves) + 1), np.int64)
        for row, number in enumerate(tree.leaves, start=1):
            numbers, counts = self._pairs(number)
            places = _places(numbers, leaves[column])
            gains[row, column[places[places >= 0]] + 1] = counts[places >= 0] - UNCOMPARED
        gains = gains.cumsum(axis=0).cumsum(axis=1)
        sizes = [len(other.leaves) for other in others]
        firsts = np.repeat(np.cumsum(sizes) - sizes, [len(other.starts) for other in others])
        starts, ends = (firsts + np.array([at for other in others for at in _which(other)]) for _which in _EDGES)
        levels = np.array([level for other in others for level in other.levels])
        rows = gains[list(tree.ends)] - gains[list(tree.starts)]
        lengths = np.subtract(tree.ends, tree.starts)
        averages = UNCOMPARED + (rows[:, ends] - rows[:, starts]) / (lengths[:, None] * (ends - starts))
        is_drawn = (averages >= levels) & (averages >= np.array(tree.levels)[:, None])
        of_tree = np.repeat(np.arange(len(others)), [len(other.starts) for other in others])
        yield from np.unique(of_tree[is_drawn.any(axis=0)]).tolist()

    def _pairs(self, number: int) -> tuple[Numbers, Numbers]:
        """With whom an utterance has pairs, and what these count."""
        if number not in self._counted:
            others, scores = self._comparisons.all_of(number)
            crowding = self._comparisons.crowding([number])[0] + self._comparisons.crowding(others)
            counts = counted(scores, crowding)
            if decided := self._fixed.get(number):
                is_free = ~np.isin(others, list(decided))
                others = np.append(others[is_free], list(decided))
                counts = np.append(counts[is_free], [CERTAIN if one else NEVER for one in decided.values()])
            self._counted[number] = others, counts
        return self._counted[number]

    # --- what is remembered ---

    def _keep(self, trees: Collection[Tree], gone: Iterable[int]) -> set[Cluster]:
        """Note what clusters are now, where that is something else; gives those that are other than before."""
        numbers = [number for tree in trees for number in tree.leaves]
        place = {number: at for at, number in enumerate(self._order(numbers))}
        now = {tuple(sorted(tree.leaves, key=place.__getitem__)): tree for tree in trees}
        before = _known(self._memory, _firsts(self._memory, [*numbers, *gone]).values())
        other = {cluster: tree for cluster, tree in now.items() if before.get(cluster[0]) != (cluster, tree)}
        self._memory.forget("cluster", map(str, gone))
        self._memory.forget("tree", map(str, before.keys() - {cluster[0] for cluster in now}))
        self._memory.note("cluster", {str(number): cluster[0] for cluster in other for number in cluster})
        self._memory.note("tree", {str(cluster[0]): _pack(cluster, tree) for cluster, tree in other.items()})
        were = {cluster for cluster, _ in before.values()}
        return other.keys() - were


Counts = TypeVar("Counts", int, Numbers)


def counted(score: Counts, crowding: Counts) -> Counts:
    """What a pair counts, in thousandths. crowding: of both together."""
    return score - crowding // 2


def lifted(comparisons: Comparisons, parted: Mapping[Pair, int]) -> set[Pair]:
    """Those of these pairs, which are compared no longer and had these scores, that counted less than what is not compared: of
    crowded utterances. The rest counts no more than before. To be asked before it is found out how crowded these are now."""
    crowding = comparisons.crowding([number for pair in parted for number in pair]).reshape(-1, 2).sum(axis=1).tolist()
    scores = zip(parted.items(), crowding, strict=True)
    return {pair for (pair, score), both in scores if counted(score, both) < UNCOMPARED}


def _places(numbers: Numbers, among: Numbers) -> Numbers:
    """Where each of these stands among others, which are in order; -1 where it is none of them."""
    places = np.searchsorted(among, numbers)
    places[places == len(among)] = 0
    return np.where(among[places] == numbers, places, -1)


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


def average_linkage(numbers: Sequence[int], scores: Scores) -> list[Tree]:
    """The clusters of these numbers, each with how it was put together; of pairs that agree as well as each other the one
    that stands earlier goes first.

    scores: by the places of two numbers, the earlier first, what pairs count that were compared, in thousandths.
    """
    trees = {at: Tree.of_one(number) for at, number in enumerate(numbers)}
    # By pair of clusters: how much more than UNLIKE the compared pairs between them have, together.
    gains: dict[int, dict[int, int]] = {at: {} for at in trees}
    for (one, other), score in scores.items():
        gains[one][other] = gains[other][one] = score - UNCOMPARED
    heap = [(-float(score), one, other) for (one, other), score in scores.items() if score > _LIKELY]
    heapq.heapify(heap)
    size = dict.fromkeys(trees, 1)
    while heap:
        unlikeness, one, other = heapq.heappop(heap)
        if one not in trees or other not in trees:
            continue
        if UNCOMPARED + gains[one][other] / (size[one] * size[other]) != -unlikeness:
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
            if gain > (_LIKELY - UNCOMPARED) * together:  # most fall short
                average = UNCOMPARED + gain / together
                heapq.heappush(heap, (-average, one, third) if one < third else (-average, third, one))
    return list(trees.values())
