"""`onrecord evaluate`: quality of the shipped model on gold data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import SettingsError
from onrecord.views import present
from onrecord.views.cli import terminal
from onrecord.views.cli.options import JsonOption, ThreadsOption, WorkersOption
from onrecord.views.cli.progress import reporting
from onrecord.views.cli.session import Session
from onrecord.vocabulary import Run

if TYPE_CHECKING:
    from onrecord.quality import Evaluation, Found, Score


def evaluate(
    ctx: typer.Context,
    gold: Annotated[
        Path | None,
        typer.Option(
            "--gold",
            metavar="DIR",
            help="The folder of public gold: data/polnear/*.jsonl.gz, stories/, examples/. Without it ONRECORD_GOLD.",
            show_default=False,
        ),
    ] = None,
    split: Annotated[str, typer.Option(metavar="NAME", help="Which split of PolNeAR to read.")] = "dev",
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, max=sys.maxsize, help="Only the first N articles of each set, for a quick look."
        ),
    ] = None,
    threads: ThreadsOption = None,
    workers: WorkersOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure how well OnRecord reads.

    Reads articles in which people have marked who says what, and compares. The measures are explained in
    docs/quality.md. Without public gold only the project's own is read; what is absent is said.
    """
    from onrecord.quality import evaluate as measure
    from onrecord.quality import own_gold, public_gold
    from onrecord.workers import Crew

    session = Session.of(ctx, as_json=as_json)
    settings = session.settings(threads, workers)
    found = own_gold(limit=limit) + public_gold(_folder(session, gold), split=split, limit=limit)
    total = sum(len(each.articles) for each in found.sets)
    reader = Crew(session.load_reader(), settings, expected=total, tell=terminal.note)
    with reporting(total) as advance, reader:
        measured = [measure(each, reader, threads=reader.callers, after_each=advance) for each in found.sets]
    if session.as_json:
        terminal.say_json(evaluation_row(reader.run, measured, found))
    else:
        say_evaluation(reader.run, measured, found)


def _folder(session: Session, gold: Path | None) -> Path | None:
    """The folder of public gold, from the option or else from the environment."""
    folder = gold or Path(session.environment.get("ONRECORD_GOLD") or ".")
    if gold is None and not session.environment.get("ONRECORD_GOLD"):
        return None
    if not folder.is_dir():
        name = "ONRECORD_GOLD" if gold is None else "--gold"
        raise SettingsError(f"{name}: found no folder {folder}; expected the public gold data in it; name another")
    return folder


def evaluation_row(run: Run, measured: list[Evaluation], found: Found) -> present.Row:
    """The evaluation for programs (docs/quality.md)."""
    return {
        "model": run.model,
        "code": run.code,
        "sets": [
            {
                "name": each.gold.name,
                "about": each.gold.about,
                "articles": len(each.gold.articles),
                "digests": {part.name: part.digest for part in each.gold.parts},
                "scores": {name: score_row(each.gold.name, name, score) for name, score in each.scores.items()},
            }
            for each in measured
        ],
        "absent": list(found.absent),
    }


def score_row(gold_set: str, name: str, score: Score) -> present.Row:
    """One measure for programs, in per cent; null where there was nothing to measure or nobody has measured it."""
    from onrecord.quality import reference

    beside = reference(gold_set, name)
    return {
        "f1": score.f1,
        "precision": score.precision,
        "recall": score.recall,
        "gold": score.gold,
        "predicted": score.predicted,
        "two_people": beside.two_people,
        "published": beside.published,
    }


def say_evaluation(run: Run, measured: list[Evaluation], found: Found) -> None:
    """The evaluation for people: a table for each gold set, and what is absent."""
    terminal.say(
        f"Model {run.model}, code {run.code}. F1, precision and recall in per cent, over all articles of a set."
    )
    for each in measured:
        terminal.say()
        terminal.say(f"{each.gold.name} · {each.gold.about} · {present.count_of(len(each.gold.articles), 'article')}")
        terminal.say()
        terminal.say_table(
            ("measure", "F1", "precision", "recall", "gold", "predicted", "two people", "published"), _cells(each)
        )
    if any(each.gold.name.startswith("polnear") for each in measured):
        terminal.say()
        terminal.say("two people: how well two annotators of PolNeAR agree, all splits.")
        terminal.say("published: CofeNet (BERT-base, 2022) on the test split, the best published figure we know of.")
    for line in found.absent:
        terminal.say()
        terminal.say(line)


def _cells(measured: Evaluation) -> Iterator[tuple[object, ...]]:
    from onrecord.quality import reference

    for name, score in measured.scores.items():
        beside = reference(measured.gold.name, name)
        yield (
            name,
            *(_percent(value) for value in (score.f1, score.precision, score.recall)),
            round(score.gold),
            round(score.predicted),
            *(_percent(value) for value in (beside.two_people, beside.published)),
        )


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:5.1f}"
