"""The claims of a memory: utterances that come and go meet others, clusters of them change, and with these the claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.linking.claims.candidates import Pair, change_lines, pair_of, reach
from onrecord.linking.claims.claims import claim_of, is_denial
from onrecord.linking.claims.clusters import Cluster, Clusters, clusters_of, lifted
from onrecord.linking.claims.comparisons import Comparisons
from onrecord.linking.claims.neighbours import Neighbours, near_of
from onrecord.linking.claims.pairs import Crowd
from onrecord.linking.claims.wording import Called
from onrecord.linking.memory import FIRST, Memory
from onrecord.linking.origins.footing import Footing
from onrecord.linking.positions.told import likely_with
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.sentences import Encode, FloatArray, Likeness
from onrecord.linking.what.units import Unit
from onrecord.linking.what.utterances import Change, Heard, Utterances
from onrecord.vocabulary import Claim, Decisions, PartyId, StatementId

AT_ONCE = 20_000
"""Pairs that are compared together: so much is held in memory at a time."""

Heads = Mapping[str, Any]
"""The small weights that work on vectors, as the encoder's model has them."""


@dataclass(frozen=True, slots=True)
class Debate:
    """A claim as it is now, with the utterances that speak to it, how near these lie to each other, and how surely they
    speak to it."""

    claim: Claim
    units: tuple[Unit, ...]
    alike: Likeness
    footing: Footing

    @property
    def propositions(self) -> dict[StatementId, Proposition]:
        """What is put forward on it, by statement."""
        return {each.id: each for unit in self.units for each in unit.told}

    @property
    def place(self) -> str:
        """Where it stands among claims: in the order of time of their first statements."""
        first = self.propositions[self.claim.stands[0].statement]
        day, published, article, at = first.order
        return "\t".join((day, published, article, f"{at:09}", first.id))


