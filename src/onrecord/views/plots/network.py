"""Who was in contact, and who is told on whose word: names one below the other, with arcs between them on either side.

No name lies on another however many there are, a phone shows them as a wide screen does, and the list can be read aloud.
The order puts those who are tied near one another, and is the same each time. Arcs are drawn in a box as wide as there
is room: their reach is in hundredths of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

Pair = tuple[str, str]

MOST_NAMES = 36
ROW_HEIGHT = 26
WIDTH = 100
LEAST_REACH = 14
FAR = 8
"""So many rows apart two stand far from one another: where all are nearer, no arc goes out to the edge."""

BULGE = 4 / 3
"""A curve comes three quarters of the way to the points that draw it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A party in its row. ties: how often it is in contact with others that are shown, or told on another's word."""

    key: str
    name: str
    row: int
    ties: int


@dataclass(frozen=True, slots=True)
class Arc:
    """What ties two parties, from the first to the second where it has a direction. path: from the edge at x = 0."""

    first: Name
    second: Name
    times: int
    path: str

    @property
    def is_upward(self) -> bool:
        """Whether the second stands above the first."""
        return self.second.row < self.first.row


@dataclass(frozen=True, slots=True)
class Network:
    """Names from above to below and the arcs between them. left_out: how many parties had no room."""

    names: tuple[Name, ...]
    contacts: tuple[Arc, ...]
    reliances: tuple[Arc, ...]
    left_out: int

    @property
    def height(self) -> int:
        """Of all rows together, in pixels."""
        return ROW_HEIGHT * len(self.names)


def plot_network(
    names: Mapping[str, str], contacts: Mapping[Pair, int], reliances: Mapping[Pair, int], *, most: int = MOST_NAMES
) -> Network:
    """Draw the parties with the most ties. contacts: how often two were in contact; reliances: how often the first is
    told on the word of the second; names: of those that have one, by key. Ties of others are no ties."""
    in_contact: Counter[Pair] = Counter()
    for pair, times in contacts.items():
        in_contact[_sorted(pair)] += times if _is_tie(pair, names) else 0
    relying = {pair: times for pair, times in reliances.items() if _is_tie(pair, names)}
    ties: Counter[str] = Counter()
    for pair, times in chain(in_contact.items(), relying.items()):
        for party in pair:
            ties[party] += times
    ranked = sorted((party for party in ties if ties[party]), key=lambda party: (-ties[party], names[party], party))
    kept = set(ranked[:most])
    shown = [{p: n for p, n in counted.items() if n and kept.issuperset(p)} for counted in (in_contact, relying)]
    order = _order([party for party in ranked if party in kept], list(chain(*shown)))
    rows = {party: Name(party, names[party], row, ties[party]) for row, party in enumerate(order)}
    of_contacts, of_reliances = (_arcs(counted, rows) for counted in shown)
    return Network(tuple(rows.values()), of_contacts, of_reliances, len(ranked) - len(order))


def _is_tie(pair: Pair, names: Mapping[str, str]) -> bool:
    return pair[0] != pair[1] and pair[0] in names and pair[1] in names


def _sorted(pair: Pair) -> Pair:
    return pair if pair[0] < pair[1] else (pair[1], pair[0])


def _arcs(counted: Mapping[Pair, int], rows: Mapping[str, Name]) -> tuple[Arc, ...]:
    """Arcs with the widest first, so that narrow ones lie on them and can be pointed at."""
    longest = max((FAR, *(abs(rows[a].row - rows[b].row) for a, b in counted)))
    drawn = [
        Arc(rows[a], rows[b], times, _path(rows[a].row, rows[b].row, longest)) for (a, b), times in counted.items()
    ]
    return tuple(sorted(drawn, key=lambda arc: (-abs(arc.first.row - arc.second.row), arc.first.row, arc.second.row)))


def _path(one: int, other: int, longest: int) -> str:
    """From the upper row to the lower; the further apart they are, the further out, the longest to the edge of the box."""
    share = (abs(one - other) / longest) ** 0.6
    reach = BULGE * (LEAST_REACH + (WIDTH - 2 - LEAST_REACH) * share)
    upper, lower = (ROW_HEIGHT * (row + 0.5) for row in sorted((one, other)))
    return f"M0 {upper:g}C{reach:.1f} {upper:g} {reach:.1f} {lower:g} 0 {lower:g}"


def _order(ranked: list[str], pairs: list[Pair]) -> list[str]:
    """Whoever has the most ties first, then those tied to them, and theirs; parties left without a tie are left out."""
    near: dict[str, list[str]] = {party: [] for party in ranked}
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    place = {party: n for n, party in enumerate(ranked)}
    order: dict[str, None] = {}
    for party in ranked:
        waiting = [party] if near[party] and party not in order else []
        while waiting:
            current = waiting.pop(0)
            if current not in order:
                order[current] = None
                waiting += sorted(set(near[current]) - set(order), key=place.__getitem__)
    return list(order)
