"""Changes of position on real articles, judged blind: drawn among pairs that are none, and counted once judged.

    python evaluation/judged_changes.py draw EXPORT --sheet SHEET --key KEY [--seed N]
    python evaluation/judged_changes.py count KEY JUDGED [--keep FILE]

EXPORT is a folder of `onrecord export all`. The sheet holds the fifty most confident changes and fifty random pairs of one
party's statements, in random order, with the text around each, for a reader who does not know which is which. JUDGED has a line for
each: {"pair": 1, "real": true, "reason": "..."}. --keep writes the statements' ids with the judgements and reasons, without
any text of the articles.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
EACH = 50
AROUND = 350
"""Characters of an article before and after a statement that the sheet shows."""


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def draw(export: Path, seed: int) -> list[tuple[str, str, str, bool]]:
    """Pairs of statements, by id, with the party's name and whether a change was found, in random order."""
    chance = random.Random(seed)
    changes = sorted(rows(export / "changes.jsonl"), key=lambda c: (-(c["confidence"] or 0.0), c["id"]))
    found = [(c["party"]["name"], c["statements"][0], c["statements"][-1]) for c in changes]
    taken = {frozenset(pair[1:]) for pair in found}
    other = [pair for pair in _random_pairs(export, chance) if frozenset(pair[1:]) not in taken]
    drawn = [(*pair, True) for pair in found[:EACH]] + [(*pair, False) for pair in other[:EACH]]
    chance.shuffle(drawn)
    return drawn


def _random_pairs(export: Path, chance: random.Random) -> list[tuple[str, str, str]]:
    """A pair of statements of each party that has two in different articles, the earlier first, in random order."""
    said: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    published = {a["id"]: a["published"] or "" for a in rows(export / "articles.jsonl")}
    for s in rows(export / "statements.jsonl"):
        party = s["on_behalf_of"] or s["speaker"]
        if party and not s["anonymous"] and s["kind"] == "said":
            said[party["id"]].append((published[s["article"]], s["article"], s["id"], party["name"]))
    pairs = []
    for _, told in sorted(said.items()):
        one, other = sorted(chance.sample(told, 2)) if len(told) > 1 else (None, None)
        if one and other and one[1] != other[1]:
            pairs.append((one[3], one[2], other[2]))
    chance.shuffle(pairs)
    return pairs


def sheet(export: Path, drawn: Iterable[tuple[str, str, str, bool]]) -> list[dict[str, Any]]:
    """What the judge sees of each pair."""
    articles = {a["id"]: a for a in rows(export / "articles.jsonl")}
    statements = {s["id"]: s for s in rows(export / "statements.jsonl")}

    def shown(id_: str) -> dict[str, Any]:
        s = statements[id_]
        article = articles[s["article"]]
        start, end = s["content"][0]["start"], s["content"][-1]["end"]
        return {
            "published": article["published"],
            "statement": " … ".join(piece["text"] for piece in s["content"]),
            "around": article["text"][max(0, start - AROUND) : end + AROUND],
        }

    return [
        {"pair": n, "party": party, "before": shown(one), "after": shown(other)}
        for n, (party, one, other, _) in enumerate(drawn, start=1)
    ]


def count(key: Sequence[Row], judged: Sequence[Row]) -> dict[str, int]:
    """How many of the changes and of the other pairs were judged to be changes."""
    real = {row["pair"]: bool(row["real"]) for row in judged}
    missing = [row["pair"] for row in key if row["pair"] not in real]
    if missing:
        raise SystemExit(
            f"judged_changes: found no judgement of pairs {missing}; expected one of each; judge these too"
        )
    return {
        "changes": sum(row["change"] for row in key),
        "real changes": sum(row["change"] and real[row["pair"]] for row in key),
        "other pairs": sum(not row["change"] for row in key),
        "real other pairs": sum(not row["change"] and real[row["pair"]] for row in key),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw a sheet, or count a judged one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("export", type=Path)
    drawing.add_argument("--sheet", type=Path, required=True)
    drawing.add_argument("--key", type=Path, required=True)
    drawing.add_argument("--seed", type=int, default=1)
    counting = commands.add_parser("count")
    counting.add_argument("key", type=Path)
    counting.add_argument("judged", type=Path)
    counting.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "draw":
        drawn = draw(options.export, options.seed)
        _write(options.sheet, sheet(options.export, drawn))
        _write(
            options.key, ({"pair": n, "before": a, "after": b, "change": c} for n, (_, a, b, c) in enumerate(drawn, 1))
        )
        return 0
    key, judged = rows(options.key), rows(options.judged)
    for name, number in count(key, judged).items():
        print(f"{name}: {number}")
    if options.keep:
        said = {row["pair"]: row for row in judged}
        _write(
            options.keep,
            ({**row, "real": said[row["pair"]]["real"], "reason": said[row["pair"]]["reason"]} for row in key),
        )
    return 0


def _write(path: Path, found: Iterable[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
