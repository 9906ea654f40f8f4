"""Fits the weights of src/onrecord/linking/origins/footing.py on stories with answer keys, as they are read and linked.

    python training/footing.py STORY...

A stand is right where the key puts its statement on the claim that most of the others of its claim are on, and on the side
that it is given there (all of a claim turned round where that is the better match). Only claims that the key's are mapped to
teach that. A conflict is one where the claim's sides are those of a conflict of the key.

Prints for each story left out, by weights of the others: how well right stands are told from wrong (area under the curve).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
import affairs
from onrecord.attribution import load_reader
from onrecord.linking.claims import debates
from onrecord.linking.linker import link
from onrecord.linking.origins.footing import FIRM
from onrecord.vocabulary import Reading
from pairs import fit

scorer = affairs.scorer
TURNED = {"affirms": "denies", "denies": "affirms"}
Rows = tuple[np.ndarray, np.ndarray]


@dataclass
class Story:
    """What a story teaches: features and answers of stands, and of conflicts."""

    stands: Rows
    contests: Rows


# --- what linking makes of a story, beside its key ---


def debates_of(readings: Sequence[Reading]) -> list[debates.Debate]:
    """The claims of a story with all that they are made of."""
    found = {}
    whole = debates.Debates.debate

    def watched(self: debates.Debates, *given: Any) -> debates.Debate | None:
        made = whole(self, *given)
        if made is not None:
            found[made.claim.id] = made
        return made

    with patch.object(debates.Debates, "debate", watched):
        linked = link(readings)
    return [found[claim.id] for claim in linked.claims]


def read(folder: Path, readings: Mapping[str, Reading]) -> Story:
    """What a story teaches."""
    story = scorer.Story(folder)
    mine = [readings[row["id"]] for row in story.articles()]
    rows = affairs.exported(mine)
    pairs = scorer.pair_up([s for s in rows["statements"] if s["kind"] == "said"], story)
    gold = {s["id"]: s for s in story.key["statements"]}
    on = {p["id"]: (gold[g]["claim"], gold[g]["side"]) for g, p in pairs.items() if gold[g]["claim"]}
    votes = Counter((p["claim"], gold[g]["claim"]) for g, p in pairs.items() if p["claim"] and gold[g]["claim"])
    mapped = scorer.one_to_one(votes)
    stands, contests = [], []
    for debate in debates_of(mine):
        id_, footing = debate.claim.id, debate.footing
        given = {stand.statement: stand.side.value for stand in debate.claim.stands}
        here = Counter(on[unit.id][0] for unit in debate.units if unit.id in on)
        most = max(here, key=lambda claim: here[claim], default=None)
        same = Counter((given[s], on[s][1]) for s in given if s in on and on[s][0] == most)
        is_turned = sum(n for (a, b), n in same.items() if TURNED.get(a) == b) > sum(
            n for (a, b), n in same.items() if a == b and a in TURNED
        )
        if id_ in mapped:
            for row, unit in enumerate(debate.units):
                side = given[unit.id]
                if side in FIRM:
                    wanted = (most, TURNED[side] if is_turned else side)
                    stands.append((list(footing.facts(row).values()), on.get(unit.id) == wanted))
        facts = footing.contest()
        if facts is not None:
            contests.append((list(facts.values()), _is_conflict(story, mapped.get(id_), given, on, is_turned)))
    return Story(_rows(stands), _rows(contests))


def _is_conflict(story: Any, claim: str | None, given: Mapping[str, str], on: Mapping[str, Any], turned: bool) -> bool:
    """Whether the key has a conflict on this claim, and a statement of each of its sides is on that side here."""
    right = {
        on[s][1]
        for s, side in given.items()
        if s in on and on[s] == (claim, TURNED.get(side, side) if turned else side)
    }
    return any(c["claim"] == claim for c in story.key["conflicts"]) and set(TURNED) <= right


def _rows(some: Sequence[tuple[Sequence[float], bool]]) -> Rows:
    return np.array([x for x, _ in some]), np.array([float(y) for _, y in some])


# --- how well it does ---


def area(scores: np.ndarray, right: np.ndarray) -> float:
    """Of two, one right and one wrong, how often the right one has the higher score."""
    one, other = scores[right == 1], scores[right == 0]
    return float(np.mean([(one > score).mean() + (one == score).mean() / 2 for score in other]))


def main(arguments: Sequence[str]) -> int:
    """Print how well stands are told apart on stories left out, then the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    folders = parser.parse_args(arguments).stories
    readings = affairs.read_all(folders, load_reader())
    stories = [read(folder, readings) for folder in folders]
    for name in ("stands", "contests"):
        data = [getattr(story, name) for story in stories]
        left_out = []
        for n, (x, _) in enumerate(data):
            others = [d for m, d in enumerate(data) if m != n]
            weights, bias = fit(*map(np.concatenate, zip(*others, strict=True)), ridge=10.0)
            left_out.append(x @ weights + bias)
        right = np.concatenate([y for _, y in data])
        print(f"# {name}: {len(right)}, right {right.mean():.2f}, area {area(np.concatenate(left_out), right):.3f}")
        weights, bias = fit(*map(np.concatenate, zip(*data, strict=True)), ridge=10.0)
        print(f"BIAS = {bias:.2f}\nWEIGHTS = {[round(float(w), 2) for w in weights]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
