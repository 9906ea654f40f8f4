"""The whole journey on stories: read, link and export each affair in a record of its own, then score it (stories/score.py).

    python evaluation/affairs.py                       the project's own stories, development and frozen, a story at a time
    python evaluation/affairs.py STORY... [--json]     these

The gate measures the same way. Stories are folders as stories/README.md says.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.pipeline import Reader, bring_links_up_to_date
from onrecord.quality import Score
from onrecord.record import open_record
from onrecord.views.exporting import export_rows
from onrecord.views.present import KINDS
from onrecord.vocabulary import Article, Reading

HERE = Path(__file__).parent
OWN = tuple(HERE / "stories" / name for name in ("development", "frozen"))
LOWER_IS_BETTER = "steady pairs called changes"


def _load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("onrecord_story_score", HERE / "stories" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


scorer = _load_scorer()
Rows = dict[str, list[dict[str, Any]]]


def articles_of(folder: Path) -> list[Article]:
    """The articles of a story, as its key says them."""
    return [
        Article(
            ref=row["id"],
            text=row["text"],
            title=row["title"],
            publisher=row["publisher"],
            byline=row["byline"],
            published=row["published"],
        )
        for row in scorer.Story(folder).articles()
    ]


def exported(readings: Iterable[Reading]) -> Rows:
    """The export of a record that holds these readings, linked."""
    rows: Rows = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "affair.db") as record:
        for reading in readings:
            record.writer.write(reading)
        bring_links_up_to_date(record.links)
        for kind, row in export_rows(record.reader, frozenset(KINDS)):
            rows[kind].append(row)
    return rows


def measure(folders: Sequence[Path], readings: Mapping[str, Reading]) -> Mapping[str, Score]:
    """Every measure of stories/score.py over all the stories, each in a record of its own; and the macro F1 of stance.

    Of "steady pairs called changes" the hits are false alarms: the fewer the better.
    """
    tally, stances = scorer.Tally(), Counter()
    for folder in folders:
        story = scorer.Story(folder)
        refs = [article["id"] for article in story.articles()]
        scorer.score_story(story, exported(readings[ref] for ref in refs if ref in readings), tally, stances)
    scores = {m: Score(tally.hit[m], tally.predicted[m], tally.gold[m]) for m in scorer.MEASURES}
    return scores | {"stance macro F1": _macro(stances)}


def _macro(stances: Counter[tuple[str, str]]) -> Score:
    """The mean of the F1 of each stance that the keys have, as a score whose F1 it is."""
    gold = sorted({wanted for wanted, _ in stances})
    each = []
    for label in gold:
        wanted = sum(n for (w, _), n in stances.items() if w == label)
        got = sum(n for (_, g), n in stances.items() if g == label)
        each.append(2 * stances[label, label] / (wanted + got))
    mean = sum(each) / len(each) if each else 0.0
    return Score(mean, 1.0, 1.0) if each else Score()


def read_all(folders: Sequence[Path], reader: Reader) -> dict[str, Reading]:
    """Every article of the stories, by reference."""
    articles = [article for folder in folders for article in articles_of(folder)]
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        return {reading.article.ref: reading for reading in pool.map(reader, articles)}


def stories_in(folder: Path) -> list[Path]:
    """The story folders in a folder, by name."""
    return sorted(path.parent for path in folder.glob("*/key.json"))


def table(columns: Mapping[str, Mapping[str, Score]]) -> str:
    """Measures down, stories across."""
    width = max(12, *(len(name) + 1 for name in columns))
    lines = [" " * 28 + "".join(f"{name:>{width}}" for name in columns)]
    for m in [*scorer.MEASURES, "stance macro F1"]:
        cells = "".join(f"{_cell(m, scores[m]):>{width}}" for scores in columns.values())
        lines.append(f"{m:28s}{cells}")
    return "\n".join(lines)


def _cell(name: str, score: Score) -> str:
    if name == LOWER_IS_BETTER:
        return f"{score.hit:g} of {score.gold:g}"
    return "–" if score.f1 is None else f"{score.f1:.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score stories and print them."""
    from onrecord.attribution import load_reader

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    sets = {"all": options.stories} if options.stories else {folder.name: stories_in(folder) for folder in OWN}
    reader = load_reader()
    for name, folders in sets.items():
        readings = read_all(folders, reader)
        columns = {folder.name: measure([folder], readings) for folder in folders}
        columns[name] = measure(folders, readings)
        if options.json:
            print(json.dumps({n: {m: s.f1 for m, s in scores.items()} for n, scores in columns.items()}, indent=1))
        else:
            print(table(columns), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
