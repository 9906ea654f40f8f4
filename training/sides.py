"""Fits the weights of src/onrecord/linking/claims/sides.py on stories with answer keys.

    python training/sides.py STORY...

Prints both tables as they stand there, and how many of the sides are right on each story with weights of all the others,
the claims being those of the key. As in pairs.py, the encoder should not have been trained on these stories.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
import gold_readings as gold
from onrecord.linking.claims import sides
from onrecord.linking.linker import SHIPPED, likeness_of, propositions_of
from onrecord.linking.what.sentences import Likeness
from onrecord.linking.what.units import Unit, find_units
from onrecord.vocabulary import Side
from pairs import fit

Rows = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Story:
    """The utterances of each claim of a story, and the side that the key gives each."""

    claims: Sequence[tuple[Unit, ...]]
    sides: Mapping[str, str]
    alike: Likeness

    def firm(self, units: Sequence[Unit]) -> list[Unit]:
        """Those that take a side firmly, by the key and by the rules."""
        return [
            u for u in units if u.first.commitment is Side.AFFIRMS and self.sides[u.id] in (Side.AFFIRMS, Side.DENIES)
        ]

    def leanings(self) -> Rows:
        """What each leans on, and whether it affirms."""
        units = [unit for claim in self.claims for unit in self.firm(claim)]
        rows = [list(sides.leanings(unit.first, self.alike).values()) for unit in units]
        return np.array(rows), np.array([self.sides[unit.id] == Side.AFFIRMS for unit in units], dtype=float)

    def pulls(self) -> Rows:
        """What pulls each two, and whether they take one side."""
        pairs = [pair for claim in self.claims for pair in combinations(self.firm(claim), 2)]
        rows = [list(sides.pulls(a.first, b.first, self.alike).values()) for a, b in pairs]
        return np.array(rows), np.array([self.sides[a.id] == self.sides[b.id] for a, b in pairs], dtype=float)

    def right(self) -> tuple[int, int]:
        """How many sides are right with the weights as they are, and of how many; a claim may be worded either way round."""
        right = of = 0
        for claim in self.claims:
            found = sides.assign_sides(claim, self.alike)
            told = [(side, self.sides[unit.id], len(unit.told)) for side, unit in zip(found, claim, strict=True)]
            right += max(sum(n for a, b, n in told if turn(a) == b) for turn in (_as_is, _turned))
            of += sum(n for *_, n in told)
        return right, of


def _as_is(side: Side) -> str:
    return side


def _turned(side: Side) -> str:
    return {Side.AFFIRMS: Side.DENIES, Side.DENIES: Side.AFFIRMS}.get(side, side)


def read(folder: Path) -> Story:
    """A story as a perfect reader has it."""
    readings, claims = gold.readings(folder), gold.claims_of(folder)
    units = find_units(propositions_of(readings))
    on: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if claim := claims.get(unit.id):
            on[claim].append(unit)
    return Story([tuple(claim) for claim in on.values()], gold.sides_of(folder), likeness_of(units, SHIPPED))


def take(stories: Sequence[Story]) -> None:
    """Give sides.py the weights that these stories teach."""
    for rows_of, name in ((Story.leanings, "LEANING"), (Story.pulls, "AGREEMENT")):
        weights, bias = fit(*_together(stories, rows_of), ridge=5.0)
        table = dict(zip(getattr(sides, name), map(float, weights), strict=True))
        setattr(sides, name, table)
        setattr(sides, f"{name}_BIAS", bias)


def _together(stories: Sequence[Story], rows_of: Callable[[Story], Rows]) -> Rows:
    some = [rows_of(story) for story in stories]
    return np.concatenate([x for x, _ in some]), np.concatenate([y for _, y in some])


def main(arguments: Sequence[str]) -> int:
    """Print how right the sides are on stories left out, then the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    folders = parser.parse_args(arguments).stories
    stories = [read(folder) for folder in folders]
    all_right = all_of = 0
    for n, folder in enumerate(folders):
        take(stories[:n] + stories[n + 1 :])
        right, of = stories[n].right()
        all_right, all_of = all_right + right, all_of + of
        print(f"# {folder.name}: {right} of {of}")
    print(f"# all, each left out: {all_right} of {all_of}")
    take(stories)
    for name in ("LEANING", "AGREEMENT"):
        print(f"{name}_BIAS = {getattr(sides, f'{name}_BIAS'):.2f}")
        print(
            f"{name}: Mapping[str, float] = {json.dumps({k: round(v, 2) for k, v in getattr(sides, name).items()}, indent=4)}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
