"""Which utterances of before lie nearest to one, by the vectors of their sentences: they meet, whatever they share.

All vectors are looked through, as a matrix of whole numbers in pieces: products of whole numbers are exact, so that who
is near follows from the two alone, however many are multiplied at once. What is looked for is written down, so that a
later one that stands earlier in time only takes its place in the lists of those behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.claims.candidates import Pair, pair_of
from onrecord.linking.memory import Memory
from onrecord.linking.what.sentences import FloatArray, nearness

ALIKE = 40
"""How many utterances before it one meets because their sentences lie near to its own."""

SCALE = 400
"""Length of a vector in whole numbers: its parts fit a byte, and its products are exact as single floats (below 2**24)."""

PIECE = 1024
"""Vectors in one note."""

AT_ONCE = 64
"""Utterances that are looked for together: what that takes grows with how many are known."""

NOWHERE = -1
"""The moment of a row that is no utterance's."""

NO_LEAST = -(2**31)
"""Of who has room in its list."""

Heard = NDArray[np.int8]
Moments = NDArray[np.int64]
Products = NDArray[np.int32]


@dataclass(slots=True)
class Piece:
    """So many rows of the matrix. moments: when each was said; least: the product from which on one enters its list."""

    vectors: Heard
    moments: Moments
    least: Products

    @staticmethod
    def empty(width: int) -> Piece:
        """Rows of nobody."""
        moments = np.full(PIECE, NOWHERE, np.int64)
        return Piece(np.zeros((PIECE, width), np.int8), moments, np.full(PIECE, NO_LEAST, np.int32))


