"""How honest confidence is: of statements marked 0.9, are nine in ten right?

    python evaluation/calibration.py --gold FOLDER                  reliability and expected calibration error
    python evaluation/calibration.py --gold FOLDER --fit            weigh the signs anew, write the weights, then measure
    python evaluation/calibration.py --gold FOLDER --plot FILE.svg  and a picture of it

A statement is right where its content is that of a gold statement (at least half the characters), and its speaker and its stance are the
gold ones; what stands for no gold statement is wrong. FOLDER holds polnear/ as published and stories/. Fitted on the annotated articles
of PolNeAR train and on the development stories, with the two corpora weighed alike; measured on the annotated articles of PolNeAR dev and
on the stories of FOLDER. The error is over ten bins of equal size; its interval is of articles drawn again (bootstrap).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.attribution import confidence
from onrecord.attribution.confidence import SIGNS, Seen, signs
from onrecord.attribution.statements import ArticleReader, load_reader
from onrecord.quality.attributions import characters
from onrecord.quality.pairing import pair_up
from onrecord.vocabulary import Article, Kind, Party, Reading, Span, Statement

HERE = Path(__file__).parent
ANNOTATIONS = HERE.parent / "training/annotations"
DEVELOPMENT = HERE / "stories/development"
BINS = 10
DRAWS = 1000
RIDGE = 1.0

Row = dict[str, Any]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that was read: its article, the signs it shows, its confidence, and whether it is right."""

    article: str
    signs: tuple[bool, ...]
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """A right answer: the characters of the content, the stance, and what tells whether a party is its speaker."""

    content: frozenset[int]
    stance: str
    speaker: Span | None
    names: frozenset[str]
    is_anonymous: bool

    def is_spoken_by(self, party: Party | None, is_anonymous: bool | None) -> bool:
        """Whether a party is mentioned where the gold speaker is named, or called by one of the names."""
        if party is None:
            return self.speaker is None and not self.names
        if self.speaker is not None and any(
            m.start < self.speaker.end and self.speaker.start < m.end for m in party.mentions
        ):
            return True
        if self.is_anonymous and is_anonymous:
            return True
        return not self.names.isdisjoint(name_words([party.name, *party.aliases]))


TITLES = frozenset(
    "the a an mr mrs ms dr sir sen rep gov gen president minister mayor chief director of and for to in s".split()  # noqa: SIM905
)
"""Words that two names may share and be two people's."""


def name_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(w for name in names for w in re.findall(r"[^\W_]+", name.lower()) if w not in TITLES)


# ---------------------------------------------------------------- gold: annotated PolNeAR, and stories


