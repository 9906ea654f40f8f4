"""Which predicted statement stands for which gold one: one to one, by the characters that their contents share."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST_OVERLAP = 0.5

Gold = TypeVar("Gold", bound=Hashable)
Predicted = TypeVar("Predicted", bound=Hashable)


def overlap(one: frozenset[int], two: frozenset[int]) -> float:
    """F1 over characters: 1 for the same ones, 0 for none in common."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def pair_up(
    gold: Mapping[Gold, frozenset[int]], predicted: Mapping[Predicted, frozenset[int]]
) -> dict[Gold, Predicted]:
    """Pairs of at least half overlap, the best first; of equal ones that whose keys sort first."""
    scored = [
        (-score, wanted, found)
        for wanted, wanted_characters in gold.items()
        for found, found_characters in predicted.items()
        if (score := overlap(wanted_characters, found_characters)) >= LEAST_OVERLAP
    ]
    pairs: dict[Gold, Predicted] = {}
    used: set[Predicted] = set()
    for _, wanted, found in sorted(scored):
        if wanted not in pairs and found not in used:
            pairs[wanted] = found
            used.add(found)
    return pairs
