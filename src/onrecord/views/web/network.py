"""Who was in contact with whom, and on whose word who is told: a list of names, with arcs from one to another.

Names stand one below the other, so that none lies on another however many there are, and the page can be read aloud; the
order puts those who are tied near one another, and is the same each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.vocabulary import PartyId

MOST_NODES = 36
ROW_HEIGHT = 26
MARGIN = 14
LEAST_REACH, MOST_REACH = 26, 320
"""How far to the right an arc goes, in pixels: from the nearest neighbours to the ends of the longest list."""

Pair = tuple[PartyId, PartyId]


@dataclass(frozen=True, slots=True)
class Node:
    """A party in its row."""

    party: PartyId
    name: str
    y: int
    radius: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Contacts between two parties, or one relying on the other's word (then from the one who relies)."""

    source: Node
    target: Node
    times: int
    is_reliance: bool

    @property
    def path(self) -> str:
        """The arc, from the upper to the lower row, right of the names."""
        upper, lower = sorted((self.source.y, self.target.y))
        reach = min(MOST_REACH, LEAST_REACH + (lower - upper) * 0.42)
        # What relies goes a little further out, so that it does not lie on a contact of the same two.
        reach += 10 if self.is_reliance else 0
        return f"M0 {upper}C{reach:.0f} {upper} {reach:.0f} {lower} 0 {lower}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes from above to below, and the arcs between them. left_out: how many parties had no room."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int

    @property
    def height(self) -> int:
        """Of all rows together."""
        return 2 * MARGIN + ROW_HEIGHT * max(len(self.nodes) - 1, 0)


def draw_network(contacts: Iterable[Pair], reliances: Mapping[Pair, int], names: Mapping[PartyId, str]) -> Drawing:
    """Draw the parties that have a name and the most ties to others that have. reliances: how often each is."""
    in_contact = Counter(_sorted(pair) for pair in contacts if _is_tie(pair, names))
    relying = {pair: times for pair, times in reliances.items() if _is_tie(pair, names)}
    ties: Counter[PartyId] = Counter()
    for pair, times in (*in_contact.items(), *relying.items()):
        for party in pair:
            ties[party] += times
    ranked = sorted(ties, key=lambda party: (-ties[party], names[party], party))
    kept = set(ranked[:MOST_NODES])
    shown = {
        is_reliance: {pair: times for pair, times in counted.items() if kept.issuperset(pair)}
        for is_reliance, counted in ((False, in_contact), (True, relying))
    }
    order = _order([party for party in ranked if party in kept], [*shown[False], *shown[True]])
    most = max((ties[party] for party in order), default=1)
    nodes = {
        party: Node(party, names[party], MARGIN + ROW_HEIGHT * row, round(3.5 + 5 * (ties[party] / most) ** 0.5, 1))
        for row, party in enumerate(order)
    }
    edges = tuple(
        Edge(nodes[a], nodes[b], times, is_reliance)
        for is_reliance in shown
        for (a, b), times in shown[is_reliance].items()
    )
    return Drawing(tuple(nodes.values()), edges, len(ranked) - len(order))


def _is_tie(pair: Pair, names: Mapping[PartyId, str]) -> bool:
    return pair[0] != pair[1] and pair[0] in names and pair[1] in names


def _sorted(pair: Pair) -> Pair:
    return (pair[0], pair[1]) if pair[0] < pair[1] else (pair[1], pair[0])


def _order(ranked: list[PartyId], pairs: list[Pair]) -> list[PartyId]:
    """Whoever has the most ties first, then those tied to them, and theirs; parties left without a tie are left out."""
    near: dict[PartyId, list[PartyId]] = {party: [] for party in ranked}
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    place = {party: n for n, party in enumerate(ranked)}
    order: dict[PartyId, None] = {}
    for party in ranked:
        waiting = [party] if near[party] and party not in order else []
        while waiting:
            current = waiting.pop(0)
            if current not in order:
                order[current] = None
                waiting += sorted(set(near[current]) - set(order), key=place.__getitem__)
    return list(order)
