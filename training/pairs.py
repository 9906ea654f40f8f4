"""Fits the weights of src/onrecord/linking/claims/pairs.py on stories with answer keys.

    python training/pairs.py STORY...

A pair counts where the key puts at least one of both on a claim. The encoder of sentences in src/onrecord/linking/weights
should not have been trained on these stories, or it is believed too much: fit with one that learnt from affairs alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
import gold_readings as gold
from onrecord.linking.claims import pairs
from onrecord.linking.linker import SHIPPED, likeness_of, propositions_of
from onrecord.linking.what.units import find_units

# --- the pairs of a story ---


def examples(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """Features and whether both are on one claim, for every pair of utterances of a story."""
    readings = gold.readings(folder)
    claims = gold.claims_of(folder)
    units = find_units(propositions_of(readings))
    alike = likeness_of(units, SHIPPED)
    rows, same = [], []
    for a, b in combinations(units, 2):
        one, other = claims.get(a.id), claims.get(b.id)
        rows.append(list(pairs.features(a.first, b.first, alike).values()))
        same.append(one is not None and one == other)
    return np.array(rows), np.array(same, dtype=float)


# --- logistic regression, by Newton's method, with a ridge ---


def fit(x: np.ndarray, y: np.ndarray, ridge: float = 3.0) -> tuple[np.ndarray, float]:
    """Weights and bias."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    penalty = np.diag([ridge] * x.shape[1] + [0.0])
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, z.T @ (y - p) - penalty @ w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    weights = w[:-1] / scale
    return weights, float(w[-1] - weights @ mean)


def main(arguments: Sequence[str]) -> int:
    """Print the weights as they stand in pairs.py."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    args = parser.parse_args(arguments)
    data = [examples(folder) for folder in args.stories]
    weights, bias = fit(np.concatenate([x for x, _ in data]), np.concatenate([y for _, y in data]))
    units = find_units(propositions_of(gold.readings(args.stories[0])))
    names = list(pairs.features(units[0].first, units[1].first, likeness_of(units, SHIPPED)))
    print(f"BIAS = {bias:.2f}")
    print("WEIGHTS: Mapping[str, float] = {")
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
