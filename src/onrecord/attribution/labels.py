"""The labels the model gives, as two tag sets, and which tag may follow which.

ROLE_TAGS: what a piece is to any attribution. LINK_TAGS: what a piece is to the attribution of one given cue, so that attributions
may share a source and a piece never has to choose between two cues.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROLE_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
LINK_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
FORBIDDEN = -10_000.0

DISTANCES = 20
"""How many bins the distance of a piece to its cue is put into, on both sides and on the cue itself."""

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


def forbidden_transitions(tags: tuple[str, ...]) -> tuple[FloatArray, FloatArray]:
    """(L, L) and (L,) penalties: an I goes on from its own B or I only, and nothing starts with an I."""
    steps = np.zeros((len(tags), len(tags)), np.float32)
    starts = np.zeros(len(tags), np.float32)
    for to, tag in enumerate(tags):
        if tag.startswith("I-"):
            starts[to] = FORBIDDEN
            for come_from, before in enumerate(tags):
                if before[1:] != tag[1:]:
                    steps[come_from, to] = FORBIDDEN
    return steps, starts


def distance_bins(length: int, first: IntArray, last: IntArray) -> IntArray:
    """(C, T) the bin of each piece's distance to each cue [first, last].

    0 on the cue, even bins before it, odd ones after, wider far away.
    """
    at = np.arange(length)
    before, after = first[:, None] - at, at - last[:, None]
    away = np.maximum(np.maximum(before, after), 0)
    steps = np.array([1, 2, 3, 5, 8, 13, 24, 48, 96])
    bins = np.searchsorted(steps, away, side="right")  # 0 only on the cue
    return np.where(away == 0, 0, np.where(before > 0, 2 * bins, 2 * bins + 1)).astype(np.int64)
