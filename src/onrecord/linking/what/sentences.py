"""Statements as vectors: those that speak to one claim lie near each other, whichever side they take.

Behind the vector of a sentence stand its aspects (aspects.py).

The weights are trained by training/train_claims.py and training/aspects.py on invented affairs.
One sentence a run, without padding, so that a statement's vector depends on that statement alone.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.what.aspects import ASPECT, ASPECTS, SETS, one_claim, one_side
from onrecord.vocabulary import StatementId
from onrecord.weights import Weights

FloatArray = NDArray[np.float32]

Encode = Callable[[Sequence[str]], FloatArray]
"""Sentences → (N, WIDTH), one row a sentence, the same whatever stands beside it: its vector, and its aspects."""

NEAR = 768
WIDTH = NEAR + SETS * ASPECTS * ASPECT
"""Numbers of a vector, and with the aspects behind it."""

SHIPPED = Path(__file__).parent.parent / "weights"
FILES = ("claims.onnx", "heads.npz", "tokenizer.json")
AT_ONCE = 4  # sentences; where there are fewer cores, the others wait
AFFIRMS, DENIES = 0, 1


class SentenceModel:
    """The weights in a folder: claims.onnx, heads.npz, tokenizer.json, and about.json with their digests."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Opens nothing yet: files are read and checked when they are first needed."""
        self._weights = Weights(folder, FILES)

    @property
    def digest(self) -> str:
        """What the files together are."""
        return self._weights.digest

    def __call__(self, sentences: Sequence[str]) -> FloatArray:
        """Vectors and aspects of sentences: (N, WIDTH) float32. Safe to call from several threads."""
        longest = int(self.heads["longest"])
        pieces = [self._tokenizer.encode(sentence).ids[:longest] for sentence in sentences]
        vector = partial(_vector, self._session)
        with ThreadPoolExecutor(AT_ONCE) as pool:  # a run has one thread, and lets others go on meanwhile
            rows = list(pool.map(vector, pieces))
        return np.stack(rows) if rows else np.zeros((0, WIDTH), np.float32)

    @cached_property
    def heads(self) -> dict[str, Any]:
        """The small weights that work on vectors."""
        arrays = np.load(io.BytesIO(self._weights.read("heads.npz")))
        wide = {name: np.float64 if name.startswith("aspects") else None for name in arrays.files}
        return {name: arrays[name].astype(wide[name] or arrays[name].dtype) for name in arrays.files}

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = self._weights.tokenizer("tokenizer.json")
        tokenizer.no_padding()  # as published it pads, and padding would become part of the vector
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        return self._weights.session("claims.onnx")


def _vector(session: Any, ids: list[int]) -> FloatArray:
    pieces = np.array(ids, np.int64)
    inputs = {"pieces": pieces, "positions": np.arange(len(pieces), dtype=np.int64)}
    found: FloatArray = np.concatenate(session.run(["vector", "aspects"], inputs))
    return found


def nearness(rows: FloatArray) -> FloatArray:
    """(..., WIDTH) → (..., NEAR): the vectors, without the aspects behind them."""
    return rows[..., :NEAR]


class Likeness:
    """How near statements lie to each other."""

    def __init__(self, rows: Mapping[StatementId, int], vectors: FloatArray, heads: Mapping[str, Any]) -> None:
        """vectors: (N, WIDTH); rows: which of them is a statement's. heads: as `SentenceModel` has them."""
        self._rows = rows
        self._aspects = vectors[:, NEAR:].reshape(-1, SETS, ASPECTS, ASPECT)
        vectors = nearness(vectors)
        self._vectors = vectors
        self._near = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        self._heads = heads
        self._agreements: dict[tuple[StatementId, StatementId], float] = {}
        self._leanings: dict[StatementId, float] = {}

    def log_odds(self, one: StatementId, other: StatementId) -> float:
        """Of both speaking to one claim, by the encoder alone."""
        cosine = self._near[self._rows[one]] @ self._near[self._rows[other]]
        return float(self._heads["slope"] * cosine + self._heads["bias"])

    def all_log_odds(self, one: StatementId, others: Sequence[StatementId]) -> NDArray[np.float64]:
        """Of each of the others the log odds to one; in double precision, so that they are those of each two alone."""
        near = self._near[[self._rows[id_] for id_ in others]].astype(np.float64)
        return self._odds_of(near @ self._near[self._rows[one]].astype(np.float64))

    def log_odds_of_each_two(self, statements: Sequence[StatementId]) -> NDArray[np.float64]:
        """(N, N): the log odds of each of these to each."""
        near = self._near[[self._rows[id_] for id_ in statements]].astype(np.float64)
        return self._odds_of(near @ near.T)

    def _odds_of(self, cosines: NDArray[np.float64]) -> NDArray[np.float64]:
        found: NDArray[np.float64] = float(self._heads["slope"]) * cosines + float(self._heads["bias"])
        return found

    def all_by_aspects(self, one: StatementId, others: Sequence[StatementId]) -> NDArray[np.float64]:
        """Of each of the others the log odds that it speaks to one claim with one, by their aspects."""
        return one_claim(*self._aspects_of(one, others), self._heads)

    def by_aspects_of_each_two(self, statements: Sequence[StatementId]) -> NDArray[np.float64]:
        """(N, N): the log odds of each of these to each, by their aspects."""
        return np.stack([self.all_by_aspects(one, statements) for one in statements])

    def _aspects_of(self, one: StatementId, others: Sequence[StatementId]) -> tuple[FloatArray, FloatArray]:
        return self._aspects[self._rows[one]], self._aspects[[self._rows[id_] for id_ in others]]

    def centralities(self, statements: Sequence[StatementId]) -> list[float]:
        """Of each the mean log odds to the others, in one product: as dear as there are statements, not as pairs of them."""
        near = self._near[[self._rows[id_] for id_ in statements]]
        others = max(1, len(statements) - 1)
        cosines = (near @ near.sum(axis=0) - 1.0) / others
        return [float(self._heads["slope"] * cosine + self._heads["bias"]) for cosine in cosines]

    def agreement(self, one: StatementId, other: StatementId) -> float:
        """The log odds that both take one side of their claim, by their aspects."""
        if (one, other) not in self._agreements:
            self.compare_all([one, other])
        return self._agreements[one, other]

    def compare_all(self, statements: Sequence[StatementId]) -> None:
        """Find the agreement of each two of these at once: a third of the time, for what will be asked for."""
        for at, one in enumerate(statements[:-1]):
            others = statements[at + 1 :]
            found = one_side(*self._aspects_of(one, others), self._heads).tolist()
            for other, agreement in zip(others, found, strict=True):
                self._agreements[one, other] = self._agreements[other, one] = agreement

    def leaning(self, statement: StatementId) -> float:
        """Above 0 where it seems to affirm what is alleged, below where it denies it; at most 5 either way."""
        if statement not in self._leanings:
            hidden = (
                self._vectors[self._rows[statement]] @ self._heads["stand_hidden"] + self._heads["stand_hidden_bias"]
            )
            scores = _gelu(hidden) @ self._heads["stand"] + self._heads["stand_bias"]
            self._leanings[statement] = float(np.clip(scores[AFFIRMS] - scores[DENIES], -5.0, 5.0))
        return self._leanings[statement]


_erf = np.vectorize(math.erf, otypes=[np.float32])


def _gelu(x: FloatArray) -> FloatArray:
    found: FloatArray = x * 0.5 * (1 + _erf(x / math.sqrt(2)))
    return found
