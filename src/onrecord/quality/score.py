"""A measure's counts, and precision, recall and F1 from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, of how many predicted and how many gold. Counts have fractions where articles are weighted.

    precision, recall and f1 are in per cent; None where there was nothing to be right about.
    """

    hit: float = 0.0
    predicted: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.hit + other.hit, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Of what was predicted, how much is right."""
        return 100 * self.hit / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Of what is gold, how much was found."""
        return 100 * self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, over all articles together (micro)."""
        both = self.predicted + self.gold
        return 200 * self.hit / both if both else None


class Tally:
    """Adds up scores by measure; measures keep the order in which they were first counted."""

    def __init__(self) -> None:
        self._scores: dict[str, Score] = {}

    def add(self, measure: str, hit: float, predicted: float, gold: float, *, weight: float = 1.0) -> None:
        """Count one article's, or one statement's, share of a measure."""
        before = self._scores.get(measure, Score())
        self._scores[measure] = before + Score(weight * hit, weight * predicted, weight * gold)

    def scores(self) -> Mapping[str, Score]:
        """What has been counted so far."""
        return dict(self._scores)
