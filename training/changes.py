"""Fits the weights of src/onrecord/linking/positions/changes.py on what linking makes of stories as they are read.

    python training/changes.py STORY...

An example is every step from side to side that linking finds in a story, whatever speaks against its being a change; it is
right where the scorer of stories takes it for a change of the key.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
import affairs
from onrecord.attribution import load_reader
from onrecord.linking.positions import changes
from onrecord.pipeline import Reader
from onrecord.views.present import KINDS
from pairs import fit

NAMES = tuple(changes.WEIGHTS)
Rows = tuple[list[list[float]], list[float]]
weigh = changes.signs


def examples(folder: Path, reader: Reader) -> Rows:
    """The signs of every step of a story, and whether it is a change."""
    seen: dict[tuple[str, str], list[float]] = {}

    def listen(step: changes.Step) -> dict[str, float]:
        found = weigh(step)
        seen[step.before.id, step.after.id] = list(found.values())
        return found

    changes.signs, changes.LIKELY, changes.WEIGHTS = listen, -math.inf, defaultdict(float)
    changes._each_once = lambda likely, stands, propositions: likely
    exported = {kind: [] for kind in KINDS} | affairs.exported(affairs.read_all([folder], reader).values())
    story = affairs.scorer.Story(folder)
    rows, right = [], []
    for change in exported["changes"]:
        tally = affairs.scorer.Tally()
        affairs.scorer.score_story(story, {**exported, "changes": [change]}, tally, Counter())
        before, *_, after = change["statements"]
        rows.append(seen[before, after])
        right.append(float(tally.hit["changes"]))
    return rows, right


def main(arguments: Sequence[str]) -> int:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    reader = load_reader()
    told = [examples(folder, reader) for folder in parser.parse_args(arguments).stories]
    x, y = np.array([row for rows, _ in told for row in rows]), np.array([each for _, right in told for each in right])
    weights, bias = fit(x, y)
    print(f"# {len(y)} steps, {int(y.sum())} of them changes")
    print(f"BIAS = {bias:.2f}")
    print(json.dumps(dict(zip(NAMES, (round(float(w), 2) for w in weights), strict=True)), indent=4))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
