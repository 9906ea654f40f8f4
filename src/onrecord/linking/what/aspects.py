"""Two sentences aspect by aspect: what is alike as a whole may differ in who did it, or in what was done.

Each aspect is pooled from a sentence's pieces by a question of its own, which training found (training/aspects.py), out of the
states of the encoder's seventh layer: these still tell words apart that its last one holds for the same. Aspects are
compared by their cosines, and by differences and products of their numbers through one hidden layer. There are two sets
of them, each trained by itself, and what counts is their mean: what one of them believes by chance the other seldom does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

SETS, ASPECTS, ASPECT = 2, 16, 24
"""Sets of aspects, how many each has, and numbers of one."""

WEIGHTS = ("hidden", "hidden_cosines", "hidden_bias", "cosines", "out", "bias")

Aspects = NDArray[np.float32]


def one_claim(one: Aspects, others: Aspects, heads: Mapping[str, Any]) -> NDArray[np.float64]:
    """(S, A, K) and (N, S, A, K) → (N,): the log odds that each of the others speaks to the same claim.

    heads: the weights, as the model of sentences has them.
    """
    return _compared(one, others, heads, "claim")


def one_side(one: Aspects, others: Aspects, heads: Mapping[str, Any]) -> NDArray[np.float64]:
    """(S, A, K) and (N, S, A, K) → (N,): the log odds that each of the others takes the same side, if it speaks to the same claim."""
    return _compared(one, others, heads, "side")


def _compared(one: Aspects, others: Aspects, heads: Mapping[str, Any], what: str) -> NDArray[np.float64]:
    """In double precision, so that they are those of each two alone."""
    a, b = one.astype(np.float64), others.astype(np.float64)
    lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
    cosines = (a * b).sum(axis=-1) / np.maximum(lengths, 1e-9)
    both = np.concatenate([np.abs(a - b), a * b], axis=-1).reshape(len(b), SETS, -1)
    weights = {name: heads[f"aspects_{what}_{name}"] for name in WEIGHTS}
    found = np.zeros(len(b))
    for n in range(SETS):
        like = cosines[:, n]
        hidden = both[:, n] @ weights["hidden"][n] + like @ weights["hidden_cosines"][n] + weights["hidden_bias"][n]
        found += like @ weights["cosines"][n] + np.maximum(hidden, 0.0) @ weights["out"][n] + weights["bias"][n]
    return found / SETS
