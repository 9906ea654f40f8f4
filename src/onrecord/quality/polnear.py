"""PolNeAR's gold and the measures on it: exact, begin, overlap and characters by role; whole attributions.

PolNeAR (Newell, Margolin and Ruths, 2018) annotates only the outermost attribution, of speech and of thought, so nested
statements are left out and both kinds count. An article with several annotators is scored against each of them and
counts once. Every F1 is micro, over all articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import EvaluationError
from onrecord.quality import cofenet
from onrecord.quality.attributions import Attribution, Role, characters, from_statements, outermost, trimmed
from onrecord.quality.gold import GoldSet, Part, Readings, read_rows, statements_in
from onrecord.quality.score import Score, Tally
from onrecord.vocabulary import Article, Span

Thing = TypeVar("Thing")
Whole = tuple[tuple[Span, ...], ...]
"""The trimmed pieces of an attribution: those of its source, of its cue, of its content."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with each annotator's attributions."""

    article: Article
    versions: tuple[tuple[Attribution, ...], ...]


def load(path: Path, split: str, limit: int | None = None) -> GoldSet:
    """A split of PolNeAR as JSON Lines: `annotations` by annotator, spans as character offsets of `text`."""
    annotated = tuple(_annotated(row, path) for row in islice(read_rows(path), limit))
    return GoldSet(
        name=f"polnear {split}",
        about=f"PolNeAR, {split} split: news articles, the outermost attributions",
        parts=(Part(f"polnear/{path.name}", (path,)),),
        articles=tuple(each.article for each in annotated),
        measure=lambda readings: measure(annotated, readings),
    )


def measure(annotated: Sequence[Annotated], readings: Readings) -> Mapping[str, Score]:
    """Every measure of PolNeAR, then CofeNet's own."""
    tally = Tally()
    for each in annotated:
        predicted = outermost(from_statements(statements_in(readings, each.article)))
        for version in each.versions:
            count(each.article.text, version, predicted, tally, weight=1 / len(each.versions))
    for each in annotated:
        predicted = outermost(from_statements(statements_in(readings, each.article)))
        for version in each.versions:
            cofenet.count(each.article.text, version, predicted, tally)
    return tally.scores()


def count(
    text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution], tally: Tally, *, weight: float = 1.0
) -> None:
    """Add one article, against one annotator, to the tally."""
    for role in Role:
        _count_role(text, role, gold, predicted, tally, weight)
    whole_gold, whole_predicted = ([_whole(text, each) for each in side] for side in (gold, predicted))
    same = Counter(whole_gold) & Counter(whole_predicted)
    tally.add("triple", same.total(), len(predicted), len(gold), weight=weight)
    loose = _matches(whole_gold, whole_predicted, _overlaps_in_every_role)
    tally.add("loose triple", loose, len(predicted), len(gold), weight=weight)


def _count_role(
    text: str,
    role: Role,
    gold: Sequence[Attribution],
    predicted: Sequence[Attribution],
    tally: Tally,
    weight: float,
) -> None:
    def add(
        name: str, hit: int, found: Sequence[object] | frozenset[int], wanted: Sequence[object] | frozenset[int]
    ) -> None:
        tally.add(f"{name} {role}", hit, len(found), len(wanted), weight=weight)

    raw_wanted, raw_found = (
        sorted({span for each in side for span in each.pieces(role)}) for side in (gold, predicted)
    )
    add("raw", _common(raw_wanted, raw_found), raw_found, raw_wanted)
    wanted, found = (_trimmed_pieces(text, role, side) for side in (gold, predicted))
    add("exact", _common(wanted, found), found, wanted)
    begins_wanted, begins_found = (sorted({span.start for span in side}) for side in (wanted, found))
    add("begin", _common(begins_wanted, begins_found), begins_found, begins_wanted)
    add("overlap", _matches(wanted, found, lambda a, b: a.start < b.end and b.start < a.end), found, wanted)
    covered_wanted, covered_found = characters(wanted), characters(found)
    add("characters", len(covered_wanted & covered_found), covered_found, covered_wanted)


def _trimmed_pieces(text: str, role: Role, attributions: Iterable[Attribution]) -> list[Span]:
    pieces = (trimmed(text, span) for each in attributions for span in each.pieces(role))
    return sorted({piece for piece in pieces if piece})


def _whole(text: str, attribution: Attribution) -> Whole:
    pieces = (sorted(filter(None, (trimmed(text, span) for span in attribution.pieces(role)))) for role in Role)
    return tuple(tuple(each) for each in pieces)


def _common(one: Iterable[object], two: Iterable[object]) -> int:
    return len(set(one) & set(two))


def _matches(gold: Sequence[Thing], predicted: Sequence[Thing], same: Callable[[Thing, Thing], bool]) -> int:
    """How many gold things find a predicted one of their own; each takes the first that is free."""
    free = list(predicted)
    hits = 0
    for wanted in gold:
        at = next((place for place, found in enumerate(free) if same(wanted, found)), None)
        if at is not None:
            del free[at]
            hits += 1
    return hits


def _overlaps_in_every_role(one: Whole, two: Whole) -> bool:
    return all(
        (not mine and not theirs) or bool(characters(mine) & characters(theirs))
        for mine, theirs in zip(one, two, strict=True)
    )


def _annotated(row: Mapping[str, Any], path: Path) -> Annotated:
    try:
        article = Article(
            ref=row["id"],
            text=row["text"],
            publisher=row.get("publisher"),
            title=row.get("title"),
            byline=row.get("byline"),
            published=row.get("published"),
        )
        versions = tuple(tuple(map(attribution, each["attributions"])) for each in row["annotations"])
    except (KeyError, TypeError, ValueError) as error:
        raise EvaluationError(
            f"{path}: found an article that is not as it should be ({error!r}); expected id, text and annotations "
            "with attributions; get a sound copy"
        ) from error
    return Annotated(article, versions)


def attribution(row: Mapping[str, Any]) -> Attribution:
    """An attribution from its row: each role a list of [start, end) offsets; `nested_in` a place, or absent."""
    return Attribution(_spans(row["source"]), _spans(row["cue"]), _spans(row["content"]), row.get("nested_in"))


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs if start < end)
