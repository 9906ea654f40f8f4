"""What came of comparing two utterances, remembered: the log odds that both speak to one claim.

In thousandths, as whole numbers, so that sums of them do not depend on the order in which they are added up. Pairs of
which little speaks for one claim are not written down; they count like those that were never compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from onrecord.linking.candidates import Pair
from onrecord.linking.memory import Memory

THOUSANDTHS = 1000

LEAST = -3.5
"""Log odds up to which a pair is not written down. On readings of real articles clusters are the same as with -4.5 (training/LOG.md,
2026-11-30)."""


class Comparisons:
    """The scores of pairs in a memory, by the number of either utterance."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._known: dict[int, dict[int, int]] = {}
        self._changed: set[int] = set()

    def of(self, number: int) -> Mapping[int, int]:
        """The scores of one utterance's pairs, by the other."""
        return self._of(number)

    def load(self, numbers: Iterable[int]) -> None:
        """Recall the pairs of all these at once."""
        missing = [number for number in numbers if number not in self._known]
        notes = self._memory.recall("pairs", map(str, missing))
        for number in missing:
            note = np.frombuffer(notes.get(str(number), b""), np.int32).tolist()
            self._known[number] = dict(zip(note[::2], note[1::2], strict=True))

    def put(self, scores: Mapping[Pair, float]) -> set[Pair]:
        """Write down the log odds of pairs; gives those for which something else, or nothing, was known."""
        self.load({number for pair in scores for number in pair})
        news = set()
        for (one, other), score in scores.items():
            thousandths = round(score * THOUSANDTHS) if score > LEAST else None
            if self._of(one).get(other) != thousandths:
                news.add((one, other))
                self._set(one, other, thousandths)
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
        notes = {}
        for number in self._changed:
            listed = self._known[number]
            notes[str(number)] = np.array(list(listed.items()), np.int32).tobytes() if listed else None
        self._memory.note("pairs", notes)

    def _of(self, number: int) -> dict[int, int]:
        if number not in self._known:
            self.load([number])
        return self._known[number]

    def _set(self, one: int, other: int, thousandths: int | None) -> None:
        for holder, partner in ((one, other), (other, one)):
            self._changed.add(holder)
            if thousandths is None:
                self._of(holder).pop(partner, None)
            else:
                self._of(holder)[partner] = thousandths
