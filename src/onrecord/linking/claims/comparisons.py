"""What came of comparing two utterances, remembered: the log odds that both speak to one claim.

In thousandths, as whole numbers, so that sums of them do not depend on the order in which they are added up. Pairs of
which little speaks for one claim are not written down; they count like those that were never compared.

Some utterances are like many others, whatever these speak to: they say what anybody in the affair might. How crowded one
is, by how near the twelfth of the others lies, is remembered too: the more so, the less each of its pairs tells.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.claims.candidates import Pair
from onrecord.linking.memory import Memory

THOUSANDTHS = 1000

LEAST = -3.5
"""Log odds up to which a pair is not written down. On readings of real articles clusters are the same as with -4.5 (training/LOG.md,
2026-11-30)."""

MANY = 12
"""An utterance is as crowded as the log odds of this pair of its, from the greatest on. Eight to sixteen do about as well on
stories, more does worse (training/LOG.md, 2026-12-01)."""

STEP = 250
"""Thousandths to which crowding is known: a little more or less of it changes nothing."""

ROOMY = -2500
"""Crowding, in thousandths, of all that are not more crowded: where nobody else is near, two would be put together by next to nothing."""


PIECE = 1024
"""Utterances of which it is noted together how crowded they are."""

Numbers = NDArray[np.signedinteger[Any]]


class Comparisons:
    """The scores of pairs in a memory, by the number of either utterance.

    Each utterance has a note of its pairs: the numbers and scores as raw bytes. Thousands get a pair more or less where a
    few come, so a note is only taken apart where somebody asks for all of it.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._notes: dict[int, bytes] = {}
        """As recalled or changed, of those that are not taken apart."""
        self._known: dict[int, dict[int, int]] = {}
        self._changed: set[int] = set()
        self._crowded = np.zeros(0, np.int8)

    def of(self, number: int) -> Mapping[int, int]:
        """The scores of one utterance's pairs, by the other."""
        if number not in self._known:
            self.load([number])
            numbers = np.frombuffer(self._notes.pop(number), np.int32).tolist()
            self._known[number] = dict(zip(numbers[::2], numbers[1::2], strict=True))
        return self._known[number]

    def all_of(self, number: int) -> tuple[Numbers, Numbers]:
        """The same as arrays: the others, in no order, and the scores."""
        self.load([number])
        if number in self._known:
            pairs = self._known[number]
            return np.fromiter(pairs, np.int32, len(pairs)), np.fromiter(pairs.values(), np.int32, len(pairs))
        note = np.frombuffer(self._notes[number], np.int32)
        return note[::2], note[1::2]

    def load(self, numbers: Iterable[int]) -> None:
        """Recall the pairs of all these at once."""
        missing = [number for number in numbers if number not in self._known and number not in self._notes]
        notes = self._memory.recall("pairs", map(str, missing))
        self._notes |= {number: notes.get(str(number), b"") for number in missing}

    def known(self, pairs: Collection[Pair]) -> set[Pair]:
        """Those of these pairs that have a score."""
        self.load({one for one, _ in pairs})
        return {pair for pair in pairs if self._has(*pair)}

    def put(self, scores: Mapping[Pair, float]) -> set[Pair]:
        """Write down the log odds of pairs; gives those for which something else, or nothing, was known."""
        self.load({number for pair in scores for number in pair})
        often = Counter(number for pair in scores for number in pair)
        news = set()
        for pair, score in scores.items():
            thousandths = round(score * THOUSANDTHS) if score > LEAST else None
            holder = max(pair, key=often.__getitem__)  # both know of it: what is asked for often is taken apart once
            before = self.of(holder).get(sum(pair) - holder)
            if before != thousandths:
                news.add(pair)
                if before is not None:
                    self._remove(*pair)
                if thousandths is not None:
                    self._add(*pair, thousandths)
        return news

    def drop(self, pairs: Iterable[Pair]) -> dict[Pair, int]:
        """Forget pairs; gives the scores of those that were known."""
        known = self.known(set(pairs))
        self.load({other for _, other in known})
        return {pair: self._remove(*pair) for pair in known}

    def drop_all(self, numbers: Iterable[int]) -> dict[Pair, int]:
        """Forget all pairs of these utterances; gives the scores of those that were known."""
        gone = set(numbers)
        self.load(gone)
        return self.drop((min(one, other), max(one, other)) for one in gone for other in self.of(one))

    # --- how crowded utterances are ---

    def crowding(self, numbers: Sequence[int] | Numbers) -> Numbers:
        """How crowded each of these is, in thousandths, as it was found last."""
        wanted = np.asarray(numbers, np.int64)
        return self._crowding(int(wanted.max(initial=0)))[wanted].astype(np.int64) * STEP

    def find_crowding(self) -> dict[int, int]:
        """Find out how crowded those are of which pairs have changed; gives how much more, or less, those are that are other than
        before."""
        changed = sorted(self._changed)
        before = self.crowding(changed)
        now = np.array([self._crowding_of(number) for number in changed], np.int64)
        table = self._crowding(max(changed, default=0))
        other = {number: int(more) for number, more in zip(changed, now - before, strict=True) if more}
        table[changed] = now // STEP
        for place in {number // PIECE for number in other}:
            self._memory.note("crowding", {str(place): table[place * PIECE : (place + 1) * PIECE].tobytes()})
        return other

    def _crowding(self, last: int) -> NDArray[np.int8]:
        """How crowded all are, by number, in steps, with a place for this last one."""
        if not len(self._crowded):
            pieces = self._memory.everything("crowding")
            self._crowded = _roomy(max(map(int, pieces), default=0))
            for place, crowding in pieces.items():
                self._crowded[int(place) * PIECE : (int(place) + 1) * PIECE] = np.frombuffer(crowding, np.int8)
        if last >= len(self._crowded):
            table = _roomy(last // PIECE)
            table[: len(self._crowded)] = self._crowded
            self._crowded = table
        return self._crowded

    def _crowding_of(self, number: int) -> int:
        _, scores = self.all_of(number)
        if len(scores) < MANY:
            return ROOMY
        return max(ROOMY, int(np.partition(scores, -MANY)[-MANY]) // STEP * STEP)

    # --- what is remembered ---

    def remember(self) -> None:
        """Note what was changed."""
        packed = (self._packed(number) for number in self._changed)
        self._memory.note(
            "pairs", {str(number): note or None for number, note in zip(self._changed, packed, strict=True)}
        )
        self._changed.clear()

    def _packed(self, number: int) -> bytes:
        if number in self._notes:
            return self._notes[number]
        known = self._known[number]
        return np.fromiter(chain.from_iterable(known.items()), np.int32, 2 * len(known)).tobytes()

    def _has(self, one: int, other: int) -> bool:
        return other in self._known[one] if one in self._known else _place(self._notes[one], other) >= 0

    def _add(self, one: int, other: int, thousandths: int) -> None:
        for holder, partner in ((one, other), (other, one)):
            self._changed.add(holder)
            if holder in self._known:
                self._known[holder][partner] = thousandths
            else:
                self._notes[holder] += _PAIR.pack(partner, thousandths)

    def _remove(self, one: int, other: int) -> int:
        thousandths = 0
        for holder, partner in ((one, other), (other, one)):
            self._changed.add(holder)
            if holder in self._known:
                thousandths = self._known[holder].pop(partner)
            else:
                note = self._notes[holder]
                at = _place(note, partner)
                _, thousandths = _PAIR.unpack_from(note, at)
                self._notes[holder] = note[:at] + note[at + _PAIR.size :]
        return thousandths


def _roomy(place: int) -> NDArray[np.int8]:
    """So many pieces, and one more, of those of whom nothing else is known."""
    return np.full(PIECE * (place + 1), ROOMY // STEP, np.int8)


_PAIR, _NUMBER = struct.Struct("=ii"), struct.Struct("=i")


def _place(note: bytes, number: int) -> int:
    """Where in a note the pair with this number begins; below 0 if nowhere."""
    wanted = _NUMBER.pack(number)
    at = note.find(wanted)
    while at > 0 and at % _PAIR.size:  # bytes of a score, or of two numbers side by side
        at = note.find(wanted, at + 1)
    return at
