"""Many sets of words or parties, of each of which it is told at once what it has in common with another set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Sets:
    """So many sets of texts, one a row, each text with a weight."""

    def __init__(self, rows: Sequence[Collection[str]], weight: Callable[[str], float] = lambda _: 1.0) -> None:
        columns: dict[str, int] = {}
        listed = [columns.setdefault(each, len(columns)) for row in rows for each in row]
        self._columns = columns
        self._column = np.array(listed, np.int64)
        self._row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self._weights = np.array([weight(each) for each in columns])
        self._count = len(rows)

    def in_common(self, others: Collection[str]) -> Floats:
        """For each row the weight of what is in the other set too."""
        counts = np.zeros(len(self._columns))
        found = [self._columns[each] for each in others if each in self._columns]
        counts[found] = self._weights[found]
        found_in: Floats = np.bincount(self._row, counts[self._column], self._count).astype(np.float64)
        return found_in
