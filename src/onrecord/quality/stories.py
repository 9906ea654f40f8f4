"""Story folders (articles of an invented affair with an answer key), and the measures of them that a reading can have.

Statements are paired one to one with gold statements of the same article by their contents (character F1 of at
least one half); bare thoughts are left out, since the keys hold what was said. The other measures are on the pairs:
look at the recall of `statements` beside them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import EvaluationError
from onrecord.quality.attributions import characters
from onrecord.quality.gold import GoldSet, Part, Readings, statements_in
from onrecord.quality.pairing import LEAST_OVERLAP, overlap, pair_up
from onrecord.quality.score import Score, Tally
from onrecord.vocabulary import Article, Kind, Span, Statement, StatementId

Characters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """A gold statement: its characters by role, and its form."""

    id: str
    source: Characters
    cue: Characters
    content: Characters
    form: str


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of a story with the statements of the key that stand in it."""

    article: Article
    told: tuple[Told, ...]


def load(folders: Sequence[Path], name: str, about: str, limit: int | None = None) -> GoldSet:
    """Story folders, each with key.json and the articles that it names, measured together."""
    articles = tuple(islice((each for folder in folders for each in _read(folder)), limit))
    return GoldSet(
        name=name,
        about=about,
        parts=tuple(Part(f"{folder.parent.name}/{folder.name}", _files(folder)) for folder in folders),
        articles=tuple(each.article for each in articles),
        measure=lambda readings: measure(articles, readings),
    )


def measure(articles: Sequence[StoryArticle], readings: Readings) -> Mapping[str, Score]:
    """statements; and on the pairs source and cue (at least half the characters), nested, and form."""
    tally = Tally()
    for each in articles:
        said = {s.id: s for s in statements_in(readings, each.article) if s.kind is not Kind.THOUGHT}
        _count_article(each.told, said, tally)
    return tally.scores()


def _count_article(told: Sequence[Told], said: Mapping[StatementId, Statement], tally: Tally) -> None:
    gold = {each.id: each for each in told}
    pairs = pair_up(
        {id_: each.content for id_, each in gold.items()}, {id_: characters(s.content) for id_, s in said.items()}
    )
    gold_of = {predicted: wanted for wanted, predicted in pairs.items()}
    tally.add("statements", len(pairs), len(said), len(gold))
    for wanted_id, predicted_id in pairs.items():
        wanted, predicted = gold[wanted_id], said[predicted_id]
        _count_span("source", wanted.source, predicted.source, tally)
        _count_span("cue", wanted.cue, predicted.cue, tally)
        around = _around(wanted, told)
        inside = gold_of.get(predicted.nested_in) if predicted.nested_in else None
        tally.add(
            "nested", around is not None and inside == around, predicted.nested_in is not None, around is not None
        )
        tally.add("form", predicted.form.value == wanted.form, 1, 1)


def _count_span(name: str, wanted: Characters, span: Span | None, tally: Tally) -> None:
    found = characters([span] if span else [])
    tally.add(name, overlap(wanted, found) >= LEAST_OVERLAP, bool(found), bool(wanted))


def _around(inner: Told, told: Iterable[Told]) -> str | None:
    """The smallest statement whose content holds all of this one's and more."""
    around = [each for each in told if inner.content < each.content]
    return min(around, key=lambda each: len(each.content)).id if around else None


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".json"}))


def _read(folder: Path) -> Iterable[StoryArticle]:
    try:
        key: dict[str, Any] = json.loads((folder / "key.json").read_text(encoding="utf-8"))
        texts = {row["file"]: (folder / row["file"]).read_text(encoding="utf-8") for row in key["articles"]}
        for row in key["articles"]:
            article = Article(
                ref=f"{key['story']}/{row['file']}",
                text=texts[row["file"]],
                publisher=row["publisher"],
                title=row["title"],
                byline=row.get("byline"),
                published=row["published"],
            )
            told = (_told(each, article.text) for each in key["statements"] if each["article"] == row["file"])
            yield StoryArticle(article, tuple(told))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise EvaluationError(
            f"{folder}: found a story that cannot be read ({error!r}); expected key.json and the texts that it names; "
            "get a sound copy"
        ) from error


def _told(row: Mapping[str, Any], text: str) -> Told:
    content = _as_list(row["content"])
    anchor = min((text.find(piece) for piece in content if piece in text), default=0)
    return Told(
        id=row["id"],
        source=_nearest(text, _as_list(row["source"]), anchor),
        cue=_nearest(text, _as_list(row["cue"]), anchor),
        content=_one_after_the_other(text, content),
        form=row["form"],
    )


def _as_list(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value


def _one_after_the_other(text: str, pieces: Sequence[str]) -> Characters:
    """Where the pieces of a content stand, each looked for after the one before."""
    spans, at = [], 0
    for piece in pieces:
        start = text.find(piece, at)
        start = text.find(piece) if start < 0 else start
        at = start + len(piece)
        if start >= 0:
            spans.append(Span(start, at))
    return characters(spans)


def _nearest(text: str, pieces: Sequence[str], anchor: int) -> Characters:
    """Where each piece stands; of several places the nearest to where the content begins."""
    spans = []
    for piece in pieces:
        starts = [match.start() for match in re.finditer(re.escape(piece), text)]
        if starts:
            start = min(starts, key=lambda at: abs(at - anchor))
            spans.append(Span(start, start + len(piece)))
    return characters(spans)
