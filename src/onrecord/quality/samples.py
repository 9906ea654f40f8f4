"""The project's own gold, marked by hand in the samples: outer attributions as PolNeAR has them, and nested ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import EvaluationError
from onrecord.quality import polnear
from onrecord.quality.attributions import Attribution, characters, from_statements, outermost
from onrecord.quality.gold import GoldSet, Part, Readings, read_rows, statements_in
from onrecord.quality.pairing import pair_up
from onrecord.quality.polnear import Annotated
from onrecord.quality.score import Score, Tally
from onrecord.vocabulary import Article


def load(path: Path, limit: int | None = None) -> GoldSet:
    """The gold of samples.jsonl: one article a line, `nested_in` the place in its list of the attribution around."""
    annotated = tuple(_annotated(row, path) for row in islice(read_rows(path), limit))
    return GoldSet(
        name="samples",
        about="the project's own gold: the sample articles, outer and nested attributions",
        parts=(Part(path.name, (path,)),),
        articles=tuple(each.article for each in annotated),
        measure=lambda readings: measure(annotated, readings),
    )


def measure(annotated: Sequence[Annotated], readings: Readings) -> Mapping[str, Score]:
    """All attributions and the nested ones by their contents, then PolNeAR's measures on the outer ones.

    statements: paired with gold, by at least half of the content. nested: paired, and inside the statement that is
    paired with the gold one around it; every nested one on either side counts, paired or not.
    """
    tally = Tally()
    for each in annotated:
        predicted = from_statements(statements_in(readings, each.article))
        for version in each.versions:
            weight = 1 / len(each.versions)
            _count_all(version, predicted, tally, weight)
            polnear.count(each.article.text, outermost(version), outermost(predicted), tally, weight=weight)
    return tally.scores()


def _count_all(gold: Sequence[Attribution], predicted: Sequence[Attribution], tally: Tally, weight: float) -> None:
    pairs = pair_up(_contents(gold), _contents(predicted))
    tally.add("statements", len(pairs), len(predicted), len(gold), weight=weight)
    nested_gold, nested_predicted = (
        {place: each.nested_in for place, each in enumerate(side) if each.nested_in is not None}
        for side in (gold, predicted)
    )
    hit = sum(
        wanted in pairs and nested_predicted.get(pairs[wanted], -1) == pairs.get(around)
        for wanted, around in nested_gold.items()
    )
    tally.add("nested", hit, len(nested_predicted), len(nested_gold), weight=weight)


def _contents(attributions: Iterable[Attribution]) -> dict[int, frozenset[int]]:
    return {place: characters(each.content) for place, each in enumerate(attributions)}


def _annotated(row: Mapping[str, Any], path: Path) -> Annotated:
    try:
        return Annotated(
            Article(ref=row["id"], text=row["text"]), (tuple(map(polnear.attribution, row["attributions"])),)
        )
    except (KeyError, TypeError, ValueError) as error:
        raise EvaluationError(
            f"{path}: found an article that is not as it should be ({error!r}); expected id, text and attributions; "
            "make it again with evaluation/gold/build.py"
        ) from error
