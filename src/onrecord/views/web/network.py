"""Who was in contact with whom, and on whose word who is told, as a drawing that is the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onrecord.vocabulary import PartyId

MOST_NODES = 32
ROUNDS = 250
WIDTH, HEIGHT = 1000, 640
MARGIN = 70

Pair = tuple[PartyId, PartyId]


@dataclass(frozen=True, slots=True)
class Node:
    """A party where it is drawn."""

    party: PartyId
    name: str
    x: float
    y: float
    radius: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """Contacts between two parties, or one relying on the other's word (then from the one who relies)."""

    source: Node
    target: Node
    times: int
    is_reliance: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and edges in a box of WIDTH by HEIGHT; left_out: how many parties had no room."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT


def draw_network(contacts: Iterable[Pair], reliances: Iterable[Pair], names: Mapping[PartyId, str]) -> Drawing:
    """Draw the parties with the most ties."""
    in_contact = Counter(_sorted(pair) for pair in contacts if pair[0] != pair[1])
    relying = Counter(pair for pair in reliances if pair[0] != pair[1])
    ties: Counter[PartyId] = Counter()
    for pair, times in (*in_contact.items(), *relying.items()):
        for party in pair:
            ties[party] += times
    ranked = sorted((p for p in ties if p in names), key=lambda party: (-ties[party], names[party], party))
    shown = ranked[:MOST_NODES]
    pairs = [(pair, times) for pair, times in (*in_contact.items(), *relying.items()) if set(pair) <= set(shown)]
    places = _place(shown, pairs)
    nodes = {p: _node(p, names[p], places[n], ties[p], ties[shown[0]]) for n, p in enumerate(shown)}
    edges = [
        Edge(nodes[a], nodes[b], times, is_reliance=False)
        for (a, b), times in in_contact.items()
        if {a, b} <= set(shown)
    ]
    edges += [
        Edge(nodes[a], nodes[b], times, is_reliance=True) for (a, b), times in relying.items() if {a, b} <= set(shown)
    ]
    return Drawing(tuple(nodes.values()), tuple(edges), len(ranked) - len(shown))


def _sorted(pair: Pair) -> Pair:
    return (pair[0], pair[1]) if pair[0] < pair[1] else (pair[1], pair[0])


def _node(party: PartyId, name: str, place: Any, ties: int, most: int) -> Node:
    x, y = (round(float(value), 1) for value in place)
    return Node(party, name, x, y, radius=round(5 + 9 * (ties / most) ** 0.5, 1), is_right=x < WIDTH * 0.72)


def _place(parties: Sequence[PartyId], pairs: Sequence[tuple[Pair, int]]) -> Any:
    """Springs between who is tied, and everybody pushing everybody away (Fruchterman and Reingold, 1991)."""
    count = len(parties)
    if count == 0:
        return np.zeros((0, 2))
    number = {party: n for n, party in enumerate(parties)}
    angles = np.arange(count) * 2.399963  # the golden angle: spread evenly, and not by chance
    at = np.stack([np.cos(angles), np.sin(angles)], axis=1) * np.sqrt(np.arange(count) + 1)[:, None] / count**0.5
    pull = np.zeros((count, count))
    for (a, b), times in pairs:
        pull[number[a], number[b]] = pull[number[b], number[a]] = 1 + np.log(times)
    ideal = 1.6 / count**0.5
    for turn in range(ROUNDS):
        apart = at[:, None] - at[None]
        distance = np.maximum(np.sqrt((apart**2).sum(-1)), 1e-3)
        force = (apart / distance[..., None] * (ideal**2 / distance - pull * distance**2 / ideal)[..., None]).sum(1)
        force -= at * 0.25
        length = np.maximum(np.sqrt((force**2).sum(-1, keepdims=True)), 1e-9)
        at = at + force / length * np.minimum(length, 0.12 * (1 - turn / ROUNDS))
    low, high = at.min(0), at.max(0)
    box = np.array([WIDTH - 2 * MARGIN - 120, HEIGHT - 2 * MARGIN + 60])
    return (at - low) / np.maximum(high - low, 1e-9) * box + np.array([MARGIN - 30, MARGIN - 30])
