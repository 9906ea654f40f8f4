"""What came of comparing two utterances, remembered: the log odds that both speak to one claim.

In thousandths, as whole numbers, so that sums of them do not depend on the order in which they are added up. Pairs of
which little speaks for one claim are not written down; they count like those that were never compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

import numpy as np

from onrecord.linking.candidates import Pair
from onrecord.linking.memory import Memory

THOUSANDTHS = 1000

LEAST = -3.5
"""Log odds up to which a pair is not written down. On readings of real articles clusters are the same as with -4.5 (training/LOG.md,
2026-11-30)."""


class Comparisons:
    """The scores of pairs in a memory, by the number of either utterance.

    Each utterance has a note of its pairs, the numbers and scores as raw bytes. Thousands get a pair more or less where a
    few come, so a note is only taken apart where somebody asks for it; to others pairs are appended.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._raw: dict[int, bytes] = {}
        """Notes that were recalled and are not taken apart."""
        self._known: dict[int, dict[int, int]] = {}
        self._appended: defaultdict[int, list[int]] = defaultdict(list)
        self._changed: set[int] = set()

    def of(self, number: int) -> Mapping[int, int]:
        """The scores of one utterance's pairs, by the other."""
        return self._of(number)

    def load(self, numbers: Iterable[int]) -> None:
        """Recall the pairs of all these at once."""
        missing = [number for number in numbers if number not in self._known and number not in self._raw]
        notes = self._memory.recall("pairs", map(str, missing))
        self._raw |= {number: notes.get(str(number), b"") for number in missing}

    def put(self, scores: Mapping[Pair, float]) -> set[Pair]:
        """Write down the log odds of pairs; gives those for which something else, or nothing, was known."""
        self.load({number for pair in scores for number in pair})
        often = Counter(number for pair in scores for number in pair)
        news = set()
        for pair, score in scores.items():
            thousandths = round(score * THOUSANDTHS) if score > LEAST else None
            holder = max(pair, key=often.__getitem__)  # both know of it: what is asked for often is taken apart once
            before = self._of(holder).get(sum(pair) - holder)
            if before != thousandths:
                news.add(pair)
                self._set(*pair, thousandths, is_new=before is None)
        return news

    def drop(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Forget pairs; gives those that were known."""
        known = set(pairs)
        self.load({number for pair in known for number in pair})
        known = {(one, other) for one, other in known if other in self._of(one)}
        for one, other in known:
            self._set(one, other, None)
        return known

    def drop_all(self, numbers: Iterable[int]) -> set[Pair]:
        """Forget all pairs of these utterances; gives those that were known."""
        gone = set(numbers)
        self.load(gone)
        return self.drop((min(one, other), max(one, other)) for one in gone for other in self._of(one))

    def remember(self) -> None:
        """Note what was changed."""
        self._memory.note("pairs", {str(number): self._packed(number) or None for number in self._changed})
        self._changed.clear()

    def _of(self, number: int) -> dict[int, int]:
        if number not in self._known:
            self.load([number])
            packed = self._packed(number)
            self._known[number] = _unpacked(packed)
            self._appended.pop(number, None)
            del self._raw[number]
        return self._known[number]

    def _packed(self, number: int) -> bytes:
        if number in self._known:
            return _pack([*chain.from_iterable(self._known[number].items())])
        appended = self._appended.get(number)
        return self._raw[number] + _pack(appended) if appended else self._raw[number]

    def _set(self, one: int, other: int, thousandths: int | None, *, is_new: bool = False) -> None:
        for holder, partner in ((one, other), (other, one)):
            self._changed.add(holder)
            if thousandths is None:
                self._of(holder).pop(partner, None)
            elif is_new and holder not in self._known:
                self._appended[holder] += (partner, thousandths)
            else:
                self._of(holder)[partner] = thousandths


def _pack(numbers: Collection[int]) -> bytes:
    return np.fromiter(numbers, np.int32, len(numbers)).tobytes()


def _unpacked(note: bytes) -> dict[int, int]:
    numbers = np.frombuffer(note, np.int32).tolist()
    return dict(zip(numbers[::2], numbers[1::2], strict=True))
