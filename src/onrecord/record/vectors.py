"""Vectors of sentences, remembered: what an encoder made of a sentence once is not asked for again.

Kept as half floats, and given back as they were kept also the first time, so that linking anew sees the same numbers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from onrecord.record import schema

FloatArray = NDArray[np.float32]
Encode = Callable[[Sequence[str]], FloatArray]

AT_ONCE = 500
"""SQLite takes a limited number of values in one statement, and a process killed in the midst should not lose much."""


class RememberedVectors:
    """An encoder that remembers. model: what made the vectors; those of another are not mistaken for its own."""

    def __init__(self, encode: Encode, model: str, writing: sa.Engine, reading: sa.Engine) -> None:
        self._encode = encode
        self._model = model
        self._writing = writing
        self._reading = reading

    def __call__(self, sentences: Sequence[str]) -> FloatArray:
        """(N, H), one row a sentence."""
        if not sentences:
            return self._encode(sentences)
        keys = [key_of(self._model, sentence) for sentence in sentences]
        by_key = dict(zip(keys, sentences, strict=True))
        vectors: dict[str, FloatArray] = {}
        for some in _batched(sorted(by_key)):
            vectors |= self._kept(some)
            vectors |= self._made({key: by_key[key] for key in some if key not in vectors})
        return np.stack([vectors[key] for key in keys])

    def _kept(self, keys: Sequence[str]) -> dict[str, FloatArray]:
        with self._reading.connect() as connection:  # thousands of rows: they come from the driver itself
            rows = connection.exec_driver_sql(_KEPT, (json.dumps(keys),)).all()
        halves = np.frombuffer(b"".join(vector for _, vector in rows), np.float16)
        vectors = halves.astype(np.float32).reshape(len(rows), -1) if rows else ()
        return {key: vector for (key, _), vector in zip(rows, vectors, strict=True)}

    def _made(self, missing: dict[str, str]) -> dict[str, FloatArray]:
        if not missing:
            return {}
        halves = self._encode(list(missing.values())).astype(np.float16)
        rows = [{"key": key, "vector": half.tobytes()} for key, half in zip(missing, halves, strict=True)]
        with self._writing.begin() as connection:
            connection.execute(schema.sentence_vectors.insert().prefix_with("OR IGNORE", dialect="sqlite"), rows)
        return {key: half.astype(np.float32) for key, half in zip(missing, halves, strict=True)}


_KEPT = "SELECT key, vector FROM sentence_vectors WHERE key IN (SELECT value FROM json_each(?))"


def key_of(model: str, sentence: str) -> str:
    """Under which the vector is kept that this model made of a sentence."""
    digest = hashlib.blake2b(model.encode(), digest_size=12)
    digest.update(sentence.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _batched(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