class Neighbours:
    """The matrix and the lists of a memory, for one change."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        rows = memory.everything("rows")
        self._pieces = {int(place): _piece(heard, rows[place]) for place, heard in memory.everything("heard").items()}
        self._moved: set[int] = set()
        self._changed: set[int] = set()
        """Pieces of which other vectors are known than before, and those of which only other rows are."""
        self._lists: dict[int, dict[int, int]] = {}
        """What was asked for or changed: the products of those near, by number."""

    def change(
        self, leaving: Iterable[int], entering: Mapping[int, tuple[int, FloatArray]], anew: Collection[int]
    ) -> tuple[set[Pair], set[Pair]]:
        """Let utterances go and others come, each with its moment and vector; gives the pairs that meet now and did not,
        with all pairs of those to be compared anew; and the pairs that meet no longer."""
        gone = sorted(set(leaving))
        asked = {number: (moment, _whole(nearness(vector))) for number, (moment, vector) in entering.items()}
        robbed = self._who_has(gone)
        for number in gone:
            self._forget(number)
        for number, (moment, heard) in asked.items():
            self._place(number, moment, heard)
        asked |= {number: self._row(number) for number in robbed if number not in asked}
        looking = np.isin(self._numbers, list(asked)) if self._pieces else np.zeros(0, bool)
        for products, some in self._products(asked):
            for at, number in enumerate(some):
                self._fill(number, products[:, at])
                self._enter_lists(number, products[:, at], looking)
        gained, lost = self._turnover(gone)
        holders = {*anew, *self._who_has(anew)}
        again = {pair for pair in _pairs({h: self._listed(h) for h in holders}) if pair[0] in anew or pair[1] in anew}
        self._remember(gone)
        return gained | again, lost

    def _turnover(self, gone: Iterable[int]) -> tuple[set[Pair], set[Pair]]:
        """The pairs of lists that are new, and those that are no more. One has only who is before it in its list, so a
        pair is in one list at most."""
        lists: dict[int, dict[int, int]] = {**self._lists, **{number: {} for number in gone}}
        gained: set[Pair] = set()
        lost: set[Pair] = set()
        for holder, now in lists.items():
            before = self._kept(holder)
            gained |= {pair_of(holder, other) for other in now.keys() - before.keys()}
            lost |= {pair_of(holder, other) for other in before.keys() - now.keys()}
        return gained, lost

    # --- looking ---

    def _products(self, asked: Mapping[int, tuple[int, Heard]]) -> Iterator[tuple[Products, list[int]]]:
        """The products of all rows with some of those asked for, (rows, some), until all had their turn."""
        numbers = sorted(asked)
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            wanted = np.stack([asked[number][1] for number in some]).astype(np.float32).T
            pieces = [self._pieces[place].vectors.astype(np.float32) @ wanted for place in sorted(self._pieces)]
            yield np.concatenate(pieces).astype(np.int32), some

    @property
    def _numbers(self) -> NDArray[np.int64]:
        """The number of each row."""
        return np.concatenate([np.arange(place * PIECE, (place + 1) * PIECE) for place in sorted(self._pieces)])

    @property
    def _moments(self) -> Moments:
        return np.concatenate([self._pieces[place].moments for place in sorted(self._pieces)])

    @property
    def _least(self) -> Products:
        return np.concatenate([self._pieces[place].least for place in sorted(self._pieces)])

    def _fill(self, number: int, products: Products) -> None:
        """Find who is nearest before; of those as near as each other the latest."""
        moments = self._moments
        moment, _ = self._row(number)
        before = np.flatnonzero((moments != NOWHERE) & (moments < moment))
        if len(before) > ALIKE:
            least = np.partition(products[before], -ALIKE)[-ALIKE]
            before = before[products[before] >= least]
        best = before[np.lexsort((-moments[before], -products[before]))][:ALIKE]
        numbers = self._numbers
        self._write(number, {int(numbers[row]): int(products[row]) for row in best})

    def _enter_lists(self, number: int, products: Products, looking: NDArray[np.bool_]) -> None:
        """Let one enter the lists of those behind it. looking: rows that look themselves."""
        moment, _ = self._row(number)
        holders: list[int] = self._numbers[(self._moments > moment) & (products >= self._least) & ~looking].tolist()
        self._memory.recall("near", map(str, holders))  # all at once
        numbers = self._numbers
        rows = np.searchsorted(numbers, holders)
        for holder, row in zip(holders, rows, strict=True):
            listed = {**self._listed(holder), number: int(products[row])}
            if len(listed) > ALIKE:  # of those as near as each other the latest stay
                least = min(listed.values())
                farthest = [other for other, product in listed.items() if product == least]
                del listed[min(farthest, key=lambda other: self._row(other)[0])]
            self._write(holder, listed)

    def _who_has(self, gone: Collection[int]) -> set[int]:
        """Who has one of these in its list, and is none of them."""
        found: set[int] = set()
        for products, some in self._products({number: self._row(number) for number in gone}):
            for at, number in enumerate(some):
                behind = (self._moments > self._row(number)[0]) & (products[:, at] >= self._least)
                holders = (int(holder) for holder in self._numbers[behind])
                found |= {holder for holder in holders if number in self._listed(holder)}
        return found - set(gone)

    # --- the rows and the lists ---

    def _row(self, number: int) -> tuple[int, Heard]:
        piece, at = self._pieces[number // PIECE], number % PIECE
        return int(piece.moments[at]), piece.vectors[at]

    def _place(self, number: int, moment: int, heard: Heard) -> None:
        piece = self._pieces.setdefault(number // PIECE, Piece.empty(len(heard)))
        if not piece.vectors.flags.writeable:
            piece.vectors = piece.vectors.copy()
        piece.vectors[number % PIECE] = heard
        piece.moments[number % PIECE] = moment
        self._moved.add(number // PIECE)
        self._changed.add(number // PIECE)

    def _forget(self, number: int) -> None:
        self._pieces[number // PIECE].moments[number % PIECE] = NOWHERE
        self._pieces[number // PIECE].least[number % PIECE] = NO_LEAST
        self._changed.add(number // PIECE)

    def _kept(self, number: int) -> dict[int, int]:
        """The list as it was before this change."""
        note = np.frombuffer(self._memory.recall_one("near", str(number)) or b"", np.int32).tolist()
        return dict(zip(note[::2], note[1::2], strict=True))

    def _listed(self, number: int) -> dict[int, int]:
        return self._lists[number] if number in self._lists else self._kept(number)

    def _write(self, number: int, listed: dict[int, int]) -> None:
        self._lists[number] = listed
        least = min(listed.values()) if len(listed) == ALIKE else NO_LEAST
        self._pieces[number // PIECE].least[number % PIECE] = least
        self._changed.add(number // PIECE)

    def _remember(self, gone: Iterable[int]) -> None:
        lists = {
            str(number): np.array(list(listed.items()), np.int32).tobytes() for number, listed in self._lists.items()
        }
        self._memory.forget("near", map(str, gone))
        self._memory.note("near", lists)
        for place in self._changed:
            piece = self._pieces[place]
            if place in self._moved:
                self._memory.note("heard", {str(place): piece.vectors.tobytes()})
            self._memory.note("rows", {str(place): piece.moments.tobytes() + piece.least.tobytes()})


def near_of(memory: Memory, numbers: Collection[int]) -> dict[int, set[int]]:
    """Who is in the lists of these."""
    lists = memory.recall("near", map(str, numbers))
    return {number: set(np.frombuffer(lists.get(str(number), b""), np.int32)[::2].tolist()) for number in numbers}


def _pairs(lists: Mapping[int, Iterable[int]]) -> set[Pair]:
    return {pair_of(holder, other) for holder, listed in lists.items() for other in listed}


def _whole(vector: FloatArray) -> Heard:
    scaled = np.rint(SCALE * vector / max(float(np.linalg.norm(vector)), 1e-9))
    heard: Heard = np.clip(scaled, -127, 127).astype(np.int8)
    return heard


def _piece(heard: bytes, rows: bytes) -> Piece:
    return Piece(
        np.frombuffer(heard, np.int8).reshape(PIECE, -1),  # most stay as they are
        np.frombuffer(rows, np.int64, PIECE).copy(),
        np.frombuffer(rows, np.int32, PIECE, PIECE * 8).copy(),
    )