def annotated(folder: Path, split: str) -> Iterator[tuple[Article, list[Gold]]]:
    answers = defaultdict(dict)
    for line in (ANNOTATIONS / f"{split}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answers[row["article"]][row["n"]] = row
    base = folder / "data" if (folder / "data").is_dir() else folder
    with gzip.open(base / f"polnear/{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if row["id"] in answers:
            marked = row["annotations"][0]["attributions"]
            wanted = [
                of_annotation(row["text"], marked[n], a) for n, a in answers[row["id"]].items() if not a.get("bad")
            ]
            yield article_of(row["id"], row), [g for g in wanted if g.content]


def of_annotation(text: str, marked: Row, answer: Row) -> Gold:
    speaker = Span(*answer["speaker"]) if answer["speaker"] else None
    return Gold(
        content=characters(Span(a, b) for a, b in marked["content"]),
        stance=answer["stance"],
        speaker=speaker,
        names=name_words([speaker.of(text)]) if speaker and not answer["anonymous"] else frozenset(),
        is_anonymous=answer["anonymous"],
    )


def story(folder: Path) -> Iterator[tuple[Article, list[Gold]]]:
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    parties = {party["id"]: party for party in key["parties"]}
    for row in key["articles"]:
        text = (folder / row["file"]).read_text(encoding="utf-8")
        told = [s for s in key["statements"] if s["article"] == row["file"]]
        yield (
            article_of(f"{folder.name}/{row['file']}", {**row, "text": text}),
            [of_key(text, s, parties) for s in told],
        )


def of_key(text: str, told: Row, parties: dict[str, Row]) -> Gold:
    party, at, pieces = parties[told["speaker"]], 0, []
    for words in [told["content"]] if isinstance(told["content"], str) else told["content"]:
        start = text.find(words, at) if words in text[at:] else text.find(words)
        pieces.append(Span(start, start + len(words)))
        at = start + len(words)
    names = name_words([party["name"], *party["aliases"]])
    return Gold(characters(pieces), told["stance"], None, names, bool(told["anonymous"]))


def article_of(ref: str, row: Row) -> Article:
    return Article(
        ref=ref,
        text=row["text"],
        publisher=row["publisher"],
        title=row["title"],
        byline=row.get("byline"),
        published=row["published"],
    )


# ---------------------------------------------------------------- readings, judged


def judged(reader: ArticleReader, each: Iterable[tuple[Article, list[Gold]]], *, with_thoughts: bool) -> list[Judged]:
    found = []
    for article, wanted in each:
        reading = reader(article)
        statements = [s for s in reading.statements if with_thoughts or s.kind is not Kind.THOUGHT]
        found += judge(reading, statements, wanted)
    return found


def judge(reading: Reading, statements: Sequence[Statement], wanted: Sequence[Gold]) -> Iterator[Judged]:
    pairs = pair_up({n: g.content for n, g in enumerate(wanted)}, {s.id: characters(s.content) for s in statements})
    gold_of = {predicted: wanted[n] for n, predicted in pairs.items()}
    parties = {party.id: party for party in reading.parties}
    for statement in statements:
        speaker = parties.get(statement.speaker) if statement.speaker else None
        gold = gold_of.get(statement.id)
        is_right = (
            gold is not None and statement.stance == gold.stance and gold.is_spoken_by(speaker, statement.anonymous)
        )
        shown = signs(Seen(statement, reading.article.text, speaker))
        yield Judged(reading.article.ref, shown, statement.confidence or 0.5, is_right)


# ---------------------------------------------------------------- fitting


def fitted(parts: Sequence[Sequence[Judged]]) -> tuple[float, dict[str, float]]:
    """Start and weights of a logistic regression with a small ridge, each part of the data weighing the same."""
    shown = np.array([[1.0, *map(float, j.signs)] for part in parts for j in part])
    right = np.array([float(j.is_right) for part in parts for j in part])
    total = len(right)
    heavy = np.array([total / len(parts) / len(part) for part in parts for _ in part])
    weights = np.zeros(shown.shape[1])
    ridge = np.full(shown.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-shown @ weights))
        slope = shown.T @ (heavy * (chance - right)) + ridge * weights
        bend = (shown * (heavy * chance * (1 - chance))[:, None]).T @ shown + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    start, *rest = weights.round(4).tolist()
    return start, dict(zip(SIGNS, rest, strict=True))


# ---------------------------------------------------------------- measuring


def bins(found: Sequence[Judged]) -> list[list[Judged]]:
    """The statements in order of confidence, in parts of equal size."""
    ordered = sorted(found, key=lambda j: j.confidence)
    edges = np.linspace(0, len(ordered), BINS + 1).round().astype(int)
    return [ordered[a:b] for a, b in pairwise(edges) if b > a]


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def error(found: Sequence[Judged]) -> float:
    """Expected calibration error: how far confidence is from the share that is right, over the bins."""
    return sum(len(b) * abs(mean(j.confidence for j in b) - mean(j.is_right for j in b)) for b in bins(found)) / len(
        found
    )


def interval(found: Sequence[Judged]) -> tuple[float, float]:
    """Where 95 in 100 errors lie when articles are drawn again."""
    by_article = defaultdict(list)
    for each in found:
        by_article[each.article].append(each)
    drawing = random.Random(0)
    articles = list(by_article.values())
    errors = sorted(error([j for a in drawing.choices(articles, k=len(articles)) for j in a]) for _ in range(DRAWS))
    return errors[int(0.025 * DRAWS)], errors[int(0.975 * DRAWS) - 1]


def table(name: str, found: Sequence[Judged]) -> str:
    low, high = interval(found)
    lines = [
        f"{name}: {len(found)} statements, {mean(j.is_right for j in found):.3f} right, mean confidence "
        f"{mean(j.confidence for j in found):.3f}; calibration error {error(found):.3f} [{low:.3f}, {high:.3f}]"
    ]
    lines += [
        f"  {mean(j.confidence for j in b):.2f} said, {mean(j.is_right for j in b):.2f} right, of {len(b)}"
        for b in bins(found)
    ]
    return "\n".join(lines)


def plot(parts: dict[str, Sequence[Judged]]) -> str:
    """Confidence against the share that is right, as a small picture."""
    colours = ("#1f6f8b", "#b5482f", "#5b7f2b")
    size, edge = 400, 50
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 2 * edge} {size + 2 * edge}"',
        'font-family="sans-serif" font-size="14">',
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#999"/>',
        f'<line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<text x="{edge + size / 2}" y="{edge + size + 35}" text-anchor="middle">confidence</text>',
        f'<text x="15" y="{edge + size / 2}" text-anchor="middle" transform="rotate(-90 15 {edge + size / 2})">share that is right</text>',
    ]
    for n, (name, found) in enumerate(parts.items()):
        points = [
            (edge + size * mean(j.confidence for j in b), edge + size * (1 - mean(j.is_right for j in b)))
            for b in bins(found)
        ]
        colour = colours[n % len(colours)]
        drawn.append(
            f'<polyline fill="none" stroke="{colour}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
        )
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points]
        drawn.append(
            f'<text x="{edge + 12}" y="{edge + 22 + 20 * n}" fill="{colour}">{name}: {error(found):.3f}</text>'
        )
    return "\n".join([*drawn, "</svg>", ""])


def main() -> int:
    """Fit if asked for, then measure; gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with polnear/ and stories/")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    reader = load_reader()
    if options.fit:
        polnear = judged(reader, annotated(options.gold, "train"), with_thoughts=True)
        stories = [j for f in folders(DEVELOPMENT) for j in judged(reader, story(f), with_thoughts=False)]
        start, weights = fitted([polnear, stories])
        kept = {
            "origin": f"evaluation/calibration.py --fit: {len(polnear)} statements read in the annotated articles of PolNeAR train, "
            f"{len(stories)} in the development stories, weighed alike",
            "start": start,
            "weights": weights,
        }
        confidence.FITTED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        confidence._fitted.cache_clear()
    parts = {
        "PolNeAR dev": judged(reader, annotated(options.gold, "dev"), with_thoughts=True),
        "stories": [
            j for f in folders(options.gold / "stories") for j in judged(reader, story(f), with_thoughts=False)
        ],
    }
    parts["both"] = [*parts["PolNeAR dev"], *parts["stories"]]
    print("\n".join(table(name, found) for name, found in parts.items()))
    if options.plot:
        options.plot.write_text(plot(parts), encoding="utf-8")
    return 0


def folders(parent: Path) -> list[Path]:
    return sorted(path.parent for path in parent.glob("*/key.json"))


if __name__ == "__main__":
    sys.exit(main())