class Debates:
    """Utterances, their pairs and clusters."""

    def __init__(self, memory: Memory, utterances: Utterances, encode: Encode, heads: Heads) -> None:
        self._memory = memory
        self._utterances = utterances
        self._encode = encode
        self._heads = heads
        self._comparisons = Comparisons(memory)
        self._fixed: dict[int, dict[int, bool]] = {}

    def change(self, changed: Change, touched: Collection[StatementId], decisions: Decisions) -> set[Cluster]:
        """Let utterances change; gives the clusters of which something is other than before.

        touched: statements of which something else is shown than before. decisions: all that are in force.
        """
        dissolved = clusters_of(self._memory, [*changed.gone, *changed.come])
        pairs, parted = self._compare(changed)
        rising = lifted(self._comparisons, parted)
        self._fixed, decided = self._decide(decisions)
        crowding = self._comparisons.find_crowding()
        less_crowded = {number for number, more in crowding.items() if more < 0}
        risen = less_crowded | decided | changed.come.keys() | {number for pair in pairs for number in pair}
        numbers = changed.gone.keys() | changed.come.keys() | decided | crowding.keys()
        numbers |= {number for cluster in dissolved.values() for number in cluster}
        numbers |= cover(pairs | self._together(parted), numbers)
        numbers |= {number for cluster in clusters_of(self._memory, numbers).values() for number in cluster}
        numbers -= changed.gone.keys()
        clusters = Clusters(self._memory, self._comparisons, self._utterances.in_order, self._fixed)
        joining = clusters.drawn(pair for pair in rising if numbers.isdisjoint(pair))
        risen |= joining | {number for pair in rising for number in pair}
        other = clusters.settle(numbers | joining, changed.gone, risen)
        self._comparisons.remember()
        shown = self._utterances.numbers_of(touched).values()
        inside = clusters_of(self._memory, [*changed.anew, *changed.retold, *shown, *decided])
        return other | set(inside.values())

    def debate(self, cluster: Cluster, names: Callable[[Iterable[PartyId]], Mapping[PartyId, Called]]) -> Debate | None:
        """The claim that a cluster speaks to, if it speaks to one."""
        tellings = self._utterances.tellings(cluster)
        units = sorted(tellings.values(), key=lambda unit: (unit.first.order, unit.id))
        if len(units) == 1 and len(units[0].told) == 1 and not is_denial(units[0].first):
            return None
        principals = {told.principal for unit in units for told in unit.told if told.principal}
        alike = self._alike(units)
        claim = claim_of(units, names(principals), alike)
        if claim is None:
            return None
        joined = {tellings[number].id for number in cluster if self._is_joined(number, cluster)}
        return Debate(claim, tuple(units), alike, Footing(units, claim, alike, joined))

    # --- which pairs there are, and how they compare ---

    def _compare(self, changed: Change) -> tuple[set[Pair], dict[Pair, int]]:
        """Compare what meets now and did not; gives the pairs of which something else is known than before, and the scores of
        those of which nothing is known any more since they do not meet."""
        anew = changed.anew
        leaving = changed.gone | {number: before for number, (before, _) in anew.items()}
        entering = changed.come | {number: now for number, (_, now) in anew.items()}
        meeting, parting = change_lines(self._memory, leaving, entering)
        vectors = self._vectors(sorted(changed.come))
        come = {number: (placed.moment, vectors[number]) for number, placed in changed.come.items()}
        near, far = Neighbours(self._memory).change(changed.gone, come, anew)
        pairs = set(self._comparisons.drop_all([*changed.gone, *anew]))
        parted = self._comparisons.drop(self._apart(parting | far, changed.gone))
        met = sorted(meeting | near)
        for start in range(0, len(met), AT_ONCE):
            pairs |= self._comparisons.put(self._scores(met[start : start + AT_ONCE]))
        return pairs, {pair: score for pair, score in parted.items() if pair not in pairs}

    def _vectors(self, numbers: Sequence[int]) -> dict[int, FloatArray]:
        firsts = self._utterances.firsts(numbers)
        return dict(zip(numbers, self._encode([firsts[number].sentence for number in numbers]), strict=True))

    def _apart(self, pairs: Collection[Pair], gone: Collection[int]) -> Iterator[Pair]:
        """Those of these pairs that were compared, are still there, and meet no longer."""
        known = [pair for pair in self._comparisons.known(pairs) if pair[0] not in gone and pair[1] not in gone]
        near = near_of(self._memory, {number for pair in known for number in pair})
        known = [(one, other) for one, other in known if other not in near[one] and one not in near[other]]
        placed = self._utterances.placed({number for pair in known for number in pair})
        keys = {number: set(each.keys) for number, each in placed.items()}
        farthest = cache(lambda key, entry: self._memory.nth_before(key, entry, reach(key)) or FIRST)
        for one, other in known:
            first, second = sorted(((placed[one].moment, one), (placed[other].moment, other)))
            if not any(first >= farthest(key, second) for key in keys[one] & keys[other]):
                yield one, other

    def _together(self, pairs: Collection[Pair]) -> set[Pair]:
        """Those of these pairs that are in one cluster. What is not would be put together the same way: that less speaks for
        a step that was not taken changes nothing."""
        clusters = clusters_of(self._memory, {number for pair in pairs for number in pair})
        return {(one, other) for one, other in pairs if clusters[one] == clusters[other]}

    def _scores(self, pairs: Sequence[Pair]) -> dict[Pair, float]:
        heard = self._utterances.compared({number for pair in pairs for number in pair})
        rows = {each.by.id: row for row, each in enumerate(heard.values())}
        alike = Likeness(rows, self._encode([each.sentence for each in heard.values()]), self._heads)
        row = {number: row for row, number in enumerate(heard)}
        # One at a time with all that it meets, so from the side that meets the more.
        degree = Counter(number for pair in pairs for number in pair)
        meeting: defaultdict[int, list[Pair]] = defaultdict(list)
        for one, other in pairs:
            meeting[one if degree[one] > degree[other] else other].append((one, other))
        crowd = Crowd([each.by for each in heard.values()], [heard[number].by for number in meeting])
        scores: dict[Pair, float] = {}
        for number, met in meeting.items():
            odds = crowd.log_odds(heard[number].by, alike, [row[one + other - number] for one, other in met])
            scores.update(zip(met, odds.tolist(), strict=True))
        return scores | dict(self._told(scores, heard))

    def _told(self, scores: Mapping[Pair, float], heard: Mapping[int, Heard]) -> Iterator[tuple[Pair, float]]:
        """The scores of the pairs of which an article tells that one departs from the other."""
        numbers = {each.by.id: number for number, each in heard.items()}
        for number, each in heard.items():
            for before in numbers.keys() & each.departs_from:
                pair = pair_of(number, numbers[before])
                if pair in scores:
                    firsts = self._utterances.firsts(pair)
                    yield pair, likely_with(scores[pair], firsts[number], firsts[numbers[before]])

    def _alike(self, units: Sequence[Unit]) -> Likeness:
        return lay_out(units, self._encode, self._heads)

    # --- which clusters there are ---

    def _is_joined(self, number: int, cluster: Cluster) -> bool:
        """Whether a person put it together with another of its cluster."""
        decided = self._fixed.get(number, {})
        return any(decided.get(other, False) for other in cluster)

    def _decide(self, decisions: Decisions) -> tuple[dict[int, dict[int, bool]], set[int]]:
        """What people decided of utterances, and the numbers of those on which something else was decided before."""
        fixed: dict[int, dict[int, bool]] = {}
        for together, decided in ((True, decisions.same_claims), (False, decisions.different_claims)):
            numbers = self._utterances.numbers_of({id_ for pair in decided for id_ in pair})
            for pair in decided:
                known = sorted({numbers[id_] for id_ in pair if id_ in numbers})
                if len(known) == 2:
                    for one, other in (known, known[::-1]):
                        fixed.setdefault(one, {})[other] = together
        before = self._memory.recall_one("decided", "claims") or []
        now = sorted([one, other, together] for one, pairs in fixed.items() for other, together in pairs.items())
        self._memory.note("decided", {"claims": now})
        return fixed, {number for row in [*before, *now] if row not in before or row not in now for number in row[:2]}


def cover(pairs: Iterable[Pair], known: Collection[int]) -> set[int]:
    """Few utterances of which, with those known, each pair has one: of a pair of which something else is known one side
    has to be clustered anew; the other is beside it, and joins in if it must."""
    left: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        if one not in known and other not in known:
            left[one].add(other)
            left[other].add(one)
    chosen = set()
    for number in sorted(left, key=lambda number: (-len(left[number]), number)):
        if left[number]:
            chosen.add(number)
            for other in left.pop(number):
                left[other].discard(number)
    return chosen


def lay_out(units: Sequence[Unit], encode: Encode, heads: Heads) -> Likeness:
    """How near the statements of these utterances lie to each other; all tellings of one lie where its first does."""
    rows = {told.id: row for row, unit in enumerate(units) for told in unit.told}
    return Likeness(rows, encode([unit.first.sentence for unit in units]), heads)
