"""The network of contacts: who was in contact with whom, laid out so that names never cover one another.

Springs pull together who had contact, all push each other away (Fruchterman and Reingold 1991), from a circle in the
order given: the same contacts give the same picture. Then boxes that still overlap are moved apart. Groups that no
contact joins are laid out each by itself, and stand in rows.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

ROUNDS = 240
ROUNDS_APART = 300
SPRING = 120.0
WIDTH = 720
FLATNESS = 0.62
"""Heights are so much of widths: pages are wider than they are high, and names are longer than they are high."""
CHARACTER = 7.1
PADDING = 18
BOX_HEIGHT = 26
MARGIN = 8
ROOM_BESIDE, ROOM_BELOW = 30, 16
"""Between two boxes, so that the line between them is seen."""
BETWEEN = 34
"""Between two groups that no contact joins."""
LONGEST_LABEL = 28


@dataclass(slots=True)
class _Box:
    """A name on its way to its place: the middle of its box, and the force that it is under."""

    x: float
    y: float
    width: float
    force_x: float = 0
    force_y: float = 0

    def step(self, longest: float) -> None:
        """Give way to the force, at most so far, and be rid of it."""
        length = max(math.hypot(self.force_x, self.force_y), 0.01)
        self.x += self.force_x / length * min(length, longest)
        self.y += self.force_y / length * min(length, longest)
        self.force_x = self.force_y = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A party in its box; x and y are the middle of it. degree: how many contacts it has."""

    key: str
    label: str
    x: float
    y: float
    width: float
    height: float
    degree: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes. times: how many contacts it stands for; key: what it leads to."""

    x1: float
    y1: float
    x2: float
    y2: float
    times: int
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One contact of two parties."""

    first: str
    second: str
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Network:
    """The whole plot, in units of about a pixel. left_out: parties that there was no room for."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


def plot_network(names: Mapping[str, str], ties: Sequence[Tie], *, most: int = 24) -> Network:
    """Lay out the parties with the most contacts, and the contacts among these. names: what to call them, by key."""
    ties = [tie for tie in ties if tie.first != tie.second]
    degrees = Counter(party for tie in ties for party in (tie.first, tie.second))
    kept = _kept(ties, degrees, most)
    among = [tie for tie in ties if tie.first in kept and tie.second in kept]
    if not kept:
        return Network(0, 0, (), (), 0)
    labels = {party: _shortened(names[party]) for party in kept}
    boxes = {party: _Box(0, 0, len(labels[party]) * CHARACTER + PADDING) for party in kept}
    islands = _islands(kept, among)
    for island in islands:
        _spread({party: boxes[party] for party in island}, among)
        _move_apart([boxes[party] for party in island])
    width, height = _pack([[boxes[party] for party in island] for island in islands])
    nodes = tuple(
        Node(party, labels[party], round(box.x, 1), round(box.y, 1), round(box.width, 1), BOX_HEIGHT, degrees[party])
        for party, box in boxes.items()
    )
    return Network(round(width, 1), round(height, 1), nodes, tuple(_edges(among, boxes)), len(degrees) - len(kept))


def _kept(ties: Iterable[Tie], degrees: Mapping[str, int], most: int) -> list[str]:
    """At most so many parties, a pair at a time, so that nobody stands there alone: first who has the most contacts."""
    pairs = Counter(_pair(tie) for tie in ties)

    def weight(pair: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
        return -sum(degrees[party] for party in pair), -pairs[pair], pair

    kept: dict[str, None] = {}
    for pair in sorted(pairs, key=weight):
        if len(kept.keys() | set(pair)) <= most:
            kept |= dict.fromkeys(pair)
    return list(kept)


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"


def _islands(parties: Sequence[str], ties: Sequence[Tie]) -> list[list[str]]:
    """The parties in groups that no tie joins, the largest first."""
    left, islands = list(parties), []
    while left:
        island = [left.pop(0)]
        for party in island:  # grows as it is gone through
            near = [other for other in left if any({party, other} == {tie.first, tie.second} for tie in ties)]
            island += near
            left = [other for other in left if other not in near]
        islands.append(island)
    return sorted(islands, key=len, reverse=True)


def _spread(boxes: Mapping[str, _Box], ties: Iterable[Tie]) -> None:
    """Put the boxes of an island where springs and pushes leave them."""
    if len(boxes) == 2:  # side by side, as a line is read
        one, other = boxes.values()
        other.x = (one.width + other.width) / 2 + ROOM_BESIDE
        return
    radius = SPRING * math.sqrt(len(boxes)) / 2
    for number, box in enumerate(boxes.values()):
        turn = 2 * math.pi * number / len(boxes)
        box.x, box.y = radius * math.cos(turn), radius * math.sin(turn)
    pairs = Counter(_pair(tie) for tie in ties if tie.first in boxes)
    springs = [(boxes[one], boxes[other], math.sqrt(times)) for (one, other), times in sorted(pairs.items())]
    for number in range(ROUNDS):
        for one, other in combinations(boxes.values(), 2):
            _push(one, other, SPRING * SPRING / _distance(one, other))
        for one, other, strength in springs:
            _push(one, other, -strength * _distance(one, other) ** 2 / SPRING)
        for box in boxes.values():
            box.step(radius * 0.3 * (1 - number / ROUNDS) + 0.5)
    for box in boxes.values():
        box.y *= FLATNESS


def _distance(one: _Box, other: _Box) -> float:
    return max(math.hypot(other.x - one.x, other.y - one.y), 0.01)


def _push(one: _Box, other: _Box, force: float) -> None:
    """Add a force to both, away from each other; a negative one draws them together."""
    distance = _distance(one, other)
    x, y = (other.x - one.x) / distance * force, (other.y - one.y) / distance * force
    one.force_x -= x
    one.force_y -= y
    other.force_x += x
    other.force_y += y


def _move_apart(boxes: Sequence[_Box]) -> None:
    """Move boxes that overlap along the shorter way out, until none does or rounds are over."""
    for _ in range(ROUNDS_APART):
        overlapping = [pair for pair in combinations(boxes, 2) if _part(*pair)]
        if not overlapping:
            return


def _part(one: _Box, other: _Box) -> bool:
    """Move two boxes apart if they overlap; whether they did."""
    dx, dy = other.x - one.x, other.y - one.y
    over_x = (one.width + other.width) / 2 + ROOM_BESIDE - abs(dx)
    over_y = BOX_HEIGHT + ROOM_BELOW - abs(dy)
    if over_x <= 0 or over_y <= 0:
        return False
    if over_y <= over_x:
        shift = math.copysign(over_y / 2 + 0.1, dy)
        one.y -= shift
        other.y += shift
    else:
        shift = math.copysign(over_x / 2 + 0.1, dx)
        one.x -= shift
        other.x += shift
    return True


def _pack(islands: Sequence[Sequence[_Box]]) -> tuple[float, float]:
    """Put the islands in rows, as lines of a text are; how wide and high all of it is."""
    x = y = float(MARGIN)
    widest = row_height = 0.0
    for island in islands:
        left = min(box.x - box.width / 2 for box in island)
        top = min(box.y for box in island) - BOX_HEIGHT / 2
        width = max(box.x + box.width / 2 for box in island) - left
        height = max(box.y for box in island) + BOX_HEIGHT / 2 - top
        if x > MARGIN and x + width > WIDTH:
            x, y, row_height = float(MARGIN), y + row_height + BETWEEN, 0.0
        for box in island:
            box.x += x - left
            box.y += y - top
        x, row_height, widest = x + width + BETWEEN, max(row_height, height), max(widest, x + width)
    return widest + MARGIN, y + row_height + MARGIN


def _edges(ties: Iterable[Tie], boxes: Mapping[str, _Box]) -> Iterable[Edge]:
    """One line for each pair; it leads to their first contact and names them all."""
    by_pair: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        by_pair.setdefault(_pair(tie), []).append(tie)
    for (one, other), found in sorted(by_pair.items()):
        a, b = boxes[one], boxes[other]
        title = "; ".join(dict.fromkeys(tie.title for tie in found))
        yield Edge(round(a.x, 1), round(a.y, 1), round(b.x, 1), round(b.y, 1), len(found), found[0].key, title)


def _pair(tie: Tie) -> tuple[str, str]:
    return (tie.first, tie.second) if tie.first <= tie.second else (tie.second, tie.first)
