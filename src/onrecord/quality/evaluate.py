"""A reader measured on a gold set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from onrecord.pipeline import Reader
from onrecord.quality.gold import GoldSet
from onrecord.quality.score import Score


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of one gold set, by measure in the order of the set's own."""

    gold: GoldSet
    scores: Mapping[str, Score]


def evaluate(
    gold: GoldSet, reader: Reader, *, threads: int = 1, after_each: Callable[[], None] = lambda: None
) -> Evaluation:
    """Read every article of the set and count; `after_each` is called when an article has been read."""
    readings = {}
    with ThreadPoolExecutor(threads) as pool:
        for reading in pool.map(reader, gold.articles):
            readings[reading.article.ref] = reading
            after_each()
    return Evaluation(gold, gold.measure(readings))
