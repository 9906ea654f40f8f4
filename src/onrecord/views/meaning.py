"""Search by meaning: the statements whose sentences lie nearest to a query's, by the encoder that links claims.

What is held in memory is small: of each vector the signs of its numbers, which are compared first; the nearest are then
compared in full, as the record keeps them. So a million statements take some 100 MB and an answer some milliseconds.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.linking import SHIPPED, nearness, sentence_of
from onrecord.record import RecordReader
from onrecord.vocabulary import StatementId

FloatArray = NDArray[np.float32]
Encode = Callable[[Sequence[str]], FloatArray]

LEAST = 0.5
"""Cosines below this are of sentences that have little to do with the query (looked at on invented affairs)."""

COMPARED = 600
"""How many of the nearest by their signs are compared in full."""

AT_ONCE = 2000
SOON = 60_000
"""Up to so many statements are taken in while the first query waits; more are taken in beside it."""

PATIENCE_SECONDS = 10.0
"""How long the first query waits at most: on a busy machine it is rather answered by words alone than not at all."""


@dataclass(frozen=True, slots=True)
class Near:
    """A statement near to a query; cosine: from -1 to 1."""

    statement: StatementId
    cosine: float


@dataclass(frozen=True, slots=True)
class _Index:
    """All statements by one state of the record, in the order of their ids, so that some of them are found fast: ids and keys,
    signs (N, bytes / 8), and the mean that they are told from."""

    version: object
    ids: NDArray[np.bytes_]
    keys: NDArray[np.bytes_]
    signs: NDArray[np.uint64]
    mean: FloatArray


class Meaning:
    """Finds statements by meaning. Takes in what is new of the record beside its work; until then the older state answers."""

    def __init__(
        self, reader: RecordReader, encode: Encode = SHIPPED, model: str | None = None, *, is_waiting: bool = False
    ) -> None:
        """is_waiting: the first query waits for the record to be taken in, however large it is."""
        self._is_waiting = is_waiting
        self._reader = reader
        self._encode = encode
        self._model = model or SHIPPED.digest
        self._index: _Index | None = None
        self._taking_in = threading.Lock()
        self._is_ready = threading.Event()
        self._fault: Exception | None = None

    def nearest(
        self, query: str, most: int, *, within: Collection[StatementId] | None = None
    ) -> tuple[Near, ...] | None:
        """The statements nearest to a query, the nearest first; `within` narrows down to these. None: not ready yet."""
        index = self._current()
        if index is None:
            return None
        if not query.strip() or not len(index.ids):
            return ()
        vector = nearness(self._encode([sentence_of(None, None, query)])[0])
        rows = None if within is None else _places(index.ids, within)
        signs = index.signs if rows is None else index.signs[rows]
        differing = np.bitwise_count(signs ^ _signs(vector - index.mean)).sum(axis=1, dtype=np.uint16)
        kept = min(COMPARED, len(differing))
        nearest = np.argpartition(differing, kept - 1)[:kept] if kept else np.zeros(0, np.intp)
        nearest = nearest if rows is None else rows[nearest]
        return self._compared(vector, index, nearest)[:most]

    def prepare(self) -> None:
        """Take in the record as it is, if it is not taken in; for threads beside others."""
        with self._taking_in:
            version = self._reader.version()
            if self._index is None or self._index.version != version:
                self._index = self._taken_in(version)

    def _current(self) -> _Index | None:
        if self._index is None and self._is_waiting:
            self.prepare()
        elif not self._taking_in.locked() and (self._index is None or self._index.version != self._reader.version()):
            threading.Thread(target=self._prepare_beside, daemon=True).start()
        if self._index is None and self._reader.counts().statements <= SOON:
            self._is_ready.wait(PATIENCE_SECONDS)
        if self._fault is not None:
            raise self._fault
        return self._index

    def _prepare_beside(self) -> None:
        """Take the record in, and open the encoder, for which the first query would wait as well."""
        try:
            self.prepare()
            self._encode([sentence_of(None, None, "-")])
            self._fault = None
        except Exception as fault:  # of another thread: whoever asks next is told
            self._fault = fault
        self._is_ready.set()

    def _taken_in(self, version: object) -> _Index:
        ids: list[str] = []
        keys: list[str] = []
        signs: list[NDArray[np.uint64]] = []
        mean: FloatArray | None = None
        with self._reader.snapshot() as reader:
            rows = reader.uttered()
            while some := list(islice(rows, AT_ONCE)):
                by_id = {each.statement: self._key(each) for each in some}
                vectors = reader.sentence_vectors(by_id.values())
                # Of an utterance that is told several times only the first telling has a vector, and it is enough.
                known = [(id_, key) for id_, key in by_id.items() if key in vectors]
                if not known:
                    continue
                matrix = nearness(np.stack([vectors[key] for _, key in known]))
                mean = matrix.mean(axis=0) if mean is None else mean
                signs.append(_signs(matrix - mean))
                ids += [id_ for id_, _ in known]
                keys += [key for _, key in known]
        together = np.concatenate(signs) if signs else np.zeros((0, 1), np.uint64)
        named = np.array(ids, np.bytes_)
        order = np.argsort(named, kind="stable")
        none = np.zeros(0, np.float32)
        return _Index(
            version,
            named[order],
            np.array(keys, np.bytes_)[order],
            together[order] if ids else together,
            none if mean is None else mean,
        )

    def _key(self, each: Any) -> str:
        return self._reader.sentence_key(self._model, sentence_of(each.name, each.cue, each.content))

    def _compared(self, vector: FloatArray, index: _Index, rows: NDArray[np.intp]) -> tuple[Near, ...]:
        vectors = self._reader.sentence_vectors(key.decode() for key in index.keys[rows])
        known = [row for row in rows if index.keys[row].decode() in vectors]
        if not known:
            return ()
        matrix = nearness(np.stack([vectors[index.keys[row].decode()] for row in known]))
        cosines = matrix @ vector / np.maximum(np.linalg.norm(matrix, axis=1) * np.linalg.norm(vector), 1e-9)
        order = np.argsort(-cosines, kind="stable")
        near = (Near(StatementId(index.ids[known[n]].decode()), float(cosines[n])) for n in order)
        return tuple(each for each in near if each.cosine >= LEAST)


def _places(ids: NDArray[np.bytes_], wanted: Collection[StatementId]) -> NDArray[np.intp]:
    """Where these stand among ids in order; those that are not there are left out."""
    if not len(wanted) or not len(ids):
        return np.zeros(0, np.intp)
    asked = np.array(sorted(wanted), np.bytes_)
    places = np.minimum(np.searchsorted(ids, asked), len(ids) - 1)
    found: NDArray[np.intp] = places[ids[places] == asked]
    return found


def _signs(vectors: FloatArray) -> NDArray[np.uint64]:
    """The signs of numbers, 64 of them in one: (N, H) or (H,) → (N, H / 64) or (H / 64,)."""
    bits = np.packbits(vectors > 0, axis=-1)
    missing = -bits.shape[-1] % 8
    padded = np.pad(bits, [(0, 0)] * (bits.ndim - 1) + [(0, missing)])
    return np.ascontiguousarray(padded).view(np.uint64)
